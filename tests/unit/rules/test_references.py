"""LNK001: every id resolves, and the nearest one is that of who may stand there; laid over the healthy programme."""

from __future__ import annotations

import programmes
import pytest

from generator.source.finding import Finding

PAIR = "pairs/2026-spring/pair-03/pair.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/03.yml"
POST = "content/threads/2026-spring/pair-03/2026-03-20-one-report-less.md"
PERSON = "pairs/people/p-017.yml"
SETTINGS = "pairs/programme.yml"
ROADMAP = "content/roadmaps/digital-fluency.md"
NOTE = "content/communities/practice-circle/2026-02-10-training-in-mixed-groups.md"
CHECK_INS = "pairs/2026-spring/check-ins.yml"
MATCHING = """\
on: 2026-01-05
mode: fair
max_changes: all
tool: 0.1.0
policy: 00
inputs: 00
private: none
pool:
  mentors: [p-017]
  mentees: [p-0042]
kept: [pair-03]
new: [pair-99]
dropped: [pair-98]
served: 1
unserved: {mentors: 0, mentees: 0}
second_seats: 0
worst: 50
total: 50
blocking: 0
"""


def found(*changes: tuple[str, str, str], files: dict[str, str] | None = None) -> list[Finding]:
    """Change words in healthy files, add others, and give what LNK001 says (and nothing else may be said)."""
    laid = dict(files or {})
    for path, old, new in changes:
        text = laid.get(path) or programmes.healthy()[path].decode()
        assert text.count(old) == 1, (path, old)
        laid[path] = text.replace(old, new)
    findings = programmes.judged(programmes.loaded(programmes.over_healthy(laid)))
    return [each for each in findings if each.code == "LNK001"]


@pytest.mark.parametrize(
    ("path", "old", "wrong", "place", "sort", "meant", "why"),
    [
        (PAIR, "mentee: p-042", "p-0427", "2:9-15", "person", "p-042", " (same cohort)"),
        (PAIR, "mentor: p-017", "p-1017", "1:9-15", "person", "p-017", " (same cohort)"),
        (PAIR, "- digital\n", "digitla", "4:5-12", "focus area", "digital", ""),
        (PERSON, "manager: p-005", "p-0055", "10:10-16", "person", "p-005", ""),
        (PERSON, "- area: candour", "candor", "15:11-17", "focus area", "candour", ""),
        (PERSON, "- 2026-spring", "2026-sprnig", "5:5-16", "cohort", "2026-spring", ""),
        (SETTINGS, "sponsor: p-001", "p-0011", "34:12-18", "person", "p-001", ""),
        (SETTINGS, "    - p-004", "p-0004", "37:7-13", "person", "p-004", ""),
        (SETTINGS, "contact: p-002", "p-0002", "38:20-26", "person", "p-002", ""),
        (SETTINGS, "    - digital", "digitol", "41:7-14", "focus area", "digital", ""),
        (SESSION, "template: standard", "standart", "4:11-19", "agenda template", "standard", ""),
        (ROADMAP, "owner: p-003", "p-0003", "5:8-14", "person", "p-003", ""),
        (ROADMAP, "focus_area: digital", "digitaal", "3:13-21", "focus area", "digital", ""),
        (NOTE, "author: p-004", "p-0004", "4:9-15", "person", "p-004", ""),
        (CHECK_INS, "by: p-003", "p-0003", "3:9-15", "person", "p-003", ""),
        (POST, "  owner: p-042", "p-0427", "14:10-16", "person", "p-042", " (a member of this pair)"),
    ],
)
def test_an_id_that_names_nothing(path: str, old: str, wrong: str, place: str, sort: str, meant: str, why: str) -> None:
    (told,) = found((path, old, old.replace(meant, wrong)))
    assert str(told.span) == f"{path}:{place}"
    assert told.message == f"there is no {sort} `{wrong}`"
    assert told.help == f"did you mean `{meant}`?{why}"
    assert (told.fix.grade, told.fix.text) == ("unsafe", meant)


