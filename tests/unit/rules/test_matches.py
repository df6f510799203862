"""PAI006 and PAI007: department, reason, and what the two have in common; places are counted by hand."""

from __future__ import annotations

import pytest
from small import BEGUN, PAIR, PROPOSED, pair, people, person
from telling import findings, related, told


def departments(mentor: str, mentee: str) -> dict[str, str]:
    """Give an open pair of two departments."""
    return people(p017=person(3, department=mentor), p042=person(6, department=mentee)) | {PAIR: pair(*BEGUN)}


@pytest.mark.parametrize("other", ["Logistics", "logistics", "'Logistics '"])
def test_two_of_one_department_are_told(other: str) -> None:
    (found,) = findings("PAI006", departments("Logistics", other))
    assert (str(found.span), found.severity) == (f"{PAIR}:2:9-14", "warning")
    assert found.message == "mentor and mentee work in one department"
    assert [place.partition(".yml:4:13-")[0] for place in related(found)] == [
        "pairs/people/p-017",
        "pairs/people/p-042",
    ]


def test_two_departments_are_fine_and_one_unknown_is_not_guessed() -> None:
    assert told("PAI006", departments("Logistics", "Commerce")) == []
    assert told("PAI006", people(p017=person(3), p042=person(6)) | {PAIR: pair(*BEGUN)}) == []


SHARING = people(
    p017=person(3, interests="[night trains, chess puzzles]", dislikes="[open-plan offices, choir]"),
    p042=person(6, interests="[Night  Trains, choir]", dislikes="[open-plan offices]"),
)


def matched(**match: str) -> dict[str, str]:
    """Give an open pair of two people with something in common."""
    return SHARING | {PAIR: pair(*BEGUN, match=match)}


@pytest.mark.parametrize(("length", "fires"), [(19, True), (20, False)])
def test_a_reason_has_twenty_characters(length: int, *, fires: bool) -> None:
    says = f"{PAIR}:7:11-{11 + length} warning: the reason has {length} characters; at least 20 are expected"
    assert told("PAI007", matched(reason="é" * length)) == ([says] if fires else [])


def test_spaces_around_a_reason_do_not_count() -> None:
    assert len(told("PAI007", matched(reason="'  They get on well. '"))) == 1


@pytest.mark.parametrize("shared", ["night trains", "NIGHT trains", "open-plan offices"])
def test_an_interest_or_a_dislike_of_both_is_shared(shared: str) -> None:
    assert told("PAI007", matched(shared_interests=f"[{shared}]")) == []


@pytest.mark.parametrize(
    ("shared", "why"),
    [
        ("chess puzzles", "not in the file of the mentee"),
        ("sailing", "not in the file of the mentor nor of the mentee"),
        ("choir", "one likes it, the other does not"),
    ],
)
def test_what_only_one_of_them_likes_is_not_shared(shared: str, why: str) -> None:
    (found,) = findings("PAI007", matched(shared_interests=f"[night trains, {shared}]"))
    place = f"{PAIR}:8:36-{36 + len(shared)}"
    assert (str(found.span), found.severity, found.key) == (place, "warning", "match.shared_interests[1]")
    assert found.message == "this is no interest, and no dislike, of both"
    assert related(found) == [f"{place}: {why}"]


def test_what_the_mentor_does_not_have_is_told_of_the_mentor() -> None:
    turned = {PAIR: pair(*BEGUN, mentor="p-042", mentee="p-017", match={"shared_interests": "[chess puzzles]"})}
    (found,) = findings("PAI007", SHARING | turned)
    assert related(found)[0].endswith("not in the file of the mentor")


def test_each_that_is_not_shared_is_told() -> None:
    assert len(told("PAI007", matched(shared_interests="[sailing, choir]", reason="So."))) == 3


@pytest.mark.parametrize("silent", ["p-017", "p-042"])
def test_who_says_nothing_of_their_interests_is_told_elsewhere(silent: str) -> None:
    files = matched(shared_interests="[sailing]") | {f"pairs/people/{silent}.yml": person(4)}
    assert told("PAI007", files) == []


def test_a_proposal_is_looked_at_and_what_was_declined_is_not() -> None:
    declined = "state: declined, on: 2026-01-08, by: coordinator, reason: time"
    assert len(told("PAI007", SHARING | {PAIR: pair(PROPOSED, match={"reason": "So."})})) == 1
    assert told("PAI007", SHARING | {PAIR: pair(PROPOSED, declined, match={"reason": "So."})}) == []
