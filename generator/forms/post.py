"""A new post of a thread: path, author and pair are derived; who may read it is always asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.forms import answers, draft
from generator.kinds.fields import closed_values
from generator.kinds.post import KIND, SEALED, WIDTH
from generator.kinds.values import Approval
from generator.programme import Programme

READERS = {
    "cohort": "everybody who takes part in the programme, and its coordinators",
    "organisation": "everybody in the organisation",
    "public": "everybody, also outside the organisation",
}
"""Who will read an open post, for each visibility, the narrowest first."""
_WIDEST = {"pair": "pair", "themes": "organisation", "open": "public"}
NOT_MENTIONED = "not mentioned"
LONGEST_SUMMARY = 200
KINDS: tuple[str, ...] = closed_values(KIND, ("kind",))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a post starts from."""

    pair: str
    name: str
    title: str
    date: dt.date
    author: str
    kind: str
    visibility: str
    summary: str
    partner: str
    step: str | None = None
    replies_to: str | None = None


STORY = """\
**Before.** What was it like, and what did you both take for granted?

**What we tried.** In the order in which it happened, with what failed.

**What changed.** What can be seen by somebody else.

**What I learned.**

**What my partner learned**, in their own words:

**What the leader does differently.**
"""
"""What a story tells, to be written over: both sides, and what did not work."""


def start(kind: str) -> str:
    """Give what the body of a post of a kind may start from; only a story has parts of its own."""
    return STORY if kind == "story" else ""


def allowed(programme: Programme, pair: str) -> tuple[str, ...]:
    """Give the visibilities that the pair's agreement allows for an open post, the narrowest first."""
    agreement = programme.pairs[pair].item.agreement
    widest = _WIDEST.get((agreement.confidentiality if agreement else None) or SEALED, SEALED)
    return tuple(each for each in READERS if WIDTH[each] <= WIDTH[widest])


def visibility(readers: tuple[str, ...]) -> answers.Reads[str]:
    """Read who may read an open post; whoever means the two alone is told that such a post is sealed first."""

    def reads(text: str) -> str:
        if text == SEALED and text not in readers:
            listed = ", ".join(f"`{each}`" for each in readers)
            message = f"one of {listed}; a post for the two of you alone must be sealed before it is sent anywhere"
            raise answers.UnfitError(message)
        return answers.one_of(readers)(text)

    return reads


def partner(text: str) -> str:
    """Read whether the partner is in it: `not mentioned`, or `approved <date>`; gives it as it stands in files."""
    approved: dt.date | None = answers.value(Approval)(text)
    return f"approved {approved.isoformat()}" if approved else NOT_MENTIONED


def path(pair: str, day: dt.date, name: str) -> str:
    """Give the path of a post; `name` is the part after its day."""
    return f"content/threads/{pair}/{day.isoformat()}-{name}.md"


def file(wanted: Wanted, body: str = "") -> draft.Draft:
    """Draft the file of an open post."""
    data = {
        "title": wanted.title,
        "date": wanted.date,
        "author": wanted.author,
        "kind": wanted.kind,
        "visibility": wanted.visibility,
        "summary": wanted.summary,
        "partner": wanted.partner,
        "step": wanted.step,
        "replies_to": wanted.replies_to,
    }
    return draft.markdown_file(path(wanted.pair, wanted.date, wanted.name), data, body)


def blank(day: dt.date, author: str | None, readers: tuple[str, ...]) -> str:
    """Give the text of a post to be filled in by hand: every closed value is said where it is wanted."""
    said = "".join(f"# {name}: read by {READERS[name]}\n" for name in readers)
    written = f" {author}" if author else "  # your own id"
    return (
        "---\n"
        "title:\n"
        f"date: {day.isoformat()}\n"
        f"author:{written}\n"
        f"kind:  # {', '.join(KINDS)}\n"
        f"{said}"
        f"visibility:  # {', '.join(readers)}\n"
        "summary:\n"
        f"partner: {NOT_MENTIONED}  # or: approved YYYY-MM-DD, once your partner has read it\n"
        "---\n\n"
        "Write here, 120 to 600 words.\n"
    )
