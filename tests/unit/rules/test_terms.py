"""AGR004 and AGR006: a term that can be kept, with a review half-way; places are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
HEAD = """\
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
ACTIVE = f"""\
{HEAD}  - state: active
    on: 2026-01-12
    by: both
"""
SETTINGS = """\
name: Open Door
purpose: Juniors show leaders what the work looks like.
organisation: Lanternworks
not_for: [promotion]
timezone: Europe/Berlin
language: en
focus_areas: [{id: digital, title: Digital, why: It moves.}]
cohorts: [{id: spring, title: Spring, starts: 2026-01-05, ends: 2026-06-26}]
defaults: {sessions: 6, minimum_sessions: 4, every: 30 days, length: 60 min}
people: {sponsor: p-001, coordinators: [p-003, p-004], support_contact: p-002}
policy: {first_session_within: 21 days}
id: open-door
"""


def agreed(*clauses: str, head: str = ACTIVE, settings: str = SETTINGS) -> dict[str, str]:
    """Give a pair that agreed on this much; in an active pair the first clause stands on line 22."""
    return {
        PAIR: f"{head}agreement:\n" + "".join(f"  {clause}\n" for clause in clauses),
        "pairs/programme.yml": settings,
    }


# AGR004 -----------------------------------------------------------------------------------------------------------


def test_a_term_that_can_be_kept_is_fine() -> None:
    assert told("AGR004", agreed("every: 30 days", "sessions: 6", "ends: 2026-07-13")) == []


@pytest.mark.parametrize("head", [HEAD, ACTIVE])
def test_too_few_sessions_are_told(head: str) -> None:
    (found,) = findings("AGR004", agreed("sessions: 3", head=head))
    assert (found.severity, found.span.column, found.span.end_column) == ("error", 13, 14)
    assert found.message == "3 sessions agreed on; at least 4 are expected"
    assert told("AGR004", agreed("sessions: 4", head=head)) == []


def test_one_session_is_one() -> None:
    assert told("AGR004", agreed("sessions: 1")) == [
        f"{PAIR}:22:13-14 error: 1 session agreed on; at least 4 are expected"
    ]


def test_a_minimum_above_the_usual_number_is_told_by_another_code() -> None:
    settings = SETTINGS.replace("minimum_sessions: 4", "minimum_sessions: 7")
    assert told("AGR004", agreed("sessions: 6", settings=settings)) == []
    settings = SETTINGS.replace("minimum_sessions: 4", "minimum_sessions: 6")
    assert len(told("AGR004", agreed("sessions: 5", settings=settings))) == 1


def test_without_a_programme_file_nothing_is_too_few_or_too_late() -> None:
    assert told("AGR004", {PAIR: agreed("sessions: 1", "ends: 2029-07-13")[PAIR]}) == []


@pytest.mark.parametrize("head", [HEAD, ACTIVE])
def test_a_term_ends_at_most_eight_weeks_after_its_cohort(head: str) -> None:
    assert told("AGR004", agreed("ends: 2026-08-21", head=head)) == []
    (found,) = findings("AGR004", agreed("ends: 2026-08-22", head=head))
    assert (found.severity, found.span.column, found.span.end_column) == ("error", 9, 19)
    assert found.message == "the term ends more than 8 weeks after its cohort, which ends on 2026-06-26"
    assert found.help.startswith("set `ends: 2026-08-21` or an earlier day")


def test_a_cohort_turned_round_says_nothing() -> None:
    assert told("AGR004", agreed("ends: 2026-08-22", settings=SETTINGS.replace("2026-06-26", "2025-06-26"))) == []


def test_another_cohort_is_not_asked() -> None:
    assert told("AGR004", agreed("ends: 2026-08-22", settings=SETTINGS.replace("{id: spring", "{id: autumn"))) == []


@pytest.mark.parametrize("ends", ["2026-01-12", "2025-07-13"])
def test_a_term_ends_after_it_begins(ends: str) -> None:
    (found,) = findings("AGR004", agreed("every: 30 days", "sessions: 6", f"ends: {ends}"))
    assert (str(found.span), found.severity) == (f"{PAIR}:24:9-19", "error")
    assert found.message == "the term ends before the pair has become active"
    assert related(found) == [f"{PAIR}:19:9-19: `active` starts here"]


def test_a_term_of_one_day_is_one() -> None:
    assert told("AGR004", agreed("ends: 2026-01-13")) == []


def test_a_history_out_of_order_says_nothing_of_a_term() -> None:
    head = ACTIVE.replace("on: 2026-01-12", "on: 2025-01-12")
    assert told("AGR004", agreed("every: 30 days", "sessions: 60", "ends: 2025-01-01", head=head)) == []


