"""`mentoring check`: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from generator.source.finding import Finding
from generator.source.span import Span

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]

SETTINGS = "pairs/programme.yml"
PERSON = "pairs/people/p-017.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/01.yml"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Let the rules find nothing, and tell the days they were asked about."""
    days: list[date] = []

    def judge(programme: object, as_of: date, *, nightly: bool) -> tuple[Finding, ...]:
        del programme, nightly
        days.append(as_of)
        return ()

    monkeypatch.setattr("generator.rules.judge", judge)
    return days


def spoil(root: Path, path: str, old: str, new: str) -> None:
    content = (root / path).read_text()
    assert old in content
    (root / path).write_text(content.replace(old, new, 1))


def count(root: Path) -> int:
    return sum(path.is_file() for path in root.rglob("*"))


def test_a_clean_programme_is_one_line_and_exit_0(run: Run, root: Path, asked: list[date]) -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, f"no findings in {count(root)} files\n")
    assert asked == [date(2026, 4, 1)]


def test_an_error_is_exit_1(run: Run, root: Path, asked: list[date]) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    result = run("check")
    assert result.exit_code == 1
    assert result.output.startswith(f"FIL010 error: `length` is not a duration\n --> {SESSION}:2:9-14\n")
    assert result.output.endswith(f"\n\n1 error in 1 of {count(root)} files\n")
    assert asked


def test_a_finding_names_the_page_of_its_rule_where_the_site_has_an_address(
    run: Run, root: Path, tmp_path: Path
) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    assert "\n  = rule: mentoring rules FIL010\n" in run("check").output
    with (root / SETTINGS).open("a") as file:
        file.write("site:\n  url: https://site.example/mentoring\n")
    place = "https://site.example/mentoring/reference/rules/fil/#FIL010"
    assert f"\n  = rule: {place}\n" in run("check").output
    for form, named in (("rdjson", f'"url":"{place}"'), ("sarif", f'"helpUri":"{place}"'), ("junit", f"rule: {place}")):
        assert named in run("check", "--format", form).output.replace('": "', '":"')
    summary = tmp_path / "summary.md"
    run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert f"= rule: {place}\n" in summary.read_text()


def test_a_site_that_is_refused_names_the_page_as_well(run: Run, root: Path) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    with (root / SETTINGS).open("a") as file:
        file.write("site:\n  url: https://site.example/\n")
    result = run("build", "--out", str(root.parent / "site"))
    assert result.exit_code == 1
    assert "\n  = rule: https://site.example/reference/rules/fil/#FIL010\n" in result.stderr


def test_a_warning_is_exit_0(run: Run, root: Path, asked: list[date]) -> None:
    (root / "pairs/notes.txt").write_text("x")
    result = run("check")
    assert result.exit_code == 0
    assert result.output.endswith(f"1 warning in 1 of {count(root)} files\n")
    assert asked