def test_a_check_in_of_no_pair_is_told_at_its_key() -> None:
    (told,) = found((CHECK_INS, "pair-03:", "pair-003:"))
    assert str(told.span) == f"{CHECK_INS}:1:1-9"
    assert told.help == "did you mean `pair-03`?"


def test_the_label_says_where_it_should_be() -> None:
    (told,) = found((PAIR, "mentee: p-042", "mentee: p-0427"))
    assert [(str(each.span), each.message) for each in told.related] == [
        (f"{PAIR}:2:9-15", "no file pairs/people/p-0427.yml")
    ]


def test_a_step_is_sought_in_its_roadmap_and_shown_there() -> None:
    (told,) = found((SESSION, "/first-real-task", "/frist-real-task"))
    assert str(told.span) == f"{SESSION}:6:23-38"
    assert told.message == "roadmap `digital-fluency` has no step `frist-real-task`"
    assert told.help == "did you mean `first-real-task`? (step 2 of 3)"
    assert [(str(each.span), each.message) for each in told.related] == [(f"{ROADMAP}:23:9-24", "the nearest step")]


def test_a_step_like_no_other_has_no_fix() -> None:
    (told,) = found((SESSION, "/first-real-task", "/xyz"))
    assert told.help == "write the id of one of its steps"
    assert told.fix.grade == "manual"


def test_the_roadmap_of_a_step_is_pointed_at_alone() -> None:
    (told,) = found((POST, "step: digital-fluency/", "step: digital-flency/"))
    assert str(told.span) == f"{POST}:9:7-21"
    assert told.help == "did you mean `digital-fluency`? (a roadmap of this pair)"


def test_a_quoted_step_is_pointed_at_inside_the_quotes() -> None:
    (told,) = found((SESSION, "step: digital-fluency/first-real-task", 'step: "digital-fluency/frist-real-task"'))
    assert str(told.span) == f"{SESSION}:6:24-39"


def test_an_author_can_only_be_a_member() -> None:
    (told,) = found((POST, "author: p-042", "author: p-019x"))
    assert told.help == "did you mean `p-017`? (a member of this pair)"  # p-019 is nearer, and no member
    assert str(told.span) == f"{POST}:4:9-15"


def test_the_roles_decide_who_is_offered() -> None:
    (told,) = found((PAIR, "mentee: p-042", "mentee: p-0018"))
    assert told.help != "did you mean `p-018`? (same cohort)"  # p-018 is a mentor


def test_a_post_of_the_thread_comes_before_others() -> None:
    reply = "content/threads/2026-spring/pair-03/2026-02-24-on-the-receiving-end.md"
    (told,) = found((reply, "replies_to: 2026-02-20-first-prompt", "replies_to: 2026-02-20-frist-prompt"))
    assert str(told.span) == f"{reply}:9:13-36"
    assert told.help == "did you mean `2026-02-20-first-prompt`? (same thread)"


def test_other_pairs_are_of_the_same_cohort_first() -> None:
    text = programmes.healthy()[PAIR].decode() + "continues: 2026-spring/pair-70\n"
    (told,) = found(files={PAIR: text})
    assert str(told.span) == f"{PAIR}:64:12-31"
    assert told.message == "there is no pair `2026-spring/pair-70`"
    assert told.help == "did you mean `2026-spring/pair-07`? (same cohort)"


def test_a_skipped_step_is_followed() -> None:
    text = programmes.healthy()[PAIR].decode() + "skipped:\n  - step: digital-fluency/teach-bakc\n    why: No time.\n"
    (told,) = found(files={PAIR: text})
    assert str(told.span) == f"{PAIR}:65:27-37"
    assert told.help == "did you mean `teach-back`? (step 3 of 3)"


def test_a_matching_run_names_people_and_pairs_that_are_there() -> None:
    told = found(files={"pairs/2026-spring/matching.yml": MATCHING})
    assert [(each.span.line, each.message) for each in told] == [
        (10, "there is no person `p-0042`"),
        (12, "there is no pair `pair-99`"),
    ]


ROOM = "pairs/2026-spring/pair-55/sessions/01.yml"
THREAD = "content/threads/2026-spring/pair-55/2026-03-20-another.md"


