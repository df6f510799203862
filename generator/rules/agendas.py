"""Agenda templates (AGD)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.programme import Programme
from generator.rules import rule
from generator.source.durations import as_minutes, as_text
from generator.source.finding import Finding, Related


@rule("AGD001", "error")
def template_that_does_not_add_up(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agenda template whose items do not fill its length, open with a check-in and close with actions.

    ## What it checks
    The minutes of the items add up to `length` exactly; the first item is a `check-in`, the last one
    `actions` (or `close`); there are three to eight items.

    ## Why it matters
    A time-boxed talk is kept. A template that runs over teaches every pair that the plan is not meant.

    ## Example
    ```yaml content/agendas/standard.md
    length: 45 min  # error: [AGD001]
    ```

    ## Instead
    ```yaml content/agendas/standard.md
    length: 60 min
    ```
    """
    for agenda in programme.agendas.values():
        length, items = as_minutes(agenda.item.length), agenda.item.items
        total = sum(item.minutes for item in items)
        if total != length:
            longest = max(range(len(items)), key=lambda at: items[at].minutes)
            yield Finding(
                code="AGD001",
                severity="error",
                span=agenda.at("length"),
                message=f"the items add up to {total} min, the template lasts {as_text(agenda.item.length)}",
                help=f"set `length: {total} min`, or change the items by {abs(total - length)} min",
                key="length",
                related=(Related("the longest item", agenda.at("items", longest, "minutes")),),
            )
