"""Files to a programme: reads every kind, reports everything wrong at once, never raises for content."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from generator import programme as index
from generator.kinds import faults, fields, misfits, near_path, of_path
from generator.kinds.base import Kind, Model
from generator.kinds.programme import Policy
from generator.programme import Entry, Programme
from generator.source import characters, images, limits, syntax, yaml12
from generator.source.document import Document
from generator.source.finding import Finding
from generator.source.limits import Limits

_SETTINGS = "pairs/programme.yml"
LARGEST = 16 << 20
"""No file is read beyond this many bytes; all limits lie far below."""
_AT_ONCE = 1 << 16
"""Nearly all files fit into this; asking for more costs more than reading."""


class Raw(NamedTuple):
    """A file as found: its bytes, or what it is instead of a file (`link`, `folder`, `unreadable`)."""

    path: str
    data: bytes
    instead: str = ""


class Read(NamedTuple):
    """What one file held: its entry, its bare presence, or its name among the broken; and its own findings.

    An image has a digest as well.
    """

    path: str
    findings: tuple[Finding, ...]
    entry: Entry[Model] | None
    broken: tuple[str, str] | None
    document: Document | None
    bare: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A programme, what is wrong with its files, and how many files were looked at."""

    programme: Programme
    findings: tuple[Finding, ...]
    files: int


