"""`mentoring new community`: start a community of practice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import desk
from generator.cli.asking import Form


@click.command("community", short_help="A community of practice.")
@desk.titled
@click.option("--purpose", metavar="TEXT", help="What it is for.")
@click.option("--audience", metavar="TEXT", help="Whom it is for.")
@click.option("--host", metavar="PERSON", help="Who hosts it [default: the person with Git's `user.email`].")
@click.option("--rule", metavar="TEXT", help="What may leave the room.")
@click.option("--joining", metavar="TEXT", help="How to join.")
@click.option("--calls", metavar="TEXT", help="When it meets.")
@click.option("--code-of-conduct", metavar="TEXT", help="How people treat each other.")
@desk.making
@click.pass_context
def command(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Start a community: its purpose, its rule, and how to join.

    \b
    Examples:
      mentoring new community
      mentoring new community --title "First-time mentors" --host p-024 --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import answers, content

    at, form, words = desk.opened(root, as_of), Form(given), answers.words()
    name, title = desk.named(form)
    data = {
        "purpose": form.ask("purpose", "What is it for?", words),
        "audience": form.ask("audience", "Whom is it for?", words),
        "host": form.settle("host", at.me, "Who hosts it (a person's id)?", answers.one_of(at.programme.people)),
        "rule": form.ask("rule", "What may leave the room?", words),
        "joining": form.ask("joining", "How does one join?", words),
        "calls": form.ask("calls", "When does it meet?", words),
        "code_of_conduct": form.ask("code_of_conduct", "How do people treat each other?", words),
    }
    desk.finish(context, at, [content.community(name, title, data, at.as_of)], dry_run=dry_run)
