"""AGR002: an agreement is signed by both, in time, and again after a change; places are counted by hand."""

from __future__ import annotations

from datetime import date

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


def signed(mentor: str = "2026-01-09", mentee: str = "2026-01-11", version: str = "1", more: str = "") -> str:
    """Write an agreement; in an active pair its key stands on line 21, the two dates on lines 24 and 25."""
    return (
        f"agreement:\n  version: {version}\n  signed:\n"
        + (f"    mentor: {mentor}\n" if mentor else "")
        + (f"    mentee: {mentee}\n" if mentee else "")
        + more
    )


# By the files ----------------------------------------------------------------------------------------------------


def test_an_agreement_that_both_signed_in_time_is_fine() -> None:
    assert told("AGR002", {PAIR: ACTIVE + signed(mentee="2026-01-12")}) == []


def test_one_signature_is_half_an_agreement() -> None:
    (found,) = findings("AGR002", {PAIR: ACTIVE + signed(mentee="")})
    assert str(found.span) == f"{PAIR}:23:3-9"
    assert found.message == "the pair is `active`, but only the mentor has signed the agreement"
    assert found.help.startswith("ask p-042 to sign in a pull request of their own")
    assert related(found) == [
        f"{PAIR}:23:3-9: the mentee's date is missing",
        f"{PAIR}:18:12-18: the last state",
    ]


def test_the_other_side_is_missed_as_well() -> None:
    (found,) = findings("AGR002", {PAIR: ACTIVE + signed(mentor="")})
    assert found.message == "the pair is `active`, but only the mentee has signed the agreement"
    assert found.help.startswith("ask p-017 to sign")


def test_no_signature_is_one_finding() -> None:
    (found,) = findings("AGR002", {PAIR: ACTIVE + "agreement:\n  signed: {}\n"})
    assert found.message == "the pair is `active`, but nobody has signed the agreement"
    assert found.help.startswith("ask p-017 and p-042 to sign")


def test_before_active_a_signature_may_be_missing() -> None:
    assert told("AGR002", {PAIR: HEAD + signed(mentor="")}) == []


def test_without_signed_another_code_speaks() -> None:
    assert told("AGR002", {PAIR: ACTIVE + "agreement:\n  version: 1\n"}) == []


def test_an_ended_pair_was_signed_as_well() -> None:
    ended = ACTIVE + "  - state: ended_early\n    on: 2026-02-01\n    by: coordinator\n    reason: time\n"
    (found,) = findings("AGR002", {PAIR: ended + signed(mentee="")})
    assert found.message == "the pair is `ended_early`, but only the mentor has signed the agreement"


@pytest.mark.parametrize("history", [HEAD, ACTIVE])
def test_a_signature_is_not_dated_ahead(history: str) -> None:
    (found,) = findings("AGR002", {PAIR: history + signed(mentee="2026-04-02")})
    assert found.message == "the mentee signed on a day that is still to come"
    assert found.span.line == (25 if history is ACTIVE else 22)
    assert related(found) == ["judged as of 2026-04-01"]
    assert told("AGR002", {PAIR: HEAD + signed(mentee="2026-04-01")}) == []


def test_the_first_version_is_signed_by_the_day_of_active() -> None:
    (found,) = findings("AGR002", {PAIR: ACTIVE + signed(mentor="2026-01-13")})
    assert str(found.span) == f"{PAIR}:24:13-23"
    assert found.message == "the mentor signed after the pair became active on 2026-01-12"
    assert "set `version: 2`" in found.help
    assert related(found) == [f"{PAIR}:19:9-19: `active` starts here"]


def test_a_later_version_is_signed_later() -> None:
    assert told("AGR002", {PAIR: ACTIVE + signed("2026-03-01", "2026-03-02", version="2")}) == []


def test_a_history_out_of_order_says_nothing_of_signatures() -> None:
    assert told("AGR002", {PAIR: ACTIVE.replace("on: 2026-01-12", "on: 2025-01-12") + signed(mentee="")}) == []


# By the change ---------------------------------------------------------------------------------------------------

EVERY = "  every: 30 days\n"
OTHER = "  every: 3 weeks\n"


