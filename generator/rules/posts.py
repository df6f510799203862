"""Posts of a pair's growth thread: who writes, when, and for whom (POS)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.post import WIDTH, Post
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.durations import as_text
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest

ALLOWED = {"pair": "pair", "themes": "organisation", "open": "public"}
"""The widest visibility a post may have, by the agreement's confidentiality."""
_LABELS = {"pair": "nothing leaves the room", "themes": "themes without names: at most `organisation`"}


@rule("POS001", "error")
def post_without_known_visibility(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post that does not say who may read it.

    ## What it checks
    `visibility` is given, and is one of `public`, `organisation`, `cohort` and `pair`.

    ## Why it matters
    There is no default. If there were one, a lost or misspelt line would publish what two people meant to
    keep between them.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    visibility: cohrot  # error: [POS001]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    visibility: cohort
    ```
    """
    for posts in programme.threads.values():
        for entry in posts:
            if entry.item.visibility not in WIDTH:
                yield _not_visible(entry)


def _not_visible(entry: Entry[Post]) -> Finding:
    given = entry.item.visibility
    span = entry.at("visibility")
    near = nearest(given, WIDTH, 1) if given else ()
    listed = "`public`, `organisation`, `cohort` or `pair`"
    return Finding(
        code="POS001",
        severity="error",
        span=span,
        message="`visibility` is not a known value" if given else "the post does not say who may read it",
        help=f"did you mean `{near[0]}`?" if near else f"write `visibility:` with one of {listed}",
        key="visibility",
        related=(Related(f"expected {listed}", span),) if given else (),
        fix=Fix("unsafe", f"replace with `{near[0]}`", near[0]) if near else MANUAL,
    )


@rule("POS002", "error")
def post_by_somebody_else(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post whose author is neither the mentor nor the mentee of the pair.

    ## What it checks
    `author` is one of the two members of the pair in whose folder the post lies.

    ## Why it matters
    A thread belongs to two people. What somebody else writes there would be read as theirs.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    author: p-018  # error: [POS002]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    author: p-017
    ```
    """
    for pair, posts in programme.threads.items():
        if pair not in programme.pairs:
            continue
        members = programme.pairs[pair].item.members
        if not all(programme.knows("person", member) for member in members):
            continue
        for entry in posts:
            if entry.item.author not in members and programme.knows("person", entry.item.author):
                yield _not_a_member(programme, entry, members, as_of)


def _not_a_member(programme: Programme, entry: Entry[Post], members: tuple[str, str], as_of: date) -> Finding:
    """Say whose thread it is; an author with exactly one active pair is told where the post belongs."""
    author, span = entry.item.author, entry.at("author")
    own = [pair.id for pair in programme.pairs_of(author) if lifecycle.state(pair.item, as_of) == "active"]
    if len(own) == 1:
        remedy = f"move the post to content/threads/{own[0]}/, the active pair of {author}"
    else:
        remedy = f"write `author: {members[0]}` or `author: {members[1]}`, or move the post to a pair of {author}"
    return Finding(
        code="POS002",
        severity="error",
        span=span,
        message="the author is not a member of this pair",
        help=remedy,
        key="author",
        related=(Related(f"the pair is {members[0]} and {members[1]}", span),),
    )


@rule("POS003", "error")
def post_outside_the_active_period(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post dated before its pair became active, long after its end, or in the future.

    ## What it checks
    `date` lies between the first `active` of the pair and the end of its active period, with 30 days more
    for a closing story (`policy.post_grace`), and not after today.

    ## Why it matters
    A thread tells what two people learned in their time together. A date outside of it is a slip of the
    pen, or the post lies in the folder of another pair.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-01-09-first-words.md
    ---
    title: First words
    date: 2026-01-09  # error: [POS003]
    author: p-017
    kind: question
    visibility: cohort
    summary: What do you ask somebody whose calendar is full until March?
    partner: not mentioned
    ---

    What do you ask somebody whose calendar is full until March? I have one hour in it, and I could begin with
    the assistant, because that is what we are here for. I could also begin with the reason why nobody on our
    floor uses it, which is shorter and less polite. The third way is to begin with nothing at all: to sit
    down, to say what I do between six and nine on a Monday, and to wait for a question. I have tried that
    with a friend, and it took eleven minutes until the first one came. After that they did not stop, and I
    had to go. If you have been in this place before me, tell me which of the three you chose, and what you
    would do differently. I can still change my mind until the morning.
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-01-19-first-words.md
    ---
    title: First words
    date: 2026-01-19
    author: p-017
    kind: question
    visibility: cohort
    summary: What do you ask somebody whose calendar is full until March?
    partner: not mentioned
    ---

    What do you ask somebody whose calendar is full until March? I have one hour in it, and I could begin with
    the assistant, because that is what we are here for. I could also begin with the reason why nobody on our
    floor uses it, which is shorter and less polite. The third way is to begin with nothing at all: to sit
    down, to say what I do between six and nine on a Monday, and to wait for a question. I have tried that
    with a friend, and it took eleven minutes until the first one came. After that they did not stop, and I
    had to go. If you have been in this place before me, tell me which of the three you chose, and what you
    would do differently. I can still change my mind until the morning.
    ```
    """
    grace = policy(programme).post_grace
    for pair, posts in programme.threads.items():
        if (owner := programme.pairs.get(pair)) is None or not lifecycle.tells_its_period(owner.item, as_of):
            continue
        starts, ends = lifecycle.started(owner.item), lifecycle.ended(owner.item)
        latest = as_of if ends is None or as_of - ends <= grace else ends + grace
        for entry in posts:
            if starts is None or not starts <= entry.item.date <= latest:
                yield _misdated(entry, owner, as_of, grace)


def _misdated(entry: Entry[Post], owner: Entry[Pair], as_of: date, grace: timedelta) -> Finding:
    """Say against which day a post's date stands; today comes first, since it is in no other file."""
    message, second = _outside(entry.item.date, owner, grace)
    remedy = ", or move the post to the pair that was active then"
    if entry.item.date > as_of:
        message, second, remedy = "on a day that is still to come", Related(f"judged as of {as_of.isoformat()}"), ""
    return Finding(
        code="POS003",
        severity="error",
        span=entry.at("date"),
        message=f"the post is dated {message}",
        help=f"correct the date here and in the file name{remedy}",
        key="date",
        related=(second,),
    )


def _outside(day: date, owner: Entry[Pair], grace: timedelta) -> tuple[str, Related]:
    """Name the end of the active period that a day lies beyond, and show where it is written."""
    history = owner.item.history
    first, last = lifecycle.first(owner.item, {"active"}), lifecycle.first(owner.item, lifecycle.ENDED)
    if first is None:
        state = Related(f"`{history[-1].state}` is its last state", owner.at("history", len(history) - 1, "state"))
        return "though its pair was never active", state
    if day < history[first].on or last is None:
        return "before its pair became active", Related("`active` starts here", owner.at("history", first, "on"))
    end = Related(f"`{history[last].state}` since this day", owner.at("history", last, "on"))
    return f"more than {as_text(grace)} after its pair had ended", end


@rule("POS004", "error")
def post_wider_than_agreed(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post with more readers than the agreement of its pair allows.

    ## What it checks
    `visibility` is not wider than the agreement's `confidentiality`: under `pair` it is `pair`, under
    `themes` at most `organisation`, under `open` any. From narrow to wide: `pair`, `cohort`,
    `organisation`, `public`.

    ## Why it matters
    Both signed who may learn what. The junior side said yes to a talk because of that line; a single post
    must not move it.

    ## Example
    ```markdown content/threads/2025-autumn/pair-01/2025-11-26-the-empty-chair.md
    visibility: public  # error: [POS004]
    ```

    ## Instead
    ```markdown content/threads/2025-autumn/pair-01/2025-11-26-the-empty-chair.md
    visibility: organisation
    ```
    """
    for pair, posts in programme.threads.items():
        owner = programme.pairs.get(pair)
        agreed = owner.item.agreement.confidentiality if owner and owner.item.agreement else None
        if owner and agreed:
            widest = WIDTH[ALLOWED[agreed]]
            for entry in posts:
                if WIDTH.get(entry.item.visibility or "", 0) > widest:
                    yield _too_wide(entry, owner, agreed)


def _too_wide(entry: Entry[Post], owner: Entry[Pair], agreed: str) -> Finding:
    """Propose the widest visibility that is agreed; only sealing needs more than a word."""
    narrower, sealed = ALLOWED[agreed], agreed == "pair"
    return Finding(
        code="POS004",
        severity="error",
        span=entry.at("visibility"),
        message="the post has more readers than the pair agreed",
        help=f"set `visibility: {narrower}`{' and seal the post' if sealed else ''}, "
        "or change the agreement (both sign again)",
        key="visibility",
        related=(Related(_LABELS[agreed], owner.at("agreement", "confidentiality")),),
        fix=MANUAL if sealed else Fix("unsafe", f"replace with `{narrower}`", narrower),
    )
