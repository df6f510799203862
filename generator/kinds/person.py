"""`pairs/people/<person>.yml`: a participant, or somebody who stands in a reporting line."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Clock, Day, Id, Language, Text, Whole, Zone


class Wish(Model):
    """What somebody can offer, or wants, in a focus area."""

    area: Id = fact("focus-area id", to="organisation", example="digital-ai")
    note: Text = words("what exactly, in one sentence", to="organisation")


class Hours(Model):
    """Local working hours."""

    begin: Clock = fact("start of the working day", to="coordinators", example="09:00", alias="from")
    end: Clock = fact("end of the working day", to="coordinators", example="17:30", alias="to")


class Consent(Model):
    """Who may see the profile, and since when."""

    profile: Literal["organisation", "cohort", "nobody"] = fact("who may see the profile", to="coordinators")
    on: Day = fact("when consent was given", to="coordinators", example="2026-04-01")


class Accounts(Model):
    """Names on the forge and in commits."""

    github: Text | None = fact("handle on the forge", to="coordinators", default=None)
    emails: tuple[Text, ...] = words("addresses used in commits", to="coordinators", default=())


class Person(Model):
    """Somebody who takes part (or, with role `none`, stands in a reporting line)."""

    name: Text = words("display name, or a chosen alias", to="organisation")
    role: Literal["mentor", "mentee", "both", "none"] = fact(
        "mentor (junior), mentee (senior leader), both, none", to="organisation"
    )
    level: Whole = fact("ordinal, higher is more senior", to="coordinators", example="3", ge=1, le=99)
    cohorts: tuple[Id, ...] = fact("cohorts signed up for", to="coordinators", default=())
    department: Text | None = fact("department", to="organisation", default=None)
    timezone: Zone | None = fact("where the working day lies", to="organisation", default=None, example="Europe/Lisbon")
    languages: tuple[Language, ...] = fact("languages spoken", to="organisation", default=(), min_length=1)
    manager: Id | None = fact("person id of the manager", to="never", default=None, example="p-021")
    offers: tuple[Wish, ...] = fact("what this person can teach", to="organisation", default=(), min_length=1)
    wants: tuple[Wish, ...] = fact("what this person wants to learn", to="organisation", default=(), min_length=1)
    interests: tuple[Text, ...] = words("interests beyond the job", to="organisation", default=(), min_length=2)
    dislikes: tuple[Text, ...] = words("shared dislikes count too", to="coordinators", default=())
    style: dict[Text, Text] | None = fact("self-chosen words, by axis", to="coordinators", default=None)
    hours: Hours | None = fact("local working hours", to="coordinators", default=None)
    hours_per_month: Whole | None = fact("time for the programme", to="coordinators", default=None, ge=0, le=200)
    capacity: Whole | None = fact("how many partners", to="cohort", default=None, ge=0, le=10)
    consent: Consent | None = fact("who may see the profile", to="coordinators", default=None)
    trained: Day | None = fact("day of the training", to="coordinators", default=None)
    accounts: Accounts | None = fact("names on the forge", to="coordinators", default=None)
    keys: tuple[Text, ...] = fact("public keys for sealing and signing", to="never", default=())

    def absent(self) -> tuple[str, ...]:
        """Everybody but `none` says where they work, what they offer, want and like, and when."""
        if self.role == "none":
            return ()
        needed = (
            "department",
            "timezone",
            "languages",
            "offers",
            "wants",
            "interests",
            "hours",
            "hours_per_month",
            "consent",
        )
        return tuple(name for name in needed if name not in self.model_fields_set or getattr(self, name) is None)


KIND = kind(
    "person",
    "a person",
    shape="pairs/people/<person>.yml",
    place=r"pairs/people/(?P<person>{slug})\.yml",
    near=r"pairs/people/[^/]+\.(?:ya?ml|YA?ML)",
    model=Person,
)
