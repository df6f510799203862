"""`mentoring check`: find what is wrong in the programme's files."""

from __future__ import annotations

import gc
import importlib
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import judging, options
from generator.cli.judging import Clock, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.memory import Answer, Question
    from generator.source.document import Document
    from generator.source.finding import Finding

    Renderer = Callable[[Sequence[Finding], Mapping[str, Document], date, int, str], str]

RENDERERS = {
    "text": "text", "github": "github", "gitlab": "gitlab", "json": "as_json", "junit": "junit", "rdjson": "rdjson",
    "sarif": "sarif",
}  # fmt: skip
"""The formats, each with its module of `report/`; only the one asked for is imported."""
_SUMMARY = "GITHUB_STEP_SUMMARY"
_NO_C_PARSER = (
    "PyYAML was installed without its C parser, and reading would be ten times slower; install a wheel of it: "
    "`pip install --force-reinstall --only-binary :all: pyyaml`"
)


@click.command("check", short_help="Find what is wrong in the programme's files.")
@click.argument(
    "paths",
    metavar="[PATH]…",
    nargs=-1,
    type=options.ToRead("paths start in the folder you stand in; without any, all files are reported on"),
)
@options.root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("auto", *RENDERERS)),
    default="auto",
    help="`auto` is `github` inside GitHub Actions, else `text`.",
)
@options.as_of_option
@click.option(
    "--since",
    metavar="REV",
    help="Tell only what the change since REV causes (a branch, tag or commit), wherever it shows.",
)
@click.option("--nightly", is_flag=True, help="Tell as well what only time has made true, such as a pair gone quiet.")
@click.option("--fix", is_flag=True, help="Make the safe fixes, then tell what is left.")
@click.option("--unsafe", is_flag=True, help="With --fix: make the others as well, asking about each.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the edits, write nothing.")
@click.option("-v", "--verbose", is_flag=True, help="Say on standard error how long each part took.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    root: Path,
    form: str,
    as_of: date | str | None,
    *,
    since: str | None,
    nightly: bool,
    fix: bool,
    unsafe: bool,
    dry_run: bool,
    verbose: bool,
) -> None:
    """Judge all files of the programme and print what is wrong.

    With PATH only findings in these files and folders are reported; the whole programme is judged all the
    same, since files refer to each other. With --since only findings that the change causes are reported, even
    in files it did not touch; older ones are counted on standard error. With --fix what needs nobody's decision
    is put right first: a misspelt field name, the spelling of a duration, a byte-order mark.

    \b
    Exit codes: 0 no error, 1 at least one error (warnings and nightly findings do not count), 2 wrong use,
    3 a bug of ours.

    \b
    Examples:
      mentoring check
      mentoring check pairs/2026-spring --as-of 2026-05-21
      mentoring check --since origin/main
      mentoring check --nightly --as-of today
      mentoring check --fix --unsafe --dry-run
      mentoring check --format json > findings.json
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    chosen = [options.below(root, path) for path in paths]
    clock = Clock(verbose=verbose)
    if since is not None and nightly:
        message = "--nightly tells what time has made true, --since what a change does: choose one"
        raise click.UsageError(message)
    if (unsafe or dry_run) and not fix:
        message = "--unsafe and --dry-run say how to --fix"
        raise click.UsageError(message)

    gc.disable()  # many small objects live until the end, those of imports first; looking for cycles among them is dear
    gc.freeze()
    form = _settled(form)
    asked = None if fix else _question(root, str(as_of), str(nightly), form, *chosen)
    remembers = asked is not None and since is None and form != "github"
    if asked and remembers and (known := _recalled(root, asked.name, as_of)):
        click.echo(known.output.encode(), nl=False)
        clock.lap("remembered")
        context.exit(known.exit)
    _require_c_parser()
    _read_at_once()

    def judge() -> Run:
        run = judging.judged_near(root, as_of, clock, asked, since=since, nightly=nightly) if asked else None
        run = run or judging.judged(root, as_of, clock, asked, since=since, nightly=nightly)
        return _chosen(root, chosen, run) if chosen else run

    run = _fixed(root, judge, unsafe=unsafe) if fix and not dry_run else judge()
    output = _preview(run, unsafe=unsafe) if dry_run else _rendered(form, run)
    click.echo(output.encode(), nl=False)
    if since is not None:
        click.echo(_older(run.older), err=True)
    clock.lap("rendered")
    failed = int(any(finding.severity == "error" for finding in run.findings))
    if asked and remembers:
        _keep(root, asked.name, run, output, failed)
    context.exit(failed)


def _settled(form: str) -> str:
    if form != "auto":
        return form
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _question(root: Path, *asked: str) -> Question | None:
    from generator import memory

    return memory.question(root, *asked)


def _recalled(root: Path, name: str, given: date | str | None) -> Answer | None:
    """Give what was said before of the same files, if the day that it was judged by is still the same."""
    from generator import memory

    known = memory.recall(root, name)
    settled = known and options.settled(
        given, known.timezone, clock=date.fromisoformat(known.as_of) if known.clock else None
    )
    return known if known and str(settled) == known.as_of else None


def _keep(root: Path, name: str, run: Run, output: str, failed: int) -> None:
    from generator import memory

    memory.keep(root, name, memory.Answer(output, failed, run.as_of.isoformat(), run.clock, run.timezone))


def _require_c_parser() -> None:
    from generator.source import yaml12

    if not yaml12.c_parser_is_there():
        raise click.UsageError(_NO_C_PARSER)


def _read_at_once() -> None:
    from generator.kinds.base import read_at_once

    read_at_once()


def _fixed(root: Path, judge: Callable[[], Run], *, unsafe: bool) -> Run:
    from generator.cli import fixing

    if unsafe:
        fixing.require_terminal()
    return fixing.fixed(root, judge, unsafe=unsafe)


def _preview(run: Run, *, unsafe: bool) -> str:
    from generator.cli import fixing

    return fixing.preview(run, unsafe=unsafe)


def _chosen(root: Path, chosen: Sequence[str], run: Run) -> Run:
    """Leave what is said of some files and folders."""
    kept = tuple(finding for finding in run.findings if _is_chosen(finding.span.path, chosen))
    paths = [path for path in run.paths() if _is_chosen(path, chosen) and os.path.lexists(root / path)]
    return replace(run, findings=kept, files=len(paths), paths=lambda: paths)


def _older(count: int) -> str:
    if not count:
        return "nothing was found before this change"
    return f"{count} older {'finding is' if count == 1 else 'findings are'} not shown: `mentoring check` lists them"


def _is_chosen(path: str, chosen: Sequence[str]) -> bool:
    return any(each in (".", path) or path.startswith(f"{each}/") for each in chosen)


def _rendered(form: str, run: Run) -> str:
    """Render as asked; inside GitHub Actions all findings go into the job's summary as well."""
    if form == "github":
        _into_summary(run)
    return _renderer(form, run)(run.findings, run.documents, run.as_of, run.files, run.rule_url)


def _renderer(form: str, run: Run) -> Renderer:
    """Import one renderer only, and tell it what it alone has to know."""
    module = importlib.import_module(f"generator.report.{RENDERERS[form]}")
    also: Mapping[str, Mapping[str, Any]] = {"json": {"since": run.since}, "junit": {"paths": run.paths()}}
    return partial(module.render, **also.get(form, {}))


def _into_summary(run: Run) -> None:
    from generator.report import github

    name = os.environ.get(_SUMMARY)
    if not name:
        return
    try:
        with Path(name).open("ab") as file:
            left = github.LARGEST - file.tell()
            told = (run.findings, run.documents, run.as_of, run.files, run.rule_url)
            file.write(github.markdown(*told, largest=left).encode())
    except OSError as error:
        click.echo(f"the job's summary could not be written: {error.strerror}", err=True)