def test_a_room_without_pair_is_told_once() -> None:
    session = programmes.healthy()["pairs/2026-spring/pair-03/sessions/04.yml"].decode()
    post = programmes.healthy()[POST].decode()
    (told,) = found(files={ROOM: session, ROOM.replace("01", "02"): session, THREAD: post})
    assert told.span.path == ROOM
    assert told.message == "the file lies in the folder of pair `2026-spring/pair-55`, which there is not"


def test_a_thread_without_pair_is_told_at_its_first_post() -> None:
    post = programmes.healthy()[POST].decode()
    (told,) = found(files={THREAD: post})
    assert str(told.span) == f"{THREAD}:1:1-4"
    assert told.help.startswith("did you mean `2026-spring/pair-0")


def test_a_folder_of_no_cohort_is_told_once() -> None:
    pair = programmes.healthy()["pairs/2026-spring/pair-09/pair.yml"].decode()
    (told,) = found(files={"pairs/2026-sprnig/pair-09/pair.yml": pair, "pairs/2026-sprnig/pair-10/pair.yml": pair})
    assert str(told.span) == "pairs/2026-sprnig/pair-09/pair.yml:1:1-14"
    assert told.help == "did you mean `2026-spring`? Then move the folder there, else add the cohort"


def test_a_note_of_no_community_is_told() -> None:
    note = programmes.healthy()[NOTE].decode()
    (told,) = found(files={NOTE.replace("practice-circle", "practise-circle"): note})
    assert told.message == "the file lies in the folder of community `practise-circle`, which there is not"


@pytest.mark.parametrize("broken", [ROADMAP, PERSON, PAIR, "content/agendas/standard.md", SETTINGS, POST])
def test_what_cannot_be_read_counts_as_known(broken: str) -> None:
    text = programmes.healthy()[broken].decode()
    spoilt = text.replace("\ntitle:", "\ntitel: x\ntitle:", 1) if "\ntitle:" in text else f"{text}unknown_key: 1\n"
    findings = programmes.judged(programmes.loaded(programmes.over_healthy({broken: spoilt})))
    assert [each.code for each in findings] == ["FIL008"]


@pytest.mark.parametrize(
    "gone", ["pairs/people/p-006.yml", "content/agendas/closure.md", "content/roadmaps/candour.md"]
)
def test_what_is_deleted_is_missed_wherever_it_was_named(gone: str) -> None:
    findings = programmes.judged(programmes.loaded(programmes.over_healthy({gone: None})))
    assert {each.code for each in findings} <= {"LNK001", "LNK002", "COM001"}
    assert any(each.code == "LNK001" for each in findings)


def test_a_step_over_two_lines_is_pointed_at_as_a_whole() -> None:
    (told,) = found((SESSION, "step: digital-fluency/first-real-task", "step: >-\n  digital-fluency/frist-real-task"))
    assert told.span.line == 6
    assert told.help == "did you mean `first-real-task`? (step 2 of 3)"


def test_a_skipped_step_that_is_there_is_fine() -> None:
    text = programmes.healthy()[PAIR].decode() + "skipped:\n  - step: digital-fluency/teach-back\n    why: No time.\n"
    assert found(files={PAIR: text}) == []


def test_the_author_of_a_room_note_is_a_member() -> None:
    sealed = programmes.healthy()["content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md"].decode()
    path = "pairs/2026-spring/pair-07/notes/2026-03-12.md"
    (told,) = found(files={path: sealed.replace("author: p-018", "author: p-0188")})
    assert str(told.span) == f"{path}:4:9-15"
    assert told.help == "did you mean `p-018`? (a member of this pair)"


def test_a_step_with_the_name_of_its_roadmap_is_pointed_at_behind_it() -> None:
    (told,) = found((SESSION, "/first-real-task", "/digital-fluency"))
    assert str(told.span) == f"{SESSION}:6:23-38"


def test_a_step_that_is_written_with_escapes_is_pointed_at_as_a_whole() -> None:
    (told,) = found((SESSION, "step: digital-fluency/first-real-task", r'step: "digital-fluency/fr\u0069st-real-task"'))
    assert str(told.span) == f"{SESSION}:6:7-45"


