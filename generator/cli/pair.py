"""`mentoring pair`: from the first yes to a good end, step by step, in the pair's own file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import lifecycle
from generator.cli import asking, desk
from generator.cli.groups import Listed
from generator.cli.new.session import PAIR

if TYPE_CHECKING:
    from generator.forms.draft import Draft
    from generator.forms.terms import Step
    from generator.kinds.pair import Pair
    from generator.programme import Entry

SIDES = ("mentor", "mentee")
REASON = "Of a pause: leave, illness, workload, travel or other. Of an end: role change, left, time, fit or other."
DAY = "The day it holds from [default: the day it is]."
BEFORE_THE_END = ("proposed", *sorted(lifecycle.OPEN))
GOES_ON = tuple(state for state, after in lifecycle.NEXT.items() if state and after)


@click.group("pair", cls=Listed, short_help="Agree, sign, set goals, move on.", subcommand_metavar="VERB …")
def command() -> None:
    """Lead a pair through its lifecycle: proposed, accepted, agreed and signed, active, ended.

    Each verb changes the pair's file and nothing else in it; a change with an error is not written.

    \b
    Examples:
      mentoring new pair
      mentoring pair move --pair pair-12 --to accepted
      mentoring pair agree --pair pair-12
      mentoring pair sign --pair pair-12
      mentoring new session --pair pair-12
      mentoring pair move --pair pair-12 --to active
      mentoring pair goal --pair pair-12 --side mentee
    """  # noqa: D301 - `\b` tells click to keep the lines that follow


@command.command("move", short_help="Enter the next state: accepted, active, paused …")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option(
    "--to",
    metavar="STATE",
    help="The state to enter: accepted, declined, expired, active, paused, completed, ended_early or re_matched.",
)
@click.option("--on", metavar="DATE", help=DAY)
@click.option("--reason", metavar="CATEGORY", help=REASON)
@click.option("--until", metavar="DATE", help="The last day of a pause.")
@click.option("--successor", metavar="COHORT/PAIR", help="The pair that follows a re-matched one.")
@desk.making
@click.pass_context
def move(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Enter the next state of a pair's lifecycle.

    No end ever says who wanted it: it is written as the coordinator's.

    \b
    Examples:
      mentoring pair move --to active
      mentoring pair move --pair pair-12 --to paused --reason leave --until 2026-08-20 --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import terms

    at, form = desk.opened(root, as_of), asking.Form(given)
    entry = _pair(at, form, GOES_ON)
    step = _step(at, form, entry)
    _finish(context, at, entry, lambda: terms.moved(entry, step), dry_run=dry_run)


@command.command("agree", short_help="Write down what both agreed on, to be signed.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option("--every", metavar="DURATION", help="The rhythm, such as `30 days`.")
@click.option("--sessions", metavar="NUMBER", help="How many sessions are planned.")
@click.option("--length", metavar="DURATION", help="How long a session is [default: the programme's].")
@click.option("--mode", metavar="MODE", help="`video`, `in person` or `mixed`.")
@click.option("--agenda-owner", metavar="SIDE", help="Who sets the agenda [default: mentor].")
@click.option("--booked-by", metavar="SIDE", help="Who books [default: mentee].")
@click.option("--confidentiality", metavar="CHOICE", help="What may leave the room: `pair`, `themes` or `open`.")
@click.option("--publish", metavar="CHOICE", help="What the site may show: `nothing`, `names` or `progress`.")
@click.option("--feedback", metavar="TEXT", help="How the two tell each other hard things.")
@click.option("--review-on", metavar="DATE", help="The day of the review at half-time.")
@click.option("--ends", metavar="DATE", help="The last day.")
@desk.making
@click.pass_context
def agree(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Write the agreement of a pair: eight questions, and guarded defaults for all else.

    It holds when both have signed it. One that is there already is changed in its file, with a new `version`.

    \b
    Examples:
      mentoring pair agree
      mentoring pair agree --pair pair-12 --every "14 days" --publish names
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import terms

    at, form = desk.opened(root, as_of), asking.Form(given)
    entry = _pair(at, form, BEFORE_THE_END)
    if entry.item.agreement is not None:
        message = f"{entry.path} holds an agreement: change it there, raise its `version`, and let both sign again"
        raise click.UsageError(message)
    choices = _choices(at, form, entry)
    _finish(context, at, entry, lambda: terms.agreed(at.programme, entry, choices), dry_run=dry_run)


@command.command("sign", short_help="Sign the agreement, each for oneself.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option("--side", metavar="SIDE", help="`mentor` or `mentee` [default: told by the address of your commits].")
@click.option("--on", metavar="DATE", help=DAY)
@desk.making
@click.pass_context
def sign(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Sign the agreement of a pair, each side for itself; then commit it as yourself.

    \b
    Examples:
      mentoring pair sign
      mentoring pair sign --pair pair-12 --side mentor
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import terms

    at, form = desk.opened(root, as_of), asking.Form(given)
    entry = _pair(at, form, BEFORE_THE_END)
    agreement = entry.item.agreement
    if agreement is None:
        message = f"{entry.path} holds no agreement yet: write it with `mentoring pair agree`"
        raise click.UsageError(message)
    side, on = _side(at, form, entry.item), _on(at, form)
    if agreement.signed is not None and getattr(agreement.signed, side):
        message = f"the {side} has signed already, on {getattr(agreement.signed, side)}"
        raise click.UsageError(message)
    _finish(context, at, entry, lambda: terms.signed(entry, side, on), dry_run=dry_run)


@command.command("goal", short_help="Add a goal of one side.")
@click.option("--pair", metavar="PAIR", help=PAIR)
@click.option("--side", metavar="SIDE", help="Whose goal: `mentor` or `mentee`.")
@click.option("--goal", metavar="TEXT", help="What shall be different.")
@click.option("--sign", metavar="TEXT", help="How both will know.")
@desk.making
@click.pass_context
def goal(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Add a goal of one side, with the sign by which both will know.

    \b
    Examples:
      mentoring pair goal
      mentoring pair goal --side mentee --goal "I read a chart without help" --sign "I find its fault in three of four"
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import answers, terms

    at, form = desk.opened(root, as_of), asking.Form(given)
    entry = _pair(at, form, BEFORE_THE_END)
    side = form.ask("side", "Whose goal, mentor or mentee?", answers.one_of(SIDES))
    wanted = form.ask("goal", "What shall be different?", answers.words())
    known = form.ask("sign", "How will both know?", answers.words())
    _finish(context, at, entry, lambda: terms.aimed(entry, side, wanted, known), dry_run=dry_run)


def _pair(at: desk.Desk, form: asking.Form, states: Collection[str]) -> Entry[Pair]:
    return at.programme.pairs[at.pair(form, states)]


def _finish(
    context: click.Context, at: desk.Desk, entry: Entry[Pair], draft: Callable[[], Draft], *, dry_run: bool
) -> None:
    from generator.source.edit import NotEditableError

    try:
        drafts = [draft()]
    except NotEditableError:
        message = f"{entry.path} is written in a way that cannot be changed safely; change it by hand"
        raise click.UsageError(message) from None
    desk.finish(context, at, drafts, dry_run=dry_run)


def _on(at: desk.Desk, form: asking.Form) -> date:
    from generator.forms import answers
    from generator.kinds.values import Day

    return form.only("on", answers.value(Day)) or at.as_of


def _step(at: desk.Desk, form: asking.Form, entry: Entry[Pair]) -> Step:
    from generator.forms import answers, terms
    from generator.kinds.values import Day
    from generator.rules import endings, pauses

    state = lifecycle.state(entry.item, at.as_of)
    after = lifecycle.NEXT[state]
    if not after:
        message = f"{entry.pair} is {state or 'not yet begun'}: nothing follows"
        raise click.UsageError(message)
    to = form.ask("to", f"{entry.pair} is {state}. What does it become ({', '.join(after)})?", answers.one_of(after))
    reasons = pauses.REASONS if to == "paused" else endings.REASONS if to in endings.OVER else ()
    asked = f"For which reason ({', '.join(reasons)})?"
    pairs = answers.one_of(at.programme.pairs)
    return terms.Step(
        state=to,
        on=_on(at, form),
        reason=form.ask("reason", asked, answers.one_of(reasons)) if reasons else None,
        until=form.ask("until", "Until which day?", answers.value(Day)) if to == "paused" else None,
        successor=form.ask("successor", "Which pair follows?", pairs) if to == "re_matched" else None,
    )


def _side(at: desk.Desk, form: asking.Form, pair: Pair) -> str:
    """Settle who signs: whoever sits here, if they are one of the two; never the other one in their place."""
    from generator.forms import answers

    mine = dict(zip(pair.members, SIDES, strict=True)).get(at.me or "")
    side = form.settle("side", mine, "Who signs, mentor or mentee?", answers.one_of(SIDES))
    if mine not in (None, side):
        message = f"your commits are the {mine}'s, and the {side} signs alone"
        raise click.UsageError(message)
    if mine is None:
        click.echo(f"A day typed by somebody else is no signature: let the {side} commit this.", err=True)
    return side


def _choices(at: desk.Desk, form: asking.Form, entry: Entry[Pair]) -> dict[str, Any]:
    """Ask what the two agreed on, in the order of the handbook's clauses; Enter is the guarded choice."""
    from typing import get_args

    from generator.forms import answers, pair
    from generator.kinds.pair import Confidentiality, Mode, Publish
    from generator.kinds.values import Day, Length, Turn, Whole

    usual = pair.terms(at.programme, entry.parts["cohort"])
    length, turn, day = answers.value(Length), answers.one_of(get_args(Turn)), answers.value(Day)

    def ask(name: str, words: str, reads: Callable[[str], Any]) -> Any:
        return form.ask(name, words, reads, default=str(usual[name]))

    def choose(name: str, words: str, allowed: Any) -> Any:
        return ask(name, f"{words} ({', '.join(get_args(allowed))})?", answers.one_of(get_args(allowed)))

    said = {
        "every": ask("every", "How often do you meet?", length),
        "sessions": ask("sessions", "How many sessions?", answers.value(Whole, like="6")),
        "mode": choose("mode", "How do you meet", Mode),
        "confidentiality": choose("confidentiality", "What may leave the room", Confidentiality),
        "publish": choose("publish", "What may the site show", Publish),
        "feedback": form.ask("feedback", "How do you tell each other hard things?", answers.words()),
        "ends": (ends := ask("ends", "Which is the last day?", day)),
        "review_on": form.ask(
            "review_on", "When do you look back?", day, default=str(at.as_of + (ends - at.as_of) / 2)
        ),
        "length": form.only("length", length),
        "agenda_owner": form.only("agenda_owner", turn),
        "booked_by": form.only("booked_by", turn),
    }
    return {name: _written(value) for name, value in said.items() if value is not None}


def _written(value: Any) -> Any:
    from generator.source.durations import as_text

    return as_text(value) if isinstance(value, timedelta) else value
