"""The rows of the benchmark: each measures one promise against its goal or its peer."""

from __future__ import annotations

import gzip
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from subprocess import run as call

import parts
import plain
import repository
import simulation
from corpus import ROOT
from files import File
from measure import Command, FailedError, Figure, Use, ratios, rounds

from generator import kept, memory
from generator.cli.check import RENDERERS

HERE = Path(__file__).resolve().parent
CACHE = ROOT / ".cache/bench"
BROKEN = ROOT / "tests/golden/broken"
_SAID = re.compile(rb'<main.*</main>|<title>.*?</title>|<meta name="description"[^>]*>', re.DOTALL)
"""What a page says itself: its article, title and description."""
WORDS = ("prustoa", "fotroun", "stouchast")
"""Words of the corpus that stand in many posts."""
SOURCES = ("corpus.py", "files.py", "repository.py", "shape.py", "words.py")
MARKDOWN = ("comrak", "cmarkgfm", "markdown-it-py")


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
        return rounds(commands, self.count, self.rng)


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
    return out


def check_cold(bench: Bench) -> Outcome:
    """`check` of 22,000 files, caches deleted ÷ `CSafeLoader` parsing of the same YAML alone."""
    root = corpus(10_000)
    found = bench.rounds(
        ours=Command([_mentoring(), "check", "--root", str(root)], (kept.folder(root),)),
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
        Figure("CPU with all rules", "s", _cpu(found["ours"]), most=1.45, note="or the line before"),
        Figure("CSafeLoader alone, CPU", "s", _cpu(found["peer"])),
        Figure("peak memory", "MB", tuple(use.peak for use in found["ours"]), most=400),
    ]
    return Outcome(figures, [_size(root)])


def check_warm(bench: Bench) -> Outcome:
    """`check` of the same files again, nothing changed ÷ `git status`."""
    root = corpus(10_000)
    found = bench.rounds(
        ours=Command([_mentoring(), "check", "--root", str(root)]),
        peer=Command(["git", "-C", str(root), "status", "--porcelain"]),
    )
    figures = [
        Figure("CPU ÷ `git status`", "", ratios(found["ours"], found["peer"]), most=2),
        Figure("CPU", "s", _cpu(found["ours"])),
        Figure("`git status`, CPU", "s", _cpu(found["peer"])),
    ]
    return Outcome(figures)


def check_one(bench: Bench) -> Outcome:
    """`check` after one of the same files has changed, without anything new to say ÷ `git status`."""
    found = {}
    for sort, files in (("session", "pairs/*/*/sessions/*.yml"), ("post", "content/threads/*/*/*.md")):
        root, _ = _changed(f"one-{sort}", files, 1)
        found[sort] = bench.rounds(
            ours=Command([_mentoring(), "check", "--root", str(root)], (kept.folder(root) / memory.ANSWERS,)),
            peer=Command(["git", "-C", str(root), "status", "--porcelain"]),
        )
    figures = [
        Figure(f"a {sort}: CPU ÷ `git status`", "", ratios(each["ours"], each["peer"]), most=3)
        for sort, each in found.items()
    ]
    figures += [Figure(f"a {sort}: CPU", "s", _cpu(each["ours"])) for sort, each in found.items()]
    return Outcome([*figures, Figure("`git status`, CPU", "s", _cpu(found["post"]["peer"]))])


def check_pr(bench: Bench) -> Outcome:
    """`check --since` the commit before one that changed ten files, with what is kept restored ÷ check-jsonschema."""
    root, changed = _changed("ten", "pairs/*/*/sessions/*.yml", 10)
    repository.commit_all(root)
    schemas = CACHE / "schemas"
    call([_mentoring(), "schema", "--root", str(root), "--out", str(schemas)], check=True, stdout=sys.stderr)
    peer = [str(Path(sys.executable).with_name("check-jsonschema")), "--schemafile", str(schemas / "session.json")]
    found = bench.rounds(
        ours=Command([_mentoring(), "check", "--root", str(root), "--since", "HEAD^"]),
        peer=Command([*peer, *map(str, changed)]),
    )
    figures = [
        Figure("CPU ÷ check-jsonschema of the ten", "", ratios(found["ours"], found["peer"]), most=0.75),
        Figure("CPU", "s", _cpu(found["ours"])),
        Figure("check-jsonschema, CPU", "s", _cpu(found["peer"])),
    ]
    return Outcome(
        figures, ["Ours reads and judges the rooms around the ten files as well, check-jsonschema the ten alone."]
    )


