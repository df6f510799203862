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
@options.root_option
@click.pass_context
def command(context: click.Context, /, out: Path | None, root: Path, *, vscode: bool, check: bool) -> None:
    """Write one JSON Schema (2020-12) per kind of file, made from the fields the checker knows.

    The schemas offer the ids of this programme, so that an editor completes people, pairs, steps and templates.
    An id they do not know yet is no fault.

    \b
    Examples:
      mentoring schema
      mentoring schema --out .schemas --check
      mentoring schema --vscode
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    made = _settings() if vscode else _schemas(root)
    out = out or Path(os.path.relpath(root)) / (".vscode" if vscode else ".schemas")  # files name it from the root
    options.refuse_among_files(out, root)
    stale = [name for name, text in made.items() if _differs(out / name, text)]
    if not check:
        for name in stale:
            _write(out / name, made[name])
    again = "mentoring schema --vscode" if vscode else "mentoring schema"
    done = f"is out of date: run `{again}`" if check else "written"
    for name in stale:
        click.echo(f"{out / name} {done}")
    context.exit(1 if check and stale else 0)


def _settings() -> dict[str, str]:
    from generator.forms import vscode

    return vscode.files()


def _schemas(root: Path) -> dict[str, str]:
    from generator import load, worktree
    from generator.forms import schemas

    return schemas.files(load.load(load.read_folder(root, worktree.paths(root))).programme)


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}"
        raise click.UsageError(message) from error
