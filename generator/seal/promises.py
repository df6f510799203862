"""What sealing and publishing promise, and what they do not: one text for the site and the command line."""

from __future__ import annotations

_SEALED = (
    "A sealed post can be read only by somebody who holds a key of one of its two members: "
    "not by coordinators, reviewers, or the host"
)
_READABLE = (
    "that it exists, its date, author, kind, minutes and about how long it is: "
    "readable by everyone with repository access"
)

PROMISES: tuple[tuple[str, str], ...] = (
    (_SEALED, _READABLE),
    (
        "A page of one audience contains nothing of a narrower one",
        "that the raw files are hidden: whoever can clone reads them, and all history",
    ),
    (
        "What is taken off the site is gone from the next build",
        "that it is gone from clones, forks, and the host's caches",
    ),
    (
        "A new key protects posts sealed from then on",
        "old posts: an old key opens what was sealed to it",
    ),
    (
        "An agreement counts as signed when both keys signed these very words",
        "that the keyholder wrote every sentence themselves",
    ),
    ("", "recovery: a post whose every key is lost is lost"),
)
"""Each promise with what is not promised beside it."""
