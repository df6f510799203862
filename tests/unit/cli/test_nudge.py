"""`mentoring nudge`: what it says and writes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
LATER = ("nudge", "--as-of", "2026-04-24")
"""Pair-03's session 4 was planned for 14 April and is not recorded since the 18th: its first Tuesday is the 21st."""
NAME = "2026-04-21.2026-spring.pair-03"


def test_a_week_without_letters_says_so(run: Run) -> None:
    done = run("nudge")
    assert (done.exit_code, done.output) == (0, "no letter is due in the week of Tuesday 2026-03-31\n")


def test_the_letters_of_a_week_are_the_same_on_each_of_its_days(run: Run) -> None:
    found = [run("nudge", "--as-of", f"2026-04-{day}").stdout for day in range(21, 28)]
    assert len(set(found)) == 1
    assert "Session 4 was planned for 14 April 2026, and its file does not say yet" in found[0]
    assert run("nudge", "--as-of", "2026-04-28").stdout != found[0]


def test_the_two_are_written_to_in_the_programmes_language(run: Run, root: Path) -> None:
    settings = root / "pairs/programme.yml"
    settings.write_text(settings.read_text().replace("language: en", "language: de"))
    said = run(*LATER).stdout
    assert "Subject: Open Door: " in said
    assert "a short note for you both" not in said
    assert "14. April 2026" in said
    assert "Vertrauensperson ist" in said


def test_each_letter_is_a_file_and_one_that_is_there_stays(run: Run, root: Path) -> None:
    out = root.parent / "letters"
    first = run(*LATER, "--format", "eml", "--out", str(out))
    assert first.exit_code == 0
    letter = out / f"{NAME}.eml"
    assert b"Subject: Open Door: a short note for you both\r\n" in letter.read_bytes()
    letter.write_text("handed over\n")
    again = run(*LATER, "--format", "eml", "--out", str(out))
    assert again.stdout.startswith(f"wrote 0 letters to {out}, ")
    assert letter.read_text() == "handed over\n"
    assert [each.name for each in out.iterdir() if each.name.startswith(".")] == []


def test_a_dry_run_names_the_files_and_writes_none(run: Run, root: Path) -> None:
    out = root.parent / "letters"
    done = run(*LATER, "--format", "comment", "--out", str(out), "--dry-run")
    assert f"would write {out / NAME}.md\n" in done.stdout
    assert not out.exists()


def test_what_is_said_of_written_letters_names_nobody(run: Run, root: Path) -> None:
    done = run(*LATER, "--format", "text", "--out", str(root.parent / "letters"))
    assert "pair" not in done.output.replace(str(root.parent), "")


def test_a_mail_program_needs_files(run: Run) -> None:
    done = run(*LATER, "--format", "eml")
    assert done.exit_code == 2
    assert "name a folder with --out" in done.output


def test_letters_do_not_lie_among_the_programmes_files(run: Run, root: Path) -> None:
    done = run(*LATER, "--out", str(root / "pairs" / "letters"))
    assert done.exit_code == 2
    assert "lies among the programme's own files" in done.output
    assert not (root / "pairs" / "letters").exists()


def test_a_folder_that_cannot_be_made_is_told(run: Run, root: Path) -> None:
    (root.parent / "file").write_text("")
    done = run(*LATER, "--out", str(root.parent / "file" / "letters"))
    assert done.exit_code == 2
    assert "could not be written" in done.output


def test_files_that_cannot_be_read_are_mentioned(run: Run, root: Path) -> None:
    (root / "pairs/2026-spring/pair-03/sessions/04.yml").write_text("date: soon\n")
    done = run(*LATER)
    assert "some files cannot be read (see `mentoring check`)" in done.stderr
    assert "pair-03" not in done.stdout


def test_what_files_alone_say_is_judged_by_today(run: Run, root: Path) -> None:
    """A post approved on Thursday would lie in the future of the Tuesday before, and be told as a fault."""
    path = root / "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"
    text = path.read_text()
    assert "partner: " in text
    head, _, rest = text.partition("partner: ")
    path.write_text(f"{head}partner: approved 2026-04-23\n{rest.partition(chr(10))[2]}")
    assert "POS005" not in run(*LATER).stdout
