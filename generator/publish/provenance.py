"""The end of every page: as of when, from which commit, for whom, and whom to turn to."""

from __future__ import annotations

from html import escape

from generator.forms import links
from generator.history import History
from generator.pages.page import Page, up
from generator.pages.template import day
from generator.view.shapes import Site, View

_FOR = {
    "organisation": "Made for everyone in the organisation",
    "cohort": "Made for the people who take part",
    "coordinators": "Made for the coordinators",
}
_LEAVING = "/handbook/leaving/"


def footer(page: Page, view: View, history: History) -> str:
    """Write the provenance of a page.

    A page made from one file names that file's last commit; any other the commit that was built. So a
    post's page does not change when somebody else commits.
    """
    site = view.site
    parts = [_origin(page, site, history), escape(_FOR[site.audience]), _support(page, site)]
    parts += [_leaving(page, view), _edit(page, site), _also(page)]
    return f'<footer class="m-foot"><p>{" · ".join(part for part in parts if part)}</p></footer>\n'


def _origin(page: Page, site: Site, history: History) -> str:
    if page.source is not None:
        change = history.last.get(page.source)
        return f"Last changed {day(change.on)} in commit {change.commit}" if change else "Last change unknown"
    if page.section == "threads" and page.path.startswith("posts/"):
        return ""
    commit = f", from commit {history.head.commit}" if history.head else ""
    return f"As of {day(site.as_of)}{commit}"


def _support(page: Page, site: Site) -> str:
    base = up(page.address)
    pages = f'<a href="{base}privacy/">Who sees what</a> · <a href="{base}accessibility/">Accessibility</a>'
    return f"Support contact: {escape(site.support.name)} · {pages}" if site.support.name else pages


def _leaving(page: Page, view: View) -> str:
    """Link the page on leaving, where the programme has one: nobody should have to look for it."""
    have = any(each.address == _LEAVING for each in view.pages)
    return f'<a href="{up(page.address)}{_LEAVING[1:]}">Leave without a reason</a>' if have else ""


def _also(page: Page) -> str:
    """Link what says the same to a program."""
    links = [
        f'<a href="{escape(page.way(asset.address))}">{escape(asset.label)}</a>' for asset in page.assets if asset.label
    ]
    return f"Also as {', '.join(links)}" if links else ""


def _edit(page: Page, site: Site) -> str:
    if page.source is None or not site.edit or not site.repository:
        return ""
    address = links.edit(links.Forge(site.forge, site.repository, site.branch), page.source)
    return f'<a href="{escape(address)}">Edit this page</a>' if address else ""
