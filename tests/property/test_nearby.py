"""What lies near a change is enough: of every example of a rule it says what all files say, or nothing at all.

By day every third example is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import examples
import programmes
import pytest
from repositories import commit, git

from generator import account, load, memory, nearby, worktree
from generator.account import Account
from generator.rules import rules
from generator.source.finding import Finding

CASES = Path(__file__).parents[1] / "cases"
Changes = Mapping[str, str | None]


def all_changes() -> dict[str, Changes]:
    """Give what each example of a rule changes in the healthy programme, from its documentation and its cases."""
    found = {}
    for code, rule in rules().items():
        for section in examples.sections(rule.documentation):
            found[f"{code} {section.heading}"] = section.parts
    for path in sorted(CASES.rglob("*/*.*")):
        found[f"{path.parent.name} {path.name}"] = tuple(examples.case(path.read_text()))
    return {name: examples.changes(parts) for name, parts in found.items()}


EXAMPLES = {name: changes for name, changes in all_changes().items() if any(map(nearby.may_change, changes))}


def write(root: Path, changes: Changes) -> None:
    """Write, replace and remove files."""
    for path, text in changes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_text(text, newline="")


def whole(root: Path) -> tuple[Account, tuple[Finding, ...]]:
    """Judge all files, with what only time makes true, and take account of it."""
    asked = memory.question(root)
    reads = load.read(load.read_folder(root, worktree.paths(root)))
    loaded = load.assembled(reads)
    found = programmes.judged(loaded, nightly=True)
    taken = asked and account.taken(asked, reads, loaded, programmes.CLOCK.isoformat(), found)
    assert taken
    return taken, found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the healthy programme in a repository."""
    root = tmp_path_factory.mktemp("near")
    write(root, {path: data.decode() for path, data in programmes.healthy().items() if not path.endswith(".png")})
    git(root, "init", "--quiet")
    commit(root)
    return root


def judged(root: Path, before: Changes, changes: Changes) -> tuple[Account, nearby.Near | None, tuple[Finding, ...]]:
    """Take account, then change files; gives the account, what is said near the change, and what all files say."""
    write(root, before)
    was, _ = whole(root)
    write(root, changes)
    asked = memory.question(root)
    changed = asked and account.touched(root, was, asked)
    assert changed is not None
    near = nearby.judged(root, was, changed, lambda _: programmes.CLOCK, nightly=True)
    _, found = whole(root)
    git(root, "checkout", "--quiet", "--", ".")
    git(root, "clean", "--quiet", "-d", "--force")
    return was, near, found


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if at % 3 else []) for at, name in enumerate(EXAMPLES)]
)
def test_an_example_is_told_or_left_to_judging_all(root: Path, name: str) -> None:
    changes = EXAMPLES[name]
    before = {path: text for path, text in changes.items() if not nearby.may_change(path)}
    was, near, found = judged(root, before, {path: changes[path] for path in changes.keys() - before.keys()})
    assert near is None or near.findings == found
    assert near is not None or set(found) - set(was.findings)


SESSION = "pairs/2026-spring/pair-03/sessions/03.yml"
PUBLIC = "content/threads/2026-spring/pair-03/2026-03-20-one-report-less.md"
OTHERS = "content/threads/2025-autumn/pair-01/2025-11-26-the-empty-chair.md"
WELCOME = "content/handbook/welcome.md"
MOVED = "content/moved.yml"


def healthy(path: str, old: str = "", new: str = "") -> str:
    """Give a healthy file with its first place of a text changed."""
    text = programmes.healthy()[path].decode()
    assert old in text
    return text.replace(old, new, 1)


NEXT_DOOR = f"{healthy(OTHERS)}\n[One report less](../../../{PUBLIC.removeprefix('content/')})\n"
LINK = f"{healthy(WELCOME)}\n[One report less](../{PUBLIC.removeprefix('content/')})\n"
ELSEWHERE: dict[str, tuple[Changes, Changes, str]] = {
    "a name that only its own file tells": (
        {}, {SESSION: healthy(SESSION, "  mentor: ", "  mentor: Yusra Feldkamp knows. ")}, "PRI003",
    ),
    "an answer to a later post of another room": (
        {}, {OTHERS: healthy(OTHERS, "author:", "replies_to: 2026-03-20-one-report-less\nauthor:")}, "POS006",
    ),
    "a post of another room has the same name": (
        {}, {PUBLIC.replace("2026-spring/pair-03", "2025-autumn/pair-01"): healthy(PUBLIC)}, "FIL003",
    ),
    "a page links to what fewer may read now": (
        {WELCOME: LINK}, {PUBLIC: healthy(PUBLIC, "visibility: public", "visibility: cohort")}, "LNK003",
    ),
    "a page links to what is gone": ({WELCOME: LINK}, {PUBLIC: None}, "LNK002"),
    "a post of another room links to what fewer may read now": (
        {OTHERS: NEXT_DOOR}, {PUBLIC: healthy(PUBLIC, "visibility: public", "visibility: cohort")}, "LNK003",
    ),
    "a post of another room links to what is gone": ({OTHERS: NEXT_DOOR}, {PUBLIC: None}, "LNK002"),
    "a post comes to where an address has moved from": (
        {MOVED: "/posts/2026-03-21-one-more/: /handbook/welcome/\n"},
        {PUBLIC.replace("20-one-report-less", "21-one-more"): healthy(PUBLIC, "date: 2026-03-20", "date: 2026-03-21")},
        "LNK002",
    ),
    "a link to a place that a page does not have": (
        {}, {PUBLIC: f"{healthy(PUBLIC)}\n[here](../../../handbook/welcome.md#nowhere)\n"}, "LNK002",
    ),
}  # fmt: skip
"""What is there before, what changes, and the code of what is found where the change alone would not tell."""


@pytest.mark.parametrize("case", ELSEWHERE)
def test_what_takes_a_file_far_away_to_tell_is_not_missed(root: Path, case: str) -> None:
    before, changes, code = ELSEWHERE[case]
    was, near, found = judged(root, before, changes)
    assert code in {each.code for each in set(found) - set(was.findings)}
    assert near is None


@pytest.mark.parametrize("gone", [True, False])
def test_what_is_said_of_moved_addresses_stays_but_where_the_page_went(root: Path, *, gone: bool) -> None:
    """Most of the pages that stand at them are not read near a change."""
    there = (
        "people/p-045",
        "people/p-017",
        "agendas/closure",
        "pairs/2025-autumn/pair-01",
        "posts/2026-02-20-first-prompt",
    )
    before = {MOVED: "".join(f"/{address}/: /handbook/welcome/\n" for address in there)}
    first, answer = (
        f"{PUBLIC.rpartition('/')[0]}/2026-02-{name}.md" for name in ("20-first-prompt", "24-on-the-receiving-end")
    )
    changes = {first: None, answer: None} if gone else {first: f"{healthy(first)}\nAnd so on.\n"}
    was, near, found = judged(root, before, changes)
    assert len([each for each in was.findings if each.span.path == MOVED]) == len(there)
    assert len([each for each in found if each.span.path == MOVED]) == len(there) - gone
    assert near is None or near.findings == found
    assert gone or near is not None
