"""`mentoring session`: what is done with a session that was planned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import asking, desk
from generator.cli.groups import Listed
from generator.cli.new.session import PAIR

if TYPE_CHECKING:
    from generator.forms.record import Record
    from generator.kinds.session import Action, Session
    from generator.programme import Entry


@click.group("session", cls=Listed, short_help="Record a session.", subcommand_metavar="VERB …")
def command() -> None:
    """Record a session that took place.

    \b
    Examples:
      mentoring session record
      mentoring session record --pair pair-12 --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow


@command.command("record", short_help="Turn a planned session into a held one.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option("--session", metavar="NN", help="Its number, such as `04` [default: the first planned one that is due].")
@click.option("--actual", metavar="DURATION", help="How long it really took, such as `55 min`.")
@click.option("--mentor", metavar="TEXT", help="The mentor's takeaway, or `withheld`.")
@click.option("--mentee", metavar="TEXT", help="The mentee's takeaway, or `withheld`.")
@click.option("--done", metavar="IDS", help="Which open actions are done, also of earlier sessions; or `none`.")
@click.option("--dropped", metavar="IDS", help="Which open actions are dropped; or `none`.")
@click.option(
    "--actions", metavar="TEXT", help="New actions, `;` between them: `mentee: write the note by 2026-08-01`."
)
@click.option("--next", metavar="DATE|closing", help="The day of the next session; `closing` where this was the last.")
@desk.making
@click.pass_context
def record(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Record a session: at most eight questions, and never what was said.

    Comments and layout of the file stay as they are. Actions of earlier sessions that are done or dropped are
    settled in their own files.

    \b
    Examples:
      mentoring session record
      mentoring session record --pair pair-12 --actual "55 min" --mentor "I was heard" --mentee withheld \\
        --done a10,a11 --dropped none --actions "mentee: write the note by 2026-08-30" --next 2026-09-10
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import record as forms
    from generator.source.edit import NotEditableError

    at = desk.opened(root, as_of)
    form = asking.Form(given)
    entry = _session(at, form, at.pair(form))
    kept, settled = _record(at, form, entry)
    try:
        drafts = forms.drafts(at.programme, entry, kept, settled, at.as_of)
    except NotEditableError:
        message = f"{entry.path} is written in a way that cannot be changed safely; record it by hand"
        raise click.UsageError(message) from None
    desk.finish(context, at, drafts, dry_run=dry_run)


def _session(at: desk.Desk, form: asking.Form, pair: str) -> Entry[Session]:
    from generator.forms import answers
    from generator.forms import record as forms

    planned = {entry.parts["nn"]: entry for entry in forms.waiting(at.programme, pair, at.as_of)}
    if not planned:
        message = f"{pair} has no planned session: plan one with `mentoring new session`"
        raise click.UsageError(message)
    chosen = form.only("session", answers.one_of(planned))
    entry = planned[chosen or next(iter(planned))]
    if entry.item.day > at.as_of:
        message = (
            f"session {entry.parts['nn']} of {entry.pair} is on {entry.item.day}, after {at.as_of}, the day to judge "
            "by: record it once it took place; if it did already, correct its `date`, or give --as-of"
        )
        raise click.UsageError(message)
    return entry


def _record(at: desk.Desk, form: asking.Form, entry: Entry[Session]) -> tuple[Record, Mapping[str, str]]:
    from generator.forms import answers
    from generator.forms import record as forms
    from generator.kinds.values import Length
    from generator.source.durations import as_text

    click.echo(f"Session {entry.parts['nn']} of {entry.pair}, {entry.item.date:%Y-%m-%d %H:%M}", err=True)
    takeaway = answers.words(forms.LONGEST)
    actual = form.ask("actual", "How long did it take?", answers.value(Length), default=as_text(entry.item.length))
    mentor = form.ask("mentor", "The mentor takes along (one sentence, or `withheld`)", takeaway)
    mentee = form.ask("mentee", "The mentee takes along (one sentence, or `withheld`)", takeaway)
    settled = _settled(at, form, entry)
    promises = form.ask(
        "actions",
        "New actions, such as `mentee: write the note by 2026-08-01`, with `;` between them",
        forms.promises,
        default=forms.NONE,
    )
    following = form.ask("next", "The day of the next session, or `closing` where this was the last", forms.following)
    return forms.Record(actual, mentor, mentee, promises, following), settled


def _settled(at: desk.Desk, form: asking.Form, entry: Entry[Session]) -> Mapping[str, str]:
    """Ask what became of the open actions, if there are any: first the done ones, then, of the rest, the dropped."""
    from generator.forms import answers, session

    found: dict[str, str] = {}
    waiting = {action.id: action for _, _, action in session.carried(at.programme, entry.pair)}
    asked: Mapping[str, str] = {"done": "Which of these are done?", "dropped": "Which of the others are dropped?"}
    for state, words in asked.items():
        rest = [name for name in waiting if name not in found]
        if rest or form.given.get(state):
            lines = asking.listed((name, _said(waiting[name])) for name in rest)
            found |= dict.fromkeys(
                form.ask(state, words, answers.several(answers.one_of(rest)), default="none", lines=lines), state
            )
    return found


def _said(action: Action) -> str:
    """Remind the two of what they promised; it is shown to nobody but who sits here."""
    due = f", by {action.due.isoformat()}" if action.due else ""
    return f"{action.owner or 'nobody yet'}: {action.action or 'no words yet'}{due}"
