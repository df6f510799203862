"""What a set-up lacks, each with its remedy: the machine, the clone, the programme's own settings."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from generator import history, worktree
from generator.language import spoken
from generator.lifecycle import OPEN, state
from generator.load import load, read_folder
from generator.programme import Programme
from generator.source import yaml12

OLDEST = (3, 11)
GIT = (2, 30)
DISTRIBUTION = "reverse-mentoring"
_REQUIRED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<bounds>[^;]*)")
_BOUND = re.compile(r"(?P<sign>>=|<)(?P<version>[\d.]+)")


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing looked at: `fine`, `hint` (works, but could serve better) or `broken`, and what to do."""

    sign: Literal["fine", "hint", "broken"]
    says: str
    remedy: str = ""


def advice(root: Path) -> Iterator[Advice]:
    """Look at the machine, the clone and the programme, in this order; it changes nothing."""
    yield from _machine()
    yield from _clone(root)
    if yaml12.c_parser_is_there():  # nothing can be read without it
        yield from _programme(load(read_folder(root, worktree.paths(root))).programme)


def _machine() -> Iterator[Advice]:
    running = ".".join(map(str, sys.version_info[:3]))
    yield _either(
        sys.version_info >= OLDEST,
        f"Python {running}",
        f"this is Python {running}, and 3.11 is the oldest that works",
        "install Python 3.11 or newer, then `make clean`",
    )  # fmt: skip
    yield _either(
        yaml12.c_parser_is_there(), "PyYAML has its C parser",
        "PyYAML has no C parser; reading would be ten times slower, so `check` refuses",
        "`pip install --force-reinstall --only-binary :all: pyyaml`",
    )  # fmt: skip
    wrong = list(_wrong_versions())
    yield _either(
        not wrong,
        "the installed packages are of the versions asked for",
        "; ".join(wrong),
        "`make clean`, then `make site`",
    )
    git = worktree.version()
    yield _either(
        git >= GIT,
        f"Git {'.'.join(map(str, git))}",
        "there is no Git here, or one older than 2.30",
        "install Git 2.30 or newer",
    )


def _wrong_versions() -> Iterator[str]:
    """Name the packages that are missing or outside the bounds this project declares."""
    try:
        required = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield f"{DISTRIBUTION} itself is not installed"
        return
    for found in filter(None, map(_REQUIRED.match, required)):
        try:
            version = metadata.version(found["name"])
        except metadata.PackageNotFoundError:
            yield f"{found['name']} is missing"
            continue
        bounds = [(each["sign"], _numbers(each["version"])) for each in _BOUND.finditer(found["bounds"])]
        if not all(_numbers(version) >= bound if sign == ">=" else _numbers(version) < bound for sign, bound in bounds):
            yield f"{found['name']} is {version}, and{found['bounds'].rstrip()} is asked for"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _clone(root: Path) -> Iterator[Advice]:
    known = history.history(root)
    if known.shallow:
        yield Advice(
            "broken", "this clone is shallow: dates of last changes and `--since` would be wrong or refused",
            "`git fetch --unshallow`; in a workflow set `fetch-depth: 0`",
        )  # fmt: skip
    elif known.head is None and worktree.mistrusted(root):
        yield Advice(
            "broken", "Git leaves this repository alone, since its folder belongs to somebody else",
            "if you trust it, what `git status` says here",
        )  # fmt: skip
    else:
        yield _either(
            known.head is not None, "the history is complete", "there is no repository with a commit here",
            "`git init`, and commit the programme", otherwise="hint",
        )  # fmt: skip


def _programme(programme: Programme) -> Iterator[Advice]:
    if programme.settings is None:
        yield Advice("broken", "pairs/programme.yml cannot be read", "`mentoring check` says what is wrong in it")
        return
    site = programme.settings.item.site
    forge = site is not None and bool(site.repository) and site.forge not in (None, "none")
    yield _either(
        forge, "the site links to the repository", "no forge is named: the site has no links to write, edit or plan",
        "set `site.repository` and `site.forge` in pairs/programme.yml", otherwise="hint",
    )  # fmt: skip
    yield _language(programme.settings.item.language)
    members = _members(programme)
    keyless = [name for name in members if not programme.people[name].item.keys]
    single = [name for name in members if len(programme.people[name].item.keys) == 1]
    unnamed = [name for name in members if not _has_account(programme, name)]
    for lacking, fine, lack, remedy in (
        (
            keyless,
            "every member of an open pair has a key",
            "no key, so nothing can be sealed to",
            "add a key to `keys`",
        ),
        (
            single,
            "nobody depends on one key",
            "one key only; losing it loses what was sealed to",
            "add a second key, kept offline",
        ),
        (
            unnamed,
            "every member has an account",
            "no account, so coordinators are asked in place of",
            "fill `accounts`",
        ),
    ):
        yield _either(not lacking, fine, f"{lack} {_listed(lacking)}", f"{remedy} in their files", otherwise="hint")


def _language(tag: str) -> Advice:
    """Tell whether the site can speak the programme's language."""
    return _either(
        spoken(tag) == tag, "the site speaks the programme's language",
        f"there is no catalogue for `{tag}`: the site's own texts are in English",
        "translate generator/language/de.po into generator/language/" + tag.partition("-")[0].lower() + ".po",
        otherwise="hint",
    )  # fmt: skip


def _members(programme: Programme) -> list[str]:
    """Name the members of open pairs whose files can be read."""
    as_of = max((entry.on for pair in programme.pairs.values() for entry in pair.item.history), default=None)
    pairs = (pair.item for pair in programme.pairs.values() if as_of and state(pair.item, as_of) in OPEN)
    return sorted({name for pair in pairs for name in pair.members if name in programme.people})


def _has_account(programme: Programme, name: str) -> bool:
    accounts = programme.people[name].item.accounts
    return accounts is not None and accounts.github is not None


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown  # noqa: PLR2004 - five, then counted


def _either(
    good: object, fine: str, lack: str, remedy: str, *, otherwise: Literal["hint", "broken"] = "broken"
) -> Advice:
    return Advice("fine", fine) if good else Advice(otherwise, lack, remedy)
