"""Lighthouse's marks of pages, in a browser of its own."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browsing import FLAGS
from playwright.sync_api import BrowserType

TOOL = Path(__file__).parent / "lighthouse"
PACKAGE = TOOL / "node_modules/lighthouse"
MISSING = "Lighthouse is not installed: `make lighthouse` installs it, and needs node and npm"


@contextmanager
def listening(browser_type: BrowserType, path: str) -> Iterator[int]:
    """Start a browser that Lighthouse can speak to; gives the port it listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    running = browser_type.launch(executable_path=path, args=[*FLAGS, f"--remote-debugging-port={port}"])
    try:
        yield port
    finally:
        running.close()


def judged(port: int, addresses: Sequence[str], form: str) -> dict[str, Any]:
    """Let Lighthouse judge addresses as on a `mobile` or on a `desktop`; gives its version and each page's scores."""
    done = subprocess.run(
        ["node", "scores.mjs", str(port), form],
        cwd=TOOL, input="\n".join(addresses), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def version() -> str:
    """Give the version of Lighthouse that is installed."""
    found: str = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    return found
