"""Programmes in which every field of every kind holds a word of its own, over pairs of every kind of agreement."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import canaries
import programmes
import samples
from seen import About

from generator.kinds import of_path

CLOCK = date(2026, 4, 1)
COHORT = canaries.word("pairs/programme.yml", "cohorts.id", "0")
AREAS = tuple(canaries.word("pairs/programme.yml", "focus_areas.id", str(at)) for at in range(2))
ROADMAPS = tuple(canaries.word("roadmap", str(at)) for at in range(2))
DRAFT = canaries.word("roadmap", "draft")
STEPS = tuple(
    f"{ROADMAPS[0]}/{canaries.word(f'content/roadmaps/{ROADMAPS[0]}.md', 'steps.id', str(at))}" for at in (0, 1)
)
TEMPLATES = tuple(canaries.word("agenda", str(at)) for at in range(2))
COMMUNITY = canaries.word("community")
SWAPPED = dict(
    zip(
        (*AREAS, *ROADMAPS, *STEPS, *TEMPLATES),
        (*AREAS[::-1], *ROADMAPS[::-1], *STEPS[::-1], *TEMPLATES[::-1]),
        strict=True,
    )
)
"""Ids that can stand for each other."""

TO_COME = About("open", "progress", "organisation", "organisation", "")
"""A pair of which nobody knows yet: its history begins after the day as of which all is told."""

VISIBILITIES = ("public", "organisation", "cohort", "pair", "everyone")
"""All there are, and one there is not."""

ANSWERS = {"public": "cohort", "organisation": "pair", "cohort": "public", "pair": "public", "everyone": "public"}
"""Which post answers which: from wide to narrow and back."""

PATHS_OF_STATES = {
    state: tuple(path.split())
    for state, path in {
        "proposed": "proposed",
        "accepted": "proposed accepted",
        "active": "proposed accepted active",
        "paused": "proposed accepted active paused",
        "completed": "proposed accepted active completed",
        "declined": "proposed declined",
        "expired": "proposed expired",
        "ended_early": "proposed accepted active ended_early",
        "re_matched": "proposed accepted active ended_early re_matched",
    }.items()
}
"""How a pair comes to its state."""


class Place(NamedTuple):
    """Where a word stands, and what decides who sees it."""

    kind: str
    field: str
    about: About
    path: str


@dataclass
class File:
    """A file that can still be changed: its fields, and the text below front matter."""

    fields: Any
    body: str | None = None

    def text(self) -> str:
        """Write it, one line a field."""
        lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.fields.items())
        return lines if self.body is None else f"---\n{lines}---\n\n{self.body}\n"


@dataclass
class Planted:
    """A programme with the places of its words."""

    files: dict[str, File] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def seal(self) -> Planted:
        """Forget the words of what was left out again."""
        files = "\n".join([*self.files, *self.others, *(file.text() for file in self.files.values())])
        there = canaries.words(files)
        self.places = {word: place for word, place in self.places.items() if word in there}
        return self

    def bytes(self) -> dict[str, bytes]:
        """Give its files as they would lie in a folder."""
        return {path: file.text().encode() for path, file in self.files.items()} | self.others

    def word(self, kind: str, name: str, about: About, path: str, *more: str) -> str:
        """Plant a word."""
        word = canaries.word(path, name, *more)
        self.places[word] = Place(kind, name, about, path)
        return word

    def add(self, path: str, about: About, given: Mapping[str, Any], body: str | None = None) -> dict[str, Any]:
        """Add a file with a word in every field that can hold one; `given` are values by field, lists by item."""
        claimed = of_path(path)
        assert claimed, path
        kind, at = claimed[0], Counter[str]()

        def give(leaf: samples.Leaf) -> Any:
            at[leaf.path] += 1
            return self._value(kind.name, leaf, at[leaf.path] - 1, about, path, given)

        fields = samples.file(kind, give)
        if kind.front:
            word = self.word(kind.name, "body", about, path)
            body = f"{canaries.text(word)}\n\n{body or ''}"
        self.files[path] = File(fields, body if kind.front else None)
        return fields

    def _value(self, kind: str, leaf: samples.Leaf, at: int, about: About, path: str, given: Mapping[str, Any]) -> Any:
        if leaf.path in given:
            value = given[leaf.path]
            return value[at % len(value)] if isinstance(value, tuple) else value
        if leaf.reads not in samples.PLANTED:
            return samples.simple(leaf)
        word = self.word(kind, leaf.path, about, path, str(at))
        return samples.PLANTED[leaf.reads].format(word=word, text=canaries.text(word))

    def path_word(self, kind: str, part: str, about: About, *more: str) -> str:
        """Plant a word in a path."""
        return self.word(kind, f"path.{part}", about, kind, *more)


def curated(*, own_words: bool = True) -> Planted:
    """Give a programme without pairs: settings, people in charge, roadmaps, agendas, a community, a page."""
    made, anybody = Planted(), About()
    charge = {
        role: _in_charge(made, role, consent)
        for role, consent in (("sponsor", "cohort"), ("first", "nobody"), ("second", ""), ("support", "organisation"))
    }
    settings = made.add(
        "pairs/programme.yml",
        anybody,
        {
            "people.sponsor": charge["sponsor"],
            "people.coordinators": (charge["first"], charge["second"]),
            "people.support_contact": charge["support"],
            "clock": CLOCK.isoformat(),
            "cohorts.starts": "2026-01-05",
            "cohorts.ends": "2026-06-26",
            "policy.fast_areas": AREAS[0],
            "policy.small_group": "5",
        },
    )
    del settings["cohorts"][1]
    if not own_words:
        del settings["words"]
    for at, name in enumerate((*ROADMAPS, DRAFT)):
        about = replace(anybody, draft=name == DRAFT)
        made.places[name] = Place("roadmap", "path.roadmap", about, name)
        state = "draft" if name == DRAFT else "active"
        _roadmap(made, name, about, AREAS[at % 2], state, charge["support"])
    for name in TEMPLATES:
        made.places[name] = Place("agenda", "path.template", anybody, name)
        made.add(f"content/agendas/{name}.md", anybody, {"stage": "working", "length": "60 min"})
    _community(made, charge["support"])
    page = made.path_word("page", "page", anybody)
    made.add(
        f"content/handbook/{page}.md", anybody, {}, _links((f"../roadmaps/{DRAFT}.md", "../../pairs/programme.yml"))
    )
    return made


def _in_charge(made: Planted, role: str, consent: str) -> str:
    """Add somebody who stands outside all pairs; nobody of them has a page."""
    person = canaries.word("in charge", role)
    name = made.word("in charge", "support" if role == "support" else "others", About(consent=consent), person)
    fields = {"name": canaries.text(name), "role": "none", "level": "9"}
    made.files[f"pairs/people/{person}.yml"] = File(
        fields | ({"consent": {"profile": consent, "on": "2026-01-02"}} if consent else {})
    )
    return person


def _roadmap(made: Planted, name: str, about: About, area: str, state: str, owner: str) -> None:
    path = f"content/roadmaps/{name}.md"
    fields = made.add(path, about, {"focus_area": area, "owner": owner, "state": state, "steps.minutes": "60"})
    for at, step in enumerate(fields["steps"]):
        step["after"] = [fields["steps"][0]["id"]] * at


def _community(made: Planted, host: str) -> None:
    anybody = About()
    made.places[COMMUNITY] = Place("community", "path.community", anybody, COMMUNITY)
    made.add(f"content/communities/{COMMUNITY}/index.md", anybody, {"host": host})
    note = made.path_word("note", "slug", anybody)
    path = f"content/communities/{COMMUNITY}/2026-02-03-{note}.md"
    made.add(path, anybody, {"author": host})


def add_pair(made: Planted, about: About, *, all_kinds: bool = False) -> str:
    """Add a pair with its two people, three sessions, and a post of every visibility; give its id."""
    slug = made.path_word("pair", "pair", about, _key(about))
    mentor, mentee = (
        _member(made, side, consent, slug) for side, consent in (("mentor", about.mentor), ("mentee", about.mentee))
    )
    _pair(made, about, slug, mentor, mentee)
    for number, status in (("01", "held"), ("02", "planned"), ("03", "missed")):
        _session(made, about, f"pairs/{COHORT}/{slug}/sessions/{number}.yml", status)
    _thread(made, about, slug, mentor, mentee)
    if all_kinds:
        _what_no_page_knows(made, about, slug)
    return f"{COHORT}/{slug}"


def _key(about: About) -> str:
    return "|".join(
        str(each) for each in (about.confidentiality, about.publish, about.mentor, about.mentee, about.state)
    )


def _member(made: Planted, side: str, consent: str, pair: str) -> str:
    about = About(consent=consent)
    person = made.path_word("person", "person", about, pair, side)
    fields = made.add(
        f"pairs/people/{person}.yml",
        about,
        {"role": side, "consent.profile": consent, "offers.area": AREAS[0], "wants.area": AREAS[0], "capacity": "3"},
    )
    fields["dislikes"].append(canaries.text(canaries.word(_pair_path(pair), "match.shared_interests", "0")))
    return person


def _pair_path(slug: str) -> str:
    return f"pairs/{COHORT}/{slug}/pair.yml"


def _pair(made: Planted, about: About, slug: str, mentor: str, mentee: str) -> None:
    to_come = f"{COHORT}/{canaries.word('pair', 'path.pair', _key(TO_COME))}"
    fields = made.add(
        _pair_path(slug),
        about,
        {
            "mentor": mentor,
            "mentee": mentee,
            "focus": AREAS[0],
            "roadmaps": (ROADMAPS[0], DRAFT),
            "agreement.confidentiality": about.confidentiality,
            "agreement.publish": about.publish,
            "agreement.ends": "2026-07-01",
            "goals.state": "reached",
            "goals.progress": "75",
            "skipped.step": STEPS[1],
            "continues": to_come,
            "superseded_by": to_come,
        },
    )
    del fields["focus"][1], fields["match"]["shared_interests"][1], fields["skipped"][1]
    if about.confidentiality is None:
        del fields["agreement"]
    fields["history"] = history(fields["history"][0], about.state)


def history(first: Mapping[str, Any], state: str) -> list[dict[str, Any]]:
    """Give the history of a pair that came to a state, a week a step; without a state it is still to come."""
    if not state:
        return [{**first, "state": "proposed", "on": (CLOCK + timedelta(7)).isoformat()}]
    steps = enumerate(PATHS_OF_STATES[state])
    return [{**first, "state": each, "on": (date(2026, 1, 5) + at * timedelta(7)).isoformat()} for at, each in steps]


def _session(made: Planted, about: About, path: str, status: str) -> None:
    dates = {"held": "2026-02-10 15:00", "planned": "2026-04-07 15:00", "missed": "2026-03-10 15:00"}
    given = {
        "date": dates[status],
        "status": status,
        "template": TEMPLATES[0],
        "step": STEPS[0],
        "actions.owner": "mentor",
    }
    made.add(path, about, given)


def _thread(made: Planted, about: About, slug: str, mentor: str, mentee: str) -> None:
    abouts = {each: replace(about, visibility=each) for each in VISIBILITIES}
    names = {each: made.path_word("post", "slug", abouts[each], slug, each) for each in VISIBILITIES}
    links = _links((*(f"2026-02-03-{name}.md" for name in names.values()), f"../../../{_pair_path(slug)}"))
    for each, name in names.items():
        step = (
            f"{DRAFT}/{canaries.word(f'content/roadmaps/{DRAFT}.md', 'steps.id', '0')}"
            if each == "public"
            else STEPS[0]
        )
        given = {
            "author": mentor,
            "visibility": each,
            "step": step,
            "replies_to": f"2026-02-03-{names[ANSWERS[each]]}",
            "changed.owner": mentee,
            "changed.state": "done",
        }
        made.add(f"content/threads/{COHORT}/{slug}/2026-02-03-{name}.md", abouts[each], given, links)


def _links(targets: Iterable[str]) -> str:
    """Write a link to each file, with a word of no meaning."""
    return " ".join(f"[there]({target})" for target in targets)


def _what_no_page_knows(made: Planted, about: About, slug: str) -> None:
    """Add an image, a signature, a room note; a picture's own name is never its address."""
    image = made.path_word("image", "name", about, slug)
    png = next(data for path, data in programmes.healthy().items() if path.endswith(".png"))
    made.others[f"content/threads/{COHORT}/{slug}/{image}.png"] = png
    for path, file in made.files.items():
        if path.startswith(f"content/threads/{COHORT}/{slug}/"):
            file.body = f"{file.body}\n\n![a picture]({image}.png)"
    signature = made.path_word("signature", "name", about, slug)
    made.others[f"pairs/{COHORT}/{slug}/signatures/{signature}.sig"] = b"signed"
    made.add(f"pairs/{COHORT}/{slug}/notes/2026-02-03.md", about, {"visibility": "pair"})


def add_records(made: Planted, moved: Mapping[str, About]) -> None:
    """Add what only the programme's keepers write; `moved` are addresses and who may know of them."""
    anybody = About()
    for path in (
        f"pairs/{COHORT}/check-ins.yml",
        f"pairs/{COHORT}/pulse/2026-03-01.yml",
        f"pairs/{COHORT}/matching.yml",
    ):
        made.add(path, anybody, {})
    words = {made.word("moved", "entries", about, "content/moved.yml", to): to for to, about in moved.items()}
    made.files["content/moved.yml"] = File({f"/{word}/": to for word, to in words.items()})
