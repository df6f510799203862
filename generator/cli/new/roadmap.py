"""`mentoring new roadmap`: start a learning path with its first step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import asking, desk
from generator.cli.asking import Form


@click.command("roadmap", short_help="A learning path, as a draft with its first step.")
@desk.titled
@click.option("--area", metavar="ID", help="The focus area.")
@click.option("--audience", metavar="TEXT", help="Whom it is for.")
@click.option("--owner", metavar="PERSON", help="Who keeps it [default: the person with Git's `user.email`].")
@click.option("--why-now", metavar="TEXT", help="Why it matters now.")
@click.option("--step", metavar="TEXT", help="The title of the first step.")
@click.option("--minutes", metavar="N", help="How many minutes that step takes, such as `60`.")
@click.option("--prompts", metavar="TEXT", help="Three questions to open it or more, `;` between them.")
@click.option("--mentor", metavar="TEXT", help="What the mentor gains.")
@click.option("--mentee", metavar="TEXT", help="What the mentee gains.")
@click.option("--evidence", metavar="TEXT", help="What shows that the step was done.")
@desk.making
@click.pass_context
def command(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Start a roadmap as a draft: its head, and a first step with an outcome for each side.

    \b
    Examples:
      mentoring new roadmap
      mentoring new roadmap --title "Listening on the night shift" --area candour --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import answers, content
    from generator.kinds.values import Whole

    at, form = desk.opened(root, as_of), Form(given)
    people = answers.one_of(at.programme.people)
    areas = asking.listed((name, area.title) for name, area in at.programme.focus_areas.items())
    name, title = desk.named(form)
    head = {
        "focus_area": form.ask("area", "Which focus area?", answers.one_of(at.programme.focus_areas), lines=areas),
        "audience": form.ask("audience", "Whom is it for?", answers.words()),
        "owner": form.settle("owner", at.me, "Who keeps it (a person's id)?", people),
        "why_now": form.ask("why_now", "Why does it matter now?", answers.words()),
    }
    step_title = form.ask("step", "What is the title of the first step?", answers.title)
    step = {
        "minutes": form.ask("minutes", "How many minutes does it take?", answers.value(Whole, like="60"), default="60"),
        "prompts": form.ask("prompts", "Three questions to open it, with `;` between them", answers.phrases(3)),
        "mentor": form.ask("mentor", "What does the mentor gain?", answers.words()),
        "mentee": form.ask("mentee", "What does the mentee gain?", answers.words()),
        "evidence": form.ask("evidence", "What shows that it was done?", answers.words()),
    }
    draft = content.roadmap(name, title, head, step_title, step, at.as_of)
    desk.finish(context, at, [draft], dry_run=dry_run)
