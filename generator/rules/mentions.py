"""Where a text names somebody: by full name, a name of their own, id or account; whole words, in any case.

A given or a family name alone counts only where nobody else in the programme has it and where it is no
ordinary word. Of two names that begin at one place the longer is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.kinds.person import Person
from generator.programme import Entry
from generator.rules.ordinary import ORDINARY
from generator.rules.sought import sought
from generator.source.document import Document

SHORTEST = 3
"""No shorter word names somebody on its own."""

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_NO_WORD = "".join(sign for sign in map(chr, range(0x80)) if not sign.isalnum())
_JOINED = re.compile(r"[\s\-._>*]{1,4}")
_SPLIT = bytes(sign if bytes((sign,)).isalnum() or sign & 0x80 else 0x20 for sign in range(0x100)).lower()
"""Makes blanks of what parts words in a text in UTF-8, and small letters of capitals; what is not ASCII stays."""
_LETTERS = str.maketrans({"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe", "\u0131": "i"})


def folded(text: str) -> str:
    """Reduce a text to what a search compares: no case, no accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


_FOLDED = {sign: letter for sign in map(chr, range(0x100)) if re.fullmatch("[a-z0-9]", letter := folded(sign))}
_PLAIN = bytes(ord(_FOLDED.get(chr(sign), " ")) for sign in range(0x100))
"""Folds a text in Latin-1, and makes blanks of all that does not become one letter or digit of ASCII."""
_ASCII = bytes(range(0x80))
_STRANGE = rf"[\p{{L}}\p{{M}}\p{{N}}&&[^{''.join(_FOLDED)}]]"
"""What else can be part of a word."""
_STRANGE_TO_ASCII = rf"[{_STRANGE}&&[\p{{Latin}}\p{{Common}}\p{{Inherited}}]]"
"""What else can be part of a word that is folded to ASCII."""


class Mention(NamedTuple):
    """Who is named, and where in the text, as offsets."""

    who: str
    start: int
    end: int


class _Term(NamedTuple):
    """A sequence of words that names somebody (nobody in particular where `who` is empty).

    `literal` is how it is written where that matters, as in an id; `handle` asks for an `@` before it.
    """

    words: tuple[str, ...]
    who: str
    literal: str = ""
    handle: bool = False


