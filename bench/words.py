"""Made-up words in two languages and one right-to-left script, with a natural frequency curve, and texts of them.

A vocabulary of a hundred words would flatter every index, cache and compressor. Ranks follow Zipf's law as
Mandelbrot mended it (1953): weight 1 / (rank + 2.7); frequent words are short, as in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

_SHORT, _LONG = 150, 2500
"""Ranks up to the first have one syllable; beyond the second half of them have three or more."""


@dataclass(frozen=True, slots=True)
class Language:
    """Words by rank, their summed weights, and the marks that end and part a sentence."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    stop: str
    comma: str


@dataclass(frozen=True, slots=True)
class _Syllables:
    onsets: Sequence[str]
    nuclei: Sequence[str]
    codas: Sequence[str]

    def word(self, rng: Random, syllables: int) -> str:
        parts = (rng.choice(self.onsets) + rng.choice(self.nuclei) + rng.choice(self.codas) for _ in range(syllables))
        return "".join(parts)


_NORTH = _Syllables(
    [*"bcdfghjklmnprstvw", "br", "ch", "cl", "dr", "fl", "gr", "pl", "pr", "sh", "sl", "st", "th", "tr"],
    [*"aeiou", "ai", "ea", "ee", "oa", "ou"],
    ["", "", "", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ck", "rd"],
)
_SOUTH = _Syllables(
    [*"bcdfglmnprstvzjç", "gu", "lh", "nh", "qu", "br", "tr"],
    [*"aeiouãéóê", "ei", "ou"],
    ["", "", "", "s", "r", "m", "l"],
)
_EAST = _Syllables(list("بتثجحخدذرزسشصضطظعغفقكلمنهوي"), list("اوي"), ["", "", "", "ن", "ر", "م", "ل"])
_SIZES = {"north": (_NORTH, 12_000, ".", ","), "south": (_SOUTH, 8_000, ".", ","), "east": (_EAST, 6_000, ".", "،")}


@cache
def language(name: str, seed: int) -> Language:
    """Give one of `north`, `south` and `east`: 26,000 words together, the same for the same seed."""
    syllables, count, stop, comma = _SIZES[name]
    rng = Random(f"{seed}/words/{name}")
    found: dict[str, None] = {"null": None}
    while len(found) <= count:
        rank = len(found)
        more = rng.random() < (1 / 2 if rank > _LONG else 1 / 5)
        found.setdefault(syllables.word(rng, 1 + (rank > _SHORT) + more))
    words = tuple(found)[1:]
    return Language(words, tuple(accumulate(1 / (rank + 2.7) for rank in range(1, count + 1))), stop, comma)


def name(rng: Random, seed: int) -> str:
    """Make a person's name, no word of which is a word of the texts."""
    known = set(language("north", seed).words)
    parts: list[str] = []
    while len(parts) < 2:
        part = _NORTH.word(rng, 1) + rng.choice(("wyn", "sen", "dale", "ova", "rick", "lin", "ström", "mere"))
        if part not in known:
            parts.append(part.capitalize())
    return " ".join(parts)


class Prose:
    """One writer's words in one language; texts have as many words as asked for, code and numbers aside."""

    def __init__(self, rng: Random, spoken: Language) -> None:
        """Take the random numbers of this text and its language."""
        self.rng = rng
        self.spoken = spoken
        self.notes: list[str] = []
        self._blocks: dict[Callable[[int], str], int] = {
            self.paragraph: 50, self.section: 10, self.bullets: 10, self.steps: 6, self.tasks: 4,
            self.table: 4, self.code: 5, self.quote: 5, self.alert: 4, self.noted: 6,
        }  # fmt: skip

    def words(self, count: int) -> list[str]:
        """Draw words by their frequency."""
        return self.rng.choices(self.spoken.words, cum_weights=self.spoken.weights, k=count)

    def phrase(self, count: int) -> str:
        """Write a title or a label: no stop, first letter large."""
        text = " ".join(self.words(count))
        return text[0].upper() + text[1:]

    def sentence(self, count: int) -> str:
        """Write a sentence: commas, now and then an emphasis, a number, a quotation, a piece of code."""
        drawn = self.words(count)
        at = self.rng.randrange(count)
        if self.rng.random() < 1 / 3:
            marks = self.rng.choice(("**{}**", "*{}*", "`{}`", "“{}”", f"{self.rng.randrange(2, 90)} {{}}"))
            drawn[at] = marks.format(drawn[at])
        for comma in range(self.rng.randrange(5, 10), count - 2, 8):
            drawn[comma] += self.spoken.comma
        text = " ".join(drawn)
        return text[0].upper() + text[1:] + self.spoken.stop

    def plain(self, count: int) -> str:
        """Write a sentence without any mark-up, for a field of a file."""
        return self.phrase(count) + self.spoken.stop

    def paragraph(self, count: int) -> str:
        """Write sentences of 6 to 20 words."""
        sentences = []
        while count:
            size = min(count, self.rng.randrange(6, 21))
            size = count if count - size < 4 else size
            sentences.append(self.sentence(size))
            count -= size
        return " ".join(sentences)

    def section(self, count: int) -> str:
        """Write a heading and a paragraph."""
        return f"## {self.phrase(4)}\n\n{self.paragraph(count - 4)}"

    def bullets(self, count: int) -> str:
        """Write a list."""
        return self._list(count, lambda _: "- ")

    def steps(self, count: int) -> str:
        """Write a numbered list."""
        return self._list(count, lambda at: f"{at}. ")

    def tasks(self, count: int) -> str:
        """Write a task list, some of it done."""
        return self._list(count, lambda _: self.rng.choice(("- [x] ", "- [ ] ")))

    def table(self, count: int) -> str:
        """Write a table of three columns, two words a cell, and the rest as a sentence below."""
        rows = count // 6 - 1
        cells = [f"| {' | '.join(' '.join(self.words(2)) for _ in range(3))} |" for _ in range(rows)]
        rest = count - rows * 6
        return "\n".join([*cells[:1], "| --- | ---: | :---: |", *cells[1:], "", self.sentence(rest)])

    def code(self, count: int) -> str:
        """Write a paragraph and below it a block of code, which is not counted."""
        lines = [f"{word} = {self.rng.randrange(999)}  # {self.phrase(2)}" for word in self.words(4)]
        return "\n".join([self.paragraph(count), "", "```python", *lines, "```"])

    def quote(self, count: int) -> str:
        """Write a quotation."""
        return f"> {self.paragraph(count)}"

    def alert(self, count: int) -> str:
        """Write an alert."""
        return f"> [!{self.rng.choice(('NOTE', 'TIP', 'WARNING'))}]\n> {self.paragraph(count)}"

    def noted(self, count: int) -> str:
        """Write a paragraph with a footnote."""
        mark = f"[^{len(self.notes) + 1}]"
        self.notes.append(f"{mark}: {self.sentence(8)}")
        return self.paragraph(count - 8) + mark

    def body(self, count: int, links: Sequence[str]) -> str:
        """Write a post: blocks of 15 to 60 words, each address linked once, footnotes last."""
        blocks = [f"{self.sentence(8)} [{self.phrase(2)}]({address}) {self.sentence(8)}" for address in links]
        count -= 18 * len(links)
        kinds, weights = list(self._blocks), list(self._blocks.values())
        while count:
            size = min(count, self.rng.randrange(20, 60))
            size = count if count - size < 20 else size
            blocks.append(self.rng.choices(kinds, weights)[0](size))
            count -= size
        self.rng.shuffle(blocks)
        return "\n\n".join([*blocks, *self.notes]) + "\n"

    def _list(self, count: int, mark: Callable[[int], str]) -> str:
        items = max(2, count // 12)
        sizes = [count // items] * (items - 1)
        return "\n".join(mark(at) + self.sentence(size) for at, size in enumerate([*sizes, count - sum(sizes)], 1))
