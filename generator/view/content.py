"""What curators write: the site's own facts, roadmaps, agendas, communities, free pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.kinds.note import Note
from generator.kinds.page import FreePage
from generator.kinds.roadmap import Roadmap, Step
from generator.language import gettext
from generator.policy import policy
from generator.programme import Entry
from generator.source.durations import as_minutes, as_text
from generator.texts import free_address
from generator.view.gate import Gate
from generator.view.offers import behind
from generator.view.rooms import mentor_share
from generator.view.shapes import (
    AgendaView,
    Body,
    CommunityView,
    FreeView,
    ItemView,
    Link,
    NoteView,
    PostView,
    RoadmapView,
    Site,
    StepView,
)
from generator.view.small import Small

_HEADING = re.compile(r"#{1,2} +(.+)")


def site(gate: Gate) -> Site:
    """Give the programme in its own words."""
    assert gate.programme.settings is not None  # noqa: S101 - a build without settings is refused before
    item = gate.programme.settings.item
    words, place, charge, defaults = item.words, item.site, item.people, item.defaults
    return Site(
        id=item.id,
        audience=gate.audience,
        as_of=gate.as_of,
        name=(words.programme if words else None) or item.name,
        purpose=item.purpose,
        organisation=item.organisation,
        not_for=item.not_for,
        language=item.language,
        timezone=item.timezone,
        mentor=(words.mentor if words else None) or gettext("mentor"),
        mentee=(words.mentee if words else None) or gettext("mentee"),
        sponsor=gate.someone(charge.sponsor),
        coordinators=tuple(gate.someone(person) for person in charge.coordinators),
        support=gate.someone(charge.support_contact),
        url=place.url if place else None,
        repository=place.repository if place else None,
        branch=(place.branch if place else None) or "main",
        forge=(place.forge if place else None) or "none",
        edit=bool(place and place.repository and place.edit is not False),
        rhythm=as_text(defaults.every),
        length=as_text(defaults.length),
        sessions=defaults.sessions,
        smallest=policy(gate.programme).small_group,
    )


def roadmaps(small: Small, posts: Iterable[PostView]) -> tuple[RoadmapView, ...]:
    """Give all roadmaps but drafts, by title."""
    gate, seen = small.gate, list(posts)
    found = [
        _roadmap(gate, name, entry, seen, small.roadmaps.get(name))
        for name, entry in gate.programme.roadmaps.items()
        if gate.roadmap(name)
    ]
    return tuple(sorted(found, key=lambda each: (each.state == "retired", each.title.casefold())))


def _roadmap(gate: Gate, name: str, entry: Entry[Roadmap], posts: list[PostView], used_by: int | None) -> RoadmapView:
    item, address = entry.item, f"/roadmaps/{name}/"
    steps = tuple(_step(step, address, item.steps) for step in item.steps)
    return RoadmapView(
        address=address,
        id=name,
        title=item.title,
        area=gate.area(item.focus_area),
        audience=item.audience,
        version=item.version,
        reviewed_on=item.reviewed_on,
        state=item.state,
        why_now=item.why_now,
        risks=item.risks,
        minutes=sum(step.minutes for step in steps),
        steps=steps,
        used_by=used_by,
        body=gate.body(entry),
        owner=gate.someone(item.owner),
        posts=tuple(post.card for post in posts if post.step and (post.step.address or "").startswith(f"{address}#"))[
            ::-1
        ],
        source=entry.path,
        files=behind(gate, (entry,)),
    )


def _step(step: Step, address: str, steps: Iterable[Step]) -> StepView:
    titles = {each.id: each.title for each in steps}
    return StepView(
        id=step.id,
        title=step.title,
        minutes=step.length or 0,
        prompts=step.prompts,
        mentor=step.mentor or "",
        mentee=step.mentee or "",
        evidence=step.evidence or "",
        after=tuple(Link(titles.get(each, each), f"{address}#{each}") for each in step.after),
    )


def agendas(gate: Gate) -> tuple[AgendaView, ...]:
    """Give the agenda templates in the order in which a pair meets them."""
    order = ("before", "first", "working", "midpoint", "repair", "closing")
    found = [
        AgendaView(
            address=f"/agendas/{name}/",
            id=name,
            title=entry.item.title,
            stage=entry.item.stage or "",
            minutes=as_minutes(entry.item.length),
            use_when=entry.item.use_when,
            items=tuple(
                ItemView(each.kind, each.minutes, each.lead, each.item, each.prompt) for each in entry.item.items
            ),
            mentor_share=mentor_share(entry.item.items) or 0,
            body=gate.body(entry),
            source=entry.path,
            files=behind(gate, (entry,)),
        )
        for name, entry in gate.programme.agendas.items()
    ]
    return tuple(
        sorted(found, key=lambda each: (order.index(each.stage) if each.stage in order else len(order), each.title))
    )


def communities(gate: Gate) -> tuple[CommunityView, ...]:
    """Give the communities with their practice notes."""
    found = []
    for name, entry in sorted(gate.programme.communities.items()):
        item, link = entry.item, Link(entry.item.title, f"/communities/{name}/")
        notes = [note for note in gate.programme.notes.values() if note.parts["community"] == name]
        found.append(
            CommunityView(
                address=f"/communities/{name}/",
                title=item.title,
                purpose=item.purpose,
                audience=item.audience,
                host=gate.someone(item.host),
                rule=item.rule or "",
                joining=item.joining,
                calls=item.calls,
                code_of_conduct=item.code_of_conduct or "",
                reviewed_on=item.reviewed_on,
                follows=tuple((each.title, each.site, each.feed) for each in item.follows),
                notes=tuple(
                    _note(gate, note, link)
                    for note in sorted(notes, key=lambda each: (each.item.date, each.id), reverse=True)
                ),
                body=gate.body(entry),
                source=entry.path,
            )
        )
    return tuple(found)


def _note(gate: Gate, entry: Entry[Note], community: Link) -> NoteView:
    item = entry.item
    return NoteView(
        address=f"/communities/{entry.id}/",
        title=item.title,
        date=item.date,
        author=gate.someone(item.author),
        community=community,
        context=item.context,
        tried=item.tried,
        result=item.result,
        again=item.again,
        body=gate.body(entry),
        source=entry.path,
    )


def free_pages(gate: Gate) -> tuple[FreeView, ...]:
    """Give the free pages; the title is the front matter's, else the first heading, else the file's name."""
    return tuple(_free(gate, name, entry) for name, entry in sorted(gate.programme.pages.items()))


def _free(gate: Gate, name: str, entry: Entry[FreePage]) -> FreeView:
    """Give a page; a first heading that says its title is not said again in the text."""
    text, body = entry.document.body.lstrip(), gate.body(entry)
    heading = _HEADING.match(text)
    said = heading[1].strip() if heading else ""
    title = entry.item.title or said or name.rsplit("/", 1)[-1].replace("-", " ").capitalize()
    if heading and said == title:
        body = Body(text[heading.end() :], body.resolve)
    return FreeView(free_address(name), title, body, entry.path)


def redirects(gate: Gate) -> Mapping[str, str]:
    """Give the moved addresses whose new page this audience has; others are plain absences."""
    moved = gate.programme.moved
    have = set(gate.addresses.values()) | {f"/pairs/{name}/" for name in gate.pairs}
    entries = moved.item.entries if moved else {}
    return {old: new for old, new in sorted(entries.items()) if new in have and old not in have}
