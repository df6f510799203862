"""`mentoring check --fix`: make the fixes that findings offer, in files that are as they were judged."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import click

from generator import load, mend, whole
from generator.report import summary
from generator.report.cells import MASK, joined, plain
from generator.report.quoting import Sources
from generator.report.text import finding_text
from generator.source.document import Document
from generator.source.finding import Edit, Finding, Grade

PASSES = 20
"""A fix can make room for the next one; more rounds than this would be a circle."""


class Judged(Protocol):
    """What we need to know of a check: what it found, and the documents as it read them."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give the findings."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """Give the documents by path."""

    @property
    def rule_url(self) -> str:
        """Give the page that explains the rules; nothing where there is none."""


Run = TypeVar("Run", bound=Judged)


def require_terminal() -> None:
    """Refuse where nobody can be asked."""
    if not sys.stdin.isatty():
        message = "--unsafe asks about each fix, and there is no terminal to ask on"
        raise click.UsageError(message)


def fixed(root: Path, judge: Callable[[], Run], *, unsafe: bool) -> Run:
    """Fix until nothing is left to fix: the safe ones without a question, then the others one by one.

    Gives what the last check found; what was done is told on standard error.
    """
    run = judge()
    refused: set[tuple[str, Edit]] = set()
    for _ in range(PASSES):
        wanted = _offered(run.findings, "safe")
        if not wanted and unsafe:
            wanted = [each for each in _offered(run.findings, "unsafe") if _name(each) not in refused]
            wanted = _accepted(run, wanted, refused)
        if not _written(root, run, wanted):
            break
        run = judge()
    return run


def preview(run: Judged, *, unsafe: bool) -> str:
    """Show the edits that would be made, of each line no more than its changed part."""
    found = [*_offered(run.findings, "safe"), *(_offered(run.findings, "unsafe") if unsafe else ())]
    sources = Sources(run.documents)
    lines = [line for path, group in _by_path(found).items() for line in _shown(sources, path, group)]
    paths = {each.span.path for each in found}
    said = f"{summary.counted(len(found), 'edit')} in {summary.counted(len(paths), 'file')}; nothing was written"
    return "\n".join([*lines, said]) + "\n"


def _offered(findings: Sequence[Finding], grade: Grade) -> list[Finding]:
    return [finding for finding in findings if finding.fix.grade == grade and finding.edit]


def _edit(finding: Finding) -> Edit:
    """Give the edit of a finding that offers one."""
    assert finding.edit is not None  # noqa: S101 - for the type checker; `_offered` has asked
    return finding.edit


def _name(finding: Finding) -> tuple[str, Edit]:
    return finding.code, _edit(finding)


def _accepted(run: Judged, wanted: Sequence[Finding], refused: set[tuple[str, Edit]]) -> list[Finding]:
    sources, accepted = Sources(run.documents), []
    for finding in wanted:
        click.echo(f"{finding_text(sources, finding, run.rule_url)}\n", err=True)
        if click.confirm(plain(f"{finding.fix.does}?"), err=True):
            accepted.append(finding)
        else:
            refused.add(_name(finding))
    return accepted


def _by_path(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_edit(finding).span.path, []).append(finding)
    return found


def _written(root: Path, run: Judged, findings: Sequence[Finding]) -> bool:
    """Write the files with their fixes; tells whether any was."""
    return sum(_file_written(root, run, path, group) for path, group in _by_path(findings).items()) > 0


def _file_written(root: Path, run: Judged, path: str, findings: Sequence[Finding]) -> bool:
    data = _as_judged(root, run, path, findings)
    text, made = mend.mended(data.decode(), map(_edit, findings)) if data is not None else ("", ())
    try:
        replaced = data is not None and _replaced(root / path, data, text.encode())
    except OSError as error:
        click.echo(f"{plain(path)} could not be written: {error.strerror}", err=True)
        return False
    if not replaced:
        click.echo(f"left {plain(path)} alone: it was changed meanwhile", err=True)
        return False
    for finding in findings:
        if _edit(finding) in made:
            click.echo(f"fixed {plain(f'{finding.span} {finding.code}: {finding.fix.does}')}", err=True)
    return True


def _as_judged(root: Path, run: Judged, path: str, findings: Sequence[Finding]) -> bytes | None:
    """Read a file again; nothing if it is not what the findings are about."""
    raw = next(iter(load.read_folder(root, [path])), None)
    if raw is None or raw.instead:
        return None
    document = run.documents.get(path)
    if document is not None:
        return raw.data if raw.data == document.text.encode() else None
    again = load.load([raw]).findings  # a file that could not be read has left no text to compare
    return raw.data if all(finding in again for finding in findings) else None


def _replaced(path: Path, old: bytes, new: bytes) -> bool:
    """Put a new content in the place of the old at once, unless somebody else was quicker."""
    try:
        with whole.beside(path, new, lasting=True) as fresh:
            if path.read_bytes() != old:
                return False
            fresh.replace(path)
    except FileNotFoundError:
        return False
    return True


def _shown(sources: Sources, path: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"--- {plain(path)}"
    yield f"+++ {plain(path)}"
    for finding in findings:
        span, text = _edit(finding)
        yield plain(f"@@ {span.line}:{span.column}-{span.end_column} {finding.code} {finding.fix.grade} @@")
        if (span.line, span.column) != (span.end_line, span.end_column):
            yield f"-{_old(sources, finding)}"
        yield from (f"+{plain(line)}" for line in text.splitlines() if line)


def _old(sources: Sources, finding: Finding) -> str:
    """Give what is to be replaced, as far as it may be shown."""
    span = _edit(finding).span
    if not sources.has(span) or span.line != span.end_line:
        return MASK
    cells = sources.line(span.path, span.line)
    return joined(cell for cell in cells if span.column <= cell.column and cell.end <= span.end_column) or MASK
