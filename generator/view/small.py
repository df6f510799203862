"""Small groups: which counts one build may show, decided in one place for every table of it.

A reader may add and subtract any numbers of a build, whichever page, feed or file they stand in. So the sets behind
them are laid over one another, those whom the reader knows anyway are taken away, and what is left of every piece must
be nobody or five at the least: then whatever is calculated from the numbers speaks of whole pieces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import lifecycle
from generator.policy import policy
from generator.progress import groups, indicators
from generator.progress.course import courses
from generator.progress.indicators import in_rhythm
from generator.progress.indicators.indicator import Part
from generator.progress.pair_at import PairAt
from generator.view.gate import Gate

STATUS = 10
"""A band of the rhythm is said of so many pairs at least."""
Set = frozenset[str]
_NOBODY: Set = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """Of which groups a number may be shown, and whether that of all of them together may stand beside them."""

    total: bool
    groups: Set


def pieces_are_safe(sets: Iterable[Set], known: Set, smallest: int) -> bool:
    """Tell whether all pieces into which these sets cut one another are nobody, or large enough, beyond the known."""
    found = tuple(sets)
    sizes = Counter(tuple(each in one for one in found) for each in frozenset[str]().union(*found) - known)
    return all(size >= smallest for size in sizes.values())


def shown(parts: Mapping[str, Set], known: Set, smallest: int) -> Shown:
    """Decide on a number of each part of a whole, and of the whole.

    First by size alone: a group under `smallest` is hidden, and others with it until what is hidden is no small group
    either; with no group left there is no total. Then by what a reader knows: the whole first, then the parts that
    leave no small piece, the largest first.
    """
    whole = _union(parts)
    large = groups.shown({name: len(part) for name, part in parts.items()}, smallest)
    total = bool(large) and pieces_are_safe([whole], known, smallest)
    return Shown(total, _added([whole] if total else [], parts, large, known, smallest))


def _union(parts: Mapping[str, Set]) -> Set:
    return frozenset[str]().union(*parts.values())


def _added(base: list[Set], parts: Mapping[str, Set], names: Collection[str], known: Set, smallest: int) -> Set:
    """Add sets to others, the largest first, as long as no piece becomes small; give the names of those added."""
    taken, added = list(base), []
    for name in sorted(names, key=lambda each: (len(parts[each]), each), reverse=True):
        if len(parts[name]) >= smallest and pieces_are_safe([*taken, parts[name]], known, smallest):
            taken.append(parts[name])
            added.append(name)
    return frozenset(added)


@dataclass(frozen=True)
class Small:
    """What one audience may count: pairs, people, what pairs did, who follows a roadmap, who is in rhythm."""

    gate: Gate

    @cached_property
    def smallest(self) -> int:
        """Give the size of the smallest group that may be shown: five, or more by the programme's policy."""
        return policy(self.gate.programme).small_group

    @cached_property
    def cohorts(self) -> Mapping[str, Set]:
        """Give the pairs of each cohort that began; inside, those without a page count nowhere."""
        return {
            cohort: frozenset(name for name in indicators.in_cohort(self.gate.programme, cohort) if name in self._begun)
            for cohort in self.gate.programme.cohorts
        }

    @cached_property
    def whole(self) -> Set:
        """Give the pairs of all cohorts together."""
        return _union(self.cohorts)

    @cached_property
    def _begun(self) -> Set:
        gate, pairs = self.gate, self.gate.programme.pairs
        return frozenset(
            name
            for name, entry in pairs.items()
            if lifecycle.was_active(entry.item, gate.as_of) and (gate.outside or gate.has_page(name))
        )

    @cached_property
    def large(self) -> Set:
        """Name the cohorts that are large enough to be spoken of."""
        return groups.shown({name: len(pairs) for name, pairs in self.cohorts.items()}, self.smallest)

    @cached_property
    def _listed(self) -> Set:
        return frozenset(self.gate.pairs)

    @cached_property
    def pairs(self) -> Shown:
        """Decide whose number of pairs is shown; a reader knows the pairs that have a page."""
        return shown(self.cohorts, self._listed, self.smallest)

    @cached_property
    def work(self) -> Shown:
        """Decide whose sums of what pairs did are shown; a reader knows what pairs with a page of it did."""
        known = frozenset(name for name in self._listed if self.gate.shows_progress(name))
        return shown(self.cohorts, known, self.smallest)

    @cached_property
    def sides(self) -> Shown:
        """Decide whose numbers of mentors and mentees are shown: both sides of a group, or neither."""
        both = [self._side(at) for at in (0, 1)]
        total = self.pairs.total and all(self._safe([_union(side)], at) for at, side in enumerate(both))
        taken = [[_union(side)] if total else [] for side in both]
        added = []
        for name in sorted(self.pairs.groups, key=lambda each: (len(self.cohorts[each]), each), reverse=True):
            wider = [[*sets, side[name]] for sets, side in zip(taken, both, strict=True)]
            if all(self._safe(sets, at) for at, sets in enumerate(wider)):
                taken = wider
                added.append(name)
        return Shown(total, frozenset(added))

    def _safe(self, sets: list[Set], side: int) -> bool:
        known = frozenset(self.gate.programme.pairs[name].item.members[side] for name in self._listed)
        return all(len(each) >= self.smallest for each in sets) and pieces_are_safe(sets, known, self.smallest)

    def _side(self, at: int) -> Mapping[str, Set]:
        pairs = self.gate.programme.pairs
        return {name: frozenset(pairs[each].item.members[at] for each in of) for name, of in self.cohorts.items()}

    @cached_property
    def roadmaps(self) -> Mapping[str, int]:
        """Give how many pairs follow or followed each roadmap of which that may be said, beside all other numbers."""
        used = {name: self.on_roadmap(name) for name in self.gate.programme.roadmaps if self.gate.roadmap(name)}
        base = [*([self.whole] if self.pairs.total else []), *(self.cohorts[name] for name in self.pairs.groups)]
        found = _added(base, used, used, self._listed, self.smallest)
        return {name: len(used[name]) for name in found}

    def on_roadmap(self, name: str) -> Set:
        """Give the pairs of a roadmap that began; whether their number may be said is decided by `roadmaps`."""
        return frozenset(indicators.on_roadmap(self.gate.programme, name)) & self._begun

    @cached_property
    def rhythm(self) -> tuple[Mapping[str, bool], Shown]:
        """Give which pairs are in rhythm, of those it can be said of, and of which cohorts a band may be said."""
        found = self._judged
        parts = {cohort: pairs & frozenset(found) for cohort, pairs in self.cohorts.items()}
        return {name: bool(part.done) for name, part in found.items()}, shown(parts, _NOBODY, STATUS)

    @cached_property
    def _judged(self) -> Mapping[str, Part]:
        walked = ((each.name, in_rhythm.part(PairAt(each, self.gate.as_of))) for each in courses(self.gate.programme))
        return {name: part for name, part in walked if part is not None and name in self._begun}
