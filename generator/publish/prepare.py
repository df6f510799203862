"""Everything a build needs, computed once: the programme's pages for one audience, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import history, worktree
from generator.history import History
from generator.kinds.base import Audience
from generator.load import Loaded, load, read_folder
from generator.pages import feeds, pages
from generator.pages.page import Page
from generator.programme import Programme
from generator.progress.contributions import contributions
from generator.progress.whole import measure
from generator.publish import provenance, reference
from generator.rules import judge
from generator.source.finding import Finding, in_order
from generator.view import view
from generator.view.gate import image_address
from generator.view.shapes import View


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no site: the findings, of which at least one is an error."""

    findings: tuple[Finding, ...]
    loaded: Loaded
    as_of: date


@dataclass(frozen=True, slots=True)
class Prepared:
    """One audience's site before the engine sees it."""

    root: Path
    programme: Programme
    view: View
    history: History
    findings: tuple[Finding, ...]

    def pages(self) -> Iterator[Page]:
        """Make the pages one at a time, each with its provenance and with what says the same to a program."""
        beside = feeds.beside(self.view)
        for made in pages(self.view):
            page = replace(made, assets=beside(made))
            yield replace(page, html=page.html + provenance.footer(page, self.view, self.history))

    def images(self) -> dict[str, Path]:
        """Map the address of each image of the programme to its file."""
        return {image_address(path, digest): self.root / path for path, digest in sorted(self.programme.images.items())}


def prepare(root: Path, audience: Audience, as_of: date | None) -> Prepared | Refused:
    """Load and judge a programme, then see it as one audience does.

    The as-of date is the one given, else the programme's `clock`, else the date of the last commit, so
    that a commit has one site. Content never raises: with errors the findings come back instead.
    """
    past = history.history(root)
    loaded = load(read_folder(root, worktree.paths(root)))
    settings = loaded.programme.settings
    clock = settings.item.clock if settings else None
    day = as_of or clock or (past.head.on if past.head else None) or _latest(loaded.programme)
    findings = in_order([*loaded.findings, *judge(loaded.programme, day, nightly=audience == "coordinators")])
    if settings is None or any(finding.severity == "error" for finding in findings):
        return Refused(findings, loaded, day)
    merged = contributions(history.commits(root)) if audience == "coordinators" else None
    seen = view(loaded.programme, measure(loaded.programme, day), findings, audience, reference.rules(), merged)
    return Prepared(root, loaded.programme, seen, past, findings)


def _latest(programme: Programme) -> date:
    """Give the latest declared past fact, for a programme without clock and without commits."""
    posts = [post.item.date for post in programme.posts.values()]
    entries = [entry.on for pair in programme.pairs.values() for entry in pair.item.history]
    return max([*posts, *entries, *(cohort.starts for cohort in programme.cohorts.values())], default=date.min)
