"""PRI: what no file may say, and what needs a yes; every place is counted by hand in the texts below."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

PAIR = "pairs/2026-spring/pair-03/pair.yml"
MATCHED = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: The mentor teaches it on every shift; the mentee has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
"""
DECLINED = f"""\
{MATCHED}  - state: declined
    on: 2026-01-12
    by: coordinator
    reason: time
"""
AGREED = f"""\
{MATCHED}agreement:
  publish: names
"""
PERSON = """\
name: Somebody
role: none
level: 3
consent:
  profile: organisation
  on: 2026-01-02
"""


# PRI001 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["time", "role change", "left", "mentoring elsewhere", "leadership programme"])
def test_a_category_names_nobody(reason: str) -> None:
    assert told("PRI001", {PAIR: DECLINED.replace("reason: time", f"reason: {reason}")}) == []


@pytest.mark.parametrize(
    "role", ["the mentee left", "Mentor", "no time (both mentors)", "SENIOR side", "the junior", "leader"]
)
def test_a_reason_names_no_role(role: str) -> None:
    (found,) = findings("PRI001", {PAIR: DECLINED.replace("reason: time", f"reason: {role}")})
    assert (str(found.span), found.severity) == (f"{PAIR}:18:13-{13 + len(role)}", "error")
    assert found.message == "`reason` names a role; it must not tell which side it was"
    assert found.help == "give a category only: `role change`, `left`, `time`, `fit` or `other`"
    assert found.key == "history[1].reason"
    assert found.related == ()


def test_a_pause_has_categories_of_its_own() -> None:
    text = DECLINED.replace("declined", "paused").replace("reason: time", "reason: leave of the mentee")
    (found,) = findings("PRI001", {PAIR: text})
    assert found.help == "give a category only: `leave`, `illness`, `workload`, `travel` or `other`"


PULSE = """\
wave: end
invited: {mentor: 9, mentee: 9}
answered: {mentor: 8, mentee: 7}
items:
  speak:
    mentor: {n: 8, mean: 4}
    mentee: {n: 7, mean: 4}
"""
SETTINGS = "pairs/programme.yml"
PLACE = "pairs/2026-spring/pulse/2026-03-20.yml"


def test_a_pulse_keeps_to_the_groups_the_programme_asks_for() -> None:
    settings = programmes.healthy()[SETTINGS].decode()
    assert told("PRI001", {PLACE: PULSE}) == []
    eight = settings.replace("policy:\n", "policy:\n  small_group: 8\n")
    (found,) = findings("PRI001", {PLACE: PULSE, SETTINGS: eight})
    assert (str(found.span), found.key) == (f"{PLACE}:7:5-11", "items.speak.mentee")
    assert found.message == "`mentee` is a smaller group than `policy.small_group` allows to be shown"
    assert found.help == "leave it out, and the other side with it: a mean is of 8 answers or more"
    assert told("PRI001", {PLACE: PULSE.replace("n: 7", "n: 8"), SETTINGS: eight}) == []


@pytest.mark.parametrize(("item", "fine", "part"), [("speak", "4.25", "a half"), ("call", "0.3", "a quarter")])
def test_a_mean_is_no_finer_than_it_may_be_known(item: str, fine: str, part: str) -> None:
    coarse = PULSE.replace("speak", item).replace("mean: 4", "mean: 0.5" if item == "call" else "mean: 4.5")
    assert told("PRI001", {PLACE: coarse}) == []
    (found,) = findings(
        "PRI001",
        {
            PLACE: PULSE.replace("speak", item)
            .replace("n: 8, mean: 4", f"n: 8, mean: {fine}")
            .replace("n: 7, mean: 4", "n: 7, mean: 1")
        },
    )
    assert (found.key, found.span.line) == (f"items.{item}.mentor.mean", 6)
    assert found.help == f"round it to {part}, as `mentoring pulse import` does"
    assert fine not in found.message + found.help


# PRI002 -----------------------------------------------------------------------------------------------------------


def people(mentor: str = "organisation", mentee: str = "organisation") -> dict[str, str]:
    """Give both members with their consent."""
    ids = {"p-017": mentor, "p-042": mentee}
    return {f"pairs/people/{name}.yml": PERSON.replace("organisation", width) for name, width in ids.items()}


def test_a_pair_is_shown_with_the_consent_of_both() -> None:
    assert told("PRI002", {PAIR: AGREED, **people()}) == []


def test_a_pair_that_shows_nothing_needs_none() -> None:
    assert told("PRI002", {PAIR: AGREED.replace("names", "nothing"), **people("nobody", "cohort")}) == []
    assert told("PRI002", {PAIR: MATCHED, **people("nobody", "cohort")}) == []
    assert told("PRI002", {PAIR: f"{MATCHED}agreement:\n  version: 1\n", **people("nobody", "cohort")}) == []


@pytest.mark.parametrize(("publish", "end"), [("names", 17), ("progress", 20)])
@pytest.mark.parametrize("consent", ["cohort", "nobody"])
def test_the_yes_of_one_is_not_enough(publish: str, end: int, consent: str) -> None:
    (found,) = findings("PRI002", {PAIR: AGREED.replace("names", publish), **people(mentee=consent)})
    assert (str(found.span), found.severity) == (f"{PAIR}:16:12-{end}", "error")
    assert found.message == "the pair is to be shown, but the organisation may not see the profile of p-042"
    assert found.help == (
        "set `publish: nothing`, or ask p-042 to widen `consent.profile` in a pull request of their own"
    )
    assert (found.fix.grade, found.fix.text) == ("unsafe", "nothing")
    assert related(found) == [f"pairs/people/p-042.yml:5:12-{12 + len(consent)}: the consent of p-042"]


def test_both_may_be_missing() -> None:
    (found,) = findings("PRI002", {PAIR: AGREED, **people("cohort", "nobody")})
    assert found.message.endswith("the profile of p-017 and p-042")
    assert len(found.related) == 2


def test_a_signed_agreement_is_not_mended_by_a_program() -> None:
    signed = f"{AGREED}  signed:\n    mentor: 2026-01-08\n"
    (found,) = findings("PRI002", {PAIR: signed, **people(mentor="cohort")})
    assert found.fix.grade == "manual"


def test_a_person_nobody_knows_or_without_consent_is_another_finding() -> None:
    assert told("PRI002", {PAIR: AGREED}) == []
    silent = PERSON[: PERSON.index("consent:")]
    files = {PAIR: AGREED, "pairs/people/p-017.yml": silent, "pairs/people/p-042.yml": silent}
    assert told("PRI002", files) == []
