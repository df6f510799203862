"""The tools of the tests do what their README says: merging, markers, comparing."""

from __future__ import annotations

import pytest
from examples import Mark, Part, UnreadableExampleError, case, differences, findings, sections, unmarked
from programmes import healthy, judged, loaded, merged, over_healthy

YAML = "a: 1\nb:\n  - x\n  - y\nc: 3\n"
MARKDOWN = "---\na: 1\nb: 2\n---\n\nBody.\n"


def test_a_key_of_the_snippet_replaces_its_whole_block() -> None:
    after = merged(YAML, "b:\n  - z\n")
    assert after.text == "a: 1\nb:\n  - z\nc: 3\n"
    assert after.lines == (2, 3)


def test_a_new_key_is_appended() -> None:
    after = merged(YAML, "d: 4\nc: 5\n")
    assert after.text == "a: 1\nb:\n  - x\n  - y\nc: 5\nd: 4\n"
    assert after.lines == (6, 5)


def test_a_key_given_twice_stays_twice() -> None:
    assert merged(YAML, "a: 1\na: 2\n").text.startswith("a: 1\na: 2\nb:")


def test_an_empty_snippet_changes_nothing() -> None:
    assert merged(YAML, "").text == YAML
    assert merged(MARKDOWN, "").text == MARKDOWN


def test_a_key_can_be_left_out() -> None:
    assert merged(YAML, "", without=["b"]).text == "a: 1\nc: 3\n"
    assert merged(MARKDOWN, "", without=["a"]).text == "---\nb: 2\n---\n\nBody.\n"


def test_addresses_and_slugs_are_keys() -> None:
    assert merged("/a/b/: /c/\npair-03: 1\n", "/a/b/: /d/\n").text == "/a/b/: /d/\npair-03: 1\n"


def test_list_items_without_indent_belong_to_the_key_before() -> None:
    assert merged("a:\n- x\nb: 2\n", "a:\n- y\n- z\n").text == "a:\n- y\n- z\nb: 2\n"


def test_front_matter_alone_keeps_the_body() -> None:
    after = merged(MARKDOWN, "b: 3\nc: 4\n")
    assert after.text == "---\na: 1\nb: 3\nc: 4\n---\n\nBody.\n"
    assert after.lines == (3, 4)


def test_with_fences_the_body_is_replaced() -> None:
    after = merged(MARKDOWN, "---\nb: 3\n---\n\nOther.\nb: text\n")
    assert after.text == "---\na: 1\nb: 3\n---\n\nOther.\nb: text\n"
    assert after.lines == (1, 3, 4, 5, 6, 7)


def test_an_open_fence_is_the_whole_file() -> None:
    assert merged(MARKDOWN, "---\nb: 3\n").text == "---\nb: 3\n"


@pytest.mark.parametrize("text", [None, YAML, MARKDOWN])
def test_a_snippet_without_keys_is_the_whole_file(text: str | None) -> None:
    after = merged(text, "- one\n- two")
    assert after.text == "- one\n- two\n"
    assert after.lines == (1, 2)


def test_every_healthy_file_laid_over_itself_is_itself() -> None:
    for path, data in healthy().items():
        if path.endswith((".yml", ".md")):
            assert merged(data.decode(), data.decode()).text.encode() == data


def test_marks_are_taken_out_of_their_lines() -> None:
    text, marks = unmarked("a: 1  # error: [FIL007, FIL008]\nb: 2 # kept\nText. <!-- warning: [LNK002] -->\n")
    assert text == "a: 1\nb: 2 # kept\nText.\n"
    assert marks == [Mark(1, "FIL007", "error"), Mark(1, "FIL008", "error"), Mark(3, "LNK002", "warning")]


def test_a_line_may_have_marks_of_two_severities() -> None:
    text, marks = unmarked("a: 1  # error: [SES004] # warning: [SES006]\n")
    assert text == "a: 1\n"
    assert {(mark.code, mark.severity) for mark in marks} == {("SES004", "error"), ("SES006", "warning")}


