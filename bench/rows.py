"""The rows of the benchmark: each measures one promise against its goal or its peer."""

from __future__ import annotations

import gzip
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import run as call

import parts
import plain
import repository
import simulation
from base import CACHE, HERE, Bench, Outcome, corpus, cpu, mentoring, step
from checks import check_cold, check_help, check_one, check_pr, check_warm
from corpus import ROOT
from files import File
from measure import Command, FailedError, Figure, ratios

from generator import kept
from generator.cli.check import RENDERERS

BROKEN = ROOT / "tests/golden/broken"
_SAID = re.compile(rb'<main.*</main>|<title>.*?</title>|<meta name="description"[^>]*>', re.DOTALL)
"""What a page says itself: its article, title and description."""
WORDS = ("prustoa", "fotroun", "stouchast")
"""Words of the corpus that stand in many posts."""
MARKDOWN = ("comrak", "cmarkgfm", "markdown-it-py")


def build_growth(bench: Bench) -> Outcome:
    """`build` of 5,000 posts ÷ of 500 posts: linear; around a post lie the same bytes in both."""
    outs = {posts: CACHE / f"site-{posts}" for posts in (500, 5000)}
    found = bench.rounds(
        small=Command(_build(corpus(500), outs[500]), (outs[500], kept.folder(corpus(500)))),
        large=Command(_build(corpus(5000), outs[5000]), (outs[5000], kept.folder(corpus(5000)))),
    )
    figures = [
        Figure("CPU of 5,000 ÷ CPU of 500", "", ratios(found["large"], found["small"]), most=10.5),
        Figure("bytes around a post, 5,000 ÷ 500", "", (_around(outs[5000]) / _around(outs[500]),), 0.99, 1.01),
        Figure("CPU, 500 posts", "s", cpu(found["small"])),
        Figure("CPU, 5,000 posts", "s", cpu(found["large"])),
        Figure("peak memory, 5,000 posts", "MB", tuple(use.peak for use in found["large"])),
    ]
    return Outcome(figures)


def build_peer(bench: Bench) -> Outcome:
    """`build` of 2,000 posts ÷ mkdocs-material over plain pages out of its navigation, both with search and without."""
    root, ours, bare, same = corpus(2000), CACHE / "site-2000", CACHE / "site-2000-bare", CACHE / "same-2000"
    shutil.rmtree(ours, ignore_errors=True)
    call(_build(root, ours), check=True, capture_output=True)
    plains = {
        name: (CACHE / f"plain-{name}", CACHE / f"site-plain-{name}") for name in ("posts", "pages", "unsearched")
    }
    for old in (same, *(pages for pages, _ in plains.values())):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(root, same)
    posts = plain.write(root, plains["posts"][0])
    plain.write(root, plains["pages"][0], len(_html(ours)))
    plain.write(root, plains["unsearched"][0], searched=False)
    found = bench.rounds(
        ours=Command(_build(root, ours), (ours, kept.folder(root))),
        bare=Command([*_build(root, bare), "--no-search"], (bare, kept.folder(root))),
        again=Command(_build(same, CACHE / "site-same"), (CACHE / "site-same",)),
        **{name: Command(_mkdocs(pages, site), (site,)) for name, (pages, site) in plains.items()},
    )
    figures = [
        Figure("CPU ÷ mkdocs-material, page for page", "", ratios(found["ours"], found["pages"]), most=0.8),
        Figure("CPU ÷ mkdocs-material, post for post", "", ratios(found["ours"], found["posts"]), most=0.8),
        Figure("post for post, both without search", "", ratios(found["bare"], found["unsearched"]), most=0.8),
        Figure("built again, nothing changed, ÷ post for post", "", ratios(found["again"], found["posts"])),
        Figure("CPU", "s", cpu(found["ours"])),
        Figure("CPU with `--no-search`", "s", cpu(found["bare"])),
        Figure("CPU, built again", "s", cpu(found["again"])),
        Figure("mkdocs-material page for page, CPU", "s", cpu(found["pages"])),
        Figure("mkdocs-material post for post, CPU", "s", cpu(found["posts"])),
        Figure("the same without search, CPU", "s", cpu(found["unsearched"])),
        Figure("peak memory", "MB", tuple(use.peak for use in found["bare"]), note="with `--no-search`"),
    ]
    by_post, by_page = (_pages(plains[name][1]) for name in ("posts", "pages"))
    readings = (
        f"Page for page, the peer makes as many pages of HTML as we do ({by_page} for our {_pages(ours)}), those "
        f"beyond the {posts:,} posts being the same again under other names; post for post, it makes one page of each "
        f"({by_post}), as a blog would."
    )
    return Outcome(figures, [readings])


def search(bench: Bench) -> Outcome:
    """The search of 5,000 posts: what its index costs a build, and what a first query loads."""
    root, with_it, bare = corpus(5000), CACHE / "site-5000", CACHE / "site-5000-bare"
    found = bench.rounds(
        ours=Command(_build(root, with_it), (with_it, kept.folder(root))),
        bare=Command([*_build(root, bare), "--no-search"], (bare, kept.folder(root))),
    )
    index = tuple(one - other for one, other in zip(cpu(found["ours"]), cpu(found["bare"]), strict=True))
    material = CACHE / "site-plain-posts/search/search_index.json"
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
            Figure("CPU", "s", cpu(found["ours"])),
            Figure("`git log`, CPU", "s", cpu(found["peer"])),
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
    return Outcome([Figure("CPU", "s", cpu(found["ours"]), most=0.05)])


def measures(bench: Bench) -> Outcome:
    """All measures of 2,000 pairs with 10,000 sessions and 10,000 posts as of one day, loading not counted."""
    found = bench.rounds(ours=step("measures"), years=step("trends"))
    one_day, year = cpu(found["ours"]), cpu(found["years"])
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
    figures = [Figure(f"{form}, CPU", "s", cpu(found[form]), most=0.2) for form in RENDERERS]
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


def _build(root: Path, out: Path) -> list[str]:
    return [mentoring(), "build", "--root", str(root), "--audience", "organisation", "--out", str(out)]


def _mkdocs(pages: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(pages / "mkdocs.yml"), "-d", str(out)]


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


def _html(site: Path) -> list[Path]:
    return list(site.rglob("*.html"))


def _pages(site: Path) -> str:
    """Say how many pages a site has, and how large they are."""
    pages = _html(site)
    return f"{len(pages):,} pages, {sum(page.stat().st_size for page in pages) / 1e6:.1f} MB"
