"""The command line: one module per verb, imported only when the verb is called.

This folder alone prints, ends the process and reads a clock. Exit codes: 0 no error found, 1 at least one,
2 wrong use, 3 our bug. A new verb is a module with a click command named `command`, and its line in `VERBS`.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from generator import __version__
from generator.cli.groups import Unimported

VERBS = {
    "check": "Find what is wrong in the programme's files.",
    "new": "Make a new file.",
    "pair": "Agree, sign, set goals, move on.",
    "session": "Record a session.",
    "pulse": "Store what may be stored of a survey.",
    "build": "Build the site of one audience.",
    "serve": "Show the site while you write.",
    "compile": "Write the pages as a plain docs tree.",
    "nudge": "Write kindly to pairs that wait, and then to coordinators.",
    "review": "Say what a change does.",
    "progress": "Say how a pair stands, or the programme.",
    "doctor": "Say what the set-up lacks.",
    "rules": "List the rules, or explain one.",
    "forge": "Write code owners, templates and issue forms.",
    "hooks": "Install hooks of Git that judge a commit or a push.",
    "schema": "Write JSON Schemas for editors.",
}
"""Each verb, its module's name, with its one line of help: `--help` must not import them."""
SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program; none of our own codes reaches it."""


class Verbs(Unimported):
    """The verbs; a crash of one is told without quoting anything."""

    lines, package = VERBS, __name__

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; one that is interrupted says nothing of the programme, so it does not exit with 1."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nstopped before the end", err=True)
            ctx.exit(SIGNALLED + signal.SIGINT)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run; what no verb expected is a bug of ours: exit 3, with a report that holds nothing private."""
        try:
            with _tidying_up():
                return super().main(*args, **extra)
        except Exception as error:
            if not extra.get("standalone_mode", True):
                raise
            from generator.cli import bug

            click.echo(bug.report(error), err=True)
            sys.exit(bug.EXIT)


@contextmanager
def _tidying_up() -> Iterator[None]:
    """Let a request to end unwind as an interruption does, so that no half-made folder stays behind."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(SIGNALLED + number)

    before = {each: signal.signal(each, end) for each in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, subcommand_metavar="VERB …")
@click.version_option(__version__, "-V", "--version", prog_name="mentoring", message="%(prog)s %(version)s")
def main() -> None:
    """Check a reverse-mentoring programme kept as files, and publish it as a site.

    \b
    Examples:
      mentoring check                    judge all files of the programme
      mentoring check content/threads    report on one folder only
      mentoring rules SES004             explain a code
      mentoring VERB --help              all options of a verb
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
