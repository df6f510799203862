"""PRG: what the programme file promises; every place is counted by hand in the texts below."""

from __future__ import annotations

import pytest
from telling import findings, related, told

FILE = "pairs/programme.yml"
HEAD = """\
name: Open Door
purpose: See it from below.
organisation: Lanternworks
not_for:
  - performance management
  - promotion
  - recruitment
timezone: Europe/Berlin
language: en
focus_areas:
  - id: digital
    title: Digital
    why: Those who pay have not tried.
cohorts:
  - id: spring
    title: Spring
    starts: 2026-01-05
    ends: 2026-06-26
defaults:
  sessions: 6
  minimum_sessions: 4
  every: 30 days
  length: 60 min
people:
  sponsor: p-001
  coordinators:
    - p-003
    - p-004
  support_contact: p-002
id: open-door
"""


def programme(*changes: tuple[str, str], tail: str = "") -> dict[str, str]:
    """Give the programme file with words replaced, and what follows it."""
    text = HEAD
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return {FILE: text + tail}


def test_a_programme_for_nothing_else_is_fine() -> None:
    for code in ("PRG001", "PRG002", "PRG003", "PRG004"):
        assert told(code, programme()) == []


def test_capitals_and_more_purposes_do_not_matter() -> None:
    assert told("PRG001", programme(("  - promotion\n", "  - Promotion\n  - rating anybody\n"))) == []


def test_what_is_not_ruled_out_is_named() -> None:
    files = programme(("  - promotion\n  - recruitment\n", "  - promotions\n"))
    (found,) = findings("PRG001", files)
    assert str(found.span) == f"{FILE}:4:1-8"
    assert found.severity == "warning"
    assert found.message == "`not_for` does not name `promotion` and `recruitment`"


def test_an_id_given_twice_is_shown_at_both_places() -> None:
    twice = "    why: Those who pay have not tried.\n  - id: digital\n    title: Again\n    why: No reason.\n"
    (found,) = findings("PRG002", programme(("    why: Those who pay have not tried.\n", twice)))
    assert str(found.span) == f"{FILE}:14:9-16"
    assert found.message == "focus area `digital` stands twice"
    assert related(found) == [f"{FILE}:14:9-16: the second", f"{FILE}:11:9-16: the first"]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-01-05", ["error: cohort `spring` ends before it has begun"]),
        ("2025-06-26", ["error: cohort `spring` ends before it has begun"]),
        ("2026-04-04", ["warning: cohort `spring` is shorter than 13 weeks"]),  # a Saturday: 90 days
        ("2026-04-05", []),  # a Sunday: 91 days, 13 weeks
        ("2027-07-04", []),  # a Sunday: 546 days, 78 weeks
        ("2027-07-05", ["warning: cohort `spring` is longer than 78 weeks"]),
    ],
)
def test_a_cohort_lasts_13_to_78_weeks(ends: str, expected: list[str]) -> None:
    place = f"{FILE}:18:11-21"
    assert told("PRG002", programme(("2026-06-26", ends))) == [f"{place} {each}" for each in expected]


def test_a_short_cohort_is_told_the_first_day_that_would_do() -> None:
    (found,) = findings("PRG002", programme(("2026-06-26", "2026-03-01")))
    assert found.help == "set `ends: 2026-04-05` or later"
    assert related(found) == [f"{FILE}:18:11-21: it lasts 8 weeks", f"{FILE}:17:13-23: its first day"]


def test_the_length_of_a_cohort_is_a_policy() -> None:
    tail = "policy:\n  cohort_weeks: [8, 78]\n"
    assert told("PRG002", programme(("2026-06-26", "2026-03-01"), tail=tail)) == []


def test_one_coordinator_given_twice_is_one() -> None:
    (found,) = findings("PRG003", programme(("    - p-004\n", "    - p-003\n")))
    assert str(found.span) == f"{FILE}:26:3-15"
    assert found.message == "the programme has fewer than two coordinators"


@pytest.mark.parametrize(
    ("contact", "part", "place"),
    [("p-004", "a coordinator", "28:7-12"), ("p-001", "the sponsor", "25:12-17")],
)
def test_the_support_contact_has_no_other_part(contact: str, part: str, place: str) -> None:
    (found,) = findings("PRG003", programme(("support_contact: p-002", f"support_contact: {contact}")))
    assert str(found.span) == f"{FILE}:29:20-25"
    assert found.message == f"the support contact is {part} as well"
    assert related(found) == [f"{FILE}:{place}: {part}"]


PERSON = "name: Somebody\nrole: none\nlevel: 3\n"
PAIR = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift; he has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
  - state: accepted
    on: 2026-01-08
    by: both
