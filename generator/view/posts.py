"""Threads and posts as an audience may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.kinds.post import Post
from generator.language import ENGLISH, current
from generator.programme import Entry
from generator.view import offers
from generator.view.gate import Gate
from generator.view.shapes import Card, ChangeView, Link, PostView, Someone, ThreadView

WORDS_A_MINUTE = 200


def minutes(markdown: str) -> int:
    """Estimate the reading time in whole minutes, one at least (200 words a minute)."""
    return max(1, -(-len(markdown.split()) // WORDS_A_MINUTE))


def card(gate: Gate, post: Entry[Post]) -> Card:
    """Give a post as it stands in lists."""
    item = post.item
    return Card(
        address=f"/posts/{post.id}/",
        title=item.title,
        date=item.date,
        kind=item.kind,
        visibility=item.visibility or "",
        summary=item.summary or "",
        author=gate.someone(item.author, _role(gate, post)),
        minutes=minutes(post.document.body),
        language=_language(gate, item),
    )


def _language(gate: Gate, item: Post) -> str | None:
    """Give what a post is written in, if pages are in another language: the programme's own may have no catalogue."""
    settings = gate.programme.settings
    written = item.language or (settings.item.language if settings else ENGLISH)
    return None if written == current() else written


def _role(gate: Gate, post: Entry[Post]) -> str:
    pair = gate.programme.pairs[post.pair].item
    return "mentor" if post.item.author == pair.mentor else "mentee"


def threads(gate: Gate) -> tuple[ThreadView, ...]:
    """Give the threads with at least one post this audience may read, of pairs it has a page of."""
    found = []
    for name in gate.pairs:
        readable = _readable(gate, name)
        link = gate.pair_link(name)
        if not readable or link is None:
            continue
        item = gate.programme.pairs[name].item
        cohort = name.partition("/")[0]
        found.append(
            ThreadView(
                address=f"/threads/{name}/",
                pair=link,
                mentor=gate.someone(item.mentor, "mentor"),
                mentee=gate.someone(item.mentee, "mentee"),
                cohort=gate.programme.cohorts[cohort].title if cohort in gate.programme.cohorts else cohort,
                areas=tuple(gate.area(area) for area in item.focus),
                posts=tuple(card(gate, post) for post in readable),
                offers=offers.posts(gate, name),
                files=offers.behind(gate, readable),
            )
        )
    return tuple(found)


def _readable(gate: Gate, pair: str) -> list[Entry[Post]]:
    posts = [post for post in gate.programme.threads.get(pair, ()) if gate.programme.posts[post.id] is post]
    return sorted((post for post in posts if gate.reads(post)), key=lambda post: (post.item.date, post.id))


def all_posts(gate: Gate, seen: Iterable[ThreadView]) -> tuple[PostView, ...]:
    """Give every post this audience may read, oldest first; neighbours only where its thread has a page."""
    have_thread = {thread.address for thread in seen}
    replies = _replies(gate)
    found = []
    for name in sorted(gate.programme.threads):
        readable = _readable(gate, name)
        shown = f"/threads/{name}/" in have_thread
        for at, post in enumerate(readable):
            earlier = readable[at - 1] if shown and at else None
            later = readable[at + 1] if shown and at + 1 < len(readable) else None
            found.append(_post(gate, post, replies.get(post.id, ()), shown=shown, earlier=earlier, later=later))
    return tuple(sorted(found, key=lambda post: (post.card.date, post.card.address)))


def _replies(gate: Gate) -> Mapping[str, tuple[Card, ...]]:
    found: dict[str, list[Card]] = {}
    for post in sorted(gate.programme.posts.values(), key=lambda each: (each.item.date, each.id)):
        if post.item.replies_to and gate.reads(post) and _shows_reply(gate, post):
            found.setdefault(post.item.replies_to, []).append(card(gate, post))
    return {name: tuple(cards) for name, cards in found.items()}


def _shows_reply(gate: Gate, post: Entry[Post]) -> bool:
    """Tell whether a reply may be told as one: two posts that belong together would show who is a pair."""
    answered = gate.programme.posts.get(post.item.replies_to or "")
    return answered is None or answered.pair != post.pair or gate.has_page(post.pair)


def _post(
    gate: Gate, post: Entry[Post], replies: tuple[Card, ...], *, shown: bool,
    earlier: Entry[Post] | None, later: Entry[Post] | None,
) -> PostView:  # fmt: skip
    item = post.item
    return PostView(
        card=card(gate, post),
        body=gate.body(post),
        thread=Link(gate.pair_title(post.pair), f"/threads/{post.pair}/") if shown else None,
        step=gate.step(item.step),
        tags=item.tags,
        change=_change(gate, post),
        answers=gate.post_link(item.replies_to) if item.replies_to and _shows_reply(gate, post) else None,
        replies=replies,
        earlier=_neighbour(earlier),
        later=_neighbour(later),
        source=post.path if shown else None,
        areas=_areas(gate, post),
    )


def _areas(gate: Gate, post: Entry[Post]) -> tuple[str, ...]:
    """Give the areas of its pair; where this audience has no page of the pair, only that of the step it names."""
    if gate.has_page(post.pair):
        return gate.programme.pairs[post.pair].item.focus
    roadmap = (post.item.step or "").partition("/")[0]
    return (gate.programme.roadmaps[roadmap].item.focus_area,) if gate.roadmap(roadmap) else ()


def _neighbour(post: Entry[Post] | None) -> Link | None:
    return Link(post.item.title, f"/posts/{post.id}/") if post else None


def _change(gate: Gate, post: Entry[Post]) -> ChangeView | None:
    change = post.item.changed
    if change is None or change.what is None or change.owner is None or change.on is None or change.state is None:
        return None
    area = gate.programme.focus_areas.get(next(iter(_areas(gate, post)), ""))
    return ChangeView(
        what=change.what,
        on=change.on,
        state=change.state,
        owner=Someone(None, None) if _tells_of_the_pair(gate, post, change.owner) else gate.someone(change.owner),
        post=Link(post.item.title, f"/posts/{post.id}/"),
        area=area.title if area else None,
        pair=gate.pair_link(post.pair),
    )


def _tells_of_the_pair(gate: Gate, post: Entry[Post], person: str) -> bool:
    """Tell whether a person beside the author would name the other of a pair this audience has no page of."""
    other = {*gate.programme.pairs[post.pair].item.members} - {post.item.author}
    return person in other and not gate.has_page(post.pair)


def changes(seen: Iterable[PostView]) -> tuple[ChangeView, ...]:
    """Give the ledger of what changed, newest first, from the posts this audience may read."""
    found = [post.change for post in seen if post.change is not None]
    return tuple(sorted(found, key=lambda change: (change.on, change.post.address or ""), reverse=True))
