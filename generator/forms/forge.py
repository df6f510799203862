"""All files a forge reads that are made from the programme, marked so that nobody's own file is taken for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.forms import issues, requests
from generator.forms.owners import owners
from generator.forms.sites import Forge
from generator.programme import Programme

MARK = "Written by `mentoring forge`"
"""Stands in the first line of every file we write; a file without it is somebody's own."""
_LINE = f"{MARK} from the programme's files; change those instead."


def files(programme: Programme, forges: Iterable[Forge]) -> dict[str, str]:
    """Give the files of some forges: path to text."""
    return dict(each for forge in forges for each in _files(programme, forge))


def is_ours(text: str) -> bool:
    """Tell whether a file was written by us."""
    return MARK in text.partition("\n")[0]


def _files(programme: Programme, forge: Forge) -> Iterator[tuple[str, str]]:
    yield forge.owners, f"# {_LINE}\n{owners(programme, forge)}"
    yield forge.request, f"<!-- {_LINE} -->\n{requests.overview()}"
    if forge.requests:
        for task in requests.TASKS:
            yield f"{forge.requests}/{task.name}.md", f"<!-- {_LINE} -->\n{requests.template(task)}"
    for form in issues.forms():
        if forge.forms:
            yield f"{forge.issues}/{form.name}.yml", f"# {_LINE}\n{issues.form(form)}"
        else:
            yield f"{forge.issues}/{form.name}.md", f"<!-- {_LINE} -->\n{issues.template(form)}"