def test_a_template_that_cannot_be_read_is_offered() -> None:
    broken = {"content/agendas/walking.md": "---\ntitle: [\n---\n"}
    (told,) = found((SESSION, "template: standard", "template: wakling"), files=broken)
    assert told.help == "did you mean `walking`?"


def test_a_later_post_is_not_offered_as_answered() -> None:
    reply = "content/threads/2026-spring/pair-03/2026-02-24-on-the-receiving-end.md"
    (told,) = found((reply, "replies_to: 2026-02-20-first-prompt", "replies_to: 2026-03-20-one-report-les"))
    assert told.help == "write the id of a post of this programme, or add it"


def test_who_is_in_no_other_pair_of_the_cohort_comes_first() -> None:
    (told,) = found(("pairs/2026-spring/pair-07/pair.yml", "mentor: p-018", "mentor: p-01"))
    assert told.help == "did you mean `p-018`? (same cohort)"  # p-017 is as near, and has a pair


def test_a_pair_of_another_cohort_takes_nobody() -> None:
    autumn = ("pairs/2025-autumn/pair-01/pair.yml", "mentor: p-019\n", "mentor: p-018\n")
    (told,) = found(autumn, ("pairs/2026-spring/pair-07/pair.yml", "mentor: p-018", "mentor: p-01"))
    assert told.help == "did you mean `p-018`? (same cohort)"


def test_who_stands_above_somebody_in_their_department_comes_first_as_their_manager() -> None:
    below = ("pairs/people/p-004.yml", "level: 5\n", "level: 5\ndepartment: Commerce\n")
    above = ("pairs/people/p-006.yml", "level: 8\n", "level: 8\ndepartment: Commerce\n")
    (told,) = found(("pairs/people/p-042.yml", "manager: p-006", "manager: p-00"), below, above)
    assert told.help == "did you mean `p-006`?"  # as near are p-001 and p-005 of no department, and p-004 below


def test_a_pair_of_the_same_people_comes_first_as_the_one_that_is_continued() -> None:
    (told,) = found(
        ("pairs/2026-spring/pair-09/pair.yml", "mentor: ", "continues: 2026-spring/pair-0\nmentor: "),
        ("pairs/2026-spring/pair-07/pair.yml", "mentee: p-043", "mentee: p-045"),
    )
    assert told.help == "did you mean `2026-spring/pair-07`? (same cohort)"  # pair-03 is as near, with other people


def test_the_host_of_a_community_comes_before_others_as_the_author_of_its_notes() -> None:
    (told,) = found(
        ("content/communities/practice-circle/2025-11-18-two-dates-at-once.md", "author: p-003", "author: p-00")
    )
    assert told.help == "did you mean `p-003`?"  # p-001 and p-002 are as near, and never wrote there


def test_who_manages_others_comes_first_as_a_manager() -> None:
    both = [
        (f"pairs/people/{name}.yml", "level: 8\n", "level: 8\ndepartment: Commerce\n") for name in ("p-005", "p-006")
    ]
    moved = [(f"pairs/people/p-0{at}.yml", "manager: p-005", "manager: p-001") for at in (17, 18, 19, 20)]
    (told,) = found(("pairs/people/p-042.yml", "manager: p-006", "manager: p-00"), *both, *moved)
    assert told.help == "did you mean `p-006`?"  # p-005 is as near, and manages nobody


def test_who_wrote_in_a_community_before_comes_first_as_the_author_of_its_notes() -> None:
    (told,) = found(
        ("content/communities/practice-circle/2025-11-18-two-dates-at-once.md", "author: p-003", "author: p-00"),
        ("content/communities/practice-circle/index.md", "host: p-003", "host: p-042"),
    )
    assert told.help == "did you mean `p-004`?"  # p-001 is as near, and never wrote there


def test_who_owns_another_roadmap_comes_first_as_an_owner() -> None:
    (told,) = found((ROADMAP, "owner: p-003", "owner: p-00"))
    assert told.help == "did you mean `p-004`?"  # p-001 is as near, and owns none
