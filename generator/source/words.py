"""How many words of a body a reader sees: no markup, no addresses."""

from __future__ import annotations

import re
from html import unescape

_NOT_WRITTEN = re.compile(r'<sup[^>]*class="footnote-ref".*?</sup>|<p class="markdown-alert-title">[^<]*</p>')
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:)\S+|[^\s@]+@[^\s@]+\.\w+")
_WORD = re.compile(r"[^\s\u2014]*[^\W_][^\s\u2014]*")
_MARK = re.compile(
    r"[^\w\s.,;?!'\u2019\u201c\u201d-]|(?<!\S)[.,;?!'\u2019\u201c\u201d_-]+(?!\S)|^\s*\d+[.)]", re.MULTILINE
)
_HIDING = re.compile(r"\]:|\]\([^)]*\s|<!--|www\.")
"""What may hide words from readers: definitions of links, titles of links, comments, bare addresses."""


def count(html: str) -> int:
    """Count the words of a rendered body; one with a hyphen or an apostrophe is one, a lone sign is none.

    Numbers of footnotes and the headings that the renderer gives to alerts are nobody's words.
    """
    text = unescape(_TAG.sub("", _NOT_WRITTEN.sub("", html)))
    return len(_WORD.findall(_ADDRESS.sub(" ", text)))


def surely_within(body: str, least: int, most: int) -> bool:
    """Tell quickly, without rendering, of most bodies that their words are neither too few nor too many.

    Each sign that is not plain prose may take a word away or part one in two.
    """
    found = len(body.split())
    if not least <= found <= most or _HIDING.search(body):
        return False
    marks = len(_MARK.findall(body))
    return least + marks <= found <= most - marks
