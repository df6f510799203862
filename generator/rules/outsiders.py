"""Who else may be found in what a pair writes (PRI003)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from generator.kinds.fields import as_text
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.kinds.post import Post
from generator.programme import Entry, Programme
from generator.rules import mentions, pieces, rule
from generator.rules.naming import partner_of
from generator.rules.sought import sought
from generator.source.finding import Finding

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"[+(0-9][0-9 ()/-]{7,30}[0-9]")
"""What every number that can be called has in it; most texts have none."""
_NUMBER = r"\+\d(?:[ ()/-]{0,2}\d){7,14}|\(?0[1-9]\d{0,4}\)?[ /-]{0,3}\d(?:[ /-]?\d){6,10}|\(?\d{3}\)?[ -]\d{3}-\d{4}"
_PHONE = re.compile(rf"(?<![\w.,/:=#-])(?!\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b)(?:{_NUMBER})(?![\w-])")
_may_reach = sought(rf"@|(?:^|[^0-9A-Za-z_.,/:=#-])(?:{_NUMBER})")
"""Tells whether a text may hold an address or a number: few do."""


@rule("PRI003", "warning")
def somebody_else_in_what_a_pair_writes(programme: Programme, as_of: date) -> Iterator[Finding]:
    """E-mail address, phone number or somebody outside the pair in a takeaway, an action or a post.

    ## What it checks
    No takeaway, action or post of a pair holds an e-mail address or a phone number, or the name, id or account
    of a participant who is not one of the two. (Who has the role `none` takes no part, and may be named.)

    ## Why it matters
    The two of them agreed on what is written down; the third was never asked. And an address on a page is read
    by more than people.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    takeaways:
      mentor: Radomir Eklund would have taken the keyboard.  # warning: [PRI003]
      mentee: Ask for the list at reports@lanternworks.example.  # warning: [PRI003]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    takeaways:
      mentor: Others would have taken the keyboard.
      mentee: Ask for the list.
    ```

    ## If it was pushed already
    Take it out, and tell the person concerned what could be read and since when: everybody with access to the
    repository may have a copy, and its history keeps it. Whether history is rewritten they decide together
    with the coordinators. A number or an address that was on a public page counts as known.
    """
    index, known = mentions.people(programme.people), {*programme.people, *programme.broken.get("person", ())}
    written: Iterable[tuple[str, Sequence[Entry[Any]]]] = chain(programme.sessions.items(), programme.threads.items())
    for pair, entries in written:
        owner = programme.pairs.get(pair)
        members = owner.item.members if owner and known.issuperset(owner.item.members) else None
        for entry in entries:
            text = pieces.joined(entry)
            reached = _may_reach(text)  # which leaves with the text what it is in UTF-8, and that is asked for next
            named = index.may_be_in_file(entry.path, text)
            if named or reached:
                told = _told_already(programme, entry, owner)
                for piece in pieces.of(entry):
                    yield from _reachable(entry, piece, told)
                    if named and members:
                        yield from _outsiders(programme.people, entry, piece, index, members)


def _told_already(programme: Programme, entry: Entry[Any], owner: Entry[Pair] | None) -> tuple[str, ...]:
    """Give the partner's addresses where POS005 tells them: in a post that says it does not mention the partner."""
    if owner is None or not isinstance(entry.item, Post) or entry.item.partner is not None:
        return ()
    partner = programme.people.get(partner_of(owner.item, entry.item.author))
    return partner.item.accounts.emails if partner and partner.item.accounts else ()


def _reachable(entry: Entry[Any], piece: pieces.Piece, told: tuple[str, ...]) -> Iterator[Finding]:
    """Find addresses, but those told already, and numbers."""
    for found in _ADDRESS.finditer(piece.text) if "@" in piece.text else ():
        if found.group() not in told:
            yield _exposed(entry, piece, mentions.Mention("", *found.span()), "holds an e-mail address")
    for found in _numbers(piece.text):
        yield _exposed(entry, piece, mentions.Mention("", *found.span()), "holds a phone number")


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Find what can be called; it begins nowhere but in a run of digits."""
    at = 0
    for run in _DIGITS.finditer(text):
        at = max(at, run.start())
        while at < run.end():
            found = _PHONE.match(text, at)
            if found:
                yield found
            at = found.end() if found else at + 1


def _outsiders(
    people: Mapping[str, Entry[Person]],
    entry: Entry[Any],
    piece: pieces.Piece,
    index: mentions.Index,
    inside: Iterable[str],
) -> Iterator[Finding]:
    """Find the first mention of each participant who is not one of the two; their addresses are told as such."""
    seen = set(inside)
    for found in index.found(piece.text) if piece.key else index.in_body(entry.document):
        if found.who not in seen and mentions.takes_part(people, found.who):
            seen.add(found.who)
            if not any(each.start() <= found.start < each.end() for each in _ADDRESS.finditer(piece.text)):
                yield _exposed(entry, piece, found, f"names `{found.who}`, who is not of this pair")


def _exposed(entry: Entry[Any], piece: pieces.Piece, found: mentions.Mention, does: str) -> Finding:
    remedy = "say it without the name, such as `a colleague`" if found.who else "leave it out; whoever needs it can ask"
    return Finding(
        code="PRI003",
        severity="warning",
        span=pieces.place(entry, piece, found),
        message=f"{piece.what} {does}",
        help=remedy,
        key=as_text(piece.key) or "body",
    )
