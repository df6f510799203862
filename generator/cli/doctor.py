"""`mentoring doctor`: say what the set-up lacks, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options

_SIGNS = {"fine": "ok    ", "hint": "hint  ", "broken": "broken"}


@click.command("doctor", short_help="Say what the set-up lacks.")
@options.root_option
@click.pass_context
def command(context: click.Context, root: Path) -> None:
    """Look at this machine, this clone and the programme's settings, and say what to mend.

    It changes nothing. Exit codes: 0 nothing is broken (hints do not count), 1 something is.

    \b
    Examples:
      mentoring doctor
      mentoring doctor --root ../second-sight
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator import doctor

    found = list(doctor.advice(root))
    for each in found:
        click.echo(f"{_SIGNS[each.sign]}  {each.says}")
        if each.remedy:
            click.echo(f"        → {each.remedy}")
    context.exit(1 if any(each.sign == "broken" for each in found) else 0)
