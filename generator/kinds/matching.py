"""`pairs/<cohort>/matching.yml`: the record of a matching run; counts and ids, no unserved names."""

from typing import Literal

from generator.kinds.base import Model, fact, kind
from generator.kinds.values import Day, Id, Text, Whole


class Pool(Model):
    """Who could be matched."""

    mentors: tuple[Id, ...] = fact("person ids", to="never")
    mentees: tuple[Id, ...] = fact("person ids", to="never")


class Unserved(Model):
    """How many found no partner."""

    mentors: Whole = fact("mentors", to="never", ge=0)
    mentees: Whole = fact("mentees", to="never", ge=0)


class Matching(Model):
    """One run: what it started from and what it proposed."""

    on: Day = fact("as-of date", to="coordinators")
    mode: Literal["fair", "total", "stable"] = fact("objective", to="coordinators")
    max_changes: Text = fact("how many standing pairs may change", to="coordinators")
    tool: Text = fact("version", to="never")
    policy: Text = fact("SHA-256 of the effective policy", to="never")
    inputs: Text = fact("SHA-256 over the pool's files", to="never")
    private: Literal["used", "none"] = fact("whether private input was used", to="never")
    pool: Pool = fact("who could be matched", to="never")
    kept: tuple[Id, ...] = fact("pairs kept", to="coordinators")
    new: tuple[Id, ...] = fact("pairs proposed", to="coordinators")
    dropped: tuple[Id, ...] = fact("proposals withdrawn", to="coordinators")
    served: Whole = fact("mentees with a partner", to="never", ge=0)
    unserved: Unserved = fact("people without", to="never")
    second_seats: Whole = fact("mentors with a second partner", to="never", ge=0)
    worst: Whole = fact("lowest fit", to="never")
    total: Whole = fact("sum of fit", to="never")
    blocking: Whole = fact("blocking pairs", to="never", ge=0)


KIND = kind(
    "matching",
    "the record of a matching run",
    shape="pairs/<cohort>/matching.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/matching\.yml",
    near=r"pairs/(?!people/)[^/]+/match(?:ing)?\.(?:ya?ml|YA?ML)",
    model=Matching,
)
