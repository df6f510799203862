"""The armour of a sealed body: what can be said about it without any key.

The form is that of the age specification (version 1, ASCII armour), with nothing left open: lines of
exactly 64 characters, canonical base64, one file, and not a character before or after it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass

BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----"
END = "-----END AGE ENCRYPTED FILE-----"

_BEGINS = re.compile(rf"\s*{BEGIN}")
_FULL = re.compile(r"[A-Za-z0-9+/]{64}")
_LAST = re.compile(r"(?=.{1,64}\Z)[A-Za-z0-9+/]+={0,2}\Z")
_VERSION = b"age-encryption.org/v1\n-> "
_HEADER_ENDS = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")
_SHORTEST_PAYLOAD = 32
"""A nonce and the tag of an empty text: no payload is shorter."""
_ENOUGH_TO_JUDGE = 512
_MOST_PRINTABLE = 0.6
"""Of random bytes 38 % are printable; at 512 bytes 60 % is ten standard deviations away."""
_PRINTABLE = bytes((*range(0x20, 0x7F), 0x09, 0x0A, 0x0D))


@dataclass(frozen=True, slots=True)
class Armour:
    """One age file out of its armour: the header that anybody can read, and the payload that nobody can."""

    header: bytes
    payload: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a body is not one armoured age file, and at which of its lines (from 1) that shows."""

    line: int
    message: str


def begins(body: str) -> bool:
    """Tell whether a body means to be sealed: the first thing in it is the armour's first line."""
    return _BEGINS.match(body) is not None


def read(body: str) -> Armour | Fault:
    """Take a body out of its armour; CRLF is read as LF, and any other liberty is a fault."""
    lines = body.replace("\r\n", "\n").split("\n")
    if BEGIN not in lines:
        return Fault(1, "there is no armour")
    if lines[0] != BEGIN:
        return Fault(1, "something stands before the armour")
    if END not in lines:
        return Fault(len(lines), "the armour is never closed")
    end = lines.index(END)
    if lines[end + 1 :] != [""]:
        return Fault(min(end + 2, len(lines)), "the armour must end the file, with one line end")
    data = _decoded(lines[1:end])
    return data if isinstance(data, Fault) else _parted(data)


def _decoded(lines: Sequence[str]) -> bytes | Fault:
    """Turn the lines between the two marks into bytes; they start at the body's second line."""
    if not lines:
        return Fault(1, "the armour is empty")
    for number, line in enumerate(lines[:-1], 2):
        if not _FULL.fullmatch(line):
            return Fault(number, "the line is not 64 characters of base64")
    if not _LAST.match(lines[-1]):
        return Fault(len(lines) + 1, "the last line is not 1 to 64 characters of base64")
    text = "".join(lines)
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return Fault(len(lines) + 1, "the base64 is cut off")
    if base64.b64encode(data).decode() != text:
        return Fault(len(lines) + 1, "the base64 is not in its canonical form")
    return data


def _parted(data: bytes) -> Armour | Fault:
    """Part header and payload; what is no age file, or can be read without a key, is a fault."""
    ends = _HEADER_ENDS.search(data)
    if ends is None or not data.startswith(_VERSION):
        return Fault(2, "there is no age file in the armour")
    header, payload = data[: ends.end()], data[ends.end() :]
    if len(payload) < _SHORTEST_PAYLOAD:
        return Fault(2, "the age file is cut off")
    if _is_readable(payload):
        return Fault(2, "what follows the age header is readable text")
    return Armour(header, payload)


def _is_readable(payload: bytes) -> bool:
    """Tell plain text from ciphertext: random bytes of this length are never UTF-8, nor mostly printable."""
    try:
        payload.decode()
    except UnicodeDecodeError:
        printable = len(payload) - len(payload.translate(None, _PRINTABLE))
        return len(payload) >= _ENOUGH_TO_JUDGE and printable > _MOST_PRINTABLE * len(payload)
    return True
