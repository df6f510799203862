"""The gate over whole sites: every byte and every name of what the command line writes for each audience."""

from __future__ import annotations

from pathlib import Path

import canaries
import pytest
from gated import Planted
from reached import planted, reached
from repositories import commit, git, mentoring_here, tree
from seen import AUDIENCES, About

from generator.kinds.base import Audience
from generator.publish import prepare

PAIRS = (
    About("open", "progress", "organisation", "organisation", "active"),
    About("themes", "names", "organisation", "organisation", "paused"),
    About("pair", "progress", "cohort", "nobody", "completed"),
    About("open", "nothing", "organisation", "organisation", "ended_early"),
    About(None, None, "nobody", "organisation", "declined"),
)


@pytest.fixture(scope="module")
def made() -> Planted:
    return planted(PAIRS)


@pytest.fixture(scope="module")
def root(made: Planted, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the programme in a repository whose commit message holds a word as well."""
    root = tmp_path_factory.mktemp("planted")
    for path, data in made.bytes().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, canaries.word("commit message"))
    return root


def written(root: Path, *words: str) -> dict[str, bytes]:
    """Run a command, which says no word, and give what it wrote."""
    out = root.parent / f"{root.name}-{'-'.join(words)}"
    done = mentoring_here(*words[:1], "--audience", *words[1:], "--out", str(out), cwd=root)
    assert done.returncode == 0, done.stderr
    assert canaries.words(done.stdout + done.stderr) == frozenset()
    return tree(out)


@pytest.mark.parametrize(
    ("verb", "audience", "not_there"),
    [*(("build", audience, "") for audience in AUDIENCES), ("compile", "organisation", "moved")],
)
def test_words_reach_whom_they_may_reach_and_nobody_else(
    made: Planted, root: Path, verb: str, audience: Audience, not_there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tree has no redirects; all else is in both. A programme with a word in every field breaks many rules."""
    monkeypatch.setattr(prepare, "judge", lambda *_, **__: ())
    files = written(root, verb, audience)
    found = canaries.in_files(files)
    leaks, missing, _ = reached(made, audience, found)
    assert leaks == []
    assert [place for place in missing if place.kind != not_there] == []
    assert canaries.word("commit message") not in found
    raw = [path for path, data in files.items() if canaries.unescaped("zq").encode() in data]
    assert [path for path in raw if not path.endswith(".ics")] == []  # a calendar escapes none of these
