"""The rows about `check`: cold, again, after a change, of a change, and starting up."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random
from subprocess import run as call

import parts
import repository
from base import CACHE, HERE, Bench, Outcome, corpus, cpu, mentoring, wall
from measure import Command, Figure, ratios

from generator import index, kept, memory, worktree


def check_cold(bench: Bench) -> Outcome:
    """`check` of 22,000 files, caches deleted ÷ `CSafeLoader` parsing of the same YAML alone."""
    root = corpus(10_000)
    found = bench.rounds(
        ours=Command([mentoring(), "check", "--root", str(root)], (kept.folder(root),)),
        first=Command([sys.executable, str(HERE / "parts.py"), "first", str(root)], (kept.folder(root),)),
        peer=Command([sys.executable, str(HERE / "parts.py"), "parse", str(root)], prints=True),
    )
    figures = [
        Figure(
            f"with the {len(parts.FIRST)} rules that one file or a reference decides ÷ CSafeLoader alone",
            "",
            ratios(found["first"], found["peer"]),
            most=0.8,
        ),
        Figure(
            "with all rules ÷ CSafeLoader alone",
            "",
            ratios(found["ours"], found["peer"]),
            most=0.8,
            note="or the next line",
        ),
        Figure("CPU with all rules", "s", cpu(found["ours"]), most=1.45, note="or the line before"),
        Figure("CSafeLoader alone, CPU", "s", cpu(found["peer"])),
        Figure("peak memory", "MB", tuple(use.peak for use in found["ours"]), most=400),
    ]
    return Outcome(figures, [_size(root)])


def check_warm(bench: Bench) -> Outcome:
    """`check` of the same files again, nothing changed ÷ `git status`."""
    root = corpus(10_000)
    found = bench.rounds(
        ours=Command([mentoring(), "check", "--root", str(root)]),
        peer=Command(["git", "-C", str(root), "status", "--porcelain"]),
    )
    figures = [
        Figure("CPU ÷ `git status`", "", ratios(found["ours"], found["peer"]), most=2),
        Figure("CPU", "s", cpu(found["ours"])),
        Figure("`git status`, CPU", "s", cpu(found["peer"])),
    ]
    return Outcome(figures)


def check_one(bench: Bench) -> Outcome:
    """`check` after one of the same files has changed, without anything new to say ÷ `git status`."""
    found = {}
    for sort, files in (("session", "pairs/*/*/sessions/*.yml"), ("post", "content/threads/*/*/*.md")):
        root, _ = _changed(f"one-{sort}", files, 1)
        found[sort] = bench.rounds(
            ours=Command([mentoring(), "check", "--root", str(root)], (kept.folder(root) / memory.ANSWERS,)),
            peer=Command(["git", "-C", str(root), "status", "--porcelain"]),
        )
    figures = [
        Figure(f"a {sort}: CPU ÷ `git status`", "", ratios(each["ours"], each["peer"]), most=3)
        for sort, each in found.items()
    ]
    figures += [Figure(f"a {sort}: CPU", "s", cpu(each["ours"])) for sort, each in found.items()]
    return Outcome([*figures, Figure("`git status`, CPU", "s", cpu(found["post"]["peer"]))])


def check_pr(bench: Bench) -> Outcome:
    """`check --since` the commit before one that changed ten files, with what is kept restored ÷ check-jsonschema."""
    root, changed = _changed("ten", "pairs/*/*/sessions/*.yml", 10)
    repository.commit_all(root)
    schemas = CACHE / "schemas"
    call([mentoring(), "schema", "--root", str(root), "--out", str(schemas)], check=True, stdout=sys.stderr)
    peer = [str(Path(sys.executable).with_name("check-jsonschema")), "--schemafile", str(schemas / "session.json")]
    check = [mentoring(), "check", "--root", str(root), "--since", "HEAD^"]
    found = bench.rounds(
        ours=Command(check, tuple(kept.folder(root) / name for name in (memory.CODE, index.NOTE, worktree.HEAD))),
        peer=Command([*peer, *map(str, changed)]),
    )
    again = bench.rounds(ours=Command(check))
    figures = [
        Figure("CPU ÷ check-jsonschema of the ten", "", ratios(found["ours"], found["peer"]), most=0.75),
        Figure("CPU", "s", cpu(found["ours"])),
        Figure("CPU, again in the same clone", "s", cpu(again["ours"])),
        Figure("check-jsonschema, CPU", "s", cpu(found["peer"])),
    ]
    remarks = [
        "Ours reads and judges the rooms around the ten files as well, check-jsonschema the ten alone.",
        "As in a clone just made: what is kept of the clone itself, no workflow hands on.",
    ]
    return Outcome(figures, remarks)


def check_help(bench: Bench) -> Outcome:
    """Start-up: `mentoring --help`."""
    found = bench.rounds(ours=Command([mentoring(), "--help"]), bare=Command([sys.executable, "-c", "pass"]))
    figures = [Figure("wall clock", "s", wall(found["ours"]), most=0.15)]
    return Outcome([*figures, Figure("Python alone, wall clock", "s", wall(found["bare"]))])


def _changed(name: str, files: str, count: int) -> tuple[Path, list[Path]]:
    """Give a copy of the large corpus that was checked before some of its files changed, and these."""
    out = CACHE / name
    shutil.rmtree(out, ignore_errors=True)
    repository.copy(corpus(10_000), out)
    call([mentoring(), "check", "--root", str(out)], check=True, stdout=sys.stderr)
    changed = Random(name).sample(sorted(out.glob(files)), count)
    for path in changed:
        path.write_text(path.read_text() + "\n")
    return out, changed


def _size(root: Path) -> str:
    documents = list(parts.texts(root))
    lines, size = sum(text.count("\n") for text in documents), sum(len(text.encode()) for text in documents) / 1e6
    return f"{len(documents):,} files with {lines:,} lines of YAML ({size:.1f} MB)."