def test_marks_of_the_file_are_no_lines() -> None:
    text, marks = unmarked("# error-file: [PAI004]\n# nightly-file: [PAI014]\na: 1  # error: [FIL008]\n")
    assert text == "a: 1\n"
    assert marks == [Mark(0, "PAI004", "error"), Mark(0, "PAI014", "nightly"), Mark(1, "FIL008", "error")]


def test_headings_inside_a_block_are_no_headings() -> None:
    found = sections(
        "T.\n\n## Example\n````markdown content/a.md\n## Inside\n```\nx\n```\n````\nthen\n```delete pairs/b.yml\n```\n"
    )
    assert [section.heading for section in found] == ["## Example"]
    assert found[0].parts == (
        Part("content/a.md", "## Inside\n```\nx\n```\n"),
        Part("pairs/b.yml", delete=True),
    )


def test_words_after_the_path_leave_keys_out_or_take_the_whole_file() -> None:
    found = sections("## Example\n```yaml pairs/b.yml without a, b\n```\n```yaml pairs/c.yml whole\nx: 1\n```\n")
    assert found[0].parts == (Part("pairs/b.yml", without=("a", "b")), Part("pairs/c.yml", "x: 1\n", whole=True))


@pytest.mark.parametrize("text", ["## Example\n```yaml\nx: 1\n```\n", "## Example\n```yaml a/b.yml\nx: 1\n"])
def test_a_block_without_path_or_end_is_refused(text: str) -> None:
    with pytest.raises(UnreadableExampleError):
        sections(text)


def test_each_header_of_a_case_starts_a_file() -> None:
    parts = case("# case: a/b.yml\nx: 1\n# overlay: a/c.yml without y\n<!-- delete: a/d.md -->\n")
    assert parts == [
        Part("a/b.yml", "x: 1\n", whole=True),
        Part("a/c.yml", without=("y",)),
        Part("a/d.md", delete=True),
    ]


def test_an_empty_case_only_announces_its_overlay() -> None:
    assert case("# case: a/b.yml\n# overlay: a/b.yml\nx: 1\n") == [Part("a/b.yml", "x: 1\n")]


def test_a_case_without_header_is_refused() -> None:
    with pytest.raises(UnreadableExampleError):
        case("x: 1\n")


def test_a_path_given_twice_is_refused() -> None:
    with pytest.raises(UnreadableExampleError):
        findings("FIL008", [Part("content/moved.yml"), Part("content/moved.yml")])


PERSON = "pairs/people/p-017.yml"
MISSPELT = Part(PERSON, "nmae: Ilka\n")


def test_what_is_found_and_not_marked_is_told() -> None:
    found, expected = findings("FIL008", [MISSPELT])
    (said,) = differences(found, expected)
    assert said.startswith(f"not expected: {PERSON}:")
    assert "FIL008" in said


def test_what_is_marked_and_not_found_is_told() -> None:
    found, expected = findings("FIL008", [Part(PERSON, "level: 3  # error: [FIL009]\n")])
    assert differences(found, expected) == [f"missing: {PERSON}:3 error FIL009"]


def test_the_severity_counts() -> None:
    found, expected = findings("FIL008", [Part(PERSON, "nmae: Ilka  # warning: [FIL008]\n")])
    assert len(differences(found, expected)) == 2


def test_a_mark_of_the_file_takes_one_finding_on_any_line() -> None:
    found, expected = findings("FIL008", [Part(PERSON, "# error-file: [FIL008]\nnmae: Ilka\n")])
    assert differences(found, expected) == []
    found, expected = findings("FIL008", [Part(PERSON, "# error-file: [FIL008]\nnmae: Ilka\nleevl: 3\n")])
    assert len(differences(found, expected)) == 1


def test_files_can_be_laid_over_and_removed() -> None:
    files = over_healthy({"content/moved.yml": None, "content/handbook/more.md": "# More\n"})
    assert "content/moved.yml" not in files
    assert loaded(files).findings == ()
    assert judged(loaded(files)) == ()
