"""What people do to the files of a programme: write, spoil, answer, name, move, copy, delete, commit, take back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from repositories import commit, git

_FIELD = re.compile(rb"^([ -]*\w+:).*$", re.MULTILINE)
IN_ROOMS = 3
"""So many times as often as any other file, one of a room is edited."""


def edit(root: Path, rng: Random) -> None:
    """Do one thing at random; the files of rooms are what is edited most."""
    files = sorted(path for folder in ("pairs", "content") for path in (root / folder).rglob("*.*") if path.is_file())
    rooms = [path for path in files if path.parent.name == "sessions" or "threads" in path.parts]
    path = rng.choice(rng.choice([files, *[rooms or files] * IN_ROOMS]))
    deeds: list[Callable[[Path, list[Path], Random], None]] = [_line, _field, _field, _drop, _name, _lead, _move, _copy]
    match rng.randrange(12):
        case 0:
            commit(root)
        case 1:
            git(root, "checkout", "--quiet", "--", "pairs", "content")
        case 2:
            path.unlink()
        case _:
            rng.choice(deeds)(path, files, rng)


def _line(path: Path, _: list[Path], rng: Random) -> None:
    path.write_bytes(path.read_bytes() + rng.choice([b"\n", b"More of it.\n", b"# nothing\n"]))


def _field(path: Path, files: list[Path], rng: Random) -> None:
    """Write into a field what another file says there."""
    text = path.read_bytes()
    fields = list(_FIELD.finditer(text))
    others = [other for other in files if other.suffix == path.suffix and other.parts[-3:-2] == path.parts[-3:-2]]
    said = [each for other in rng.sample(others, min(len(others), 9)) for each in _FIELD.finditer(other.read_bytes())]
    for field in rng.sample(fields, len(fields)):
        if values := [each[0] for each in said if each[1] == field[1] and each[0] != field[0]]:
            path.write_bytes(text[: field.start()] + rng.choice(values) + text[field.end() :])
            return


def _drop(path: Path, _: list[Path], rng: Random) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    if lines:
        del lines[rng.randrange(len(lines))]
        path.write_bytes(b"".join(lines))


def _name(path: Path, files: list[Path], rng: Random) -> None:
    """Name somebody, by name or by id."""
    person = rng.choice([each for each in files if each.parent.name == "people"] or files)
    named = re.search(rb"^name: (.*)$", person.read_bytes(), re.MULTILINE)
    who = named[1] if named and rng.randrange(2) else person.stem.encode()
    text, word = path.read_bytes(), rng.choice([b" a ", b" the ", b" to ", b"\n\n"])
    at = text.rfind(word)
    path.write_bytes(text[:at] + b" " + who + text[at:] if at > 0 else text + who + b"\n")


def _lead(path: Path, files: list[Path], rng: Random) -> None:
    """Link to a text, or answer a post."""
    text = path.read_bytes()
    other = rng.choice([each for each in files if each.suffix == ".md"])
    if path.suffix == ".md" and rng.randrange(2) and b"\nauthor:" in text:
        path.write_bytes(text.replace(b"\nauthor:", f"\nreplies_to: {other.stem}\nauthor:".encode(), 1))
    else:
        path.write_bytes(text + f"\n[this]({os.path.relpath(other, path.parent)}#first)\n".encode())


def _move(path: Path, files: list[Path], rng: Random) -> None:
    _put(path, files, rng)
    path.unlink()


def _copy(path: Path, files: list[Path], rng: Random) -> None:
    _put(path, files, rng)


def _put(path: Path, files: list[Path], rng: Random) -> None:
    """Put a file where another one lies, under its own name or another."""
    folder = rng.choice([path.parent, rng.choice([each for each in files if each.suffix == path.suffix]).parent])
    name = rng.choice([path.name, f"{rng.randrange(9):02}{path.suffix}", path.name.replace("-", "-x", 3)])
    text = path.read_bytes()
    while (folder / name).exists():
        name = f"x{name}"
    (folder / name).write_bytes(text)
