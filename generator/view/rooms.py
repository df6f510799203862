"""Rooms and sessions, for participants and coordinators: as much as the pair's confidentiality opens.

`pair` opens dates and how often they moved, template, kind and minutes of items and counts of actions;
`themes` also purpose, step and takeaways; `open` also all that is left: who leads and what about, how long it
took, who promised what by when.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator import lifecycle
from generator.kinds.agenda import TemplateItem
from generator.kinds.session import Action, Item, Session
from generator.programme import Entry
from generator.source.durations import as_minutes
from generator.view import offers
from generator.view.gate import Gate
from generator.view.pairs import has_room, terms
from generator.view.shapes import ActionView, ItemView, Kept, Link, RoomView, SessionView


def rooms(gate: Gate) -> tuple[RoomView, ...]:
    """Give the rooms of the pairs this audience has a page of; none outside."""
    if gate.outside:
        return ()
    return tuple(_room(gate, name) for name in gate.pairs if has_room(gate, name))


def _room(gate: Gate, name: str) -> RoomView:
    item = gate.programme.pairs[name].item
    opened = gate.opened(name)
    sessions = tuple(_session(gate, name, entry, opened) for entry in gate.programme.sessions.get(name, ()))
    upcoming = [each for each in sessions if each.status == "planned" and each.start.date() >= gate.as_of]
    return RoomView(
        address=f"/pairs/{name}/room/",
        pair=Link(gate.pair_title(name), f"/pairs/{name}/"),
        mentor=gate.someone(item.mentor, "mentor"),
        mentee=gate.someone(item.mentee, "mentee"),
        terms=terms(item.agreement),
        upcoming=min(upcoming, key=lambda each: each.start, default=None),
        sessions=sessions,
        carried=_carried(gate, name, opened),
        opened=opened,
        offers=(*offers.first_record(gate, name), *offers.plan(gate, name, opened), *offers.posts(gate, name)),
        met=f"/pairs/{name}/#files-term" if gate.coordinators and lifecycle.was_active(item, gate.as_of) else None,
        sealed=sum(post.item.sealed for post in gate.programme.threads.get(name, ())),
    )


def _carried(gate: Gate, name: str, opened: str) -> tuple[ActionView, ...]:
    actions = [
        action
        for entry in gate.programme.sessions.get(name, ())
        if entry.item.day <= gate.as_of
        for action in entry.item.actions or ()
        if action.status == "open"
    ]
    return _actions(gate, actions, opened)


def _actions(gate: Gate, actions: Iterable[Action], opened: str) -> tuple[ActionView, ...]:
    found = [
        ActionView(
            owner=action.owner or "",
            text=action.action,
            due=action.due,
            status=action.status,
            age=(gate.as_of - action.due).days if action.due else 0,
        )
        if opened == "open"
        else ActionView(owner="", text=None, due=None, status=action.status, age=0)
        for action in actions
    ]
    return tuple(sorted(found, key=lambda each: (each.due is None, each.due or gate.as_of)))


def _session(gate: Gate, name: str, entry: Entry[Session], opened: str) -> SessionView:
    item, whole = entry.item, opened == "open"
    themes = whole or opened == "themes"
    prepare = item.prepare if whole else None
    return SessionView(
        address=f"/pairs/{name}/sessions/{entry.parts['nn']}/",
        number=int(entry.parts["nn"]),
        start=item.date,
        length=as_minutes(item.length),
        status=item.status,
        template=gate.agenda(item.template),
        purpose=item.purpose if themes else None,
        step=gate.step(item.step) if themes else None,
        items=tuple(
            ItemView(each.kind, each.minutes, each.lead if whole else None, each.item if whole else None)
            for each in item.agenda
        ),
        mentor_share=mentor_share(item.agenda) if whole else None,
        prepare={"mentor": prepare.mentor, "mentee": prepare.mentee} if prepare else None,
        actual=as_minutes(item.actual) if whole and item.actual else None,
        takeaways=Kept(item.takeaways.mentor, item.takeaways.mentee) if themes and item.takeaways else None,
        actions=_actions(gate, item.actions or (), opened),
        next=None if item.next == "closing" else item.next,
        closing=item.next == "closing",
        moved=item.moved or 0,
        source=entry.path,
        files=offers.behind(gate, (entry,)),
        offers=offers.recording(gate, entry),
    )


def mentor_share(items: Iterable[Item | TemplateItem]) -> int | None:
    """Give the planned share of the mentor's talk in per cent: items they lead, and half of the shared ones."""
    found = list(items)
    whole = sum(each.minutes for each in found)
    led = sum(
        2 * each.minutes if each.lead == "mentor" else each.minutes if each.lead == "both" else 0 for each in found
    )
    return (100 * led + whole) // (2 * whole) if whole else None
