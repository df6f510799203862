"""A long list as several pages: the first at the list's own address, the others below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.language import gettext

T_co = TypeVar("T_co", covariant=True)

SIZE = 30
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T_co]):
    """One page of a list; `below` is where its further pages lie."""

    items: tuple[T_co, ...]
    number: int
    of: int
    first: str
    below: str

    @property
    def address(self) -> str:
        """Give this page's own address."""
        return self._address(self.number)

    @property
    def near(self) -> tuple[tuple[int, str], ...]:
        """Give the first, the last and the neighbouring pages: few links, however long the list."""
        numbers = {1, self.of, *range(self.number - _BESIDE, self.number + _BESIDE + 1)}
        return tuple((number, self._address(number)) for number in sorted(numbers) if 1 <= number <= self.of)

    def title(self, title: str) -> str:
        """Give the title of this page: the list's own, with the number from the second page on."""
        return title if self.number == 1 else gettext("%(title)s, page %(number)s", title=title, number=self.number)

    def _address(self, number: int) -> str:
        return self.first if number == 1 else f"{self.below}page-{number}/"


def leaves(items: Iterable[T_co], first: str, *, size: int = SIZE, below: str | None = None) -> tuple[Leaf[T_co], ...]:
    """Cut a list into pages; an empty list has one page, so that it can say that it is empty."""
    found = tuple(items)
    of = max(1, -(-len(found) // size))
    cut = (found[start : start + size] for start in range(0, of * size, size))
    return tuple(Leaf(part, number, of, first, first if below is None else below) for number, part in enumerate(cut, 1))
