"""`mentoring new pair`: propose one mentor and one mentee."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import asking, desk
from generator.cli.asking import Form

if TYPE_CHECKING:
    from generator.forms.pair import Wanted
    from generator.kinds.person import Person


@click.command("pair", short_help="One mentor and one mentee, proposed.")
@click.option("--id", metavar="ID", help="The name of its folder [default: the next free number, such as `pair-26`].")
@click.option("--mentor", metavar="PERSON", help="The junior person's id.")
@click.option("--mentee", metavar="PERSON", help="The senior leader's id.")
@click.option("--cohort", metavar="ID", help="The cohort [default: the newest one both signed up for].")
@click.option("--focus", metavar="AREAS", help="Focus areas [default: what one offers and the other wants].")
@click.option("--roadmaps", metavar="IDS", help="Roadmaps to follow [default: the one of the first area; or `none`].")
@click.option("--reason", metavar="TEXT", help="Why this pair.")
@click.option(
    "--shared", metavar="TEXT", help="Interests or dislikes of both, `;` between them [default: from their files]."
)
@click.option("--consulted", metavar="yes|no", help="Whether both were asked before.")
@desk.making
@click.pass_context
def command(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Propose a pair; an agreement to start from stands in the file as comments.

    \b
    Examples:
      mentoring new pair
      mentoring new pair --mentor p-031 --mentee p-010 --reason "She runs what he decides on" --consulted yes
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import pair

    at = desk.opened(root, as_of)
    desk.finish(context, at, [pair.file(at.programme, _wanted(at, Form(given)))], dry_run=dry_run)


def _wanted(at: desk.Desk, form: Form) -> Wanted:
    from generator.forms import answers, pair
    from generator.kinds.values import Id

    people = at.programme.people
    mentor = form.ask("mentor", "Who is the mentor (junior)?", answers.one_of(people))
    mentee = form.ask("mentee", "Who is the mentee (senior)?", answers.one_of(people))
    both = people[mentor].item, people[mentee].item
    areas = answers.several(answers.one_of(at.programme.focus_areas))
    told = asking.listed((name, area.title) for name, area in at.programme.focus_areas.items())
    focus = form.settle("focus", ",".join(pair.focus(*both)) or None, "Which focus areas?", areas, told)
    followed = form.only("roadmaps", answers.several(answers.one_of(("none", *at.programme.roadmaps))))
    shared = ";".join(pair.shared(*both)) or None
    return pair.Wanted(
        name=form.only("id", answers.value(Id)) or pair.free_name(at.programme),
        cohort=form.settle("cohort", _cohort(at, *both), "Which cohort?", answers.one_of(at.programme.cohorts)),
        mentor=mentor,
        mentee=mentee,
        focus=focus,
        roadmaps=pair.roadmaps(at.programme, focus) if followed is None else followed,
        shared=form.settle("shared", shared, "What do both like or dislike, beyond the job?", answers.phrases()),
        reason=form.ask("reason", "Why this pair?", answers.words(least=20)),
        consulted=form.ask("consulted", "Were both asked before (yes or no)?", answers.one_of(("yes", "no"))) == "yes",
        on=at.as_of,
    )


def _cohort(at: desk.Desk, mentor: Person, mentee: Person) -> str | None:
    both = [name for name in at.programme.cohorts if name in mentor.cohorts and name in mentee.cohorts]
    return both[-1] if both else None
