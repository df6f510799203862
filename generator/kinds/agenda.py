"""`content/agendas/<template>.md`: an agenda template."""

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import ItemKind, Lead, Length, Owned, Text, Whole

STAGES = ("before", "first", "working", "midpoint", "repair", "closing")


class TemplateItem(Model):
    """One part of the template."""

    item: Text = words("what it is about", to="organisation")
    minutes: Whole = fact("how long", to="organisation", example="10", ge=1, le=480)
    lead: Lead = fact("who leads", to="organisation")
    kind: ItemKind = fact("what is done", to="organisation")
    prompt: Text | None = words("a question or an instruction to start from", to="organisation", default=None)


class Agenda(Model):
    """A template that a session's agenda starts from."""

    title: Text = words("its title", to="organisation")
    stage: Owned = fact("before, first, working, midpoint, repair or closing", to="organisation", default=None)
    length: Length = fact("length of the session", to="organisation", example="60 min")
    use_when: Text = words("when to choose it", to="organisation")
    items: tuple[TemplateItem, ...] = fact("the parts, adding up to the length", to="organisation", min_length=1)


KIND = kind(
    "agenda",
    "an agenda template",
    shape="content/agendas/<template>.md",
    place=r"content/agendas/(?P<template>{slug})\.md",
    near=r"content/agendas/.+\.(?:md|markdown|MD)",
    model=Agenda,
    front=True,
    published=True,
)
