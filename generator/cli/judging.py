"""What `check` judges: all files, or what a small change lies near; both give the same answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options

if TYPE_CHECKING:
    from generator.account import Account
    from generator.load import Loaded, Read
    from generator.memory import Question
    from generator.programme import Programme
    from generator.source.document import Document
    from generator.source.finding import Finding


@dataclass(frozen=True, slots=True)
class Run:
    """What a check found: the findings, all documents, the day it judged by, how many files it is about and which.

    `older` counts the findings that were there before the change since `since`.
    """

    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    as_of: date
    files: int
    paths: Callable[[], Sequence[str]]
    older: int = 0
    since: str | None = None
    clock: bool = False
    timezone: str = "UTC"
    rule_url: str = ""


class Clock:
    """Laps on standard error, for those who ask; standard output stays the same byte for byte."""

    def __init__(self, *, verbose: bool) -> None:
        self.verbose = verbose
        self.last = time.perf_counter()

    def lap(self, done: str) -> None:
        """Say what is done, and how long it took since the lap before."""
        now = time.perf_counter()
        if self.verbose:
            click.echo(f"{done} in {now - self.last:.2f} s", err=True)
        self.last = now


def judged_near(
    root: Path, given: date | str | None, clock: Clock, asked: Question, *, since: str | None, nightly: bool
) -> Run | None:
    """Judge what has changed since all files were judged, if that is sure to be enough."""
    from generator import account, load, nearby

    was = account.recall(root, *_account(asked, nightly=nightly))
    changed = account.touched(root, was, asked) if was else None
    if was is None or changed is None or not (since is None or _is_of(root, since, was)):
        return None
    near = nearby.judged(
        root, was, changed, lambda programme: options.as_of(given, programme), nightly=nightly, since=since is not None
    )
    if near is None:
        return None
    day = date.fromisoformat(was.as_of)
    if since is not None:
        clock.lap(f"judged what {len(changed)} files changed")
        return replace(
            _run((), near.programme, {}, day, (near.files, near.paths)), older=len(near.findings), since=since
        )
    documents = near.programme.documents
    told = {place.path for each in near.findings for place in (each.span, *(rel.span for rel in each.related)) if place}
    others = load.read(load.read_folder(root, told - documents.keys()))
    documents = {**{path: read.document for path, read in others.items() if read.document}, **documents}
    clock.lap(f"judged what {len(changed)} files changed")
    return _run(near.findings, near.programme, documents, day, (near.files, near.paths))


def _is_of(root: Path, since: str, was: Account) -> bool:
    """Tell whether an account was taken where a change began."""
    from generator import account, revisions

    try:
        return account.of_commit(root, was, revisions.ancestor(root, since))
    except revisions.UnknownBaseError as error:
        raise click.UsageError(str(error)) from None


def _account(asked: Question, *, nightly: bool) -> tuple[str, bytes]:
    return ("nightly" if nightly else "check"), asked.version


def judged(
    root: Path, given: date | str | None, clock: Clock, asked: Question | None, *, since: str | None, nightly: bool
) -> Run:
    """Judge all files, and take account of it where that may serve again."""
    from generator import account, load, rules, worktree
    from generator.source.finding import in_order

    clock.lap("started")
    paths = worktree.paths(root, asked.listed if asked else None)
    clock.lap(f"listed {len(paths)} files")
    reads = load.read(load.read_folder(root, paths))
    loaded = load.assembled(reads)
    clock.lap(f"read {loaded.files} files")
    as_of, older = options.as_of(given, loaded.programme), 0
    if since is None:
        found = in_order([*loaded.findings, *rules.judge(loaded.programme, as_of, nightly=nightly)])
    else:
        found, older = _caused(root, since, reads, loaded, as_of)
    clock.lap("judged")
    if asked and since is None and (taken := account.taken(asked, reads, loaded, as_of.isoformat(), found)):
        account.keep(root, *_account(asked, nightly=nightly), taken)
        clock.lap("taken account of")
    files = (loaded.files, lambda: tuple(reads))
    return replace(_run(found, loaded.programme, loaded.programme.documents, as_of, files), older=older, since=since)


def _run(
    found: tuple[Finding, ...],
    programme: Programme,
    documents: Mapping[str, Document],
    as_of: date,
    files: tuple[int, Callable[[], Sequence[str]]],
) -> Run:
    if found:
        from generator import mend
        from generator.policy import policy

        found = mend.within_reach(found, documents, as_of, policy(programme).final_after)
    settings = programme.settings.item if programme.settings else None
    clock_set, zone = bool(settings and settings.clock), str(settings.timezone) if settings else "UTC"
    url = options.rule_url(programme)
    return Run(found, documents, as_of, *files, clock=clock_set, timezone=zone, rule_url=url)


def _caused(
    root: Path, since: str, reads: Mapping[str, Read], loaded: Loaded, as_of: date
) -> tuple[tuple[Finding, ...], int]:
    from generator import revisions
    from generator.review import change

    try:
        then = change.before(root, since, reads)
    except revisions.UnknownBaseError as error:
        raise click.UsageError(str(error)) from None
    judged = change.judged(loaded, then, as_of)
    return judged.caused, len(judged.older)
