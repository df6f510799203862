"""`mentoring new post`: start a post of a pair's thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

import click

from generator.cli import asking, desk
from generator.cli.new.session import PAIR

if TYPE_CHECKING:
    from generator.forms.post import Wanted


class _Text(click.File):
    """A file with a text; where it is not there, the message says what to do."""

    def fail(self, message: str, param: click.Parameter | None = None, ctx: click.Context | None = None) -> NoReturn:
        """Refuse a path."""
        super().fail(
            f"{message}: name the file that holds the text, or leave --text out and write it later", param, ctx
        )


@click.command("post", short_help="A post of a pair's thread.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option("--author", metavar="PERSON", help="Who writes [default: the person with Git's `user.email`].")
@click.option("--date", metavar="DATE", help="The day it speaks of [default: the day it is].")
@desk.titled
@click.option("--kind", metavar="KIND", help="reflection, experiment, win, question, recap or story.")
@click.option("--visibility", metavar="WHO", help="Who may read it: cohort, organisation or public; no default.")
@click.option("--summary", metavar="TEXT", help="What it says, in one sentence.")
@click.option("--partner", metavar="TEXT", help="`not mentioned`, or `approved <date>`.")
@click.option("--step", metavar="ROADMAP/STEP", help="The roadmap step it belongs to.")
@click.option("--replies-to", metavar="POST", help="The post it answers.")
@click.option(
    "--text",
    metavar="FILE",
    type=_Text("r", encoding="utf-8"),
    help="The file with its text; `-` reads what is typed or piped.",
)
@desk.making
@click.pass_context
def command(
    context: click.Context,
    /,
    root: Path,
    as_of: date | str | None,
    text: IO[str] | None,
    *,
    dry_run: bool,
    **given: str | None,
) -> None:
    """Start a post: title, kind, summary, whether your partner is in it, and who may read it.

    A post for the two of you alone is not made here: it must be sealed before it is sent anywhere.

    \b
    Examples:
      mentoring new post
      mentoring new post --title "My first prompt" --kind experiment --visibility cohort \\
        --summary "What happened when I asked for a plan" --partner "not mentioned"
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import post

    at = desk.opened(root, as_of)
    wanted = _wanted(at, asking.Form(given))
    desk.finish(context, at, [post.file(wanted, _body(text) if text else post.start(wanted.kind))], dry_run=dry_run)


def _body(text: IO[str]) -> str:
    try:
        return text.read()
    except UnicodeDecodeError:
        message = "the text is not UTF-8; save it with that encoding"
        raise click.BadParameter(message, param_hint="--text") from None


def _wanted(at: desk.Desk, form: asking.Form) -> Wanted:
    """Settle the fields; who may read it is asked last, when it is clear what the post says."""
    from generator.forms import answers, post
    from generator.kinds.values import Day, Id, TwoIds

    pair = at.pair(form)
    readers = _readers(at, pair)
    members = at.programme.pairs[pair].item.members
    name, title = desk.named(form)
    me = at.me if at.me in members else None
    return post.Wanted(
        pair=pair,
        name=name,
        date=form.only("date", answers.value(Day)) or at.as_of,
        author=form.settle("author", me, "Who writes?", answers.one_of(members), [f"  {each}" for each in members]),
        title=title,
        kind=form.ask("kind", "What is it?", answers.one_of(post.KINDS), lines=[f"  {', '.join(post.KINDS)}"]),
        summary=form.ask("summary", "What does it say, in one sentence?", answers.words(post.LONGEST_SUMMARY)),
        partner=form.ask(
            "partner",
            "Is your partner in it? `not mentioned`, or `approved <date>` once they have read it.",
            post.partner,
            default=post.NOT_MENTIONED,
        ),
        visibility=form.ask(
            "visibility",
            "Who may read it?",
            post.visibility(readers),
            lines=asking.listed((name, f"read by {post.READERS[name]}") for name in readers),
        ),
        step=form.only("step", answers.value(TwoIds)),
        replies_to=form.only("replies_to", answers.value(Id)),
    )


def _readers(at: desk.Desk, pair: str) -> tuple[str, ...]:
    from generator.forms import post

    readers = post.allowed(at.programme, pair)
    if not readers:
        message = (
            "the agreement of this pair keeps everything between the two: a post must be sealed on your own "
            "machine before it is sent anywhere, and none is made here"
        )
        raise click.UsageError(message)
    return readers
