"""PER004 and PER005: training before the first talk, and room for the people one has; places are counted by hand."""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from small import ACCEPTED, BEGUN, PAIR, PROPOSED, SETTINGS, pair, people, person, room, session, settings
from telling import findings, related, told

MENTOR, MENTEE = "pairs/people/p-017.yml", "pairs/people/p-042.yml"
TRAINED = {"trained": "2026-01-07"}
ENDED = "state: ended_early, on: 2026-02-20, by: coordinator, reason: time"
HELD = room(session("2026-01-19", "held"))


def two(mentor: str | None, mentee: str | None = "2026-01-07", *steps: str) -> dict[str, str]:
    """Give an open pair of two people by the days of their training, on line 4 of their files."""
    given = {MENTOR: mentor, MENTEE: mentee}
    files = {path: person(3, **({"trained": day} if day else {})) for path, day in given.items()}
    return files | {PAIR: pair(*(steps or BEGUN))}


@pytest.mark.parametrize("path", [MENTOR, MENTEE])
def test_who_is_in_an_open_pair_is_trained(path: str) -> None:
    files = {**two("2026-01-07"), path: person(3)}
    says = f"{path}:1:1-15 warning: the pair is `active`, but `trained` is missing"
    assert told("PER004", files) == [says]
    assert told("PER004", two("2026-01-07")) == []


def test_since_when_it_is_missing_is_shown() -> None:
    (found,) = findings("PER004", two(None))
    assert related(found) == [f"{PAIR}:13:27-37: since"]


@pytest.mark.parametrize(("steps", "fires"), [((PROPOSED,), 0), ((PROPOSED, ACCEPTED), 1), ((*BEGUN, ENDED), 0)])
def test_before_and_after_an_open_pair_there_is_time(steps: tuple[str, ...], fires: int) -> None:
    assert len(told("PER004", two(None, "2026-01-07", *steps))) == fires


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-01-19", ""),
        ("2026-01-20", "4:10-20 error: trained on 2026-01-20, after the first session held on 2026-01-19"),
        (None, "1:1-15 error: a session was held, but `trained` is missing"),
    ],
)
@pytest.mark.parametrize("steps", [BEGUN, (*BEGUN, ENDED)])
def test_nobody_meets_before_the_training(day: str | None, says: str, steps: tuple[str, ...]) -> None:
    files = two(day, "2026-01-07", *steps) | HELD
    assert told("PER004", files) == ([f"{MENTOR}:{says}"] if says else [])


@pytest.mark.parametrize(
    ("day", "remedy"),
    [
        ("2026-01-20", "correct the day that is wrong; where both are right, tell a coordinator"),
        (None, "let the training take place before the next session, and write its day in `trained:`"),
    ],
)
def test_what_can_still_be_done_about_a_late_training(day: str | None, remedy: str) -> None:
    (found,) = findings("PER004", two(day) | HELD)
    assert found.help == remedy


def test_the_first_session_held_in_any_pair_counts() -> None:
    earlier = {
        "pairs/autumn/pair-01/pair.yml": pair(*BEGUN, ENDED, mentee="p-043"),
        **room(session("2026-01-15"), session("2026-01-16", "held"), pair="autumn/pair-01"),
    }
    (found,) = findings("PER004", two("2026-01-18") | HELD | earlier)
    assert related(found) == ["pairs/autumn/pair-01/sessions/02.yml:1:7-23: the first session held"]


def test_a_session_that_was_not_held_or_is_to_come_is_no_first_one() -> None:
    files = two("2026-01-25") | room(session("2026-01-19", "missed"), session("2026-02-17", "held"))
    assert told("PER004", files) == []
    assert told("PER004", two("2026-01-25") | HELD, date(2026, 1, 18)) == []


def test_a_training_that_is_still_to_come_is_told_elsewhere() -> None:
    assert told("PER004", two("2026-04-02") | HELD) == []
    assert len(told("PER007", two("2026-04-02"))) == 1 + 2


