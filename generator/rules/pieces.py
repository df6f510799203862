"""The texts that people write: what each is called, where it stands, and where in it somebody is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.kinds.fields import Key
from generator.kinds.note import Note
from generator.kinds.post import Post
from generator.kinds.session import Session
from generator.programme import Entry
from generator.rules.mentions import Mention
from generator.source.span import Span

NOTED = ("title", "context", "tried", "result")


class Piece(NamedTuple):
    """A text somebody wrote: what it is in a message, its field (none for a body), and the text."""

    what: str
    key: Key
    text: str


def kept(session: Entry[Session]) -> Iterator[Piece]:
    """Give the takeaways and actions of a session."""
    takeaways = session.item.takeaways
    for side in ("mentor", "mentee") if takeaways else ():
        if (text := getattr(takeaways, side)) is not None:
            yield Piece(f"the takeaway of the {side}", ("takeaways", side), text)
    for at, action in enumerate(session.item.actions or ()):
        if action.action is not None:
            yield Piece(f"action `{action.id}`", ("actions", at, "action"), action.action)


def told(post: Entry[Post]) -> Iterator[Piece]:
    """Give the texts in a post's front matter."""
    item = post.item
    yield Piece("the title", ("title",), item.title)
    if item.summary is not None:
        yield Piece("the summary", ("summary",), item.summary)
    for at, tag in enumerate(item.tags):
        yield Piece("a tag", ("tags", at), tag)
    if item.changed is not None and item.changed.what is not None:
        yield Piece("`changed`", ("changed", "what"), item.changed.what)


def posted(post: Entry[Post]) -> Iterator[Piece]:
    """Give all texts of an open post; of a sealed one there is nothing to read."""
    if not post.item.sealed:
        yield from told(post)
        yield Piece("the body", (), post.document.markdown.body)
        yield Piece("the file name", ("file",), post.parts["slug"])


def of(entry: Entry[Any]) -> Iterator[Piece]:
    """Give all texts of a session or an open post."""
    return posted(entry) if isinstance(entry.item, Post) else kept(entry)


def joined(entry: Entry[Any]) -> str:
    """Give all texts of a session or an open post as one, for a quick look at them."""
    return "\n".join(filter(None, _in_post(entry) if isinstance(entry.item, Post) else _in_session(entry.item)))


def _in_session(item: Session) -> Iterable[str | None]:
    takeaways = (item.takeaways.mentor, item.takeaways.mentee) if item.takeaways else ()
    return (*takeaways, *(each.action for each in item.actions or ()))


def _in_post(post: Entry[Post]) -> Iterable[str | None]:
    item = post.item
    if item.sealed:
        return ()
    changed = item.changed.what if item.changed else None
    return (item.title, item.summary, *item.tags, changed, post.document.markdown.body, post.parts["slug"])


def noted(note: Entry[Note]) -> Iterator[Piece]:
    """Give all texts of a practice note."""
    for name in NOTED:
        yield Piece(f"`{name}`", (name,), getattr(note.item, name))
    yield Piece("the body", (), note.document.markdown.body)
    yield Piece("the file name", ("file",), note.parts["slug"])


def place(entry: Entry[Any], piece: Piece, found: Mention) -> Span:
    """Give the place of a mention: to the character in a body, the whole value of a field."""
    if piece.key == ("file",):
        return entry.document.top()
    return entry.at(*piece.key) if piece.key else in_body(entry, found)


def in_body(entry: Entry[Any], found: Mention) -> Span:
    """Give the place of a mention in a body, to the character."""
    return entry.document.in_body(*entry.document.markdown.place(found.start, found.end))
