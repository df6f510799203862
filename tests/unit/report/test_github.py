"""Annotations: escaped, within the forge's limits, and nothing lost to them."""

from collections import Counter
from datetime import date

import pytest

from generator.report import github, text
from generator.rules import Rule
from generator.source.document import Document
from generator.source.finding import Finding, Related
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"
DOCUMENTS = {PERSON: Document(PERSON, "name: `x` <b>\nlevel: 3\n")}


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one rule be known, so that the tests do not hang on what rules there are."""
    known = {"SES004": Rule("SES004", ("error",), "Agenda that is too long, or 100 %: late.", "", ())}
    monkeypatch.setattr("generator.rules.rules", lambda: known)


def finding(path: str = PERSON, line: int = 2, severity: str = "error", **more: object) -> Finding:
    given = {"code": "PER003", "message": "a message", "help": "do this", "span": Span(path, line, 8, line, 9)}
    return Finding(severity=severity, **(given | more))


def commands(found: list[Finding]) -> list[str]:
    *given, last, end = github.render(found, DOCUMENTS, AS_OF, 812).split("\n")
    assert end == ""
    assert not last.startswith("::")
    return given


def test_a_command_names_place_rule_message_and_help() -> None:
    span = Span("pairs/2026-spring/pair-03/sessions/03.yml", 12, 14, 12, 16)
    found = finding(code="SES004", span=span, message="60 min, not 45", help="take 15 min off")
    expected = (
        "::error file=pairs/2026-spring/pair-03/sessions/03.yml,line=12,col=14,endColumn=16,"
        "title=SES004 Agenda that is too long%2C or 100 %25%3A late::60 min, not 45%0Ahelp: take 15 min off"
    )
    assert commands([found]) == [expected]


def test_a_code_that_is_not_registered_is_its_own_title() -> None:
    assert ",title=PER003::" in commands([finding()])[0]


def test_severities_have_their_levels() -> None:
    found = [finding(severity=each) for each in ("error", "warning", "nightly")]
    assert [line.split(" ")[0] for line in commands(found)] == ["::error", "::warning", "::notice"]


def test_a_place_over_several_lines_has_no_columns() -> None:
    assert "line=2,endLine=4,title" in commands([finding(span=Span(PERSON, 2, 1, 4, 9))])[0]


def test_nothing_can_forge_a_command() -> None:
    path = "pairs/people/a,line=1::error::x%\r\n::stop-commands::y.yml"
    found = finding(path, message="100 %\n::set-env name=A::b\r", help="a: b, c\n::debug::\x1b\u202e")
    expected = (
        "::error file=pairs/people/a%2Cline=1%3A%3Aerror%3A%3Ax%25<U+000D><U+000A>%3A%3Astop-commands%3A%3Ay.yml,"
        "line=2,col=8,endColumn=9,title=PER003::100 %25%0A::set-env name=A::b<U+000D>"
        "%0Ahelp: a: b, c%0A::debug::<U+001B><U+202E>"
    )
    assert commands([found]) == [expected]


def test_ten_of_a_level_are_all_shown() -> None:
    found = [finding(line=line) for line in range(1, 11)] + [
        finding(line=line, severity="warning") for line in range(1, 11)
    ]
    assert Counter(line.split(" ")[0] for line in commands(found)) == {"::error": 10, "::warning": 10}
    assert not any("more" in line for line in commands(found))


def test_of_more_than_ten_nine_are_shown_over_as_many_files_as_possible() -> None:
    found = [finding(f"pairs/people/p-{file}.yml", line) for file in range(5) for line in range(1, 6)]
    given = commands(found)
    assert len(given) == 10
    files = Counter(line.split("file=")[1].split(",")[0] for line in given[:9])
    assert files == {f"pairs/people/p-{file}.yml": 2 if file < 4 else 1 for file in range(5)}
    assert given[9] == (
        "::error title=more::+ 16 more findings in 5 files: see this job's summary, or run `mentoring check`"
    )


def test_the_nine_are_of_nine_files_where_there_are_nine() -> None:
    found = [finding(f"pairs/people/p-{file:02}.yml", line) for file in range(20) for line in (1, 2)]
    lines = commands(found)
    files = [line.split("file=")[1].split(",")[0] for line in lines[:9]]
    assert files == [f"pairs/people/p-{file:02}.yml" for file in range(9)]
    assert "+ 31 more findings in 20 files" in lines[9]


def test_levels_do_not_take_room_from_each_other() -> None:
    found = [finding(line=line) for line in range(1, 30)] + [finding(severity="warning")]
    assert Counter(line.split(" ")[0] for line in commands(found)) == {"::error": 10, "::warning": 1}


def test_equal_findings_are_counted_each() -> None:
    assert "+ 3 more findings in 1 file:" in commands([finding()] * 12)[9]


def test_the_summary_holds_every_finding_of_text() -> None:
    found = [finding(line=line, related=(Related("a note"),)) for line in range(1, 31)]
    given = github.markdown(found, DOCUMENTS, AS_OF, 812)
    assert given.startswith("### mentoring check: 30 errors in 1 of 812 files\n\nJudged as of 2026-05-01.\n")
    blocks = text.render(found, DOCUMENTS, AS_OF, 812).split("\n\n")[:-1]
    assert len(blocks) == 30
    for block in blocks:
        assert f"\n```text\n{block}\n```\n" in given


def test_nothing_in_the_summary_leaves_its_fence() -> None:
    found = finding(message="a ```` b", help="~~~\n```\n# heading\n<script>")
    given = github.markdown([found], DOCUMENTS, AS_OF, 812)
    assert given.count("`````") == 2
    assert given.split("`````")[0].endswith("Judged as of 2026-05-01.\n\n")
    assert given.split("`````")[2] == "\n"


def test_the_summary_is_cut_at_a_whole_finding() -> None:
    found = [finding(line=line, message="ü" * 1000) for line in range(1, 2001)]
    given = github.markdown(found, DOCUMENTS, AS_OF, 812)
    assert (1 << 20) - 4000 < len(given.encode()) <= 1 << 20
    shown = given.count("PER003 error:")
    assert given.endswith(f"\n```\n\n… and {2000 - shown} more findings: run `mentoring check`.\n")


@pytest.mark.parametrize("largest", [300, 900, 1200, 5000])
def test_the_summary_keeps_to_what_room_is_left(largest: int) -> None:
    found = [finding(line=line) for line in range(1, 100)]
    given = github.markdown(found, DOCUMENTS, AS_OF, 812, largest=largest)
    assert len(given.encode()) <= largest
    assert "more findings: run `mentoring check`" in given


@pytest.mark.parametrize("largest", [-1, 0, 299])
def test_a_summary_without_room_is_empty(largest: int) -> None:
    assert not github.markdown([finding()], DOCUMENTS, AS_OF, 812, largest=largest)


def test_a_clean_run_says_so_in_the_summary() -> None:
    assert github.markdown([], {}, AS_OF, 812) == (
        "### mentoring check: no findings in 812 files\n\nJudged as of 2026-05-01.\n"
    )
    assert github.render([], {}, AS_OF, 812) == "no findings in 812 files\n"
