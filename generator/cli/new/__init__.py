"""`mentoring new`: make a file of the programme; one module for each kind, imported only when it is called."""

from __future__ import annotations

import click

from generator.cli.groups import Unimported

KINDS = {
    "person": "Somebody who takes part, or stands in a reporting line.",
    "pair": "One mentor and one mentee, proposed.",
    "session": "The next session of a pair, planned.",
    "post": "A post of a pair's thread.",
    "roadmap": "A learning path, as a draft with its first step.",
    "community": "A community of practice.",
    "agenda": "An agenda template.",
}
"""Each kind of file that can be made, its module's name, with its one line of help."""


class Kinds(Unimported):
    """The kinds of file."""

    noun, lines, package = "kind", KINDS, __name__


@click.group("new", cls=Kinds, short_help="Make a new file.", subcommand_metavar="KIND …")
def command() -> None:
    """Make a new file: what cannot be derived is asked on a terminal, or given as an option.

    The file is judged before it is written; one with an error is not written. Nothing is ever overwritten.

    \b
    Examples:
      mentoring new session
      mentoring new session --pair pair-12 --date "2026-08-12 11:00"
      mentoring new post --dry-run
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
