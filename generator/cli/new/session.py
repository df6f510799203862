"""`mentoring new session`: plan the next session of a pair."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import asking, desk

if TYPE_CHECKING:
    from generator.forms.session import Plan

PAIR = "Which pair [default: the folder you stand in, your own, or the only one]."


@click.command("session", short_help="The next session of a pair, planned.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option(
    "--date", metavar="'DATE TIME'", help="When it starts, in the programme's zone, such as `2026-08-12 11:00`."
)
@click.option(
    "--template", metavar="ID", help="The agenda template [default: by the pair's stage, else its usual one]."
)
@click.option("--step", metavar="ROADMAP/STEP", help="The roadmap step [default: the next one; `none` for none].")
@click.option("--purpose", metavar="TEXT", help="What it is for [default: the title of the step or template].")
@click.option("--length", metavar="DURATION", help="How long, such as `45 min` [default: the template's length].")
@click.option("--prepare-mentor", metavar="TEXT", multiple=True, help="What the mentor prepares; may be repeated.")
@click.option("--prepare-mentee", metavar="TEXT", multiple=True, help="What the mentee prepares; may be repeated.")
@desk.making
@click.pass_context
def command(
    context: click.Context,
    /,
    root: Path,
    as_of: date | str | None,
    prepare_mentor: tuple[str, ...],
    prepare_mentee: tuple[str, ...],
    *,
    dry_run: bool,
    **given: str | None,
) -> None:
    """Plan the next session of a pair: only the pair and the date may have to be asked.

    Number, template, agenda, step and preparation come from the pair and the date; what is still open from
    earlier sessions is listed in the file as comments.

    \b
    Examples:
      mentoring new session
      mentoring new session --pair pair-12 --date "2026-08-12 11:00"
      mentoring new session --pair pair-12 --date "2026-08-12 11:00" --template hands-on-lab --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import session

    at = desk.opened(root, as_of)
    wanted = _plan(at, asking.Form(given), prepare_mentor, prepare_mentee)
    if wanted is None:
        message = "there is no agenda template to start from: make one with `mentoring new agenda`"
        raise click.UsageError(message)
    desk.finish(context, at, [session.planned_file(at.programme, wanted)], dry_run=dry_run)


def _plan(at: desk.Desk, form: asking.Form, mentor: tuple[str, ...], mentee: tuple[str, ...]) -> Plan | None:
    from generator.forms import answers, session
    from generator.kinds.values import Length, Moment

    pair = at.pair(form)
    proposed = session.proposed(at.programme, pair)
    steps = (f"{name}/{each.id}" for name, entry in at.programme.roadmaps.items() for each in entry.item.steps)
    return session.plan(
        at.programme,
        pair,
        form.ask(
            "date",
            "When does it start, such as 2026-09-21 15:00?",
            answers.value(Moment),
            default=proposed.strftime("%Y-%m-%d %H:%M") if proposed else None,
        ),
        at.as_of,
        session.Wishes(
            template=form.only("template", answers.one_of(at.programme.agendas)),
            step=form.only("step", answers.one_of((session.NO_STEP, *steps))),
            purpose=form.only("purpose", answers.words()),
            length=form.only("length", answers.value(Length)),
            mentor=mentor,
            mentee=mentee,
        ),
    )
