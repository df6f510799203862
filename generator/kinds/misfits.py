"""Paths that do not fit the layout, and things that are no files (FIL002, FIL003, FIL004)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.kinds.base import SLUG, Kind
from generator.source.devices import is_device
from generator.source.finding import Finding, Related
from generator.source.span import Span

LONGEST = 64
RESERVED = frozenset(
    """
    404 accessibility agendas api archive areas assets calendar celebrations certificates changes communities
    feeds handbook images measures needs needs-you open pairs people posts privacy progress reference roadmaps
    schemas search tags threads""".split()
)
"""Top folders the generator writes, and its page for what is not there; a free page of the same name would be lost."""
WITHOUT_PAGE = frozenset("archive assets certificates images needs-you open posts schemas".split())
"""Those of them that hold pages or files and have no page of their own."""


def no_file(path: str, instead: str) -> Finding:
    """Refuse what is not a plain file: a link or a submodule could bring in anything."""
    what = {"link": "a symbolic link", "folder": "a folder or a submodule"}.get(instead, "not a readable file")
    return Finding(
        "FIL002", "error", Span(path), f"the path is {what}, not a file of the programme",
        "put a plain file here, or remove it", "",
    )  # fmt: skip


def misplaced(path: str, meant: Kind | None) -> Finding:
    """Say that no kind claims a path; near a kind's place it is an error, elsewhere it is just never published."""
    if meant is not None:
        form = meant.shape.replace(" or ", "` or `")
        return Finding(
            "FIL003", "error", Span(path), f"the path does not fit the layout of {meant.says}",
            f"rename it to the form `{form}`{_slug_help(path)}", "",
        )  # fmt: skip
    where = "never be published" if path.startswith("content/") else "never be read"
    return Finding(
        "FIL004",
        "warning",
        Span(path),
        f"no kind of file is expected here; it will {where}",
        "move it elsewhere, or remove it",
        "",
    )


def name_fault(path: str, parts: Mapping[str, str]) -> Finding | None:
    """Judge the parts of a path that fits: their length, a real date, no generated folder."""
    for name, part in parts.items():
        if len(part) > LONGEST:
            return Finding(
                "FIL003", "error", Span(path), f"a part of the path is longer than {LONGEST} characters",
                f"shorten the {name} to at most {LONGEST} characters", "",
            )  # fmt: skip
    if "page" in parts and path.count("/") == 1 and parts["page"] in RESERVED:
        return Finding(
            "FIL003", "error", Span(path), f"`{parts['page']}` is the name of a generated folder",
            "rename the page", "",
        )  # fmt: skip
    return None


def date_differs(entry: Any) -> Finding | None:
    """Hold the date in the file's name against its `date`."""
    if entry.parts["date"] == entry.item.date.isoformat():
        return None
    span = entry.at("date")
    return Finding(
        "FIL003", "error", span, "the date in the file's name is another one",
        f"rename the file so that it starts with `{entry.item.date.isoformat()}`, or correct `date`", "date",
        (Related(f"the name says {entry.parts['date']}", span),),
    )  # fmt: skip


def same_but_for_case(paths: Iterable[str]) -> Iterator[Finding]:
    """Find paths that would be one file on a disk that ignores case."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            yield Finding(
                "FIL002", "error", Span(path), "another path differs from this one only by case",
                "rename or remove one of the two", "", (Related("the other", Span(other), excerpt=False),),
            )  # fmt: skip


def _slug_help(path: str) -> str:
    folder, name = posixpath.split(path)
    stem, _, _ = name.partition(".")
    plain = re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-")
    if plain and plain != stem and re.fullmatch(SLUG, plain) and not is_device(plain):
        return f", for example `{plain}`: lower case, digits and single hyphens" if folder else ""
    return ""
