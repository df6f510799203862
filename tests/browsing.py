"""A folder served on this machine, and the distribution's browser: a page of it is lent to one test after the other."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import hosted
from playwright.sync_api import Browser, Page, ViewportSize

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
USUAL: ViewportSize = {"width": 1280, "height": 720}
MISSING = "Chromium is needed: install the package `chromium`, or set CHROMIUM to its path"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host would that reads its `_headers`."""

    def end_headers(self) -> None:
        """Add what the site's own file says of this address."""
        rules = Path(self.directory, "_headers")
        said = hosted.netlify(rules.read_text(), urlsplit(self.path).path) if rules.is_file() else {}
        for name, value in said.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine as long as it is needed; gives its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def chromium() -> str | None:
    """Give the path of the distribution's browser; `None` where there is none."""
    names = [os.environ.get("CHROMIUM"), "chromium-headless-shell", "chromium", "chromium-browser"]
    return next((path for name in names if name and (path := shutil.which(name))), None)


_READY: WeakKeyDictionary[Browser, dict[bool, list[Page]]] = WeakKeyDictionary()
"""Pages nobody has at the moment, with scripts and without: a fresh one costs as much work as seeing ten pages."""


@contextmanager
def lent(browser: Browser, *, script: bool = True) -> Iterator[Page]:
    """Lend a page that is as if it had just been opened; after a failure nobody else gets it."""
    ready = _READY.setdefault(browser, {}).setdefault(script, [])
    page = ready.pop() if ready else browser.new_context(java_script_enabled=script).new_page()
    page.set_viewport_size(USUAL)
    page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
    try:
        yield page
        _forget(page)
    except BaseException:
        page.context.close()
        raise
    ready.append(page)


def _forget(page: Page) -> None:
    """Take from a page what it remembers: what it was told to keep, and the files it has loaded."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": "/".join(page.url.split("/")[:3]), "storageTypes": "all"})
    session.send("Network.clearBrowserCache")
    session.detach()
    page.goto("about:blank")
