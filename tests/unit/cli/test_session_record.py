"""`mentoring session record`: a planned session becomes a held one, without a question where options answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
ROOM = "pairs/2026-spring/pair-03/sessions"
FACTS = {
    "--pair": "pair-03",
    "--as-of": "2026-04-14",
    "--actual": "55 min",
    "--mentor": "She asked twice",
    "--mentee": "withheld",
    "--done": "a4",
    "--dropped": "none",
    "--actions": "mentee: write the note by 2026-05-01",
    "--next": "2026-05-12",
}


def words(**changes: str | None) -> list[str]:
    """Give the options, some of them changed or left out."""
    given = FACTS | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return [word for name, value in given.items() if value is not None for word in (name, value)]


def test_a_session_is_recorded_and_an_earlier_promise_settled(run: Run, root: Path) -> None:
    before = {name: (root / ROOM / name).read_text() for name in ("03.yml", "04.yml")}
    result = run("session", "record", *words())
    assert result.exit_code == 0
    assert f"{ROOM}/04.yml changed\n{ROOM}/03.yml changed\n" in result.output
    assert (root / ROOM / "04.yml").read_text() == before["04.yml"].replace("status: planned", "status: held") + (
        "actual: 55 min\ntakeaways:\n  mentor: She asked twice\n  mentee: withheld\n"
        "actions:\n  - id: a6\n    owner: mentee\n    action: write the note\n    due: 2026-05-01\n    status: open\n"
        "next: 2026-05-12\n"
    )
    settled = before["03.yml"].replace("status: open", "status: done\n    done_on: 2026-04-14", 1)
    assert (root / ROOM / "03.yml").read_text() == settled
    run("new", "session", "--pair", "pair-03", "--date", "2026-05-12 15:00")
    assert run("check", "--as-of", "2026-04-14").exit_code == 0


@pytest.mark.parametrize("missing", sorted(set(FACTS) - {"--pair", "--as-of"}))
def test_what_is_not_said_is_asked_for_by_its_option(run: Run, missing: str) -> None:
    result = run("session", "record", *words(**{missing.removeprefix("--"): None}))
    assert result.exit_code == 2
    assert f"Give {missing}." in " ".join(result.output.split())


def test_there_are_at_most_eight_questions() -> None:
    assert len(FACTS) - 1 <= 8  # the day is no question


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"done": "a1"}, "expected one of `a4`, `a5`"),
        ({"dropped": "a4"}, "expected one of `a5`"),
        ({"mentor": "m" * 281}, "at most 280 characters, and this has 281"),
        ({"actions": "we write"}, "expected an action such as"),
        ({"next": "soon"}, "or `closing`"),
        ({"session": "03"}, "expected one of `04`"),
    ],
)
def test_a_wrong_answer_is_wrong_use(run: Run, changes: dict[str, str], said: str) -> None:
    result = run("session", "record", *words(**changes))
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_a_session_to_come_is_not_recorded(run: Run, root: Path) -> None:
    before = (root / ROOM / "04.yml").read_bytes()
    result = run("session", "record", "--pair", "pair-03", "--as-of", "2026-04-13")  # no answer is asked for
    assert result.exit_code == 2
    told = "session 04 of 2026-spring/pair-03 is on 2026-04-14, after 2026-04-13, the day to judge by"
    assert told in " ".join(result.output.split())
    assert (root / ROOM / "04.yml").read_bytes() == before


def test_a_record_that_turns_a_warning_into_an_error_is_not_written(run: Run, root: Path) -> None:
    for name in ("01.yml", "02.yml", "03.yml"):
        (root / ROOM / name).unlink()
    (root / ROOM / "04.yml").rename(root / ROOM / "01.yml")
    person = root / "pairs/people/p-017.yml"
    person.write_text(person.read_text().replace("trained: 2026-01-07\n", ""))
    assert "PER004 warning" in run("check", "pairs/people", "--as-of", "2026-04-14").output
    result = run("session", "record", *words(done="none"))
    assert result.exit_code == 1
    assert "PER004 error" in result.output
    assert "Nothing was written" in result.output


def test_without_a_planned_session_there_is_nothing_to_record(run: Run, root: Path) -> None:
    (root / ROOM / "04.yml").unlink()
    result = run("session", "record", *words())
    assert result.exit_code == 2
    assert "has no planned session" in result.output


def test_a_dry_run_changes_nothing(run: Run, root: Path) -> None:
    before = (root / ROOM / "04.yml").read_bytes()
    result = run("session", "record", *words(), "--dry-run")
    assert f"\n{ROOM}/04.yml\n" in result.output
    assert (root / ROOM / "04.yml").read_bytes() == before


def test_a_file_that_cannot_be_changed_safely_is_left_alone(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.source import edit  # noqa: PLC0415 - as the verb does

    def refuse(*_words: object) -> str:
        raise edit.NotEditableError

    monkeypatch.setattr(edit, "put", refuse)
    result = run("session", "record", *words())
    assert result.exit_code == 2
    assert "record it by hand" in " ".join(result.output.split())
    assert "status: planned" in (root / ROOM / "04.yml").read_text()
