"""How long a post is (POS007)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.kinds.post import WIDTH, Post
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.rules.sought import sought
from generator.source.finding import Finding

_hides = sought(r"\]\([^)]*\s|!\[|<!--|www\.|```[^\n]*[ \t]\S|~~~[^\n]*[ \t]\S")
"""Tells what may hide words: titles of links, alternative texts, comments, addresses, notes at code."""
_BEYOND = b"\xc2\xe1\xe2\xe3"
"""In UTF-8 all blanks and dashes beyond ASCII begin with one of these."""
_PLAIN = bytes(sign for sign in range(0x80) if bytes((sign,)).isalpha()) + b".,;?!"
"""What parts no words: letters, and marks of a sentence."""
_BESIDE = _PLAIN + bytes(range(0x80, 0x100)).translate(None, _BEYOND)
"""What surely parts no words, in UTF-8."""
_SEEN = b".,;?!'\"*_#/-0123456789" + bytes(range(0x80, 0x100))
"""What hides no word beside it from a reader; to leave out what parts words makes them fewer, never more."""
_USUAL = _PLAIN + _SEEN + b" \n\t\r"
_KINDS = bytes(32 if sign in b" \n\t\r" else 97 if bytes((sign,)).isalpha() else 45 for sign in range(0x100))
"""Makes blanks of blanks, `a` of letters and `-` of all other signs."""
_LONG = 10
"""Bytes of a long word and the blank after it: so many times the least number of words mostly hold enough of them."""
_AROUND = (".", ",", "*", "\u060c")
"""Signs at words, the last one the comma of Arabic."""
_PARTING = "|\u2014&@"
"""Signs that can part a stretch without blanks into several words."""
_STRETCH = re.compile(rf"[^\W_][^\s{_PARTING}]*")
"""From a letter or digit to what ends all words that it may begin."""


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
    if _hides(data) or _may_exceed(body, data, most):
        return False
    shown = _shown(data)
    return _reaches(shown[: _LONG * least], least) or _reaches(shown, least) or _has_plain(shown, least)


def _shown(data: bytes) -> bytes:
    """Give what stands before the first definition of a footnote or a link: what follows may be hidden."""
    defined = data.find(b"]:")
    return data if defined < 0 else data[: max(data.rfind(b"[", 0, defined), 0)]


def _may_exceed(body: str, data: bytes, most: int) -> bool:
    """Tell whether there may be too many words: any unusual sign may part two, then few may, then none stands alone."""
    return (
        len(data.translate(None, _BESIDE)) >= most
        and len(body.split()) + sum(map(body.count, _PARTING)) > most
        and len(_STRETCH.findall(body)) > most
    )


def _reaches(data: bytes, least: int) -> bool:
    """Tell whether enough words end in a letter, less one for each unusual sign: what is not read has such a sign."""
    ends = data.translate(_KINDS, _SEEN).count(b"a ")
    return ends >= least and ends - len(data.translate(None, _USUAL)) >= least


def _has_plain(data: bytes, least: int) -> bool:
    """Tell whether there are enough words of nothing but letters."""
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
