"""`pairs/programme.yml`: what the programme is for, its cohorts, its people in charge, its policy."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Flag, Id, Language, Length, Number, Text, Url, Whole, Zone


class Words(Model):
    """The words the site uses instead of ours, where a programme has its own."""

    programme: Text | None = words("the programme's public name", to="organisation", default=None)
    mentor: Text | None = words("display word for the junior person", to="organisation", default=None)
    mentee: Text | None = words("display word for the senior leader", to="organisation", default=None)


class FocusArea(Model):
    """A subject where senior leaders need a fresh view."""

    id: Id = fact("permanent id", to="organisation", example="digital-ai")
    title: Text = words("its title", to="organisation", example="Digital and AI")
    why: Text = words("why it matters here and now", to="organisation")


class Cohort(Model):
    """People who start together, and their common period."""

    id: Id = fact("permanent id, the name of its folder", to="organisation", example="2026-spring")
    title: Text = words("its title", to="organisation", example="Spring 2026")
    starts: Day = fact("first day", to="organisation", example="2026-04-13")
    ends: Day = fact("last day", to="organisation", example="2026-10-30")


class Defaults(Model):
    """What a new pair's agreement starts from."""

    sessions: Whole = fact("planned sessions of a pair", to="organisation", example="6", ge=1, le=60)
    minimum_sessions: Whole = fact("held sessions a completed pair needs", to="organisation", example="4", ge=1, le=60)
    every: Length = fact("rhythm", to="organisation", example="30 days")
    length: Length = fact("length of a session", to="organisation", example="60 min")


class Charge(Model):
    """The people in charge."""

    sponsor: Id = fact("who protects time and budget", to="organisation", example="p-002")
    coordinators: tuple[Id, ...] = fact("who runs it (two at least)", to="organisation")
    support_contact: Id = fact("neutral person outside both reporting lines", to="organisation", example="p-003")


class Match(Model):
    """How proposals are weighed."""

    weights: dict[Text, Whole] | None = fact("component: weight, adding up to 100", to="coordinators", default=None)
    style: dict[Text, dict[Text, Whole]] | None = fact(
        "axis: points for same and different", to="coordinators", default=None
    )
    floor: Whole | None = fact("lowest fit without a warning", to="coordinators", default=None)
    veto_cap: Whole | None = fact("how many vetoes a person has", to="coordinators", default=None)


