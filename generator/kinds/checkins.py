"""`pairs/<cohort>/check-ins.yml`: that a coordinator checked in, never what was said."""

from generator.kinds.base import Model, fact, kind
from generator.kinds.values import Day, Id


class CheckIn(Model):
    """One check-in of a coordinator with a pair."""

    on: Day = fact("when", to="coordinators", example="2026-06-10")
    by: Id = fact("person id of the coordinator", to="coordinators", example="p-023")


class CheckIns(Model):
    """The check-ins of a cohort, by pair."""

    entries: dict[Id, tuple[CheckIn, ...]] = fact("pair: its check-ins", to="coordinators")


KIND = kind(
    "check-ins",
    "the check-ins of a cohort",
    shape="pairs/<cohort>/check-ins.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/check-ins\.yml",
    near=r"pairs/(?!people/)[^/]+/check[-_]?ins?\.(?:ya?ml|YA?ML)",
    model=CheckIns,
    table=True,
)
