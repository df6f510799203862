"""Fields of files: which there are, and what they may hold (FIL007 to FIL010)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.person import Hours, Person
from generator.programme import Entry, Programme
from generator.rules import declared, rule
from generator.source.finding import Finding, Related


@declared("FIL007", "error")
def missing_field() -> None:
    """File without a field that must be there.

    ## What it checks
    Every field that a kind of file must have is present. Where a rule of its own asks for a field, that rule
    alone speaks.

    ## Why it matters
    A page, a number or a reminder would be made from nothing.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml without purpose
    # error-file: [FIL007]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    purpose: Look back at half-time and mend what is loose.
    ```
    """


@declared("FIL008", "error")
def unknown_field() -> None:
    """File with a field that its kind does not know.

    ## What it checks
    Every key is a field of its kind. One that is nearly the name of a missing field is one finding, with the
    new name as its correction.

    ## Why it matters
    A misspelt key is a fact lost: nobody would ever read what stands behind it.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml without purpose
    propose: Look back at half-time and mend what is loose.  # error: [FIL008]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    purpose: Look back at half-time and mend what is loose.
    ```
    """


@declared("FIL009", "error")
def value_out_of_range() -> None:
    """Field with a value of the wrong type, size or choice.

    ## What it checks
    Numbers are numbers and within their range, lists are lists and long enough, texts are no longer than
    allowed, and a field with a fixed choice holds one of its values.

    ## Why it matters
    What cannot be read as it is meant is not guessed: it is said here, at its place.

    ## Example
    ```yaml pairs/people/p-017.yml
    level: 120  # error: [FIL009]
    role: mentro  # error: [FIL009]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    level: 3
    role: mentor
    ```
    """


@rule("FIL010", "error")
def value_that_cannot_be_read(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Date, time, duration, zone, language or address that cannot be read.

    ## What it checks
    Dates are days of the calendar (`2026-05-21`) in the years 2000 to 2999, sessions have a local time
    (`2026-05-21 15:00`), durations a number and a unit (`60 min`, `2 weeks`), longer than nothing and up to
    99999 weeks; time zones are those of the IANA database, languages BCP 47 tags, addresses start with
    `https://`. Working hours end after they begin.

    ## Why it matters
    Everything the site says about rhythm, drift and due dates is counted from these values.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    date: 2026-02-30 15:00  # error: [FIL010]
    ```
    ```yaml pairs/people/p-042.yml
    hours:
      from: 09:00
      to: 05:30  # error: [FIL010]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    date: 2026-04-14 15:00
    ```
    ```yaml pairs/people/p-042.yml
    hours:
      from: 09:00
      to: 17:30
    ```
    """
    for entry in programme.people.values():
        hours = entry.item.hours
        if hours is not None and hours.end <= hours.begin:
            yield _backwards(entry, hours)


def _backwards(entry: Entry[Person], hours: Hours) -> Finding:
    return Finding(
        code="FIL010",
        severity="error",
        span=entry.at("hours", "to"),
        message="the working hours end before they begin",
        help=f"write a time after {hours.begin:%H:%M}, on a clock of 24 hours",
        key="hours.to",
        related=(Related("they begin here", entry.at("hours", "from")),),
    )
