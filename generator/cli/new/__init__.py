"""`mentoring new`: make a file of the programme; one module for each kind, imported only when it is called."""

from __future__ import annotations

import importlib

import click

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


class Kinds(click.Group):
    """The kinds: listed without being imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the kinds."""
        del ctx
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one kind."""
        del ctx
        if cmd_name not in KINDS:
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the kind that was written; offer the nearest one for a slip of the pen."""
        from generator.source.names import nearest

        near = nearest(args[0], KINDS, 1)
        if args[0] not in KINDS and near:
            ctx.fail(f"there is no kind `{args[0]}`; did you mean `{near[0]}`?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the kinds with their lines."""
        del ctx
        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))


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