def changed(before: str, after: str, as_of: date = date(2026, 4, 1)) -> list[str]:
    """Tell what is found in a pair whose agreement was another one before."""
    return told("AGR002", {PAIR: ACTIVE + after}, as_of, before={PAIR: ACTIVE + before})


def test_an_unchanged_agreement_is_fine() -> None:
    assert changed(signed(more=EVERY), signed(more=EVERY)) == []


def test_a_change_needs_a_new_version() -> None:
    files, before = {PAIR: ACTIVE + signed(more=OTHER)}, {PAIR: ACTIVE + signed(more=EVERY)}
    (found,) = findings("AGR002", files, before=before)
    assert (str(found.span), found.severity) == (f"{PAIR}:22:12-13", "error")
    assert found.message == "the agreement was changed after it was signed, so its version is 2"
    assert related(found) == [f"{PAIR}:26:10-17: changed"]


def test_the_new_version_is_the_next() -> None:
    assert changed(signed(more=EVERY), signed("2026-03-01", "2026-03-01", "3", OTHER)) == [
        f"{PAIR}:22:12-13 error: the agreement was changed after it was signed, so its version is 2"
    ]


def test_new_signatures_under_the_first_version_are_one_finding() -> None:
    assert changed(signed(more=EVERY), signed("2026-03-01", "2026-03-02", more=OTHER)) == [
        f"{PAIR}:23:3-9 error: the mentor and the mentee signed after the pair became active on 2026-01-12"
    ]


def test_a_change_with_new_signatures_is_fine() -> None:
    assert changed(signed(more=EVERY), signed("2026-03-01", "2026-03-02", "2", OTHER)) == []


def test_a_side_that_did_not_sign_again_is_told_at_its_date() -> None:
    files = {PAIR: ACTIVE + signed("2026-03-01", version="2", more=OTHER)}
    (found,) = findings("AGR002", files, before={PAIR: ACTIVE + signed(more=EVERY)})
    assert str(found.span) == f"{PAIR}:25:13-23"
    assert found.message == "the mentee signed the agreement before it was changed"
    assert found.help.startswith("ask p-042 to sign what it says now")
    assert related(found) == [f"{PAIR}:26:10-17: changed"]


def test_two_old_signatures_are_one_finding() -> None:
    assert changed(signed(more=EVERY), signed(version="2", more=OTHER)) == [
        f"{PAIR}:23:3-9 error: the mentor and the mentee signed the agreement before it was changed"
    ]


@pytest.mark.parametrize(("day", "count"), [("2026-01-11", 1), ("2026-01-12", 0)])
def test_to_sign_again_is_to_sign_later_than_both_had(day: str, count: int) -> None:
    assert len(changed(signed(more=EVERY), signed(day, "2026-02-01", "2", OTHER))) == count


def test_what_was_signed_today_may_be_signed_again_today() -> None:
    today = date(2026, 1, 11)
    before = {PAIR: HEAD + signed(more=EVERY)}
    assert told("AGR002", {PAIR: HEAD + signed("2026-01-11", version="2", more=OTHER)}, today, before=before) == []


def test_what_nobody_signed_may_change() -> None:
    before = {PAIR: HEAD + "agreement:\n  version: 1\n  every: 30 days\n"}
    assert told("AGR002", {PAIR: HEAD + "agreement:\n  version: 1\n  every: 3 weeks\n"}, before=before) == []


def test_what_one_side_signed_may_not() -> None:
    before = {PAIR: HEAD + signed(mentee="", more=EVERY)}
    assert len(told("AGR002", {PAIR: HEAD + signed(mentee="", more=OTHER)}, before=before)) == 1


@pytest.mark.parametrize("more", ["", "agreement:\n  version: 1\n"])
def test_what_is_gone_is_told_by_another_code(more: str) -> None:
    assert told("AGR002", {PAIR: HEAD + more}, before={PAIR: HEAD + signed(more=EVERY)}) == []


def test_a_new_pair_was_never_another_one() -> None:
    assert told("AGR002", {PAIR: ACTIVE + signed(more=EVERY)}, before={}) == []
    assert told("AGR002", {PAIR: ACTIVE + signed(more=EVERY)}, before={PAIR: HEAD}) == []
