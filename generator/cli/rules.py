"""`mentoring rules`: list the rules, or explain one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.rules import Rule


@click.command("rules", short_help="List the rules, or explain one.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List all codes with severity and title; with CODE, explain that one.

    \b
    Examples:
      mentoring rules
      mentoring rules SES004
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.rules import rules

    known = rules()
    said = _listed(known) if code is None else _explained(known, code)
    click.echo(said.encode())


def _listed(known: Mapping[str, Rule]) -> str:
    severities = {code: ", ".join(rule.severity) for code, rule in known.items()}
    wide = max(map(len, severities.values()), default=0)
    return "\n".join(f"{code}  {severities[code]:{wide}}  {rule.title}" for code, rule in known.items())


def _explained(known: Mapping[str, Rule], code: str) -> str:
    from generator.source.names import nearest

    rule = known.get(code.upper())
    if rule is not None:
        return f"{rule.code} ({', '.join(rule.severity)})\n\n{rule.documentation}"
    near = nearest(code.upper(), known)
    meant = f"did you mean {' or '.join(f'`{each}`' for each in near)}?" if near else "`mentoring rules` lists all"
    message = f"there is no rule `{code}`; {meant}"
    raise click.BadParameter(message, param_hint="CODE")