@pytest.mark.parametrize(
    ("policy", "told_of"),
    [("both", [MENTOR, MENTEE]), ("mentor", [MENTOR]), ("mentee", [MENTEE]), ("none", [])],
)
def test_the_programme_says_who_is_trained(policy: str, told_of: list[str]) -> None:
    found = findings("PER004", two(None, None) | settings(training_required=policy))
    assert [each.span.path for each in found] == told_of


def test_of_somebody_unknown_nothing_is_said() -> None:
    assert told("PER004", {PAIR: pair(*BEGUN)}) == []
    assert told("PER005", {PAIR: pair(*BEGUN), **_pair("04", "2026-02-02", "p-017", "p-043")}) == []


def _pair(name: str, day: str, mentor: str, mentee: str, *more: str, cohort: str = "spring") -> dict[str, str]:
    """Give a pair that was accepted on a day."""
    steps = (PROPOSED, ACCEPTED.replace("2026-01-08", day), *more)
    return {f"pairs/{cohort}/pair-{name}/pair.yml": pair(*steps, mentor=mentor, mentee=mentee)}


def mentoring(*mentees: str) -> dict[str, str]:
    """Give one mentor's pairs, accepted one after another in the order given; names run the other way."""
    files: dict[str, str] = {}
    for at, mentee in enumerate(mentees):
        files |= _pair(f"{9 - at:02}", f"2026-01-{10 + at}", "p-017", mentee)
    return files


@pytest.mark.parametrize(
    ("capacity", "partners", "fires"),
    [(None, 1, False), (None, 2, True), ("2", 2, False), ("2", 3, True), ("0", 1, True), ("5", 4, False)],
)
def test_nobody_has_more_mentees_than_room_for(capacity: str | None, partners: int, *, fires: bool) -> None:
    own = people(p017=person(3, **({"capacity": capacity} if capacity else {})))
    files = own | mentoring(*[f"p-04{at}" for at in range(partners)])
    last, allowed = f"pairs/spring/pair-{10 - partners:02}/pair.yml", capacity or "1"
    says = f"{last}:1:9-14 warning: `p-017` has {partners} partners in open pairs; room is for {allowed}"
    assert told("PER005", files) == ([says] if fires else [])


@pytest.mark.parametrize(("mentors", "fires"), [(2, False), (3, True)])
def test_a_mentee_has_room_for_two(mentors: int, *, fires: bool) -> None:
    files = people(p042=person(6))
    for at in range(mentors):
        files |= _pair(f"0{at}", f"2026-01-{10 + at}", f"p-02{at}", "p-042")
    (says,) = told("PER005", files) or [""]
    assert says.startswith("pairs/spring/pair-02/pair.yml:2:9-14 warning: `p-042` has 3 partners") is fires


def test_one_of_each_side_is_counted_apart_unless_a_capacity_says_otherwise() -> None:
    both = _pair("01", "2026-01-10", "p-017", "p-042") | _pair("02", "2026-01-11", "p-020", "p-017")
    assert told("PER005", both | people(p017=person(3))) == []
    (found,) = findings("PER005", both | people(p017=person(3, capacity="1")))
    assert str(found.span) == "pairs/spring/pair-02/pair.yml:2:9-14"
    assert related(found) == [f"{MENTOR}:4:11-12: their capacity"]


def test_what_counts_without_a_capacity_is_said() -> None:
    (found,) = findings("PER005", people(p017=person(3)) | mentoring("p-042", "p-043"))
    assert related(found) == ["pairs/spring/pair-08/pair.yml:1:9-14: without a `capacity`, 1 as mentor"]
    assert found.help == "name another mentor, or ask them whether they have room for 2 and set `capacity: 2`"


