"""Pulses for the coordinators' eyes: aggregates only, and only of groups that are large enough."""

from __future__ import annotations

from datetime import date

from generator.kinds.pulse import QUESTIONS, Item, Mean, Pulse
from generator.policy import policy
from generator.programme import Entry
from generator.progress import pulse as measured
from generator.progress.groups import shown
from generator.view.gate import Gate
from generator.view.offers import seen
from generator.view.shapes import PulseItem, PulseMean, PulseView


def pulses(gate: Gate) -> tuple[PulseView, ...]:
    """Give the pulses up to this day, newest first; nobody but coordinators has any."""
    if not gate.coordinators:
        return ()
    least = policy(gate.programme).small_group
    found = [_pulse(gate, entry, least) for entry in gate.programme.pulses.values()]
    return tuple(sorted((each for each in found if each.on <= gate.as_of), key=lambda each: each.on, reverse=True))


def _pulse(gate: Gate, entry: Entry[Pulse], least: int) -> PulseView:
    item = entry.item
    answered = {side: getattr(item.answered, side) or 0 for side in measured.SIDES}
    may = shown(answered, least)
    return PulseView(
        cohort=entry.parts["cohort"],
        on=date.fromisoformat(entry.parts["date"]),
        wave=item.wave,
        invited={side: getattr(item.invited, side) if side in may else None for side in measured.SIDES},
        answered={side: answered[side] if side in may else None for side in measured.SIDES},
        items=tuple(
            PulseItem(
                each.item,
                QUESTIONS[each.item].words,
                QUESTIONS[each.item].yes_or_no,
                {side: _mean(each.item, mean) if side in may else None for side, mean in each.sides.items()},
            )
            for each in measured.outcomes(item, least)
        ),
        source=seen(gate, entry.path),
    )


def _mean(item: Item, mean: Mean | None) -> PulseMean | None:
    return PulseMean(mean.n, measured.rounded(mean.mean, item)) if mean else None
