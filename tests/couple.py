"""One pair as files, told in days of its term: what it held and did not, wrote, promised and aims at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import programmes

from generator.programme import Programme
from generator.progress.pair_at import pair_at
from generator.progress.whole import Standing, standing

NAME = "spring/pair-03"
FOLDER = f"pairs/{NAME}"
MONDAY = date(2026, 1, 12)
TEMPLATES = ("content/agendas/standard.md", "content/agendas/midpoint-review.md")
AIMS = (("mentor", "open", "25"), ("mentee", "open", "25"))

Promise = tuple[str, int, int | None]
"""Owner, the day it is due, the day it was done (`None`: it is open)."""
Days = tuple[int, ...]


@dataclass(frozen=True)
class Talk:
    """One session: its day, what became of it, whose takeaways are in its record."""

    at: int
    status: str = "held"
    keeps: tuple[str, ...] = ("mentor", "mentee")
    promises: tuple[Promise, ...] = ()
    template: str = "standard"
    more: str = ""
    hour: str = "15:00"


@dataclass(frozen=True)
class Couple:
    """A pair of p-017 (mentor) and p-042 (mentee), active from day 0 on."""

    talks: tuple[Talk, ...] = ()
    history: tuple[tuple[int, str], ...] = ((0, "active"),)
    posts: tuple[Days, Days] = ((), ())
    aims: tuple[tuple[str, str, str], ...] = AIMS
    start: date = MONDAY
    every: str = "30 days"
    ends: int = 182

    def day(self, number: int) -> date:
        """Give a day of the term, the first being 0."""
        return self.start + timedelta(days=number)

    def files(self) -> dict[str, str]:
        """Write the files of the pair and of the two templates its sessions are made from."""
        found = {path: programmes.healthy()[path].decode() for path in TEMPLATES} | {f"{FOLDER}/pair.yml": self._pair()}
        for number, talk in enumerate(self.talks, 1):
            found[f"{FOLDER}/sessions/{number:02}.yml"] = self._session(talk)
        authors = [(author, at) for author, days in zip(("p-017", "p-042"), self.posts, strict=True) for at in days]
        for number, (author, at) in enumerate(authors):
            found[f"content/threads/{NAME}/{self.day(at)}-sealed-{number:08x}.md"] = (
                f"---\ntitle: sealed\ndate: {self.day(at)}\nauthor: {author}\nkind: win\nvisibility: pair\n"
                "minutes: 2\n---\nsealed\n"
            )
        return found

    def programme(self) -> Programme:
        """Load the files, none of which has a fault of its own."""
        loaded = programmes.loaded(self.files())
        assert [f"{each.span} {each.message}" for each in loaded.findings] == []
        return loaded.programme

    def stands(self, at: int) -> Standing:
        """Measure the pair as of a day of its term."""
        return standing(pair_at(self.programme(), NAME, self.day(at)))

    def _pair(self) -> str:
        steps = "".join(f"  - {{state: {state}, on: {self.day(at)}, by: both}}\n" for at, state in self.history)
        goals = "".join(
            f"  - {{id: g{number}, side: {side}, goal: a, sign: b, state: {state}, progress: {progress}}}\n"
            for number, (side, state, progress) in enumerate(self.aims, 1)
        )
        return (
            "mentor: p-017\nmentee: p-042\nfocus: [digital]\n"
            f"match: {{on: {self.start}, reason: They asked., shared_interests: [tea], both_consulted: true}}\n"
            f"history:\n{steps}agreement: {{every: {self.every}, sessions: 6, ends: {self.day(self.ends)}}}\n"
            + (f"goals:\n{goals}" if goals else "")
        )

    def _session(self, talk: Talk) -> str:
        head = (
            f"date: {self.day(talk.at)} {talk.hour}\nlength: 60 min\nstatus: {talk.status}\n"
            f"template: {talk.template}\npurpose: Talk.\n{talk.more}"
        )
        if talk.status != "held":
            return head
        keeps = ", ".join(f"{side}: withheld" for side in talk.keeps)
        actions = "".join(self._action(number, *each) for number, each in enumerate(talk.promises, 1))
        kept = f"takeaways: {{{keeps}}}\n" if keeps else ""
        return f"{head}actual: 60 min\n{kept}actions:{f'{chr(10)}{actions}' if actions else ' []' + chr(10)}"

    def _action(self, number: int, owner: str, due: int, done: int | None) -> str:
        kept = "status: open" if done is None else f"status: done, done_on: {self.day(done)}"
        return f"  - {{id: a{number}, owner: {owner}, action: Do it., due: {self.day(due)}, {kept}}}\n"


def held(*days: int) -> tuple[Talk, ...]:
    """Give sessions held on these days."""
    return tuple(Talk(each) for each in days)
