"""A real repository with real commits, served on this machine."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import programmes
import pytest
from repositories import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the healthy programme in a repository of its own, with two commits."""
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(root))
    commit(root, "the programme")
    commit(root, "a second commit")
    return root


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve folders on this machine; gives the address of each."""
    servers: list[http.server.ThreadingHTTPServer] = []

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    def serve(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
