"""A site as a folder: written whole or not at all, marked with its audience, the same bytes each time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from generator.language import direction, gettext, speaking, spoken
from generator.pages.page import Page
from generator.publish.prepare import Prepared, Refused
from generator.worktree import FOLDERS

MARKER = "audience.txt"
SETTINGS = "pairs/programme.yml"


class NotOursError(Exception):
    """The folder to write to is the programme's own, or holds what we did not make or another audience's site."""


def epoch(day: date) -> int:
    """Give midnight UTC of a day in seconds: the one time that may stand in an artefact."""
    return int(datetime.combine(day, time(), UTC).timestamp())


def base(site_url: str) -> str:
    """Give the path under which the site lives: `/`, or `/programme/`."""
    path = urlsplit(site_url).path
    return path if path.endswith("/") else f"{path}/"


def refusal(refused: Refused) -> str:
    """Say in one paragraph why nothing is built; the findings themselves are `check`'s to show."""
    errors = [finding for finding in refused.findings if finding.severity == "error"]
    if not errors:
        return f"there is no {SETTINGS} here; nothing was written"
    lines = [f"{finding.span}: {finding.code} {finding.message}" for finding in errors]
    noun = "error" if len(errors) == 1 else "errors"
    return "\n".join([f"the programme has {len(errors)} {noun}; nothing was written (see `mentoring check`)", *lines])


def write(path: Path, data: bytes) -> None:
    """Write a file, making its folder where needed."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def beside(pages: Iterable[Page]) -> dict[str, bytes]:
    """Give the files beside pages by address, each once."""
    return {asset.address: asset.data for page in pages for asset in page.assets}


def extras(out: Path, prepared: Prepared, pages: Iterable[Page], images: Iterable[str], site_url: str) -> None:
    """Write what is no page: what pages have beside them, images, redirects, sitemap and robots."""
    files, pages = prepared.images(), list(pages)
    for address, data in beside(pages).items():
        write(out / address[1:], data)
    for address in sorted(images):
        write(out / address[1:], files[address].read_bytes())
    addresses = sorted({page.address for page in pages})
    for old, new in prepared.view.redirects.items():
        if old not in addresses:  # a page is never replaced: neither somebody's own nor what is promised
            write(out / old[1:] / "index.html", _redirect(old, new, prepared.view.site.language).encode())
    (out / "sitemap.xml.gz").unlink(missing_ok=True)
    day = prepared.view.site.as_of.isoformat()
    write(out / "sitemap.xml", _sitemap(addresses, site_url, day).encode())
    write(out / "robots.txt", b"User-agent: *\nDisallow: /\n")


def _redirect(old: str, new: str, language: str) -> str:
    target, tag = escape("../" * (old.strip("/").count("/") + 1) + new[1:]), spoken(language)
    with speaking(language):
        title = gettext("This page has moved")
        text = gettext('This page has moved: <a href="%(url)s">go there</a>.', url=target)
    return (
        f'<!doctype html>\n<html lang="{tag}" dir="{direction(tag)}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={target}"></head>'
        f"<body><p>{text}</p></body></html>\n"
    )


def _sitemap(addresses: Iterable[str], site_url: str, day: str) -> str:
    root = site_url.rstrip("/")
    entries = "".join(
        f"<url><loc>{escape(root + address)}</loc><lastmod>{day}</lastmod></url>\n" for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def replace_whole(out: Path, mark: str, root: Path, make: Callable[[Path], None]) -> None:
    """Make a folder beside its place and put it there in one step; on any failure the old one stays whole.

    `mark` says what it holds (an audience's site, or its page tree) and is written into it. Refuses a
    folder that is not empty and not marked the same, or that lies among the files of the programme at
    `root`: raises `NotOursError`. A link to a folder stays a link: what it leads to is replaced.
    """
    refuse_foreign(out, mark, root)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    aside = fresh.with_name(f"{fresh.name}.old")
    try:
        make(fresh)
        (fresh / MARKER).write_text(f"{mark}\n")
        fresh.chmod(0o755)
        if out.exists():
            out.rename(aside)
        fresh.rename(out)
        shutil.rmtree(aside, ignore_errors=True)
    finally:  # also when somebody interrupts, between any two of these lines or while the old one is removed
        if aside.exists() and not out.exists():
            aside.rename(out)
        for left in (fresh, aside):
            shutil.rmtree(left, ignore_errors=True)


def refuse_foreign(out: Path, mark: str, root: Path) -> None:
    """Raise `NotOursError` if a folder holds something else than what `mark` names; empty or absent is fine."""
    if any(out.resolve().is_relative_to(root / folder) for folder in (*FOLDERS, ".git")):
        message = f"{out} lies among the files that the site is made of; choose a folder outside of them"
        raise NotOursError(message)
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    marker = out / MARKER
    if not out.is_dir() or not marker.is_file():
        message = f"{out} holds something that `mentoring build` did not make; choose another folder"
        raise NotOursError(message)
    other = marker.read_text().strip()
    if other != mark:
        message = f"{out} holds something else ({other}); choose another folder, or remove it first"
        raise NotOursError(message)
