"""Groups of verbs: listed with their lines, and the nearest one is offered for a slip of the pen."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import ClassVar

import click


class Listed(click.Group):
    """Verbs, or what else can be named after a verb."""

    noun: ClassVar[str] = "verb"

    def line(self, name: str) -> str:
        """Give the one line of help of a member."""
        return self.commands[name].short_help or ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the member that was written; offer the nearest one for a slip of the pen."""
        known = self.list_commands(ctx)
        if args[0] not in known:
            from generator.source.names import nearest

            for near in nearest(args[0], known, 1):
                ctx.fail(f"there is no {self.noun} `{args[0]}`; did you mean `{near}`?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the members with their lines."""
        with formatter.section(f"{self.noun.capitalize()}s"):
            formatter.write_dl([(name, self.line(name)) for name in self.list_commands(ctx)])


class Unimported(Listed):
    """Members that are modules of a package, each imported only when it is called: their lines stand here."""

    lines: ClassVar[Mapping[str, str]]
    package: ClassVar[str]

    def line(self, name: str) -> str:
        """Give the one line of help of a member."""
        return self.lines[name]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the members."""
        del ctx
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one member."""
        del ctx
        if cmd_name not in self.lines:
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{cmd_name}").command
        return command
