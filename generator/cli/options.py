"""What several verbs ask for: the programme's folder and the day to judge by."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from generator.programme import Programme

Verb = TypeVar("Verb", bound=Callable[..., object])
SETTINGS = "pairs/programme.yml"
TODAY = "today"
_DAY = re.compile(r"2\d{3}-\d{2}-\d{2}", re.ASCII)
"""A day as files may hold it."""


class ToRead(click.Path):
    """A path that must be there; where it is not, the message names it, and what to do."""

    def __init__(self, remedy: str, **extra: Any) -> None:
        super().__init__(exists=True, **extra)
        self.remedy = remedy

    def fail(self, message: str, param: click.Parameter | None = None, ctx: click.Context | None = None) -> NoReturn:
        """Refuse a path."""
        super().fail(f"{message.rstrip('.')}: {self.remedy}", param, ctx)


def root_option(verb: Verb) -> Verb:
    """Add `--root`; the verb gets a folder that holds a programme."""
    return click.option(
        "--root",
        metavar="DIR",
        callback=lambda _context, _option, given: _root(given),
        help=f"The programme's folder [default: the nearest one upwards that holds {SETTINGS}].",
    )(verb)


def as_of_option(verb: Verb) -> Verb:
    """Add `--as-of`; the verb gets a day, `today`, or nothing, and asks `as_of` what that means."""
    return click.option(
        "--as-of",
        metavar="DATE|today",
        callback=lambda _context, _option, given: _day(given),
        help="The day to judge by [default: the programme's `clock`, else today].",
    )(verb)


def as_of(given: date | str | None, programme: Programme) -> date:
    """Settle the day to judge by: the one asked for, the programme's clock, or today in the programme's zone."""
    settings = programme.settings.item if programme.settings else None
    return settled(given, settings.timezone if settings else "UTC", clock=settings.clock if settings else None)


def settled(given: date | str | None, timezone: str, *, clock: date | None) -> date:
    """Settle the day by what the programme says of its clock and its time zone."""
    if isinstance(given, date):
        return given
    if clock and given != TODAY:
        return clock
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()  # noqa: TID251 - the one place where a clock is read


def below(root: Path, path: str) -> str:
    """Give a path as the programme names it; refuse one that is not in the programme's folder."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow a link that is to be reported
    found = absolute.parent.resolve() / absolute.name
    if found.is_relative_to(root):
        return found.relative_to(root).as_posix()
    message = f"`{path}` is not in the programme's folder {root}"
    raise click.BadParameter(message, param_hint="PATH")


def refuse_among_files(out: Path, root: Path) -> None:
    """Refuse to write into a folder of the programme itself: what is made from its facts is none of them."""
    from generator.worktree import FOLDERS

    if any(out.resolve().is_relative_to(root / folder) for folder in (*FOLDERS, ".git")):
        message = f"{out} lies among the programme's own files; choose a folder outside of them"
        raise click.UsageError(message)


def nearest_root(here: Path) -> Path:
    """Give the nearest folder upwards that holds a programme; refuse where there is none."""
    here = here.resolve()
    found = next((each for each in (here, *here.parents) if _holds_programme(each)), None)
    if found is None:
        message = (
            f"there is no {SETTINGS} here or in a folder above; name the folder with --root, or begin a programme by "
            f"writing `name:` into that file, and `mentoring check` asks for the rest"
        )
        raise click.UsageError(message)
    return found


def _root(given: str | None) -> Path:
    if given is None:
        return nearest_root(Path.cwd())
    root = Path(given)
    if root.is_dir() and _holds_programme(root):
        return root.resolve()
    lacks = f"no {SETTINGS} in it" if root.is_dir() else "no such folder"
    message = f"`{given}` holds no programme: there is {lacks}"
    raise click.BadParameter(message)


def _holds_programme(folder: Path) -> bool:
    return os.path.lexists(folder / SETTINGS)


def _day(given: str | None) -> date | str | None:
    if given is None or given == TODAY:
        return given
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    message = f"`{given}` is not a calendar day of the years 2000 to 2999, such as `2026-05-21`, or `{TODAY}`"
    raise click.BadParameter(message)


def rule_url(programme: Programme) -> str:
    """Give the page of the programme's site that explains the rules; nothing where it has no address."""
    from generator.source.addresses import on_site

    site = programme.settings.item.site if programme.settings else None
    return on_site(site.url) if site and site.url else ""


def audience_option(verb: Verb) -> Verb:
    """Add `--audience`, the widest by default."""
    return click.option(
        "--audience",
        type=click.Choice(("organisation", "cohort", "coordinators")),
        default="organisation",
        show_default=True,
        help="For whom: everyone, the people who take part, or the coordinators.",
    )(verb)


def day_or_none(given: date | str | None) -> date | None:
    """Settle a day that was asked for; `None` leaves it to the programme's clock or its last commit."""
    if given == TODAY:
        return datetime.now(UTC).date()  # noqa: TID251 - the one place where a clock is read
    return given if isinstance(given, date) else None


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on a terminal, and nothing elsewhere; gives the function that moves it."""
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as shown:

        def tick(done: int, whole: int) -> None:
            shown.length = whole
            shown.update(done - shown.pos)

        yield tick
