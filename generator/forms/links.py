"""Links into a forge's web editor: a new file with its name and text filled in, as far as the forge can; an old one.

GitHub, Gitea and Forgejo take the name as `filename` and the text as `value`. GitLab takes the name as
`file_name` and no text, so a page shows the text to paste.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

LONGEST = 6000
"""Servers refuse longer addresses; what does not fit is pasted."""
_NEW = {
    "github": "{repository}/new/{branch}?{named}",
    "gitlab": "{repository}/-/new/{branch}/{folder}?{named}",
    "gitea": "{repository}/_new/{branch}/{folder}?{named}",
    "forgejo": "{repository}/_new/{branch}/{folder}?{named}",
}
_EDIT = {
    "github": "{repository}/edit/{branch}/{path}",
    "gitlab": "{repository}/-/edit/{branch}/{path}",
    "gitea": "{repository}/_edit/{branch}/{path}",
    "forgejo": "{repository}/_edit/{branch}/{path}",
}
_SEE = {
    "github": "{repository}/{what}/{branch}/{path}",
    "gitlab": "{repository}/-/{what}/{branch}/{path}",
    "gitea": "{repository}/src/branch/{branch}/{path}",
    "forgejo": "{repository}/src/branch/{branch}/{path}",
}
_TAKES_TEXT = frozenset({"github", "gitea", "forgejo"})


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the files are edited in a browser."""

    kind: str
    repository: str
    branch: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The address that opens a form, and whether the text is in it already."""

    address: str
    filled: bool


def new_file(forge: Forge | None, path: str, text: str) -> Opened | None:
    """Give the address that opens a new file; `None` where the forge is not known."""
    template = _NEW.get(forge.kind) if forge else None
    if forge is None or template is None:
        return None
    folder, _, name = path.rpartition("/")
    named = {"file_name": name} if forge.kind == "gitlab" else {"filename": path if forge.kind == "github" else name}
    whole = _filled(template, forge, folder=folder, named=named | {"value": text})
    if forge.kind in _TAKES_TEXT and len(whole) <= LONGEST:
        return Opened(whole, filled=True)
    return Opened(_filled(template, forge, folder=folder, named=named), filled=False)


def _filled(template: str, forge: Forge, *, folder: str, named: dict[str, str]) -> str:
    return template.format(
        repository=forge.repository.rstrip("/"),
        branch=quote(forge.branch),
        folder=quote(folder),
        named=urlencode(named, quote_via=quote),
    )


def edit(forge: Forge | None, path: str) -> str | None:
    """Give the address that opens a file for editing; `None` where the forge is not known."""
    return _there(_EDIT, forge, path)


def line(forge: Forge | None, path: str, number: int) -> str | None:
    """Give the address that shows a line of a file; `None` where the forge is not known."""
    address = _there(_SEE, forge, path, "blob")
    return f"{address}#L{number}" if address else None


def folder(forge: Forge | None, path: str) -> str | None:
    """Give the address that lists a folder; `None` where the forge is not known."""
    return _there(_SEE, forge, path, "tree")


def _there(templates: Mapping[str, str], forge: Forge | None, path: str, what: str = "") -> str | None:
    template = templates.get(forge.kind) if forge else None
    if forge is None or template is None:
        return None
    return template.format(
        repository=forge.repository.rstrip("/"), branch=quote(forge.branch), path=quote(path), what=what
    )
