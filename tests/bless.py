"""Shows what the golden files would become, and writes them: `make bless`.

A golden file is what the program says of a programme under `golden/`, read by a person before it is accepted.
A new one is a line in `MAKERS`.
"""

from __future__ import annotations

import difflib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import charted
import programmes

from generator.load import Loaded
from generator.report import text
from generator.source.finding import Finding

GOLDEN = Path(__file__).parent / "golden"
BROKEN = GOLDEN / "broken"
BEFORE = GOLDEN / "before"
"""The files of the broken programme that were different before the change it is judged by, or gone since."""
LINK = "content/handbook/minutes.md"
"""A link that leads out of the programme; it is made when it is needed, since not every checkout can hold one."""


def broken_report() -> str:
    """Give what `check` says in full of the programme in which every code fires."""
    loaded = broken()
    return text.render(broken_findings(), loaded.programme.documents, programmes.CLOCK, loaded.files)


@cache
def broken_findings() -> tuple[Finding, ...]:
    """Judge the broken programme in every way: by its files, by the day, and by what changed in it."""
    return programmes.judged(broken(), nightly=True, before=broken(before=True))


@cache
def broken(*, before: bool = False) -> Loaded:
    """Load the broken programme from a copy that holds what Git cannot; or as it was before the change."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "broken"
        shutil.copytree(BROKEN, root)
        if before and BEFORE.exists():
            shutil.copytree(BEFORE, root, dirs_exist_ok=True)
        (root / LINK).symlink_to("../../../minutes.md")
        return programmes.loaded_folder(root)


def _legible(draw: Callable[[], str]) -> Callable[[], str]:
    """Break a chart into lines, an element each, to be read by a person."""
    return lambda: str(draw()).replace("><", ">\n<") + "\n"


MAKERS: Mapping[str, Callable[[], str]] = {
    "broken.txt": broken_report,
    **{f"charts/{name}.html": _legible(draw) for name, draw in charted.DRAWN.items()},
}
"""The golden files, below `golden/`, each with what makes it anew."""


def difference(name: str, new: str) -> Iterator[str]:
    """Give what would change in a golden file as a unified diff; nothing if it is as it should be."""
    path = GOLDEN / name
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = (old.splitlines(keepends=True), new.splitlines(keepends=True))
    return difflib.unified_diff(*lines, f"golden/{name}", f"golden/{name}, blessed")


def main() -> None:
    """Show each change, then make it."""
    for name, make in MAKERS.items():
        new = make()
        sys.stdout.writelines(difference(name, new))
        (GOLDEN / name).write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
