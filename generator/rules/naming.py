"""Who may be named in posts (POS005) and in practice notes (COM002)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import lifecycle
from generator.kinds.fields import as_text
from generator.kinds.note import Note
from generator.kinds.pair import Pair
from generator.kinds.post import WIDTH, Post
from generator.programme import Entry, Programme
from generator.rules import mentions, pieces, rule
from generator.source.finding import Finding, Related
from generator.source.span import Span

SHOWN = 3
"""So many further places are shown beside the first."""


@rule("POS005", "error")
def partner_named_without_a_yes(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post that names the partner though it says it does not, or whose approval cannot be right.

    ## What it checks
    Where a post says `partner: not mentioned`, the partner's name, id and accounts stand nowhere in it: not
    in title, summary, tags, `changed`, body or file name. Else `approved` names a day from the pair's first
    `active` on, and not after today. A `story` is always approved.

    ## Why it matters
    Two keys open this door. A name that slips out cannot be called back, and the one it hurts is rarely the
    one who wrote.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md
    title: The first prompt was Casimir's  # error: [POS005]
    partner: not mentioned
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md
    title: The first prompt was Casimir's
    partner: approved 2026-02-19
    ```
    """
    index = mentions.people(programme.people)
    for pair, posts in programme.threads.items():
        owner = programme.pairs.get(pair)
        for post in posts if owner else ():
            if owner is None or post.item.author not in owner.item.members or not WIDTH.get(post.item.visibility or ""):
                continue
            if post.item.partner is not None:
                yield from _approval(post, owner, post.item.partner, as_of)
            elif post.item.kind == "story":
                yield _unapproved(post)
            elif places := list(_naming(post, partner_of(owner.item, post.item.author), index)):
                yield _named(post, partner_of(owner.item, post.item.author), places)


def partner_of(pair: Pair, author: str) -> str:
    """Give the member of a pair who is not the author."""
    return pair.mentee if author == pair.mentor else pair.mentor


def _approval(post: Entry[Post], owner: Entry[Pair], approved: date, as_of: date) -> Iterator[Finding]:
    """Hold the day of an approval against the pair's first day and today."""
    active = lifecycle.first(owner.item, {"active"})
    if active is None or not lifecycle.tells_its_period(owner.item, as_of):
        return
    if approved > as_of:
        message, related = "on a day that is still to come", Related(f"judged as of {as_of.isoformat()}")
    elif approved < owner.item.history[active].on:
        message = "before the pair became active"
        related = Related("`active` starts here", owner.at("history", active, "on"))
    else:
        return
    yield Finding(
        code="POS005",
        severity="error",
        span=post.at("partner"),
        message=f"the partner's approval is dated {message}",
        help="write the day on which your partner read this text and said yes",
        key="partner",
        related=(related,),
    )


def _unapproved(post: Entry[Post]) -> Finding:
    return Finding(
        code="POS005",
        severity="error",
        span=post.at("partner"),
        message="a story is told by both, and the partner has not approved it",
        help="show it to your partner and write `partner: approved <date>`, or choose another `kind`",
        key="partner",
        related=(Related("a story", post.at("kind")),),
    )


def _naming(post: Entry[Post], partner: str, index: mentions.Index) -> Iterator[tuple[Span, str]]:
    """Give the places at which a post names the partner, as they stand in the file; its name last."""
    change = post.item.changed
    anybody = index.may_be_in_file(post.path, pieces.joined(post))
    for piece in pieces.told(post) if anybody else ():
        if any(each.who == partner for each in index.found(piece.text)):
            yield post.at(*piece.key), as_text(piece.key)
    if change is not None and change.owner == partner:
        yield post.at("changed", "owner"), "changed.owner"
    named = index.in_body(post.document) if anybody else ()
    yield from ((pieces.in_body(post, each), "body") for each in named if each.who == partner)
    if anybody and any(each.who == partner for each in index.found(post.parts["slug"])):
        yield post.document.top(), "file"


def _named(post: Entry[Post], partner: str, places: list[tuple[Span, str]]) -> Finding:
    (span, key), *more = places
    slip = "the file name names the partner" if key == "file" else "the partner is named"
    rest = (Related("the file's name as well" if at == "file" else "here as well", place) for place, at in more[:SHOWN])
    return Finding(
        code="POS005",
        severity="error",
        span=span,
        message=f"{slip}, though the post says `partner: not mentioned`",
        help=f"leave the name out, or ask {partner} and write `partner: approved <date>`",
        key=key,
        related=(Related("says so here", post.at("partner")), *rest),
    )


@rule("COM002", "error")
def practice_note_that_names_somebody(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Practice note that names a pair, or a participant other than its author.

    ## What it checks
    Neither title, text nor file name of a practice note holds the name, id or account of a participant who is
    not its author, nor the id of a pair. (Who has the role `none` takes no part, and may be named.)

    ## Why it matters
    Communities meet under the Chatham House Rule: what was tried may be told, with whom may not. People who
    find themselves in a note say less in the next hour.

    ## Example
    ```markdown content/communities/practice-circle/2025-11-18-two-dates-at-once.md
    context: Half of the partnerships, pair-07 among them, had no next date.  # error: [COM002]
    result: The gaps became shorter, and Radomir missed no hour.  # error: [COM002]
    ```

    ## Instead
    ```markdown content/communities/practice-circle/2025-11-18-two-dates-at-once.md
    context: Half of the partnerships had no next date.
    result: The gaps became shorter, and nobody missed an hour.
    ```
    """
    index = mentions.people(programme.people)
    names = {*programme.pairs, *(each for name in programme.pairs if _has_digit(each := _slug(name)))}
    notes = [(note, tuple(pieces.noted(note))) for note in programme.notes.values()]
    pairs = mentions.ids(names, (piece.text for _, found in notes for piece in found))
    for note, texts in notes:
        seen = {note.item.author}
        for piece in texts:
            for found in (*index.found(piece.text), *pairs.found(piece.text)):
                pair = found.who not in programme.people
                if found.who not in seen and (pair or mentions.takes_part(programme.people, found.who)):
                    seen.add(found.who)
                    yield _noted_name(note, piece, found, "pair" if pair else "participant")


def _slug(pair: str) -> str:
    return pair.partition("/")[2]


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _noted_name(note: Entry[Note], piece: pieces.Piece, found: mentions.Mention, sort: str) -> Finding:
    return Finding(
        code="COM002",
        severity="error",
        span=pieces.place(note, piece, found),
        message=f"{piece.what} names the {sort} `{found.who}`",
        help="tell what was tried and leave out with whom: `one pair`, `a mentor`, `a mentee`",
        key=as_text(piece.key) or "body",
    )
