"""What all rows of the benchmark share: how to measure, the corpora, the commands."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from subprocess import run as call

from corpus import ROOT
from measure import Command, FailedError, Figure, Use, rounds

HERE = Path(__file__).resolve().parent
CACHE = ROOT / ".cache/bench"
ASIDE = CACHE / "aside"
"""What was put aside while measuring; the whole run deletes it before and after."""
SOURCES = ("corpus.py", "files.py", "repository.py", "shape.py", "words.py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row found: its figures, and lines of Markdown that explain them."""

    figures: Sequence[Figure]
    remarks: Sequence[str] = ()


@dataclass(slots=True)
class Bench:
    """How to measure: how many rounds are kept, and the seed of their order."""

    count: int = 5
    rng: Random = field(default_factory=lambda: Random(1))

    def rounds(self, **commands: Command) -> dict[str, list[Use]]:
        """Measure commands against one another."""
        return rounds(commands, self.count, self.rng, ASIDE)


@cache
def corpus(posts: int) -> Path:
    """Give a corpus of so many posts, made anew when its generator or the bundled content changed."""
    out = CACHE / f"corpus-{posts}-{_fingerprint()}"
    if not out.exists():
        for old in CACHE.glob(f"corpus-{posts}-*"):
            shutil.rmtree(old)
        half = out.with_name(f"half-{posts}")
        shutil.rmtree(half, ignore_errors=True)
        call([sys.executable, HERE / "corpus.py", str(posts), half], check=True, stdout=sys.stderr)
        half.rename(out)
    call(["git", "-C", out, "update-index", "-q", "--refresh"], check=True)  # copied or linked, Git would read all anew
    return out


@cache
def _fingerprint() -> str:
    """Name a corpus by what makes it."""
    sources = [HERE / name for name in SOURCES] + [ROOT / "pairs/programme.yml", ROOT / "mkdocs.yml"]
    sources += sorted(path for path in (ROOT / "content").rglob("*.md") if "threads" not in path.parts)
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def mentoring() -> str:
    """Give the command that is measured; it has to be installed beside this Python."""
    command = Path(sys.executable).with_name("mentoring")
    if not command.exists():
        message = "the command `mentoring` is not installed beside this Python"
        raise FailedError(message)
    return str(command)


def step(name: str) -> Command:
    """Give a step of `parts.py` over the large corpus, which prints what counts."""
    return Command([sys.executable, str(HERE / "parts.py"), name, str(corpus(10_000))], prints=True)


def cpu(uses: Iterable[Use]) -> tuple[float, ...]:
    """Give the CPU seconds of each run."""
    return tuple(use.cpu for use in uses)


def wall(uses: Iterable[Use]) -> tuple[float, ...]:
    """Give the seconds each run took by the clock."""
    return tuple(use.wall for use in uses)
