"""What reaches each audience of a planted programme, judged by the table in tests/seen.py."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import programmes
from gated import CLOCK, PATHS_OF_STATES, TO_COME, Place, Planted, add_pair, add_records, curated
from seen import AUDIENCES, ROWS, About, Row, row

from generator.history import History
from generator.kinds.base import Audience
from generator.pages import feeds, pages
from generator.programme import Programme
from generator.progress.whole import measure
from generator.publish import provenance
from generator.view import view

CONSENTS = ("organisation", "cohort", "nobody")
SETTINGS = tuple(
    About(confidentiality, publish, mentor, mentee, state)
    for confidentiality, publish, mentor, mentee, state in product(
        (None, "pair", "themes", "open"), (None, "nothing", "names", "progress"), CONSENTS, CONSENTS, PATHS_OF_STATES
    )
    if confidentiality or not publish
)
"""Every pair there can be, as far as the gate can tell pairs apart; without an agreement nothing is published."""


def mixed(given: Iterable[About], settings: Iterable[About]) -> list[About]:
    """Add pairs to those given until any two settings that can meet do so in one; whoever brings most is next."""
    chosen, left = [*given], {about: _meetings(about) for about in settings}
    met = {each for about in chosen for each in _meetings(about)}
    while any(each - met for each in left.values()):
        best = max(left, key=lambda about: len(left[about] - met))
        chosen.append(best)
        met |= left.pop(best)
    return chosen


def _meetings(about: About) -> frozenset[tuple[object, ...]]:
    parts = (about.confidentiality, about.publish, about.mentor, about.mentee, about.state)
    return frozenset((i, j, parts[i], parts[j]) for i in range(len(parts)) for j in range(i))


def planted(settings: Iterable[About]) -> Planted:
    """Plant words into a programme with pairs of these settings, and into the old addresses of what they have."""
    made, moved = curated(), {}
    for about in (*settings, TO_COME):
        pair = add_pair(made, about, all_kinds=True)
        moved[f"/pairs/{pair}/"] = about
    posts = {word: place for word, place in made.places.items() if (place.kind, place.field) == ("post", "path.slug")}
    moved |= {f"/posts/2026-02-03-{word}/": place.about for word, place in posts.items()}
    add_records(made, moved)
    return made.seal()


class Reached(NamedTuple):
    """What an audience's pages say against what the table says of it."""

    leaks: list[tuple[Place, str]]
    missing: list[Place]
    blind: list[tuple[str, str]]


def reached(made: Planted, audience: Audience, found: Collection[str]) -> Reached:
    """Judge the words that were found: forbidden ones, allowed ones that are not there, rows without any word."""
    leaks, missing, seen = [], [], set()
    for word, place in made.places.items():
        said = _row(place)
        if said.is_tested_elsewhere:
            continue
        if word in found and not said.may(place.about, audience):
            leaks.append((place, word))
        if said.does(place.about, audience):
            seen.add((place.kind, said.field))
            missing += [] if word in found else [place]
    return Reached(leaks, missing, [each for each in _to_be_seen(made, audience) if each not in seen])


def hidden(made: Planted, audience: Audience) -> list[str]:
    """List the words that an audience may not see."""
    judged = ((word, _row(place), place) for word, place in made.places.items())
    return [word for word, said, place in judged if not (said.is_tested_elsewhere or said.may(place.about, audience))]


def _row(place: Place) -> Row:
    found = row(place.kind, place.field)
    assert found is not None, f"tests/seen.py says nothing of {place.kind}: {place.field}"
    return found


def _to_be_seen(made: Planted, audience: Audience) -> Iterator[tuple[str, str]]:
    """Name the rows that have a word and that this audience's pages show, whatever else decides."""
    planted_rows = {(place.kind, _row(place).field) for place in made.places.values()}
    for kind, rows in ROWS.items():
        for each in rows:
            shown = each.shown_from != "-" and AUDIENCES.index(audience) >= AUDIENCES.index(each.shown_from)  # type: ignore[arg-type]
            if shown and not each.is_tested_elsewhere and (kind, each.field) in planted_rows:
                yield kind, each.field


def programme(files: Mapping[str, bytes]) -> Programme:
    """Load a programme."""
    return programmes.loaded(files).programme


def site(found: Programme, audience: Audience) -> dict[str, str]:
    """Give everything that one audience's pages say, by address: with titles, footers, files beside them, redirects."""
    seen = view(found, measure(found, CLOCK), (), audience)
    said, beside = {}, feeds.beside(seen)
    for made in pages(seen):
        page = replace(made, assets=beside(made))
        foot = provenance.footer(page, seen, History())
        said[page.address] = f"{page.path}\n{page.title}\n{page.description}\n{page.html}{foot}"
        said |= {asset.address: f"{asset.title}\n{asset.data.decode()}" for asset in page.assets}
    return said | {old: f"{old} {new}" for old, new in seen.redirects.items()}


def unread(made: Planted) -> list[str]:
    """Name the files that could not be read: a word in one of them would prove nothing."""
    return [each.span.path for each in programmes.loaded(made.bytes()).findings]