"""


def lines(pair: str = PAIR, **managers: str) -> dict[str, str]:
    """Give a programme with one pair; the names are people, the values their managers (the empty text: none)."""
    people = {
        f"pairs/people/{name.replace('_', '-')}.yml": PERSON + (f"manager: {manager}\n" if manager else "")
        for name, manager in managers.items()
    }
    return programme() | {"pairs/spring/pair-03/pair.yml": pair} | people


@pytest.mark.parametrize(
    ("managers", "side"),
    [
        ({"p_017": "p-005", "p_005": "p-002", "p_042": "p-006"}, "mentor"),  # above, two steps
        ({"p_017": "p-005", "p_042": "p-006", "p_002": "p-042"}, "mentee"),  # below
        ({"p_042": "p-002"}, "mentee"),
    ],
)
def test_the_support_contact_stands_outside_of_both_lines(managers: dict[str, str], side: str) -> None:
    (found,) = findings("PRG003", lines(**managers))
    assert str(found.span) == f"{FILE}:29:20-25"
    assert found.message == f"the support contact stands in one reporting line with the {side} of `spring/pair-03`"
    place = {"mentor": "1:9-14", "mentee": "2:9-14"}[side]
    assert related(found) == [f"pairs/spring/pair-03/pair.yml:{place}: the {side} of an open pair"]


def test_the_support_contact_is_no_member_of_an_open_pair() -> None:
    (found,) = findings("PRG003", lines(PAIR.replace("p-042", "p-002")))
    assert found.message == "the support contact is the mentee of `spring/pair-03`"


@pytest.mark.parametrize(
    "managers",
    [
        {"p_017": "p-005", "p_042": "p-006", "p_002": "p-001", "p_005": "p-001", "p_006": "p-001"},
        {"p_017": "p-042", "p_042": "p-017"},  # a circle ends somewhere
    ],
)
def test_a_common_top_is_no_reporting_line(managers: dict[str, str]) -> None:
    assert told("PRG003", lines(**managers)) == []


def test_only_open_pairs_count() -> None:
    proposed = PAIR[: PAIR.index("  - state: accepted")]
    assert told("PRG003", lines(proposed, p_042="p-002")) == []


def test_no_more_sessions_are_required_than_planned() -> None:
    (found,) = findings("PRG004", programme(("minimum_sessions: 4", "minimum_sessions: 7")))
    assert str(found.span) == f"{FILE}:21:21-22"
    assert found.message == "a pair needs 7 sessions to complete, but only 6 are planned"
    assert related(found) == [f"{FILE}:20:13-14: planned"]
    assert (found.fix.grade, found.fix.text) == ("unsafe", "6")
    assert told("PRG004", programme(("minimum_sessions: 4", "minimum_sessions: 6"))) == []


@pytest.mark.parametrize(
    ("policy", "place", "remedy", "text"),
    [
        ("small_group: 4", "32:16-17", "set it to at least 5, or leave it out", "5"),
        ("level_gap: 11", "32:14-16", "set it to a value from 1 to 10, or leave it out", "10"),
        ("pause: 7 weeks", "32:10-17", "set it to a value from 1 day to 6 weeks, or leave it out", "6 weeks"),
        ("goal_lag: 0.51", "32:13-17", "set it to a value from 0 to 0.5, or leave it out", "0.5"),
        ("max_yaml: 32767", "32:13-18", "set it to a value from 32768 to 131072, or leave it out", "32768"),
        ("post_words: [120, 1201]", "32:21-25", "set it to a value from 120 to 1200, or leave it out", "1200"),
        ("moves: -1", "32:10-12", "set it to a value from 0 to 4, or leave it out", "0"),
    ],
)
def test_a_value_stays_within_its_bounds(policy: str, place: str, remedy: str, text: str) -> None:
    (found,) = findings("PRG004", programme(tail=f"policy:\n  {policy}\n"))
    assert str(found.span) == f"{FILE}:{place}"
    assert found.message == f"`{policy.partition(':')[0]}` is outside of its bounds"
    assert found.help == remedy
    assert (found.fix.grade, found.fix.text) == ("unsafe", text)
    assert found.key == ("policy.post_words[1]" if "[" in policy else f"policy.{policy.partition(':')[0]}")


@pytest.mark.parametrize(
    "policy",
    ["small_group: 5", "small_group: 500", "level_gap: 10", "pause: 42 days", "post_words: [60, 1200]", "pauses: 0"],
)
def test_the_edge_itself_is_allowed(policy: str) -> None:
    assert told("PRG004", programme(tail=f"policy:\n  {policy}\n")) == []


def test_a_range_starts_before_it_ends() -> None:
    assert told("PRG004", programme(tail="policy:\n  midpoint: [0.5, 0.5]\n")) == []
    (found,) = findings("PRG004", programme(tail="policy:\n  cohort_weeks:\n    - 70\n    - 20\n"))
    assert str(found.span) == f"{FILE}:33:7-9"
    assert found.message == "`cohort_weeks` starts above its end"
    assert related(found) == [f"{FILE}:34:7-9: the end"]


def test_a_range_out_of_bounds_is_one_finding() -> None:
    files = programme(tail="policy:\n  cohort_weeks: [90, 80]\n")
    assert told("PRG004", files) == [f"{FILE}:32:18-20 error: `cohort_weeks` is outside of its bounds"]


def test_without_a_programme_file_nothing_is_said() -> None:
    for code in ("PRG001", "PRG002", "PRG003", "PRG004"):
        assert told(code, {"pairs/people/p-001.yml": PERSON}) == []
