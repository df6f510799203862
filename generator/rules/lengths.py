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
_BLANKS = b" \n\t\r|&"
"""What parts words in an ASCII text that may be loaded, or can part a stretch without blanks into several."""
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
            if not open_to_some or surely_within(post.document.body, least, most):
                continue
            if not least <= (found := post.document.markdown.words) <= most and not post.document.markdown.too_large:
                yield _outside(post, found, least, most)


def surely_within(body: str, least: int, most: int) -> bool:
    """Tell quickly, without rendering, of most bodies that their words are neither too few nor too many."""
    data = body.encode()
    return not _may_exceed(body, data, most) and not _hides(data) and _reaches(_shown(body), least)


def _may_exceed(body: str, data: bytes, most: int) -> bool:
    """Tell whether there may be too many words; before all are parted, any sign beyond ASCII may part two."""
    parting = len(data) - len(data.translate(None, _BLANKS)) + len(data) - len(body)
    return parting >= most and len(body.split()) + sum(map(body.count, _PARTING)) > most


def _shown(body: str) -> str:
    """Give what stands before the first definition of a footnote or a link: what follows may be hidden."""
    defined = body.find("]:")
    return body if defined < 0 else body[: max(body.rfind("[", 0, defined), 0)]


def _reaches(text: str, least: int) -> bool:
    """Tell whether there are so many words of nothing but letters: in the beginning alone, or else in all of it."""
    bare = text.replace(".", "").replace(",", "")
    return any(sum(map(str.isalpha, bare.split(None, end)[:end])) >= least for end in (4 * least // 3, len(bare)))


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
