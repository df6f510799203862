"""A seeded programme of any size, in a Git repository of one commit a file: `python bench/corpus.py POSTS OUT`.

N posts, N sessions, N/5 pairs and about N/4 people in three cohorts; `mentoring check` has nothing to say about it
(with `--faults`, 0.5 % of the files have one fault each). The same arguments give the same bytes and the same commits.
The first thread does not depend on N, so that its pages can be compared between sizes.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import shape
from files import File, block, spoilt
from repository import commit
from shape import CLOCK, COHORTS, DEPARTMENTS, INTERESTS, Match, Seat
from words import Prose, language, name

from generator.source import frontmatter, yaml12

ROOT = Path(__file__).resolve().parent.parent
PROBE = 5
"""So many posts has the first thread."""

_BUNDLED = ("agendas", "roadmaps", "handbook", "communities")
_ZONES = ("Europe/Berlin", "Europe/London", "Europe/Lisbon", "Africa/Nairobi", "America/Toronto", "Asia/Singapore")
_WORKING = ("standard", "hands-on-lab", "insight-briefing", "difficult-topic")
_WIDTH = ("cohort", "organisation", "public")
_KINDS = ("reflection", "experiment", "win", "question", "recap")
_BEGIN = min(starts for starts, _ in COHORTS.values()) - timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Post:
    """A post before its text is written; the rest is drawn from its own random numbers."""

    match: Match
    on: date
    slug: str
    visibility: str
    approved: bool
    prose: Prose

    @property
    def id(self) -> str:
        """Give date and slug, as other posts refer to it."""
        return f"{self.on}-{self.slug}"

    @property
    def path(self) -> str:
        """Give the path below `content/threads`."""
        return f"{self.match.cohort}/{self.match.id}/{self.id}.md"

    def reaches(self, other: Post) -> bool:
        """Tell whether this post may refer to another: an earlier one that is not narrower."""
        return other.on < self.on and _WIDTH.index(other.visibility) >= _WIDTH.index(self.visibility)


class Corpus:
    """All files of one size and seed."""

    def __init__(self, posts: int, seed: int) -> None:
        """Lay out who is there; texts are written when `files` is asked."""
        if posts < shape.STEP or posts % shape.STEP:
            message = f"the number of posts is a multiple of {shape.STEP}"
            raise ValueError(message)
        self.count = posts
        self.seed = seed
        self.roadmaps = {path.stem: _front(path) for path in sorted((ROOT / "content/roadmaps").glob("*.md"))}
        self.agendas = {path.stem: _front(path) for path in sorted((ROOT / "content/agendas").glob("*.md"))}
        self.seats = shape.seats(posts)
        self.matches = tuple(shape.matches(posts, self.seats, list(self.roadmaps), seed))

    def files(self) -> list[File]:
        """Give all files in the order of their commits."""
        parts = (self._settings(), self._bundled(), self._people(), self._pairs(), self._sessions(), self._threads())
        return sorted((file for part in parts for file in part), key=lambda file: (file.on, file.path))

    def prose(self, *key: object) -> Prose:
        """Give the writer of one thing: its random numbers and its language do not depend on anything else."""
        rng = Random("/".join(map(str, (self.seed, *key))))
        return Prose(rng, language(rng.choices(("north", "south", "east"), (60, 30, 10))[0], self.seed))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name everybody, by id; the n-th mentor has the same name in every size."""
        met: Counter[str] = Counter()
        found = {}
        for seat in self.seats:
            met[seat.role] += 1
            found[seat.id] = name(Random(f"{self.seed}/{seat.role}/{met[seat.role]}"), self.seed)
        return found

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Plan all posts by date: uneven threads, the first one fixed."""
        rng = Random(f"{self.seed}/threads")
        busy = [rng.paretovariate(1.2) for _ in self.matches[1:]]
        share = Counter(rng.choices(self.matches[1:], busy, k=self.count - PROBE)) | Counter({self.matches[0]: PROBE})
        planned = (self._post(match, at) for match in self.matches for at in range(share[match]))
        return tuple(sorted(planned, key=lambda post: post.id))

    def _post(self, match: Match, at: int) -> Post:
        prose = self.prose("post", match.number, at)
        on = match.active + timedelta(days=prose.rng.randrange(3, (match.last - match.active).days))
        words = language("north", self.seed).words
        slug = "-".join([*prose.rng.choices(words[:2000], k=3), f"{match.number:x}", f"{at:x}"])
        visibility = prose.rng.choices(_WIDTH, (1, 3, 2 if match.open else 0))[0]
        return Post(match, on, slug, visibility, prose.rng.random() < 1 / 2, prose)

    def _settings(self) -> Iterator[File]:
        data = yaml12.read((ROOT / "pairs/programme.yml").read_text()).data
        cohorts = [
            {"id": each, "title": each, "starts": starts, "ends": ends} for each, (starts, ends) in COHORTS.items()
        ]
        people = {"sponsor": "p-002", "coordinators": ["p-004", "p-005", "p-006"], "support_contact": "p-003"}
        yield File("pairs/programme.yml", block(data | {"cohorts": cohorts, "people": people, "clock": CLOCK}), _BEGIN)
        if (ROOT / "mkdocs.yml").exists():
            yield File("mkdocs.yml", (ROOT / "mkdocs.yml").read_text(), _BEGIN)

    def _bundled(self) -> Iterator[File]:
        for folder in _BUNDLED:
            for path in sorted((ROOT / "content" / folder).rglob("*.md")):
                text = re.sub(r"(?m)^(owner|host|author): p-\d+$", r"\1: p-004", path.read_text())
                yield File(path.relative_to(ROOT).as_posix(), text, _BEGIN)

    def _people(self) -> Iterator[File]:
        met: dict[str, list[Match]] = {seat.id: [] for seat in self.seats}
        for match in self.matches:
            met[match.mentor.id].append(match)
            met[match.mentee.id].append(match)
        for number, seat in enumerate(self.seats):
            given = {"name": self.names[seat.id], "role": seat.role, "level": seat.level}
            more = self._profile(number, seat, met[seat.id]) if seat.role != "none" else {"manager": seat.manager}
            yield File(f"pairs/people/{seat.id}.yml", block(given | more), _BEGIN + timedelta(days=1))

    def _profile(self, number: int, seat: Seat, met: list[Match]) -> dict[str, Any]:
        prose = self.prose("person", seat.role, number)
        areas = sorted({str(front["focus_area"]) for front in self.roadmaps.values()})
        handle = self.names[seat.id].lower().replace(" ", "-") + f"-{number}"
        return {
            "cohorts": [match.cohort for match in met],
            "department": DEPARTMENTS[seat.department],
            "timezone": _ZONES[number % len(_ZONES)],
            "languages": ["en", "pt"],
            "manager": seat.manager,
            "offers": [{"area": area, "note": prose.phrase(12)} for area in prose.rng.sample(areas, 2)],
            "wants": [{"area": area, "note": prose.phrase(12)} for area in prose.rng.sample(areas, 2)],
            "interests": sorted({match.interest for match in met} | set(prose.rng.sample(INTERESTS, 2))),
            "dislikes": [prose.phrase(3)],
            "style": {"pace": "think-first", "tone": "gentle"},
            "hours": {"from": "09:00", "to": "17:30"},
            "hours_per_month": 3,
            "consent": {"profile": "cohort" if number % 10 == 0 else "organisation", "on": _BEGIN},
            "trained": _BEGIN + timedelta(days=7),
            "accounts": {"github": handle, "emails": [f"{handle}@fernhollow.example"]},
        }

    def _pairs(self) -> Iterator[File]:
        people = {seat.id: number for number, seat in enumerate(self.seats)}
        for match in self.matches:
            shown = all(people[seat.id] % 10 for seat in (match.mentor, match.mentee))
            path = f"pairs/{match.cohort}/{match.id}/pair.yml"
            yield File(path, block(self._pair(match, shown=shown)), match.active - timedelta(days=12))

    def _pair(self, match: Match, *, shown: bool) -> dict[str, Any]:
        prose = self.prose("pair", match.number)
        front = self.roadmaps[match.roadmap]
        left = front["steps"][len(match.days) :]
        proposed, accepted = (match.active - timedelta(days=days) for days in (12, 6))
        history = [
            ("proposed", proposed, "coordinator"),
            ("accepted", accepted, "both"),
            ("active", match.active, "both"),
        ]
        history += [("completed", match.last, "both")] if match.done else []
        return {
            "mentor": match.mentor.id,
            "mentee": match.mentee.id,
            "focus": [front["focus_area"]],
            "roadmaps": [match.roadmap],
            "match": {
                "on": proposed,
                "reason": prose.plain(20),
                "shared_interests": [match.interest],
                "both_consulted": "true",
            },
            "history": [{"state": state, "on": on, "by": by} for state, on, by in history],
            "agreement": self._agreement(match, prose, accepted, shown=shown),
            "goals": [_goal(match, prose, side, at) for side in ("mentor", "mentee") for at in (0, 1)],
            "skipped": [{"step": f"{match.roadmap}/{step['id']}", "why": prose.plain(14)} for step in left] or None,
        }

    def _agreement(self, match: Match, prose: Prose, signed: date, *, shown: bool) -> dict[str, Any]:
        return {
            "version": 1,
            "signed": {"mentor": signed, "mentee": signed + timedelta(days=2)},
            "every": f"{match.every} days",
            "length": "60 min",
            "sessions": len(match.days),
            "mode": "video",
            "agenda_owner": "mentor",
            "booked_by": "mentee",
            "confidentiality": "open" if match.open else "themes",
            "exceptions": ["law", "serious harm", "safeguarding"],
            "publish": prose.rng.choice(("progress", "names", "nothing")) if shown else "nothing",
            "off_limits": ["appraisal", "promotion", "line decisions"],
            "feedback": prose.plain(18),
            "cancel": {"notice": "24 h", "rebook_within": "14 days"},
            "review_on": match.active + timedelta(days=87),
            "ends": match.ends,
        }

    def _sessions(self) -> Iterator[File]:
        for match in self.matches:
            for at, day in enumerate(match.days):
                path = f"pairs/{match.cohort}/{match.id}/sessions/{at + 1:02}.yml"
                yield File(path, block(self._session(match, at, day)), min(day, CLOCK), self.names[match.mentor.id])

    def _session(self, match: Match, at: int, day: date) -> dict[str, Any]:
        prose = self.prose("session", match.number, at)
        last = len(match.days) - 1
        fixed = {0: "contracting", len(match.days) // 2: "midpoint-review", last: "closure"}
        template = fixed.get(at) or prose.rng.choice(_WORKING)
        steps = self.roadmaps[match.roadmap]["steps"]
        items = self.agendas[template]["items"]
        plan = {
            "date": f"{day} {prose.rng.randrange(9, 16):02}:{prose.rng.choice(('00', '30'))}",
            "length": self.agendas[template]["length"],
            "status": "held" if day < CLOCK else "planned",
            "template": template,
            "purpose": prose.phrase(16),
            "step": f"{match.roadmap}/{steps[at]['id']}" if at and at < len(steps) else None,
            "agenda": [
                {"item": prose.phrase(6), "minutes": item["minutes"], "lead": item["lead"], "kind": item["kind"]}
                for item in items
            ],
            "prepare": {"mentor": [prose.phrase(9)], "mentee": [prose.phrase(9)]},
        }
        return plan | self._record(match, at, prose) if day < CLOCK else plan

    def _record(self, match: Match, at: int, prose: Prose) -> dict[str, Any]:
        day = match.days[at]
        closing = at == len(match.days) - 1
        due = day + timedelta(days=14)
        ready = min(CLOCK, day + timedelta(days=prose.rng.randrange(2, 14)))
        done = {"status": "done", "done_on": ready} if due <= match.days[-1] and due <= CLOCK else {"status": "open"}
        actions = [
            {"id": f"a{2 * at + number}", "owner": owner, "action": prose.phrase(14), "due": due} | done
            for number, owner in enumerate(("mentee", "mentor"))
        ]
        return {
            "actual": f"{prose.rng.randrange(44, 66)} min",
            "takeaways": {
                "mentor": prose.plain(16),
                "mentee": prose.plain(16) if prose.rng.random() < 7 / 8 else "withheld",
            },
            "actions": [] if closing else actions,
            "next": "closing" if closing else match.days[at + 1],
        }

    def _threads(self) -> Iterator[File]:
        earlier: dict[Match, list[Post]] = {}
        for at, post in enumerate(self.posts):
            thread = earlier.setdefault(post.match, [])
            others = thread if post.match.number == 0 else self.posts[:at]
            seat = post.match.mentor if post.prose.rng.random() < 3 / 5 else post.match.mentee
            text = self._text(post, seat, thread, _some(post, others))
            yield File(f"content/threads/{post.path}", text, post.on, self.names[seat.id])
            thread.append(post)

    def _text(self, post: Post, author: Seat, thread: list[Post], linked: list[Post]) -> str:
        prose, rng, match = post.prose, post.prose.rng, post.match
        steps = self.roadmaps[match.roadmap]["steps"]
        answered = next((other for other in reversed(thread) if post.reaches(other) and rng.random() < 1 / 3), None)
        front = {
            "title": prose.phrase(5),
            "date": post.on,
            "author": author.id,
            "kind": "story" if post.approved and rng.random() < 1 / 6 else rng.choice(_KINDS),
            "visibility": post.visibility,
            "summary": prose.phrase(12)[:190].strip(),
            "partner": f"approved {post.on - timedelta(days=1)}" if post.approved else "not mentioned",
            "step": f"{match.roadmap}/{rng.choice(steps)['id']}" if rng.random() < 1 / 3 else None,
            "tags": sorted(
                {f"{word}-{post.on.year}" for word in rng.choices(language("north", self.seed).words[:80], k=2)}
            ),
            "replies_to": answered.id if answered else None,
            "changed": {"what": prose.plain(14), "owner": author.id, "on": post.on, "state": "done"}
            if not thread
            else None,
        }
        links = [f"../../{other.path}" for other in linked]
        size = min(500, max(130, round(rng.lognormvariate(5.5, 0.4))))
        return f"---\n{block(front)}---\n\n{prose.body(size, links)}"


def _goal(match: Match, prose: Prose, side: str, at: int) -> dict[str, Any]:
    words = {"id": f"{side}-{at}", "side": side, "goal": prose.phrase(12), "sign": prose.phrase(14)}
    if not match.done:
        return words | {"state": "open", "progress": 25}
    return words | ({"state": "reached", "progress": 100} if at else {"state": "closer", "progress": 75})


def _some(post: Post, others: Mapping[int, Post] | tuple[Post, ...] | list[Post]) -> list[Post]:
    """Choose at most two posts that this one may link to; three posts in four link to none."""
    rng = post.prose.rng
    if rng.random() < 3 / 4 or not others:
        return []
    return [other for other in rng.choices(others, k=2) if post.reaches(other)]


def _front(path: Path) -> Any:
    return yaml12.read(frontmatter.split(path.read_text()).yaml).data


def main() -> None:
    """Write a corpus into a new folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=int, help=f"number of posts, a multiple of {shape.STEP}")
    parser.add_argument("out", type=Path, help="a folder that is not there yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", action="store_true", help="plant a fault in 0.5 %% of the files")
    given = parser.parse_args()
    files = Corpus(given.posts, given.seed).files()
    commit(spoilt(files, given.seed) if given.faults else files, given.out)
    print(f"{len(files)} files in {given.out}")


if __name__ == "__main__":
    main()
