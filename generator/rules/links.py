"""Links in texts: they lead to a page, and to one that all their readers may read (LNK002, LNK003)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.kinds.post import WIDTH, Post
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.markdown import Link
from generator.source.names import nearest
from generator.texts import EVERYBODY, anchors, exists, is_text, linking, readers, relative, shows, text_at, texts, way

SEALED, COHORT = WIDTH["pair"], WIDTH["cohort"]
NAMES = {width: name for name, width in WIDTH.items()}


@rule("LNK002", "error")
def link_that_leads_nowhere(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Link or image of a text that leads to no page a reader could open.

    ## What it checks
    A relative link leads to a page or an image of the programme by its path from the file, and its anchor is a
    heading of that page (its words in lower case, joined by hyphens) or a step of that roadmap. No link leads into
    `pairs/` or to a sealed post, and an image that lies with a thread is shown by its posts alone. Links to other
    sites are not followed. And when a change renames or removes a published page, its old address stands in
    `content/moved.yml`; no address of a page that is there does (warnings).

    ## Why it matters
    A link that leads nowhere costs each of its readers a minute. One into a room shows that the room exists. From
    an old address nobody is led on where a page stands: a page is never replaced.

    ## Example
    ````markdown content/agendas/midpoint-review.md
    ---
    ---

    Keep nothing of what is scored aloud. To end, see [closure](../handbook/closure.md). # error: [LNK002]
    ````

    ## Instead
    ````markdown content/agendas/midpoint-review.md
    ---
    ---

    Keep nothing of what is scored aloud. To end, see [closure](closure.md).
    ````
    """
    sealed = {post.path for posts in programme.threads.values() for post in posts if post.item.sealed}
    pages = {path for path in programme.documents if is_text(path)} - sealed
    for entry in linking(programme):
        folder = f"{posixpath.dirname(entry.path)}/"
        links = entry.document.markdown.links_unless(lambda target: posixpath.normpath(folder + target) in pages)  # noqa: B023
        yield from dict.fromkeys(fault for link in links if (fault := _fault(programme, entry, link)))


def _fault(programme: Programme, entry: Entry[Any], link: Link) -> Finding | None:
    """Say where a link leads that leads to no page; `None` where it does, or to another site."""
    if not relative(link.target):
        return None
    path, anchor = way(entry.path, link.target)
    if not link.target:
        return _nowhere(entry, link, "the link has no destination", "write where it leads, or leave the link out")
    if link.target.startswith("/"):
        near = _near(programme, entry, f"content{link.target.rstrip('/')}", image=link.image)
        return _nowhere(entry, link, "the link starts at the root of the site", "write the path from this file", near)
    if path.startswith("../") or path == "..":
        return _nowhere(entry, link, "the link leads out of the repository", "leave the link out")
    if path == "pairs" or path.startswith("pairs/"):
        return _nowhere(entry, link, "the link leads into pairs/, which no page shows", "leave the link out")
    return _missing(programme, entry, link, path) or _not_open(programme, entry, link, path, anchor)


def _missing(programme: Programme, entry: Entry[Any], link: Link, path: str) -> Finding | None:
    if exists(programme, path) and not (link.image and is_text(path)):
        return None if is_text(path) or shows(entry.path, path) else _of_a_thread(entry, link)
    near = _near(programme, entry, path, image=link.image)
    if link.image:
        return _nowhere(entry, link, "there is no such image", "put it beside this page, or correct the path", near)
    return _nowhere(entry, link, "the link leads to no page of the programme", "correct the path from this file", near)


def _of_a_thread(entry: Entry[Any], link: Link) -> Finding:
    return _nowhere(
        entry,
        link,
        "the image lies with a thread, and only posts of that thread show it",
        "put a copy beside this page if all its readers may see it, or leave the image out",
    )


def _not_open(programme: Programme, entry: Entry[Any], link: Link, path: str, anchor: str) -> Finding | None:
    """Judge a page that exists: not sealed, and with the anchor that is named."""
    goal = entry if path == entry.path else text_at(programme, path)
    if goal is None:
        return None
    if isinstance(goal.item, Post) and goal.item.sealed:
        related = Related("only two people can read it", goal.at("visibility"))
        return _nowhere(entry, link, "the link leads to a sealed post", "leave the link out", related=(related,))
    if not anchor or anchor in anchors(goal):
        return None
    steps = getattr(goal.item, "steps", ())
    near = next(iter(nearest(anchor, [step.id for step in steps], 1)), "")
    remedy = (
        f"did you mean `#{near}`?"
        if near
        else "write a heading's words in lower case, joined by hyphens, or leave out `#` and the rest"
    )
    return _nowhere(entry, link, "the page has no such heading", remedy)