def check_help(bench: Bench) -> Outcome:
    """Start-up: `mentoring --help`."""
    found = bench.rounds(ours=Command([_mentoring(), "--help"]), bare=Command([sys.executable, "-c", "pass"]))
    figures = [Figure("wall clock", "s", _wall(found["ours"]), most=0.15)]
    return Outcome([*figures, Figure("Python alone, wall clock", "s", _wall(found["bare"]))])


def build_growth(bench: Bench) -> Outcome:
    """`build` of 5,000 posts ÷ of 500 posts: linear; around a post lie the same bytes in both."""
    outs = {posts: CACHE / f"site-{posts}" for posts in (500, 5000)}
    found = bench.rounds(
        small=Command(_build(corpus(500), outs[500]), (outs[500],)),
        large=Command(_build(corpus(5000), outs[5000]), (outs[5000],)),
    )
    figures = [
        Figure("CPU of 5,000 ÷ CPU of 500", "", ratios(found["large"], found["small"]), most=10.5),
        Figure("bytes around a post, 5,000 ÷ 500", "", (_around(outs[5000]) / _around(outs[500]),), 0.99, 1.01),
        Figure("CPU, 500 posts", "s", _cpu(found["small"])),
        Figure("CPU, 5,000 posts", "s", _cpu(found["large"])),
        Figure("peak memory, 5,000 posts", "MB", tuple(use.peak for use in found["large"])),
    ]
    return Outcome(figures)


def build_peer(bench: Bench) -> Outcome:
    """`build` of 2,000 posts ÷ mkdocs-material over as many plain pages outside its navigation, both with search."""
    root, pages, ours, peers = corpus(2000), CACHE / "plain-2000", CACHE / "site-2000", CACHE / "site-plain"
    bare = CACHE / "site-2000-bare"
    shutil.rmtree(pages, ignore_errors=True)
    count = plain.write(root, pages)
    found = bench.rounds(
        ours=Command(_build(root, ours), (ours,)),
        bare=Command([*_build(root, bare), "--no-search"], (bare,)),
        peer=Command(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(pages / "mkdocs.yml"), "-d", str(peers)], (peers,)
        ),
    )
    figures = [
        Figure("CPU ÷ plain mkdocs-material", "", ratios(found["ours"], found["peer"]), most=0.8),
        Figure("with `--no-search` ÷ the same", "", ratios(found["bare"], found["peer"]), most=0.8),
        Figure("CPU", "s", _cpu(found["ours"])),
        Figure("CPU with `--no-search`", "s", _cpu(found["bare"])),
        Figure("plain mkdocs-material, CPU", "s", _cpu(found["peer"])),
        Figure("peak memory", "MB", tuple(use.peak for use in found["bare"]), note="with `--no-search`"),
    ]
    return Outcome(figures, [f"Pages: {_html(ours)} of ours, {_html(peers)} of the peer ({count} posts each)."])


def search(bench: Bench) -> Outcome:
    """The search of 5,000 posts: what its index costs a build, and what a first query loads."""
    root, with_it, bare = corpus(5000), CACHE / "site-5000", CACHE / "site-5000-bare"
    found = bench.rounds(
        ours=Command(_build(root, with_it), (with_it,)),
        bare=Command([*_build(root, bare), "--no-search"], (bare,)),
    )
    index = tuple(one - other for one, other in zip(_cpu(found["ours"]), _cpu(found["bare"]), strict=True))
    material = CACHE / "site-plain/search/search_index.json"
    figures = [
        Figure("first query", "MB", tuple(_query(with_it, words) for words in WORDS), most=0.3, note=", ".join(WORDS)),
        Figure("index, CPU", "s", index),
        Figure("CPU with it ÷ `--no-search`", "", ratios(found["ours"], found["bare"])),
        Figure("peak memory with it", "MB", tuple(use.peak for use in found["ours"])),
        Figure("peak memory without", "MB", tuple(use.peak for use in found["bare"])),
        Figure("size of the index", "MB", (_bytes(with_it / "search") / 1e6,), note="compressed as it lies there"),
    ]
    if material.exists():
        peer = len(gzip.compress(material.read_bytes(), mtime=0)) / 1e6
        figures.append(
            Figure("mkdocs-material's first query, 2,000 posts", "MB", (peer,), note="gzip, its index alone")
        )
    return Outcome(figures, ["Bytes in Chromium with nothing remembered, from a server that compresses nothing."])


