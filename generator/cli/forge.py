"""`mentoring forge`: write what a forge reads (code owners, templates, issue forms) from the programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options

if TYPE_CHECKING:
    from generator.forms import sites
    from generator.programme import Programme


@click.command("forge", short_help="Write code owners, templates and issue forms.")
@options.root_option
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is missing or out of date.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_context
def command(context: click.Context, root: Path, *, check: bool, dry_run: bool) -> None:
    """Write the files that a forge reads: who is asked for a review, templates of changes, issue forms.

    They are written for the forge that `site.forge` names, and for each one whose workflows lie in the
    repository. Code owners come from the pairs, the coordinators and `accounts.github`; write them anew when
    one of these changes. A file that somebody wrote by hand is never overwritten.

    \b
    Exit codes: 0 all is written, 1 a file is out of date (--check) or somebody's own, 2 wrong use.

    \b
    Examples:
      mentoring forge
      mentoring forge --dry-run
      mentoring forge --check
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import forge, owners

    programme = _programme(root)
    made = forge.files(programme, _forges(root, programme))
    if not owners.coordinators(programme):
        click.echo("warning: no coordinator has an account, so nobody is asked for a review", err=True)
    stale = {path: text for path, text in made.items() if _text(root / path) != text}
    foreign = [path for path in stale if (root / path).is_file() and not forge.is_ours(_text(root / path) or "")]
    for path, text in stale.items():
        if path in foreign:
            click.echo(f"{path} is somebody's own and stays: move it away, then run `mentoring forge` again", err=True)
        elif check:
            click.echo(f"{path} is out of date: run `mentoring forge`")
        elif dry_run:
            click.echo(f"would write {path}")
        else:
            _write(root / path, text)
            click.echo(f"{path} written")
    context.exit(1 if foreign or (check and stale) else 0)


def _programme(root: Path) -> Programme:
    from generator import load, worktree

    return load.load(load.read_folder(root, worktree.paths(root))).programme


def _forges(root: Path, programme: Programme) -> tuple[sites.Forge, ...]:
    from generator.forms import sites as known

    site = programme.settings.item.site if programme.settings else None
    there = [forge.workflows for forge in known.FORGES if (root / forge.workflows).exists()]
    found = known.used(site.forge if site else None, there)
    if not found:
        message = "no forge is named, and no workflows lie here: set `site.forge` in pairs/programme.yml"
        raise click.UsageError(message)
    return found


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode(errors="replace").replace("\r\n", "\n")
    except OSError:
        return None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}"
        raise click.UsageError(message) from error
