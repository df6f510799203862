"""`mentoring pair`: a proposed pair is led to its first session, paused and ended, without a file being opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
FILE = "pairs/2026-spring/pair-09/pair.yml"
TERMS = (
    *("agree", "--pair", "pair-09", "--every", "21 days", "--sessions", "6", "--mode", "mixed", "--publish", "nothing"),
    *("--confidentiality", "pair", "--feedback", "In the session, at once", "--ends", "2026-08-21"),
    *("--review-on", "2026-06-10"),
)
GOAL = ("goal", "--pair", "pair-09", "--side", "mentee", "--goal", "I try a tool first", "--sign", "Two tools tried")


@pytest.fixture
def pair(run: Run) -> Run:
    """Run a verb of `pair`; it must do what it was asked, unless it is asked for what may fail."""

    def ran(*words: str, code: int = 0) -> Result:
        result = run("pair", *words)
        assert result.exit_code == code, result.output
        return result

    return ran


def test_a_proposed_pair_comes_to_its_first_session(run: Run, pair: Run, root: Path) -> None:
    before = (root / FILE).read_text()
    pair("move", "--pair", "pair-09", "--to", "accepted")
    pair(*TERMS)
    pair("sign", "--pair", "pair-09", "--side", "mentor", "--on", "2026-03-31")
    pair("sign", "--pair", "pair-09", "--side", "mentee")
    pair(*GOAL)
    assert run("new", "session", "--pair", "pair-09", "--date", "2026-04-10 15:00").exit_code == 0
    pair("move", "--pair", "pair-09", "--to", "active")
    assert run("check").exit_code == 0
    assert (root / FILE).read_text() == before + (
        "  - state: accepted\n    on: 2026-04-01\n    by: both\n"
        "  - state: active\n    on: 2026-04-01\n    by: both\n"
        "agreement:\n  version: 1\n  every: 3 weeks\n  length: 60 min\n  sessions: 6\n  mode: mixed\n"
        "  agenda_owner: mentor\n  booked_by: mentee\n  confidentiality: pair\n"
        "  exceptions:\n    - law\n    - serious harm\n    - safeguarding\n  publish: nothing\n"
        "  off_limits:\n    - appraisal\n    - promotion\n    - line decisions\n"
        "  feedback: In the session, at once\n  cancel:\n    notice: 24 h\n    rebook_within: 14 days\n"
        "  review_on: 2026-06-10\n  ends: 2026-08-21\n"
        "  signed:\n    mentor: 2026-03-31\n    mentee: 2026-04-01\n"
        "goals:\n  - id: i-try-a-tool-first\n    side: mentee\n    goal: I try a tool first\n"
        "    sign: Two tools tried\n    state: open\n    progress: 0\n"
    )


def test_nothing_starts_unsigned(pair: Run, root: Path) -> None:
    pair("move", "--pair", "pair-09", "--to", "accepted")
    pair(*TERMS)
    before = (root / FILE).read_bytes()
    result = pair("move", "--pair", "pair-09", "--to", "active", code=1)
    assert "AGR001 error" in result.output
    assert "Nothing was written" in result.output
    assert (root / FILE).read_bytes() == before


def test_an_agreement_made_of_the_comments_of_a_new_pair_replaces_them(run: Run, pair: Run, root: Path) -> None:
    (root / FILE).unlink()
    made = run(
        *("new", "pair", "--id", "pair-09", "--mentor", "p-020", "--mentee", "p-045", "--consulted", "yes"),
        *("--reason", "He approves tools, she lives with them"),
    )
    assert made.exit_code == 0, made.output
    assert "# agreement:" in (root / FILE).read_text()
    pair("move", "--pair", "pair-09", "--to", "accepted")
    pair(*TERMS)
    written = (root / FILE).read_text()
    assert written.count("agreement:") == 1
    assert [line for line in written.splitlines() if line.startswith("#")] == [written.splitlines()[0]]


def test_an_end_says_nothing_of_who_wanted_it(pair: Run, root: Path) -> None:
    pair("move", "--pair", "pair-09", "--to", "declined", "--reason", "time")
    assert (root / FILE).read_text().endswith("by: coordinator\n    reason: time\n")


def test_a_pause_has_a_category_and_an_end(pair: Run, root: Path) -> None:
    words = ("move", "--pair", "pair-03", "--to", "paused", "--reason", "leave", "--until", "2026-04-20")
    result = pair(*words, "--dry-run")
    assert "    by: both\n    reason: leave\n    until: 2026-04-20\n" in result.output
    assert "paused" not in (root / "pairs/2026-spring/pair-03/pair.yml").read_text()
    missing = pair(*words[:-2], code=2)
    assert "Give --until." in " ".join(missing.output.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "--pair", "pair-09", "--to", "active"), "expected one of `accepted`, `declined`, `expired`"),
        (("move", "--pair", "pair-09", "--to", "declined", "--reason", "she did"), "expected one of `role change`"),
        (("move", "--pair", "pair-01", "--to", "active"), "is completed: nothing follows"),
        (("sign", "--pair", "pair-09", "--side", "mentor"), "write it with `mentoring pair agree`"),
        (("sign", "--pair", "pair-03", "--side", "mentor"), "the mentor has signed already, on 2026-01-09"),
        (("agree", "--pair", "pair-03"), "change it there, raise its `version`"),
    ],
)
def test_what_cannot_be_done_says_what_can(pair: Run, words: tuple[str, ...], said: str) -> None:
    assert said in " ".join(pair(*words, code=2).output.split())


def test_nobody_signs_for_the_other(pair: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (root / "pairs/people/p-020.yml").open("a") as file:
        file.write("accounts:\n  emails:\n    - yusra@example.org\n")
    monkeypatch.setattr("generator.revisions.email", lambda _root: "Yusra@example.org")
    pair("move", "--pair", "pair-09", "--to", "accepted")
    pair(*TERMS)
    said = pair("sign", "--pair", "pair-09", "--side", "mentee", code=2)
    assert "your commits are the mentor's" in " ".join(said.output.split())
    assert "is no signature" not in pair("sign", "--pair", "pair-09").output
    assert "  signed:\n    mentor: 2026-04-01\n" in (root / FILE).read_text()