def history(bench: Bench) -> Outcome:
    """The last change of all files, whole process ÷ one plain `git log` over as many commits."""
    root = corpus(10_000)
    found = bench.rounds(
        ours=Command([sys.executable, str(HERE / "parts.py"), "history", str(root)], (kept.folder(root),)),
        peer=Command(["git", "-C", str(root), "log", "--name-only", "-z", "--no-renames"]),
    )
    return Outcome(
        [
            Figure("CPU ÷ one `git log`", "", ratios(found["ours"], found["peer"]), most=1.2),
            Figure("CPU", "s", _cpu(found["ours"])),
            Figure("`git log`, CPU", "s", _cpu(found["peer"])),
        ]
    )


def history_new(bench: Bench) -> Outcome:
    """The same with 50 commits that are new since it was last read; starting not counted."""
    root, out = corpus(10_000), CACHE / "went-on"
    shutil.rmtree(out, ignore_errors=True)
    repository.goes_on((File(f"content/new-{each}.md", "new\n", date(2027, 1, 1)) for each in range(50)), root, out)
    found = bench.rounds(
        ours=Command(
            [sys.executable, str(HERE / "parts.py"), "further", str(out), "HEAD~50"], (kept.folder(out),), prints=True
        )
    )
    return Outcome([Figure("CPU", "s", _cpu(found["ours"]), most=0.05)])


def measures(bench: Bench) -> Outcome:
    """All measures of 2,000 pairs with 10,000 sessions and 10,000 posts as of one day, loading not counted."""
    found = bench.rounds(ours=_step("measures"), years=_step("trends"))
    one_day, year = _cpu(found["ours"]), _cpu(found["years"])
    each = tuple(many / 53 / one for many, one in zip(year, one_day, strict=True))
    figures = [
        Figure("one day, CPU", "s", one_day, most=1),
        Figure("every indicator on 53 days, CPU", "s", year, most=5),
        Figure("a further day ÷ one day", "", each, note="what the days of a trend share"),
    ]
    return Outcome(figures)