def _nowhere(
    entry: Entry[Any], link: Link, message: str, remedy: str, near: str = "", related: tuple[Related, ...] = ()
) -> Finding:
    whole = "#" not in link.target
    return Finding(
        code="LNK002",
        severity="error",
        span=entry.document.in_body(*entry.document.markdown.target(link)),
        message=message,
        help=f"did you mean `{near}`?" if near else remedy,
        key="body",
        related=related,
        fix=Fix("unsafe", f"replace with `{near}`", near) if near and whole else MANUAL,
    )


def _near(programme: Programme, entry: Entry[Any], path: str, *, image: bool) -> str:
    """Find the page or image that was meant, as a path from the file: the same name elsewhere, or one like it."""
    pool = _pool(programme, entry, image=image)
    stem = path.rstrip("/").removesuffix(".html")
    likely = [each for each in (f"{stem}.md", f"{stem}/index.md", f"{stem.removesuffix('/index')}.md") if each in pool]
    likely += [each for each in pool if _name(each) == _name(path)]
    if not likely:
        close = sorted(pool, key=lambda each: (posixpath.dirname(each) != posixpath.dirname(path), each))
        names = nearest(_name(path), map(_name, close), 1)
        likely = [each for each in close if _name(each) in names]
    return posixpath.relpath(likely[0], posixpath.dirname(entry.path)) if likely else ""


def _name(path: str) -> str:
    """Give what tells a page from others: of an index, which each folder may have, the folder's name."""
    folder, _, name = path.rpartition("/")
    return f"{posixpath.basename(folder)}/" if name == "index.md" else name


def _pool(programme: Programme, entry: Entry[Any], *, image: bool) -> list[str]:
    """Give what a link of a text may lead to: images, or pages that all its readers may read."""
    if image:
        return sorted(each for each in programme.images if shows(entry.path, each))
    least = readers(entry) or EVERYBODY
    posts = programme.threads.get(entry.pair, ()) if isinstance(entry.item, Post) else ()
    near = [post.path for post in posts if (readers(post) or SEALED) >= least]
    return sorted({*near, *(each.path for each in texts(programme) if not isinstance(each.item, Post))} - {entry.path})


@rule("LNK003", "error")
def link_to_what_fewer_may_read(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Link from a text to a post with fewer readers.

    ## What it checks
    No text links to a post that fewer people may read than the text itself (answers with `replies_to` are
    POS006). From narrow to wide: `pair`, `cohort`, `organisation`, `public`; pages of the programme are for
    the whole organisation.

    ## Why it matters
    For some of its readers the link would lead nowhere, and tell them that there is something they may not
    see.

    ## Example
    ````markdown content/agendas/closure.md
    ---
    ---

    Before you close, [ask](../threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md). # error: [LNK003]
    ````

    ## Instead
    ````markdown content/agendas/closure.md
    ---
    ---

    Before you close, [ask](../threads/2026-spring/pair-03/2026-03-20-one-report-less.md).
    ````
    """
    posts = [post for thread in programme.threads.values() for post in thread]
    widths = {post.path: WIDTH[seen] for post in posts if (seen := post.item.visibility) in WIDTH}
    for entry in linking(programme):
        mine = readers(entry)
        if mine is not None and mine > COHORT:
            yield from dict.fromkeys(_narrower_links(programme, entry, mine, widths))


def _narrower_links(programme: Programme, entry: Entry[Any], mine: int, widths: dict[str, int]) -> Iterator[Finding]:
    folder = f"{posixpath.dirname(entry.path)}/"

    def fine(target: str) -> bool:
        return widths.get(posixpath.normpath(folder + target.partition("#")[0]), EVERYBODY) >= mine

    for link in entry.document.markdown.links_unless(fine):
        goal = text_at(programme, way(entry.path, link.target).path) if relative(link.target) else None
        if goal is not None and SEALED < widths.get(goal.path, EVERYBODY) < mine:
            yield _narrower_link(entry, link, goal, mine)


def _narrower_link(entry: Entry[Any], link: Link, goal: Entry[Any], mine: int) -> Finding:
    span = entry.document.in_body(*entry.document.markdown.target(link))
    theirs = goal.item.visibility
    narrower = f", or set `visibility: {theirs}` here" if isinstance(entry.item, Post) else ""
    return Finding(
        code="LNK003",
        severity="error",
        span=span,
        message=f"a text for `{NAMES[mine]}` links to a post for `{theirs}`",
        help=f"leave the link out{narrower}",
        key="body",
        related=(Related("fewer may read this", goal.at("visibility")),),
    )
