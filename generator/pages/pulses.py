"""The pulse of a cohort as a table: what each question came to on each side, in words that fit its scale."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.absent import suppressed
from generator.pages.sides import side
from generator.pages.template import day, plural
from generator.view.shapes import PulseItem, PulseMean, PulseView, Site, View

_SIDES = ("mentor", "mentee")


@dataclass(frozen=True, slots=True)
class Table:
    """One wave: what it says of itself, the heads of its sides, and a row for each question."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(view: View, cohort: str) -> tuple[Table, ...]:
    """Give the waves of a cohort, newest first; none but for coordinators."""
    return tuple(_table(view.site, pulse) for pulse in view.pulses if pulse.cohort == cohort)


def _table(site: Site, pulse: PulseView) -> Table:
    heads = tuple(side(site, each) for each in _SIDES)
    return Table(caption(site, pulse), heads, tuple(_row(site, item) for item in pulse.items))


def caption(site: Site, pulse: PulseView) -> str:
    """Say which wave it was, and how many answered on each side that is large enough."""
    own = {"mentor": site.mentor, "mentee": site.mentee}
    said = [
        f"{answered} of {plural(pulse.invited[each] or answered, own[each])} answered"
        if (answered := pulse.answered[each])
        else f"{own[each]}s: {suppressed(site.smallest)}"
        for each in _SIDES
    ]
    return f"{pulse.wave.capitalize()}, {day(pulse.on)}: {', '.join(said)}"


def _row(site: Site, item: PulseItem) -> tuple[str, ...]:
    return (item.words, *(cell(item, item.sides.get(each), site.smallest) for each in _SIDES))


def cell(item: PulseItem, found: PulseMean | None, smallest: int) -> str:
    """Say what a question came to: `4.5 of 5, from 9 answers`, or `75 % yes, from 9 answers`."""
    if found is None:
        return suppressed(smallest)
    said = f"{int(found.mean * 100)} % yes" if item.yes_or_no else f"{float(found.mean):g} of 5"
    return f"{said}, from {found.n} answers"
