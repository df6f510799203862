"""`mentoring serve`: show the site while you write."""

from __future__ import annotations

import logging
import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli import options
from generator.cli.build import prepared_or_exit

if TYPE_CHECKING:
    from generator.kinds.base import Audience

_PORT = re.compile(r"\d{1,5}", re.ASCII)
_HIGHEST = 65535


@click.command("serve", short_help="Show the site while you write.")
@options.root_option
@options.audience_option
@options.as_of_option
@click.option(
    "--address",
    metavar="HOST:PORT",
    default="127.0.0.1:8000",
    show_default=True,
    callback=lambda _context, _option, given: _address(given),
    help="Where to listen.",
)
@click.pass_context
def command(context: click.Context, root: Path, audience: str, as_of: date | str | None, address: str) -> None:
    """Serve one audience's site on this machine, and reload the page when a file of the programme changes.

    A change with an error is reported here and the last good site stays on the screen. Ctrl-C ends it.

    \b
    Examples:
      mentoring serve
      mentoring serve --audience cohort --address 127.0.0.1:8080
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    prepared_or_exit(context, root, cast("Audience", audience), as_of)
    from generator.publish import plugin

    logging.basicConfig(format="%(message)s", level=logging.INFO)
    try:
        plugin.show(root, cast("Audience", audience), options.day_or_none(as_of), address)
    except OSError as error:
        message = f"{address} cannot be listened on: {error.strerror}; choose another one with --address"
        raise click.UsageError(message) from None


def _address(given: str) -> str:
    host, _, port = given.rpartition(":")
    if host and _PORT.fullmatch(port) and 0 < int(port) <= _HIGHEST:
        return given
    message = f"`{given}` is not a host and a port from 1 to {_HIGHEST}, such as `127.0.0.1:8080`"
    raise click.BadParameter(message)
