"""`content/threads/<cohort>/<pair>/<date>-<slug>.md`: one entry of a pair's growth thread."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Approval, Day, Id, Language, Owned, Text, TwoIds, Whole

SEALED = "pair"
WIDTH = {"pair": 0, "cohort": 1, "organisation": 2, "public": 3}
"""How wide each visibility is: who may read grows with the number."""


class Change(Model):
    """Something that is different now because of this pair: the "you said, we did" ledger (POS006 judges it)."""

    what: Text | None = words("what is different now", to="organisation", default=None)
    owner: Id | None = fact("person id of who owns it", to="organisation", default=None)
    on: Day | None = fact("since or from when", to="organisation", default=None)
    state: Literal["planned", "done", "dropped"] | None = fact(
        "planned, done or dropped", to="organisation", default=None
    )


class Post(Model):
    """An open post, or the readable head of a sealed one (`visibility: pair`)."""

    title: Text = words("its title", to="organisation", max_length=300)
    date: Day = fact("the day it speaks of, as in the file name", to="organisation", example="2026-05-21")
    author: Id = fact("person id of a member of the pair", to="organisation", example="p-031")
    kind: Literal["reflection", "experiment", "win", "question", "recap", "story"] = fact(
        "what it is", to="organisation"
    )
    visibility: Owned = fact("public, organisation, cohort or pair; never a default", to="organisation", default=None)
    summary: Text | None = words("what it says, in one sentence", to="organisation", default=None, max_length=200)
    language: Language | None = fact(
        "what it is written in, if not in the programme's language", to="organisation", default=None, example="de"
    )
    partner: Approval = fact("`not mentioned` or `approved <date>`", to="never", default=None, example="not mentioned")
    step: TwoIds | None = fact("roadmap/step", to="organisation", default=None)
    tags: tuple[Text, ...] = words("words to find it by", to="organisation", default=())
    replies_to: Id | None = fact("the post it answers", to="organisation", default=None)
    changed: Change | None = fact("what is different now", to="organisation", default=None)
    minutes: Whole | None = fact("reading time of a sealed post", to="never", default=None, ge=1, le=480)

    @property
    def sealed(self) -> bool:
        """Tell whether the body is for the two members only."""
        return self.visibility == SEALED

    def absent(self) -> tuple[str, ...]:
        """An open post has a summary and says whether the partner is mentioned.

        SEA003 speaks for sealed posts, POS001 where the visibility does not tell which of the two it is.
        """
        if self.sealed or self.visibility not in WIDTH:
            return ()
        missing = () if self.summary is not None else ("summary",)
        return missing if "partner" in self.model_fields_set else (*missing, "partner")


KIND = kind(
    "post",
    "a post",
    shape="content/threads/<cohort>/<pair>/<date>-<slug>.md",
    place=r"content/threads/(?P<cohort>{slug})/(?P<pair>{slug})/(?P<date>{day})-(?P<slug>{slug})\.md",
    near=r"content/threads/.+\.(?:md|markdown|MD)",
    model=Post,
    front=True,
    published=True,
    dated=True,
)
