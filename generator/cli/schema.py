"""`mentoring schema`: write JSON Schemas, so that editors complete and check fields."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema", short_help="Write JSON Schemas for editors.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".schemas"),
    show_default=True,
    help="The folder to write to.",
)
@click.option("--check", is_flag=True, help="Write nothing; fail if a schema is missing or out of date.")
@click.pass_context
def command(context: click.Context, out: Path, *, check: bool) -> None:
    """Write one JSON Schema (2020-12) per kind of file, made from the fields the checker knows.

    \b
    Examples:
      mentoring schema
      mentoring schema --out .schemas --check
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import schemas

    stale = [name for name, text in schemas.files().items() if _differs(out / name, text)]
    if not check:
        for name in stale:
            _write(out / name, schemas.files()[name])
    done = "is out of date: run `mentoring schema`" if check else "written"
    for name in stale:
        click.echo(f"{out / name} {done}")
    context.exit(1 if check and stale else 0)


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}"
        raise click.UsageError(message) from error
