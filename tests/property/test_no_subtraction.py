"""Numbers of one build: no sum and no difference of any of them isolates a group under five.

Programmes are drawn by a seed; what a build shows is taken from its whole view, and the sets behind its numbers are
counted here once more. Then every combination of the sets is tried, each taken away, left out or added.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import compress, product
from random import Random
from typing import Any, NamedTuple

import circle
import programmes
import pytest
import rendered
from couple import Couple

from generator.kinds.base import Audience
from generator.progress.whole import measure, standings
from generator.view import small, view
from generator.view.shapes import View

SEEDS = range(60)
DAY = Couple().day(40)
COHORTS = ("2025-autumn", "2026-spring")
ROADMAPS = ("fluency", "candour", "insight")
STATUS = 10
Set = frozenset[str]

ABOUT_HIDDEN_PAIRS = {
    ("TotalView", "pairs"): "pairs",
    ("TotalView", "mentors"): "mentors",
    ("TotalView", "mentees"): "mentees",
    ("TotalView", "sessions"): "work",
    ("TotalView", "hours"): "work",
    ("TotalView", "steps"): "work",
    ("TotalView", "finished"): "work",
    ("TotalView", "records"): "work",
    ("RoadmapView", "used_by"): "pairs",
    ("LineView", "values"): "work",
}
"""Numbers that count what has no page of its own, each with whom it counts."""
SEEN_ANYWAY = {
    ("TotalView", "posts"), ("TotalView", "changes"),  # posts that this reader may read one by one
    ("AreaView", "balance"),  # the people whom the lists beside it name
    ("Served", "sessions"),
    ("PairView", "goals"), ("Part", "done"), ("Part", "whole"), ("Part", "percent"), ("Part", "files"),
    ("Site", "sessions"), ("Site", "smallest"), ("RoadmapView", "version"), ("RoadmapView", "minutes"),
    ("StepView", "minutes"), ("AgendaView", "minutes"), ("AgendaView", "mentor_share"), ("ItemView", "minutes"),
    ("Card", "minutes"), ("Profile", "places_free"), ("GoalView", "percent"), ("RoomView", "sealed"),
    ("SessionView", "number"), ("SessionView", "length"), ("SessionView", "mentor_share"), ("SessionView", "actual"),
    ("SessionView", "moved"), ("ActionView", "age"), ("Terms", "sessions"),
}  # fmt: skip
"""Numbers about one page, which says who or what it is about."""


class Drawn(NamedTuple):
    """A pair as it was drawn."""

    cohort: str
    mentor: str
    mentee: str
    roadmap: str
    publish: str


def draw(seed: int) -> dict[str, Drawn]:
    """Draw pairs over two cohorts and three roadmaps; some people are in two, most pairs publish something."""
    by = Random(seed)
    found, shy, again = {}, by.choice((0, 1, 6)), by.choice((0.0, 0.1, 0.5))
    for number in range(by.randint(4, 26)):
        cohort = by.choices(COHORTS, (1, by.choice((1, 3))))[0]
        mentor, mentee = (f"{side}{by.randrange(number + 1) if by.random() < again else number}" for side in ("m", "s"))
        publish = by.choices(("nothing", "names", "progress"), (shy, 1, by.choice((1, 6))))[0]
        found[f"{cohort}/p{number:02}"] = Drawn(cohort, mentor, mentee, by.choice(ROADMAPS), publish)
    return found


def files(drawn: Mapping[str, Drawn]) -> dict[str, str]:
    """Write pairs that began, met once and are active, and everybody's consent."""
    healthy = {path: data.decode() for path, data in programmes.healthy().items() if path.endswith((".yml", ".md"))}
    kept = ("pairs/programme.yml", "content/agendas/")
    found = {path: text for path, text in healthy.items() if path.startswith(kept)}
    roadmap = next(text for path, text in healthy.items() if path.startswith("content/roadmaps/"))
    found |= {f"content/roadmaps/{name}.md": roadmap.replace("state: draft", "state: active") for name in ROADMAPS}
    for name, each in drawn.items():
        couple = Couple().files()["pairs/spring/pair-03/pair.yml"]
        couple = couple.replace("p-017", each.mentor).replace("p-042", each.mentee)
        agreed = f"confidentiality: open, publish: {each.publish}, ends:"
        found[f"pairs/{name}/pair.yml"] = couple.replace("ends:", agreed) + f"roadmaps: [{each.roadmap}]\n"
        for person, role in ((each.mentor, "mentor"), (each.mentee, "mentee")):
            text = circle.signed_up(person, role, each.cohort)[f"pairs/people/{person}.yml"]
            found[f"pairs/people/{person}.yml"] = text.replace("profile: nobody", "profile: organisation")
    return found


def built(drawn: Mapping[str, Drawn], audience: Audience = "organisation") -> View:
    programme = programmes.loaded(files(drawn)).programme
    return view(programme, measure(programme, DAY), (), audience)


@cache
def of_seed(seed: int) -> View:
    """Build what a seed draws, as the code is; what changes the code builds anew."""
    return built(draw(seed))


def numbers(value: Any, at: tuple[str, str] = ("", "")) -> Iterator[tuple[str, str]]:
    """Walk a view; give the class and the field of each number in it."""
    if isinstance(value, int | Fraction | float) and not isinstance(value, bool):
        yield at
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from numbers(getattr(value, field.name), (type(value).__name__, field.name))
    elif isinstance(value, Mapping):
        yield from (found for each in value.values() for found in numbers(each, at))
    elif isinstance(value, tuple | list | frozenset):
        yield from (found for each in value for found in numbers(each, at))