class Index:
    """All that names somebody or something, by its first word."""

    def __init__(self, terms: Iterable[_Term]) -> None:
        self._terms: dict[str, list[_Term]] = {}
        for term in terms:
            self._terms.setdefault(term.words[0], []).append(term)
        for found in self._terms.values():
            found.sort(key=lambda term: -len(term.words))
        plain = sorted(word for word in self._terms if word.isascii())
        self._begins = sought(f" (?:{'|'.join(plain)}) " if plain else r"[^\s\S]")
        self._is_strange = sought(_STRANGE_TO_ASCII if len(plain) == len(self._terms) else _STRANGE)
        self._harmless: set[bytes] = set()
        self._bodies: dict[str, tuple[Mention, ...]] = {}
        self._files: dict[str, bool] = {}

    def in_body(self, document: Document) -> tuple[Mention, ...]:
        """Give the mentions in a body; several rules ask for the same one."""
        if document.path not in self._bodies:
            self._bodies[document.path] = self.found(document.markdown.body)
        return self._bodies[document.path]

    def found(self, text: str) -> tuple[Mention, ...]:
        """Give the mentions in a text, in its order; most texts hold no word that anybody's name begins with."""
        return tuple(self._mentions(text)) if self.may_be_in(text) else ()

    def may_be_in_file(self, path: str, text: str) -> bool:
        """Tell whether the text of a file may hold a mention; several rules ask for the same file."""
        if path not in self._files:
            self._files[path] = self.may_be_in(text)
        return self._files[path]

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text holds a word that somebody's name, id or account begins with."""
        return not self._at_a_glance_not_in(text) and self._word_by_word_in(text)

    def _at_a_glance_not_in(self, text: str) -> bool:
        """Tell at a glance that no word begins a mention; of a text with unusual letters nothing is told."""
        plain = b" %b " % text.encode("latin-1", "replace").translate(_PLAIN)
        return not self._begins(plain) and (
            text.isascii() or not self._is_strange(text.encode().translate(None, _ASCII))
        )

    def _word_by_word_in(self, text: str) -> bool:
        """Tell whether a word begins a mention, whatever its letters are; no word is judged twice."""
        new = {*text.encode().translate(_SPLIT).split()} - self._harmless
        if not new:
            return False
        beginning = {each for each in new if not self._terms.keys().isdisjoint(words_in(each.decode()))}
        self._harmless |= new - beginning
        return bool(beginning)

    def _mentions(self, text: str) -> Iterator[Mention]:
        words = [(folded(found.group()), *found.span()) for found in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            terms = self._terms.get(words[at][0], ())
            term = next((each for each in terms if _stands(each, text, words[at : at + len(each.words)])), None)
            if term is not None:
                end = at + len(term.words)
                if term.who:
                    yield Mention(term.who, words[at][1], words[end - 1][2])
                at = end - 1
            at += 1


class _Same:
    """A mapping that is equal to itself only."""

    __slots__ = ("people",)

    def __init__(self, people: Mapping[str, Entry[Person]]) -> None:
        self.people = people

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.people is other.people

    def __hash__(self) -> int:
        return id(self.people)


def people(people: Mapping[str, Entry[Person]]) -> Index:
    """Index the names, ids and accounts of people; several rules ask for the same ones in turn."""
    return _indexed(_Same(people))


@lru_cache(maxsize=1)
def _indexed(same: _Same) -> Index:
    people = same.people
    owners: dict[tuple[str, ...], set[str]] = {}
    for name, entry in people.items():
        for words in _names(entry.item.name):
            owners.setdefault(words, set()).add(name)
    terms = [
        _Term(words, next(iter(who)) if len(who) == 1 else "")
        for words, who in owners.items()
        if len(words) > 1 or _telling(words[0])
    ]
    for name, entry in people.items():
        terms += _written(name, name)
        accounts = entry.item.accounts
        for account in (accounts.github, *accounts.emails) if accounts else ():
            terms += _written(account or "", name, handle=True)
    return Index(terms)


def takes_part(people: Mapping[str, Entry[Person]], person: str) -> bool:
    """Tell whether somebody is a participant: who has the role `none` is not."""
    return person in people and people[person].item.role != "none"


def ids(names: Iterable[str], texts: Iterable[str]) -> Index:
    """Index ids as far as they can stand in some texts; one that looks like a word names nothing."""
    there = {word for text in texts for word in words_in(text)}
    return Index(term for name in names if there.issuperset(words_of(name)) for term in _written(name, name))


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name that are its bearer's own, folded: no particles, and of parts with a hyphen each."""
    return tuple(word for part in _own(name) for word in words_of(part) if len(word) >= SHORTEST)


def _stands(term: _Term, text: str, words: list[tuple[str, int, int]]) -> bool:
    """Tell whether a term stands at these words of a text."""
    if tuple(word for word, _, _ in words) != term.words:
        return False
    start, end = words[0][1], words[-1][2]
    if term.literal:
        return folded(text[start:end]) == term.literal and (not term.handle or text[start - 1 : start] == "@")
    return all(_JOINED.fullmatch(text, before[2], after[1]) for before, after in pairwise(words))


def _names(name: str) -> Iterator[tuple[str, ...]]:
    """Give a full name and each of its parts, as words."""
    parts = {words_of(part) for part in _own(name)}
    yield from sorted({words_of(name), *parts} - {()})


def _own(name: str) -> list[str]:
    """Give the parts of a name without particles: those in lower case, where there is another."""
    parts = name.split()
    return [part for part in parts if not part[:1].islower()] or parts


def _written(text: str, who: str, *, handle: bool = False) -> Iterator[_Term]:
    """Give the term of an id or an account; one that is an ordinary word needs its `@`, an id then is none."""
    words = words_of(text)
    if not words:
        return
    literal = _literal(text)
    strange = len(words) > 1 or _telling(literal) or any(sign.isdigit() for sign in literal)
    if strange or handle:
        yield _Term(words, who, literal, handle=not strange)


def _literal(text: str) -> str:
    """Give a text that has words from its first to its last one, folded."""
    if text.isascii():
        return text.lower().strip(_NO_WORD)
    found = list(_WORD.finditer(text))
    return folded(text[found[0].start() : found[-1].end()])


def _telling(word: str) -> bool:
    return len(word) >= SHORTEST and word not in ORDINARY


@lru_cache(1 << 15)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, an id or an account; several rules ask for the same ones."""
    return words_in(name)


def words_in(text: str) -> tuple[str, ...]:
    """Give the words of a text as a mention is compared: folded, in their order."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    return tuple(folded(found) for found in _WORD.findall(text))
