"""A seeded programme of any size, in a Git repository of one commit a file: `python bench/corpus.py POSTS OUT`.

N posts, N sessions, N/5 pairs and about N/4 people in three cohorts; `mentoring check` has nothing to say about it
(with `--faults`, 0.5 % of the files have one fault each). The same arguments give the same bytes and the same commits.
The first thread does not depend on N, so that its pages can be compared between sizes.
"""

from __future__ import annotations

import argparse
import calendar
import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import shape
import yaml
from shape import CLOCK, COHORTS, DEPARTMENTS, INTERESTS, Match, Seat
from words import Prose, language, name

ROOT = Path(__file__).resolve().parent.parent
PROBE = 5
"""So many posts has the first thread."""

_BUNDLED = ("agendas", "roadmaps", "handbook", "communities")
_ZONES = ("Europe/Berlin", "Europe/London", "Europe/Lisbon", "Africa/Nairobi", "America/Toronto", "Asia/Singapore")
_WORKING = ("standard", "hands-on-lab", "insight-briefing", "difficult-topic")
_WIDTH = ("cohort", "organisation", "public")
_BEGIN = min(COHORTS.values())[0] - timedelta(days=28)
_FAULTS = (
    (r"(?m)^length: .*$", "length: sixty"), (r"(?m)^visibility:", "visiblity:"), (r"(?m)^status: held$", "status: hold"),
    (r"(?m)^role:", "roll:"), (r"(?m)^date: 20", "date: 30 2"), (r"(?m)^mentee: p-", "mentee: q-"),
)  # fmt: skip
_PLAIN = re.compile(r"[\w*].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class File:
    """One file, and the day and the author of its commit."""

    path: str
    text: str
    on: date
    by: str = "Coordinator"


@dataclass(frozen=True, slots=True)
class Post:
    """A post before its text is written; all texts are drawn from its own random numbers."""

    match: Match
    on: date
    title: str
    visibility: str
    approved: bool
    by_mentor: bool
    prose: Prose

    @property
    def id(self) -> str:
        """Give date and slug, as other posts refer to it."""
        return f"{self.on}-{self.prose.slug}"

    def reaches(self, other: Post) -> bool:
        """Tell whether this post may refer to another: an earlier one that is not narrower."""
        return other.on < self.on and _WIDTH.index(other.visibility) >= _WIDTH.index(self.visibility)
