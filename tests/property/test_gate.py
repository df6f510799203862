"""The gate: what an audience may not know is on no page of it, what it may know is, and nothing else leaves a trace."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

import canaries
import pytest
from gated import Planted
from reached import SETTINGS, mixed, planted, programme, reached, site, unread
from seen import AUDIENCES, About
from twins import Twin

from generator.kinds.base import Audience
from generator.kinds.post import SEALED, WIDTH
from generator.progress import groups
from generator.view import content, small
from generator.view.gate import Gate
from generator.view.shapes import Link, Someone

QUICK, MANY = 6, 600
FEW = (
    About("open", "progress", "organisation", "organisation", "active"),
    About("pair", "names", "organisation", "organisation", "completed"),
    About("themes", "progress", "cohort", "nobody", "paused"),
    About("open", "nothing", "nobody", "organisation", "ended_early"),
    About(None, None, "organisation", "cohort", "declined"),
)
"""Pairs between which every gate has something to hold back."""


@cache
def mixture() -> Planted:
    return planted(mixed(FEW, SETTINGS))


@cache
def few() -> Planted:
    return planted(FEW)


def found(made: Planted, audience: Audience) -> frozenset[str]:
    return canaries.in_texts(site(programme(made.bytes()), audience).values())


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_is_found_in_base64_wherever_it_begins(before: str) -> None:
    word = canaries.word("somewhere")
    assert canaries.words(b64encode(f"{before}{word.title()}, and more".encode()).decode()) == {word}


def test_every_file_with_words_can_be_read() -> None:
    assert unread(mixture()) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_words_reach_whom_they_may_reach_and_nobody_else(audience: Audience) -> None:
    assert reached(mixture(), audience, found(mixture(), audience)) == ([], [], [])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(24))
def test_words_of_every_pair_there_can_be(part: int) -> None:
    made = planted(SETTINGS[part::24])
    for audience in AUDIENCES:
        leaks, missing, _ = reached(made, audience, found(made, audience))
        assert (leaks, missing) == ([], [])


def differences(seed: int) -> list[str]:
    """Name the pages in which a twin of some pairs differs for the audience that may not know it from the other."""
    by, audience = Random(seed), AUDIENCES[seed % len(AUDIENCES)]
    made = planted(by.sample(SETTINGS, by.randint(1, 6)))
    return differing(made, audience, seed, site(programme(made.bytes()), audience))


def differing(made: Planted, audience: Audience, seed: int, one: Mapping[str, str]) -> list[str]:
    """Name the pages in which a twin differs from what the audience was told."""
    files = Twin(made, audience, seed).files()
    assert files != made.bytes()
    other = site(programme(files), audience)
    pages = sorted({*one, *other})
    return [each for each in pages if one.get(each) != other.get(each)] or (["order"] if [*one] != [*other] else [])


@pytest.mark.parametrize("seed", range(QUICK))
def test_twins_give_the_same_pages(seed: int) -> None:
    assert differences(seed) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_many_twins_give_the_same_pages(part: int) -> None:
    assert {seed: pages for seed in range(QUICK + part, MANY, 10) if (pages := differences(seed))} == {}


# every gate left open, one at a time


def _someone(gate: Gate, person: str, role: str = "") -> Someone:
    return Someone(gate.programme.people[person].item.name, None, role)


def _post_link(gate: Gate, post: str) -> Link | None:
    entry = gate.programme.posts.get(post)
    return Link(entry.item.title, f"/posts/{post}/") if entry else None


def _roadmap(gate: Gate, roadmap: str) -> Link | None:
    entry = gate.programme.roadmaps.get(roadmap)
    return Link(entry.item.title, f"/roadmaps/{roadmap}/") if entry else None


def _addresses(gate: Gate) -> dict[str, str]:
    return {post.path: f"/posts/{name}/" for name, post in gate.programme.posts.items()}


def _always(value: Any) -> Callable[..., Any]:
    return lambda *_: value


OPENED: dict[str, Any] = {
    "outside": property(_always(value=False)),
    "inside": property(_always(value=True)),
    "coordinators": property(_always(value=True)),
    "files": lambda _, paths: tuple(sorted(set(paths))),
    "consents": _always(value=True),
    "someone": _someone,
    "profile": lambda _, person: f"/people/{person}/",
    "publish": _always("progress"),
    "_both_consent": _always(value=True),
    "pairs": property(lambda gate: tuple(sorted(gate.programme.pairs))),
    "_shows": _always(value=True),
    "_listed": property(lambda gate: frozenset(gate.programme.pairs)),
    "has_page": _always(value=True),
    "shows_progress": _always(value=True),
    "tells_steps": _always(value=True),
    "pair_link": lambda gate, pair: Link(gate.pair_title(pair), f"/pairs/{pair}/"),
    "opened": _always("open"),
    "reads": lambda _, post: post.item.visibility in WIDTH.keys() - {SEALED},
    "_agreed": _always(WIDTH["public"]),
    "post_link": _post_link,
    "roadmap": _roadmap,
    "addresses": property(_addresses),
}
"""Each gate as if it allowed everything."""

NO_GATES = {"_names", "state", "pair_title", "area", "step", "agenda", "body", "_resolver", "_place", "_steps"}
"""What decides nothing itself: it asks the gates above, or says what everybody may know."""


def behind(said: Mapping[str, str]) -> list[str]:
    """Name the data that say from which files a figure was counted."""
    return [address for address, text in said.items() if address.endswith("/index.json") and '"files": ["' in text]


def faults() -> Iterator[object]:
    """Give whatever the checks above find, the quick ones first."""
    made, told = few(), dict[Audience, Mapping[str, str]]()
    for audience in AUDIENCES:
        said = told[audience] = site(programme(made.bytes()), audience)
        leaks, missing, _ = reached(made, audience, canaries.in_texts(said.values()))
        yield from (leaks, missing)
        yield bool(behind(said)) != (audience == "coordinators")
    for seed in range(6):
        audience = AUDIENCES[seed % len(AUDIENCES)]
        yield differing(made, audience, seed, told[audience])


def test_the_gates_as_they_are_let_nothing_through() -> None:
    assert not any(faults())


def test_every_function_of_the_gate_is_tried_or_decides_nothing() -> None:
    functions = {name for name in vars(Gate) if not name.startswith("__")}
    assert functions - {"programme", "audience", "as_of"} == {*OPENED, *NO_GATES}


@pytest.mark.parametrize("name", OPENED)
def test_a_gate_left_open_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, name, OPENED[name])
    assert any(faults())


def test_small_groups_that_are_shown_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "shown", lambda sizes, *_: frozenset(sizes))
    monkeypatch.setattr(small, "pieces_are_safe", _always(value=True))
    monkeypatch.setattr(small, "_added", lambda _base, _parts, names, *_: frozenset(names))
    assert any(faults())


def test_a_redirect_to_a_page_that_is_not_there_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "redirects", lambda gate: dict(sorted(gate.programme.moved.item.entries.items())))
    assert any(faults())
