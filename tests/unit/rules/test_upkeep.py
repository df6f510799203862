"""ROA003 to ROA005 and the age of communities: said on which day, and where; places are counted by hand.

The files are those of the healthy programme with one text of them replaced.
"""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from telling import findings, related, told

CANDOUR, DIGITAL = "content/roadmaps/candour.md", "content/roadmaps/digital-fluency.md"
PAIR = "pairs/2026-spring/pair-07/pair.yml"
COMMUNITY = "content/communities/practice-circle/index.md"
SETTINGS = "pairs/programme.yml"
ACTIVE = "    on: 2026-02-02\n    by: both\n"
ENDED = (
    PAIR,
    ACTIVE,
    f"{ACTIVE}  - state: ended_early\n    on: 2026-03-20\n    by: coordinator\n    reason: time\n",
)


def healthy(*changes: tuple[str, str, str]) -> dict[str, str]:
    """Give the healthy programme with texts replaced: path, what stands there once, and by what."""
    files = {path: data.decode() for path, data in programmes.healthy().items() if not path.endswith(".png")}
    for path, old, new in changes:
        assert files[path].count(old) == 1, "the text to replace must stand there once"
        files[path] = files[path].replace(old, new)
    return {path: text for path, text in files.items() if path != "content/handbook/welcome.md"}


# ROA003 and COM001 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "reviewed", "quiet", "told_on", "age", "every"), [
    (CANDOUR, "2025-08-18", date(2026, 8, 18), date(2026, 8, 19), 366, "365 days"),
    (DIGITAL, "2026-02-02", date(2026, 8, 1), date(2026, 8, 2), 181, "180 days"),
])  # fmt: skip
def test_a_roadmap_ages_by_its_focus_area(
    path: str, reviewed: str, quiet: date, told_on: date, age: int, every: str
) -> None:
    assert f"{path}:7:14-24" not in " ".join(told("ROA003", healthy(), quiet))
    found = next(each for each in findings("ROA003", healthy(), told_on) if each.span.path == path)
    assert (str(found.span), found.severity) == (f"{path}:7:14-24", "nightly")
    assert found.message == f"the last review is {age} days ago; agreed: every {every}"
    assert f"reviewed_on: {reviewed}" in healthy()[path]
    assert related(found)[-1] == f"judged as of {told_on.isoformat()} (--as-of)"


def test_a_fast_area_is_shown() -> None:
    found = next(each for each in findings("ROA003", healthy(), date(2026, 8, 2)) if each.span.path == DIGITAL)
    assert related(found)[0] == f"{DIGITAL}:3:13-20: a focus area that ages quickly"
    assert found.help == "ask p-003 to read it, mend what is out of date, and set `reviewed_on`"


def test_a_retired_roadmap_may_grow_old() -> None:
    files = healthy((CANDOUR, "state: active", "state: retired"))
    assert not [each for each in told("ROA003", files, date(2026, 12, 1)) if each.startswith(CANDOUR)]


def test_no_review_is_still_to_come() -> None:
    files = healthy((CANDOUR, "2025-08-18", "2026-04-02"))
    assert told("ROA003", files, date(2026, 4, 2)) == []
    (found,) = findings("ROA003", files)
    assert (str(found.span), found.severity) == (f"{CANDOUR}:7:14-24", "error")
    assert found.message == "the roadmap is reviewed on a day that is still to come"
    assert related(found) == ["judged as of 2026-04-01"]


def test_a_community_is_reviewed_every_year() -> None:
    assert told("COM001", healthy(), date(2027, 1, 13)) == []
    (found,) = findings("COM001", healthy(), date(2027, 1, 14))
    assert (str(found.span), found.severity) == (f"{COMMUNITY}:10:14-24", "nightly")
    assert found.message == "the last review is 366 days ago; agreed: every 365 days"
    assert related(found) == ["judged as of 2027-01-14 (--as-of)"]


def test_how_often_is_the_programmes_own() -> None:
    files = healthy((SETTINGS, "policy:\n", "policy:\n  review_age: 4 weeks\n"))
    messages = [each.message for each in findings("COM001", files)]
    assert messages == ["the last review is 78 days ago; agreed: every 4 weeks"]


# ROA004 -----------------------------------------------------------------------------------------------------------


