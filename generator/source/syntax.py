"""What is wrong with a file before its fields can be read (FIL001, FIL006)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.source import characters, frontmatter, yaml12
from generator.source.characters import Hidden
from generator.source.document import Document
from generator.source.finding import Finding, Fix, Related
from generator.source.span import Span

_BOM = "\ufeff"
_LONGEST_KEY = 40
_CONFLICT = re.compile(r"^<<<<<<<(?=[ \r\n]|\Z)", re.MULTILINE)
_SAYS = {
    "anchor": ("an anchor (`&name`) is not allowed", "write the value out where it is needed"),
    "alias": ("an alias (`*name`) is not allowed", "write the value out, or put it into quotes if it is text"),
    "merge": ("a merge key (`<<`) is not allowed", "write the keys out"),
    "tag": ("a tag (`!name`) is not allowed", "leave the tag out, or put the value into quotes if it is text"),
    "key": ("a key is not a plain text", "write keys as plain words: `key: value`"),
    "depth": (
        f"values are nested more than {yaml12.MAX_DEPTH} deep",
        "flatten the structure to the fields of this kind",
    ),
    "documents": (
        "the file holds a second document",
        "remove the line `---` and what follows, or make it a file of its own",
    ),
    "not-mapping": ("there are no fields: expected `key: value` lines", "write the fields as `key: value`, one a line"),
}


def not_utf8(path: str, data: bytes, offset: int) -> Finding:
    """Say where the bytes stop being UTF-8."""
    before = data[:offset].decode(errors="replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Finding(
        "FIL001", "error", Span(path, line, column, line, column + 1), "the file is not UTF-8",
        "save it with the encoding UTF-8", "",
    )  # fmt: skip


def hidden_character(document: Document, found: Hidden) -> Finding:
    """Name the hidden character by its code; never print it."""
    name = f"U+{ord(found.character):04X}"
    if found.character == _BOM and found.offset == 0:
        hides = document.path.endswith(".md")  # readers of YAML skip the mark, and those of front matter do not
        message = f"the file starts with a byte-order mark{', which hides the front matter' if hides else ''}"
        remedy = "save it as UTF-8 without BOM"
    else:
        message, remedy = f"hidden or control character {name}", f"delete the character {name} here"
    fix = Fix("safe", "delete it", "") if found.character == _BOM else Fix()
    return Finding("FIL001", "error", document.at(found.offset), message, remedy, "", (), fix)


def escaped_characters(document: Document, data: Any) -> Iterator[Finding]:
    """Find hidden characters that values hold though the file does not: written as escapes between double quotes."""
    if "\\" not in document.yaml:
        return
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            found_in = ((name, characters.hidden(name)) for name in value)
            yield from (_escaped(document.key(*key, name), found) for name, found in found_in if found)
        if isinstance(value, dict | list):
            below = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += [((*key, part), each) for part, each in below]
        elif isinstance(value, str) and (found := characters.hidden(value)):
            yield _escaped(document.value(*key), found)


def _escaped(span: Span, found: Hidden) -> Finding:
    name = f"U+{ord(found.character):04X}"
    message = f"hidden or control character {name}, written as an escape"
    return Finding("FIL001", "error", span, message, f"leave out the escape that stands for {name}", "")


def conflict(document: Document) -> Finding | None:
    """Find the first mark of a conflict that nobody settled, in fields or in a body."""
    text = document.text
    found = _CONFLICT.search(text) if "<" in text and "<<<<<<<" in text else None  # one letter is found the quickest
    if found is None:
        return None
    return Finding(
        "FIL006", "error", document.at(found.start(), len(found.group())), "a conflict of a merge is left in the file",
        "decide between the two versions and remove the marker lines", "",
    )  # fmt: skip


def open_front_matter(document: Document) -> Finding:
    """Say that front matter has no end, or is not there at all."""
    if not document.split.opened:
        return Finding(
            "FIL006", "error", document.top(), "there is no front matter",
            "start the file with a line `---`, the fields, and another line `---`", "",
        )  # fmt: skip
    line = frontmatter.last_field_line(document.text)
    written = document.text.split("\n")[line - 1]
    after = len(written.removesuffix("\r")) + 1
    fence = "\r\n---" if written.endswith("\r") else "\n---"
    label = Related("no closing `---` follows; the fields would be lost", document.top())
    return Finding(
        "FIL006", "error", document.top(), "the front matter is opened and never closed",
        f"add a line `---` after line {line}, the last line that looks like a field", "", (label,),
        Fix("unsafe", f"insert `---` after line {line}", fence, Span(document.path, line, after, line, after)),
    )  # fmt: skip


def yaml_fault(document: Document, fault: yaml12.Fault) -> Finding:
    """Word a fault of the YAML; it may name a key, never a value."""
    span = document.mark(fault.mark)
    if fault.kind == "duplicate":
        key = fault.detail[:_LONGEST_KEY]
        first = (Related("the first", document.mark(fault.before)),) if fault.before else ()
        label = Related("the second; most YAML readers keep only this one, silently", span)
        return Finding(
            "FIL006", "error", span, f"key `{key}` stands twice",
            "keep one of the two, with all that belongs to it", key, (label, *first),
        )  # fmt: skip
    if fault.kind == "syntax":
        return _not_yaml(document, span, fault.detail)
    message, remedy = _SAYS[fault.kind]
    return Finding("FIL006", "error", span, message, remedy, "")


def _not_yaml(document: Document, span: Span, problem: str) -> Finding:
    line = document.lines[span.line - 1] if span.line <= len(document.lines) else ""
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return Finding(
            "FIL006", "error", span, "a conflict of a merge is left in the file",
            "decide between the two versions and remove the marker lines", "",
        )  # fmt: skip
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Finding("FIL006", "error", span, "the line is indented with a tab", "indent with spaces", "")
    if "mapping values" in problem:
        remedy = "put the text after the first colon into quotes, or check the indentation"
    else:
        remedy = "check quotes, brackets and indentation here and in the line above"
    return Finding("FIL006", "error", span, "this is not readable YAML", remedy, "")
