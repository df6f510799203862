"""A number inside a sentence leads to its formula and, for coordinators, its digits to the files behind it.

Such a sentence is said twice: plainly for descriptions and feeds, and with its links for its page. Any value that is
HTML makes the whole sentence HTML (`language.gettext`), and then whatever else stands in it is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from generator.pages.page import up

Say = Callable[[str, str, str | None], str]
"""Says a number with its noun: the words, the anchor of its measure, and the page of its files if there is one."""

_COUNT = re.compile(r"(\d+(?:[.,\u00a0\u202f]\d+)*(?:\s\w+\s\d+)*)(?:(\s)([^\W\d_](?:[^,.:;]*[^\W_])?))?")
"""A number, also one of two as in `4 of 6` or `2 h 45`, and what is counted: the words up to the next sign."""


def plainly(words: str, measure: str, files: str | None) -> str:
    """Say a number without links."""
    del measure, files
    return words


def linked(address: str) -> Say:
    """Give the way to say numbers on the page at an address."""
    return below(up(address))


def below(root: str) -> Say:
    """Give the way to say numbers on pages from which the site's root is so far up.

    Without files the number and its noun are one link to the formula. With files they are two, as in a figure.
    """

    def say(words: str, measure: str, files: str | None = None) -> str:
        formula = f"{root}measures/#{measure}"
        found = _COUNT.search(words)
        if found is None:
            return _link(_from(root, files) if files else formula, words)
        number, gap, noun = found[1], found[2] or "", found[3] or ""
        if files:
            told = _link(_from(root, files), number) + gap + (_link(formula, noun) if noun else "")
        else:
            told = _link(formula, f"{number}{gap}{noun}")
        return escape(words[: found.start()]) + told + escape(words[found.end() :])

    return say


def _from(root: str, address: str) -> str:
    return root + address[1:] if address.startswith("/") else address


def _link(address: str, words: str) -> Markup:
    return Markup(f'<a class="m-n" href="{escape(address)}">{escape(words)}</a>')  # noqa: S704 - both are escaped


def joined(parts: Iterable[str]) -> str:
    """Join the parts of a sentence by commas; HTML where one of them is."""
    found = list(parts)
    return _kind(found)(", ").join(found)


def filled(pattern: str, *parts: str) -> str:
    """Fill the parts of a sentence into `{}`; HTML where one of them is."""
    return _kind(parts)(pattern).format(*parts)


def _kind(parts: Iterable[str]) -> type[str]:
    return next((Markup for each in parts if isinstance(each, Markup)), str)
