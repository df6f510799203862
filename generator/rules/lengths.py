"""How long a post is (POS007)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.post import WIDTH, Post
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.rules.sought import sought
from generator.source.finding import Finding

_hides = sought(r"\]\([^)]*\s|!\[|<!--|www\.|```[^\n]*\S[ \t]+\S|~~~[^\n]*\S[ \t]+\S")
"""Tells what may hide words: titles of links, alternative texts, comments, addresses, notes at code."""
_BEYOND = b"\xc2\xe1\xe2\xe3"
"""In UTF-8 all blanks and dashes beyond ASCII begin with one of these."""
_BESIDE = b".,;?!" + bytes(range(0x80, 0x100)).translate(None, _BEYOND)
"""What a word stays one without: marks of a sentence, and letters beyond ASCII."""
_KINDS = bytes(32 if sign in b" \n\t\r" else 97 if bytes((sign,)).isalpha() else 45 for sign in range(0x100))
_AROUND = (".", ",", "*", "\u060c")
"""Signs at words, the last one the comma of Arabic."""
_PARTING = ("|", "\u2014", "&")
"""Signs that can part a stretch without blanks into several words."""


@rule("POS007", "warning")
def post_too_short_or_too_long(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Post too short to say something, or too long to be read.

    ## What it checks
    The body of an open post has 120 to 600 words (`policy.post_words`). Counted is what a reader reads:
    neither markup nor addresses. Of a sealed post nobody can tell.

    ## Why it matters
    In under a minute one can announce something, but hardly tell what was tried and what came of it. What
    takes more than three is put off, and then not read.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    ---
    ---

    How long do you wait before you help? # warning: [POS007]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    ---
    ---

    How long do you wait before you help? I ask because last week I watched somebody look for a menu entry
    for four minutes. I knew where it was. I had my hands under my legs, and I counted the tiles on the
    ceiling. In the end it was found, and the next one took ten seconds. Was that right? At the dock my own
    trainer would have pointed at once, because a lorry was waiting. Here nothing waits, except that an hour
    is only an hour, and we did not get to the second task at all. So I should like to know from the others
    whether you have a limit, in minutes, and whether you say beforehand that you are not going to help. I
    shall bring your answers to our session in April, and try one of them.
    ```
    """
    least, most = policy(programme).post_words
    for posts in programme.threads.values():
        for post in posts:
            open_to_some = WIDTH.get(post.item.visibility or "") and not post.item.sealed
            if not open_to_some or surely_within(post.document.markdown.body, least, most):
                continue
            if not least <= (found := post.document.markdown.words) <= most and not post.document.markdown.too_large:
                yield _outside(post, found, least, most)


def surely_within(body: str, least: int, most: int) -> bool:
    """Tell quickly, without rendering, of most bodies that their words are neither too few nor too many."""
    data = body.encode()
    shown, shape = _shown(data), _shape(data)
    if _hides(data) or _may_exceed(body, shape, most):
        return False
    return _reaches(shown, shape if shown is data else _shape(shown), least)


def _shown(data: bytes) -> bytes:
    """Give what stands before the first definition of a footnote or a link: what follows may be hidden."""
    defined = data.find(b"]:")
    return data if defined < 0 else data[: max(data.rfind(b"[", 0, defined), 0)]


def _shape(data: bytes) -> bytes:
    """Leave blanks of blanks, `a` of letters, nothing of what stands at words, and `-` of all other signs."""
    return data.translate(_KINDS, _BESIDE)


def _may_exceed(body: str, shape: bytes, most: int) -> bool:
    """Tell whether there may be too many words; before they are parted, any unusual sign may part two."""
    parting = shape.count(b" ") + shape.count(b"-")
    return parting >= most and len(body.split()) + sum(map(body.count, _PARTING)) > most


def _reaches(data: bytes, shape: bytes, least: int) -> bool:
    """Tell whether there are enough words: those that end in a letter, less one for each unusual sign.

    What is written and not read has such a sign. Where these are too few, words of nothing but letters are counted.
    """
    if shape.count(b"a ") - shape.count(b"-") >= least:
        return True
    text = data.decode()
    for sign in _AROUND:
        text = text.replace(sign, "")
    return sum(map(str.isalpha, text.split())) >= least


def _outside(post: Entry[Post], found: int, least: int, most: int) -> Finding:
    short, off = found < least, least - found if found < least else found - most
    remedy = "tell what you tried and what came of it" if short else "keep the one thing worth telling, or make it two"
    return Finding(
        code="POS007",
        severity="warning",
        span=post.document.body_top(),
        message=f"the body has {_words(found)}; {least} to {most} are read (`policy.post_words`)",
        help=f"{remedy}: {_words(off)} {'more' if short else 'fewer'}",
        key="body",
    )


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
