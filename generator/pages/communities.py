"""`/communities/`, `/communities/<id>/` and its practice notes: people who run such programmes tell what they tried."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.language.forms import day
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import Leaf, leaves
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
from generator.pages.template import render
from generator.view.shapes import CommunityView, Link, NoteView, View


def pages(view: View) -> Iterator[Page]:
    """Give the list of communities, a page for each, and a page for each of their notes."""
    state, say = listed(view), linked("/communities/")
    files = progress.listed(view, "communities")
    rows = [(each, say(standing(each), "listed", files) if each.notes else standing(each)) for each in view.communities]
    html = render("communities", view, "/communities/", state=listed(view, say), rows=rows, home=place("home"))
    yield Page("communities/index.md", gettext("Communities"), state, html, "communities")
    for community in view.communities:
        for leaf in leaves(community.notes, community.address):
            yield _page(view, community, leaf)
        for at, note in enumerate(community.notes):
            yield _note(view, community, note, at)


def listed(view: View, say: Say = plainly) -> str:
    """Say how many communities there are, and what they have written down."""
    notes = sum(len(community.notes) for community in view.communities)
    if not view.communities:
        return gettext("No community has been founded yet.")
    count, files = len(view.communities), progress.listed(view, "communities")
    if not notes:
        return say(ngettext("%(num)s community.", "%(num)s communities.", count), "listed", files)
    founded = ngettext("%(num)s community", "%(num)s communities", count)
    written = ngettext("%(num)s practice note", "%(num)s practice notes", notes)
    return gettext(
        "%(communities)s, %(notes)s.",
        communities=say(founded, "listed", files), notes=say(written, "listed", files),
    )  # fmt: skip


def standing(community: CommunityView) -> str:
    """Say how many notes a community has, and of which day the newest is."""
    if not community.notes:
        return gettext("no practice note yet")
    return ngettext(
        "%(num)s practice note, the newest of %(day)s", "%(num)s practice notes, the newest of %(day)s",
        len(community.notes), day=day(community.notes[0].date),
    )  # fmt: skip


def _page(view: View, community: CommunityView, leaf: Leaf[NoteView]) -> Page:
    title = leaf.title(community.title)
    above = [place("communities")]
    html = render("community", view, leaf.address, community=community, leaf=leaf, title=title, above=above)
    return Page(path_of(leaf.address), title, community.purpose, html, "communities", community.source)


def _note(view: View, community: CommunityView, note: NoteView, at: int) -> Page:
    """Give a note's page; notes stand newest first, so the earlier one follows."""
    earlier = community.notes[at + 1] if at + 1 < len(community.notes) else None
    later = community.notes[at - 1] if at else None
    above = [place("communities"), note.community]
    html = render("note", view, note.address, note=note, earlier=_link(earlier), later=_link(later), above=above)
    return Page(path_of(note.address), note.title, note.result, html, "communities", note.source)


def _link(note: NoteView | None) -> Link | None:
    return Link(note.title, note.address) if note else None
