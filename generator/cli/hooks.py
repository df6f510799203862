"""`mentoring hooks`: install hooks of Git, and what they start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.groups import Listed

if TYPE_CHECKING:
    from generator.hooks.judge import Proposed

_AUDIENCES = ("organisation", "cohort", "coordinators")
_ONLY = "Build only this one's site; may be repeated [default: all three]."


@click.group(
    "hooks",
    cls=Listed,
    short_help="Install hooks of Git that judge a commit or a push.",
    subcommand_metavar="VERB …",
)
def command() -> None:
    """Let Git ask the checker: before a commit in a clone, or before a push is taken on your own server.

    `install` writes the hooks; the other verbs are what they start. A hook that somebody else wrote is never
    overwritten.

    \b
    Examples:
      mentoring hooks install
      mentoring hooks install --server --repository /srv/second-sight.git --out /srv/sites
    """  # noqa: D301 - `\b` tells click to keep the lines that follow


@command.command("install", short_help="Write the hooks.")
@click.option("--server", is_flag=True, help="For a repository that others push to, instead of a clone.")
@click.option(
    "--repository",
    metavar="DIR",
    type=options.ToRead("name the folder of the repository", file_okay=False, path_type=Path),
    default=Path(),
    help="The repository [default: the one here].",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --server: the folder for the sites, one for each audience; without it none are built.",
)
@click.option("--audience", "audiences", multiple=True, type=click.Choice(_AUDIENCES), help=_ONLY)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_context
def install(
    context: click.Context,
    *,
    server: bool,
    repository: Path,
    out: Path | None,
    audiences: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Write the hooks into the folder where the repository looks for them.

    In a clone: `pre-commit`, which refuses a commit that would cause errors, such as a private text that is
    not sealed, or that holds a private key. On a server: `pre-receive`, which refuses a push that would cause
    errors on the default branch, and with --out `post-receive`, which builds the sites.

    \b
    Exit codes: 0 all is written, 1 a hook is somebody else's, 2 wrong use.

    \b
    Examples:
      mentoring hooks install
      mentoring hooks install --dry-run
      mentoring hooks install --server --repository /srv/second-sight.git --out /srv/sites --audience cohort
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.hooks import repository as git

    folder = git.hooks(repository)
    if folder is None:
        from generator.worktree import mistrusted

        lacks = f"there is no repository in {repository.absolute()}"
        theirs = (
            f"Git leaves {repository.absolute()} alone, since it belongs to somebody else: see what `git status` says"
        )
        message = theirs if mistrusted(repository) else lacks
        raise click.UsageError(message)
    if out and not server:
        message = "--out is for a server: a clone has `mentoring build`"
        raise click.UsageError(message)
    shared = git.is_shared(folder, repository)
    written = _on_server(out, audiences) if server else _in_clone(repository, shared=shared)
    done = [_installed(folder / hook, text, dry_run=dry_run) for hook, text in written]
    context.exit(0 if all(done) else 1)


def _in_clone(repository: Path, *, shared: bool) -> Iterator[tuple[str, str]]:
    from generator.hooks import repository as git
    from generator.hooks import scripts

    if git.is_bare(repository):
        message = "this repository has no work tree: use --server"
        raise click.UsageError(message)
    root = options.nearest_root(repository)
    below = os.path.relpath(root, git.ask(repository, "rev-parse", "--show-toplevel"))
    words = () if below == "." else ("--root", below)
    yield "pre-commit", scripts.script("pre-commit", None if shared else sys.executable, words)


def _on_server(out: Path | None, audiences: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    from generator.hooks import scripts

    yield "pre-receive", scripts.script("pre-receive", sys.executable)
    if out is not None:
        words = ["--out", str(out.absolute())]
        words += [word for audience in audiences for word in ("--audience", audience)]
        yield "post-receive", scripts.script("post-receive", sys.executable, words)


def _installed(path: Path, text: str, *, dry_run: bool) -> bool:
    from generator.hooks import scripts

    if not scripts.is_ours(path):
        call = text.rstrip().rpartition("\n")[2].removeprefix("exec ").replace('"$python"', sys.executable)
        click.echo(f"{path} is somebody else's and stays; add this to it: {call} || exit 1", err=True)
        return False
    if dry_run:
        click.echo(f"would write {path}")
        return True
    try:
        scripts.write(path, text)
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}"
        raise click.UsageError(message) from error
    click.echo(f"{path} written")
    return True


@command.command("pre-commit", short_help="Judge what is staged.")
@options.root_option
@click.pass_context
def pre_commit(context: click.Context, root: Path) -> None:
    """Judge the staged files, not those that lie here; end with 1 if the commit would cause an error.

    \b
    Examples:
      mentoring hooks pre-commit
      mentoring hooks pre-commit --root ../second-sight
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.hooks import judge
    from generator.hooks import repository as git

    for name in ("GIT_DIR", "GIT_INDEX_FILE"):
        if name in os.environ:
            os.environ[name] = os.path.abspath(os.environ[name])  # noqa: PTH100 - the programme may lie further down
    before = git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD") or git.nothing(root)
    context.exit(0 if _told(judge.proposed(root, before, None)) else 1)


