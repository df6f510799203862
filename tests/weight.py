"""What a page weighs: bytes as a server sends them, compressed, and counted once for each file."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

KB = 1000
"""A kilobyte of these budgets; the stricter reading."""


def packed(data: bytes) -> int:
    """Count bytes after gzip, as usual servers set it: level 6, the same each time."""
    return len(gzip.compress(data, 6, mtime=0))


def asked_for(browser: Browser, address: str) -> list[str]:
    """List the addresses a first view asks for, in a browser that has seen nothing yet, until it is quiet."""
    context = browser.new_context()
    found: list[str] = []
    context.on("request", lambda request: found.append(request.url))
    context.new_page().goto(address, wait_until="networkidle")
    context.close()
    return found


def first_view(browser: Browser, home: str, site: Path, address: str) -> int:
    """Count the compressed bytes of everything a first view asks the site for."""
    return weigh(site, (urlsplit(url).path for url in asked_for(browser, home + address) if url.startswith(home)))


def weigh(site: Path, paths: Iterable[str]) -> int:
    """Count the compressed bytes of a site's files, by their addresses."""
    return sum(packed(_file(site, path).read_bytes()) for path in sorted(set(paths)))


def _file(site: Path, path: str) -> Path:
    found = site / path.lstrip("/")
    return found / "index.html" if found.is_dir() else found
