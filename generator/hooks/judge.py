"""What a commit would cause: its files are read from Git's store, so no work tree is needed, and none is believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import load, revisions
from generator.load import Loaded, Raw
from generator.review.change import SETTINGS, Before
from generator.revisions import Blob
from generator.source import keys
from generator.source.finding import Finding, Related
from generator.source.span import Span

_TESTS = "tests/"
"""Our tests need keys that look private; a programme's own files do not lie there."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A programme as a commit would make it, as it was before, and the private keys that would come with it."""

    now: Loaded
    then: Before
    private: tuple[Finding, ...]


def proposed(repository: Path, old: str, new: str | None) -> Proposed:
    """Read two commits or trees, the second one `None` for what is staged."""
    was, now = revisions.tree(repository, old), revisions.tree(repository, new)
    reads = load.read(_raws(repository, now))
    other = {path: blob for path, blob in was.items() if now.get(path) != blob or path == SETTINGS}
    shared = {path: reads[path] for path in was if path not in other}
    then = load.assembled(dict(sorted((load.read(_raws(repository, other)) | shared).items())))
    loaded = load.assembled(reads)
    known = frozenset(loaded.programme.documents)
    private = tuple(_private(repository, revisions.touched(repository, old, new), known))
    return Proposed(loaded, Before(old, then, revisions.renamed(repository, old, new)), private)


def _raws(repository: Path, blobs: Mapping[str, Blob]) -> Iterator[Raw]:
    texts = revisions.contents(repository, _files(blobs.values()))
    for path, blob in blobs.items():
        yield Raw(path, b"" if blob.instead else texts[blob.id], blob.instead)


def _files(blobs: Iterable[Blob]) -> Iterator[str]:
    return (blob.id for blob in blobs if not blob.instead)


def _private(repository: Path, blobs: Mapping[str, Blob], known: frozenset[str]) -> Iterator[Finding]:
    """Find private keys in files that no rule looks into, wherever they lie."""
    unread = {path: blob for path, blob in blobs.items() if path not in known and not path.startswith(_TESTS)}
    texts = revisions.contents(repository, _files(unread.values()))
    for path, blob in sorted(unread.items()):
        text = "" if blob.instead else texts[blob.id].decode(errors="replace")
        for at in keys.private(text):
            line = text.count("\n", 0, at) + 1
            yield Finding(
                code="PER006",
                severity="error",
                span=Span(path),
                message="the file holds a private key",
                help="take it out of the commit and keep it where nobody else reads; once pushed, make a new one",
                related=(Related(f"it starts on line {line} and is not shown here on purpose"),),
            )
