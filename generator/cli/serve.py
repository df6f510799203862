"""`mentoring serve`: show the site while you write."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli import options
from generator.cli.build import prepared_or_exit

if TYPE_CHECKING:
    from generator.kinds.base import Audience


@click.command("serve", short_help="Show the site while you write.")
@options.root_option
@options.audience_option
@options.as_of_option
@click.option("--address", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
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
    plugin.show(root, cast("Audience", audience), options.day_or_none(as_of), address)
