"""The layout around the excerpt: notes, bare places, continued help, the summary line."""

from datetime import date

import pytest

from generator.report import summary, text
from generator.source.document import Document
from generator.source.finding import Finding, Fix, Related
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"
DOCUMENTS = {PERSON: Document(PERSON, "name: x\nlevel: 3\n")}


def finding(path: str = PERSON, severity: str = "error", **more: object) -> Finding:
    given = {"span": Span(path, 2, 8, 2, 9), "message": "a message", "help": "do this"} | more
    return Finding("PER003", severity, **given)


def lines(each: Finding, rule_url: str = "") -> list[str]:
    rendered = text.render([each], DOCUMENTS, AS_OF, 3, rule_url)
    assert rendered.endswith("\n")
    return rendered.split("\n\n")[0].split("\n")


def test_the_summary_line_counts_what_needs_nobodys_decision() -> None:
    fixes = [Fix("safe", "x", "y"), Fix("safe", "x", ""), Fix("safe", "no text"), Fix("unsafe", "x", "y"), Fix()]
    found = [Finding("XXX001", "error", Span("a"), "m", "h", fix=fix) for fix in fixes]
    assert summary.line(found, 3) == "5 errors in 1 of 3 files; 2 can be fixed with --fix"


@pytest.mark.parametrize(
    ("severities", "files", "expected"),
    [
        ([], 812, "no findings in 812 files"),
        ([], 1, "no findings in 1 file"),
        ([], 0, "no findings in 0 files"),
        ([("a", "error")], 812, "1 error in 1 of 812 files"),
        (
            [("a", "error"), ("b", "error"), ("c", "error"), ("d", "warning")],
            812,
            "3 errors, 1 warning in 4 of 812 files",
        ),
        ([("a", "warning"), ("a", "warning")], 1, "2 warnings in 1 of 1 file"),
        ([("a", "nightly"), ("b", "nightly"), ("a", "error")], 9, "1 error, 2 nightly in 2 of 9 files"),
    ],
)
def test_the_summary_line_counts_findings_and_files(
    severities: list[tuple[str, str]], files: int, expected: str
) -> None:
    found = [finding(path, severity) for path, severity in severities]
    assert summary.line(found, files) == expected
    assert text.render(found, {}, AS_OF, files).split("\n")[-2] == expected


def test_a_clean_run_is_one_line() -> None:
    assert text.render([], DOCUMENTS, AS_OF, 812) == "no findings in 812 files\n"


def test_findings_are_parted_by_a_blank_line() -> None:
    rendered = text.render([finding(), finding(message="another")], DOCUMENTS, AS_OF, 3)
    assert [block.split("\n")[0] for block in rendered.split("\n\n")] == [
        "PER003 error: a message",
        "PER003 error: another",
        "2 errors in 1 of 3 files",
    ]


def test_without_its_document_a_finding_has_no_excerpt_and_keeps_its_label() -> None:
    span = Span("pairs/people/x.yml", 3, 1, 3, 4)
    found = finding(span=span, related=(Related("a label", span), Related("a note")))
    assert lines(found) == [
        "PER003 error: a message",
        " --> pairs/people/x.yml:3:1-4",
        "  = note: a label",
        "  = note: a note",
        "  = help: do this",
        "  = fix: manual",
        "  = rule: mentoring rules PER003",
    ]


def test_a_whole_file_has_a_place_and_no_excerpt() -> None:
    assert lines(finding(span=Span(PERSON)))[1:3] == [f" --> {PERSON}:1:1-1", "  = help: do this"]


def test_several_labels_are_joined() -> None:
    span = Span(PERSON, 2, 8, 2, 9)
    found = finding(related=(Related("one", span), Related("two", span)))
    assert lines(found)[4] == "  |        ^ one; two"


def test_a_bare_place_says_what_it_is() -> None:
    related = (
        Related("the other", Span("pairs/people/P-017.yml"), excerpt=False),
        Related("gone", Span("pairs/people/p-099.yml", 4, 1, 4, 5)),
        Related("here as well", Span(PERSON, 1, 1, 1, 5), excerpt=False),
    )
    assert lines(finding(related=related))[5:8] == [
        " ::: pairs/people/P-017.yml:1:1-1 the other",
        " ::: pairs/people/p-099.yml:4:1-5 gone",
        f" ::: {PERSON}:1:1-5 here as well",
    ]


def test_places_of_one_other_file_stand_together() -> None:
    other = "pairs/people/p-018.yml"
    documents = DOCUMENTS | {other: Document(other, "name: x\nlevel: 3\n\n\nrole: both\n")}
    places = [Span(other, 5, 1, 5, 5), Span(other, 2, 1, 2, 6)]
    found = finding(related=tuple(Related(f"at {span.line}", span) for span in places))
    rendered = text.render([found], documents, AS_OF, 3).split("\n")
    assert rendered[5:12] == [
        f" ::: {other}:5:1-5",
        "  |",
        "2 | level: 3",
        "  | ----- at 2",
        "...",
        "5 | role: both",
        "  | ---- at 5",
    ]


def test_help_and_notes_continue_under_themselves() -> None:
    found = finding(help="first\nsecond", related=(Related("a\nb"),), fix=Fix("safe", "rename it"))
    assert lines(found)[5:] == [
        "  = note: a",
        "          b",
        "  = help: first",
        "          second",
        "  = fix: safe, rename it",
        "  = rule: mentoring rules PER003",
    ]


def test_the_rule_has_a_page_where_there_is_a_site() -> None:
    address = "https://example.org/reference/rules/"
    assert lines(finding(), address)[-1] == f"  = rule: {address}per/#PER003"


def test_a_hostile_path_or_message_stays_on_its_line() -> None:
    path = "pairs/people/a\n::error::\x1b[2J\udcff.yml"
    found = finding(span=Span(path, 2, 1, 2, 3), message="one\ntwo\u202e", related=(Related("\r\nx", Span(path)),))
    rendered = lines(found)
    assert rendered[0] == "PER003 error: one<U+000A>two<U+202E>"
    assert rendered[1] == " --> pairs/people/a<U+000A>::error::<U+001B>[2J<U+DCFF>.yml:2:1-3"
    assert rendered[2].endswith(".yml:1:1-1 <U+000D><U+000A>x")
    "\n".join(rendered).encode()
