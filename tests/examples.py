"""Examples that say what they expect: parts of a programme with the findings written beside the lines.

One form serves the examples in the docstrings of rules and the files under `cases/` (see its README).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import programmes

from generator.rules import rules
from generator.source.finding import Finding

_CODES = r"\[(?P<codes>[A-Z]{3}\d{3}(?:, [A-Z]{3}\d{3})*)\]"
_SEVERITY = "(?P<severity>error|warning|nightly)"
_ON_LINE = re.compile(rf"[ \t]*(?:# {_SEVERITY}: {_CODES}|<!-- {_SEVERITY.replace('severity', 'other')}: "
                      rf"{_CODES.replace('codes', 'others')} -->)[ \t]*$")  # fmt: skip
_ON_FILE = re.compile(rf"(?:# |<!-- ){_SEVERITY}-file: {_CODES}(?: -->)?[ \t]*")
_OPEN = re.compile(r"(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^`]*)")
_INFO = re.compile(r"(?:(?:yaml|markdown|text) )?(?P<delete>delete )?(?P<path>[^\s/]+/\S+)"
                   r"(?P<whole> whole)?(?: without (?P<without>.+))?")  # fmt: skip
_HEADER = re.compile(r"(?:# |<!-- )(?P<what>case|overlay|delete): (?P<path>\S+)(?: without (?P<without>.+?))?(?: -->)?")

LOADING = "FIL"
Place = tuple[str, int, str, str]
"""Path, line (0 is any), code and severity of a finding."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an example: a snippet laid over the healthy file, a whole file, or a removed one."""

    path: str
    marked: str = ""
    whole: bool = False
    delete: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What is expected on a line of a snippet; line 0 is anywhere in its file."""

    line: int
    code: str
    severity: str


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a documentation: its blocks as parts of one programme."""

    heading: str
    parts: tuple[Part, ...]


class UnreadableExampleError(Exception):
    """An example does not say clearly which files it means."""


def sections(documentation: str) -> list[Section]:
    """Read the headings of a rule's documentation and the fenced blocks under each."""
    found: list[tuple[str, list[Part]]] = []
    lines = iter(documentation.split("\n"))
    for line in lines:
        opened = _OPEN.fullmatch(line)
        if opened and found:
            found[-1][1].append(_block(opened["info"].strip(), list(_until(lines, opened["fence"]))))
        elif line.startswith("## "):
            found.append((line, []))
    return [Section(heading, tuple(parts)) for heading, parts in found]


def _until(lines: Iterator[str], fence: str) -> Iterator[str]:
    closing = re.compile(rf"{re.escape(fence)}{re.escape(fence[0])}*[ \t]*")
    for line in lines:
        if closing.fullmatch(line):
            return
        yield line
    message = f"the block {fence} is never closed"
    raise UnreadableExampleError(message)


def _block(info: str, lines: Sequence[str]) -> Part:
    found = _INFO.fullmatch(info)
    if not found:
        message = f"expected `yaml PATH` or `markdown PATH` after the fence, not `{info}`"
        raise UnreadableExampleError(message)
    return Part(
        found["path"], "".join(f"{line}\n" for line in lines),
        whole=bool(found["whole"]), delete=bool(found["delete"]), without=_words(found["without"]),
    )  # fmt: skip


def case(text: str) -> list[Part]:
    """Read a file of `cases/`: each header starts a file: whole, laid over the healthy one, or deleted."""
    lines = text.removesuffix("\n").split("\n")
    starts = [at for at, line in enumerate(lines) if _HEADER.fullmatch(line)]
    if not starts or starts[0]:
        message = "the first line is no header: expected `# case: PATH` or `# overlay: PATH`"
        raise UnreadableExampleError(message)
    parts = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _HEADER.fullmatch(lines[start])
        content = "".join(f"{line}\n" for line in lines[start + 1 : end])
        if found and (content or found["what"] != "case"):  # an empty `case` only names what an overlay then changes
            whole, delete = found["what"] == "case", found["what"] == "delete"
            parts.append(Part(found["path"], content, whole=whole, delete=delete, without=_words(found["without"])))
    return parts


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(re.split(r"[,\s]+", text.strip())) if text else ()


def unmarked(text: str) -> tuple[str, list[Mark]]:
    """Take the expectations out of a snippet: what is left is what gets loaded."""
    lines = text.removesuffix("\n").split("\n") if text else []
    marks = []
    while lines and (found := _ON_FILE.fullmatch(lines[0])):
        marks += [Mark(0, code, found["severity"]) for code in found["codes"].split(", ")]
        del lines[0]
    for at, line in enumerate(lines):
        rest = line
        while found := _ON_LINE.search(rest):
            severity, codes = found["severity"] or found["other"], found["codes"] or found["others"]
            marks += [Mark(at + 1, code, severity) for code in codes.split(", ")]
            rest = rest[: found.start()]
        lines[at] = rest
    return "".join(f"{line}\n" for line in lines), marks


def findings(code: str, parts: Iterable[Part]) -> tuple[list[Finding], list[Place]]:
    """Judge the healthy programme with the parts laid over it; give what was found and what was expected.

    Where the rule in question looks at time or at a change, so does the judgement: the healthy programme is
    what was there before.
    """
    rule = rules()[code]
    changes: dict[str, str | None] = {}
    expected: list[Place] = []
    for part in parts:
        if part.path in changes:
            message = f"{part.path} is given twice"
            raise UnreadableExampleError(message)
        changes[part.path], marks = _changed(part)
        expected += marks
    head, before = programmes.loaded(programmes.over_healthy(changes)), programmes.loaded(programmes.healthy())
    found = programmes.judged(head, nightly=bool(rule.over_time), before=before if rule.of_change else None)
    return list(found), expected


def changes(parts: Iterable[Part]) -> dict[str, str | None]:
    """Give what parts make of the healthy files; `None` for one that is gone."""
    return {part.path: _changed(part)[0] for part in parts}


def _changed(part: Part) -> tuple[str | None, list[Place]]:
    snippet, marks = unmarked(part.marked)
    if part.delete:
        return None, []
    before = programmes.healthy().get(part.path)
    if part.without and before is None:
        message = f"{part.path} is not in the healthy programme: nothing can be left out of it"
        raise UnreadableExampleError(message)
    text = None if part.whole or before is None else before.decode()
    after = programmes.merged(text, snippet, without=part.without)
    return after.text, [(part.path, after.lines[m.line - 1] if m.line else 0, m.code, m.severity) for m in marks]


def differences(found: Iterable[Finding], expected: Iterable[Place]) -> list[str]:
    """Say in one line each what was found without being expected, and what was expected in vain."""
    wanted = Counter(expected)
    surplus = []
    for finding in sorted(found, key=lambda each: (each.span.path, each.span.line)):
        exact = (finding.span.path, finding.span.line, finding.code, finding.severity)
        anywhere = (finding.span.path, 0, finding.code, finding.severity)
        taken = next((place for place in (exact, anywhere) if wanted[place]), None)
        if taken:
            wanted[taken] -= 1
        else:
            surplus.append(f"not expected: {finding.span} {finding.severity} {finding.code}: {finding.message}")
    vain = [
        f"missing: {path}:{line or 'any line'} {severity} {code}" for path, line, code, severity in wanted.elements()
    ]
    return surplus + vain
