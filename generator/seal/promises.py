"""What sealing and publishing promise, and what they do not: one text for the site and the command line."""

from __future__ import annotations

from generator.language import N_

_SEALED = N_(
    "A sealed post can be read only by somebody who holds a key of one of its two members: "
    "not by coordinators, reviewers, or the host"
)
_READABLE = N_(
    "that it exists, its date, author, kind, minutes and about how long it is: "
    "readable by everyone with repository access"
)

PROMISES: tuple[tuple[str, str], ...] = (
    (_SEALED, _READABLE),
    (
        N_("A page of one audience contains nothing of a narrower one"),
        N_("that the raw files are hidden: whoever can clone reads them, and all history"),
    ),
    (
        N_("What is taken off the site is gone from the next build"),
        N_("that it is gone from clones, forks, and the host's caches"),
    ),
    (
        N_("A new key protects posts sealed from then on"),
        N_("old posts: an old key opens what was sealed to it"),
    ),
    (
        N_("An agreement counts as signed when both keys signed these very words"),
        N_("that the keyholder wrote every sentence themselves"),
    ),
    ("", N_("recovery: a post whose every key is lost is lost")),
)
"""Each promise with what is not promised beside it."""