@command.command("pre-receive", short_help="Judge a push.")
@click.pass_context
def pre_receive(context: click.Context) -> None:
    """Judge what a push would make of the default branch; end with 1 if it would cause an error.

    Git starts it on a server, and tells it on standard input what the push changes: a line with the old commit, the
    new one and the branch.

    \b
    Examples:
      echo "$OLD $NEW refs/heads/main" | mentoring hooks pre-receive
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.hooks import judge
    from generator.hooks import repository as git

    here = Path.cwd()
    for old, new in _pushed(git.default_branch(here)):
        before = old if old.strip("0") else git.nothing(here)
        if not _told(judge.proposed(here, before, new)):
            click.echo("the push is refused: mend what is named above, commit, and push again", err=True)
            context.exit(1)


@command.command("post-receive", short_help="Build the sites after a push.")
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the sites, one below it for each audience.",
)
@click.option("--audience", "audiences", multiple=True, type=click.Choice(_AUDIENCES), help=_ONLY)
@click.pass_context
def post_receive(context: click.Context, out: Path, audiences: tuple[str, ...]) -> None:
    """Build the sites of the default branch, each into its own folder; a site that is there stays on failure.

    The programme's `mkdocs.yml` is left aside: it could name code to run on this machine. Git tells on standard
    input what the push changed, as it does to `pre-receive`.

    \b
    Examples:
      echo "$OLD $NEW refs/heads/main" | mentoring hooks post-receive --out /srv/sites
      echo "$OLD $NEW refs/heads/main" | mentoring hooks post-receive --out /srv/sites --audience organisation
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.hooks import repository as git

    here = Path.cwd()
    branch = git.default_branch(here)
    if branch is None or not list(_pushed(branch)):
        return
    with git.alone(here), TemporaryDirectory(prefix="mentoring-") as folder:
        root = Path(folder) / "programme"
        git.lay_out(here, branch, root)
        (root / "mkdocs.yml").unlink(missing_ok=True)
        codes = [_built(root, out / audience, audience) for audience in audiences or _AUDIENCES]
    context.exit(max(codes))


def _built(root: Path, out: Path, audience: str) -> int:
    from generator.hooks import repository as git

    words = ["build", "--root", str(root), "--audience", audience, "--out", str(out)]
    return subprocess.run(
        [sys.executable, "-P", "-m", "generator", *words], env=git.elsewhere(), check=False
    ).returncode


def _pushed(branch: str | None) -> Iterator[tuple[str, str]]:
    """Read what Git tells a hook of a push; give the old and the new commit of the branch."""
    for line in sys.stdin:
        old, new, name = line.rstrip("\n").split(" ", 2)
        if name == branch and new.strip("0"):
            yield old, new


def _told(proposed: Proposed) -> bool:
    """Print what a commit would cause; tell whether it may be made."""
    from generator.report import text
    from generator.review import change
    from generator.source.finding import in_order

    as_of = options.as_of(None, proposed.now.programme)
    caused = in_order([*change.judged(proposed.now, proposed.then, as_of).caused, *proposed.private])
    if caused:
        programme, files = proposed.now.programme, proposed.now.files
        shown = text.render(caused, programme.documents, as_of, files, options.rule_url(programme))
        click.echo(shown, nl=False, err=True)
    return all(finding.severity != "error" for finding in caused)
