"""`mentoring progress`: how a pair stands, or the whole programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import desk, options

if TYPE_CHECKING:
    from generator.report.progress.figures import OfPair, OfProgramme

FORMATS = ("text", "json", "csv")


@click.command("progress", short_help="Say how a pair stands, or the programme.")
@click.argument("pair", required=False)
@options.root_option
@options.as_of_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to say it.")
@click.option("--year", is_flag=True, help="Tell as well how the programme stood each week of the year before.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of `--format json`, and nothing else.")
def command(pair: str | None, root: Path, as_of: date | str | None, form: str, *, year: bool, schema: bool) -> None:
    """Say how PAIR stands: its band, a sentence for each reason, every measure with its files.

    Without PAIR the indicators of the whole programme: beside each its bar, the newest cohort, and the one before it
    on the same day of its course. Focus areas and roadmaps are in `json` and `csv`. This is for coordinators: it says
    whether people met and kept what they agreed on, and is no performance data.

    Any day of the past can be asked for. Goals carry no dates, so for a past day they are `n/a`; everything else is
    counted as if it were that day. The year has every week in `json` and `csv`, and its quarters in `text`.

    \b
    Examples:
      mentoring progress
      mentoring progress 2026-spring/pair-12
      mentoring progress pair-12 --as-of 2026-06-30
      mentoring progress --format csv > indicators.csv
      mentoring progress --year --as-of 2026-06-30
      mentoring progress pair-12 --format json
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    if schema:
        from generator.report.progress import as_json

        click.echo(as_json.schema(), nl=False)
        return
    if year and pair is not None:
        message = "--year tells of the whole programme; a pair is told of one day: leave one of the two out"
        raise click.UsageError(message)
    at = desk.opened(root, as_of)
    _tell_of_the_unread(at)
    from generator.report.progress import figures

    if pair is None:
        said = _programme(figures.of_programme(at.programme, at.as_of, year=year), form)
    else:
        said = _pair(_stands(at, pair), form)
    click.echo(said.encode(), nl=False)


def _stands(at: desk.Desk, text: str) -> OfPair:
    from generator.forms.answers import UnfitError
    from generator.progress.pair_at import pair_at
    from generator.report.progress import figures

    try:
        name = at.named_pair(text)
    except UnfitError as error:
        message = f"`{text}` is not {error}"
        raise click.BadParameter(message, param_hint="PAIR") from None
    return figures.of_pair(pair_at(at.programme, name, at.as_of))


def _pair(found: OfPair, form: str) -> str:
    from generator.report.progress import as_csv, as_json, text

    return {"text": text.pair, "json": as_json.pair, "csv": as_csv.pair}[form](found)


def _programme(found: OfProgramme, form: str) -> str:
    from generator.report.progress import as_csv, as_json, text

    return {"text": text.programme, "json": as_json.programme, "csv": as_csv.programme}[form](found)


def _tell_of_the_unread(at: desk.Desk) -> None:
    """Say on standard error what is missing from the figures."""
    count = sum(map(len, at.programme.broken.values()))
    if count:
        files = "1 file cannot be read and is" if count == 1 else f"{count} files cannot be read and are"
        click.echo(f"{files} not counted: `mentoring check` says why", err=True)
