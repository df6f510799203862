"""A change against what was there before: which findings it causes, and which were there already.

The same checker judges both, as of the same day. A finding is the same one while its fingerprint is: a line
inserted above, a file that was moved, another wording change nothing. An error where a warning was is the change's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import load, revisions
from generator.load import Loaded, Raw, Read
from generator.rules import judge
from generator.source.document import Document
from generator.source.finding import Finding, in_order
from generator.source.fingerprint import fingerprints

SETTINGS = "pairs/programme.yml"


@dataclass(frozen=True, slots=True)
class Before:
    """The programme as it was where the change began, and the old path of each file that was moved since."""

    commit: str
    loaded: Loaded
    renamed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a change causes, and what was found before it already."""

    caused: tuple[Finding, ...]
    older: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Tell whether a site can be made: nothing found is an error, be it the change's or not."""
        return all(finding.severity != "error" for finding in (*self.caused, *self.older))


def before(root: Path, revision: str, now: Mapping[str, Read]) -> Before:
    """Read the programme as it was where the change began; what the change did not touch is not read again.

    Raises:
        revisions.UnknownBaseError: Git cannot tell where the change began.
    """
    base = revisions.base(root, revision)
    touched = {path for path in base.files if path in base.changed or path not in now} | {SETTINGS} & set(base.files)
    texts = revisions.contents(root, (base.files[path].id for path in touched if not base.files[path].instead))
    raws = (Raw(path, texts.get(blob.id, b""), blob.instead) for path, blob in base.files.items() if path in touched)
    reads = load.read(raws) | {path: now[path] for path in base.files if path not in touched}
    return Before(base.commit, load.assembled(dict(sorted(reads.items()))), base.renamed)


def judged(now: Loaded, then: Before, as_of: date) -> Judged:
    """Tell the findings that the change causes, wherever they stand, from those that were there before.

    What only time makes true is not told: it is nobody's change.
    """
    found = in_order([*now.findings, *judge(now.programme, as_of, base=then.loaded.programme)])
    known = _known(then, as_of)
    prints = fingerprints(found, now.programme.documents)
    old = [_was_there(finding, known.get(each)) for finding, each in zip(found, prints, strict=True)]
    caused = tuple(finding for finding, there in zip(found, old, strict=True) if not there)
    return Judged(caused, tuple(finding for finding, there in zip(found, old, strict=True) if there))


def _was_there(finding: Finding, severity: str | None) -> bool:
    """Tell whether a finding is an older one; a warning that became an error is not, as only the error stops people."""
    return severity is not None and (finding.severity != "error" or severity == "error")


def _known(then: Before, as_of: date) -> Mapping[str, str]:
    """Give what was found before, its severity by its fingerprint, under the paths that its files have now."""
    found = in_order([*then.loaded.findings, *judge(then.loaded.programme, as_of)])
    to = {old: new for new, old in then.renamed.items()}
    moved = [replace(each, span=replace(each.span, path=to.get(each.span.path, each.span.path))) for each in found]
    documents: dict[str, Document] = {
        to.get(path, path): document for path, document in then.loaded.programme.documents.items()
    }
    ordered = in_order(moved)
    severities = (finding.severity for finding in ordered)
    return dict(zip(fingerprints(ordered, documents), severities, strict=True))
