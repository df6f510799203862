"""`mentoring nudge`: this week's letters to pairs that wait, and to the coordinators a week later."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import whole
from generator.cli import options

if TYPE_CHECKING:
    from generator.nudge import Letter
    from generator.programme import Programme


@click.command("nudge", short_help="Write kindly to pairs that wait, and then to coordinators.")
@options.root_option
@options.as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "eml", "comment")),
    default="text",
    show_default=True,
    help="Texts, files for a mail program, or bodies of comments.",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one file a letter into a folder.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(root: Path, as_of: date | str | None, form: str, out: Path | None, *, dry_run: bool) -> None:
    """Write this week's letters: nothing is sent.

    Letters are dated on Tuesdays and judge the files as of that day; on every other day the letters of the last
    Tuesday are written again, the same as long as the files are. A pair gets one a week at most, to both partners
    and the same to each. What they do not mend within a week is told to the coordinators, in one letter for all
    pairs; after another week the two are asked again. A check-in that is recorded lets a pair rest for a fortnight.

    With --out each letter is a file, named by its day and its pair. One that is there already stays as it is, so
    a folder that is kept never holds two letters to a pair of one week. Exit codes: 0, or 2 for wrong use.

    \b
    Examples:
      mentoring nudge
      mentoring nudge --as-of 2026-07-21
      mentoring nudge --format eml --out letters --dry-run
      mentoring nudge --format eml --out letters
      mentoring nudge --as-of today --format comment --out report/letters
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    if form == "eml" and out is None:
        message = "a mail program reads one file a letter; name a folder with --out"
        raise click.UsageError(message)
    programme, written, on = _letters(root, as_of)
    if out is None:
        _show(programme, written, on, form)
    else:
        options.refuse_among_files(out, root)
        _keep(programme, written, form, out, dry_run=dry_run)


def _letters(root: Path, given: date | str | None) -> tuple[Programme, tuple[Letter, ...], date]:
    from generator import nudge, worktree
    from generator.load import load, read_folder
    from generator.progress.whole import standings
    from generator.rules import judge

    loaded = load(read_folder(root, worktree.paths(root)))
    programme = loaded.programme
    today = options.as_of(given, programme)
    on = nudge.day(today)
    by_time = (each for each in judge(programme, on, nightly=True) if each.severity == "nightly")
    # what files alone say is judged by today: a file of this week would lie in the future of its Tuesday
    findings = (*loaded.findings, *judge(programme, today), *by_time)
    if loaded.findings:
        click.echo("some files cannot be read (see `mentoring check`); rooms with one of them get no letter", err=True)
    return programme, nudge.letters(programme, findings, standings(programme, on), on), on


def _show(programme: Programme, written: tuple[Letter, ...], on: date, form: str) -> None:
    from generator.nudge import forms

    if not written:
        click.echo(f"no letter is due in the week of Tuesday {on}")
    for number, letter in enumerate(written):
        click.echo("\n---\n" if number else "", nl=bool(number))
        click.echo(forms.render(form, letter, programme).decode(), nl=False)


def _keep(programme: Programme, written: tuple[Letter, ...], form: str, out: Path, *, dry_run: bool) -> None:
    """Write the letters that are not there yet."""
    from generator.nudge import forms

    new = [each for each in written if not os.path.lexists(_path(out, each, form))]
    for letter in new:
        if dry_run:
            click.echo(f"would write {_path(out, letter, form)}")
            continue
        try:
            out.mkdir(parents=True, exist_ok=True)
            whole.write(_path(out, letter, form), forms.render(form, letter, programme))
        except OSError as error:
            message = f"{error.filename or out} could not be written: {error.strerror}"
            raise click.UsageError(message) from None
    for line in _sums(written, new, form, out, dry_run=dry_run):
        click.echo(line)


def _path(out: Path, letter: Letter, form: str) -> Path:
    from generator.nudge.forms import SUFFIX

    return out / f"{letter.name}.{SUFFIX[form]}"


def _sums(written: tuple[Letter, ...], new: list[Letter], form: str, out: Path, *, dry_run: bool) -> Iterator[str]:
    """Say how many letters were written, without a name: this may stand in a log."""
    from generator.nudge.forms import without_address

    there = len(written) - len(new)
    kept = f", {there} there already" if there else ""
    yield f"{'would write' if dry_run else 'wrote'} {len(new)} letter{'' if len(new) == 1 else 's'} to {out}{kept}"
    by_hand = sum(bool(without_address(each)) for each in new) if form == "eml" else 0
    if by_hand:
        yield f"{by_hand} of them without readers, since not all have an address in `accounts.emails`"
