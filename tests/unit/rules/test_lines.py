"""PAI004 and PAI005: mentor and mentee in the tree of managers; places are counted by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from small import BEGUN, PAIR, pair, people, person, settings
from telling import findings, related, told


def above(*names: str) -> dict[str, str]:
    """Give people each of whom is the manager of the one before."""
    managers = dict(pairwise(names))
    return {
        f"pairs/people/{name}.yml": person(at + 1, **({"manager": managers[name]} if name in managers else {}))
        for at, name in enumerate(names)
    }


def numbered(count: int) -> list[str]:
    """Name as many people as stand between the two."""
    return [f"p-1{number:02}" for number in range(count)]


@pytest.mark.parametrize("between", [0, 1, 2, 5, 40])
def test_the_mentee_above_the_mentor_at_any_depth(between: int) -> None:
    files = above("p-017", *numbered(between), "p-042", "p-001") | {PAIR: pair(*BEGUN)}
    (found,) = findings("PAI004", files)
    assert (str(found.span), found.severity) == (f"{PAIR}:1:9-14", "error")
    assert found.message == "mentor and mentee stand in one reporting line"
    assert found.help == "choose another mentee; this rule has no exception"
    steps = "1 `manager` field" if between == 0 else f"{between + 1} `manager` fields"
    note = ["the people between them are not printed"] if between else []
    assert related(found) == [
        f"{PAIR}:1:9-14: reaches the mentee through {steps}",
        "pairs/people/p-017.yml:4:10-15: ",
        *note,
    ]


@pytest.mark.parametrize("between", [0, 1, 3])
def test_the_mentor_above_the_mentee_at_any_depth(between: int) -> None:
    files = above("p-042", *numbered(between), "p-017", "p-001") | {PAIR: pair(*BEGUN)}
    (found,) = findings("PAI004", files)
    assert str(found.span) == f"{PAIR}:2:9-14"
    assert found.help == "choose another mentor; this rule has no exception"
    assert related(found)[1] == "pairs/people/p-042.yml:4:10-15: "
    assert f"through {between + 1} `manager`" in related(found)[0]


def test_the_line_is_shown_as_places_only_and_names_nobody() -> None:
    (found,) = findings("PAI004", above("p-017", "p-051", "p-052", "p-042") | {PAIR: pair(*BEGUN)})
    assert [each.excerpt for each in found.related if each.span] == [True, False]
    words = found.message + found.help + "".join(each.message for each in found.related)
    assert not any(name in words for name in ("p-051", "p-052"))


def test_one_top_above_both_is_no_reporting_line() -> None:
    files = above("p-017", "p-051", "p-001") | above("p-042", "p-052", "p-001") | {PAIR: pair(*BEGUN)}
    assert told("PAI004", files) == []


def test_a_line_that_ends_with_somebody_unknown_is_not_guessed() -> None:
    lost = above("p-017", "p-051") | people(p042=person(9)) | {PAIR: pair(*BEGUN)}
    assert told("PAI004", lost) == []


def test_a_circle_through_both_is_told_by_its_own_code() -> None:
    circle = people(p017=person(1, manager="p-042"), p042=person(2, manager="p-017")) | {PAIR: pair(*BEGUN)}
    assert told("PAI004", circle) == []
    assert len(told("PER002", circle)) == 1


def test_a_circle_further_up_hides_nothing() -> None:
    files = people(
        p017=person(1, manager="p-042"), p042=person(2, manager="p-051"), p051=person(3, manager="p-042")
    ) | {PAIR: pair(*BEGUN)}
    assert len(told("PAI004", files)) == 1


def line(mentor: str, mentee: str = "p-051") -> dict[str, str]:
    """Give the mentee's line p-051, p-052, p-053, p-001, and a mentor below one of them or below p-060."""
    return (
        above("p-051", "p-052", "p-053", "p-001")
        | people(p017=person(1, manager=mentor), p042=person(5, manager=mentee), p060=person(5, manager="p-001"))
        | {PAIR: pair(*BEGUN)}
    )


@pytest.mark.parametrize(
    ("nearest", "mentor", "shared"),
    [
        ("0", "p-051", 0),
        ("1", "p-051", 1),
        ("1", "p-052", 0),
        ("2", "p-052", 2),
        ("2", "p-053", 0),
        ("3", "p-053", 3),
        ("3", "p-060", 0),
        ("4", "p-060", 4),
        ("5", "p-051", 1),
    ],
)
def test_the_nearest_managers_of_the_mentee_stand_not_above_the_mentor(nearest: str, mentor: str, shared: int) -> None:
    found = findings("PAI005", line(mentor) | settings(common_manager=nearest))
    who = "the mentee's own manager" if shared == 1 else f"the mentee's manager number {shared}"
    says = [(f"{PAIR}:2:9-14", "warning", f"{who} stands above the mentor as well")] if shared else []
    assert [(str(each.span), each.severity, each.message) for each in found] == says


def test_it_is_off_unless_the_programme_asks_for_it() -> None:
    assert told("PAI005", line("p-051") | settings()) == []


def test_the_manager_is_shown_as_a_place_only() -> None:
    (found,) = findings("PAI005", line("p-051") | settings(common_manager="2"))
    assert related(found) == [
        f"{PAIR}:2:9-14: looked at: the nearest 2 (`common_manager: 2`)",
        "pairs/people/p-042.yml:4:10-15: ",
        "the manager is not printed",
    ]
    assert [each.excerpt for each in found.related if each.span] == [True, False]


@pytest.mark.parametrize(("mentor", "mentee"), [("p-042", "p-051"), ("p-060", "p-017")])
def test_who_stands_in_one_line_is_told_that_alone(mentor: str, mentee: str) -> None:
    files = line(mentor, mentee) | settings(common_manager="5")
    assert len(told("PAI004", files)) == 1
    assert told("PAI005", files) == []
