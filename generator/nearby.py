"""A small change judged by what lies near it, where that says the same as judging everything.

Near a session or a post lie its room, the rooms that it leads to, that lead to it or that share a person with it,
the people whose names occur, and all that belongs to no room. Everything else is taken as known but unread, on which
no rule builds anything. What is there now is judged so and, where something is or was said of what lies near, what
was there as well. The answer counts only if of what was there nothing else is said than a check of all files said, and
if what is there now brings nothing new to say: then what was said before is said again, but for what is put right.
Whatever else changes, all files are judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from generator import load, revisions, rules
from generator.account import NAMED, Account
from generator.kinds import of_path
from generator.load import Raw, Read
from generator.programme import Programme
from generator.rules.mentions import words_in
from generator.source.finding import Finding
from generator.worktree import Held

MANY, FAR = 32, 1000
"""So many files may have changed, and so many lie near them; beyond that judging all is as quick."""
CHANGING = frozenset({"session", "post", "room-note"})
"""The kinds of file that are judged by what lies near them."""
SETTINGS = "pairs/programme.yml"
_IN_ROOMS = (*CHANGING, "pair")
_BY_PATH = frozenset({"image", "signature", ""})
"""Of these the path says everything to others."""
_PAGES = ("page", "community", "note")
"""Of these there are many, and they concern a room only where one leads to the other."""
_FOLDERS = ("pairs", "content/threads")
_ROOM = re.compile(r"(?:pairs|content/threads)/([^/]+/[^/]+)/")
_POST = re.compile(rb"\d{4}-\d\d-\d\d-[a-z0-9-]+")
_DAY = len("2026-01-31")


class Near(NamedTuple):
    """What is said after a small change: the findings, the programme near it, how many files there are, their paths."""

    findings: tuple[Finding, ...]
    programme: Programme
    files: int
    paths: Callable[[], Sequence[str]]


def judged(
    root: Path,
    was: Account,
    changed: Mapping[str, Held],
    day: Callable[[Programme], date],
    *,
    nightly: bool = False,
    since: bool = False,
) -> Near | None:
    """Judge a change by what lies near it; `None` where that may not be what judging everything says.

    With `since` the change itself is judged as well, and nothing may be told of the files that changed: whether that
    is older than the change takes more to say.
    """
    change = _change(root, was, changed)
    raws = _near(root, was, *change) if change else []
    if change is None or len(raws) > FAR:
        return None
    still, settings = load.read(raws), next((raw for raw in raws if raw.path == SETTINGS), None)
    unread = _unread(was, {*still, *changed})

    def programme(texts: Mapping[str, Raw]) -> tuple[Programme, tuple[Finding, ...]]:
        return _programme(still, load.read(texts.values(), settings), unread, was)

    here = programme(change[1])
    as_of = day(here[0])
    if as_of.isoformat() != was.as_of:
        return None
    then = programme(change[0]) if since else None
    new = {*here[1], *rules.judge(here[0], as_of, nightly=nightly, base=then[0] if then else None)}
    told = [each for each in was.findings if _is_about(each, changed)]
    if since and told:
        return None
    old = set[Finding]()
    if new or any(_is_about(each, {*still, *changed}) for each in was.findings):
        then = then or programme(change[0])
        old = {*then[1], *rules.judge(then[0], as_of, nightly=nightly)}
    if not (old.issuperset(new) and old.issuperset(told) and old.issubset(was.findings)):
        return None
    findings = tuple(each for each in was.findings if each in new or each not in old)
    return Near(findings, here[0], was.number + len(change[1]) - len(change[0]), partial(_paths, was, *change))


def _change(root: Path, was: Account, changed: Mapping[str, Held]) -> tuple[dict[str, Raw], dict[str, Raw]] | None:
    """Give what the files held and what they hold; `None` where they are many, of other kinds or no plain files."""
    if len(changed) > MANY or not all(map(may_change, changed)):
        return None
    before, now = _before(root, changed), {raw.path: raw for raw in load.read_folder(root, changed)}
    if before is None or any(raw.instead for raw in now.values()):
        return None
    new = now.keys() - before.keys()
    return None if new and _meet(new, _paths(was, before, now)) else (before, now)


def _paths(was: Account, before: Mapping[str, Raw], now: Mapping[str, Raw]) -> list[str]:
    """Give the paths of all files there are now, in no order."""
    return [path for kind in was.files for path in was.paths(kind) if path not in before] + list(now)


def may_change(path: str) -> bool:
    """Tell whether a file is of a kind that is judged by what lies near it."""
    claimed = of_path(path)
    return claimed is not None and claimed[0].name in CHANGING


def _meet(new: Iterable[str], paths: Iterable[str]) -> bool:
    """Tell whether one of the new paths and another would be one file on a disk that ignores case."""
    folded = {path.casefold() for path in new}
    return sum(path.casefold() in folded for path in paths) > len(folded)


def _before(root: Path, changed: Mapping[str, Held]) -> dict[str, Raw] | None:
    """Give what the files held before; `None` where one was no plain file, or Git has let it go."""
    found = {path: held[1:] for path, held in changed.items() if isinstance(held, bytes) and held[:1] == b"-"}
    blobs = {path: held for path, held in changed.items() if isinstance(held, str)}
    known = revisions.contents(root, blobs.values())
    found |= {path: known[blob] for path, blob in blobs.items() if blob in known}
    if len(found) != sum(held is not None for held in changed.values()):
        return None
    return {path: Raw(path, text) for path, text in found.items()}


def _near(root: Path, was: Account, before: Mapping[str, Raw], now: Mapping[str, Raw]) -> list[Raw]:
    """Read what lies near a change, but for what changed: nobody is named but in what changed, or as a member."""
    texts = [*before.values(), *now.values()]
    own = {_room(raw.path) for raw in texts}
    people = {member for room in own for member in was.members.get(room, ())}
    shared = {room for room, members in was.members.items() if not people.isdisjoint(members)} - own
    folders = (*(f"{folder}/{room}/" for room in own for folder in _FOLDERS), *(f"pairs/{room}/" for room in shared))
    paths = {path for kind in _IN_ROOMS for folder in folders for path in was.within(kind, folder)}
    paths.update(*(was.paths(kind) for kind in was.files.keys() - {*_IN_ROOMS, *_BY_PATH, *_PAGES, "person"}))
    paths.update(_posts(root, was, texts), _pages(was, texts), _people(was, texts, own | shared))
    return list(load.read_folder(root, paths - before.keys() - now.keys()))


def _room(path: str) -> str:
    found = _ROOM.match(path)
    return found[1] if found else ""


def _name(path: str) -> str:
    """Give a file's name without its ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def _people(was: Account, texts: Iterable[Raw], rooms: Iterable[str]) -> Iterator[str]:
    """Give the files of everybody whom texts may name, and of the members of rooms."""
    members = (member for room in rooms for member in was.members.get(room, ()))
    lines = {line for raw in texts for line in raw.data.decode(errors="replace").split("\n")}  # nearly all stand twice
    words = set(words_in("\n".join((*members, *lines))))
    return (path for word in words & was.words.keys() for path in was.words[word])


