"""A session planned, held and recorded from an empty folder, typed by a person on a terminal; all of it counted."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import programmes
import pytest
from repositories import FIXED, commit, git, mentoring_here, tree

SETTINGS = """\
name: Open Door
purpose: Juniors show leaders what the work looks like.
organisation: Lanternworks
not_for: [performance management, promotion, recruitment]
timezone: Europe/Berlin
language: en
focus_areas:
  - {id: candour, title: Candour, why: Bad news arrives late.}
cohorts:
  - {id: 2026-spring, title: Spring 2026, starts: 2026-01-05, ends: 2026-06-26}
defaults: {sessions: 4, minimum_sessions: 3, every: 30 days, length: 60 min}
people: {sponsor: p-001, coordinators: [p-002, p-003], support_contact: p-004}
id: lanternworks-open-door
"""
END = "\x04"
"""What Ctrl-D types: no more answers."""
LONGEST = 20
"""Seconds to wait for one question."""


@dataclass
class Typed:
    """What came of a verb on a terminal: its screen, how many questions it asked, how many keys were pressed."""

    screen: str
    code: int
    questions: int
    keys: int


def typed(python: Path, cwd: Path, words: Sequence[str], answers: Iterable[str]) -> Typed:
    """Run a verb on a terminal of its own and type one answer to each question."""
    keys, waiting, screen, questions = len(" ".join(("mentoring", *words))) + 1, list(answers), "", 0
    terminal, inside = pty.openpty()
    command, env = [python, "-m", "generator", *words], {**os.environ, **FIXED}
    process = subprocess.Popen(command, cwd=cwd, env=env, stdin=inside, stdout=inside, stderr=inside)
    os.close(inside)
    since, until = 0, time.monotonic() + LONGEST
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        try:
            read = os.read(terminal, 4096).decode() if ready else None
        except OSError:  # the other end is closed
            break
        if read == "":
            break
        screen += read or ""
        if read is None and screen[since:].endswith(": "):
            assert waiting, f"an unexpected question:\n{screen}"
            said = waiting.pop(0)
            os.write(terminal, (said if said == END else f"{said}\n").encode())
            since, questions, keys, until = len(screen), questions + 1, keys + len(said) + 1, time.monotonic() + LONGEST
    code = process.wait(LONGEST)
    os.close(terminal)
    assert not waiting, f"never asked: {waiting}\n{screen}"
    return Typed(screen.replace("\r", ""), code, questions, keys)


def made(root: Path, *words: str) -> None:
    """Make a file with options alone."""
    done = mentoring_here("new", *words, "--as-of", "2026-01-12", cwd=root)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Start from an empty folder: settings, five people, templates, a roadmap, and a pair that has agreed."""
    root = tmp_path / "programme"
    (root / "pairs").mkdir(parents=True)
    (root / "pairs/programme.yml").write_text(SETTINGS)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.email", "ilka@lanternworks.example")
    people = [("p-001", "9", "none"), ("p-002", "4", "p-001"), ("p-003", "4", "p-001"), ("p-004", "5", "p-001")]
    for name, level, manager in people:
        facts = ["--id", name, "--name", f"Person {name[-1]}", "--role", "none", "--level", level]
        (root / f"pairs/people/{name}.yml").parent.mkdir(exist_ok=True)
        (root / f"pairs/people/{name}.yml").write_text(
            f"name: {facts[3]}\nrole: none\nlevel: {level}\n" + (f"manager: {manager}\n" if manager != "none" else "")
        )
    common = ["--timezone", "Europe/Berlin", "--languages", "en", "--offers", "candour: what is", "--wants"]
    common += ["candour: what could be", "--interests", "pottery; jazz", "--hours", "09:00-17:00"]
    common += ["--hours-per-month", "3", "--consent", "cohort"]
    junior = ["--name", "Ilka", "--role", "mentor", "--level", "2", "--manager", "p-002", "--department", "Dock"]
    senior = ["--name", "Bo", "--role", "mentee", "--level", "7", "--manager", "p-001", "--department", "Board"]
    made(root, "person", *junior, *common, "--email", "ilka@lanternworks.example")
    made(root, "person", *senior, *common)
    for path in ("contracting", "standard", "closure"):
        there = root / f"content/agendas/{path}.md"
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(programmes.healthy()[f"content/agendas/{path}.md"])
    steps = ["--step", "What rises", "--minutes", "60", "--prompts", "What was softened?; What is a joke?; What not?"]
    sides = ["--mentor", "Names a barrier", "--mentee", "Hears it", "--evidence", "Two barriers"]
    head = ["--title", "Candour", "--area", "candour", "--audience", "Leaders", "--owner", "p-002", "--why-now", "Now"]
    made(root, "roadmap", *head, *steps, *sides)
    roadmap = root / "content/roadmaps/candour.md"
    roadmap.write_text(roadmap.read_text().replace("state: draft", "state: active"))
    reason = "She is on the dock, he reads of it"
    made(root, "pair", "--mentor", "p-005", "--mentee", "p-006", "--reason", reason, "--consulted", "yes")
    agree(root / "pairs/2026-spring/pair-01/pair.yml")
    trained(root)
    commit(root)
    return root


