"""How many words of a body a reader sees: no markup, no addresses."""

from __future__ import annotations

import re
from html import unescape

_NOT_WRITTEN = re.compile(r'<sup[^>]*class="footnote-ref".*?</sup>|<p class="markdown-alert-title">[^<]*</p>')
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:)\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.\w+"
)
_LETTER = re.compile(r"[^\W_]")


def count(html: str) -> int:
    """Count the words of a rendered body; one with a hyphen or an apostrophe is one, a lone sign is none.

    Numbers of footnotes and the headings that the renderer gives to alerts are nobody's words.
    """
    text = unescape(_TAG.sub("", _NOT_WRITTEN.sub("", html)))
    stretches = _ADDRESS.sub(" ", text).replace("\u2014", " ").split()
    return sum(_LETTER.search(stretch) is not None for stretch in stretches)
