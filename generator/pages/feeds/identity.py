"""What outlives a new name, host or rebuild: ids made from the programme's permanent id, and moments from its days."""

from __future__ import annotations

from datetime import date
from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

from generator.pages.page import up
from generator.view.shapes import Site


@cache
def _namespace(programme: str) -> UUID:
    return uuid5(NAMESPACE_URL, programme)


def identifier(site: Site, name: str) -> UUID:
    """Give the id of something by its name in the programme, such as an address: the same on every host."""
    return uuid5(_namespace(site.id), name)


def noon(day: date) -> str:
    """Give a declared day as a moment of RFC 3339: noon UTC, so that nearly every zone shows the same day."""
    return f"{day.isoformat()}T12:00:00Z"


def home(site: Site) -> str:
    """Give the site's own address without a slash at its end; empty where it is not known.

    The programme says one address, which is the organisation's: where the others' sites lie is said nowhere.
    """
    return (site.url or "").rstrip("/") if site.audience == "organisation" else ""


def link(site: Site, address: str, file: str) -> str:
    """Write an address for a file of the site: in full where the site's own is known, else relative to the file."""
    root = home(site)
    return root + address if root else up(f"{file.rpartition('/')[0]}/") + address[1:]
