"""The bundled programme is as large and as varied as the README says, and nothing is found in it."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from itertools import chain
from pathlib import Path

import programmes

from generator import worktree
from generator.load import Raw, load, read_folder

ROOT = Path(__file__).parents[2]
LOADED = load(read_folder(ROOT, worktree.paths(ROOT)))
PROGRAMME = LOADED.programme


def test_nothing_is_found_in_it() -> None:
    settings = PROGRAMME.settings
    assert settings
    assert settings.item.clock
    assert [f"{each.span} {each.code}" for each in programmes.judged(LOADED, settings.item.clock)] == []


def test_the_readme_counts_it_rightly() -> None:
    people, pairs, sessions, posts = len(PROGRAMME.people), len(PROGRAMME.pairs), len(_sessions()), len(PROGRAMME.posts)
    readme = " ".join((ROOT / "README.md").read_text().split())
    assert f"{people} people, {pairs} pairs in two cohorts, over a hundred sessions and ninety posts" in readme
    assert sessions > 100
    assert posts == 90
    assert len(PROGRAMME.cohorts) == 2


def test_pairs_are_in_every_state_that_a_visitor_should_see() -> None:
    states = Counter(pair.item.history[-1].state for pair in PROGRAMME.pairs.values())
    assert {"active", "paused", "completed", "ended_early", "re_matched", "proposed"} <= set(states)
    assert len({person.item.timezone for person in PROGRAMME.people.values() if person.item.timezone}) >= 4


def test_every_open_post_is_worth_its_page_and_none_repeats_another() -> None:
    bodies = [body for path in (ROOT / "content/threads").rglob("*.md") if "BEGIN AGE" not in (body := _body(path))]
    assert len(bodies) >= 60
    assert [len(body.split()) for body in bodies if not 120 <= len(body.split()) <= 400] == []
    sentences = Counter(chain.from_iterable(set(re.split(r"(?<=[.!?])\s+", " ".join(body.split()))) for body in bodies))
    assert [sentence for sentence, count in sentences.items() if count > 1 and len(sentence) > 40] == []


def test_what_is_shipped_for_every_programme_is_complete() -> None:
    assert len(PROGRAMME.agendas) == 10
    assert len(PROGRAMME.roadmaps) == 8
    assert sum(len(roadmap.item.steps) for roadmap in PROGRAMME.roadmaps.values()) == 42
    assert len(PROGRAMME.communities) == 3
    assert len(PROGRAMME.notes) >= 8


def _sessions() -> list[object]:
    return list(chain.from_iterable(PROGRAMME.sessions.values()))


def _body(path: Path) -> str:
    return path.read_text().split("---\n", 2)[2]


def test_the_post_that_the_readme_starts_with_lacks_only_its_words_in_its_authors_thread() -> None:
    example = re.search(r"`(2026[\w-]+\.md)`.*?```markdown\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert example
    text = textwrap.dedent(f"   {example[2].lstrip()}")
    author = re.search(r"^author: (\S+)$", text, re.MULTILINE)
    assert author
    pair = next(key for key, pair in PROGRAMME.pairs.items() if pair.item.mentor == author[1])
    path = f"content/threads/{pair}/{example[1]}"
    files = list(read_folder(ROOT, worktree.paths(ROOT)))
    found = programmes.judged(load([*files, Raw(path, text.encode())]))
    assert [(each.code, each.severity) for each in found] == [("POS007", "warning")]
