"""What a check of all files found, and what of them it takes to judge a small change by what lies near it.

Kept in Git's own folder. Texts that Git does not hold are kept with it, so that both what was and what is can be
read when a file changes.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator import kept, revisions, worktree
from generator.load import Loaded, Read
from generator.memory import Question
from generator.rules.mentions import words_of
from generator.source.finding import Finding, Fix, Related
from generator.source.span import Span
from generator.texts import linking
from generator.worktree import Held

NAMED = ("person", "pair", "post", "page", "community", "note")
"""The kinds that files outside of the same room may name."""
SPLIT = "\0"
_AFTER = chr(ord("/") + 1)
"""With this instead of its slash a folder comes right after all that lies in it."""
_ANOTHER = "another"
"""Stands for what Git holds now of a file that was staged or changed then and is so no longer."""


class Account(NamedTuple):
    """What was found as of a day, and of all files: which there are, whom they name, and what Git said of them.

    `files` gives the paths by kind, in order, `ids` in the same order the ids of what is named elsewhere, `words` the
    files of people by a word of how they are named, `members` those of a pair, `leading` the files that lead to a post,
    each group behind its id. What is many is joined, and searched so: thousands of small texts take long to load.
    """

    as_of: str
    findings: tuple[Finding, ...]
    files: Mapping[str, str]
    ids: Mapping[str, str]
    words: Mapping[str, list[str]]
    members: Mapping[str, tuple[str, ...]]
    leading: str
    trees: Mapping[str, str]
    staged: Mapping[str, Held]
    differing: Mapping[str, bytes | None]

    @property
    def number(self) -> int:
        """Count the files."""
        return sum(paths.count(SPLIT) - 1 for paths in self.files.values())

    def paths(self, kind: str) -> list[str]:
        """Give the paths of all files of a kind."""
        return _parts(self.files[kind]) if kind in self.files else []

    def within(self, kind: str, folder: str) -> list[str]:
        """Give the paths of all files of a kind in a folder and below it; the folder ends with a slash."""
        paths = self.files.get(kind, SPLIT)
        first, end = _before(paths, folder), _before(paths, f"{folder[:-1]}{_AFTER}")
        return _parts(paths[first : end + 1]) if first < end else []

    def called(self, kind: str, name: str) -> Iterator[str]:
        """Give the paths of all files of a kind that have a name."""
        paths, end = self.files.get(kind, ""), f"/{name}{SPLIT}"
        at = paths.find(end)
        while at >= 0:
            yield paths[paths.rindex(SPLIT, 0, at) + 1 : at + len(end) - 1]
            at = paths.find(end, at + 1)

    def leading_to(self, post: str) -> list[str]:
        """Give the files that lead to a post."""
        start = f"{SPLIT}{SPLIT}{post}{SPLIT}"
        at = self.leading.find(start) + len(start)
        return [] if at < len(start) else self.leading[at : self.leading.index(SPLIT + SPLIT, at)].split(SPLIT)

    def named(self, kind: str) -> Iterator[tuple[str, str]]:
        """Give the path and the id of all files of a kind that others name."""
        return zip(self.paths(kind), _parts(self.ids[kind]) if kind in self.ids else (), strict=True)


def _joined(texts: Iterable[str]) -> str:
    """Join texts of which none holds what stands between them, before the first and after the last."""
    return f"{SPLIT}{SPLIT.join(texts)}{SPLIT}"


def _parts(joined: str) -> list[str]:
    return joined[1:-1].split(SPLIT)


def _before(joined: str, text: str) -> int:
    """Tell before which of joined texts, which are in order, another one belongs, by what stands before that."""
    low, high = 0, len(joined) - 1
    while low < high:
        middle = joined.rindex(SPLIT, low, (low + high) // 2 + 1)
        end = joined.index(SPLIT, middle + 1)
        if joined[middle + 1 : end] < text:
            low = end
        else:
            high = middle
    return low


def taken(
    asked: Question, reads: Mapping[str, Read], loaded: Loaded, as_of: str, found: Iterable[Finding]
) -> Account | None:
    """Take account of a check of all files; `None` where too many are known to nobody but this folder."""
    if asked.differing is None:
        return None
    files: dict[str, list[str]] = {}
    ids: dict[str, list[str]] = {kind: [] for kind in NAMED}
    for path, read in reads.items():
        kind, name = (read.entry.kind, read.entry.id) if read.entry else read.broken or (read.bare, "")
        files.setdefault(kind, []).append(path)
        if kind in ids:
            ids[kind].append(name)
    words, leading = _grouped(_named(loaded)), _grouped(_leads(loaded))
    members = {name: pair.item.members for name, pair in loaded.programme.pairs.items()}
    return Account(
        as_of, tuple(found), {kind: _joined(each) for kind, each in files.items()},
        {kind: _joined(each) for kind, each in ids.items() if each}, words, members,
        "".join(f"{SPLIT}{_joined((post, *paths))}" for post, paths in leading.items()) + SPLIT,
        asked.listed.trees, asked.listed.staged, asked.differing,
    )  # fmt: skip


def _grouped(each: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, path in each:
        found.setdefault(name, []).append(path)
    return found


def _named(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Give one word of each of the names, the id and the accounts of everybody; who is named by it is named with it."""
    for entry in loaded.programme.people.values():
        accounts = entry.item.accounts
        written = (accounts.github or "", *accounts.emails) if accounts else ()
        for text in (entry.id, *entry.item.name.split(), *written):
            if words := words_of(text):
                yield max(words, key=lambda word: (len(word), word)), entry.path


