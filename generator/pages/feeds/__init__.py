"""What pages say, for programs: feeds, calendars, data. All of it is made from the view that the page is made from.

Each module knows one format or one choice; `beside` tells which files lie beside a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.language import found as text
from generator.language import gettext, speaking
from generator.pages.feeds import atom, calendars, directory, feed, ics, jsonfeed, schema, sheet, twins, weeks
from generator.pages.feeds.calendars import Calendar
from generator.pages.feeds.feed import Feed
from generator.pages.feeds.ics import Event
from generator.pages.feeds.table import Twin
from generator.pages.page import Asset, Page
from generator.view.shapes import View


def pages(view: View) -> Iterator[Page]:
    """Give the pages of feeds, data and the calendar."""
    yield from directory.pages(view)
    yield from weeks.pages(view)


def beside(view: View) -> Callable[[Page], tuple[Asset, ...]]:
    """Give the function that makes the files beside a page; each is made when its page is."""
    with speaking(view.site.language):
        feeds = {each.page: each for each in feed.feeds(view)}
        planned = list(calendars.calendars(view))
    feeds["/threads/"] = feeds["/"]
    data, frame = dict(twins.twins(view)), calendars.frame(view)
    dates = {page: each for each in planned for page in each.pages}
    written: dict[Event, bytes] = {}
    made: dict[str, Asset] = {}

    def files(page: Page) -> Iterator[Asset]:
        address = page.address
        with speaking(view.site.language):
            told = list(_feed(feeds[address], view)) if address in feeds else []
            told += [_calendar(dates[address])] if address in dates else []
        yield from told
        if address in data:
            yield from _twin(data[address], page, view)
        if address == directory.DATA:
            yield from _schemas(view)

    def _calendar(each: Calendar) -> Asset:
        if each.address not in made:
            found = calendars.write(each, frame, written)
            made[each.address] = Asset(
                each.address, found, ics.TYPE, gettext("calendar"), gettext("%(name)s: calendar", name=each.name)
            )
        return made[each.address]

    return lambda page: tuple(files(page))


def _feed(each: Feed, view: View) -> Iterable[Asset]:
    return (
        Asset(f"{each.stem}.xml", atom.write(each, view.site), atom.TYPE, gettext("Atom feed"), each.title),
        Asset(f"{each.stem}.json", jsonfeed.write(each, view.site), jsonfeed.TYPE, gettext("JSON feed"), each.title),
    )


def _twin(twin: Twin, page: Page, view: View) -> Iterator[Asset]:
    """Give the data of a page, and each of its tables that has a row as CSV."""
    found = twins.filled(twin)
    yield Asset(f"{page.address}index.json", twins.write(twin, page, view.site, found), twins.TYPE, "JSON")
    for table, rows in found:
        if rows:
            address = f"{page.address}{table.name}.csv"
            yield Asset(address, sheet.write(table, rows), sheet.TYPE, _label(table.title, view))


def _label(title: str, view: View) -> str:
    """Name a table for people; what programs read is the same in every language."""
    with speaking(view.site.language):
        return gettext("CSV: %(table)s", table=text(title))


def _schemas(view: View) -> Iterator[Asset]:
    for kind in twins.kinds(view):
        yield Asset(schema.address(kind), schema.write(kind), schema.TYPE, "")
