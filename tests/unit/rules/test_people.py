"""PER001 to PER003 and PER007: persons, their lines and their parts; every place is counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, related, told

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
"""


def path(name: str) -> str:
    """Give the path of a person."""
    return f"pairs/people/{name}.yml"


def person(level: int = 3, manager: str = "", role: str = "none", more: str = "") -> str:
    """Give a person's file: role on line 2, level on line 3, manager on line 4."""
    return f"name: Somebody\nrole: {role}\nlevel: {level}\n" + (f"manager: {manager}\n" if manager else "") + more


def people(**texts: str) -> dict[str, str]:
    """Give files of people; underscores in the names stand for hyphens."""
    return {path(name.replace("_", "-")): text for name, text in texts.items()}


@pytest.mark.parametrize("key", ["faith", "Faith", "birth-date", "ethnicty", "dob", "sex", "religon"])
def test_a_style_is_no_place_for_personal_data(key: str) -> None:
    (found,) = findings("PER001", people(p_001=person(more=f"style:\n  pace: calm\n  {key}: lilac\n")))
    assert str(found.span) == f"{path('p-001')}:6:3-{3 + len(key)}"
    assert "lilac" not in f"{found.message}{found.help}{found.related}"


@pytest.mark.parametrize("key", ["pace", "tone", "sexton", "tempo", "age-old"])
def test_other_axes_of_style_are_fine(key: str) -> None:
    assert told("PER001", people(p_001=person(more=f"style:\n  {key}: lilac\n"))) == []


def test_the_same_forbidden_key_is_found_in_every_file() -> None:
    more = "style:\n  faith: lilac\n"
    assert len(told("PER001", people(p_001=person(more=more), p_002=person(more=more)))) == 2


def test_nobody_is_their_own_manager() -> None:
    (found,) = findings("PER002", people(p_001=person(9), p_002=person(manager="p-002")))
    assert str(found.span) == f"{path('p-002')}:4:10-15"
    assert found.message == "`p-002` is given as their own manager"
    assert found.help == "write the id of the manager, or leave the line out at the top"


def test_a_circle_is_one_finding_with_all_its_places() -> None:
    line = people(
        p_001=person(9),
        p_002=person(manager="p-004"),
        p_003=person(manager="p-002"),
        p_004=person(manager="p-003"),
        p_005=person(manager="p-004"),
    )
    (found,) = findings("PER002", line)
    assert str(found.span) == f"{path('p-002')}:4:10-15"
    assert found.message == "the reporting line leads back to `p-002` through 3 `manager` fields"
    assert found.help == "correct `manager` in one of the files"
    assert related(found) == [
        f"{path('p-004')}:4:10-15: the manager of `p-004`",
        f"{path('p-003')}:4:10-15: the manager of `p-003`",
    ]


def test_a_line_to_the_top_is_no_circle() -> None:
    line = people(p_001=person(9), p_002=person(5, "p-001"), p_003=person(3, "p-002"), p_004=person(3, "p-002"))
    assert told("PER002", line) == []
    assert told("PER003", line) == []


def test_a_manager_is_missing_only_at_the_top() -> None:
    line = people(p_001=person(9), p_002=person(9), p_003=person(8))
    assert told("PER003", line) == [
        f"{path('p-003')}:1:1-15 error: `manager` is missing, though somebody has a higher level"
    ]


@pytest.mark.parametrize(("level", "found"), [(4, 0), (5, 1), (6, 1)])
def test_a_manager_has_a_higher_level(level: int, found: int) -> None:
    line = people(p_001=person(9), p_002=person(5, "p-001"), p_003=person(level, "p-002"))
    expected = f"{path('p-003')}:4:10-15 warning: `p-002` is the manager of level {level} and has level 5"
    assert told("PER003", line) == [expected] * found


def test_both_levels_are_shown() -> None:
    (found,) = findings("PER003", people(p_001=person(9), p_002=person(5, "p-001"), p_003=person(7, "p-002")))
    assert related(found) == [
        f"{path('p-003')}:3:8-9: the person's level",
        f"{path('p-002')}:3:8-9: the manager's level",
    ]


