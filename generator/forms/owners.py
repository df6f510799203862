"""Code owners: whose review a change needs, from the pairs, the people's accounts and the coordinators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.forms.sites import Forge
from generator.programme import Programme

MACHINERY = (
    "/.github/", "/.gitlab/", "/.gitlab-ci.yml", "/.gitea/", "/.forgejo/", "/.githooks/", "/.ci/", "/generator/",
    "/tests/", "/bench/", "/mkdocs.yml", "/pyproject.toml", "/requirements.lock", "/requirements-dev.lock", "/Makefile",
    "/pairs/programme.yml",
)  # fmt: skip
"""What runs, judges, or says who judges: coordinators only, and last, since the last matching line wins."""
_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9])?", re.ASCII)
_SPECIAL = re.compile(r"[.+*?()|\[\]{}^$]")


def owners(programme: Programme, forge: Forge) -> str:
    """Write the lines of a CODEOWNERS file; a person without an account has the coordinators in their place."""
    written = [
        *_part("Everything", _lines(("*",), (), programme)),
        *_part("Each person's file", _people(programme)),
        *_part("Each pair's room and thread", _rooms(programme)),
        *_part("The machinery: coordinators only", _lines(MACHINERY, (), programme)),
    ]
    return "\n".join(_as_expression(line) if forge.expressions else line for line in written) + "\n"


def coordinators(programme: Programme) -> tuple[str, ...]:
    """Give the accounts of the coordinators, in the order of the programme's file."""
    named = programme.settings.item.people.coordinators if programme.settings else ()
    return tuple(dict.fromkeys(filter(None, (account(programme, name) for name in named))))


def account(programme: Programme, person: str) -> str | None:
    """Give a person's account as a forge reads it; `None` where there is none, or none that could be one."""
    entry = programme.people.get(person)
    given = entry.item.accounts.github if entry and entry.item.accounts else None
    return f"@{given}" if given and _ACCOUNT.fullmatch(given) else None


def _people(programme: Programme) -> Iterator[str]:
    for name in programme.people:
        yield from _lines((f"/pairs/people/{name}.yml",), (name,), programme)


def _rooms(programme: Programme) -> Iterator[str]:
    for name, pair in programme.pairs.items():
        folders = (f"/pairs/{name}/", f"/content/threads/{name}/")
        yield from _lines(folders, pair.item.members, programme)


def _lines(paths: Iterable[str], people: Iterable[str], programme: Programme) -> Iterator[str]:
    """Write one line for each path; none where nobody has an account, since such a line would ask nobody."""
    accounts = filter(None, (account(programme, name) for name in people))
    asked = " ".join(dict.fromkeys((*accounts, *coordinators(programme))))
    if asked:
        yield from (f"{path} {asked}" for path in paths)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"# {title}", *found)


def _as_expression(line: str) -> str:
    """Write a line for a forge that reads whole-path expressions; there every matching line counts, not the last."""
    if line.startswith("#") or not line:
        return line
    path, _, asked = line.partition(" ")
    if path == "*":
        return f".* {asked}"
    plain = _SPECIAL.sub(lambda found: f"\\\\{found[0]}", path.removeprefix("/"))
    return f"{plain}.* {asked}" if path.endswith("/") else f"{plain} {asked}"
