"""`mentoring review`: say what a change does, what it shows to whom, and what it causes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options

if TYPE_CHECKING:
    from generator.review.data import Review


@click.command("review", short_help="Say what a change does.")
@options.root_option
@click.option("--since", metavar="REV", help="Where the change began: a branch, tag or commit.")
@click.option(
    "--from",
    "source",
    type=options.ToRead(
        "write one first with `mentoring review --since REV --format json > FILE`", dir_okay=False, path_type=Path
    ),
    help="Render a review that was written as JSON, instead of making one.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("markdown", "json")),
    default="markdown",
    show_default=True,
    help="Markdown for people, or the same as data.",
)
@options.as_of_option
def command(root: Path, since: str | None, source: Path | None, form: str, as_of: date | str | None) -> None:
    """Say in the programme's own words what a change does, as the comment on a proposed change.

    The comment names deeds (a session recorded, a post and its readers), the pages each audience gains and
    loses, and the findings that the change causes. It quotes nobody's text. `--format json` gives the same as
    data, for a job that may not write comments; `--from` renders such data where the change is not trusted.

    \b
    Examples:
      mentoring review --since origin/main
      mentoring review --since origin/main --format json > review.json
      mentoring review --from review.json
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    if (since is None) == (source is None):
        message = "give either --since REV or --from FILE"
        raise click.UsageError(message)
    made = _read(source) if source is not None else _made(root, str(since), as_of)
    if form == "json":
        click.echo(made.model_dump_json())
        return
    from generator.review.comment import comment

    click.echo(comment(made), nl=False)


def _read(source: Path) -> Review:
    from pydantic import ValidationError

    from generator.review.data import LARGEST, Review

    with source.open("rb") as file:
        given = file.read(LARGEST + 1)
    if len(given) <= LARGEST:
        try:
            return Review.model_validate_json(given)
        except ValidationError:
            pass
    message = f"`{source}` is no review: expected what `mentoring review --format json` writes"
    raise click.BadParameter(message, param_hint="--from")


def _made(root: Path, since: str, given: date | str | None) -> Review:
    from generator import load, revisions, worktree
    from generator.review import change, make

    reads = load.read(load.read_folder(root, worktree.paths(root)))
    now = load.assembled(reads)
    as_of = options.as_of(given, now.programme)
    try:
        then = change.before(root, since, reads)
    except revisions.UnknownBaseError as error:
        raise click.UsageError(str(error)) from None
    return make.review(root, now, then, change.judged(now, then, as_of), as_of)
