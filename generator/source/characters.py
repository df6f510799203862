"""Which characters a file may hold: hidden ones change what a reader believes to read."""

from __future__ import annotations

import re
from typing import NamedTuple

_CONTROLS = bytes(sorted(set(range(0x20)) - {0x09, 0x0A, 0x0D})) + b"\x7f"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|\r(?!\n)",
)
_JOINER = re.compile("[\u200c\u200d]")
_SUSPECTS = (
    b"\xc2", b"\xcd\x8f", b"\xd8\x9c", b"\xe1\x85", b"\xe1\x9e", b"\xe1\xa0", b"\xe2\x80",
    b"\xe2\x81", b"\xe3\x85\xa4", b"\xef\xbb\xbf", b"\xef\xbe\xa0", b"\xef\xbf",
    b"\xf0\x9d\x85", b"\xf3\xa0",
)  # fmt: skip


class Hidden(NamedTuple):
    """A character that must not stand in a file, and its offset in code points."""

    offset: int
    character: str


def hidden(data: bytes, text: str) -> Hidden | None:
    """Find the first control, bidirectional or invisible character (ZWJ and ZWNJ inside words and emoji pass).

    The bytes decide quickly that almost every file is clean; only suspects are searched.
    Source of the list: Unicode TR 36 and TR 39 (default ignorable and bidirectional controls).
    """
    clean = len(data.translate(None, _CONTROLS)) == len(data) and data.count(b"\r") == data.count(b"\r\n")
    if clean and (text.isascii() or not any(mark in data for mark in _SUSPECTS)):
        return None
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


def _named(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"
