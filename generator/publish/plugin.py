"""The MkDocs plugin `mentoring`: the only module that imports MkDocs.

It asks for one audience's pages and hands them over. Only pages that came out of the view are in the
build: a file under `content/` that no page claims is never published. The engine renders the pages of
the navigation, one shell per section and depth, and a sample; the rest are poured (`pour.py`).
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage

from generator.kinds.base import Audience
from generator.language import direction, spoken
from generator.pages.page import ENTRIES, Page
from generator.publish import headers, interface, pagefind, pour, search, site
from generator.publish.pour import Shape, Shell, shape_of
from generator.publish.prepare import Prepared, Refused, prepare
from generator.worktree import FOLDERS

log = logging.getLogger("mkdocs.plugins.mentoring")
THEME = Path(__file__).parent.parent / "theme"
DEFAULTS = """site_name: mentoring
docs_dir: {docs}
theme:
  name: material
  font: false
  features: [navigation.tabs]
extra: {{generator: false}}
markdown_extensions: []
plugins:
  - mentoring: {{root: {root}}}
"""
"""What a programme without a `mkdocs.yml` of its own is built with."""

Tick = Callable[[int, int], None]


class PouringError(Exception):
    """The theme's own rendering of a page differs from its shell: pages must not be poured."""


@dataclass(frozen=True, slots=True)
class Given:
    """What `mentoring build` and `mentoring serve` decide instead of `mkdocs.yml`."""

    audience: Audience
    as_of: date | None
    prepared: Prepared | None = None
    pour: bool = True
    tick: Tick | None = None
    search: bool = True


GIVEN: ContextVar[Given | None] = ContextVar("given", default=None)


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs annotates this only in part
    """What `mkdocs.yml` may say under the plugin."""

    root = options.Type(str, default=".")
    audience = options.Choice(("organisation", "cohort", "coordinators"), default="organisation")
    as_of = options.Optional(options.Type(date))
    pour = options.Type(bool, default=True)
    search = options.Type(bool, default=True)


class MentoringPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # the same
    """Hands the programme's pages to MkDocs."""

    def __init__(self) -> None:
        """Start empty."""
        self.serving = False
        self._start()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the engine serves: its live reload is a script inside the page, which our policy would stop."""
        del dirty
        logging.getLogger("mkdocs.commands.build").addFilter(_of_interest)
        self.serving = command == "serve"

    def _start(self) -> None:
        """Forget the last build: a server keeps the plugin for the next one."""
        self.given = Given("organisation", None)
        self.prepared: Prepared | None = None
        self.engine: dict[str, Page] = {}
        self.poured: list[Page] = []
        self.shells: dict[Shape, Shell] = {}
        self.samples: dict[str, str] = {}
        self.missing: Page | None = None
        self.images: set[str] = set()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load, judge and view the programme; refuse a build with errors before anything is written."""
        given = GIVEN.get() or self._configured()
        prepared = given.prepared or prepare(self._root(config), given.audience, given.as_of)
        if isinstance(prepared, Refused):
            raise PluginError(site.refusal(prepared))
        self._start()
        self.given, self.prepared = given, prepared
        view = prepared.view
        os.environ["SOURCE_DATE_EPOCH"] = str(site.epoch(view.site.as_of))
        config.site_name = escape(view.site.name, quote=False)
        config.site_url = config.site_url or view.site.url or ""
        config.site_description = escape(view.site.purpose)
        config.theme.dirs.insert(0, str(THEME))
        config.theme["language"] = "en"  # the theme's own words, of which our pages show none
        config.theme["direction"] = direction(spoken(view.site.language))
        config.extra_css = ["assets/mentoring.css"]
        config.extra_javascript = ["assets/mentoring.js"]
        config.extra["serving"] = self.serving
        config.extra["search"] = self.indexed
        config.extra.update(interface.said(view.site.language))
        self._sort_out(prepared)
        titles = interface.sections(view.site.language)
        config.nav = [{titles[page.section]: path} for path, page in self._navigation()]
        return config

    def _configured(self) -> Given:
        """Take from `mkdocs.yml` what no command decides."""
        mine = self.config
        return Given(cast("Audience", mine.audience), mine.as_of, pour=mine.pour, search=mine.search)

    @property
    def indexed(self) -> bool:
        """Tell whether this build has an index to search in: not while somebody writes, since it takes seconds."""
        return self.given.search and not self.serving

    def _navigation(self) -> list[tuple[str, Page]]:
        """Give the sections' own pages, in the fixed order; nothing else is ever in the navigation."""
        paths = {"home": "index.md"} | {section: f"{section}/index.md" for section in ENTRIES if section != "home"}
        return [(paths[section], self.engine[paths[section]]) for section in ENTRIES if paths[section] in self.engine]

    def _sort_out(self, prepared: Prepared) -> None:
        """Decide for each page whether the engine renders it or it is poured."""
        indexes = {"index.md"} | {f"{section}/index.md" for section in ENTRIES}
        pages = list(prepared.pages())
        chosen = pour.sample(page.path for page in pages if page.path not in indexes)
        for page in pages:
            if "/images/" in page.html:
                self.images |= {address for address in prepared.images() if address[1:] in page.html}
            if page.path == "404.md":
                self.missing = page
                continue
            if page.path in indexes or page.path in chosen or not self.given.pour:
                self.engine[page.path] = page
            if page.path not in indexes and self.given.pour:
                self.poured.append(page)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Keep what our theme ships, neither the docs folder nor the engine's scripts, and add our pages."""
        kept = [file for file in files if file.src_dir == str(THEME)]
        indexes = {path for path, _ in self._navigation()}
        for path in self.engine:
            level = InclusionLevel.INCLUDED if path in indexes else InclusionLevel.NOT_IN_NAV
            kept.append(File.generated(config, path, content="", inclusion=level))
        for shape in sorted({shape_of(page) for page in self.poured}, key=lambda each: each.path):
            self.shells[shape] = cast("Shell", None)
            kept.append(File.generated(config, shape.path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return Files(kept)

    def on_page_markdown(self, markdown: str, /, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Give the engine title and description, escaped for where they land; its Markdown stays empty."""
        del markdown, config, files
        ours = self.engine.get(page.file.src_uri)
        title = escape(ours.title) if ours else pour.TITLE
        page.meta = {
            "title": title,  # the theme prints this one as it is; `page.title` it would unescape
            "description": escape(ours.description) if ours else pour.DESCRIPTION,
            "section": ours.section if ours else self._shape(page).section,
            "feeds": pour.links(ours) if ours else pour.FEEDS,
            "hide": ["navigation", "toc"],
        }
        if page.file.inclusion.is_not_in_nav():  # type: ignore[no-untyped-call]  # the same
            page.title = title
        return ""

    def on_page_content(self, html: str, /, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Put our article where the engine would have put its own rendering."""
        del html, config, files
        ours = self.engine.get(page.file.src_uri)
        return ours.html if ours else pour.ARTICLE

    def on_post_page(self, output: str, /, *, page: EnginePage, config: MkDocsConfig) -> str:
        """Catch shells (never written) and samples (written, and compared later)."""
        del config
        path = page.file.src_uri
        if path not in self.engine:
            shape = self._shape(page)
            self.shells[shape] = Shell(shape, output)
            return ""
        self.samples[path] = output
        return output

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str | None:
        """Put our page into the theme's 404, with addresses from the site's root; drop the engine's sitemap."""
        if template_name == "404.html" and self.missing:
            base = site.base(config.site_url or "")
            return output.replace(pour.ARTICLE, self.missing.html.replace('href="../', f'href="{base}'))
        return "" if template_name.startswith("sitemap") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour the remaining pages, and write what the engine does not know."""
        assert self.prepared is not None  # noqa: S101 - on_config has run
        out = Path(config.site_dir)
        for done, page in enumerate(self.poured):
            if self.given.tick:
                self.given.tick(done + 1, len(self.poured))
            text = self.shells[shape_of(page)].fill(page)
            if self.samples.get(page.path, text) != text:
                message = f"the theme renders {page.path} differently from its shell; set `pour: false` for the plugin"
                raise PouringError(message) if self.given.prepared else PluginError(message)
            if page.path not in self.samples:
                site.write(out / page.address[1:] / "index.html", text.encode())
        pages = {page.path: page for page in [*self.engine.values(), *self.poured]}.values()
        site.extras(out, self.prepared, pages, self.images, config.site_url or "")
        if self.indexed:
            self._index(out, pages)
        if not self.serving:
            headers.write(out, site.base(config.site_url or ""))

    def _index(self, out: Path, pages: Iterable[Page]) -> None:
        assert self.prepared is not None  # noqa: S101 - on_config has run
        try:
            about = self.prepared.view.site
            search.index(out, pages, about.language.split("-")[0], self.prepared.root, about.audience)
        except pagefind.SearchError as error:
            if self.given.prepared:
                raise
            raise PluginError(str(error)) from None

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the programme's own folders: a changed post or pair reloads the page, an error leaves the last one."""
        root = self._root(config)
        del builder
        for folder in FOLDERS:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        server.builder = _patient(server.builder)
        return server

    def _shape(self, page: EnginePage) -> Shape:
        """Tell which shell a sentinel page stands for."""
        return next(shape for shape in self.shells if shape.path == page.file.src_uri)

    def _root(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or ".").parent / self.config.root).resolve()


def _patient(builder: Callable[[], None]) -> Callable[[], None]:
    """Make a refused build no failure of the server, which would answer nothing until all errors are gone."""

    def build_or_keep() -> None:
        try:
            builder()
        except Abort:  # the engine has logged why
            log.warning("The last good site stays until this is put right.")

    return build_or_keep


def _of_interest(record: logging.LogRecord) -> bool:
    """Leave out that shells and the engine's sitemap come to nothing: that is how they are meant."""
    return not str(record.msg).startswith(("Page skipped", "Template skipped"))


def run(prepared: Prepared, out: Path, *, poured: bool = True, searched: bool = True, tick: Tick | None = None) -> None:
    """Write a prepared site into a folder with MkDocs.

    Raises `PouringError` if the shells do not fit, `pagefind.SearchError` if the pages cannot be indexed.
    """
    audience = prepared.view.site.audience
    token = GIVEN.set(Given(audience, prepared.view.site.as_of, prepared, poured, tick, searched))
    try:
        with _config_file(prepared.root) as config_file, TemporaryDirectory() as empty:
            config = load_config(str(config_file), site_dir=str(out), docs_dir=empty)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    finally:
        GIVEN.reset(token)


def show(root: Path, audience: Audience, as_of: date | None, address: str) -> None:
    """Serve one audience's site with live reload until interrupted."""
    token = GIVEN.set(Given(audience, as_of))
    try:
        with _config_file(root) as config_file:
            serve(str(config_file), livereload=True, dev_addr=address)
    finally:
        GIVEN.reset(token)


@contextmanager
def _config_file(root: Path) -> Iterator[Path]:
    """Give the programme's `mkdocs.yml`; one with our defaults where it has none."""
    if (root / "mkdocs.yml").is_file():
        yield root / "mkdocs.yml"
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mkdocs.yml"
        path.write_text(DEFAULTS.format(docs=json.dumps(str(root / "content")), root=json.dumps(str(root))))
        yield path
