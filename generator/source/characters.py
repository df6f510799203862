"""Which characters a file may hold: hidden ones change what a reader believes to read."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_SUSPECTS = bytes(sorted(set(range(0x20)) - {0x09, 0x0A, 0x0D})) + b"\x7f\xcd\xe1\xe3\xef\xf3"
"""Control characters, and the first bytes (in UTF-8) of those hidden ones that `str.isprintable` lets pass."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|\r(?!\n)",
)
_JOINER = re.compile("[\u200c\u200d]")


class Hidden(NamedTuple):
    """A character that must not stand in a file, and its offset in code points."""

    offset: int
    character: str


def printable(data: bytes) -> bool:
    """Tell of most texts, at next to no cost, that they hold only printable characters, tabs and line ends."""
    strange = data.translate(None, _PLAIN)
    if strange and (len(strange.translate(None, _SUSPECTS)) < len(strange) or not strange.decode().isprintable()):
        return False
    return b"\r" not in data or data.count(b"\r") == data.count(b"\r\n")


def hidden(text: str) -> Hidden | None:
    """Find the first control, bidirectional or invisible character (ZWJ and ZWNJ inside words and emoji pass).

    Source of the list: Unicode TR 36 and TR 39 (default ignorable and bidirectional controls).
    """
    if found := _HIDDEN.search(text):
        return Hidden(found.start(), found.group())
    for joiner in _JOINER.finditer(text):
        around = text[max(0, joiner.start() - 1) : joiner.start()], text[joiner.end() : joiner.end() + 1]
        if not all(side and not side.isspace() and not side.isascii() for side in around):
            return Hidden(joiner.start(), joiner.group())
    return None


def shown(text: str) -> str:
    """Write hidden characters as `<U+202E>`, so that an excerpt can drive no terminal."""
    return _JOINER.sub(_named, _HIDDEN.sub(_named, text)).replace("\x1b", "<U+001B>")


def without(text: str) -> str:
    """Give a text without its hidden characters; joiners stay."""
    return _HIDDEN.sub("", text)


def _named(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"
