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
_PLAIN = re.compile(r"\s[^\W\d_]+(?=[\s.,;?!])")
_HIDING = {
    hint.encode(): re.compile(pattern)
    for hint, pattern in {
        "](": r"\]\([^)]*\s",
        "![": r"!\[",
        "<!--": r"<!--",
        "www.": r"www\.",
        "```": r"```[^\n]*\S[ \t]+\S",
        "~~~": r"~~~[^\n]*\S[ \t]+\S",
    }.items()
}
"""What may hide words: titles of links, alternative texts, comments, addresses, notes at code."""
_BLANKS = (b" ", b"\n", b"\t", b"\r", b"|", b"&")
"""What parts words in an ASCII text that may be loaded, or can part a stretch without blanks into several."""
_PARTING = ("|", "\u2014", "&")
"""Signs that can part a stretch without blanks into several words."""
_BESIDE = b".,;:?!" + bytes(range(0x80, 0x100))
"""What a word of letters keeps being one without: marks of a sentence, and in UTF-8 all beyond ASCII."""


def count(html: str) -> int:
    """Count the words of a rendered body; one with a hyphen or an apostrophe is one, a lone sign is none.

    Numbers of footnotes and the headings that the renderer gives to alerts are nobody's words.
    """
    text = unescape(_TAG.sub("", _NOT_WRITTEN.sub("", html)))
    stretches = _ADDRESS.sub(" ", text).replace("\u2014", " ").split()
    return sum(_LETTER.search(stretch) is not None for stretch in stretches)


def surely_within(body: str, least: int, most: int) -> bool:
    """Tell quickly, without rendering, of most bodies that their words are neither too few nor too many.

    What follows the first definition, be it of a footnote or of a link, may be hidden and is not relied on.
    """
    data = body.encode()
    if _blanks(body, data) + 1 > most and len(body.split()) + sum(map(body.count, _PARTING)) > most:
        return False
    defined = data.find(b"]:")
    shown = data if defined < 0 else data[: max(data.rfind(b"[", 0, defined), 0)]
    if not _begins_with(shown, least) and len(_PLAIN.findall(shown.decode())) < least:
        return False
    return not any(hint in data and pattern.search(body) for hint, pattern in _HIDING.items())


def _blanks(text: str, data: bytes) -> int:
    """Count what can part words, or more than that: any sign beyond ASCII may be a blank or a dash."""
    return sum(map(data.count, _BLANKS)) + len(data) - len(text)


def _begins_with(data: bytes, least: int) -> bool:
    """Tell whether the beginning of a text alone has so many words of nothing but letters, marks at them left out."""
    enough = 4 * least // 3
    return sum(map(bytes.isalpha, data.translate(None, _BESIDE).split(None, enough)[:enough])) >= least
