"""`content/communities/<community>/<date>-<slug>.md`: a practice note: context, tried, result, again."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Id, Text


class Note(Model):
    """What somebody tried while running a programme, and whether they would again."""

    title: Text = words("its title", to="organisation")
    date: Day = fact("the day, as in the file name", to="organisation")
    author: Id = fact("person id", to="organisation")
    context: Text = words("the situation", to="organisation")
    tried: Text = words("what was tried", to="organisation")
    result: Text = words("what came of it", to="organisation")
    again: Literal["yes", "no", "differently"] = fact("would they do it again", to="organisation")


KIND = kind(
    "note",
    "a practice note",
    shape="content/communities/<community>/<date>-<slug>.md",
    place=r"content/communities/(?P<community>{slug})/(?P<date>{day})-(?P<slug>{slug})\.md",
    near=r"content/communities/.+\.(?:md|markdown|MD)",
    model=Note,
    front=True,
    published=True,
    dated=True,
)
