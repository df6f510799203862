"""What of a source line may be printed, line by line; and that nothing else is."""

import pytest

from generator.report.cells import joined
from generator.report.quoting import Sources
from generator.source.document import Document
from generator.source.span import Span

PERSON = "pairs/people/p-017.yml"
PAIR = "pairs/2026-spring/pair-03/pair.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/01.yml"
POST = "content/threads/2026-spring/pair-03/2026-03-02-doubts.md"
ROADMAP = "content/roadmaps/candour.md"
SETTINGS = "pairs/programme.yml"


def printed(path: str, text: str) -> list[str]:
    """Give all lines of a file as they may be printed."""
    document = Document(path, text, front=path.endswith(".md"))
    sources = Sources({path: document})
    return [joined(sources.line(path, number)) for number in range(1, len(document.lines) + 1)][: text.count("\n")]


def shown(path: str, line: str) -> str:
    return printed(path, f"{line}\n")[0]


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        (PERSON, "level: 3", "level: 3"),
        (PERSON, "name: Somebody Real", "name: …"),
        (PERSON, "interests: [chess, 'old maps']", "interests: […, …]"),
        (PERSON, "hours: {from: 09:00, to: 17:30}", "hours: {from: 09:00, to: 17:30}"),
        (PERSON, "offers: [{area: digital, note: her own words}]", "offers: [{area: digital, note: …}]"),
        (PERSON, "style: {pace: talk-first}", "style: {pace: talk-first}"),
        (PERSON, "accounts: {github: jo, emails: [jo@example.org]}", "accounts: {github: jo, emails: […]}"),
        (PAIR, "signed: 2026-01-01", "signed: …"),
        (PAIR, "match: {on: 2026-01-05, reason: his words, both_consulted: true}",
         "match: {on: 2026-01-05, reason: …, both_consulted: true}"),
        (PAIR, "history: [{state: active, reason: her illness}]", "history: [{state: active, reason: …}]"),
        (PAIR, "goals: [{id: g1, goal: her goal, sign: a sign, progress: 50}]",
         "goals: [{id: g1, goal: …, sign: …, progress: 50}]"),
        (SETTINGS, "words: {mentor: Guide}", "words: {mentor: …}"),
        (SETTINGS, "policy: {cadence: [7 days, 42 days]}", "policy: {cadence: [7 days, 42 days]}"),
        (SETTINGS, "policy: {match: {weights: {focus: 40}}}", "policy: {match: {weights: {focus: 40}}}"),
        ("content/moved.yml", "/old/: /new/", "/old/: /new/"),
        ("pairs/2026-spring/check-ins.yml", "pair-03: [{on: 2026-06-10, by: p-023}]",
         "pair-03: [{on: 2026-06-10, by: p-023}]"),
        ("pairs/2026-spring/check-ins.yml", "pair-03: she cried", "pair-03: …"),
        ("pairs/2026-spring/check-ins.yml", "pair-03: [{on: 2026-06-10, note: she cried}]",
         "pair-03: [{on: 2026-06-10, note: …}]"),
        ("pairs/2026-spring/pulse/2026-06-01.yml", "items: {speak: {mentor: {n: 8, mean: 4.5}}}",
         "items: {speak: {mentor: {n: …, mean: …}}}"),
    ],
)  # fmt: skip
def test_facts_are_shown_and_words_are_not(path: str, line: str, expected: str) -> None:
    assert shown(path, line) == expected


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        (SESSION, "lenght: 60 min", "lenght: 60 min"),
        (SESSION, "takeaway: we were both tired", "takeaway: …"),
        (SESSION, "purposes: we were both tired", "purposes: …"),
        (SESSION, "remark: we were both tired", "remark: …"),
        (PERSON, "birthday: 1990-01-01", "birthday: …"),
        (PERSON, "health: {score: 3}", "health: {…: …}"),
        (SESSION, f"{'x' * 41}: 1", f"{'x' * 40}…: …"),
        (SESSION, f"{'x' * 40}: 1", f"{'x' * 40}: …"),
    ],
)
def test_an_unknown_key_is_shown_and_its_value_only_near_a_fact(path: str, line: str, expected: str) -> None:
    assert shown(path, line) == expected


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        (SESSION, "takeaways: we were both tired", "takeaways: …"),
        (SESSION, "actions: [do it]", "actions: […]"),
        (SESSION, "actions: []", "actions: []"),
        (SESSION, "date: {said: nothing}", "date: {…: …}"),
        (SESSION, "next: we talk about her illness then", "next: …"),
        (SESSION, "purpose: {Question: what was hard}", "purpose: {…: …}"),
        (PAIR, "focus: {because: he asked}", "focus: {…: …}"),
        (PERSON, "offers: I can do all of it", "offers: …"),
        (PERSON, "style: gentle", "style: …"),
        (ROADMAP, "title: x", "…"),
    ],
)
def test_words_in_the_place_of_a_fact_are_not_shown(path: str, line: str, expected: str) -> None:
    assert shown(path, line) == expected


