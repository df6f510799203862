"""The pulse of a cohort as a table: what each question came to on each side, in words that fit its scale."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import decimal, gettext, ngettext
from generator.language import found as text
from generator.language.forms import day
from generator.pages.absent import suppressed
from generator.pages.sides import capital, side
from generator.pages.words import words
from generator.view.indicator import File
from generator.view.shapes import PulseItem, PulseMean, PulseView, Site, View

_SIDES = ("mentor", "mentee")


@dataclass(frozen=True, slots=True)
class Table:
    """One wave: what it says of itself, the heads of its sides, a row for each question, and its one file."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: File


def tables(view: View, cohort: str) -> tuple[Table, ...]:
    """Give the waves of a cohort, newest first; none but for coordinators."""
    return tuple(_table(view.site, pulse) for pulse in view.pulses if pulse.cohort == cohort)


def _table(site: Site, pulse: PulseView) -> Table:
    heads = tuple(side(site, each) for each in _SIDES)
    return Table(caption(site, pulse), heads, tuple(_row(site, item) for item in pulse.items), pulse.source)


def caption(site: Site, pulse: PulseView) -> str:
    """Say which wave it was, and how many answered on each side that is large enough."""
    said = [_answered(site, pulse, each) for each in _SIDES]
    return f"{capital(words(pulse.wave))}, {day(pulse.on)}: {', '.join(said)}"


def _answered(site: Site, pulse: PulseView, which: str) -> str:
    own = {"mentor": site.mentor, "mentee": site.mentee}[which]
    answered = pulse.answered[which]
    if not answered:
        return gettext("%(side)ss: %(hidden)s", side=own, hidden=suppressed(site.smallest))
    return ngettext(
        "%(answered)s of %(num)s %(side)s answered", "%(answered)s of %(num)s %(side)ss answered",
        pulse.invited[which] or answered, answered=answered, side=own,
    )  # fmt: skip


def _row(site: Site, item: PulseItem) -> tuple[str, ...]:
    return (text(item.words), *(cell(item, item.sides.get(each), site.smallest) for each in _SIDES))


def cell(item: PulseItem, found: PulseMean | None, smallest: int) -> str:
    """Say what a question came to: `4.5 of 5, from 9 answers`, or `75 % yes, from 9 answers`."""
    if found is None:
        return suppressed(smallest)
    if item.yes_or_no:
        return gettext("%(percent)s %% yes, from %(count)s answers", percent=int(found.mean * 100), count=found.n)
    return gettext("%(mean)s of 5, from %(count)s answers", mean=decimal(f"{float(found.mean):g}"), count=found.n)
