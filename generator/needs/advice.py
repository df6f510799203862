"""What to do about each kind of signal: what a coordinator does next, and what the two may be written.

Texts for the two go to both alike. They blame no side, say nothing of who cancelled, promised or is late, and quote
no file; a test holds all three.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from generator.language import N_


class Urgency(IntEnum):
    """How an entry is ordered before its age is looked at."""

    SAFETY = 0
    PROMISE = 1
    CARE = 2


@dataclass(frozen=True, slots=True)
class Advice:
    """A kind of signal: its name, its urgency, the coordinator's next step, and a note to the two.

    `says` is a fact both know, with what is known put in (`{session}`, `{day}`, `{every}`, `{until}`, `{ends}`,
    `{began}`); `asks` is one small thing. Without them the two are not written to. `leads` is what the note links.
    """

    name: str
    urgency: Urgency
    step: str
    says: str = ""
    asks: str = ""
    leads: Literal["room", "file", ""] = "room"


SAFETY, PROMISE, CARE = Urgency

ADVICE = {
    "line": Advice(
        N_("a reporting line between the two"),
        SAFETY,
        N_("Ring both today, each alone: in this form the pair cannot go on. Offer a new match to each."),
    ),
    "exposed": Advice(
        N_("shown more widely than agreed"),
        SAFETY,
        N_("Take back what is shown more widely than agreed, then read what the rule says of what was pushed."),
    ),
    "not-held": Advice(
        N_("two sessions in a row not held"),
        PROMISE,
        N_("Ring each of them for ten minutes: would another rhythm help, a break, or an end without a reason?"),
        N_("The last two dates did not work out. That happens, and nobody owes an explanation."),
        N_(
            "Would a new date help, a slower rhythm, or a break? "
            "A short session to begin again has an agenda of its own."
        ),
    ),
    "nothing-held": Advice(
        N_("nothing held yet"),
        PROMISE,
        N_("Offer to look for the first date together with them."),
        N_("You began on {began}, and your first session is still ahead."),
        N_("Could you find an hour in the next two weeks? Its agenda is ready."),
    ),
    "quiet": Advice(
        N_("behind the agreed rhythm"),
        PROMISE,
        N_("Send both the note below; ring each of them if no date is in the room a week later."),
        N_("Your last session was on {day}, and you agreed to meet every {every}."),
        N_("Would a date in the next two weeks suit you both? A break is fine too; it only needs a last day."),
    ),
    "not-begun": Advice(
        N_("accepted, not begun"),
        PROMISE,
        N_("Offer half an hour with both: sign the agreement, date the first session."),
        N_("You both said yes on {since}. What is left is the agreement and a first date."),
        N_("May we help with either? Half an hour is enough."),
    ),
    "unanswered": Advice(
        N_("a proposal without an answer"),
        PROMISE,
        N_("Ask each of them again, alone; a no needs no reason. Or close the proposal as expired."),
    ),
    "long-over": Advice(
        N_("active after the end of the term"),
        PROMISE,
        N_("Ask both for a closing session, a later end, or a close without one."),
        N_("Your term ended on {ends}."),
        N_("Would you like to close it with one last session, or to go on for a while? Either takes a few lines."),
    ),
    "unbooked": Advice(
        N_("not rebooked"),
        PROMISE,
        N_("Ask both for a new date."),
        N_("Session {session} did not take place, and there is no new date yet."),
        N_("Would you look for one now, while you think of it?"),
    ),
    "unrecorded": Advice(
        N_("not recorded"),
        PROMISE,
        N_("Ask both whether it took place; the record takes three minutes."),
        N_("Session {session} was planned for {day}, and its file does not say yet whether it took place."),
        N_("If it did, a few lines are enough; if not, one word says so. What was said stays between you."),
        "file",
    ),
    "still-paused": Advice(
        N_("a break past its day"),
        PROMISE,
        N_("Ask both whether they go on; a longer break and an end are answers too."),
        N_("Your break was planned until {until}."),
        N_("Are you ready to go on, would a longer break help, or is this a good place to stop? All three are fine."),
    ),
    "late": Advice(
        N_("a promise past its day"),
        PROMISE,
        N_("Ask both to do it, to give it a new day or to drop it."),
        N_("Something from session {session} is still open, and its day has passed."),
        N_("Do it, give it a new day, or drop it: all three are fine."),
        "file",
    ),
    "no-next": Advice(
        N_("no next date"),
        CARE,
        N_("Ask both for the next date while the last session is fresh."),
        N_("Your next date is not in your room yet."),
        N_("Could you settle one now? The earlier it stands, the easier it is to keep."),
    ),
    "closing": Advice(
        N_("no closing session planned"),
        CARE,
        N_("Remind both of the closing session; an ending is part of the work."),
        N_("Your term ends on {ends}."),
        N_("Would you plan the closing session now? It has an agenda of its own, and it is the one people remember."),
    ),
    "review": Advice(
        N_("no mid-point review"),
        CARE,
        N_("Propose the next session as the mid-point review."),
        N_("You are past the middle of your term."),
        N_(
            "Would you make the next session the review? It takes an hour and looks at what to keep and what to change."
        ),
    ),
    "one-sided": Advice(
        N_("one side carries it"),
        CARE,
        N_("Propose an agenda with a part for each of them; say nothing of who does how much."),
        N_("Here is a small idea for your next session."),
        N_("Each of you brings one question, and each takes one thing on. Some agendas have room for both."),
    ),
    "no-goal": Advice(
        N_("a goal is missing"),
        CARE,
        N_("Ask both for one goal each; the mid-point is easier with them."),
        N_("You have been under way for a month."),
        N_("Would each of you write down one goal, and how you will both know? Two lines are enough."),
    ),
    "goals": Advice(
        N_("goals behind the term"),
        CARE,
        N_("Propose ten minutes on goals in the next session: keep, reframe or drop."),
        N_("You are past the middle of your term, a good moment to look at your goals."),
        N_("Keep them, reframe them or drop them: all three count."),
    ),
    "agenda": Advice(
        N_("no agenda yet"),
        CARE,
        N_("Point both to the templates."),
        N_("Session {session} is on {day} and has no agenda yet."),
        N_("A template takes a minute; change of it what you like."),
        "file",
    ),
    "routine": Advice(
        N_("sessions that repeat themselves"),
        CARE,
        N_("Propose another kind of session: hands-on, shadowing, or a step of their roadmap."),
        N_("You have met a few times by now."),
        N_("Would you try another kind of session next? The agendas have ten, and your roadmap has steps of an hour."),
    ),
    "overload": Advice(
        N_("more pairs than places"),
        CARE,
        N_("Agree among you who is asked next time, so that it is not always the same people."),
    ),
    "aged": Advice(
        N_("not reviewed for long"),
        CARE,
        N_("Ask its owner to read it, mend what is out of date, and date the review."),
    ),
}
"""Every kind of signal; among those of one pair with one urgency the first one here is told."""