class Policy(Model):
    """Thresholds of the rules, by name; what is left out has its default (`mentoring rules`)."""

    max_yaml: Whole | None = fact("largest YAML file, bytes", to="organisation", default=None)
    max_markdown: Whole | None = fact("largest Markdown file, bytes", to="organisation", default=None)
    max_sealed: Whole | None = fact("largest sealed body, bytes", to="organisation", default=None)
    cohort_weeks: tuple[Whole, Whole] | None = fact(
        "shortest and longest cohort, weeks", to="organisation", default=None
    )
    training_required: Literal["both", "mentor", "mentee", "none"] | None = fact(
        "who must be trained before the first session", to="organisation", default=None
    )
    capacity_mentor: Whole | None = fact("open pairs of a mentor", to="organisation", default=None)
    capacity_mentee: Whole | None = fact("open pairs of a mentee", to="organisation", default=None)
    level_gap: Whole | None = fact("least gap of levels without a warning", to="organisation", default=None)
    common_manager: Whole | None = fact(
        "managers of the mentee kept out of the mentor's line", to="organisation", default=None
    )
    first_session_within: Length | None = fact("first session after `active`", to="organisation", default=None)
    closing_required: Flag | None = fact("a pair completes with a closing session", to="organisation", default=None)
    pause: Length | None = fact("longest pause without a warning", to="organisation", default=None)
    pauses: Whole | None = fact("pauses a pair may take", to="organisation", default=None)
    answer_within: Length | None = fact("time to answer a proposal", to="organisation", default=None)
    closing_lead: Length | None = fact("closure is planned this long before the end", to="organisation", default=None)
    cadence: tuple[Length, Length] | None = fact("shortest and longest rhythm", to="organisation", default=None)
    rebook_within: Length | None = fact("time to rebook a session not held", to="organisation", default=None)
    midpoint: tuple[Number, Number] | None = fact(
        "shares of the term between which the review lies", to="organisation", default=None
    )
    goals_by: Length | None = fact("both sides have a goal by then", to="organisation", default=None)
    goal_lag: Number | None = fact("share a side's goals may lag behind the term", to="organisation", default=None)
    session_length: tuple[Length, Length] | None = fact("shortest and longest session", to="organisation", default=None)
    mentee_lead: Number | None = fact(
        "largest share of minutes the mentee leads alone", to="organisation", default=None
    )
    drift_watch: Number | None = fact("drift worth a look", to="organisation", default=None)
    drift_risk: Number | None = fact("drift that needs a check-in", to="organisation", default=None)
    drift_risk_fast: Number | None = fact("the same for a rhythm of up to 14 days", to="organisation", default=None)
    drift_stalled: Number | None = fact("drift of a pair gone quiet", to="organisation", default=None)
    stalled_after: Length | None = fact(
        "active days without a session of a pair gone quiet", to="organisation", default=None
    )
    final_after: Length | None = fact("a held record is final after", to="organisation", default=None)
    moves: Whole | None = fact("how often a date may move", to="organisation", default=None)
    agenda_lead: Length | None = fact("agenda ready this long before", to="organisation", default=None)
    record_within: Length | None = fact("record written this long after", to="organisation", default=None)
    actions: Whole | None = fact("most actions of a session", to="organisation", default=None)
    action_stale: Length | None = fact("an action is carried no longer than this", to="organisation", default=None)
    action_late: Length | None = fact("an action is late after", to="organisation", default=None)
    post_grace: Length | None = fact("posts may follow the pair's end by", to="organisation", default=None)
    post_words: tuple[Whole, Whole] | None = fact("shortest and longest post, words", to="organisation", default=None)
    review_age: Length | None = fact("content is reviewed at least every", to="organisation", default=None)
    review_age_fast: Length | None = fact("the same in fast focus areas", to="organisation", default=None)
    fast_areas: tuple[Id, ...] | None = fact("focus areas that age quickly", to="organisation", default=None)
    small_group: Whole | None = fact("smallest group whose figure is shown", to="organisation", default=None)
    match: Match | None = fact("how matches are proposed", to="coordinators", default=None)
    signatures: Literal["off", "agreements", "all"] | None = fact(
        "what must be signed", to="organisation", default=None
    )
    retention: Length | None = fact("how long facts are kept after a cohort", to="organisation", default=None)


class Site(Model):
    """Where the site and its repository live."""

    url: Url | None = fact("address of the site", to="organisation", default=None)
    repository: Url | None = fact("address of the repository", to="organisation", default=None)
    branch: Id | None = fact("branch people write to", to="organisation", default=None, example="main")
    forge: Literal["github", "gitlab", "gitea", "forgejo", "none"] | None = fact(
        "kind of forge", to="organisation", default=None
    )
    edit: Flag | None = fact("show edit links", to="organisation", default=None)


class ProgrammeFile(Model):
    """The programme as its people describe it."""

    name: Text = words("name of the programme", to="organisation")
    purpose: Text = words("what it is for, in one sentence", to="organisation")
    organisation: Text = words("who runs it", to="organisation")
    not_for: tuple[Text, ...] = words("what the programme is never used for", to="organisation")
    timezone: Zone = fact("zone of all local times", to="organisation", example="Europe/Berlin")
    language: Language = fact("language of the site", to="organisation", example="en")
    words: Words | None = words("display words", to="organisation", default=None)
    focus_areas: tuple[FocusArea, ...] = fact("where leaders need a fresh view", to="organisation", min_length=1)
    cohorts: tuple[Cohort, ...] = fact("who starts together", to="organisation", min_length=1)
    defaults: Defaults = fact("what a new pair starts from", to="organisation")
    people: Charge = fact("the people in charge", to="organisation")
    policy: Policy | None = fact("thresholds", to="organisation", default=None)
    id: Id = fact("permanent id, for feeds and calendars", to="organisation", example="fernhollow-second-sight")
    site: Site | None = fact("where the site lives", to="organisation", default=None)
    clock: Day | None = fact("a fixed as-of date", to="organisation", default=None)


KIND = kind(
    "programme",
    "the programme",
    shape="pairs/programme.yml",
    place=r"pairs/programme\.yml",
    near=r"pairs/[Pp]rogramm?e?\.(?:ya?ml|YA?ML)",
    model=ProgrammeFile,
)
