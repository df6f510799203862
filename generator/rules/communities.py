"""Communities of practice (COM)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.kinds.community import Community
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import also, rule
from generator.source.durations import as_text
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest

_SAYS = {"rule": "what may leave the room", "code_of_conduct": "how people treat each other"}


@rule("COM001", "error")
def community_without_host_or_rules(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Community whose host is nobody we know, or that does not say how people treat each other.

    ## What it checks
    `host` is the id of a person of this programme; `rule` and `code_of_conduct` are given. (That the
    addresses under `follows` start with https is FIL010.) Told by the nightly run: the community was reviewed
    at most 365 days ago (`policy.review_age`).

    ## Why it matters
    People speak openly among peers when they know what may leave the room, and who will step in. Without
    a host there is nobody to write to.

    ## Example
    ```markdown content/communities/practice-circle/index.md
    host: p-0003  # error: [COM001]
    ```

    ## Instead
    ```markdown content/communities/practice-circle/index.md
    host: p-003
    ```
    """
    for entry in programme.communities.values():
        if not programme.knows("person", entry.item.host):
            yield _unknown_host(programme, entry)
        for name, says in _SAYS.items():
            if getattr(entry.item, name) is None:
                yield _without(entry, name, says)


def _unknown_host(programme: Programme, entry: Entry[Community]) -> Finding:
    name, span = entry.item.host, entry.at("host")
    near = nearest(name, programme.people, 1)
    return Finding(
        code="COM001",
        severity="error",
        span=span,
        message=f"there is no person `{name}`",
        help=f"did you mean `{near[0]}`?" if near else "write the id of a person under pairs/people/, or add that file",
        key="host",
        related=(Related(f"no file pairs/people/{name}.yml", span),),
        fix=Fix("unsafe", f"replace with `{near[0]}`", near[0]) if near else MANUAL,
    )


def _without(entry: Entry[Community], name: str, says: str) -> Finding:
    return Finding(
        code="COM001",
        severity="error",
        span=entry.key(name),
        message=f"`{name}` is missing",
        help=f"add `{name}:`, in one or two sentences ({says})",
        key=name,
    )


@also("COM001", "nightly")
def community_not_reviewed_for_long(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find the communities nobody has looked after for longer than agreed."""
    most = policy(programme).review_age
    for entry in programme.communities.values():
        age = as_of - entry.item.reviewed_on
        if age > most:
            yield Finding(
                code="COM001",
                severity="nightly",
                span=entry.at("reviewed_on"),
                message=f"the last review is {age.days} days ago; agreed: every {as_text(most)}",
                help=f"ask {entry.item.host} whether the calls and the rule still hold, and set `reviewed_on`",
                key="reviewed_on",
                related=(Related(f"judged as of {as_of.isoformat()} (--as-of)"),),
                since=entry.item.reviewed_on + most + timedelta(days=1),
            )
