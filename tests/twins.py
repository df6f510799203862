"""Twins of a planted programme: they differ in facts that one audience may not see, and in nothing else.

Facts that are counted in a figure this audience may see (sessions held, totals of a group that is large enough) stay
as they are; in groups under five, and for pairs that do not publish their progress, they change as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property
from random import Random
from typing import Any

import canaries
import samples
from gated import PATHS_OF_STATES, SWAPPED, File, Planted, history
from reached import CONSENTS, hidden
from seen import GATES, About, row

from generator.kinds import of_path
from generator.kinds.base import Audience

COUNTED = {
    "session": {"date", "status", "length", "actual", "step"},
    "pair": {"agreement.every", "agreement.sessions", "skipped.step", "roadmaps"},
}
"""What figures are made of."""

BEGUN = {"active", "paused", "completed", "ended_early", "re_matched"}
SMALLEST = 5
_WORD = re.compile(r"(?P<end>&?)(?P<word>zq[a-z2-7]{12})")


class Twin:
    """Makes one twin for an audience; what is changed, and into what, comes from a seed."""

    def __init__(self, made: Planted, audience: Audience, seed: int) -> None:
        self.made, self.audience, self.by = made, audience, Random(seed)
        self.crossed: dict[str, bool] = {}
        self.abouts = {place.path: place.about for place in made.places.values() if place.path in made.files}

    def files(self) -> dict[str, bytes]:
        """Give the twin's files."""
        whole = {path: self._changed(path, deepcopy(file)) for path, file in self.made.files.items()}
        gone = self._gone()
        said = {path: file.text().encode() for path, file in whole.items()} | self.made.others
        return {self._renamed(path): self._said(data) for path, data in said.items() if path not in gone}

    def _may(self, gate: str, about: About) -> bool:
        return GATES[gate](about, self.audience)

    # words

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {word: canaries.word(word, "twin") for word in hidden(self.made, self.audience) if self._now()}

    def _now(self) -> bool:
        return self.by.random() < 0.5

    def _renamed(self, text: str) -> str:
        return _WORD.sub(lambda found: found["end"] + self._words.get(found["word"], found["word"]), text)

    def _said(self, data: bytes) -> bytes:
        """Rename words everywhere; at the end of a text more words follow, so that it is longer as well."""
        if not data.isascii():
            return data

        def other(found: re.Match[str]) -> str:
            word = self._words.get(found["word"])
            return found[0] if word is None else f"{found['end']}{word}{' and more' if found['end'] else ''}"

        return _WORD.sub(other, data.decode()).encode()

    # values

    def _changed(self, path: str, file: File) -> File:
        claimed = of_path(path)
        assert claimed
        kind, about = claimed[0], self.abouts.get(path)
        if about is None:
            return file
        leaves = {leaf.path: leaf for leaf in samples.leaves(kind)}
        kept = COUNTED.get(kind.name, set()) if self._is_counted(about) else set()
        for mapping, key, name in list(_values(file.fields)):
            said = row(kind.name, name)
            if said is None or said.is_tested_elsewhere or said.may(about, self.audience) or name in kept:
                continue
            if name in leaves and self._now():
                mapping[key] = _other(leaves[name], mapping[key])
        self._govern(kind.name, about, file.fields)
        if kind.name in {"session", "pair"} and not self._may("steps", about) and self._crosses(path):
            _cross(file.fields)
        return file

    def _crosses(self, path: str) -> bool:
        """Tell whether a pair has taken another step instead, in all of its files: no count of steps is another one."""
        room = "/".join(path.split("/")[:3])
        return self.crossed.setdefault(room, self._now())

    def _govern(self, kind: str, about: About, fields: dict[str, Any]) -> None:
        """Change what decides on others, where it changes nothing for this audience."""
        if kind == "person" and self.audience == "organisation" and about.consent in CONSENTS[1:]:
            fields["consent"]["profile"] = self.by.choice(CONSENTS[1:])
        if kind == "post" and self.audience == "organisation" and about.visibility in {"cohort", "pair"}:
            fields["visibility"] = self.by.choice(("cohort", "pair"))
        if kind == "post" and not self._may("pair", about) and self._now():
            fields.pop("replies_to", None)
        if kind == "pair" and not self._may("pair", about):
            fields["history"] = history(fields["history"][0], self.by.choice(self._states_alike(about)))
            if "agreement" in fields and about.mentor != "organisation":
                fields["agreement"]["publish"] = self.by.choice(("nothing", "names", "progress"))

    def _states_alike(self, about: About) -> list[str]:
        """List the states in which this audience would not see the pair either, nor count it."""
        begun = about.state in BEGUN
        others = (about_in(about, state) for state in (*PATHS_OF_STATES, about.state) if (state in BEGUN) == begun)
        return [each.state for each in others if not self._may("pair", each)]

    # whole files

    def _gone(self) -> set[str]:
        return {path for path in self._removable() if self._now()}

    def _removable(self) -> Iterator[str]:
        for path, about in self.abouts.items():
            kind = of_path(path)[0].name  # type: ignore[index]
            if kind in {"matching", "room-note"} or about.draft:
                yield path
            # Coordinators see the pulse, and their list lets a pair rest after a check-in.
            if kind in {"check-ins", "pulse"} and self.audience != "coordinators":
                yield path
            if kind == "person" and not self._may("profile", about):
                yield path
            if kind == "session" and not self._may("room", about) and not self._is_counted(about):
                yield path
            if kind == "post" and not self._may("post", about) and not self._counts_sealed(about):
                yield path
        yield from (path for path in self.made.others if path.endswith(".sig"))

    def _counts_sealed(self, about: About) -> bool:
        """Tell whether a room says how many sealed posts there are."""
        return self.audience != "organisation" and about.visibility == "pair" and self._may("pair", about)

    def _is_counted(self, about: About) -> bool:
        """Tell whether figures this audience may see are made of a pair's facts."""
        if not about.state:
            return False
        large = self.audience == "organisation" and self._begun >= SMALLEST and about.state in BEGUN
        return self._may("progress", about) or large

    @cached_property
    def _begun(self) -> int:
        pairs = [about for path, about in self.abouts.items() if path.endswith("/pair.yml")]
        return sum(about.state in BEGUN for about in pairs)


def about_in(about: About, state: str) -> About:
    """Give the same pair in another state."""
    return About(about.confidentiality, about.publish, about.mentor, about.mentee, state)


def _cross(fields: dict[str, Any]) -> None:
    """Swap the two steps of the roadmap, in a session or among those left out."""
    for mapping, key, name in list(_values(fields)):
        if name in {"step", "skipped.step"}:
            mapping[key] = SWAPPED.get(mapping[key], mapping[key])


def _other(leaf: samples.Leaf, value: str) -> str:
    """Give another value; ids are swapped with their like, words are renamed later."""
    if value in SWAPPED:
        return SWAPPED[value]
    return value if leaf.reads in samples.PLANTED else samples.other(leaf, value)


def _values(data: Any, above: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Give each single value: what holds it, its place there, its key path without positions."""
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in list(children):
        name = above if isinstance(data, list) else f"{above}.{key}".lstrip(".")
        if isinstance(value, dict | list):
            yield from _values(value, name)
        elif isinstance(value, str):
            yield data, key, name
