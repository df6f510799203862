"""Agenda templates (AGD)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.agenda import STAGES, Agenda
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import plans, rule
from generator.source.durations import as_minutes, as_text
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest


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
    for entry in programme.agendas.values():
        length, items = as_minutes(entry.item.length), entry.item.items
        total = sum(item.minutes for item in items)
        if total != length:
            longest = plans.longest(items)
            yield Finding(
                code="AGD001",
                severity="error",
                span=entry.at("length"),
                message=f"the items add up to {total} min, the template lasts {as_text(entry.item.length)}",
                help=f"set `length: {total} min`, or change the items by {abs(total - length)} min",
                key="length",
                related=(Related("the longest item", entry.at("items", longest, "minutes")),),
            )
        yield from plans.ill_formed("AGD001", entry, "items", (plans.ENDING, plans.CLOSING))


@rule("AGD002", "error", "warning")
def template_that_leaves_somebody_alone(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agenda template of no known stage, led mostly by the mentee, or with an item that nobody knows how to start.

    ## What it checks
    `stage` is one of before, first, working, midpoint, repair and closing. Items led by the mentee alone
    take at most 70 % of the minutes (`policy.mentee_lead`). Every item has a `prompt` (a warning).

    ## Why it matters
    The commonest way for reverse mentoring to fail is that the senior person lectures again. A template
    decides who speaks before anybody has met, and a prompt is what the mentor holds on to.

    ## Example
    ```markdown content/agendas/standard.md
    stage: wroking  # error: [AGD002]
    ```

    ## Instead
    ```markdown content/agendas/standard.md
    stage: working
    ```
    """
    most = policy(programme).mentee_lead
    for entry in programme.agendas.values():
        if entry.item.stage not in STAGES:
            yield _unknown_stage(entry)
        yield from plans.led_by_mentee("AGD002", "error", entry, "items", most)
        for at, item in enumerate(entry.item.items):
            if item.prompt is None:
                yield _without_prompt(entry, at)


def _unknown_stage(entry: Entry[Agenda]) -> Finding:
    given, span = entry.item.stage, entry.at("stage")
    near = nearest(given, STAGES, 1) if given else ()
    listed = ", ".join(f"`{stage}`" for stage in STAGES)
    return Finding(
        code="AGD002",
        severity="error",
        span=span,
        message="`stage` is not a known value" if given else "`stage` is missing",
        help=f"did you mean `{near[0]}`?" if near else f"write `stage:` with one of {listed}",
        key="stage",
        related=(Related("says when in a pair's term the template is used", span),),
        fix=Fix("unsafe", f"replace with `{near[0]}`", near[0]) if near else MANUAL,
    )


def _without_prompt(entry: Entry[Agenda], at: int) -> Finding:
    return Finding(
        code="AGD002",
        severity="warning",
        span=entry.key("items", at, "prompt"),
        message=f"item {at + 1} has no prompt",
        help="add `prompt:`, a question or an instruction to start from",
        key=f"items[{at}].prompt",
    )
