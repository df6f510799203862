"""What happens to files: each accident is told by the findings it deserves, and hides nothing beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import programmes
import pytest
from repositories import commit, git, mentoring_here

ROOM = "pairs/2026-spring/pair-03"
SESSION, PLANNED, PAIR = f"{ROOM}/sessions/03.yml", f"{ROOM}/sessions/04.yml", f"{ROOM}/pair.yml"
PERSON, RENAMED = "pairs/people/p-042.yml", "pairs/people/p-142.yml"
AGENDA, WELCOME = "content/agendas/standard.md", "content/handbook/welcome.md"
THREAD = "content/threads/2026-spring/pair-03"
ANSWER, REPORT = f"{THREAD}/2026-02-24-on-the-receiving-end.md", f"{THREAD}/2026-03-20-one-report-less.md"

BESIDE = "FIL010 error pairs/2026-spring/pair-07/sessions/03.yml:2:9-14"
"""A fault of another room, which is there in each case: whatever else happens, it is told."""


def healthy(path: str) -> str:
    """Give the text of a healthy file."""
    return programmes.healthy()[path].decode()


def half(path: str, last: str) -> str:
    """Give a file of which only the lines up to this one were written."""
    before, line, _ = healthy(path).partition(f"{last}\n")
    assert line
    return before + line


def conflict(path: str, ours: str, theirs: str) -> str:
    """Give a file in which a rebase stopped at one line."""
    text = healthy(path)
    assert text.count(f"{ours}\n") == 1
    return text.replace(f"{ours}\n", f"<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> mine\n")


CASES: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "a session of which the end is not written yet": (
        {SESSION: half(SESSION, "actual: 60 min")},
        [f"SES003 error {SESSION}:3:9-13"],
    ),
    "a session that breaks off inside an item": (
        {SESSION: half(SESSION, "    lead: mentee")},
        [f"FIL007 error {SESSION}:12:5-9"],
    ),
    "a session that breaks off inside a quoted text": (
        {PLANNED: half(PLANNED, "template: midpoint-review") + 'purpose: "Look back at'},
        [f"FIL006 error {PLANNED}:5:23-23"],
    ),
    "a pair whose partner's file is broken": (
        {PERSON: "name: [\n"},
        [f"FIL006 error {PERSON}:2:1-1"],
    ),
    "a mark of a rebase among fields": (
        {SESSION: conflict(SESSION, "length: 60 min", "length: 45 min")},
        [f"FIL006 error {SESSION}:2:1-8"],
    ),
    "a mark of a rebase in front matter": (
        {AGENDA: conflict(AGENDA, "length: 60 min", "length: 45 min")},
        [f"FIL006 error {AGENDA}:4:1-8"],
    ),
    "a mark of a rebase in a body": (
        {WELCOME: healthy(WELCOME) + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> mine\n"},
        [f"FIL006 error {WELCOME}:{healthy(WELCOME).count(chr(10)) + 2}:1-8"],
    ),
    "a person whose file was renamed, and nothing else": (
        {PERSON: None, RENAMED: healthy(PERSON)},
        [
            f"LNK001 error {ANSWER}:4:9-14",
            f"LNK001 error {REPORT}:4:9-14",
            f"LNK001 error {REPORT}:14:10-15",
            f"LNK001 error {PAIR}:2:9-14",
        ],
    ),
    "a file twice under different case": (
        {"content/handbook/Welcome.md": healthy(WELCOME)},
        ["FIL003 error content/handbook/Welcome.md:1:1-1", f"FIL002 error {WELCOME}:1:1-1"],
    ),
    "an agenda of 5 MB": (
        {AGENDA: healthy(AGENDA) + "The words go on and on.\n" * 220_000},
        [f"FIL005 error {AGENDA}:1:1-1"],
    ),
    "a folder where a session should be": (
        {PLANNED: None, f"{PLANNED}/notes.yml": "place: the dock\n"},
        [f"FIL004 warning {PLANNED}/notes.yml:1:1-1", f"SES007 warning {SESSION}:39:7-17"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_accident_is_told_by_what_it_deserves(name: str, tmp_path: Path) -> None:
    changes, expected = CASES[name]
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    for path, text in changes.items():
        (root / path).unlink(missing_ok=True)
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    other = root / "pairs/2026-spring/pair-07/sessions/03.yml"
    other.write_text(other.read_text().replace("length: 45 min", "length: sixty"))
    git(tmp_path, "init", "--quiet", str(root))
    commit(root)
    done = mentoring_here("check", "--format", "json", cwd=root)
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(_told(done.stdout)) == sorted([*expected, BESIDE])


def _told(output: str) -> list[str]:
    places = "{code} {severity} {path}:{line}:{column}-{end_column}"
    return [places.format(**each) for each in json.loads(output)["findings"]]
