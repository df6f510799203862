"""Who sees what, read from where the gate reads it: the audience on each field, the width of each visibility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.kinds.post import SEALED, WIDTH
from generator.language import N_
from generator.seal.promises import PROMISES
from generator.view.account import FileShown, Reach, Shows
from generator.view.gate import NARROWEST

ORDER = ("organisation", "cohort", "coordinators", "never")
"""The audiences from the widest to the narrowest, and what no page shows."""

MOST = 6
"""More parts of one mapping than this are named together."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Fields that stand together under one wording, and what narrows them besides their audience."""

    what: str
    kind: str
    fields: tuple[str, ...]
    narrowed: str


FACTS = (
    Fact(
        N_("name, role, department, languages, offers, wants and interests of a participant"), "person",
        ("name", "role", "department", "timezone", "languages", "offers.note", "wants.note", "interests"),
        N_("each person's own consent: organisation, cohort or nobody"),
    ),
    Fact(
        N_("who is paired with whom, focus areas, roadmaps"), "pair", ("mentor", "mentee", "focus", "roadmaps"),
        N_("outside, what the pair agreed to publish, and the consent of both"),
    ),
    Fact(
        N_("how many goals a side has, and their state"), "pair", ("goals.side", "goals.state"),
        N_("outside, only pairs that publish their progress"),
    ),
    Fact(
        N_("which steps of a roadmap a pair took or left out"),
        "pair", ("skipped.step",),
        N_("outside, only pairs that publish their progress; of a closed room the count, to all but coordinators"),
    ),
    Fact(N_("the words of goals"), "pair", ("goals.goal", "goals.sign"), ""),
    Fact(
        N_("rhythm, length and confidentiality in an agreement"), "pair",
        ("agreement.every", "agreement.length", "agreement.confidentiality"), "",
    ),
    Fact(
        N_("agendas, takeaways and actions"), "session",
        ("agenda.item", "takeaways.mentor", "takeaways.mentee", "actions.action"),
        N_("the pair's confidentiality: dates and minutes, or also purpose and takeaways, or also the words"),
    ),
    Fact(
        N_("why two people were matched; why a pair ended, as a category"), "pair",
        ("match.reason", "history.reason"), "",
    ),
    Fact(
        N_("level, working hours, style, dislikes, accounts"), "person",
        ("level", "hours.from", "style", "dislikes", "accounts.github"), "",
    ),
    Fact(N_("public keys, and who somebody's manager is"), "person", ("keys", "manager"), ""),
    Fact(N_("how often the date of a session moved"), "session", ("moved",), N_("the room only, and never by whom")),
    Fact(N_("why a session was not held"), "session", ("reason",), ""),
    Fact(
        N_("roadmaps, agendas, communities and practice notes"), "roadmap", ("title", "why_now", "steps.prompts"),
        N_("drafts are in no build"),
    ),
)  # fmt: skip
"""The rows of the table; a test holds that the fields of a row have one audience."""

_WORDS = {
    "public": (
        N_("posts marked public"),
        N_("public means that it may be quoted outside, not that it stands on the internet"),
    ),
    "organisation": (N_("posts marked organisation"), ""),
    "cohort": (N_("posts marked cohort"), ""),
    SEALED: (
        N_("sealed posts"),
        N_("only their two members open them, on their own machines; the room says how many there are"),
    ),
}


@cache
def shows() -> Shows:
    """Tell who sees what: it follows from the declarations alone, not from a programme."""
    found = {kind.name: dict(audiences(kind)) for kind in kinds().values()}
    facts = tuple(_reach(fact, found[fact.kind]) for fact in FACTS)
    return Shows(
        (*_posts(), *facts), tuple(_file(kind, found[kind.name]) for kind in kinds().values() if kind.model), PROMISES
    )


def _reach(fact: Fact, fields: dict[str, str]) -> Reach:
    """Take the narrowest audience of a row's fields: a row never says more than the gate allows."""
    seen = max(ORDER.index(fields[field]) for field in fact.fields)
    return Reach(fact.what, seen <= 0, seen <= 1, seen <= 2, fact.narrowed)  # noqa: PLR2004 - places in ORDER


def _posts() -> Iterator[Reach]:
    for visibility in sorted(WIDTH, key=lambda each: -WIDTH[each]):
        what, narrowed = _WORDS[visibility]
        reads = {audience: WIDTH[visibility] >= least for audience, least in NARROWEST.items()}
        yield Reach(what, reads["organisation"], reads["cohort"], reads["coordinators"], narrowed)


def _file(kind: Kind, fields: dict[str, str]) -> FileShown:
    by = {audience: _short(fields, audience) for audience in ORDER}
    return FileShown(kind.says, kind.shape, by["organisation"], by["cohort"], by["coordinators"], by["never"])


def audiences(kind: Kind) -> Iterator[tuple[str, str]]:
    """Give each field of a kind by its key path, and the widest audience that may see it."""
    if kind.model is not None:
        yield from _audiences(kind.model, "")


def _audiences(model: type[BaseModel], above: str) -> Iterator[tuple[str, str]]:
    """Walk the models below: the parts decide, each for itself."""
    for name, field in model.model_fields.items():
        path, inner = f"{above}{field.alias or name}", _model(field.annotation)
        if inner is not None:
            yield from _audiences(inner, f"{path}.")
            continue
        extra = field.json_schema_extra
        yield path, str(extra["audience"]) if isinstance(extra, dict) else ORDER[-1]


def _model(annotation: Any) -> type[BaseModel] | None:
    """Find the model in an annotation such as `tuple[Goal, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model(each)) is not None), None)


def _short(fields: Mapping[str, str], seen: str) -> tuple[str, ...]:
    """Name the fields of one audience: a mapping stands for its parts, `policy.*` for most of them."""
    names = list(dict.fromkeys(_whole(fields, path) for path, audience in fields.items() if audience == seen))
    parted = Counter(name.partition(".")[0] for name in names if "." in name)
    many = {whole for whole, count in parted.items() if count > MOST}
    return tuple(dict.fromkeys(f"{whole}.*" if (whole := name.partition(".")[0]) in many else name for name in names))


def _whole(fields: Mapping[str, str], path: str) -> str:
    """Give the highest mapping around a field whose parts all have the field's audience; else the field."""
    keys = path.split(".")
    wholes = (".".join(keys[:depth]) for depth in range(1, len(keys)))
    return next((whole for whole in wholes if _parts(fields, whole) == {fields[path]}), path)


def _parts(fields: Mapping[str, str], whole: str) -> set[str]:
    return {audience for path, audience in fields.items() if path.startswith(f"{whole}.")}