def tables(drawn: Mapping[str, Drawn], seen: View) -> tuple[dict[str, list[Set]], dict[str, Set]]:
    """Give, for each kind of number, the sets behind those a build shows, and whom its reader knows."""
    listed = {each.address.removeprefix("/pairs/").strip("/") for each in seen.pairs}
    shows = {each.address.removeprefix("/pairs/").strip("/") for each in seen.pairs if each.sessions is not None}
    groups = {each.id: {name for name, pair in drawn.items() if pair.cohort == each.id} for each in seen.cohorts}
    found: dict[str, list[Set]] = {"pairs": [], "work": [], "mentors": [], "mentees": []}
    for names, total in [(set(drawn), seen.totals), *((groups[each.id], each.total) for each in seen.cohorts)]:
        if total is None:
            continue
        sides = [frozenset(getattr(drawn[name], side) for name in names) for side in ("mentor", "mentee")]
        pairs = frozenset(names)
        for kind, number, behind in (
            ("pairs", total.pairs, pairs), ("mentors", total.mentors, sides[0]), ("mentees", total.mentees, sides[1]),
        ):  # fmt: skip
            if number is not None:
                assert number == len(behind) >= 5
                found[kind].append(behind)
        assert (total.mentors is None) == (total.mentees is None)
        assert {total.sessions is None, total.hours is None, total.steps is None, total.finished is None} != {
            True,
            False,
        }
        found["work"] += [pairs] if total.sessions is not None else []
    for roadmap in seen.roadmaps:
        users = frozenset(name for name, pair in drawn.items() if pair.roadmap == roadmap.id)
        if roadmap.used_by is not None:
            assert roadmap.used_by == len(users) >= 5
            found["pairs"].append(users)
    titles = {each.title: each.id for each in seen.cohorts}
    for line in (line for lines in seen.progress.lines for line in lines.lines):
        found["pairs"].append(frozenset(groups[titles[line.cohort]]))
        found["work"].append(frozenset(groups[titles[line.cohort]]))
    known = {"pairs": frozenset(listed), "work": frozenset(shows)}
    known |= {f"{side}s": frozenset(getattr(drawn[name], side) for name in listed) for side in ("mentor", "mentee")}
    return found, known


def isolated(sets: list[Set], known: Set, smallest: int = 5) -> Set | None:
    """Search all sums and differences of sets for one that speaks of fewer than `smallest` unknown ones.

    Who is in the same sets stands or falls together, so only these groups are summed.
    """
    unique = sorted(set(sets), key=sorted)
    groups: dict[tuple[bool, ...], set[str]] = {}
    for each in frozenset[str]().union(*unique) - known:
        groups.setdefault(tuple(each in one for one in unique), set()).add(each)
    for signs in product((-1, 0, 1), repeat=len(unique)):
        left = [group for marks, group in groups.items() if sum(compress(signs, marks))]
        if 0 < sum(map(len, left)) < smallest:
            return frozenset[str]().union(*left)
    return None


def faults(seed: int, seen: View) -> list[Set]:
    found, known = tables(draw(seed), seen)
    return [left for kind, sets in found.items() if (left := isolated(sets, known[kind]))]


def test_the_search_finds_what_a_subtraction_leaves() -> None:
    ten, seven = frozenset("abcdefghij"), frozenset("abcdefg")
    assert isolated([ten, seven], frozenset()) == frozenset("hij")
    assert isolated([ten, seven], frozenset("hij")) is None
    assert isolated([ten, frozenset("abcde"), frozenset("fg")], frozenset("fg")) == frozenset("hij")


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_can_be_had_by_subtraction(seed: int) -> None:
    assert faults(seed, of_seed(seed)) == []


def test_what_may_be_shown_is_shown() -> None:
    shown = Counter(kind for seed in SEEDS for kind, sets in tables(draw(seed), of_seed(seed))[0].items() for _ in sets)
    assert all(shown[kind] > len(SEEDS) // 3 for kind in ("pairs", "work", "mentors", "mentees")), shown


def test_without_the_rule_something_is_isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "pieces_are_safe", lambda *_: True)
    assert any(faults(seed, built(draw(seed))) for seed in SEEDS)


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_every_number_of_a_view_is_judged_here(audience: Audience) -> None:
    views = [
        rendered.healthy(audience).view,
        rendered.bundled(audience).view,
        *(built(draw(seed), audience) for seed in SEEDS[:9]),
    ]
    seen = {number for each in views for number in numbers(each)}
    assert seen >= {("TotalView", "pairs"), ("TotalView", "sessions")}
    assert seen - SEEN_ANYWAY - ABOUT_HIDDEN_PAIRS.keys() == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_band_of_the_rhythm_is_said_of_ten_pairs_or_more_and_never_beside_fewer(seed: int) -> None:
    drawn = draw(seed)
    programme, seen = programmes.loaded(files(drawn)).programme, of_seed(seed)
    bands = {name: stands.band.name for name, stands in standings(programme, DAY).items()}
    judged = {name for name, band in bands.items() if band not in (None, "too early")}
    told = [(set(drawn), seen.totals)]
    told += [({name for name in drawn if drawn[name].cohort == each.id}, each.total) for each in seen.cohorts]
    sets = [frozenset(names & judged) for names, total in told if total is not None and total.rhythm is not None]
    assert all(len(each) >= STATUS for each in sets)
    assert isolated(sets, frozenset(), STATUS) is None