def test_the_programme_says_how_many() -> None:
    files = people(p017=person(3)) | mentoring("p-042", "p-043") | settings(capacity_mentor="2")
    assert told("PER005", files) == []
    files = people(p042=person(3)) | settings(capacity_mentee="1")
    files |= _pair("01", "2026-01-10", "p-017", "p-042") | _pair("02", "2026-01-11", "p-020", "p-042")
    assert len(told("PER005", files)) == 1


@pytest.mark.parametrize("last", ["state: ended_early, on: 2026-02-20, by: coordinator, reason: time"])
def test_only_open_pairs_of_two_count(last: str) -> None:
    ended = _pair("01", "2026-01-10", "p-017", "p-042", last) | _pair("02", "2026-01-11", "p-017", "p-043")
    assert told("PER005", people(p017=person(3)) | ended) == []
    proposed = {PAIR: pair(PROPOSED), **_pair("04", "2026-01-11", "p-017", "p-043")}
    assert told("PER005", people(p017=person(3)) | proposed) == []


def test_a_second_pair_of_the_same_two_is_told_elsewhere() -> None:
    twice = _pair("01", "2026-01-10", "p-017", "p-042") | _pair("02", "2026-01-11", "p-017", "p-042")
    assert told("PER005", people(p017=person(3)) | twice) == []
    assert len(told("PAI001", twice)) == 1


COHORTS = ("2024-spring", "2024-autumn", "2025-spring", "2025-autumn")


def cohorts(*mentored: str, last: str = "") -> dict[str, str]:
    """Give a mentor's ended pairs in some of four cohorts, the file listing the newest first, and the last open."""
    listed = "".join(
        f"  - id: {name}\n    title: A cohort\n    starts: {day}\n    ends: 2026-12-01\n"
        for name, day in zip(reversed(COHORTS), ("2025-09-01", "2025-02-01", "2024-09-01", "2024-02-01"), strict=True)
    )
    text = programmes.healthy()[SETTINGS].decode()
    head, rest = text.split("cohorts:\n")
    files = {SETTINGS: f"{head}cohorts:\n{listed}defaults:{rest.partition('defaults:')[2]}", MENTOR: person(3)}
    for name in mentored:
        more = () if name == mentored[-1] and not last else (last or ENDED,)
        files |= _pair("01", "2026-01-10", "p-017", f"p-{name}", *more, cohort=name)
    return files


@pytest.mark.parametrize(
    ("mentored", "fires"),
    [
        (COHORTS[:2], False),
        (COHORTS[:3], True),
        (COHORTS[1:], True),
        (COHORTS, True),
        ((COHORTS[0], COHORTS[1], COHORTS[3]), False),
        ((COHORTS[0], COHORTS[2], COHORTS[3]), False),
    ],
)
def test_nobody_is_mentor_in_three_cohorts_running(mentored: tuple[str, ...], *, fires: bool) -> None:
    place = f"pairs/{mentored[-1]}/pair-01/pair.yml:1:9-14"
    says = f"{place} warning: `p-017` is mentor in the third cohort running"
    assert told("PER005", cohorts(*mentored)) == ([says] if fires else [])


def test_the_three_cohorts_are_named() -> None:
    (found,) = findings("PER005", cohorts(*COHORTS[:3]))
    assert related(found)[0].endswith(": 2024-spring, 2024-autumn and 2025-spring")


def test_a_mentee_may_come_again_and_what_is_over_is_left_alone() -> None:
    files = cohorts(*COHORTS[:3])
    turned = {path: text.replace("mentor: p-017\nmentee: ", "mentee: p-017\nmentor: ") for path, text in files.items()}
    assert told("PER005", turned) == []
    assert told("PER005", cohorts(*COHORTS[:3], last=ENDED)) == []


def test_who_was_only_proposed_was_no_mentor_yet() -> None:
    files = cohorts(*COHORTS[:3])
    path = f"pairs/{COHORTS[1]}/pair-01/pair.yml"
    assert told("PER005", {**files, path: pair(PROPOSED, mentor="p-017", mentee="p-043")}) == []
