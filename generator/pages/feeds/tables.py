"""What programs can read of pairs, people, posts and progress: each column is a value that a page of theirs shows."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language import N_
from generator.pages.feeds.table import (
    ADDRESS,
    DAY,
    MAYBE,
    MAYBE_ADDRESS,
    MAYBE_DAY,
    MAYBE_WHOLE,
    TEXT,
    TEXTS,
    WHOLE,
    Column,
    Table,
    titles,
)  # fmt: skip
from generator.pages.words import words
from generator.view.indicator import GroupView, IndicatorView
from generator.view.shapes import (
    ActionView,
    Card,
    ChangeView,
    CohortView,
    GoalView,
    Link,
    Milestone,
    PairView,
    Profile,
    QualityView,
    SessionView,
    Wish,
)  # fmt: skip

Coming = tuple[Link, SessionView]
Counted = tuple[str, str, int]
Walked = tuple[str, str, str]
Judged = tuple[GroupView, IndicatorView, tuple[str, ...]]
Week = tuple[str, str, int, str]
Asked = tuple[str, str, str, str]
Reached = tuple[PairView, Milestone]

POSTS: Table[Card] = Table(
    "posts",
    N_("posts"),
    "posts",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("date", "day it is dated", DAY, lambda each: each.date.isoformat()),
        Column("kind", "kind of post", TEXT, lambda each: each.kind),
        Column("visibility", "who may read it", TEXT, lambda each: each.visibility),
        Column("summary", "summary", TEXT, lambda each: each.summary),
        Column("author", "who wrote it; null without consent", MAYBE, lambda each: each.author.name),
        Column("side", "mentor or mentee", TEXT, lambda each: each.author.role),
        Column("minutes", "reading time", WHOLE, lambda each: each.minutes),
    ),
)
CHANGES: Table[ChangeView] = Table(
    "changes",
    N_("what changed"),
    "what changed, the newest first",
    (
        Column("what", "what is different", TEXT, lambda each: each.what),
        Column("on", "since when, or from when", DAY, lambda each: each.on.isoformat()),
        Column("state", "planned, done or dropped", TEXT, lambda each: each.state),
        Column("owner", "whose it is; null without consent", MAYBE, lambda each: each.owner.name),
        Column("area", "focus area", MAYBE, lambda each: each.area),
        Column("post", "the post that tells it", MAYBE_ADDRESS, lambda each: each.post.address),
    ),
)
PAIRS: Table[PairView] = Table(
    "pairs",
    N_("pairs"),
    "pairs, in an order that ranks nobody",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("mentor", "the junior of the two; null without consent", MAYBE, lambda each: each.mentor.name),
        Column("mentee", "the senior of the two; null without consent", MAYBE, lambda each: each.mentee.name),
        Column("cohort", "cohort", TEXT, lambda each: each.cohort.title),
        Column("state", "state", TEXT, lambda each: words(each.state)),
        Column("areas", "focus areas", TEXTS, lambda each: titles(each.areas)),
    ),
)
COHORTS: Table[CohortView] = Table(
    "cohorts",
    N_("cohorts"),
    "cohorts, the newest first; null protects a small group",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("title", "title", TEXT, lambda each: each.title),
        Column("starts", "first day", DAY, lambda each: each.starts.isoformat()),
        Column("ends", "last day", DAY, lambda each: each.ends.isoformat()),
        Column("phase", "starts soon, under way or finished", TEXT, lambda each: each.phase),
    ),
)
QUALITY: Table[QualityView] = Table(
    "quality",
    N_("findings by rule"),
    "what the checks find, by rule; for coordinators only",
    (
        Column("rule", "code of the rule", TEXT, lambda each: each.code),
        Column("severity", "kind of finding", TEXT, lambda each: each.severity),
        Column("count", "how often", WHOLE, lambda each: each.count),
        Column("files", "where", TEXTS, lambda each: list(each.files)),
    ),
)
WALKED: Table[Walked] = Table(
    "steps",
    N_("steps of the roadmaps"),
    "steps of the pair's roadmaps",
    (
        Column("roadmap", "roadmap", TEXT, lambda each: each[0]),
        Column("step", "step", TEXT, lambda each: each[1]),
        Column("state", "done, ahead or skipped on purpose", TEXT, lambda each: each[2]),
    ),
)
GOALS: Table[GoalView] = Table(
    "goals",
    N_("goals"),
    "goals; for those who take part",
    (
        Column("side", "whose", TEXT, lambda each: each.side),
        Column("goal", "goal", TEXT, lambda each: each.goal),
        Column("sign", "how both will know", TEXT, lambda each: each.sign),
        Column("state", "state", TEXT, lambda each: each.state),
        Column("percent", "how far, in per cent", MAYBE_WHOLE, lambda each: each.percent),
    ),
)
GOALS_BY_STATE: Table[Counted] = Table(
    "goals_by_state",
    N_("goals by state"),
    "how many goals of a side stand where",
    (
        Column("side", "whose", TEXT, lambda each: each[0]),
        Column("state", "state", TEXT, lambda each: each[1]),
        Column("goals", "how many", WHOLE, lambda each: each[2]),
    ),
)
MILESTONES: Table[Milestone] = Table(
    "milestones",
    N_("milestones"),
    "what is worth celebrating",
    (
        Column("what", "what", TEXT, lambda each: each.what),
        Column("on", "day; for those who take part", MAYBE_DAY, lambda each: each.on.isoformat() if each.on else None),
    ),
)
SESSIONS: Table[SessionView] = Table(
    "sessions",
    N_("sessions"),
    "sessions, as far as the pair's confidentiality opens them",
    (
        Column("address", "its page", ADDRESS, lambda each: each.address),
        Column("number", "number", WHOLE, lambda each: each.number),
        Column("start", "start, in the programme's zone", TEXT, lambda each: each.start.isoformat(timespec="minutes")),
        Column("minutes", "planned length", WHOLE, lambda each: each.length),
        Column("state", "planned, held or not held", TEXT, lambda each: words(each.status)),
        Column("moved", "how often its date moved", WHOLE, lambda each: each.moved),
        Column("format", "agenda template", TEXT, lambda each: each.template.title),
        Column("purpose", "what it is for", MAYBE, lambda each: each.purpose),
        Column("step", "step of a roadmap", MAYBE, lambda each: each.step.title if each.step else None),
    ),
)
COMING: Table[Coming] = Table(
    "coming",
    N_("sessions to come"),
    "sessions to come",
    (
        Column("address", "its page", ADDRESS, lambda each: each[1].address),
        Column("pair", "who meets", TEXT, lambda each: each[0].title),
        Column("number", "number", WHOLE, lambda each: each[1].number),
        Column("start", "start, in the programme's zone", TEXT, lambda it: it[1].start.isoformat(timespec="minutes")),
        Column("minutes", "planned length", WHOLE, lambda each: each[1].length),
    ),
)
ACTIONS: Table[ActionView] = Table(
    "actions",
    N_("actions"),
    "promises, as far as the pair's confidentiality opens them",
    (
        Column("owner", "whose; null where it stays between the two", MAYBE, lambda each: each.owner or None),
        Column("action", "what", MAYBE, lambda each: each.text),
        Column("due", "by when", MAYBE_DAY, lambda each: each.due.isoformat() if each.due else None),
        Column("status", "open, done or dropped", TEXT, lambda each: each.status),
    ),
)
PEOPLE: Table[Profile] = Table(
    "people",
    N_("people"),
    "who takes part, as they agreed to be shown",
    (
        Column("address", "their page", ADDRESS, lambda each: each.address),
        Column("name", "name", TEXT, lambda each: each.name),
        Column("role", "mentor, mentee or both", TEXT, lambda each: each.role),
        Column("department", "department", TEXT, lambda each: each.department),
        Column("timezone", "time zone", TEXT, lambda each: each.timezone),
        Column("languages", "languages, as codes", TEXTS, lambda each: list(each.languages)),
        Column("offers", "focus areas they can help with", TEXTS, lambda each: _areas(each.offers)),
        Column("wants", "focus areas they want to learn in", TEXTS, lambda each: _areas(each.wants)),
        Column("interests", "beyond the job", TEXTS, lambda each: list(each.interests)),
        Column("places_free", "how many partners more; inside only", MAYBE_WHOLE, lambda each: each.places_free),
    ),
)
INDICATORS: Table[Judged] = Table(
    "indicators",
    N_("indicators"),
    "indicators beside their bars; for coordinators only",
    (
        Column("group", "the programme or a cohort", TEXT, lambda each: each[0].title),
        Column("as_of", "as of which day", DAY, lambda each: each[0].as_of.isoformat()),
        Column("measure", "its measure", TEXT, lambda each: each[1].measure),
        Column("name", "name", TEXT, lambda each: each[1].name),
        Column("value", "value; null where nothing is due yet", MAYBE, lambda it: it[1].shown if it[1].n else None),
        Column("bar", "the bar", TEXT, lambda each: each[1].bar),
        Column("counted", "over how many", WHOLE, lambda each: each[1].n),
        Column("files", "what it was counted from", TEXTS, lambda each: list(each[2])),
    ),
)
PULSE: Table[Asked] = Table(
    "pulse",
    N_("pulse"),
    "what questions came to; for coordinators only",
    (
        Column("wave", "wave, and how many answered", TEXT, lambda each: each[0]),
        Column("question", "question", TEXT, lambda each: each[1]),
        Column("side", "which side", TEXT, lambda each: each[2]),
        Column("answer", "what it came to", TEXT, lambda each: each[3]),
    ),
)
REACHED: Table[Reached] = Table(
    "reached",
    N_("what pairs reached"),
    "what pairs reached, in an order that ranks nobody",
    (
        Column("address", "the pair's page", ADDRESS, lambda each: each[0].address),
        Column("mentor", "the junior of the two; null without consent", MAYBE, lambda each: each[0].mentor.name),
        Column("mentee", "the senior of the two; null without consent", MAYBE, lambda each: each[0].mentee.name),
        Column("what", "what", TEXT, lambda each: each[1].what),
        Column("on", "day; inside only", MAYBE_DAY, lambda each: each[1].on.isoformat() if each[1].on else None),
    ),
)
LINES: Table[Week] = Table(
    "weeks",
    N_("measures week by week"),
    "measures week by week",
    (
        Column("measure", "its measure", TEXT, lambda each: each[0]),
        Column("cohort", "cohort", TEXT, lambda each: each[1]),
        Column("week", "week of the cohort, from 0 on", WHOLE, lambda each: each[2]),
        Column("value", "value", TEXT, lambda each: each[3]),
    ),
)


def _areas(wishes: Iterable[Wish]) -> list[str]:
    return list(dict.fromkeys(wish.area.title for wish in wishes))