def test_a_retired_roadmap_is_followed_by_no_open_pair() -> None:
    (found,) = findings("ROA004", healthy((CANDOUR, "state: active", "state: retired")))
    assert (str(found.span), found.severity) == (f"{PAIR}:6:5-12", "warning")
    assert found.message == "the pair follows `candour`, which is retired"
    assert related(found) == [f"{CANDOUR}:8:8-15: retired here"]


def test_a_pair_that_has_ended_keeps_its_retired_roadmap() -> None:
    files = healthy((CANDOUR, "state: active", "state: retired"), ENDED)
    assert told("ROA004", files) == []


@pytest.mark.parametrize("state", ["draft", "beta", "active"])
def test_any_other_roadmap_may_be_followed(state: str) -> None:
    assert told("ROA004", healthy((CANDOUR, "state: active", f"state: {state}"))) == []


RENAMED = (CANDOUR, "- id: how-decided", "- id: decision")


def test_a_step_that_is_named_keeps_its_id() -> None:
    (found,) = findings("ROA004", healthy(RENAMED), before=healthy())
    assert (str(found.span), found.severity) == (f"{CANDOUR}:21:9-17", "error")
    assert found.message == "step `how-decided` is renamed to `decision`, but 2 places name it"
    assert found.help == "keep the id `how-decided`; titles and texts may change"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "how-decided")
    assert related(found) == ["pairs/2025-autumn/pair-01/sessions/04.yml:6:7-26: named here"]


def test_a_step_is_known_again_by_a_near_id() -> None:
    files = healthy(
        (CANDOUR, "- id: how-decided\n    title: How it was decided", "- id: how-decide\n    title: One decision")
    )
    (found,) = findings("ROA004", files, before=healthy())
    assert found.message == "step `how-decided` is renamed to `how-decide`, but 2 places name it"


def test_a_removed_step_is_told_at_the_list() -> None:
    start, end = "  - id: teach-back\n", "    after:\n      - first-real-task\n"
    text = healthy()[DIGITAL]
    step = text[text.index(start) : text.index(end) + len(end)]
    skipped = "skipped:\n  - step: digital-fluency/teach-back\n    why: He has done it.\n"
    change = (PAIR, "goals:\n", f"{skipped}goals:\n")
    (found,) = findings("ROA004", healthy((DIGITAL, step, ""), change), before=healthy())
    assert (str(found.span), found.fix.grade) == (f"{DIGITAL}:12:1-6", "manual")
    assert found.message == "step `teach-back` is removed, but 1 place names it"
    assert told("ROA004", healthy((DIGITAL, step, "")), before=healthy()) == []


def test_without_a_change_nothing_is_renamed() -> None:
    assert told("ROA004", healthy(RENAMED), before=healthy(RENAMED)) == []
    assert told("ROA004", healthy(RENAMED)) == []


# ROA005 -----------------------------------------------------------------------------------------------------------

BOTH = (PAIR, "  - candour\nmatch:", "  - candour\n  - digital-fluency\nmatch:")
FOUR = (PAIR, "  sessions: 5", "  sessions: 4")


def test_there_are_no_more_steps_than_sessions() -> None:
    assert told("ROA005", healthy(BOTH)) == []
    (found,) = findings("ROA005", healthy(BOTH, FOUR))
    assert (str(found.span), found.severity) == (f"{PAIR}:5:1-9", "warning")
    assert found.message == "the pair's roadmaps have 5 steps to take, its agreement 4 sessions"
    assert found.help == "name 1 step to leave out under `skipped:`, each with its reason"
    assert related(found) == [f"{PAIR}:31:13-14: the sessions agreed on"]


def test_a_skipped_step_takes_no_session() -> None:
    skipped = (PAIR, "goals:\n", "skipped:\n  - step: candour/what-rises\n    why: Done.\ngoals:\n")
    assert told("ROA005", healthy(BOTH, FOUR, skipped)) == []


def test_an_ended_pair_or_an_unknown_roadmap_is_not_counted() -> None:
    unknown = (PAIR, "  - candour\nmatch:", "  - candour\n  - digital-fluency\n  - nowhere\nmatch:")
    assert told("ROA005", healthy(unknown, FOUR)) == []
    assert told("ROA005", healthy(BOTH, FOUR, ENDED)) == []