def read_folder(root: Path, paths: Iterable[str]) -> Iterator[Raw]:
    """Read files below a root without following links; a path that is gone is passed over."""
    below = f"{root}/"
    for path in paths:
        try:
            handle = os.open(below + path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            continue
        except OSError:
            yield Raw(path, b"", "link" if os.path.islink(below + path) else "unreadable")  # noqa: PTH114 - says no of what it may not see
            continue
        try:
            data = os.read(handle, _AT_ONCE)
            yield Raw(path, data if len(data) < _AT_ONCE else data + os.read(handle, LARGEST - _AT_ONCE))
        except OSError:
            yield Raw(path, b"", "folder")
        finally:
            os.close(handle)


def load(raws: Iterable[Raw]) -> Loaded:
    """Read a whole programme: each file yields an entry or its own findings, in any order of files."""
    return assembled(read(raws))


def read(raws: Iterable[Raw], settings: Raw | None = None) -> dict[str, Read]:
    """Read each file for itself; gives what it held by path, in the order of the paths.

    A file is read as it comes and its bytes let go, so that those of all need not lie side by side. Only a large one
    waits until the programme's policy was met, which says how large it may be; where that is not among the files it is
    given as `settings`.
    """
    large, standard, found = list[Raw](), Limits(), dict[str, Read]()
    for raw in raws:
        if raw.path == _SETTINGS:
            settings = raw
        if len(raw.data) > limits.ALWAYS_ALLOWED:
            large.append(raw)
        else:
            found[raw.path] = _Reader(raw.path, standard).read(raw)
    most = _limits(settings) if large else standard
    for raw in large:
        found[raw.path] = _Reader(raw.path, most).read(raw)
    return dict(sorted(found.items()))


def assembled(reads: Mapping[str, Read]) -> Loaded:
    """Put what single files held together as one programme."""
    each = reads.values()
    programme = index.assemble(
        (read.entry for read in each if read.entry),
        (read.broken for read in each if read.broken),
        {read.path: read.digest for read in each if read.bare == "image"},
        (read.path for read in each if read.bare == "signature"),
        {read.path: read.document for read in each if read.document},
    )
    found = [finding for read in each for finding in read.findings]
    return Loaded(programme, (*found, *misfits.same_but_for_case(list(reads))), len(reads))


def _limits(settings: Raw | None) -> Limits:
    """Take the size limits from the programme's policy, if that can be read at all."""
    try:
        policy = yaml12.read(settings.data.decode()).data.get("policy", {}) if settings else {}
        return limits.from_policy(Policy.model_validate(policy))
    except (ValueError, AttributeError, TypeError):
        return Limits()


class _Reader:
    """Reads one file; one method per step a file passes."""

    __slots__ = ("document", "findings", "known", "limits", "path", "printable")

    def __init__(self, path: str, most: Limits) -> None:
        self.path = path
        self.limits = most
        self.printable = False
        self.known = False
        self.document: Document | None = None
        self.findings: list[Finding] = []

    def read(self, raw: Raw) -> Read:
        """Read the file as the kind its path claims."""
        claimed = of_path(raw.path)
        entry, bare = None, ""
        if raw.instead:
            self.findings.append(misfits.no_file(raw.path, raw.instead))
        elif claimed is None:
            self.findings.append(misfits.misplaced(raw.path, near_path(raw.path)))
        elif wrong := misfits.name_fault(raw.path, claimed[1]):
            self.findings.append(wrong)
        elif claimed[0].model is None:
            bare = self._presence(claimed[0], raw)
        else:
            entry = self._entry(*claimed, raw)
        broken = None
        if claimed is not None and entry is None and not bare:
            broken = (claimed[0].name, index.id_of(claimed[0].name, claimed[1], raw.path))
        digest = images.digest(raw.data) if bare == "image" else ""
        return Read(raw.path, tuple(self.findings), entry, broken, self.document, bare, digest)

    def _entry(self, kind: Kind, parts: dict[str, str], raw: Raw) -> Entry[Model] | None:
        """Read a file of a kind; nothing if it is not usable, and the findings say why."""
        self.document = document = self._text(kind, raw)
        data = self._data(kind, document) if document else None
        if document is None or data is None:
            return None
        item = self._validated(kind, document, data)
        if item is None:
            return None
        entry = Entry(index.id_of(kind.name, parts, raw.path), kind.name, parts, item, document)
        if (wrong := misfits.date_differs(entry) if kind.dated else None) is not None:
            self.findings.append(wrong)
        return entry

    def _presence(self, kind: Kind, raw: Raw) -> str:
        """Judge a file of which only its presence counts; gives the name of its kind if it may be there."""
        self.findings += images.faults(raw.path, raw.data) if kind.name == "image" else []
        return "" if self.findings else kind.name

    def _text(self, kind: Kind, raw: Raw) -> Document | None:
        """Decode a file and judge its characters, before anything else looks at it."""
        too_large = limits.too_large(kind, raw.path, raw.data, self.limits)
        if too_large is not None:
            self.findings.append(too_large)
            return None
        try:
            text = raw.data.decode()
        except UnicodeDecodeError as error:
            self.findings.append(syntax.not_utf8(raw.path, raw.data, error.start))
            return None
        document = Document(raw.path, text, front=kind.front)
        self.printable = characters.printable(raw.data)
        if not self.printable and (hidden := characters.hidden(text)) is not None:
            self.findings.append(syntax.hidden_character(document, hidden))
            return None
        wrong = limits.long_line(document) or syntax.conflict(document)
        if wrong is not None:
            self.findings.append(wrong)
            return None
        return document

    def _data(self, kind: Kind, document: Document) -> dict[str, Any] | None:
        if kind.front:
            if not document.split.opened and kind.name == "page":
                return {}
            if not document.split.closed:
                self.findings.append(syntax.open_front_matter(document))
                return None
        if kind.model and not kind.table and self.printable:
            shaped = fields.whole(kind.model).read(document.yaml)
            if shaped is not None:
                self.known = True
                return shaped
        reading = yaml12.read(document.yaml, printable=self.printable)
        if reading.faults:
            if reading.faults[0].kind == "duplicate":  # the earlier place is only known on a second reading
                reading = yaml12.read(document.yaml, places=True)
            self.findings += (syntax.yaml_fault(document, fault) for fault in reading.faults)
            return None
        data: dict[str, Any] = reading.data
        escaped = tuple(syntax.escaped_characters(document, data))
        self.findings += escaped
        return None if escaped else data

    def _validated(self, kind: Kind, document: Document, data: dict[str, Any]) -> Model | None:
        assert kind.model is not None  # noqa: S101 - for the type checker; `_read_as` has asked
        try:
            unknown: Literal["ignore"] | None = "ignore" if self.known else None  # none is there, so none is looked for
            item = kind.model.model_validate({"entries": data} if kind.table else data, extra=unknown)
        except ValidationError as error:
            self.findings += faults.findings(kind, document, error)
            return None
        if absent := item.absent():
            self.findings += (faults.absent(kind, document, (name,)) for name in absent)
            return None
        return item
