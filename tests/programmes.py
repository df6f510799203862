"""Programmes for tests: the healthy one, others laid over it, and what `check` says of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.load import Loaded, Raw, Read, assembled, load, read, read_folder
from generator.rules import judge
from generator.source import limits
from generator.source.finding import Finding, in_order

HEALTHY = Path(__file__).parent / "golden" / "healthy"
CLOCK = date(2026, 4, 1)
"""The healthy programme's own `clock`; also the day on which a programme without one is judged."""

_FENCE = "---"
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|(?![\s#-])(?:[^:]|:(?=\S))+?)[ \t]*:(?=\s|$)""")

Line = tuple[str, int]
"""A line and its number in the snippet, from 1; 0 where it comes from the file."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with a snippet laid over it; `lines[n - 1]` is where line n of the snippet went, 0 if nowhere."""

    text: str
    lines: tuple[int, ...]


def paths(root: Path) -> list[str]:
    """List the files and links below a folder, with slashes, sorted."""
    found = (each for each in root.rglob("*") if each.is_symlink() or each.is_file())
    return sorted(each.relative_to(root).as_posix() for each in found)


@cache
def healthy() -> Mapping[str, bytes]:
    """Give the files of the healthy programme: path to bytes."""
    return MappingProxyType({path: (HEALTHY / path).read_bytes() for path in paths(HEALTHY)})


def over_healthy(changes: Mapping[str, str | bytes | None]) -> dict[str, bytes]:
    """Give the healthy files with some replaced or added, and those given as `None` removed."""
    files = {path: data for path, data in healthy().items() if path not in changes}
    return files | {path: _as_bytes(data) for path, data in changes.items() if data is not None}


def loaded(files: Mapping[str, str | bytes]) -> Loaded:
    """Load a programme from its files in memory, each file read once and for all.

    What a file holds depends on nothing else, but for a large one, which the policy may allow.
    """
    raws = [Raw(path, _as_bytes(data)) for path, data in files.items()]
    if any(len(raw.data) > limits.ALWAYS_ALLOWED for raw in raws):
        return load(raws)
    return assembled({raw.path: _read(raw.path, raw.data) for raw in sorted(raws, key=lambda raw: raw.path)})


@lru_cache(maxsize=8192)
def _read(path: str, data: bytes) -> Read:
    [found] = read([Raw(path, data)]).values()
    return found


def loaded_folder(root: Path) -> Loaded:
    """Load the programme that lies in a folder."""
    return load(read_folder(root, paths(root)))


def judged(
    found: Loaded, as_of: date | None = None, *, nightly: bool = False, before: Loaded | None = None
) -> tuple[Finding, ...]:
    """Give everything `check` finds, by loading and by the rules, as of the programme's own clock."""
    settings = found.programme.settings
    day = as_of or (settings.item.clock if settings else None) or CLOCK
    base = before.programme if before else None
    return in_order([*found.findings, *judge(found.programme, day, nightly=nightly, base=base)])


def merged(text: str | None, snippet: str, *, without: Collection[str] = ()) -> Merged:
    """Lay a snippet over a file, top-level key by top-level key, as text.

    Each key of the snippet replaces the whole block of that key, a new one is appended to the mapping;
    keys named in `without` are left out. Over Markdown a snippet holds front matter only, or starts with
    a fence and then gives the body as well. Without a file, and where no key is in the snippet, the
    snippet is the whole file.
    """
    given = _numbered(snippet)
    if text is None:
        return _joined(given, len(given))
    file = [(line, 0) for line, _ in _numbered(text)]
    if file[0][0] != _FENCE:
        return _joined(_whole_or_laid(file, given, without), len(given))
    return _joined(_over_markdown(file, given, without), len(given))


def _over_markdown(file: list[Line], given: list[Line], without: Collection[str]) -> list[Line]:
    front, closing, body = _parted(file)
    if not given or given[0][0] != _FENCE:
        laid = _whole_or_laid(front, given, without)
        return laid if laid is given else [file[0], *laid, *closing, *body]
    given_front, given_closing, given_body = _parted(given)
    if not given_closing:
        return given
    return [given[0], *_laid(front, given_front, without), *given_closing, *given_body]


def _parted(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """Part Markdown into the lines between the fences, the closing fence (none if it is open), and the body."""
    at = next((place for place, line in enumerate(lines) if place and line[0] == _FENCE), len(lines))
    return lines[1:at], lines[at : at + 1], lines[at + 1 :]


def _whole_or_laid(file: list[Line], given: list[Line], without: Collection[str]) -> list[Line]:
    if given and not any(_KEY.match(line) for line, _ in given):
        return given
    return _laid(file, given, without)


def _laid(file: list[Line], given: list[Line], without: Collection[str]) -> list[Line]:
    over = _blocks(given)
    first = over.pop("", [])
    together = {key: lines for key, lines in _blocks(file).items() if key not in without} | over
    return [*first, *(line for block in together.values() for line in block)]


def _blocks(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Group lines by top-level key; what stands before the first is under the empty text."""
    blocks: dict[str, list[Line]] = {}
    key = ""
    for line in lines:
        found = _KEY.match(line[0])
        key = found["key"] if found else key
        blocks.setdefault(key, []).append(line)
    return blocks


def _numbered(text: str) -> list[Line]:
    lines = text.removesuffix("\n").split("\n") if text else []
    return [(line, number) for number, line in enumerate(lines, 1)]


def _joined(lines: list[Line], given: int) -> Merged:
    went = {number: at for at, (_, number) in enumerate(lines, 1) if number}
    text = "".join(f"{line}\n" for line, _ in lines)
    return Merged(text, tuple(went.get(number, 0) for number in range(1, given + 1)))


def _as_bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data
