"""Old addresses: of a page that is renamed or removed it keeps leading somewhere, and takes no other's (LNK002)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.kinds.misfits import RESERVED, WITHOUT_PAGE
from generator.kinds.moved import Moved
from generator.programme import Entry, Programme
from generator.progress.openness import is_open
from generator.rules import also
from generator.source.finding import Finding, Related
from generator.source.names import nearest
from generator.source.span import Span
from generator.texts import exists, free_address, is_text

MOVED = "content/moved.yml"


@also("LNK002", "warning")
def page_gone_without_a_new_address(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find the pages that were published before the change, and whose address now leads nowhere."""
    gone = {path for path in base.documents if is_text(path) and not exists(programme, path)}
    if not gone or programme.unread("moved", "moved"):
        return
    before, now = _addresses(base, as_of), _addresses(programme, as_of)
    kept = {*now.values(), *(programme.moved.item.entries if programme.moved else ())}
    new = {path: address for path, address in now.items() if path not in base.documents}
    for path in sorted(gone & before.keys()):
        if before[path] not in kept:
            yield _gone(programme, path, before[path], _instead(programme, base, path, before[path], new))


@also("LNK002", "warning")
def moved_address_of_a_page(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find the old addresses at which a page stands: nobody is led on from there."""
    if programme.moved is None or not programme.moved.item.entries:
        return
    standing = _standing(programme)
    for old in programme.moved.item.entries:
        if old in standing:
            yield _stands(programme.moved, old, standing[old])


def _standing(programme: Programme) -> Mapping[str, str]:
    """Give the addresses of pages that somebody may read, if not yet today, each with its file if it has one."""
    found = {"/": "", **{f"/{top}/": "" for top in RESERVED - WITHOUT_PAGE}}
    found |= {f"/areas/{area}/": "" for area in programme.focus_areas}
    found |= {f"/people/{name}/": each.path for name, each in programme.people.items() if each.item.role != "none"}
    for name, pair in programme.pairs.items():
        found[f"/pairs/{name}/"] = pair.path
        if any(is_open(programme, post) for post in programme.threads.get(name, ())):
            found[f"/threads/{name}/"] = ""
    found |= {f"/posts/{name}/": each.path for name, each in programme.posts.items() if is_open(programme, each)}
    drafts = {name for name, each in programme.roadmaps.items() if each.item.state == "draft"}
    found |= {f"/roadmaps/{name}/": each.path for name, each in programme.roadmaps.items() if name not in drafts}
    found |= {f"/agendas/{name}/": each.path for name, each in programme.agendas.items()}
    for communities in (programme.communities, programme.notes):
        found |= {f"/communities/{name}/": each.path for name, each in communities.items()}
    return found | {free_address(name): each.path for name, each in programme.pages.items()}


def _stands(moved: Entry[Moved], old: str, path: str) -> Finding:
    return Finding(
        code="LNK002",
        severity="warning",
        span=moved.key(old),
        message=f"a page stands at `{old}`, so nobody is led on from there",
        help="leave the line out",
        key=old,
        related=(Related("it is made of this file", Span(path), excerpt=False),) if path else (),
    )


def _addresses(programme: Programme, as_of: date) -> Mapping[str, str]:
    """Give the address of each text that has a page in the widest sense: for those who take part and coordinate."""
    from generator.view.gate import Gate  # noqa: PLC0415 - only a change that removes a page needs it

    return {
        path: address for path, address in Gate(programme, "coordinators", as_of).addresses.items() if is_text(path)
    }


def _instead(programme: Programme, base: Programme, path: str, address: str, new: Mapping[str, str]) -> str:
    """Give the address of the new page that was this one: with the same text, else with an address like it."""
    text = base.documents[path].body
    same = [each for other, each in new.items() if programme.documents[other].body == text]
    return next(iter([*same, *nearest(address, new.values(), 1)]), "")


def _gone(programme: Programme, path: str, address: str, instead: str) -> Finding:
    goal = f"`{address}: {instead}`" if instead else f"`{address}:` and the address of what takes its place"
    return Finding(
        code="LNK002",
        severity="warning",
        span=programme.moved.document.top() if programme.moved else Span(MOVED),
        message=f"the page `{address}` is gone, and its address leads nowhere",
        help=f"add the line {goal}" if programme.moved else f"add the file, with the line {goal}",
        key=address,
        related=(Related(f"it was {path}"),),
    )
