"""Results as they are kept (`bench/results.json`) and shown (`bench/README.md`, generated from it)."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from measure import Figure, spread
from rows import ROWS

HERE = Path(__file__).resolve().parent
RESULTS, README = HERE / "results.json", HERE / "README.md"
PEERS = ("pyyaml", "pydantic", "comrak", "cmarkgfm", "markdown-it-py", "mkdocs", "mkdocs-material", "gitpython")
_INTRO = """\
# Benchmarks

Written by `make bench`, never by hand; losses stay in the table. The commands of one row run in turn, in random order,
in the same run; the first round is not kept. CPU is user and system time of the whole tree of processes, memory its
largest process. The spread holds the true median nine times in ten: of few rounds it is the least and the most, of more
it leaves out the outermost. Where it crosses the goal the verdict is "undecided". Seconds hold for the machine named,
ratios travel better. "Cold" means our caches deleted and the file cache warm. The corpus is made by `corpus.py` from a
seed. Variables that change how Python runs are not passed on, so compiled modules are kept, as they are where people
work.
"""


def machine(day: str | None) -> dict[str, str]:
    """Say when, of what and on what was measured."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    changed = " with changes" if _git("status", "--porcelain", "--", "generator") else ""
    return {
        "date": day or _git("log", "-1", "--format=%cs"),
        "commit": commit + changed,
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "load at start": f"{os.getloadavg()[0]:.2f}",
        "kernel": platform.release().partition("-")[0],
        "Python": platform.python_version(),
        "Git": _git("version").removeprefix("git version "),
        "packages": ", ".join(f"{name} {version(name)}" for name in PEERS),
    }


def figure(found: Figure) -> dict[str, Any]:
    """Turn a figure into what is kept of it."""
    return {
        "name": found.name,
        "unit": found.unit,
        "median": found.median,
        "values": found.values,
        "goal": _goal(found),
        "verdict": found.verdict,
        "note": found.note,
    }


def keep(name: str, found: dict[str, Any]) -> None:
    """Keep a row's result in place of its last one."""
    RESULTS.write_text(json.dumps(_kept() | {name: found}, indent=1, ensure_ascii=False) + "\n")


def table(figures: list[dict[str, Any]]) -> str:
    """Write the figures of a row as a table."""
    lines = ["| figure | median | spread | goal | verdict | |", "| --- | ---: | ---: | --- | --- | --- |"]
    for each in figures:
        within = " to ".join(map(_number, spread(each["values"])))
        median = f"{_number(each['median'])} {each['unit']}".strip()
        lines.append(f"| {each['name']} | {median} | {within} | {each['goal']} | {each['verdict']} | {each['note']} |")
    return "\n".join(lines) + "\n"


def write() -> None:
    """Write the page from all results that are kept."""
    rows = _kept()
    parts, before = [_INTRO], ""
    for name in (name for name in ROWS if name in rows):
        row = rows[name]
        here = f"{row['rounds']} rounds; {'; '.join(f'{what} {value}' for what, value in row['machine'].items())}.\n"
        parts += [f"## `{name}`\n", row["says"] + "\n"]
        parts += [table(row["figures"])] if row["figures"] else []
        parts += [f"{remark}\n" for remark in row["remarks"]]
        parts += [f"Measured: {here}"] if here != before else ["Measured as the row before.\n"]
        before = here
    README.write_text("\n".join(parts))


def _kept() -> dict[str, Any]:
    rows: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    return rows


def _goal(found: Figure) -> str:
    if found.least is not None:
        return f"{found.least:g} to {found.most:g}"
    return f"≤ {found.most:g}" if found.most is not None else ""


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=HERE.parent, capture_output=True, text=True, check=True
    ).stdout.strip()
