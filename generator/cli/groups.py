"""Groups of verbs below a verb: listed as verbs, and the nearest one is offered for a slip of the pen."""

from __future__ import annotations

import click


class Subverbs(click.Group):
    """The verbs below a verb."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that was written; offer the nearest one for a slip of the pen."""
        if args[0] not in self.commands:
            from generator.source.names import nearest

            for near in nearest(args[0], self.commands, 1):
                ctx.fail(f"there is no verb `{args[0]}`; did you mean `{near}`?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs with their lines."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, self.commands[name].short_help or "") for name in self.list_commands(ctx)])