def test_findings_of_loading_and_of_rules_come_in_one_order(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    spans = [Span(SESSION, 9, 1, 9, 2), Span(SETTINGS, 1, 1, 1, 2), Span(SESSION, 1, 1, 1, 2)]
    found = tuple(Finding("XXX001", "warning", span, "m", "h") for span in spans)
    monkeypatch.setattr("generator.rules.judge", lambda *_, **_asked: found)
    places = re.findall(r"--> (\S+):(\d+):", run("check").output)
    assert places == [(SESSION, "1"), (SESSION, "2"), (SESSION, "9"), (SETTINGS, "1")]


def test_a_path_limits_what_is_reported(run: Run, root: Path, asked: list[date]) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    files = len(list((root / "pairs/people").iterdir()))
    result = run("check", "pairs/people")
    assert (result.exit_code, result.output) == (0, f"no findings in {files} files\n")
    assert run("check", SESSION).output.endswith("1 error in 1 of 1 file\n")
    assert run("check", "pairs/people", "pairs/2026-spring").exit_code == 1
    assert run("check", ".").output == run("check").output
    assert run("check", "pairs/2026-spring/pair-0").exit_code == 2
    assert asked


def test_paths_are_those_of_the_current_folder(
    run: Run, root: Path, asked: list[date], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    monkeypatch.chdir(root / "pairs/2026-spring/pair-03/sessions")
    assert run("check", "01.yml").exit_code == 1
    assert run("check", "02.yml").exit_code == 0
    assert run("check", "..").exit_code == 1
    assert run("check", str(root / SESSION)).exit_code == 1
    assert asked


def test_a_path_outside_is_wrong_use(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("")
    result = run("check", str(tmp_path / "other.yml"))
    assert result.exit_code == 2
    assert "is not in the programme's folder" in result.output
    assert run("check", str(root.parent)).exit_code == 2


def test_the_programme_is_found_upwards_or_named(
    run: Run, root: Path, asked: list[date], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(root / "pairs/people")
    assert run("check").exit_code == 0
    monkeypatch.chdir(tmp_path)
    assert run("check", "--root", "programme").output == f"no findings in {count(root)} files\n"
    assert asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--root", "nowhere"), "`nowhere` holds no programme: there is no such folder"),
        (("--root", "content"), "`content` holds no programme: there is no pairs/programme.yml in it"),
        (("--root", SETTINGS), "there is no such folder"),
        (
            ("--as-of", "2026-02-30"),
            "`2026-02-30` is not a calendar day of the years 2000 to 2999, such as `2026-05-21`",
        ),
        (("--as-of", "20260401"), "is not a calendar day"),
        (("--as-of", "2026-W14-1"), "is not a calendar day"),
        (("--as-of", "tomorrow"), "is not a calendar day"),
        (("--as-of", "\u0662026-04-01"), "is not a calendar day"),
        (("--format", "xml"), "'xml' is not one of"),
        (("nowhere.yml",), "'nowhere.yml' does not exist"),
        (("--frmat", "text"), "No such option"),
    ],
)
def test_wrong_use_is_exit_2_and_says_why(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert result.stdout == ""


def test_without_a_programme_it_is_wrong_use(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert "there is no pairs/programme.yml here or in a folder above; name the folder with --root" in said
    assert "or begin a programme by writing `name:` into that file" in said


def test_the_day_is_the_one_asked_for(run: Run, asked: list[date]) -> None:
    run("check", "--as-of", "2026-05-21")
    assert asked == [date(2026, 5, 21)]


def test_without_a_clock_the_day_is_today_in_the_programmes_zone(run: Run, root: Path, asked: list[date]) -> None:
    spoil(root, SETTINGS, "clock: ", "# clock: ")
    spoil(root, SETTINGS, "timezone: ", "timezone: Pacific/Kiritimati # ")
    run("check")
    run("check", "--as-of", "today")
    there = (datetime.now(UTC) + timedelta(hours=14)).date()  # noqa: TID251 - a test of the one clock
    assert asked == [there, there]


def test_today_overrides_the_clock_and_a_broken_file_has_none(run: Run, root: Path, asked: list[date]) -> None:
    run("check", "--as-of", "today")
    (root / SETTINGS).write_text("name: [\n")
    run("check")
    now = datetime.now(UTC).date()  # noqa: TID251 - a test of the one clock
    assert all(abs((day - now).days) <= 1 for day in asked)
    assert len(asked) == 2


def test_json(run: Run, root: Path, asked: list[date]) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    result = run("check", "--format", "json")
    report = json.loads(result.stdout)
    assert [finding["code"] for finding in report["findings"]] == ["FIL008"]
    assert report["files"] == count(root)
    assert report["as_of"] == asked[0].isoformat() == "2026-04-01"


@pytest.mark.parametrize("form", ["gitlab", "rdjson", "sarif", "text"])
def test_every_format_can_be_asked_for(run: Run, root: Path, asked: list[date], form: str) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    result = run("check", "--format", form)
    assert (result.exit_code, result.stdout.count(PERSON) >= 1, asked != []) == (1, True, True)


def test_junit_has_a_case_for_every_file_there_is(run: Run, root: Path, asked: list[date]) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    assert f'tests="{count(root)}" failures="1"' in run("check", "--format", "junit").stdout
    people = len(list((root / "pairs/people").iterdir()))
    assert f'tests="{people}" failures="1"' in run("check", "--format", "junit", "pairs/people").stdout
    assert asked


def test_github_is_chosen_inside_its_actions(run: Run, root: Path, asked: list[date], tmp_path: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    assert run("check", GITHUB_ACTIONS="true").output.startswith(f"::error file={PERSON},line=2,")
    assert run("check", GITHUB_ACTIONS="false").output.startswith("FIL008 error:")
    assert run("check", "--format", "text", GITHUB_ACTIONS="true").output.startswith("FIL008 error:")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    result = run("check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert result.exit_code == 1
    assert summary.read_text().startswith("before\n### mentoring check: 1 error in 1 of ")
    assert "```text\nFIL008 error: unknown field `rloe`; `role` is missing\n" in summary.read_text()
    assert asked


def test_the_summary_leaves_room_for_what_is_there(run: Run, root: Path, asked: list[date], tmp_path: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    summary = tmp_path / "summary.md"
    summary.write_text("x" * ((1 << 20) - 350))
    run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert "and 1 more finding: run" in summary.read_text()
    assert summary.stat().st_size <= 1 << 20
    assert asked


def test_a_summary_that_cannot_be_written_is_said_and_changes_no_verdict(
    run: Run, asked: list[date], tmp_path: Path
) -> None:
    result = run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path))
    assert result.exit_code == 0
    assert "the job's summary could not be written: Is a directory" in result.stderr
    assert asked


def test_timing_goes_to_standard_error_and_only_if_asked_for(run: Run, asked: list[date]) -> None:
    quiet, loud = run("check"), run("check", "--verbose")
    assert quiet.stderr == ""
    assert loud.stdout == quiet.stdout
    assert re.search(r"(?m)^read \d+ files in \d+\.\d\d s$", loud.stderr)
    assert asked


def test_without_the_c_parser_it_refuses(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.source.yaml12.c_parser_is_there", lambda: False)
    result = run("check")
    assert result.exit_code == 2
    assert "pip install --force-reinstall --only-binary :all: pyyaml" in result.output


def test_a_bug_of_ours_is_exit_3_and_quotes_nothing(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(programme: object, as_of: date, **_asked: bool) -> None:
        private = (root / PERSON).read_text()
        raise KeyError(private, programme, as_of)

    monkeypatch.setattr("generator.rules.judge", broken)
    result = run("check")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert "builtins.KeyError" in result.stderr
    assert re.search(r"generator\.cli\.judging, line \d+, in judged", result.stderr)
    assert "Please file it" in result.stderr
    assert not [line for line in (root / PERSON).read_text().splitlines() if line in result.stderr]


def test_as_a_process_it_ends_as_it_says(process: Process, root: Path) -> None:
    assert process("check", "--root", "nowhere").returncode == 2
    spoil(root, SESSION, "length: 60 min", "length: sixty")
    done = process("check", SESSION)
    assert done.returncode == 1
    assert done.stdout.endswith("in 1 of 1 file\n")
    assert done.stderr == ""


def test_the_output_is_the_same_bytes_in_any_locale(process: Process, root: Path) -> None:
    spoil(root, SESSION, "purpose: ", "purpose: [x] # ")
    names = ("LC_ALL", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONHASHSEED", "TZ")
    settings = [
        ("C", "0", "ascii", "1", "UTC"),
        ("C.UTF-8", "1", "utf-8", "2", "Asia/Tokyo"),
        ("", "0", "latin-1", "3", ""),
    ]
    given = [process("check", SESSION, **dict(zip(names, values, strict=True))) for values in settings]
    assert "5 | purpose: […] …\n" in given[0].stdout
    assert len({(done.stdout, done.returncode) for done in given}) == 1


def test_inside_git_ignored_files_are_not_looked_at(run: Run, root: Path) -> None:
    (root / "content/handbook/.DS_Store").write_text("x")
    assert "FIL004 warning" in run("check", "content/handbook").stdout
    (root / ".gitignore").write_text(".DS_Store\n")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    assert run("check", "content/handbook").stdout.startswith("no findings in ")
