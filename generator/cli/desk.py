"""Where new files are made: the programme as it lies here, a judgement before writing, and the writing itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator import lifecycle, whole
from generator.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.cli.asking import Form
    from generator.forms.draft import Draft
    from generator.load import Loaded, Read
    from generator.programme import Programme
    from generator.source.finding import Finding

Verb = TypeVar("Verb", bound=Callable[..., object])


def making(verb: Verb) -> Verb:
    """Add the options of every verb that makes files: `--root`, `--as-of`, `--dry-run`."""
    shown = click.option("--dry-run", is_flag=True, help="Write nothing: print the path and the text.")
    return options.root_option(options.as_of_option(shown(verb)))


@dataclass(frozen=True)
class Desk:
    """The programme that lies in a folder, and the day it is."""

    root: Path
    reads: Mapping[str, Read]
    loaded: Loaded
    as_of: date

    @property
    def programme(self) -> Programme:
        """Give the programme as it is now."""
        return self.loaded.programme

    @cached_property
    def email(self) -> str | None:
        """Give the address that commits made here carry."""
        from generator import revisions

        return revisions.email(self.root)

    @cached_property
    def me(self) -> str | None:
        """Give the person who sits here, as far as the address tells."""
        from generator.forms import who

        return who.person(self.programme, self.email)

    @property
    def folder(self) -> str:
        """Give the folder one stands in, from the programme's root."""
        here = Path.cwd().resolve()
        return here.relative_to(self.root).as_posix() if here.is_relative_to(self.root) else ""

    def pair(self, form: Form, states: Collection[str] = lifecycle.OPEN) -> str:
        """Settle which pair is meant: the one named, the one that can be told, or the one somebody chooses."""
        from generator.forms import who

        known = who.pair(self.programme, self.as_of, self.email, self.folder, states)
        mine, every = (who.open_pairs(self.programme, self.as_of, of, states) for of in (self.me, None))
        choices = mine or every
        return form.settle("pair", known, "Which pair?", self.named_pair, [f"  {name}" for name in choices])

    def named_pair(self, text: str) -> str:
        """Find the pair that a text names.

        Raises:
            UnfitError: it names none; the text of the error says what would fit.
        """
        from generator.forms import answers, who
        from generator.source.names import nearest

        found = who.named(self.programme, text)
        if found is None:
            lost = who.unread(self.programme, text)
            if lost is not None:
                message = f"a pair whose file can be read: `mentoring check pairs/{lost}` says what is wrong in it"
                raise answers.UnfitError(message)
            like = next(iter(self.programme.pairs), "2026-spring/pair-07")
            folders = (name.rpartition("/")[2] for name in self.programme.pairs)
            near = nearest(text, (*self.programme.pairs, *folders), 1)
            meant = f"; did you mean `{near[0]}`?" if near else ""
            message = f"a pair of this programme, such as `{like}`{meant}"
            raise answers.UnfitError(message)
        return found


def titled(verb: Verb) -> Verb:
    """Add `--title` and `--slug`, which `named` reads."""
    slug = click.option(
        "--slug", metavar="NAME", help="The name of its file [default: made from the title], such as `night-shift`."
    )
    return click.option("--title", metavar="TEXT", help="Its title, in any script.")(slug(verb))


def named(form: Form) -> tuple[str, str]:
    """Settle a title and the name of its file, which comes from the title where that has a letter from a to z."""
    from generator.forms import answers, draft

    title = form.ask("title", "What is its title?", answers.title)
    words = "Which name does its file get? The title gives none: letters from a to z, digits and hyphens."
    return form.settle("slug", draft.slug(title) or None, words, answers.name), title


def opened(root: Path, as_of: date | str | None) -> Desk:
    """Read the programme in a folder."""
    from generator import load, worktree

    reads = load.read(load.read_folder(root, worktree.paths(root)))
    loaded = load.assembled(reads)
    return Desk(root, reads, loaded, options.as_of(as_of, loaded.programme))


def finish(context: click.Context, desk: Desk, drafts: Sequence[Draft], *, dry_run: bool) -> None:
    """Judge what the files would say, then write all of them or none; ends the verb."""
    for draft in drafts:
        if draft.before is None and os.path.lexists(desk.root / draft.path):
            message = f"{draft.path} is there already, and nothing is overwritten"
            raise click.UsageError(message)
    caused, after = _judged(desk, drafts)
    sound = all(finding.severity != "error" for finding in caused)
    if dry_run:
        _print(drafts)
    elif sound:
        _write(desk.root, drafts)
        for draft in drafts:
            click.echo(f"{draft.path} {'written' if draft.before is None else 'changed'}")
    if caused:
        click.echo(_told(caused, after), err=True, nl=False)
    if not sound and not dry_run:
        click.echo("Nothing was written: mend what is said above, and try again.", err=True)
    context.exit(0 if sound else 1)


def _judged(desk: Desk, drafts: Sequence[Draft]) -> tuple[tuple[Finding, ...], Loaded]:
    """Find what these files would cause, compared with the programme as it lies here."""
    from generator import load
    from generator.load import Raw
    from generator.review import change

    new = load.read(Raw(draft.path, draft.text.encode()) for draft in drafts)
    settings = desk.programme.settings
    assert settings is None or settings.path not in new  # noqa: S101 - limits come from there, and no form writes it
    after = load.assembled(dict(sorted({**desk.reads, **new}.items())))
    then = change.Before("", desk.loaded, {})
    return change.judged(after, then, desk.as_of).caused, after


def _told(caused: Sequence[Finding], after: Loaded) -> str:
    from generator.report import text

    return text.render(caused, after.programme.documents, date.min, after.files, options.rule_url(after.programme))


def _print(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        click.echo(f"{draft.path}\n".encode(), nl=False)
        click.echo(f"{draft.text}\n".encode(), nl=False)


def _write(root: Path, drafts: Sequence[Draft]) -> None:
    """Write all texts beside their places first; only then each gets its name, so that a stop leaves the old files."""
    at = ""
    try:
        with ExitStack() as stack:
            waiting = []
            for draft in drafts:
                at = draft.path
                (root / at).parent.mkdir(parents=True, exist_ok=True)
                waiting.append(stack.enter_context(whole.beside(root / at, draft.text.encode(), lasting=True)))
            for fresh, draft in zip(waiting, drafts, strict=True):
                at = draft.path
                _settle(fresh, root / at, draft)
    except OSError as error:
        message = f"{at} could not be written: {error.strerror}"
        raise click.UsageError(message) from error


def _settle(fresh: Path, path: Path, draft: Draft) -> None:
    """Give a new file its name only where nothing has it; a changed one only while it is what was read."""
    if draft.before is None:
        path.hardlink_to(fresh)
    elif path.read_bytes() != draft.before.encode():
        message = f"{draft.path} was changed meanwhile; look at it and try again"
        raise click.UsageError(message)
    else:
        fresh.replace(path)
