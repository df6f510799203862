"""The closed values of the files as the site says them, in its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.language import N_, found, ngettext

_SAID: Mapping[str, str] = {
    "ended_early": N_("ended early"),
    "re_matched": N_("re-matched"),
    "cancelled": N_("not held"),
    "missed": N_("not held"),
}
VALUES = (
    # what a pair, a session, an action, a goal, a roadmap and a change have come to
    N_("proposed"), N_("accepted"), N_("active"), N_("paused"), N_("completed"), N_("declined"), N_("expired"),
    N_("planned"), N_("held"), N_("open"), N_("done"), N_("dropped"), N_("reached"), N_("closer"), N_("reframed"),
    N_("draft"), N_("beta"), N_("retired"), N_("skipped on purpose"), N_("ahead"),
    # what a post is
    N_("reflection"), N_("experiment"), N_("win"), N_("question"), N_("recap"), N_("story"),
    # what is done in a part of an agenda
    N_("check-in"), N_("topic"), N_("practice"), N_("observe"), N_("reflect"), N_("exchange"), N_("goals"),
    N_("agreement"), N_("review"), N_("actions"), N_("close"),
    # how they meet, who leads, where a cohort stands, how a finding is told
    N_("video"), N_("in person"), N_("mixed"), N_("both"), N_("starts soon"), N_("under way"), N_("finished"),
    N_("error"), N_("warning"), N_("nightly"),
    # which wave of the pulse
    N_("day 30"), N_("mid-point"), N_("end"), N_("six months after"),
    # in which band the share of pairs in rhythm lies, and why a pair ended
    N_("80 % or more"), N_("60 to 79 %"), N_("under 60 %"),
    N_("role change"), N_("left"), N_("time"), N_("fit"), N_("other"),
)  # fmt: skip
"""The values that pages say as they are; a test holds that no closed value of a shown field is missing."""


def counted(count: int, noun: str) -> str:
    """Write a count with a noun that a chart gives in the singular: `1 session`, `2 sessions`."""
    return _NOUNS[noun](count)


def _sessions(count: int) -> str:
    return ngettext("%(num)s session", "%(num)s sessions", count)


def _steps(count: int) -> str:
    return ngettext("%(num)s step", "%(num)s steps", count)


_MANY = {"session": N_("sessions"), "step": N_("steps")}
_NOUNS: Mapping[str, Callable[[int], str]] = {"session": _sessions, "step": _steps}


def things(noun: str) -> str:
    """Give the heading over counts of what a noun names: `steps`."""
    return found(_MANY[noun])


def words(value: str) -> str:
    """Write a closed value of the files as the site says it; a word of the programme's own stays."""
    return found(_SAID.get(value, value.replace("_", " ")))
