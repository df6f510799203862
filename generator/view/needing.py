"""Who needs a coordinator, as the coordinators' page shows it: each entry with its rule, its file and what to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.forms import links
from generator.language import gettext
from generator.needs import Need, turn
from generator.needs.advice import ADVICE
from generator.needs.note import note
from generator.needs.signals import HEALTH, Signal, session_of
from generator.source.addresses import RULES, of_rule
from generator.view import offers
from generator.view.desk import About, NeedView
from generator.view.gate import Gate
from generator.view.pairs import has_room


def entries(gate: Gate, found: Iterable[Need]) -> tuple[NeedView, ...]:
    """Give the entries of the coordinators' page in their order."""
    return tuple(_entry(gate, each) for each in found)


def _entry(gate: Gate, need: Need) -> NeedView:
    signal = need.signal
    written = note(gate.programme, signal.pair, [signal], gate.as_of) if signal.pair else None
    return NeedView(
        who=_who(gate, signal),
        sentence=signal.sentence,
        rule=rule(signal.code),
        since=signal.since,
        age=(gate.as_of - signal.since).days if signal.since else None,
        step=ADVICE[signal.kind].step,
        owner=_owner(gate, signal),
        turn=turn(signal, gate.as_of),
        others=need.others,
        place=f"{signal.path}:{signal.line}",
        file=links.line(offers.forge(gate), signal.path, signal.line),
        subject=written.subject if written else None,
        note=written.text if written else None,
        doors=_doors(gate, signal),
        check_in=offers.check_in(gate, signal.pair) if signal.pair else None,
    )


def rule(code: str) -> About:
    """Link the rule that tells of something; a point of health has its formula instead."""
    return About(gettext("Health"), "/measures/#health") if code == HEALTH else About(code, of_rule(RULES, code))


def stalls(signals: Sequence[Signal]) -> tuple[tuple[About, str, int], ...]:
    """Count the signals of pairs by rule and kind, in the order of the advice."""
    found = Counter((list(ADVICE).index(each.kind), each.code) for each in signals if each.pair)
    return tuple((rule(code), list(ADVICE.values())[at].name, count) for (at, code), count in sorted(found.items()))


def about(gate: Gate, pair: str) -> About:
    """Name a pair by its members, and link its page."""
    link = gate.pair_link(pair)
    return About(link.title, link.address) if link else About(pair)


def _who(gate: Gate, signal: Signal) -> About:
    """Name the pair, or what a file of the programme is about."""
    if signal.pair is not None:
        return about(gate, signal.pair)
    programme = gate.programme
    places = {each.path: About(each.item.title, f"/roadmaps/{name}/") for name, each in programme.roadmaps.items()}
    places |= {
        each.path: About(each.item.title, f"/communities/{name}/") for name, each in programme.communities.items()
    }
    places |= {each.path: About(each.item.name, gate.profile(name)) for name, each in programme.people.items()}
    return places.get(signal.path, About(gettext("The programme")))


def _owner(gate: Gate, signal: Signal) -> str | None:
    """Name who owns a roadmap or hosts a community; everything else is the two's, or a coordinator's."""
    owners = {each.path: each.item.owner for each in gate.programme.roadmaps.values()}
    owners |= {each.path: each.item.host for each in gate.programme.communities.values()}
    owner = owners.get(signal.path)
    return gate.someone(owner).name if owner else None


def _doors(gate: Gate, signal: Signal) -> tuple[About, ...]:
    """Link the pair's room, and on it or on the session's page the form that puts it right."""
    pair = signal.pair
    if pair is None or not has_room(gate, pair):
        return ()
    entry = session_of(gate.programme, pair, signal.path)
    record = offers.recording(gate, entry) if entry and signal.kind == "unrecorded" else ()
    plan = offers.plan(gate, pair, "pair") if ADVICE[signal.kind].leads == "room" else ()
    found = [About(gettext("Room"), f"/pairs/{pair}/room/")]
    found += [About(each.title, f"/pairs/{pair}/room/#{each.id}") for each in plan]
    return (*found, *(About(each.title, f"/{each.path.removesuffix('.yml')}/#{each.id}") for each in record))
