"""A review as data: made where the change is, read and rendered where it is not trusted."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LARGEST = 256 << 10
"""Bytes of a review; a larger one is refused unread."""

Line = Annotated[str, Field(max_length=1_000)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class Data(BaseModel):
    """A part of a review; an unknown key is refused, since it comes from a change nobody has read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Told(Data):
    """A finding that the change causes."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    severity: Literal["error", "warning", "nightly"]
    path: Line
    line: Number
    column: Number
    message: Line
    help: Annotated[str, Field(max_length=4_000)]


class Reached(Data):
    """How many pages of an audience are new, changed and gone, and the addresses of the first new and gone ones."""

    audience: Literal["organisation", "cohort", "coordinators"]
    new: tuple[Line, ...]
    gone: tuple[Line, ...]
    counts: tuple[Number, Number, Number]


class Review(Data):
    """What a change does, what it shows to whom, and what it causes.

    `reached` is empty where the change or its base has errors: there is no site then. The number of findings
    stands in `errors` and `warnings`; `findings` holds as many as there is room for.
    """

    version: Literal[1]
    as_of: Line
    files: Number
    deeds: tuple[Line, ...]
    machinery: tuple[Line, ...]
    reached: tuple[Reached, ...]
    errors: Number
    warnings: Number
    older: Number
    findings: tuple[Told, ...]
