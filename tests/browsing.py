"""A folder served on this machine, and the distribution's browser to look at it."""

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

import hosted

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
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
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser"]
    return next((path for name in names if name and (path := shutil.which(name))), None)