def simulated(bench: Bench) -> Outcome:
    """Who would be rung without need, and how soon a stall is seen: 4,000 healthy and 1,000 stalling monthly pairs."""
    del bench  # nothing is timed: the same seed gives the same figures
    seen = simulation.simulate(1, 4000, 1000)
    figures = []
    for way, each in seen.items():
        goals = (0.07, 5) if way == simulation.LIST else (None, None)
        figures += [
            Figure(f"{way}: share of healthy pairs ever named", "", (each.alarms,), most=goals[0]),
            Figure(f"{way}: days until a stall is seen, median", "", (each.delays[len(each.delays) // 2],)),
            Figure(f"{way}: days until a stall is seen, most", "", (each.delays[-1],), most=goals[1]),
        ]
    says = " ".join((simulation.__doc__ or "").split("\n\n")[1].split())
    return Outcome(figures, [says])


def renderers(bench: Bench) -> Outcome:
    """Three renderers of Markdown over the bodies of 2,000 posts: why comrak was chosen."""
    root = corpus(2000)
    steps = {
        name: Command([sys.executable, str(HERE / "parts.py"), "render", str(root), name], prints=True)
        for name in MARKDOWN
    }
    found = bench.rounds(**steps)
    figures = [
        Figure(f"{name}, CPU a post", "ms", tuple(use.cpu / 2 for use in found[name]), note=_does(name))
        for name in MARKDOWN
    ]
    slower = ratios(found["comrak"], found["cmarkgfm"]), ratios(found["comrak"], found["markdown-it-py"])
    figures += [Figure("comrak ÷ cmarkgfm", "", slower[0]), Figure("comrak ÷ markdown-it-py", "", slower[1])]
    return Outcome(
        figures, ["Each renderer alone, without plugins of other packages; raw HTML switched off in all three."]
    )


def formats(bench: Bench) -> Outcome:
    """A thousand findings rendered in each format, starting and checking not counted."""
    steps = {
        form: Command([sys.executable, str(HERE / "parts.py"), "report", str(BROKEN), form], prints=True)
        for form in RENDERERS
    }
    found = bench.rounds(**steps)
    figures = [Figure(f"{form}, CPU", "s", _cpu(found[form]), most=0.2) for form in RENDERERS]
    together = tuple(sum(use.cpu for use in uses) for uses in zip(*found.values(), strict=True))
    return Outcome(
        [*figures, Figure("all of them, CPU", "s", together)], ["The findings of `tests/golden/broken`, repeated."]
    )


ROWS: dict[str, Callable[[Bench], Outcome]] = {
    "check-cold": check_cold,
    "check-warm": check_warm,
    "check-one": check_one,
    "check-pr": check_pr,
    "check-help": check_help,
    "build-growth": build_growth,
    "build-peer": build_peer,
    "search": search,
    "history": history,
    "history-new": history_new,
    "measures": measures,
    "simulated": simulated,
    "renderers": renderers,
    "formats": formats,
}


@cache
def _fingerprint() -> str:
    """Name a corpus by what makes it."""
    sources = [HERE / name for name in SOURCES] + [ROOT / "pairs/programme.yml", ROOT / "mkdocs.yml"]
    sources += sorted(path for path in (ROOT / "content").rglob("*.md") if "threads" not in path.parts)
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def _mentoring() -> str:
    command = Path(sys.executable).with_name("mentoring")
    if not command.exists():
        message = "the command `mentoring` is not installed beside this Python"
        raise FailedError(message)
    return str(command)


def _step(name: str) -> Command:
    return Command([sys.executable, str(HERE / "parts.py"), name, str(corpus(10_000))], prints=True)


def _changed(name: str, files: str, count: int) -> tuple[Path, list[Path]]:
    """Give a copy of the large corpus that was checked before some of its files changed, and these."""
    out = CACHE / name
    shutil.rmtree(out, ignore_errors=True)
    repository.copy(corpus(10_000), out)
    call([_mentoring(), "check", "--root", str(out)], check=True, stdout=sys.stderr)
    changed = Random(name).sample(sorted(out.glob(files)), count)
    for path in changed:
        path.write_text(path.read_text() + "\n")
    return out, changed


def _build(root: Path, out: Path) -> list[str]:
    return [_mentoring(), "build", "--root", str(root), "--audience", "organisation", "--out", str(out)]


def _query(site: Path, words: str) -> float:
    """Give the megabytes that a first query for a word loads."""
    done = call([sys.executable, HERE / "query.py", site, words], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1e6


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _around(site: Path) -> int:
    """Give the bytes of posts' pages but for what each says: the median of what the theme lays around it.

    The same post has other readers and neighbours in a larger corpus, so what it says is left out.
    """
    sizes = [len(_SAID.sub(b"", page.read_bytes())) for page in sorted((site / "posts").glob("*/index.html"))]
    if not sizes:
        message = f"no post is on the site {site.name}"
        raise FailedError(message)
    return sorted(sizes)[len(sizes) // 2]


def _does(name: str) -> str:
    tried = parts.abilities(name)
    return ", ".join(what if able else f"no {what}" for what, able in tried.items())


def _size(root: Path) -> str:
    documents = list(parts.texts(root))
    lines, size = sum(text.count("\n") for text in documents), sum(len(text.encode()) for text in documents) / 1e6
    return f"{len(documents):,} files with {lines:,} lines of YAML ({size:.1f} MB)."


def _html(site: Path) -> str:
    pages = [page.stat().st_size for page in site.rglob("*.html")]
    return f"{len(pages):,} ({sum(pages) / 1e6:.1f} MB)"


def _cpu(uses: Iterable[Use]) -> tuple[float, ...]:
    return tuple(use.cpu for use in uses)


def _wall(uses: Iterable[Use]) -> tuple[float, ...]:
    return tuple(use.wall for use in uses)
