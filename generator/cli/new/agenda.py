"""`mentoring new agenda`: start an agenda template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import asking, desk
from generator.cli.asking import Form


@click.command("agenda", short_help="An agenda template.")
@desk.titled
@click.option("--stage", metavar="STAGE", help="before, first, working, midpoint, repair or closing.")
@click.option("--length", metavar="DURATION", help="The length of the session, such as `45 min`.")
@click.option("--use-when", metavar="TEXT", help="When to choose it.")
@click.option("--like", metavar="ID", help="The template its parts are taken from [default: `standard`].")
@desk.making
@click.pass_context
def command(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Start a template with the parts of another one, stretched or shrunk to its length.

    \b
    Examples:
      mentoring new agenda
      mentoring new agenda --title "Half an hour" --stage working --length "30 min" --use-when "Little time"
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import answers, content
    from generator.kinds.values import Length

    at, form = desk.opened(root, as_of), Form(given)
    stages = asking.listed(content.STAGE_SAYS.items())
    draft = content.agenda(
        at.programme,
        desk.named(form),
        form.ask("stage", "Which stage?", answers.one_of(content.STAGE_SAYS), lines=stages),
        form.ask("length", "How long is the session?", answers.value(Length), default="60 min"),
        form.ask("use_when", "When is it chosen?", answers.words()),
        form.only("like", answers.one_of(at.programme.agendas)),
    )
    desk.finish(context, at, [draft], dry_run=dry_run)
