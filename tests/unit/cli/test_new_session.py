"""`mentoring new session`: options instead of questions, a judgement before writing, nothing overwritten."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.cli import desk

Run = Callable[..., Result]
ROOM = "pairs/2026-spring/pair-03/sessions"
WHEN = ("--pair", "pair-03", "--date", "2026-05-12 15:00")


def test_a_session_is_planned_and_the_programme_stays_sound(run: Run, root: Path) -> None:
    result = run("new", "session", *WHEN)
    assert (result.exit_code, result.output) == (0, f"{ROOM}/05.yml written\n")
    assert "template: standard\n" in (root / ROOM / "05.yml").read_text()
    assert run("check").exit_code == 0
    assert [each.name for each in (root / ROOM).iterdir() if each.name.startswith(".")] == []


def test_a_dry_run_shows_path_and_text_and_writes_nothing(run: Run, root: Path) -> None:
    result = run("new", "session", *WHEN, "--dry-run")
    assert result.exit_code == 0
    assert result.output.startswith(
        f"{ROOM}/05.yml\n# yaml-language-server: $schema=../../../../.schemas/session.json\n"
    )
    assert not (root / ROOM / "05.yml").exists()


def test_every_option_is_heard(run: Run) -> None:
    given = ["--template", "closure", "--step", "digital-fluency/first-real-task", "--purpose", "Say: goodbye"]
    more = ["--length", "45 min", "--prepare-mentor", "One", "--prepare-mentor", "Two", "--prepare-mentee", "Three"]
    text = run("new", "session", *WHEN, *given, *more, "--dry-run").output
    for line in (
        "length: 45 min",
        "template: closure",
        'purpose: "Say: goodbye"',
        "step: digital-fluency/first-real-task",
        "    - One\n    - Two\n  mentee:\n    - Three\n",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Which pair? Give --pair."),
        (("--pair", "pair-03"), "Give --date."),
        (("--pair", "pair-3"), "did you mean `pair-03`?"),
        (("--pair", "pair-03", "--date", "tomorrow"), "Invalid value for --date: expected a local date and time"),
        ((*WHEN, "--template", "standrd"), "did you mean `standard`?"),
        ((*WHEN, "--step", "candour"), "Invalid value for --step"),
        ((*WHEN, "--length", "long"), "Invalid value for --length"),
    ],
)
def test_a_missing_or_wrong_answer_is_wrong_use_and_names_the_option(
    run: Run, root: Path, words: tuple[str, ...], said: str
) -> None:
    result = run("new", "session", *words)
    assert result.exit_code == 2
    assert said in result.output
    assert not (root / ROOM / "05.yml").exists()


def test_the_folder_one_stands_in_tells_the_pair(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "pairs/2026-spring/pair-07/sessions")
    result = run("new", "session", "--date", "2026-05-12 15:00")
    assert result.output == "pairs/2026-spring/pair-07/sessions/04.yml written\n"


def test_gits_address_tells_the_pair(run: Run, root: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "config", "user.email", "ilka@lanternworks.example"], cwd=root, check=True)
    assert run("new", "session", "--date", "2026-05-12 15:00").output == f"{ROOM}/05.yml written\n"


def test_a_session_with_an_error_is_not_written(run: Run, root: Path) -> None:
    result = run("new", "session", "--pair", "pair-03", "--date", "2026-04-14 15:30")
    assert result.exit_code == 1
    assert "SES001 error" in result.output
    assert "Nothing was written" in result.output
    assert not (root / ROOM / "05.yml").exists()


def test_older_faults_of_others_are_not_told(run: Run, root: Path) -> None:
    path = root / "pairs/2026-spring/pair-07/pair.yml"
    path.write_text(path.read_text().replace("every: 30 days", "every: often"))
    assert run("new", "session", *WHEN).output == f"{ROOM}/05.yml written\n"


@pytest.mark.parametrize("there", ["file", "folder", "dangling link"])
def test_nothing_is_overwritten(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, there: str) -> None:
    monkeypatch.setattr("generator.forms.session.path", lambda _programme, _pair: f"{ROOM}/06.yml")
    place = root / ROOM / "06.yml"
    if there == "file":
        place.write_text("mine")
    elif there == "folder":
        place.mkdir()
    else:
        place.symlink_to("nowhere")
    result = run("new", "session", *WHEN)
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert there != "file" or place.read_text() == "mine"


def test_a_file_that_appears_meanwhile_stays(root: Path) -> None:
    from generator.forms.draft import Draft  # noqa: PLC0415 - as the verb does

    (root / "new.yml").write_text("mine")
    with pytest.raises(desk.click.UsageError, match=r"new\.yml could not be written"):
        desk._write(root, [Draft("new.yml", "ours")])
    (root / "changed.yml").write_text("theirs")
    with pytest.raises(desk.click.UsageError, match="was changed meanwhile"):
        desk._write(root, [Draft("changed.yml", "ours", "what was read")])
    assert ((root / "new.yml").read_text(), (root / "changed.yml").read_text()) == ("mine", "theirs")
    assert not list(root.rglob(".*.tmp"))


@pytest.mark.parametrize("said", ["pair-03", "2026-spring/pair-03", None])
def test_of_a_pair_that_cannot_be_read_no_other_is_offered(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, said: str | None
) -> None:
    (root / "pairs/2026-spring/pair-03/pair.yml").write_text("mentor: p-0")
    monkeypatch.chdir(root / "pairs/2026-spring/pair-03")
    result = run("new", "session", "--date", "2026-05-12 11:00", *(("--pair", said) if said else ()))
    assert result.exit_code == 2
    output = " ".join(result.output.split())
    assert "`mentoring check pairs/2026-spring/pair-03` says what is wrong in it" in output
    assert "did you mean" not in output


def test_a_folder_that_cannot_be_written_is_wrong_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.whole, "beside", refuse)
    result = run("new", "session", *WHEN)
    assert result.exit_code == 2
    assert f"{ROOM}/05.yml could not be written: No space left on device" in " ".join(result.output.split())
