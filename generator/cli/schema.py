"""`mentoring schema`: write JSON Schemas, so that editors complete and check fields."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli import options


@click.command("schema", short_help="Write JSON Schemas for editors.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to [default: the programme's .schemas, or .vscode with --vscode].",
)
@click.option("--vscode", is_flag=True, help="Write the settings, the task and the snippets for VS Code instead.")
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is missing or out of date.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@options.root_option
@click.pass_context
def command(
    context: click.Context, /, out: Path | None, root: Path, *, vscode: bool, check: bool, dry_run: bool
) -> None:
    """Write one JSON Schema (2020-12) per kind of file, made from the fields the checker knows.

    The schemas offer the ids of this programme, so that an editor completes people, pairs, steps and templates.
    An id they do not know yet is no fault.

    Settings for VS Code are joined with those that are there: what somebody set stays as it is. A file that holds
    comments is left, and what to add to it is printed; so is a schema that somebody else wrote.

    \b
    Exit codes: 0 all is written, 1 a file is out of date (--check) or somebody's own, 2 wrong use.

    \b
    Examples:
      mentoring schema
      mentoring schema --out .schemas --check
      mentoring schema --vscode
      mentoring schema --vscode --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    made = _settings() if vscode else _schemas(root)
    out = out or Path(os.path.relpath(root)) / (".vscode" if vscode else ".schemas")  # files name it from the root
    options.refuse_among_files(out, root)
    there = {name: _text(out / name) for name in made}
    wanted = {name: _joined(name, there[name], text, vscode=vscode) for name, text in made.items()}
    again = "mentoring schema --vscode" if vscode else "mentoring schema"
    stale = foreign = False
    for name, text in wanted.items():
        if text is None:
            foreign = True
            click.echo(_stays(out / name, made[name], vscode=vscode), err=True)
        elif text != there[name]:
            stale = True
            _settle(out / name, there[name], text, again if check else None, dry_run=dry_run)
    context.exit(1 if foreign or (check and stale) else 0)


def _settings() -> dict[str, str]:
    from generator.forms import vscode

    return vscode.files()


def _schemas(root: Path) -> dict[str, str]:
    from generator import load, worktree
    from generator.forms import schemas

    return schemas.files(load.load(load.read_folder(root, worktree.paths(root))).programme)


def _text(path: Path) -> str | None:
    """Read a file as it is; what is no text is somebody's own all the same."""
    try:
        return path.read_bytes().decode(errors="surrogateescape")
    except OSError:
        return None


def _joined(name: str, there: str | None, text: str, *, vscode: bool) -> str | None:
    """Give what the file should hold; `None` where it is somebody's own and stays."""
    from generator.forms import joined, schemas

    if there is None:
        return text
    if not vscode:
        return text if schemas.is_ours(there, text) else None
    try:
        return joined.joined(name, there, text)
    except joined.LossError:
        return None


def _stays(path: Path, text: str, *, vscode: bool) -> str:
    if vscode:
        return (
            f"{path} is somebody's own, and would lose something if it were written again: it stays; "
            f"add what it lacks of this:\n{text.rstrip()}"
        )
    return f"{path} is somebody's own and stays: move it away, or name another folder with --out"


def _settle(path: Path, there: str | None, text: str, again: str | None, *, dry_run: bool) -> None:
    if again:
        click.echo(f"{path} is out of date: run `{again}`")
    elif dry_run:
        click.echo(f"would {'write' if there is None else 'change'} {path}")
        if there is not None:
            click.echo(_changes(there, text), nl=False)
    else:
        _write(path, text)
        click.echo(f"{path} written")


def _changes(there: str, text: str) -> str:
    """Show what a file would lose and gain, line by line."""
    from difflib import unified_diff

    lines = unified_diff(there.encode(errors="replace").decode().splitlines(), text.splitlines(), lineterm="", n=1)
    return "".join(f"  {line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


def _write(path: Path, text: str) -> None:
    from generator import whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path.resolve(), text.encode())  # a link of somebody's stays one
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}"
        raise click.UsageError(message) from error
