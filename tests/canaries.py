"""Planted words: made from the place they stand in, and found again however an artefact writes them."""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

_WORD = re.compile(r"zq[a-z2-7]{12}")
_ENTITY = re.compile(r"&(?:#\d|#[xX]|[a-zA-Z])")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}")
_STANDARD = str.maketrans("-_", "+/")
_FOLD = re.compile(r"\r?\n[ \t]")
"""How a calendar breaks a long line."""
_GZIP = b"\x1f\x8b"
_BEGINS = b"zq"


def word(*place: str) -> str:
    """Give the word of a place: it survives slugs, case folding and tokenising, and no other place has it."""
    digest = base64.b32encode(sha256("\0".join(place).encode()).digest()).decode().lower()
    return f"zq{digest[:12]}"


def text(planted: str) -> str:
    """Give a text with a word in it, once alone and once with what every escaping would write differently."""
    return f"{planted} <\"'&{planted}"


def unescaped(planted: str) -> str:
    """Give what stands in a page that forgot to escape the text."""
    return f"<\"'&{planted}"


def words(said: str) -> frozenset[str]:
    """Find every planted word: raw, in any case, HTML-, URL- or JSON-escaped, in folded lines, in base64 anywhere."""
    return frozenset[str]().union(*(_WORD.findall(form.casefold()) for form in _forms(said)))


def _forms(said: str) -> Iterator[str]:
    yield said
    if _ENTITY.search(said):
        yield unescape(said)
    if _PERCENT.search(said):
        yield unquote(said)
    if "\\u" in said:
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), said)
    if "\n " in said:
        yield _FOLD.sub("", said)
    yield from _decoded(said)


def _decoded(said: str) -> Iterator[str]:
    """Decode whatever could be base64 from each of its four places to start at."""
    for run in set(_BASE64.findall(said)):
        for start in range(4):
            part = run[start:].translate(_STANDARD)
            found = base64.b64decode(part[: len(part) // 4 * 4])
            if _BEGINS in found.lower():
                yield found.decode("latin-1")


def in_files(files: Mapping[str, bytes]) -> frozenset[str]:
    """Find every planted word in the names and bytes of files, inside gzip as well."""
    return frozenset(found for path, data in files.items() for found in words(f"{path}\n{_readable(data)}"))


def _readable(data: bytes) -> str:
    return (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8", errors="replace")


def in_texts(said: Iterable[str]) -> frozenset[str]:
    """Find every planted word in several texts."""
    return words("\n".join(said))
