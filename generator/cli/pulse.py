"""`mentoring pulse`: what may be stored of a survey that was answered outside of Git."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator.cli import desk
from generator.cli.groups import Listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.forms.pulse import Wanted
    from generator.forms.survey import Tally
    from generator.programme import Programme

T = TypeVar("T")


@click.group("pulse", cls=Listed, short_help="Store what may be stored of a survey.", subcommand_metavar="VERB …")
def command() -> None:
    """Turn the answers of a survey into aggregates of groups that are large enough.

    \b
    Examples:
      mentoring pulse import ~/Downloads/answers.csv --dry-run
      mentoring pulse import ~/Downloads/answers.csv
    """  # noqa: D301 - `\b` tells click to keep the lines that follow


@command.command("import", short_help="Make a pulse from a form tool's export.")
@click.argument("answers", metavar="ANSWERS.csv")
@click.option("--cohort", metavar="COHORT", help="Whose answers these are [default: the cohort under way that day].")
@click.option("--date", "day", metavar="DATE", help="The day of the survey [default: the day to judge by].")
@click.option("--wave", metavar="WAVE", help="day 30, mid-point, end or six months after [default: by the day].")
@click.option("--columns", metavar="NAME=COLUMN,…", help="Where the side and the items stand: `side=2,speak=C`.")
@click.option("--invited", metavar="N,N", help="How many mentors and mentees were asked [default: all of the cohort].")
@desk.making
@click.pass_context
def import_(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Make `pairs/<cohort>/pulse/<date>.yml` from the CSV export of any form tool.

    One form asks both sides: which side somebody is on, and the questions of the pulse as the handbook words them, each
    answered from 1 to 5 or with yes or no. Columns are found by these words, or by --columns. Names, addresses, times
    and comments are not read.

    Only means of five answers or more are stored, rounded to a half (of yes and no: to a quarter); a smaller side is
    left out, and where it could be had by subtraction the other one too. No answer is stored or printed. Keep the
    export outside of the repository, and delete it when you are done.

    \b
    Examples:
      mentoring pulse import ~/Downloads/answers.csv --dry-run
      mentoring pulse import ~/Downloads/answers.csv --cohort 2026-spring --date 2026-05-21 --wave "day 30"
      mentoring pulse import answers.csv --columns side=2,speak=3,time=4 --invited 12,11
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import pulse
    from generator.forms.answers import UnfitError

    at = desk.opened(root, as_of)
    wanted = _wanted(at, given)
    try:
        tally = _tally(at.programme, _outside(Path(given["answers"] or ""), root), given["columns"])
        made = pulse.stored(at.programme, wanted, tally)
    except UnfitError as error:
        message = f"expected {error}"
        raise click.UsageError(message) from None
    for line in pulse.told(made, tally):
        click.echo(line, err=True)
    desk.finish(context, at, [made.draft], dry_run=dry_run)


def _outside(path: Path, root: Path) -> bytes:
    """Read the export, unless it lies where somebody could commit it."""
    if path.resolve().is_relative_to(root.resolve()):
        message = (
            f"`{path}` lies inside the programme's folder, where answers could be committed: move them out of it first"
        )
        raise click.UsageError(message)
    try:
        return path.read_bytes()
    except OSError as error:
        message = (
            f"`{path}` could not be read: {error.strerror}; name the file that the form tool wrote, such as "
            "`~/Downloads/answers.csv`"
        )
        raise click.UsageError(message) from None


def _tally(programme: Programme, data: bytes, columns: str | None) -> Tally:
    from generator.forms import export, pulse, survey

    sides = pulse.words(programme)
    rows = export.rows(data)
    places, first = survey.columns(rows, survey.named(columns) if columns else {}, sides)
    return survey.tally(rows[first:], places, sides)


def _wanted(at: desk.Desk, given: Mapping[str, str | None]) -> Wanted:
    """Settle which pulse is made, from what was said and what the programme tells."""
    from generator.forms import answers, pulse
    from generator.kinds.values import Day

    day = _read("--date", given["day"], answers.value(Day)) or at.as_of
    cohort = given["cohort"] or _under_way(at.programme, day)
    if cohort not in at.programme.cohorts:
        message = f"--cohort: there is no such cohort; there are {', '.join(at.programme.cohorts) or 'none'}"
        raise click.UsageError(message)
    term = at.programme.cohorts[cohort]
    wave = _read("--wave", given["wave"], answers.one_of(pulse.WAVES)) or pulse.usual_wave(term.starts, term.ends, day)
    invited = _invited(given["invited"]) or pulse.invited(at.programme, cohort, day)
    return pulse.Wanted(cohort, day, wave, invited)


def _read(option: str, text: str | None, reads: Callable[[str], T]) -> T | None:
    """Read what an option says; `None` where it is not given."""
    from generator.forms.answers import UnfitError

    try:
        return reads(text) if text else None
    except UnfitError as error:
        message = f"{option}: expected {error}"
        raise click.UsageError(message) from None


def _under_way(programme: Programme, day: date) -> str:
    found = [name for name, cohort in programme.cohorts.items() if cohort.starts <= day <= cohort.ends]
    if len(found) != 1:
        message = f"Which cohort? Give --cohort: {', '.join(programme.cohorts)}."
        raise click.UsageError(message)
    return found[0]


def _invited(text: str | None) -> dict[str, int] | None:
    if text is None:
        return None
    parts = text.replace(" ", "").split(",")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004 - two sides
        message = "--invited: expected the number of mentors and of mentees, such as `12,11`"
        raise click.UsageError(message)
    return {"mentor": int(parts[0]), "mentee": int(parts[1])}