def agree(path: Path) -> None:
    """Do by hand what the two and a coordinator do: sign the agreement that waits as comments, accept, begin."""
    text = path.read_text()
    head, _, waiting = text.partition("# When both")
    agreement = "\n".join(line.removeprefix("# ") for line in waiting.split("\n")[1:])
    for what, day in (("mentor", "2026-01-13"), ("mentee", "2026-01-13"), ("review_on", "2026-03-30")):
        agreement = agreement.replace(f"{what}: YYYY-MM-DD", f"{what}: {day}")
    agreement = agreement.replace("…", "At once, with an example")
    more = "".join(
        f"  - state: {state}\n    on: {day}\n    by: both\n"
        for state, day in (("accepted", "2026-01-13"), ("active", "2026-01-14"))
    )
    goals = "".join(
        f"  - {{id: {side}-1, side: {side}, goal: Speak up, sign: It was heard, state: open, progress: 0}}\n"
        for side in ("mentor", "mentee")
    )
    path.write_text(f"{head}{more}{agreement}\ngoals:\n{goals}")


def trained(root: Path) -> None:
    """Note the day of the training of both."""
    for name in ("p-005", "p-006"):
        file = root / f"pairs/people/{name}.yml"
        file.write_text(f"{file.read_text()}trained: 2026-01-12\n")


def test_planned_held_and_recorded(room: Path, python: Path) -> None:
    plan = typed(python, room, ["new", "session", "--as-of", "2026-01-15"], ["2026-01-20 15:00"])
    assert plan.code == 0, plan.screen
    first = "pairs/2026-spring/pair-01/sessions/01.yml"
    assert f"{first} written" in plan.screen
    assert (plan.questions, plan.keys) == (1, 41 + 17)
    commit(room)

    kept = ["", "I said it", "withheld", "mentee: ask the night shift by 2026-02-10", "2026-02-19"]
    record = typed(python, room, ["session", "record", "--as-of", "2026-01-20"], kept)
    assert record.code == 0, record.screen
    assert (record.questions, record.keys) == (5, 44 + 1 + 10 + 9 + 42 + 11)

    second = typed(python, room, ["new", "session", "--as-of", "2026-01-21"], [""])
    assert second.code == 0, second.screen
    text = (room / "pairs/2026-spring/pair-01/sessions/02.yml").read_text()
    assert "date: 2026-02-19 15:00\n" in text
    assert "step: candour/what-rises\n" in text
    assert text.endswith("# still open: a1, mentee, due 2026-02-10\n")

    asked = ["50 min", "He asked first", "I had no idea", "a1", "none", "2026-03-19"]
    again = typed(python, room, ["session", "record", "--as-of", "2026-02-19"], asked)
    assert again.code == 0, again.screen
    assert again.questions == 6
    assert "    status: done\n    done_on: 2026-02-19\n" in (room / first).read_text()
    assert "# still open: a1" in (room / "pairs/2026-spring/pair-01/sessions/02.yml").read_text()
    checked = mentoring_here("check", "--as-of", "2026-02-19", cwd=room)
    assert checked.returncode == 0, checked.stdout


def test_a_wrong_answer_is_asked_again_and_a_stop_writes_nothing(room: Path, python: Path) -> None:
    asked = typed(python, room, ["new", "session", "--as-of", "2026-01-15"], ["tomorrow", "2026-01-20 15:00"])
    assert asked.code == 0
    assert "expected a local date and time" in asked.screen
    before = tree(room / "pairs")
    stopped = typed(python, room, ["session", "record", "--as-of", "2026-01-20"], ["", "I said it", END])
    assert stopped.code == 1
    assert re.search(r"Aborted!\s*$", stopped.screen)
    assert tree(room / "pairs") == before


def test_a_post_is_started_and_its_readers_are_named(room: Path, python: Path) -> None:
    typed(python, room, ["new", "session", "--as-of", "2026-01-15"], ["2026-01-20 15:00"])
    pair = room / "pairs/2026-spring/pair-01/pair.yml"
    pair.write_text(pair.read_text().replace("confidentiality: pair", "confidentiality: themes"))
    said = ["My first hour", "reflection", "What I did not say", "", "cohort"]
    post = typed(python, room, ["new", "post", "--as-of", "2026-01-21"], said)
    assert post.code == 0, post.screen
    assert "everybody who takes part in the programme" in post.screen
    assert "public" not in post.screen
    assert post.questions == 5
    text = (room / "content/threads/2026-spring/pair-01/2026-01-21-my-first-hour.md").read_text()
    assert "author: p-005\nkind: reflection\nvisibility: cohort\n" in text
