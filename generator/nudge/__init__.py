"""Letters that ask kindly: to the two of a pair first, and to the coordinators a week later.

Letters have one day of the week, and which of them goes out follows from the dates of the facts alone; nothing is
kept of what was sent. So the same files give the same letters on every day of a week, a pair cannot be written to
twice within one, and what nobody mends is brought up again after two. A letter is named by its pair and its day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.forms import owners
from generator.language import ENGLISH, gettext, speaking
from generator.language import found as text
from generator.language.forms import day as in_words
from generator.needs import rests, weight
from generator.needs.advice import ADVICE, Urgency
from generator.needs.note import note, own_name
from generator.needs.signals import Signal, signals
from generator.programme import Programme
from generator.progress.whole import Standing
from generator.source.finding import Finding

TUESDAY = 1
"""Late enough in the week for a weekend's work to be in the files, early enough to look for a date in it."""
WEEK = timedelta(days=7)
MOST = 10
"""So many pairs stand in a letter to the coordinators; their page has all."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to; without an address a coordinator hands the letter over."""

    name: str
    address: str | None
    account: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its name (the day, and the pair or `coordinators`), and the same text for all it goes to."""

    name: str
    on: date
    to: tuple[Recipient, ...]
    subject: str
    text: str


def day(as_of: date) -> date:
    """Give the day of this week's letters: the last Tuesday, today if it is one."""
    return as_of - timedelta(days=(as_of.weekday() - TUESDAY) % 7)


def rounds(since: date, on: date) -> int:
    """Count the weeks from a signal's first day of letters to this one: 0 is the first, below 0 it is not its turn."""
    return (on - day(since + WEEK - timedelta(days=1))).days // 7


def letters(
    programme: Programme, findings: Collection[Finding], standings: Mapping[str, Standing], on: date
) -> tuple[Letter, ...]:
    """Give the letters of a day of letters: one a pair at most, in the order of the pairs, then the coordinators'.

    `findings` and `standings` are those of that day. All are in the language in which the site speaks; a finding's
    own sentence is English, as it is on the page. A room with a file that cannot be read is left alone.
    """
    found = _one_a_kind(
        each
        for each in signals(programme, findings, standings, on)
        if not rests(programme, each, on) and not (each.pair and programme.unread_in_room(each.pair))
    )
    with speaking(programme.settings.item.language if programme.settings else ENGLISH):
        return (*_to_pairs(programme, found, on), *_to_coordinators(programme, found, on))


def _one_a_kind(found: Iterable[Signal]) -> tuple[Signal, ...]:
    """Keep the oldest of each kind: three late promises of a pair are one thing to write about, and one clock."""
    chosen: dict[tuple[str, str], Signal] = {}
    for each in sorted(found, key=lambda each: (each.since or date.max, each.path, each.line)):
        chosen.setdefault((each.pair or each.path, each.kind), each)
    return tuple(chosen.values())


def _to_pairs(programme: Programme, found: Iterable[Signal], on: date) -> Iterator[Letter]:
    """Write to both of a pair in the even weeks of a signal."""
    told: dict[str, list[Signal]] = {}
    for each in found:
        if each.pair and each.since and ADVICE[each.kind].asks and _is_turn(rounds(each.since, on), 0):
            told.setdefault(each.pair, []).append(each)
    for pair, ours in sorted(told.items()):
        written = note(programme, pair, sorted(ours, key=weight), on)
        if written is not None:
            to = tuple(recipient(programme, each) for each in programme.pairs[pair].item.members)
            yield Letter(f"{on}.{pair.replace('/', '.')}", on, to, written.subject, written.text)


def _is_turn(week: int, rest: int) -> bool:
    return week >= 0 and week % 2 == rest


def _to_coordinators(programme: Programme, found: Iterable[Signal], on: date) -> Iterator[Letter]:
    """Write once to all coordinators, about what their letter to the two has not mended, and what is theirs alone."""
    if programme.settings is None:
        return
    chosen: dict[str, Signal] = {}
    for each in sorted(found, key=weight):
        if _is_theirs(each, on):
            chosen.setdefault(each.pair or each.path, each)
    if chosen:
        to = tuple(recipient(programme, each) for each in programme.settings.item.people.coordinators)
        subject = gettext("%(programme)s: who may welcome a call", programme=own_name(programme))
        yield Letter(f"{on}.coordinators", on, to, subject, _told(programme, list(chosen.values())))


def _is_theirs(signal: Signal, on: date) -> bool:
    advice = ADVICE[signal.kind]
    if advice.urgency == Urgency.SAFETY:
        return True
    return signal.since is not None and _is_turn(rounds(signal.since, on), 1 if advice.asks else 0)


def _told(programme: Programme, chosen: list[Signal]) -> str:
    parts = [gettext("Hello,"), gettext("these may welcome a call from one of you, or a look:")]
    parts += [f"{_called(programme, each)}\n{_found(each)}\n{text(ADVICE[each.kind].step)}" for each in chosen[:MOST]]
    if len(chosen) > MOST:
        parts.append(gettext("And %(count)s more.", count=len(chosen) - MOST))
    parts.append(
        gettext(
            "All of it, with a note to copy for each, stands on your page “%(page)s”. Not performance data.",
            page=gettext("Needs you now"),
        )
    )
    return "\n\n".join(parts) + "\n"


def _found(signal: Signal) -> str:
    """Say what was found, by which rule and since when; the sentence itself is the finding's."""
    says = signal.sentence[:1].upper() + signal.sentence[1:]
    if signal.since is None:
        return f"{says} ({signal.code})."
    return gettext("%(says)s (%(code)s, since %(day)s).", says=says, code=signal.code, day=in_words(signal.since))


def _called(programme: Programme, signal: Signal) -> str:
    if signal.pair is None:
        return signal.path
    mentor, mentee = (recipient(programme, each).name for each in programme.pairs[signal.pair].item.members)
    return gettext("%(mentor)s and %(mentee)s", mentor=mentor, mentee=mentee)


def recipient(programme: Programme, person: str) -> Recipient:
    """Give somebody as a letter calls them."""
    entry = programme.people.get(person)
    if entry is None:
        return Recipient(person, None, None)
    accounts = entry.item.accounts
    address = next(iter(accounts.emails), None) if accounts else None
    account = owners.account(programme, person)  # as a forge reads it: any other text would act in a comment
    return Recipient(" ".join(entry.item.name.split()), address, account and account.removeprefix("@"))
