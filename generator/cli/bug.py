"""What is said of a bug of ours: where it happened, and nothing of anybody's text."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator

from generator import __version__

EXIT = 3
_OURS = "generator"


def report(error: BaseException) -> str:
    """Name the exception's type and the places in our code it came through; no message, no value.

    Messages and local variables of an exception may hold a participant's text.
    """
    places = [f"    {place}" for place in _places(error)] or ["    (outside our code)"]
    return "\n".join(
        [
            "This is a bug of ours, not a fault in your files:",
            f"  {type(error).__module__}.{type(error).__qualname__}",
            *places,
            f"  mentoring {__version__}, Python {platform.python_version()}",
            "Please file it with these lines; they quote nothing of your files.",
        ]
    )


def _places(error: BaseException) -> Iterator[str]:
    """Give module and line of each frame of ours, the innermost last."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == _OURS:
            yield f"{module}, line {line}, in {frame.f_code.co_name}"
