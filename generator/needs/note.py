"""The note to the two of a pair: one text for both, which a coordinator copies or the nightly run lays ready.

It says what both know, asks one small thing, and names the way out. It quotes no text of anybody and no name but
those of the two and of the support contact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from generator import lifecycle
from generator.forms import links
from generator.language import found, gettext, is_english
from generator.language.forms import day, term
from generator.needs.advice import ADVICE
from generator.needs.signals import Signal, session_of
from generator.programme import Programme
from generator.progress import sessions
from generator.source.durations import as_text

MOST = 2
"""More than so many things at once are a list of faults, and no longer a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the two are written: a subject that tells a passer-by nothing, and a text of short paragraphs."""

    subject: str
    text: str


def note(programme: Programme, pair: str, told: Sequence[Signal], as_of: date) -> Note | None:
    """Write to the two of a pair about the first of these signals, at most two; `None` if none is for them."""
    ours = [each for each in told if ADVICE[each.kind].asks][:MOST]
    if not ours:
        return None
    item = programme.pairs[pair].item
    names = [_name(programme, person) for person in (item.mentor, item.mentee)]
    parts = [gettext("Hello %(mentor)s and %(mentee)s,", mentor=names[0], mentee=names[1])]
    for number, each in enumerate(ours):
        advice, also = ADVICE[each.kind], gettext("One more thing: ") if number else ""
        says = _filled(found(advice.says), _known(programme, pair, each, as_of))
        parts.append(f"{also}{_after(also, f'{says} {found(advice.asks)}'.strip())}")
    place = _place(programme, pair, ours[0])
    parts += [
        *([place] if place else []),
        _way_out(programme),
        gettext("Thank you,\nthe coordinators of %(programme)s", programme=own_name(programme)),
    ]
    return Note(
        gettext("%(programme)s: a short note for you both", programme=own_name(programme)), "\n\n".join(parts) + "\n"
    )


def _after(before: str, sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if before and is_english() else sentence


def _filled(says: str, known: Mapping[str, str]) -> str:
    """Put in what is known; a sentence that lacks something is left out."""
    wanted = {name for _, name, _, _ in Formatter().parse(says) if name}
    return says.format_map(known) if wanted <= known.keys() else ""


def own_name(programme: Programme) -> str:
    """Give the programme's public name."""
    if programme.settings is None:
        return gettext("the programme")
    words = programme.settings.item.words
    return (words.programme if words else None) or programme.settings.item.name


def _name(programme: Programme, person: str) -> str:
    entry = programme.people.get(person)
    return entry.item.name if entry else person


def _known(programme: Programme, pair: str, signal: Signal, as_of: date) -> Mapping[str, str]:
    """Give what a note may put in: days, a number and a rhythm, nothing that somebody wrote."""
    item = programme.pairs[pair].item
    entry, step = session_of(programme, pair, signal.path), lifecycle.at(item, as_of)
    days = {
        "day": entry.item.day if entry else None,
        "until": step.until if step else None,
        "since": step.on if step else None,
        "ends": item.agreement.ends if item.agreement else None,
        "began": lifecycle.started(item),
    }
    rhythm_agreed = term(as_text(sessions.every(programme, pair)))
    known = {"session": str(int(entry.parts["nn"]))} if entry else {}
    return known | {"every": rhythm_agreed} | {name: day(value) for name, value in days.items() if value is not None}


def _place(programme: Programme, pair: str, signal: Signal) -> str:
    """Say where it is done: an address of the forge, or nothing where none is known."""
    site = programme.settings.item.site if programme.settings else None
    if site is None or not site.repository:
        return ""
    forge = links.Forge(site.forge or "none", site.repository, site.branch or "main")
    if ADVICE[signal.kind].leads == "file":
        address = links.edit(forge, signal.path)
        return gettext("The file: %(address)s", address=address) if address else ""
    address = links.folder(forge, f"pairs/{pair}")
    return gettext("Your room: %(address)s", address=address) if address else ""


def _way_out(programme: Programme) -> str:
    """Name the way out and who listens, in every note."""
    settings = programme.settings
    person = programme.people.get(settings.item.people.support_contact) if settings else None
    says = gettext("If something is in the way, you can take a break, or stop without giving a reason.")
    if person is None:
        return says
    listens = gettext("%(name)s is the support contact, outside both reporting lines.", name=person.item.name)
    return f"{says} {listens}"