def _leads(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Give the id of each post that is answered or linked to, with the file that does it."""
    for entry in linking(loaded.programme):
        markdown = entry.document.markdown
        for target in markdown.destinations or (link.target for link in markdown.links):
            yield target.partition("#")[0].rpartition("/")[2].removesuffix(".md"), entry.path
    for posts in loaded.programme.threads.values():
        yield from ((post.item.replies_to, post.path) for post in posts if post.item.replies_to)


def keep(root: Path, name: str, meant: bytes, account: Account) -> None:
    """Keep an account under a name, for what is meant alone."""
    plain: Any = (account.as_of, [_plain(each) for each in account.findings], *account[2:])
    kept.write(root, name, meant, marshal.dumps(plain))


def recall(root: Path, name: str, meant: bytes) -> Account | None:
    """Give the account that was kept under a name for the very same."""
    text = kept.read(root, name, meant)
    if text is None:
        return None
    as_of, findings, *rest = marshal.loads(text)  # noqa: S302 - whole, and of our own writing
    return Account(as_of, tuple(map(_finding, findings)), *rest)


def _plain(finding: Finding) -> tuple[Any, ...]:
    fix = finding.fix
    return (
        finding.code, finding.severity, _place(finding.span), finding.message, finding.help, finding.key,
        tuple((each.message, _place(each.span), each.excerpt) for each in finding.related),
        (fix.grade, fix.does, fix.text, _place(fix.span)),
    )  # fmt: skip


def _place(span: Span | None) -> tuple[Any, ...] | None:
    return None if span is None else (span.path, span.line, span.column, span.end_line, span.end_column)


def _finding(plain: tuple[Any, ...]) -> Finding:
    code, severity, span, message, remedy, key, related, (grade, does, text, place) = plain
    return Finding(
        code, severity, Span(*span), message, remedy, key,
        tuple(Related(says, where and Span(*where), shown) for says, where, shown in related),
        Fix(grade, does, text, place and Span(*place)),
    )  # fmt: skip


def touched(root: Path, was: Account, asked: Question) -> dict[str, Held] | None:
    """Give what each file held that is, or may be, another since an account was taken; `None` if Git cannot tell."""
    now = asked.listed
    between = revisions.between(root, was.trees, now.trees)
    if asked.differing is None or between is None:
        return None
    found: dict[str, Held] = {}
    for path in {*between, *was.staged, *was.differing, *now.staged, *asked.differing}:
        old, new = between.get(path, (now.heads.get(path), _ANOTHER))
        old = was.differing.get(path, was.staged.get(path, old))
        new = asked.differing.get(path, now.staged.get(path, new))
        if "" in (old, new):
            return None
        if old != new:
            found[path] = old
    return found


def of_commit(root: Path, was: Account, commit: str) -> bool:
    """Tell whether an account was taken of what a commit holds."""
    return not (was.staged or was.differing) and was.trees == worktree.trees(root, commit)
