"""Of the ids in the bundled programme, one that is off by one edit is nearly always offered as it should be.

The ids are corrupted where they stand, so that what may stand there, and who is near, counts as it does for people.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import programmes
import pytest
import variants

from generator import worktree
from generator.kinds import of_path
from generator.load import Loaded, Raw, Read, assembled, read, read_folder
from generator.rules import rules
from generator.source import frontmatter, yaml12
from generator.source.finding import Finding
from generator.source.names import nearest

ROOT = Path(__file__).parents[2]
LETTERS = string.ascii_lowercase + string.digits + "-"
CODES = ("LNK001", "COM001")
"""The rules that offer the nearest id."""
KINDS = ("person", "pair", "roadmap", "agenda", "post", "community")
DEFINED = ("focus_areas", "cohorts")
"""Where the settings give ids, and do not refer to any."""
Site = tuple[str, variants.Key, str]


@cache
def _files() -> dict[str, Raw]:
    return {raw.path: raw for raw in read_folder(ROOT, worktree.paths(ROOT))}


@cache
def _reads() -> dict[str, Read]:
    return read(_files().values())


@cache
def _bundled() -> Loaded:
    return assembled(_reads())


@cache
def _ids() -> frozenset[str]:
    programme = _bundled().programme
    steps = {f"{name}/{step.id}" for name, each in programme.roadmaps.items() for step in each.item.steps}
    listed = {*programme.cohorts, *programme.focus_areas, *steps}
    return frozenset(listed.union(*(programme.entries(kind) for kind in KINDS)))


@cache
def _sites() -> list[Site]:
    """Give each value in the files that is an id of something, with its place."""
    found = []
    for path, raw in sorted(_files().items()):
        claimed = of_path(path)
        if claimed and claimed[0].model is not None:
            text = raw.data.decode()
            data = yaml12.read(frontmatter.split(text).yaml if claimed[0].front else text).data
            values = ((key, variants.at(data, key)) for key in variants.key_paths(data))
            found += [(path, key, value) for key, value in values if isinstance(value, str) and value in _ids()]
    return [site for site in found if not (site[0] == "pairs/programme.yml" and site[1][0] in DEFINED)]


def _slips(name: str) -> Iterator[str]:
    """Give every text that is one edit away: a letter lost, another, one more, or two neighbours swapped."""
    for at in range(len(name) + 1):
        yield from (name[:at] + letter + name[at:] for letter in LETTERS)
        if at < len(name):
            yield name[:at] + name[at + 1 :]
            yield from (name[:at] + letter + name[at + 1 :] for letter in LETTERS)
            yield name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def _offered(site: Site, slip: str) -> Finding | None:
    """Give what is said of a slip; nothing where it is no reference, or could be no id at all."""
    path, key, name = site
    document = _reads()[path].document
    assert document
    span, lines = document.value(*key), _files()[path].data.decode().split("\n")
    before, after = lines[span.line - 1][: span.column - 1], lines[span.line - 1][span.column - 1 :]
    lines[span.line - 1] = before + after.replace(name, slip, 1)
    changed = assembled({**_reads(), **read([Raw(path, "\n".join(lines).encode())])})
    if any(each.span.path == path for each in changed.findings):
        return None
    checks = (check for code in CODES for check in rules()[code].checks)
    said = (each for check in checks for each in check(changed.programme, programmes.CLOCK))
    return next((each for each in said if each.span.path == path), None)


def _share(number: int, seed: int) -> tuple[int, float, list[str]]:
    """Corrupt so many places; give how many were told, the share offered rightly, and the others."""
    chance = random.Random(seed)
    count, wrong = 0, []
    for _ in range(number):
        path, key, name = site = chance.choice(_sites())
        slip = chance.choice(sorted({each for each in _slips(name) if each not in _ids()}))
        if said := _offered(site, slip):
            count += 1
            if said.fix.text not in {name, *name.split("/")}:
                wrong.append(f"{path} {key}: {name} as {slip}: {said.help}")
    return count, 1 - len(wrong) / count, wrong


def test_of_two_hundred_slips_ninety_eight_in_a_hundred_are_offered_rightly() -> None:
    count, share, wrong = _share(200, seed=5)
    assert count > 160
    assert share >= 0.98, wrong


@pytest.mark.slow
def test_of_ten_thousand_slips_ninety_eight_in_a_hundred_are_offered_rightly() -> None:
    count, share, wrong = _share(10_000, seed=2)
    assert count > 8000
    assert share >= 0.98, wrong


@pytest.mark.parametrize("kind", ["roadmap", "agenda", "community"])
def test_without_any_scope_names_in_words_are_told_apart(kind: str) -> None:
    names = sorted(_bundled().programme.entries(kind))
    every = sorted({(name, slip) for name in names for slip in _slips(name) if slip not in names})
    slips = random.Random(3).sample(every, 600)
    wrong = [(name, slip) for name, slip in slips if nearest(slip, names, 1) != (name,)]
    assert len(wrong) <= len(slips) * 0.02
