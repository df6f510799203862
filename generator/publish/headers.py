"""Header files for the usual hosts, written beside the pages: what each page's own policy says, as a server says it.

A policy in a page cannot forbid that others frame it, and does not cover what is no page; a header does both.
The policies are read from the pages as they were written, so that the two cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from generator.publish import site

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ALSO = ("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin")
_CSP = "Content-Security-Policy"
_UNFRAMED = "; frame-ancestors 'none'"
SEARCH = "search"


def write(out: Path, base: str) -> None:
    """Write `_headers`, `.htaccess` and `nginx-headers.conf` for a site that lives under the path `base`.

    Writes nothing where pages carry no policy, as with a theme of one's own.
    """
    usual, searching = _policy(out / "index.html"), _policy(out / SEARCH / "index.html")
    if usual and searching:
        site.write(out / "_headers", "".join(_netlify(out, usual, searching)).encode())
        site.write(out / ".htaccess", _apache([f"{_CSP}: {usual}", *_ALSO]).encode())
        site.write(out / SEARCH / ".htaccess", _apache([f"{_CSP}: {searching}"]).encode())
        site.write(out / "nginx-headers.conf", _nginx(base, usual, searching).encode())


def _policy(page: Path) -> str:
    found = _META.search(page.read_text(encoding="utf-8"))
    return unescape(found[1]) + _UNFRAMED if found else ""


def _netlify(out: Path, usual: str, searching: str) -> Iterator[str]:
    """Name every folder: where two rules match one address hosts join what they say, and the stricter would win."""
    yield "# For Netlify, Cloudflare Pages and others that read `_headers`.\n/*\n"
    yield from (f"  {header}\n" for header in _ALSO)
    folders = sorted(path.name for path in out.iterdir() if path.is_dir() and path.name != SEARCH)
    for place in ("/", "/index.html", "/404.html", *(f"/{name}/*" for name in folders)):
        yield f"{place}\n  {_CSP}: {usual}\n"
    yield f"/{SEARCH}/*\n  {_CSP}: {searching}\n"


def _apache(headers: list[str]) -> str:
    """Write a folder's rules; those of the search stand in its own folder and replace these there."""
    lines = (f'  Header always set {name} "{value}"\n' for name, _, value in (each.partition(": ") for each in headers))
    return (
        f"# For Apache, where AllowOverride permits FileInfo.\n<IfModule mod_headers.c>\n{''.join(lines)}</IfModule>\n"
    )


def _nginx(base: str, usual: str, searching: str) -> str:
    """Write lines for a `server` block; a `location` of ours would go past what guards the operator's own."""
    also = "".join(
        f'add_header {name} "{value}" always;\n' for name, _, value in (each.partition(": ") for each in _ALSO)
    )
    return (
        "# For nginx: include this in the `server` block, and in each `location` that has an `add_header` of its own.\n"
        f'set $mentoring_policy "{usual}";\n'
        f'if ($uri ~ "^{re.escape(base)}{SEARCH}/") {{ set $mentoring_policy "{searching}"; }}\n'
        f"add_header {_CSP} $mentoring_policy always;\n{also}"
    )
