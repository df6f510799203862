"""What programs can read of paths, agendas, communities, and of how the site counts and judges: values of pages."""

from __future__ import annotations

from generator.language import N_
from generator.pages.feeds.table import (
    ADDRESS,
    DAY,
    MAYBE,
    MAYBE_WHOLE,
    TEXT,
    TEXTS,
    WHOLE,
    Column,
    Table,
    titles,
)  # fmt: skip
from generator.view.account import FieldView, FileView, MeasureView, Reach, RuleView
from generator.view.shapes import (
    AgendaView,
    AreaView,
    CommunityView,
    ItemView,
    NoteView,
    RoadmapView,
    Someone,
    StepView,
)  # fmt: skip

Noted = tuple[Someone, str]

ITEMS: Table[ItemView] = Table(
    "agenda",
    N_("parts of the agenda"),
    "parts of the agenda",
    (
        Column("kind", "what is done", TEXT, lambda each: each.kind),
        Column("minutes", "how long", WHOLE, lambda each: each.minutes),
        Column("lead", "who leads", MAYBE, lambda each: each.lead),
        Column("about", "what it is about", MAYBE, lambda each: each.text),
        Column("prompt", "a question to begin with", MAYBE, lambda each: each.prompt),
    ),
)
OFFERED: Table[Noted] = Table(
    "offered",
    N_("who offers it"),
    "who offers it",
    (
        Column("person", "who; null without consent", MAYBE, lambda each: each[0].name),
        Column("note", "what", TEXT, lambda each: each[1]),
    ),
)
WANTED: Table[Noted] = Table("wanted", N_("who wants to learn it"), "who wants to learn it", OFFERED.columns)
AREAS: Table[AreaView] = Table(
    "areas",
    N_("focus areas"),
    "focus areas",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("why", "why it matters", TEXT, lambda each: each.why),
        Column("balance", "offers less wants; null protects a small group", MAYBE_WHOLE, lambda each: each.balance),
        Column("roadmaps", "how many roadmaps", WHOLE, lambda each: len(each.roadmaps)),
    ),
)
ROADMAPS: Table[RoadmapView] = Table(
    "roadmaps",
    N_("roadmaps"),
    "roadmaps",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("area", "focus area", TEXT, lambda each: each.area.title),
        Column("state", "beta, active or retired", TEXT, lambda each: each.state),
        Column("steps", "how many steps", WHOLE, lambda each: len(each.steps)),
        Column("minutes", "how long all steps take", WHOLE, lambda each: each.minutes),
        Column("version", "version", WHOLE, lambda each: each.version),
        Column("reviewed_on", "last reviewed", DAY, lambda each: each.reviewed_on.isoformat()),
    ),
)
STEPS: Table[StepView] = Table(
    "steps",
    N_("steps"),
    "steps, in their order",
    (
        Column("id", "anchor on the page", TEXT, lambda each: each.id),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("minutes", "how long", WHOLE, lambda each: each.minutes),
        Column("after", "steps before it", TEXTS, lambda each: titles(each.after)),
        Column("mentor", "what it is worth to the mentor", TEXT, lambda each: each.mentor),
        Column("mentee", "what it is worth to the mentee", TEXT, lambda each: each.mentee),
        Column("evidence", "when it is done", TEXT, lambda each: each.evidence),
        Column("prompts", "questions", TEXTS, lambda each: list(each.prompts)),
    ),
)
AGENDAS: Table[AgendaView] = Table(
    "agendas",
    N_("agendas"),
    "agenda templates",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("use_when", "when to take it", TEXT, lambda each: each.use_when),
        Column("minutes", "length", WHOLE, lambda each: each.minutes),
        Column("parts", "how many parts", WHOLE, lambda each: len(each.items)),
        Column("mentor_share", "planned talk of the mentor, in per cent", WHOLE, lambda each: each.mentor_share),
    ),
)
COMMUNITIES: Table[CommunityView] = Table(
    "communities",
    N_("communities"),
    "communities",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("purpose", "what it is for", TEXT, lambda each: each.purpose),
        Column("notes", "how many practice notes", WHOLE, lambda each: len(each.notes)),
        Column("reviewed_on", "last reviewed", DAY, lambda each: each.reviewed_on.isoformat()),
    ),
)
NOTES: Table[NoteView] = Table(
    "notes",
    N_("practice notes"),
    "practice notes, the newest first",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("date", "day it is dated", DAY, lambda each: each.date.isoformat()),
        Column("author", "who wrote it; null without consent", MAYBE, lambda each: each.author.name),
        Column("context", "the situation", TEXT, lambda each: each.context),
        Column("tried", "what was tried", TEXT, lambda each: each.tried),
        Column("result", "what came of it", TEXT, lambda each: each.result),
        Column("again", "yes, no or differently", TEXT, lambda each: each.again),
    ),
)
MEASURES: Table[MeasureView] = Table(
    "measures",
    N_("measures"),
    "how each figure is counted",
    (
        Column("id", "anchor on the page", TEXT, lambda each: each.id),
        Column("name", "name", TEXT, lambda each: each.name),
        Column("formula", "formula", TEXT, lambda each: each.formula),
        Column("reads", "what it reads", TEXT, lambda each: each.reads),
        Column("blind", "what it cannot see", TEXT, lambda each: each.blind),
        Column("example", "an example", TEXT, lambda each: each.example),
        Column("reading", "how to read it", TEXT, lambda each: each.reading),
        Column("source", "where it comes from", TEXT, lambda each: each.source),
    ),
)
RULES: Table[RuleView] = Table(
    "rules",
    N_("rules"),
    "rules that every change is checked by",
    (
        Column("code", "code", TEXT, lambda each: each.code),
        Column("title", "there is …", TEXT, lambda each: each.title),
        Column("severity", "told as", TEXTS, lambda each: list(each.severity)),
    ),
)
FIELDS: Table[tuple[FileView, FieldView]] = Table(
    "fields",
    N_("fields"),
    "fields of every kind of file",
    (
        Column("file", "kind of file", TEXT, lambda each: each[0].name),
        Column("field", "key path", TEXT, lambda each: each[1].path),
        Column("says", "what it holds", TEXT, lambda each: each[1].says),
        Column("type", "type, where it has no list of values", MAYBE, lambda it: None if it[1].values else it[1].type),
        Column("values", "all that it may hold", TEXTS, lambda each: list(each[1].values)),
        Column("must", "whether it has to be there", TEXT, lambda each: each[1].must),
        Column("seen", "who may see it at most; empty where each of its fields says", TEXT, lambda each: each[1].seen),
    ),
)
REACH: Table[Reach] = Table(
    "reach",
    N_("who sees what"),
    "who sees what",
    (
        Column("what", "what", TEXT, lambda each: each.what),
        Column("organisation", "everyone in the organisation", TEXT, lambda each: _said(each.organisation)),
        Column("cohort", "the people who take part", TEXT, lambda each: _said(each.cohort)),
        Column("coordinators", "coordinators", TEXT, lambda each: _said(each.coordinators)),
        Column("narrowed", "narrowed further by", TEXT, lambda each: each.narrowed),
    ),
)


def _said(value: bool) -> str:  # noqa: FBT001 - a value to be written, no switch
    return "yes" if value else "no"
