"""Measure what a reader gets, against plain Material over the same pages, and write docs/readers.md.

Plain Material is the theme as its documentation begins: its fonts, its search, its switch of colours, its tabs; the
pages are those of the bundled programme as `mentoring compile` writes them. Of its axe findings only those outside of
the pages' own articles count, since the articles are ours.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from shutil import copy

import looking
import marks
import validator
from browsing import FLAGS, MISSING, chromium, serving
from built import files, kinds
from playwright.sync_api import Browser, BrowserContext, BrowserType, Route, sync_playwright
from repositories import mentoring
from weight import KB, first_view, packed

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "bench"
PAGE = ROOT / "docs/readers.md"
AUDIENCE = "organisation"
SIZES = (25, 2_000)
JUDGED = ("home", "post", "roadmap", "people")
"""The kinds of pages Lighthouse judges here; `make test-full` lets it judge every kind of ours."""
TREE = """\
site_name: Plain
docs_dir: docs
theme:
  name: material
  features: [navigation.tabs]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
"""
MARKS = {"accessibility": "100", "best-practices": "100", "seo": "100", "performance": "reported"}
NEEDED = {looking.AXE: looking.MISSING, validator.PACKAGE: validator.MISSING, marks.PACKAGE: marks.MISSING}
HEADERS = "_headers"
"""The file from which a host reads our content security policy; plain Material gets it for one row."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, and the article axe leaves out because it is not the theme's."""

    folder: Path
    without: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is measured, for both, and what ours must reach."""

    says: str
    plain: str
    ours: str
    must: str


class Bench:
    """Measures one site after another in one browser."""

    def __init__(self, browser_type: BrowserType, path: str) -> None:
        """Start the browser."""
        self.type, self.path = browser_type, path
        self.browser: Browser = browser_type.launch(executable_path=path, args=FLAGS)

    def axe(self, site: Site) -> int:
        """Count axe's findings, rule by page and state: light and dark, wide and narrow."""
        looks = [look for look in looking.WHOLE if look.opened == "at rest"]
        with serving(site.folder) as home, self.alone(home) as (context, _):
            page, count = context.new_page(), 0
            for address in kinds(site.folder).values():
                page.goto(home + address)
                for look in looks:
                    looking.show(page, look)
                    count += len(looking.by_axe(page, without=site.without))
        return count

    def outside(self, site: Site) -> int:
        """Count what a page asks of other servers, on the page that asks most; nothing of it is answered."""
        most = 0
        with serving(site.folder) as home, self.alone(home) as (context, asked):
            page = context.new_page()
            for address in kinds(site.folder).values():
                asked.clear()
                page.goto(home + address, wait_until="networkidle")
                most = max(most, len(asked))
        return most

    def errors(self, site: Site) -> int:
        """Count errors on the console under the site's headers, over one page of each kind."""
        with serving(site.folder) as home, self.alone(home) as (context, _):
            said: list[str] = []
            context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page = context.new_page()
            for address in kinds(site.folder).values():
                page.goto(home + address, wait_until="networkidle")
        return len(said)

    def dark(self, site: Site) -> bool:
        """Tell whether a page is dark on a dark system without a script."""
        with serving(site.folder) as home, self.alone(home, script=False) as (context, _):
            page = context.new_page()
            page.emulate_media(color_scheme="dark")
            page.goto(home)
            shade: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", shade)[:3])) < 3 * 128

    def first_view(self, site: Site) -> int:
        """Count what the first page brings of its own site, compressed."""
        with serving(site.folder) as home:
            return first_view(self.browser, home, site.folder, "/")

    def marks(self, site: Site) -> dict[str, int]:
        """Give Lighthouse's lowest marks as on a phone, over a few kinds of pages."""
        with serving(site.folder) as home, marks.listening(self.type, self.path) as port:
            pages = [home + kinds(site.folder)[kind] for kind in JUDGED]
            found = marks.judged(port, pages, "mobile")["pages"]
        return {name: min(page["scores"][name] for page in found) for name in found[0]["scores"]}

    @contextmanager
    def alone(self, home: str, *, script: bool = True) -> Iterator[tuple[BrowserContext, list[str]]]:
        """Give a context from which nothing leaves this machine, and the list of what wanted to."""
        context = self.browser.new_context(reduced_motion="reduce", java_script_enabled=script)
        asked: list[str] = []

        def refuse(route: Route) -> None:
            asked.append(route.request.url)
            route.abort()

        context.route(lambda url: not url.startswith((home, "data:")), refuse)
        try:
            yield context, asked
        finally:
            context.close()


def heaviest(site: Site) -> int:
    """Give the compressed bytes of the heaviest page."""
    return max(packed(path.read_bytes()) for path in files(site.folder).values())


def invalid(site: Site) -> float:
    """Give the validator's findings a page, over one page of each kind."""
    pages = [files(site.folder)[address] for address in kinds(site.folder).values()]
    return len(validator.faults(pages)) / len(pages)


