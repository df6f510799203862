"""Questions: an option answers one beforehand; without an option a person is asked, and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import click

T = TypeVar("T")
Reads = Callable[[str], T]


def on_terminal() -> bool:
    """Tell whether somebody sits there who can answer."""
    return sys.stdin.isatty()


class Form:
    """The answers given as options, by the option's name, and the asking for all others."""

    def __init__(self, given: Mapping[str, str | None]) -> None:
        self.given = given

    def ask(
        self, name: str, words: str, reads: Reads[T], *, default: str | None = None, lines: Iterable[str] = ()
    ) -> T:
        """Give an answer: the option's, else a person's; `lines` are shown before, Enter means the default.

        A wrong answer on a terminal, and an empty one, is asked again. Without a terminal a missing one is wrong
        use, and the message names the option.
        """
        from generator.forms.answers import UnfitError

        if self.given.get(name) is not None:
            return self._read(name, reads)
        if not on_terminal():
            message = f"this must be said: {words} Give {option(name)}."
            raise click.UsageError(message)
        for line in lines:
            click.echo(line, err=True)
        while True:
            said = str(click.prompt(words, default=default or "", show_default=bool(default), err=True))
            if not said.strip():
                click.echo(f"  nothing was said, and an answer is needed{_wanted(reads)}", err=True)
                continue
            try:
                return reads(said)
            except UnfitError as error:
                click.echo(f"  expected {error}", err=True)

    def settle(self, name: str, known: str | None, words: str, reads: Reads[T], lines: Iterable[str] = ()) -> T:
        """Give an answer that may be known without asking: the option's first, then the known one, then a person's."""
        from generator.forms.answers import UnfitError

        if self.given.get(name) is None and known is not None:
            try:
                return reads(known)
            except UnfitError as error:
                message = f"expected {error}"
                raise click.UsageError(message) from None
        return self.ask(name, words, reads, lines=lines)

    def only(self, name: str, reads: Reads[T]) -> T | None:
        """Give an answer that is never asked for: the option's, or none."""
        return None if self.given.get(name) is None else self._read(name, reads)

    def _read(self, name: str, reads: Reads[T]) -> T:
        from generator.forms.answers import UnfitError

        try:
            return reads(self.given[name] or "")
        except UnfitError as error:
            message = f"expected {error}"
            raise click.BadParameter(message, param_hint=option(name)) from None


def _wanted(reads: Reads[T]) -> str:
    """Say what would be an answer, where no text at all is none."""
    from generator.forms.answers import UnfitError

    try:
        reads("")
    except UnfitError as error:
        return f": expected {error}"
    return ""


def option(name: str) -> str:
    """Write the name of an answer as the option that gives it."""
    return f"--{name.replace('_', '-')}"


def listed(names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Lay out choices with a sentence each."""
    rows = tuple(names)
    wide = max((len(name) for name, _ in rows), default=0)
    return tuple(f"  {name:{wide}}  {says}" for name, says in rows)
