"""Single steps as processes of their own, to be measured: `python bench/parts.py STEP FOLDER [NAME]`.

Where a step is only a part of its process, it prints the CPU seconds of that part.
"""

from __future__ import annotations

import gc
import importlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.programme import Programme

Render = Callable[[str], str]
THOUSAND = 1000
ABILITIES = {
    "table": ("| a | b |\n| --- | --- |\n| c | d |\n", "<table"),
    "task list": ("- [x] done\n- [ ] open\n", 'type="checkbox"'),
    "footnote": ("text[^1]\n\n[^1]: note\n", "footnote"),
    "alert": ("> [!NOTE]\n> text\n", "alert"),
    "raw HTML kept out": ("<b onclick=x>bold</b>\n", "<b onclick"),
}
"""A construct, a text that uses it, and what stands in the HTML if it was understood (for the last: if it was not)."""


def texts(root: Path) -> Iterator[str]:
    """Give the YAML of all files: the files themselves, and front matter."""
    from generator.source import frontmatter

    yield from (path.read_text() for path in sorted(root.glob("pairs/**/*.yml")))
    for path in sorted(root.glob("content/**/*.md")):
        yield frontmatter.split(path.read_text()).yaml


def parse(root: Path) -> None:
    """Parse all YAML with PyYAML's fastest safe loader; reading and starting are not counted."""
    import yaml

    documents = list(texts(root))
    gc.disable()
    started = time.process_time()
    for document in documents:
        yaml.load(document, yaml.CSafeLoader)
    print(time.process_time() - started)


def history(root: Path) -> None:
    """Read the last change of every path, as the pages do."""
    from generator.history import history as read

    if not read(root).last:
        sys.exit("the history knows nothing")


def further(root: Path, old: str) -> None:
    """Read what is new in the log since a commit at which it was read before; starting is not counted."""
    from generator.history import history as read

    new = _git(root, "rev-parse", "HEAD")
    _git(root, "reset", "--soft", old)
    read(root)
    _git(root, "reset", "--soft", new)
    started = _used()
    known = read(root)
    print(_used() - started)
    if not known.head or not new.startswith(known.head.commit):
        sys.exit("the history does not know the last commit")


def _git(root: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", root, *words], check=True, capture_output=True, text=True).stdout.strip()


def _used() -> float:
    """Give the CPU seconds of this process and of those it has waited for."""
    return sum(each.ru_utime + each.ru_stime for each in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def renderer(name: str) -> Render:
    """Give a renderer with the constructs of a post switched on, as far as it has them, and raw HTML off."""
    return {"comrak": _comrak, "cmarkgfm": _cmarkgfm, "markdown-it-py": _markdown_it}[name]()


def render(root: Path, name: str) -> None:
    """Render the bodies of all posts."""
    from generator.source import frontmatter

    bodies = [frontmatter.split(path.read_text()).body for path in sorted(root.glob("content/threads/**/*.md"))]
    make = renderer(name)
    started = time.process_time()
    for body in bodies:
        make(body)
    print(time.process_time() - started)


def abilities(name: str) -> dict[str, bool]:
    """Try each construct with a renderer."""
    make = renderer(name)
    found = {what: sign in make(text) for what, (text, sign) in ABILITIES.items()}
    return found | {"raw HTML kept out": not found["raw HTML kept out"]}


def _comrak() -> Render:
    import comrak

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.tasklist = extensions.footnotes = extensions.alerts = True
    return lambda text: str(comrak.render_markdown(text, extension_options=extensions))


def _cmarkgfm() -> Render:
    import cmarkgfm
    from cmarkgfm.cmark import Options

    return lambda text: str(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES))


def _markdown_it() -> Render:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").render


def report(root: Path, form: str) -> None:
    """Render a thousand findings in a format: those of a programme, as often as it takes."""
    from generator.cli.check import RENDERERS
    from generator.load import load, read_folder
    from generator.rules import judge

    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*")) if path.is_file()]
    loaded = load(read_folder(root, paths))
    as_of = date(2026, 4, 1)
    found = [*loaded.findings, *judge(loaded.programme, as_of, nightly=True)]
    many = (found * (THOUSAND // len(found) + 1))[:THOUSAND]
    render = importlib.import_module(f"generator.report.{RENDERERS[form]}").render
    gc.disable()
    started = time.process_time()
    printed = render(many, loaded.programme.documents, as_of, len(paths))
    print(time.process_time() - started)
    if not printed:
        sys.exit("the report is empty")


FIRST = frozenset(
    (
        "ACT001 ACT003 AGD001 AGD002 AGR001 COM001 FIL001 FIL002 FIL003 FIL004 FIL005 FIL006 FIL007 FIL008 FIL009 "
        "FIL010 FIL011 GOA002 LNK001 LNK002 LNK003 PAI001 PAI008 PAI009 PER001 PER002 PER003 PER006 PER007 POS001 "
        "POS002 POS003 POS004 PRG001 PRG002 PRG003 PRG004 PRI001 PRI002 ROA001 ROA002 SEA001 SEA003 SES001 SES003 "
        "SES004 SES005"
    ).split()
)
"""What a single file or a reference shows: no lifecycle, no agreement, and nobody is sought in a text."""


def first(root: Path) -> None:
    """Check as the command does, from the listing to the report, but with the rules of `FIRST` only."""
    from generator import kept, rules
    from generator.cli import main as mentoring

    every = rules.rules()
    rules.rules = lambda: {code: each for code, each in every.items() if code in FIRST}
    try:
        mentoring(["check", "--root", str(root)])
    finally:  # what is remembered now was not said by all rules
        shutil.rmtree(kept.folder(root), ignore_errors=True)


def measures(root: Path) -> None:
    """Count every measure of every pair, and the indicators of the programme and its parts, as of one day."""
    from generator.progress import indicators, whole

    programme, as_of = _programme(root)
    started = time.process_time()
    whole.measure(programme, as_of)
    whole.standings(programme, as_of)
    indicators.of(programme, as_of)
    print(time.process_time() - started)


def trends(root: Path) -> None:
    """Count every indicator of the programme on 53 days, a week apart."""
    from generator.progress import trends as over_time

    programme, as_of = _programme(root)
    started = time.process_time()
    found = over_time.year(programme, as_of)
    print(time.process_time() - started)
    if any(len(trend.points) != over_time.YEAR + 1 for trend in found):
        sys.exit("a trend has too few points")


def _programme(root: Path) -> tuple[Programme, date]:
    """Load a corpus, and give it with the day it is written for; what was loaded is no garbage to look through."""
    from generator.load import load, read_folder

    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*")) if path.is_file()]
    programme = load(read_folder(root, [path for path in paths if not path.startswith(".git/")])).programme
    if programme.settings is None or programme.settings.item.clock is None:
        sys.exit("the corpus has no day of its own")
    gc.collect()
    gc.freeze()
    return programme, programme.settings.item.clock


STEPS: dict[str, Callable[..., None]] = {
    "parse": parse,
    "history": history,
    "further": further,
    "render": render,
    "report": report,
    "first": first,
    "measures": measures,
    "trends": trends,
}


def main() -> None:
    """Do one step."""
    step, folder, *names = sys.argv[1:]
    STEPS[step](Path(folder), *names)


if __name__ == "__main__":
    main()