def ours(root: Path, out: Path) -> Site:
    """Build our site of a programme."""
    done = mentoring("build", "--audience", AUDIENCE, "--out", str(out), cwd=root)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return Site(out)


def plain(folder: Path, config: str, out: Path) -> Site:
    """Build a folder of pages with plain Material."""
    (folder / "plain.yml").write_text(config)
    words = ["-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "plain.yml"), "--site-dir", str(out)]
    subprocess.run([sys.executable, *words], check=True, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""})
    return Site(out, without=".m-page")


def same_pages(work: Path) -> tuple[Site, Site]:
    """Build the bundled programme both ways, from the same pages."""
    done = mentoring("compile", "--audience", AUDIENCE, "--out", str(work / "tree"), cwd=ROOT)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    navigation = (work / "tree/mkdocs.yml").read_text().partition("\nnav:\n")[2]
    return plain(work / "tree", f"{TREE}nav:\n{navigation}", work / "plain"), ours(ROOT, work / "ours")


def of_size(work: Path, posts: int) -> tuple[Site, Site]:
    """Build a corpus of so many posts both ways; plain Material gets the posts as plain pages."""
    corpus, pages = work / f"corpus-{posts}", work / f"pages-{posts}"
    subprocess.run([sys.executable, str(BENCH / "corpus.py"), str(posts), str(corpus)], check=True)
    subprocess.run([sys.executable, str(BENCH / "plain.py"), str(corpus), str(pages)], check=True)
    config = (pages / "mkdocs.yml").read_text().replace("  font: false\n", "")
    return plain(pages, config, work / f"plain-{posts}"), ours(corpus, work / f"ours-{posts}")


def rows(bench: Bench, work: Path) -> Iterator[Row]:
    """Measure line by line."""
    both = same_pages(work)
    lowest = [bench.marks(site) for site in both]
    yield row("axe: findings, each rule on each kind of page in four states", map(bench.axe, both), "0")
    yield row("requests to other servers, a page", map(bench.outside, both), "0")
    copy(both[1].folder / HEADERS, both[0].folder)
    yield row("errors on the console under our headers, one page of each kind", map(bench.errors, both), "0")
    yield row("dark on a dark system without a script", ("yes" if bench.dark(s) else "no" for s in both), "yes")
    yield row("findings of the HTML validator, a page", (f"{invalid(s):.1f}" for s in both), "0")
    yield row("heaviest page, HTML", (kilo(heaviest(s)) for s in both), "at most 20 KB")
    for posts in SIZES:
        sized = of_size(work, posts)
        yield row(f"first view with {posts:,} posts", (kilo(bench.first_view(s)) for s in sized), "at most 90 KB")
    for name, must in MARKS.items():
        yield row(f"Lighthouse on a phone, lowest: {name.replace('-', ' ')}", (each[name] for each in lowest), must)


def row(says: str, values: Iterable[object], must: str) -> Row:
    """Put a line together: first plain Material's value, then ours."""
    plain_value, our_value = map(str, values)
    sys.stderr.write(f"{says}: {plain_value}, {our_value}\n")
    return Row(says, plain_value, our_value, must)


def kilo(count: int) -> str:
    """Write bytes as kilobytes of a thousand."""
    return f"{count / KB:.1f} KB"


def page(lines: Iterable[Row], browser: str) -> str:
    """Write the document."""
    tools = (
        f"Material {version('mkdocs-material')}, Chromium {browser}, axe-core {looking.axe_version()},\n"
        f"html-validate {validator.version()} and Lighthouse {marks.version()}"
    )
    table = "\n".join(f"| {each.says} | {each.plain} | {each.ours} | {each.must} |" for each in lines)
    return f"""\
# What a reader gets

Written by `make compare`, never by hand: this site against plain Material over the same pages, those of the bundled
programme for everyone in the organisation. Plain Material is set up as its documentation begins: its fonts, its search,
its switch of colours, its tabs, our seven entries as its navigation. Of its axe findings only those outside of the
pages' own articles count, since the articles are ours. Bytes are after gzip, of the site's own files alone; what plain
Material asks of other servers comes on top, and since nothing of it is answered here, what that would ask for next is
not counted. With 25 and 2,000 posts both show the posts of the corpus of [`bench/`](../bench/README.md). Lighthouse
judges {len(JUDGED)} kinds of pages: {", ".join(JUDGED)}.

| | plain Material | this site | must be |
|---|---:|---:|---:|
{table}

Measured with {tools}.
Of Lighthouse's audits `is-crawlable` is skipped, since the site is internal. `make test` holds our column on every
change, `make test-full` in every state.
"""


def main() -> None:
    """Measure both, and write the table."""
    path = chromium()
    missing = [said for there, said in NEEDED.items() if not there.is_dir()]
    if path is None or missing:
        sys.exit("\n".join(missing or [MISSING]))
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        bench = Bench(playwright.chromium, path)
        PAGE.write_text(page(list(rows(bench, Path(work))), bench.browser.version), encoding="utf-8")
        bench.browser.close()


if __name__ == "__main__":
    main()