def _pages(was: Account, texts: Iterable[Raw]) -> Iterator[str]:
    """Give the pages that some texts name in a link, or that lead to them."""
    written = unquote_to_bytes(b"\n".join(raw.data for raw in texts))
    leading = {path for name in {_name(raw.path) for raw in texts} for path in was.leading_to(name)}
    for kind in _PAGES:
        yield from (path for path in was.paths(kind) if path in leading or _name(path).encode() in written)


def _posts(root: Path, was: Account, texts: Iterable[Raw]) -> Iterator[str]:
    """Give the posts that texts lead to, that lead to these, or have the same id.

    Of a post that is led to the next is followed where it is of the same day, or may be: only there an answer can
    lead back.
    """
    doubtful = {finding.span.path for finding in was.findings}
    own = {_name(raw.path) for raw in texts}
    yield from (path for name in own for path in was.leading_to(name) if _room(path))
    wanted, seen = own.union(*(_ids(raw.data) for raw in texts)), set[str]()
    while wanted:
        name = wanted.pop()
        seen.add(name)
        for raw in load.read_folder(root, was.called("post", f"{name}.md")):
            yield raw.path
            wanted |= {each for each in _ids(raw.data) - seen if each[:_DAY] == name[:_DAY] or raw.path in doubtful}


def _ids(text: bytes) -> set[str]:
    """Give all that may be the id of a post."""
    return {found.decode() for found in _POST.findall(text)}


def _unread(was: Account, read: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the ids of what others may name and is not read."""
    near, found = set(read), dict[str, frozenset[str]]()
    for kind in NAMED:
        names = dict(was.named(kind))
        for path in near & names.keys():
            del names[path]
        found[kind] = frozenset(names.values())
    return found


def _programme(
    still: Mapping[str, Read], changing: Mapping[str, Read], unread: Mapping[str, frozenset[str]], was: Account
) -> tuple[Programme, tuple[Finding, ...]]:
    loaded = load.assembled(dict(sorted({**still, **changing}.items())))
    broken = dict(loaded.programme.broken)
    for kind, names in unread.items():
        broken[kind] = broken.get(kind, frozenset()) | names
    return replace(
        loaded.programme,
        broken=broken,
        images=dict.fromkeys(was.paths("image"), ""),
        signatures=frozenset(was.paths("signature")),
    ), loaded.findings


def _is_about(finding: Finding, paths: Collection[str]) -> bool:
    return finding.span.path in paths or any(each.span and each.span.path in paths for each in finding.related)
