"""What a post belongs to: the post it answers, the step it is about, the change it tells (POS006)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.pair import Pair
from generator.kinds.post import WIDTH, Change, Post
from generator.programme import Entry, Programme
from generator.reporting import circles
from generator.rules import rule
from generator.source.finding import Finding, Related

PARTS = tuple(Change.model_fields)
"""What an entry of the "you said, we did" ledger consists of."""
_SAYS = {"what": "what is different", "owner": "the id of a person", "on": "a day", "state": "`planned` or `done`"}


@rule("POS006", "error", "warning")
def post_that_does_not_follow(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post that answers what it cannot answer, tells half a change, or is about a step of another path.

    ## What it checks
    The post named in `replies_to` is not later, does not answer this one in turn, and has not fewer readers:
    from narrow to wide `pair`, `cohort`, `organisation`, `public`. `changed` has all of `what`, `owner`, `on`
    and `state`. The `step` belongs to a roadmap that the pair follows (a warning).

    ## Why it matters
    An answer in the open to what was said among few tells the rest what they may not read. And a change
    without an owner or a day is an announcement, not a change.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-02-24-on-the-receiving-end.md
    visibility: public
    replies_to: 2026-02-20-first-prompt  # error: [POS006]
    step: candour/what-rises  # warning: [POS006]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-02-24-on-the-receiving-end.md
    visibility: organisation
    replies_to: 2026-02-20-first-prompt
    step: digital-fluency/first-real-task
    ```
    """
    steps = {f"{name}/{step.id}" for name, each in programme.roadmaps.items() for step in each.item.steps}
    circular = set(_circular(programme))
    for pair, posts in programme.threads.items():
        for post in posts:
            if (answered := programme.posts.get(post.item.replies_to or "")) is not None:
                yield from _answer(post, answered, circular)
            if post.item.changed is not None:
                yield from _half_told(post, post.item.changed)
            if post.item.step in steps and pair in programme.pairs:
                yield from _off_the_path(post, programme.pairs[pair], post.item.step or "")


def _circular(programme: Programme) -> Iterator[str]:
    """Name one post of each circle of answers; a circle with two dates has one that is later, which is told."""
    answers = {}
    for name, post in programme.posts.items():
        answered = programme.posts.get(post.item.replies_to or "")
        if answered is not None and answered.item.date == post.item.date:
            answers[name] = answered.id
    for circle in circles(answers):
        yield circle[-1]


def _answer(post: Entry[Post], answered: Entry[Post], circular: set[str]) -> Iterator[Finding]:
    """Hold an answer against what it answers: in time first, since a wrong date or id explains the rest."""
    mine, theirs = WIDTH.get(post.item.visibility or ""), WIDTH.get(answered.item.visibility or "")
    if answered.item.date > post.item.date:
        later = Related("dated here", answered.at("date"))
        yield _told(
            post, "the post answers one that is dated later", "name an earlier post, or correct the date", later
        )
    elif post.id in circular:
        back = Related("answers in its turn", answered.at("replies_to"))
        message = "the post answers itself" if post is answered else "two or more posts answer each other in a circle"
        yield _told(post, message, "leave `replies_to` out of the post that was first", back)
    elif mine is not None and theirs is not None and mine > theirs:
        visibility = answered.item.visibility
        narrower = Related("fewer may read this", answered.at("visibility"))
        message = f"a post for `{post.item.visibility}` answers one for `{visibility}`"
        yield _told(post, message, f"leave `replies_to` out, or set `visibility: {visibility}` here", narrower)


def _told(post: Entry[Post], message: str, remedy: str, second: Related) -> Finding:
    return Finding(
        code="POS006",
        severity="error",
        span=post.at("replies_to"),
        message=message,
        help=remedy,
        key="replies_to",
        related=(second,) if second.span != post.at("replies_to") else (),
    )


def _half_told(post: Entry[Post], change: Change) -> Iterator[Finding]:
    missing = [name for name in PARTS if getattr(change, name) is None]
    if missing:
        yield Finding(
            code="POS006",
            severity="error",
            span=post.key("changed"),
            message=f"`changed` has no {' and no '.join(f'`{name}`' for name in missing)}",
            help=f"add {' and '.join(f'`{name}:` ({_SAYS[name]})' for name in missing)}, or leave `changed` out",
            key="changed",
        )


def _off_the_path(post: Entry[Post], pair: Entry[Pair], step: str) -> Iterator[Finding]:
    roadmap = step.partition("/")[0]
    if roadmap not in pair.item.roadmaps:
        yield Finding(
            code="POS006",
            severity="warning",
            span=post.at("step"),
            message=f"the post is about a step of `{roadmap}`, which its pair does not follow",
            help=f"name a step of a roadmap of the pair, or add `{roadmap}` to `roadmaps` of the pair",
            key="step",
            related=(Related("what the pair follows", pair.key("roadmaps")),) if pair.item.roadmaps else (),
        )
