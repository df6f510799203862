"""`mentoring compile`: write the pages as a plain docs tree."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli import options
from generator.cli.build import prepared_or_exit

if TYPE_CHECKING:
    from generator.kinds.base import Audience


@click.command("compile", short_help="Write the pages as a plain docs tree.")
@options.root_option
@options.audience_option
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), required=True, help="The folder to write.")
@options.as_of_option
@click.pass_context
def command(context: click.Context, root: Path, audience: str, out: Path, as_of: date | str | None) -> None:
    """Write one audience's pages with a `mkdocs.yml`, for MkDocs, Zensical or another Markdown engine.

    \b
    Examples:
      mentoring compile --out tree && mkdocs build -f tree/mkdocs.yml
      mentoring compile --out tree && zensical build -f tree/mkdocs.yml
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    prepared = prepared_or_exit(context, root, cast("Audience", audience), as_of)
    from generator.publish import site, tree

    count = 0

    def write(fresh: Path) -> None:
        nonlocal count
        count = tree.write_tree(prepared, fresh)

    try:
        site.replace_whole(out, f"{audience}, page tree", root, write)
    except site.NotOursError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        message = f"{error.filename or out} could not be written: {error.strerror}"
        raise click.UsageError(message) from None
    click.echo(f"wrote {count} pages for {audience} to {out}")
