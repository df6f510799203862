"""What a page offers to write: the shape of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that may be written or changed in the browser.

    `address` opens the forge's editor, if there is one; `text` is there where it must be pasted.
    """

    id: str
    title: str
    says: str
    path: str
    address: str | None
    text: str | None
