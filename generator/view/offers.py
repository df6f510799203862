"""What may be written from a page: a post, the next session, a record; never more than the page itself shows.

Those who take part get what is prefilled for their pair. Everybody else gets one link without a pair, a name or a date
of anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from generator.forms import checkin, links, post, record, session
from generator.kinds.session import Session
from generator.language import gettext
from generator.programme import Entry
from generator.view.gate import Gate
from generator.view.indicator import File
from generator.view.offer import Offer

_WRITES = frozenset({"active", "paused", "completed"})
_MEETS = frozenset({"accepted", "active", "paused"})


def forge(gate: Gate) -> links.Forge | None:
    """Give the forge of the programme; none where it has no repository, or wants no edit links."""
    place = gate.programme.settings.item.site if gate.programme.settings else None
    if place is None or not place.repository or place.edit is False:
        return None
    return links.Forge(place.forge or "none", place.repository, place.branch or "main")


def seen(gate: Gate, path: str) -> File:
    """Give a file with the address that shows it, if there is one."""
    return path, links.line(forge(gate), path, 1)


def behind(gate: Gate, found: Iterable[Entry[Any]]) -> tuple[File, ...]:
    """Give the files of what was counted, to coordinators alone."""
    return tuple(seen(gate, each.path) for each in found) if gate.coordinators else ()


def _new(gate: Gate, name: str, title: str, says: str, path: str, text: str) -> Offer:
    opened = links.new_file(forge(gate), path, text)
    pasted = None if opened is not None and opened.filled else text
    return Offer(name, title, says, path, opened.address if opened else None, pasted)


def first_post(gate: Gate) -> Offer:
    """Offer a post to anybody who takes part, without saying who does."""
    path = f"content/threads/COHORT/PAIR/{gate.as_of.isoformat()}-a-few-words.md"
    text = post.blank(gate.as_of, None, tuple(post.READERS))
    says = gettext("Put your cohort and your pair into the name of the file, and fill in every line.")
    return _new(gate, "write", gettext("Write a post"), says, path, text)


def posts(gate: Gate, pair: str) -> tuple[Offer, ...]:
    """Offer each member of a pair a post of its thread, where its agreement allows an open one."""
    readers = post.allowed(gate.programme, pair)
    if gate.outside or not gate.has_page(pair) or gate.state(pair) not in _WRITES or not readers:
        return ()
    item = gate.programme.pairs[pair].item
    return tuple(
        _post(gate, pair, person, side, readers) for person, side in ((item.mentor, "mentor"), (item.mentee, "mentee"))
    )


def _post(gate: Gate, pair: str, person: str, side: str, readers: tuple[str, ...]) -> Offer:
    author = person if gate.profile(person) else None
    text = post.blank(gate.as_of, author, readers)
    says = gettext("Give the file a name of your own after the day, and fill in every line.")
    path = f"content/threads/{pair}/{gate.as_of.isoformat()}-a-few-words.md"
    title = gettext("Write a post as the %(side)s", side=_word(gate, side))
    return _new(gate, f"write-{side}", title, says, path, text)


def plan(gate: Gate, pair: str, opened: str) -> tuple[Offer, ...]:
    """Offer the next session of a pair; its step and what is carried over only where the agreement opens them."""
    if gate.outside or not gate.has_page(pair) or gate.state(pair) not in _MEETS:
        return ()
    programme = gate.programme
    day = session.proposed(programme, pair) or dt.datetime.combine(gate.as_of, dt.time(9))
    step = session.next_step(programme, pair, gate.as_of) if opened in ("themes", "open") else None
    wishes = session.Wishes(step=None if gate.step(step) else session.NO_STEP)
    wanted = session.plan(programme, pair, day, gate.as_of, wishes)
    if wanted is None:
        return ()
    draft = session.planned_file(programme, wanted, carries=opened == "open")
    title = gettext("Plan session %(number)s", number=session.number(programme, pair))
    says = gettext("Put in the date and time you agreed on, and change what you like.")
    return (_new(gate, "plan", title, says, draft.path, draft.text),)


def recording(gate: Gate, entry: Entry[Session]) -> tuple[Offer, ...]:
    """Offer the record of a planned session: the file to open, and what to put into it."""
    if gate.outside or not gate.has_page(entry.pair) or entry.item.status != "planned":
        return ()
    number = int(entry.parts["nn"])
    says = gettext(
        "Put the first line below in place of the line that says planned, and the others at the end of the file."
    )
    title = gettext("Record session %(number)s", number=number)
    address = links.edit(forge(gate), entry.path)
    return (Offer(f"record-{number}", title, says, entry.path, address, record.to_paste(number)),)


def first_record(gate: Gate, pair: str) -> tuple[Offer, ...]:
    """Offer the record of the session of a pair that is due first."""
    waiting = record.waiting(gate.programme, pair, gate.as_of)
    return recording(gate, waiting[0]) if waiting else ()


def check_in(gate: Gate, pair: str) -> Offer | None:
    """Offer a coordinator the record that they checked in: the day and who, never what was said."""
    people = gate.programme.settings.item.people if gate.programme.settings else None
    if not gate.coordinators or people is None:
        return None
    path, text, there = checkin.entry(gate.programme, pair, people.coordinators[0], gate.as_of)
    title, name = gettext("Record a check-in"), "check-in"
    if not there:
        return _new(gate, name, title, gettext("Put in your own id and the day."), path, text)
    says = gettext("Put this below the pair's name, which is added if it is missing; your own id and the day.")
    return Offer(name, title, says, path, links.edit(forge(gate), path), text)


def _word(gate: Gate, side: str) -> str:
    """Give the programme's own word for a side."""
    words = gate.programme.settings.item.words if gate.programme.settings else None
    return (getattr(words, side) if words else None) or gettext(side)
