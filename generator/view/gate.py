"""Who may know what: the row gates, in their order, the strictest wins.

Post `visibility`, then the agreement's `confidentiality`, then its `publish`, then each person's
`consent.profile`. An unknown value means "not shown".
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator import lifecycle
from generator.kinds import of_path
from generator.kinds.base import Audience
from generator.kinds.post import WIDTH, Post
from generator.language import gettext
from generator.programme import Entry, Programme
from generator.progress import openness
from generator.texts import free_address, shows
from generator.view.shapes import BODY, Body, Link, Someone

NARROWEST = {"organisation": WIDTH["organisation"], "cohort": WIDTH["cohort"], "coordinators": WIDTH["cohort"]}
SHOWN_INSIDE = frozenset({"accepted", "active", "paused", "completed"})
SHOWN_OUTSIDE = frozenset({"active", "paused", "completed"})
ROOMS = frozenset({"active", "paused", "completed", "accepted"})


@dataclass(frozen=True)
class Gate:
    """One audience's questions to a programme, as of a date."""

    programme: Programme
    audience: Audience
    as_of: date

    @property
    def outside(self) -> bool:
        """Tell whether this is the organisation's audience, the widest and most guarded."""
        return self.audience == "organisation"

    @property
    def inside(self) -> bool:
        """Tell whether this audience takes part or coordinates."""
        return not self.outside

    @property
    def coordinators(self) -> bool:
        """Tell whether this is the coordinators' audience."""
        return self.audience == "coordinators"

    def files(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Name the files behind a number, to coordinators only: a path tells more than a count."""
        return tuple(path for path in sorted(set(paths)) if self._names(path)) if self.coordinators else ()

    def _names(self, path: str) -> bool:
        """Tell whether a file may be named: not one of a pair that has no page, nor one that nobody may read here."""
        claimed = of_path(path)
        if claimed is None:
            return False
        kind, parts = claimed
        if "pair" in parts and not self.has_page(f"{parts['cohort']}/{parts['pair']}"):
            return False
        return kind.name != "room-note" and (kind.name != "post" or path in self.addresses)

    # people

    def consents(self, person: str) -> bool:
        """Tell whether a person's profile may be seen by this audience."""
        entry = self.programme.people.get(person)
        if entry is None:
            return False
        if self.coordinators:
            return True
        consent = entry.item.consent.profile if entry.item.consent else "nobody"
        return consent == "organisation" or (consent == "cohort" and self.inside)

    def someone(self, person: str, role: str = "") -> Someone:
        """Give a person as this audience may know them."""
        if not self.consents(person):
            return Someone(None, None, role)
        item = self.programme.people[person].item
        return Someone(item.name, self.profile(person), role)

    def profile(self, person: str) -> str | None:
        """Give the address of a person's page; only participants who consent have one."""
        entry = self.programme.people.get(person)
        if entry is None or entry.item.role == "none" or not self.consents(person):
            return None
        return f"/people/{person}/"

    # pairs

    def publish(self, pair: str) -> str:
        """Give what the organisation may see of a pair: nothing, names or progress."""
        entry = self.programme.pairs.get(pair)
        agreement = entry.item.agreement if entry else None
        wanted = agreement.publish if agreement and agreement.publish else "nothing"
        return wanted if entry and self._both_consent(entry.item.mentor, entry.item.mentee) else "nothing"

    def _both_consent(self, mentor: str, mentee: str) -> bool:
        """Naming a pair outside needs the consent of both; consent is personal."""
        people = self.programme.people
        return all(
            person in people
            and people[person].item.consent is not None
            and people[person].item.consent.profile == "organisation"  # type: ignore[union-attr]
            for person in (mentor, mentee)
        )

    def state(self, pair: str) -> str:
        """Give a pair's state as of this date."""
        return lifecycle.state(self.programme.pairs[pair].item, self.as_of)

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """Name the pairs that have a page for this audience."""
        return tuple(sorted(name for name in self.programme.pairs if self._shows(name)))

    def _shows(self, pair: str) -> bool:
        if self.coordinators:
            return self.state(pair) != ""
        if self.inside:
            return self.state(pair) in SHOWN_INSIDE
        return self.state(pair) in SHOWN_OUTSIDE and self.publish(pair) != "nothing"

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.pairs)

    def has_page(self, pair: str) -> bool:
        """Tell whether a pair has a page for this audience."""
        return pair in self._listed

    def shows_progress(self, pair: str) -> bool:
        """Tell whether this audience sees how far a pair has come."""
        return self.inside or self.publish(pair) == "progress"

    def tells_steps(self, pair: str) -> bool:
        """Tell whether this audience learns which steps of a roadmap a pair has taken: what a closed room was about."""
        return self.shows_progress(pair) and (self.coordinators or self.opened(pair) != "pair")

    def pair_link(self, pair: str) -> Link | None:
        """Link a pair by its two members' names; `None` where this audience has no page of it."""
        if not self.has_page(pair):
            return None
        return Link(self.pair_title(pair), f"/pairs/{pair}/")

    def pair_title(self, pair: str) -> str:
        """Name a pair by its members, with a neutral word for who does not consent."""
        item = self.programme.pairs[pair].item
        neutral = gettext("a participant")
        mentor, mentee = (self.someone(person).name or neutral for person in (item.mentor, item.mentee))
        return gettext("%(mentor)s and %(mentee)s", mentor=mentor, mentee=mentee)

    def opened(self, pair: str) -> str:
        """Give how far a pair's room stands open to those inside: `pair`, `themes` or `open`."""
        entry = self.programme.pairs.get(pair)
        agreement = entry.item.agreement if entry else None
        return (agreement.confidentiality if agreement else None) or "pair"

    # posts

    def reads(self, post: Entry[Post]) -> bool:
        """Tell whether this audience may read a post: its visibility, and never wider than the agreement."""
        width = WIDTH.get(post.item.visibility or "", 0)
        return width >= NARROWEST[self.audience] and width <= self._agreed(post.pair) and post.item.date <= self.as_of

    def _agreed(self, pair: str) -> int:
        return openness.widest(self.programme, pair)

    def post_link(self, post: str) -> Link | None:
        """Link a post by its title, if this audience may read it."""
        entry = self.programme.posts.get(post)
        return Link(entry.item.title, f"/posts/{post}/") if entry is not None and self.reads(entry) else None

    # content

    def area(self, area: str) -> Link:
        """Link a focus area by its title."""
        found = self.programme.focus_areas.get(area)
        return Link(found.title, f"/areas/{area}/") if found else Link(area)

    def roadmap(self, roadmap: str) -> Link | None:
        """Link a roadmap by its title; drafts have no page."""
        entry = self.programme.roadmaps.get(roadmap)
        if entry is None or entry.item.state == "draft":
            return None
        return Link(entry.item.title, f"/roadmaps/{roadmap}/")

    def step(self, step: str | None) -> Link | None:
        """Link a step (`roadmap/step`) inside its roadmap's page."""
        if step is None:
            return None
        roadmap, _, name = step.partition("/")
        page = self.roadmap(roadmap)
        if page is None:
            return None
        found = next((each for each in self.programme.roadmaps[roadmap].item.steps if each.id == name), None)
        return Link(f"{page.title}: {found.title}", f"{page.address}#{name}") if found else page

    def agenda(self, template: str) -> Link:
        """Link an agenda template by its title."""
        entry = self.programme.agendas.get(template)
        return Link(entry.item.title, f"/agendas/{template}/") if entry else Link(template)

    def body(self, entry: Entry[Any]) -> Body:
        """Give a file's Markdown with its links resolved for this audience; its path stays behind the gate."""
        return Body(entry.document.body, self._resolver(entry.path))

    def _resolver(self, path: str) -> Callable[[str], str | None]:
        folder = posixpath.dirname(path)

        def resolve(destination: str) -> str | None:
            target, _, anchor = destination.partition("#")
            file = posixpath.normpath(posixpath.join(folder, target)) if target else path
            place = self._place(file, anchor)
            if not target:
                return place or None
            found = self.addresses.get(file) if shows(path, file) or file not in self.programme.images else None
            return None if found is None else f"{found}{place}"

        return resolve

    def _place(self, path: str, anchor: str) -> str:
        """Give the place on a file's page: a step has its own id, a heading of the text one with a prefix."""
        if not anchor:
            return ""
        return f"#{anchor}" if anchor in self._steps.get(path, ()) else f"#{BODY}-{anchor}"

    @cached_property
    def _steps(self) -> dict[str, frozenset[str]]:
        return {each.path: frozenset(step.id for step in each.item.steps) for each in self.programme.roadmaps.values()}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Map each content file this audience has a page of to its address, and each image to its name."""
        found: dict[str, str] = {}
        for name, roadmap in self.programme.roadmaps.items():
            if self.roadmap(name):
                found[roadmap.path] = f"/roadmaps/{name}/"
        found |= {agenda.path: f"/agendas/{name}/" for name, agenda in self.programme.agendas.items()}
        found |= {each.path: f"/communities/{name}/" for name, each in self.programme.communities.items()}
        found |= {note.path: f"/communities/{name}/" for name, note in self.programme.notes.items()}
        found |= {page.path: free_address(name) for name, page in self.programme.pages.items()}
        for name, post in self.programme.posts.items():
            if self.reads(post):
                found[post.path] = f"/posts/{name}/"
        return found | {path: image_address(path, digest) for path, digest in self.programme.images.items()}


def image_address(path: str, digest: str) -> str:
    """Name an image by what it shows: even a digest of its path would confirm a guess at the pair it lies with."""
    return f"/images/{digest}.{path.rsplit('.', 1)[-1]}"
