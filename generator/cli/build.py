"""`mentoring build`: build the site of one audience."""

from __future__ import annotations

import gc
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli import options

if TYPE_CHECKING:
    from generator.kinds.base import Audience
    from generator.publish.prepare import Prepared, Refused


@click.command("build", short_help="Build the site of one audience.")
@options.root_option
@options.audience_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default="site",
    show_default=True,
    help="The folder to write.",
)
@options.as_of_option
@click.option("--search/--no-search", default=True, show_default=True, help="Whether `/search/` has an index.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_context
def command(
    context: click.Context,
    root: Path,
    audience: str,
    out: Path,
    as_of: date | str | None,
    *,
    search: bool,
    dry_run: bool,
) -> None:
    """Build the static site of one audience into a folder.

    A programme with errors is refused: they are listed, nothing is written, and the site that is there
    stays whole. The folder is replaced in one step, and only if it is empty or holds this audience's site.

    \b
    Examples:
      mentoring build
      mentoring build --audience cohort --out /srv/second-sight-cohort
      mentoring build --as-of today --dry-run
      mentoring build --no-search     a third to a half less work; /search/ offers lists only
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    gc.disable()  # many small objects live until the end; looking for cycles among them is dear
    gc.freeze()
    prepared = prepared_or_exit(context, root, cast("Audience", audience), as_of)
    from generator.publish import site
    from generator.publish.pagefind import SearchError

    try:
        if dry_run:
            site.refuse_foreign(out, audience, root)
            click.echo(f"would write {sum(1 for _ in prepared.pages())} pages for {audience} to {out}")
            return
        site.replace_whole(out, audience, root, lambda fresh: _write(prepared, fresh, search=search))
    except site.NotOursError as error:
        raise click.UsageError(str(error)) from None
    except SearchError as error:
        message = f"{error}; nothing was written. A site without an index: --no-search"
        raise click.UsageError(message) from None
    except OSError as error:
        message = f"{error.filename or out} could not be written: {error.strerror}"
        raise click.UsageError(message) from None
    click.echo(f"wrote the site for {audience} to {out}")


def _write(prepared: Prepared, fresh: Path, *, search: bool) -> None:
    """Pour the pages; where the theme does not allow it, let it render each one."""
    from generator.publish import plugin

    with options.bar("writing pages") as tick:
        try:
            plugin.run(prepared, fresh, searched=search, tick=tick)
        except plugin.PouringError as error:
            click.echo(f"warning: {error}; rendering every page instead", err=True)
            plugin.run(prepared, fresh, poured=False, searched=search)


def prepared_or_exit(context: click.Context, root: Path, audience: Audience, as_of: date | str | None) -> Prepared:
    """Prepare a site; for a programme with errors print them as `check` does and exit with 1."""
    from generator.publish.prepare import Refused, prepare

    result = prepare(root, audience, options.day_or_none(as_of))
    if isinstance(result, Refused):
        _show(result)
        context.exit(1)
    return result


def _show(refused: Refused) -> None:
    from generator.report import text

    errors = tuple(finding for finding in refused.findings if finding.severity == "error")
    programme, files = refused.loaded.programme, refused.loaded.files
    shown = text.render(errors, programme.documents, refused.as_of, files, options.rule_url(programme))
    click.echo(shown, nl=False, err=True)
    click.echo("nothing was written: a site is only made of a programme without errors", err=True)