def test_a_comment_is_not_shown() -> None:
    lines = printed(SESSION, "# her words\nlength: 60 min  # her words: all of them\nstatus: held\n")
    assert lines == ["…", "length: 60 min  …", "status: held"]


def test_a_hash_inside_a_quoted_fact_is_no_comment() -> None:
    assert shown(SESSION, "length: '60 # min'") == "length: '60 # min'"


def test_a_text_over_several_lines_is_not_shown() -> None:
    text = "purpose: |  \n  first: line\n\n  second line\nprepare:\n  mentor:\n  - a long\n    thought\n"
    text += "length: >\n  60 min\n"
    expected = ["purpose: …", "  …", "", "  …", "prepare:", "  mentor:", "  - …", "    …", "length: …", "  …"]
    assert printed(SESSION, text) == expected


def test_explicit_keys_and_document_marks_give_nothing_away() -> None:
    assert printed(SESSION, "---\n? length\n: 60 min\n") == ["---", "? length", ": 60 min"]
    assert printed(SESSION, "? |\n  her words\n: 60 min\n")[:2] == ["? …", "  …"]
    assert printed(SESSION, "length: 60 min\n...\n") == ["length: 60 min", "…"]


def test_a_body_is_not_shown_and_fences_are() -> None:
    text = "---\nauthor: p-017\ntitle: her title\n---\n\n# Heading\nvisibility: pair\n---\n"
    assert printed(POST, text) == ["---", "author: p-017", "title: …", "---", "", "…", "…", "…"]


def test_without_front_matter_everything_is_body() -> None:
    assert printed(POST, "visibility: pair\n---\nher words\n") == ["…", "…", "…"]
    assert printed("content/handbook/index.md", "# Her words\n\ntitle: none\n") == ["…", "", "…"]


def test_of_front_matter_that_is_never_closed_only_keys_are_shown() -> None:
    text = "---\nauthor: p-017\ntitle:her title\nvisibility:\n- state: done\nHer words: all of them.\n"
    expected = ["---", "author: …", "title: …", "visibility:", "- state: …", "…"]
    assert printed(POST, text) == expected


def test_of_yaml_that_cannot_be_read_only_keys_are_shown() -> None:
    text = "date: 2026-01-01\npurpose: a: b\n  - kind: topic\nagenda:   \n\n   her words\n[x]: 1\n"
    assert printed(SESSION, text) == ["date: …", "purpose: …", "  - kind: …", "agenda:", "", "   …", "…"]


@pytest.mark.parametrize(
    "text", ["a: &x b\n", "a: *x\n", "a: !x b\n", "length: 60 min\nlength: 60 min\n", "{[a]: b}\n"]
)
def test_every_fault_of_the_yaml_counts(text: str) -> None:
    assert all(line.endswith(("…", ":")) for line in printed(SESSION, text))


def test_a_key_in_a_broken_file_is_shown_if_the_kind_has_it_or_nearly() -> None:
    lines = ["purpose: [", "purpos: x", "kind: x", "Sadly: we stopped", f"{'x' * 41}: x", "- by: x"]
    expected = ["purpose: …", "purpos: …", "kind: …", "…", "…", "…"]
    assert printed(SESSION, "".join(f"{line}\n" for line in lines)) == expected


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\r"])
def test_lines_that_the_reader_counts_differently_are_not_trusted(end: str) -> None:
    text = f"purpose: a{end}  b\nstatus: held\nlength: 60 min\ntemplate: standard\n"
    assert printed(SESSION, text) == ["purpose: …", "status: …", "length: …", "template: …"]


def test_crlf_is_a_line_end_like_any_other() -> None:
    assert printed(SESSION, "length: 60 min\r\npurpose: words\r\n") == ["length: 60 min", "purpose: …"]


def test_a_path_of_no_kind_shows_nothing() -> None:
    assert printed("README.md", "length: 60 min\n") == ["…"]
    assert printed("pairs/other.yml", "length: 60 min\n") == ["…"]


def test_a_place_without_a_line_is_not_there() -> None:
    sources = Sources({SESSION: Document(SESSION, "length: 60 min\n")})
    assert sources.has(Span(SESSION, 1, 1, 1, 7))
    assert not sources.has(Span(SESSION, 9, 1, 9, 2))
    assert not sources.has(Span(SESSION, 0, 1, 0, 2))
    assert not sources.has(Span(SESSION))
    assert not sources.has(Span(PAIR, 1, 1, 1, 2))