def test_in_a_circle_no_level_is_judged() -> None:
    line = people(p_001=person(9), p_002=person(5, "p-003"), p_003=person(5, "p-002"))
    assert told("PER003", line) == []


def test_an_unknown_manager_is_left_to_the_reference() -> None:
    assert told("PER003", people(p_001=person(9), p_002=person(manager="p-404"))) == []


TAKEN = """\
department: Dock
timezone: Europe/Berlin
languages: [en]
offers: [{area: a, note: n}]
wants: [{area: a, note: n}]
interests: [x, y]
hours: {from: 09:00, to: 17:00}
hours_per_month: 3
consent: {profile: cohort, on: 2026-01-06}
"""
"""Lines 4 to 12: the day of consent stands on line 12, column 32."""


@pytest.mark.parametrize(
    ("mentor", "mentee", "side"),
    [("mentee", "mentee", "mentor"), ("mentor", "mentor", "mentee"), ("none", "both", "mentor")],
)
def test_a_side_fits_the_role(mentor: str, mentee: str, side: str) -> None:
    pair = "pairs/spring/pair-03/pair.yml"
    files = people(p_017=person(3, role=mentor, more=TAKEN), p_042=person(6, role=mentee, more=TAKEN))
    (found,) = findings("PER007", files | {pair: PAIR})
    place, taker = ("1:9-14", "p-017") if side == "mentor" else ("2:9-14", "p-042")
    assert str(found.span) == f"{pair}:{place}"
    role = mentor if side == "mentor" else mentee
    assert found.message == f"the {side} of this pair has the role `{role}`"
    assert related(found) == [f"{pair}:{place}: the {side}", f"{path(taker)}:2:7-{7 + len(role)}: the role they took"]


@pytest.mark.parametrize(("levels", "told_of"), [((6, 3), 0), ((3, 3), 0), ((3, 6), 2)])
def test_two_who_stand_on_each_others_side_are_told_by_their_levels(levels: tuple[int, int], told_of: int) -> None:
    mentor, mentee = (
        person(level, role=role, more=TAKEN) for level, role in zip(levels, ("mentee", "mentor"), strict=True)
    )
    files = people(p_017=mentor, p_042=mentee) | {"pairs/spring/pair-03/pair.yml": PAIR}
    assert len(told("PER007", files)) == told_of
    assert len(told("PAI002", files)) == (0 if told_of else 1)


def test_who_stands_wrongly_on_one_side_only_is_told_so_whatever_the_levels() -> None:
    files = people(p_017=person(6, role="mentee", more=TAKEN), p_042=person(3, role="both", more=TAKEN))
    assert len(told("PER007", files | {"pairs/spring/pair-03/pair.yml": PAIR})) == 1


def test_both_fits_either_side() -> None:
    files = people(p_017=person(3, role="both", more=TAKEN), p_042=person(6, role="both", more=TAKEN))
    assert told("PER007", files | {"pairs/spring/pair-03/pair.yml": PAIR}) == []


def test_the_role_that_would_do_is_named() -> None:
    pair = "pairs/spring/pair-03/pair.yml"
    for role, wanted in (("none", "mentor"), ("mentee", "both")):
        files = people(p_017=person(3, role=role, more=TAKEN), p_042=person(6, role="mentee", more=TAKEN))
        (found,) = findings("PER007", files | {pair: PAIR})
        assert found.help.startswith(f"name another mentor, or set `role: {wanted}` in {path('p-017')}")


def test_no_day_of_a_person_is_still_to_come() -> None:
    more = TAKEN.replace("2026-01-06", "2026-04-02") + "trained: 2026-04-02\n"
    assert told("PER007", people(p_001=person(role="both", more=more))) == [
        f"{path('p-001')}:12:32-42 error: `consent.on` is a day that is still to come",
        f"{path('p-001')}:13:10-20 error: `trained` is a day that is still to come",
    ]


def test_today_is_not_to_come() -> None:
    more = TAKEN.replace("2026-01-06", "2026-04-01") + "trained: 2026-04-01\n"
    assert told("PER007", people(p_001=person(role="both", more=more))) == []