@pytest.mark.parametrize(
    ("ends", "fit"),
    [
        ("2026-07-02", 6),  # day 171 = 21 + 5 x 30
        ("2026-07-01", 5),
        ("2026-02-02", 1),  # day 21: the first session alone
        ("2026-02-01", 0),
        ("2026-01-13", 0),
    ],
)
def test_so_many_sessions_fit_into_a_term(ends: str, fit: int) -> None:
    settings = SETTINGS.replace("minimum_sessions: 4", "minimum_sessions: 1")
    clauses = ("every: 30 days", f"ends: {ends}")
    if fit:
        assert told("AGR004", agreed(*clauses, f"sessions: {fit}", settings=settings)) == []
    (found,) = findings("AGR004", agreed(*clauses, f"sessions: {fit + 1}", settings=settings))
    assert (str(found.span), found.severity) == (f"{PAIR}:24:13-14", "warning")
    assert found.message.startswith(f"{fit + 1} sessions every 30 days do not fit into ")
    assert found.message.endswith(f" days; {fit} would")
    assert (f"`sessions: {fit}`" in found.help) == bool(fit)
    assert related(found) == [f"{PAIR}:22:10-17: the rhythm", f"{PAIR}:23:9-19: the end"]


def test_the_days_of_the_first_session_are_policy() -> None:
    clauses = ("every: 30 days", "sessions: 6", "ends: 2026-07-02")
    assert len(told("AGR004", agreed(*clauses, settings=SETTINGS.replace("21 days", "22 days")))) == 1


@pytest.mark.parametrize("every", ["60 days", "6 days"])
def test_a_rhythm_beyond_its_bounds_fits_nothing(every: str) -> None:
    assert told("AGR004", agreed(f"every: {every}", "sessions: 40", "ends: 2026-07-13")) == []


@pytest.mark.parametrize("clauses", [("sessions: 40", "ends: 2026-07-13"), ("every: 30 days", "ends: 2026-07-13")])
def test_what_is_not_agreed_is_not_counted(clauses: tuple[str, ...]) -> None:
    assert told("AGR004", agreed(*clauses)) == []


def test_a_pair_without_an_agreement_has_no_term() -> None:
    assert told("AGR004", {PAIR: ACTIVE, "pairs/programme.yml": SETTINGS}) == []
    assert told("AGR006", {PAIR: ACTIVE, "pairs/programme.yml": SETTINGS}) == []


# AGR006: a term of 182 days, whose middle is day 72.8 to day 109.2 ------------------------------------------------


@pytest.mark.parametrize("review", ["2026-03-26", "2026-04-14", "2026-05-01"])  # days 73, 92, 109
def test_a_review_half_way_is_fine(review: str) -> None:
    assert told("AGR006", agreed(f"review_on: {review}", "ends: 2026-07-13")) == []


@pytest.mark.parametrize(
    ("review", "day"), [("2026-01-12", 0), ("2026-03-25", 72), ("2026-05-02", 110), ("2026-07-13", 182)]
)
def test_a_review_far_from_the_middle_is_told(review: str, day: int) -> None:
    (found,) = findings("AGR006", agreed(f"review_on: {review}", "ends: 2026-07-13"))
    assert (str(found.span), found.severity) == (f"{PAIR}:22:14-24", "warning")
    assert found.message == f"the review is on day {day} of a term of 182 days; day 73 to 109 are expected"
    assert found.help == "set `review_on` to a day from 2026-03-26 to 2026-05-01, and sign again"
    assert related(found) == [f"{PAIR}:23:9-19: the end of the term"]


def test_a_share_may_be_met_exactly() -> None:
    for review in ("2026-02-21", "2026-03-13"):  # days 40 and 60 of 100
        assert told("AGR006", agreed(f"review_on: {review}", "ends: 2026-04-22")) == []


@pytest.mark.parametrize("review", ["2026-01-11", "2026-07-14"])
def test_a_review_outside_of_the_term_is_an_error(review: str) -> None:
    (found,) = findings("AGR006", agreed(f"review_on: {review}", "ends: 2026-07-13"))
    assert (str(found.span), found.severity) == (f"{PAIR}:22:14-24", "error")
    assert found.message == "the review is not within the term from 2026-01-12 to 2026-07-13"
    assert found.help == "set `review_on` to a day from 2026-03-26 to 2026-05-01, and sign again"


def test_an_end_that_cannot_be_meant_has_no_middle() -> None:
    assert told("AGR006", agreed("review_on: 2026-03-01", "ends: 2026-08-22")) == []
    assert len(told("AGR006", agreed("review_on: 2026-03-01", "ends: 2026-08-21"))) == 1


def test_the_middle_is_policy() -> None:
    wide = SETTINGS.replace("first_session_within: 21 days", "midpoint: [0.3, 0.7]")
    assert told("AGR006", agreed("review_on: 2026-03-25", "ends: 2026-07-13", settings=wide)) == []
    narrow = SETTINGS.replace("first_session_within: 21 days", "midpoint: [0.5, 0.5]")
    assert len(told("AGR006", agreed("review_on: 2026-03-26", "ends: 2026-07-13", settings=narrow))) == 1


@pytest.mark.parametrize(
    "files",
    [
        agreed("review_on: 2026-07-01", "ends: 2026-07-13", head=HEAD),
        agreed("review_on: 2026-07-01", "ends: 2026-01-01"),
        agreed("review_on: 2026-07-01"),
        agreed("ends: 2026-07-13"),
    ],
)
def test_without_a_term_or_a_review_there_is_no_middle(files: dict[str, str]) -> None:
    assert told("AGR006", files) == []
