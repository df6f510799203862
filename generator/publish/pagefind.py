"""Pagefind as a process that is given one page after the other: what it numbers, it numbers in our order.

Its command line walks a folder in the order of the file system, which differs between machines, and leaves
the last bytes to be written after it has said that it is done; its Python package takes a tenth of a second
for each page. So we speak to the binary as that package does (messages are JSON in base64, each ended by a
comma and answered before the next is sent) and take the files from its answer.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from pagefind_bin import get_executable

_CHUNK = 1 << 16


class SearchError(Exception):
    """The index could not be made."""


def files(pages: Iterable[tuple[str, str]], **config: Any) -> dict[str, bytes]:
    """Give the files of the index of pages, which come as address and HTML; raises `SearchError`.

    `config` are Pagefind's own options of an index, such as `root_selector`.
    """
    with _running() as service:
        number = service.ask(type="NewIndex", config=config)["index_id"]
        for address, html in pages:
            service.ask(type="AddFile", index_id=number, url=address, file_contents=html)
        made = service.ask(type="GetFiles", index_id=number)["files"]
    return {file["path"]: b64decode(file["content"]) for file in made}


class _Service:
    """The conversation with one process."""

    def __init__(self, asks: IO[bytes], answers: IO[bytes]) -> None:
        self._asks, self._answers = asks, _messages(answers)

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Send a message and wait for its answer."""
        try:
            self._asks.write(b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
            self._asks.flush()
            answer: dict[str, Any] = json.loads(b64decode(next(self._answers)))["payload"]
        except (OSError, StopIteration, ValueError):
            message = "the search index could not be made: Pagefind ended before it was done"
            raise SearchError(message) from None
        if answer["type"] == "Error":
            message = f"the search index could not be made: {answer['message']}"
            raise SearchError(message)
        return answer


def _messages(answers: IO[bytes]) -> Iterator[bytes]:
    """Cut what comes at its commas; the last message is as large as the index, so its parts are joined once."""
    parts: list[bytes] = []
    while part := os.read(answers.fileno(), _CHUNK):
        *ends, rest = part.split(b",")
        for end in ends:
            yield b"".join([*parts, end])
            parts = []
        parts.append(rest)


@contextmanager
def _running() -> Iterator[_Service]:
    """Run Pagefind without the settings it would take from the environment.

    It is asked one thing at a time, so a second worker would only be woken in vain.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    clean["TOKIO_WORKER_THREADS"] = "1"
    try:
        process = subprocess.Popen(
            [str(get_executable()), "--service"],
            env=clean,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        message = f"the search index could not be made: {error}"
        raise SearchError(message) from None
    with process:
        assert process.stdin  # noqa: S101 - asked for above
        assert process.stdout  # noqa: S101 - the same
        try:
            yield _Service(process.stdin, process.stdout)
        finally:
            process.kill()
            with suppress(OSError):  # what was not read any more
                process.stdin.close()
