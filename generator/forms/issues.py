"""Issue forms: a post, a session or a call for help from somebody who will not write a file.

A coordinator makes the file of it. Everybody with access to the repository reads an issue, so nothing that is
for two people alone has a place here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.forms.described import Field, described
from generator.kinds import kinds
from generator.kinds.post import SEALED

OPEN_TO_ALL = "Everybody with access to the repository can read this issue, now and later."
TEXT = frozenset({"text", "agenda", "prepare", "takeaways", "actions", "changed"})
"""What takes more than a line."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, its title, what it is for, the fields it asks for, in order."""

    name: str
    title: str
    says: str
    fields: tuple[Field, ...]


def forms() -> Iterator[Form]:
    """Give the forms; what they ask for comes from the models."""
    pair = Field("pair", "the pair, as cohort/pair", (), "2026-spring/pair-03", must=True)
    text = Field("text", "the post itself, two to six paragraphs", (), "", must=True)
    yield Form(
        "post",
        "Write a post",
        "A coordinator makes a post of it. What is for the two of you alone does not belong here: seal it instead.",
        (pair, *_fields("post", "title date author kind visibility summary partner step", without=SEALED), text),
    )
    yield Form(
        "plan-session",
        "Plan a session",
        "A coordinator makes a planned session of it; both of you get its agenda.",
        (pair, *_fields("session", "date length template purpose step agenda prepare")),
    )
    yield Form(
        "record-session",
        "Record a session",
        "Facts, not what was said: a takeaway is a sentence of its owner's choice, or `withheld`.",
        (pair, *_fields("session", "date status actual takeaways actions next reason", without="planned")),
    )
    yield Form(
        "help",
        "Get help",
        "For anything that does not work. What is personal goes to the support contact, not here.",
        (Field("text", "what you wanted to do, and what happened instead", (), "", must=True),),
    )


def form(given: Form) -> str:
    """Write a form for a forge that shows fields."""
    lines = [f"name: {_quoted(given.title)}", f"description: {_quoted(given.says)}", "body:"]
    lines += ["  - type: markdown", "    attributes:", f"      value: {_quoted(f'{given.says} {OPEN_TO_ALL}')}"]
    for field in given.fields:
        lines += _input(field)
    return "\n".join(lines) + "\n"


def template(given: Form) -> str:
    """Write the same for a forge that shows a text to fill in."""
    lines = [f"## {given.title}", "", f"{given.says} {OPEN_TO_ALL}", ""]
    lines += [line for field in given.fields for line in (f"### {_label(field)}", "", f"<!-- {_help(field)} -->", "")]
    return "\n".join(lines)


def _fields(kind: str, names: str, without: str = "") -> tuple[Field, ...]:
    """Pick the fields of a kind by name, without a value that has no place in an issue."""
    found = {field.name: field for field in described(kinds()[kind])}
    return tuple(
        field._replace(values=tuple(value for value in field.values if value != without))
        for field in map(found.__getitem__, names.split())
    )


def _input(field: Field) -> Iterator[str]:
    shape = "dropdown" if field.values else "textarea" if field.name in TEXT else "input"
    yield f"  - type: {shape}"
    yield f"    id: {field.name}"
    yield "    attributes:"
    yield f"      label: {_quoted(_label(field))}"
    yield f"      description: {_quoted(field.says)}"
    if field.values:
        yield "      options:"
        yield from (f"        - {_quoted(value)}" for value in field.values)
    elif field.example:
        yield f"      placeholder: {_quoted(field.example)}"
    if field.must:
        yield from ("    validations:", "      required: true")


def _label(field: Field) -> str:
    return field.name[0].upper() + field.name[1:].replace("_", " ")


def _help(field: Field) -> str:
    values = f"; one of: {', '.join(field.values)}" if field.values else ""
    example = f"; such as: {field.example}" if field.example else ""
    return f"{field.says}{values}{example}"


def _quoted(text: str) -> str:
    """Write a text so that YAML reads it as this text and as nothing else."""
    return json.dumps(text, ensure_ascii=False)
