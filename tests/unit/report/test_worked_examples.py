"""The fifteen worked examples of the design: the layout of a finding, character by character.

The expected texts lie in `examples/`. In the last one the design shows a sentence of a roadmap; the
models say that findings quote no sentence, so it is masked here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.report import text
from generator.source.document import Document
from generator.source.finding import Finding, Fix, Related
from generator.source.span import Span

Documents = Mapping[str, Document]
Lay = Callable[[str, Mapping[int, str]], Document]
Place = Callable[[Document, int, str], Span]
Shows = Callable[..., None]

EXAMPLES = Path(__file__).parent / "examples"
AS_OF = date(2026, 9, 28)

PAIR = "pairs/2026-spring/pair-03/pair.yml"
THREAD = "content/threads/2026-spring/pair-03"
SESSION_LINES = {
    1: "date: 2026-08-04 15:00",
    2: "length: 45 min",
    9: "agenda:",
    10: "  - item: her own words",
    11: "    kind: topic",
    12: "    minutes: 35",
}
PAIR_LINES = {
    1: "mentor: p-017",
    2: "mentee: p-042",
    12: "history:",
    13: "  - state: active",
    14: "    on: 2026-01-12",
    16: "agreement:",
    17: "  signed: {mentor: 2026-01-10}",
    19: "  every: 30 days",
    22: "  confidentiality: pair",
    24: "focus: [digital]",
}
POST_LINES = {
    1: "---",
    2: "title: her own title",
    3: "date: 2025-12-18",
    4: "author: p-055",
    6: "visibility: organisation",
    8: "step: digital-fluency/frist-real-task",
    9: "---",
    10: "A body that nobody may see in a log.",
}
ROADMAP_LINES = {
    1: "---",
    20: "steps:",
    21: "  - id: first-real-task",
    22: "    title: her own title",
    28: "    mentee: one task done alone, and checked",
    29: "---",
}


@pytest.fixture
def documents(lay: Lay) -> Documents:
    return {
        "session": lay("pairs/2026-spring/pair-03/sessions/03.yml", SESSION_LINES),
        "later": lay("pairs/2026-spring/pair-03/sessions/04.yml", SESSION_LINES),
        "misspelt": lay(
            "pairs/2026-spring/pair-03/sessions/03.yml", SESSION_LINES | {11: "    minuets: 20", 12: "    kind: topic"}
        ),
        "pair": lay(PAIR, PAIR_LINES),
        "stranger": lay(PAIR, PAIR_LINES | {2: "mentee: p-0427"}),
        "slip": lay(PAIR, PAIR_LINES | {19: "  every: 30 dyas"}),
        "twice": lay(PAIR, PAIR_LINES | {26: "goals:", 27: "  - goal: her own words", 38: "goals:"}),
        "words": lay(f"{THREAD}/2025-12-18-first-words.md", POST_LINES),
        "doubts": lay(f"{THREAD}/2026-03-02-doubts.md", POST_LINES | {6: "visibility: pair"}),
        "prompts": lay(f"{THREAD}/2026-04-02-prompts.md", POST_LINES),
        "notes": lay(f"{THREAD}/2026-03-09-meeting-notes.md", POST_LINES),
        "feedback": lay(f"{THREAD}/2026-03-16-feedback.md", POST_LINES),
        "open": lay(f"{THREAD}/2026-05-01-notes.md", {n: line for n, line in POST_LINES.items() if n != 9}),
        "roadmap": lay("content/roadmaps/digital-fluency.md", ROADMAP_LINES),
        "manager": lay("pairs/people/p-017.yml", {6: "manager: p-021"}),
    }


@pytest.fixture
def shows(documents: Documents) -> Shows:
    """Hold the text of a finding against the example of a number."""

    def compare(number: int, finding: Finding, *used: str) -> None:
        (expected,) = EXAMPLES.glob(f"{number:02}-*.txt")
        given = {documents[name].path: documents[name] for name in used}
        rendered = text.render([finding], given, AS_OF, 812)
        mended = "; 1 can be fixed with --fix" if finding.fix.grade == "safe" else ""
        assert rendered == f"{expected.read_text()}\n1 {finding.severity} in 1 of 812 files{mended}\n"

    return compare


def test_two_places_in_one_file(documents: Documents, place: Place, shows: Shows) -> None:
    session = documents["session"]
    span = place(session, 12, "35")
    related = (
        Related("the longest item; 15 min too much in total", span),
        Related("the session's length", place(session, 2, "45 min")),
    )
    message = "agenda items add up to 60 min, the session lasts 45 min"
    remedy = "take 15 min off the items, or set `length: 60 min`"
    shows(1, Finding("SES004", "error", span, message, remedy, related=related), "session")


def test_an_unknown_id_and_its_nearest_name(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["stranger"], 2, "p-0427")
    fix = Fix("unsafe", "replace with `p-042`", "p-042")
    related = (Related("no file pairs/people/p-0427.yml", span),)
    remedy = "did you mean `p-042`? (same cohort)"
    finding = Finding("LNK001", "error", span, "there is no person `p-0427`", remedy, related=related, fix=fix)
    shows(2, finding, "stranger")


def test_two_files_that_disagree(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["words"], 3, "2025-12-18")
    related = (Related("`active` starts here", place(documents["pair"], 14, "2026-01-12")),)
    message = "the post is dated before its pair became active"
    remedy = "correct the date here and in the file name, or move the post to the pair that was active then"
    shows(3, Finding("POS003", "error", span, message, remedy, related=related), "words", "pair")


def test_private_text_of_which_nothing_is_shown(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["doubts"], 6, "pair")
    related = (
        Related("everyone with repository access can read the body", span),
        Related("the text is not shown here on purpose"),
    )
    remedy = (
        f"run `mentoring seal {THREAD}/2026-03-02-doubts.md` before committing;\n"
        "if it was pushed already, read `mentoring rules SEA001`: a deletion is not an erasure"
    )
    message = "visibility is `pair`, but the body is not sealed"
    shows(4, Finding("SEA001", "error", span, message, remedy, related=related), "doubts")


def test_a_reference_into_another_file(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["prompts"], 8, "frist-real-task")
    related = (Related("the nearest step", place(documents["roadmap"], 21, "first-real-task")),)
    message = "roadmap `digital-fluency` has no step `frist-real-task`"
    fix = Fix("unsafe", "replace with `first-real-task`", "first-real-task")
    remedy = "did you mean `first-real-task`? (step 2 of 6)"
    shows(5, Finding("LNK001", "error", span, message, remedy, related=related, fix=fix), "prompts", "roadmap")


def test_a_chain_across_files_as_places_only(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["pair"], 1, "p-017")
    related = (
        Related("reaches the mentee through 2 `manager` fields", span),
        Related("", place(documents["manager"], 6, "p-021"), excerpt=False),
        Related("the people between them are not printed"),
    )
    message = "mentor and mentee stand in one reporting line"
    remedy = "choose another mentee; this rule has no exception"
    shows(6, Finding("PAI004", "error", span, message, remedy, related=related), "pair", "manager")


def test_front_matter_that_is_never_closed(documents: Documents, shows: Shows) -> None:
    span = documents["open"].top()
    related = (Related("no closing `---` follows; `visibility` would be lost", span),)
    fix = Fix("unsafe", "insert `---` after line 9")
    message = "the front matter is opened and never closed"
    remedy = "add a line `---` after line 9, the last line that looks like a field"
    shows(7, Finding("FIL006", "error", span, message, remedy, related=related, fix=fix), "open")


def test_the_same_key_twice(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["twice"], 38, "goals")
    related = (
        Related("the second; most YAML readers keep only this one, silently", span),
        Related("the first", place(documents["twice"], 26, "goals")),
    )
    remedy = "move the items of the second list under the first"
    shows(8, Finding("FIL006", "error", span, "key `goals` stands twice", remedy, related=related), "twice")


def test_an_unknown_and_a_missing_key(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["misspelt"], 11, "minuets")
    related = (Related("did you mean `minutes`?", span),)
    fix = Fix("safe", "rename to `minutes`", "minutes")
    message = "unknown field `minuets`; `minutes` is missing"
    finding = Finding("FIL008", "error", span, message, "rename it to `minutes`", related=related, fix=fix)
    shows(9, finding, "misspelt")


def test_a_value_that_cannot_be_read(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["slip"], 19, "30 dyas")
    related = (Related("expected a number and a unit, such as `30 days` or `2 weeks`", span),)
    fix = Fix("unsafe", "replace with `30 days`", "30 days")
    finding = Finding(
        "FIL010", "error", span, "`every` is not a duration", "did you mean `30 days`?", related=related, fix=fix
    )
    shows(10, finding, "slip")


def test_a_state_without_what_it_needs(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["pair"], 17, "signed")
    related = (
        Related("the mentee's date is missing", span),
        Related("the last state", place(documents["pair"], 13, "active")),
    )
    message = "the pair is `active`, but only the mentor has signed the agreement"
    remedy = "ask p-042 to sign in a pull request of their own, or leave out the `active` entry until then"
    shows(11, Finding("AGR002", "error", span, message, remedy, related=related), "pair")


def test_who_may_write_here(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["notes"], 4, "p-055")
    related = (Related("the pair is p-017 and p-042", span),)
    remedy = "move the post to content/threads/2026-spring/pair-07/, the active pair of p-055"
    message = "the author is not a member of this pair"
    shows(12, Finding("POS002", "error", span, message, remedy, related=related), "notes")


def test_more_readers_than_the_agreement_allows(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["feedback"], 6, "organisation")
    related = (Related("nothing leaves the room", place(documents["pair"], 22, "pair")),)
    remedy = "set `visibility: pair` and seal the post, or change the agreement (both sign again)"
    message = "the post has more readers than the pair agreed"
    shows(13, Finding("POS004", "error", span, message, remedy, related=related), "feedback", "pair")


def test_time_that_passed(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["later"], 1, "2026-08-04 15:00")
    related = (
        Related("the last session held; the next was due by 2026-09-03", span),
        Related("the agreed rhythm", place(documents["pair"], 19, "30 days")),
        Related("judged as of 2026-09-28 (--as-of)"),
    )
    message = "no session held for 55 active days; agreed: every 30 days"
    remedy = "plan a session with `mentoring new session pair-03`, or record a pause with its reason"
    shows(14, Finding("PAI014", "nightly", span, message, remedy, related=related), "later", "pair")


def test_a_value_for_one_side_only(documents: Documents, place: Place, shows: Shows) -> None:
    span = place(documents["roadmap"], 21, "first-real-task")
    related = (
        Related("`mentor` is missing", span),
        Related("only this side learns", place(documents["roadmap"], 28, "mentee")),
    )
    message = "step `first-real-task` has an outcome for the mentee only"
    remedy = "say in `mentor:` what the mentor learns from this step"
    shows(15, Finding("ROA001", "error", span, message, remedy, related=related), "roadmap")


def test_every_example_is_shown() -> None:
    numbers = [int(path.name[:2]) for path in sorted(EXAMPLES.iterdir())]
    assert numbers == list(range(1, 16))
