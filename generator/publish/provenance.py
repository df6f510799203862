"""The end of every page: as of when, from which commit, for whom, and whom to turn to."""

from __future__ import annotations

from html import escape

from generator.forms import links
from generator.history import History
from generator.language import N_, gettext, speaking
from generator.language.forms import day
from generator.pages.page import Page, up
from generator.view.shapes import Site, View

_FOR = {
    "organisation": N_("Made for everyone in the organisation"),
    "cohort": N_("Made for the people who take part"),
    "coordinators": N_("Made for the coordinators"),
}
START = '<footer class="m-foot">'
"""What a page's article ends before."""
_LEAVING = "/handbook/leaving/"


def footer(page: Page, view: View, history: History) -> str:
    """Write the provenance of a page.

    A page made from one file names that file's last commit; any other the commit that was built. So a
    post's page does not change when somebody else commits.
    """
    with speaking(view.site.language):
        return _footer(page, view, history)


def _footer(page: Page, view: View, history: History) -> str:
    site = view.site
    parts = [_origin(page, site, history), escape(gettext(_FOR[site.audience])), _support(page, site)]
    parts += [_leaving(page, view), _edit(page, site)]
    return f"{START}<p>{' · '.join(part for part in parts if part)}{_also(page)}</p></footer>\n"


def _origin(page: Page, site: Site, history: History) -> str:
    if page.source is not None:
        change = history.last.get(page.source)
        if change is None:
            return gettext("Last change unknown")
        return gettext("Last changed %(day)s in commit %(commit)s", day=day(change.on), commit=change.commit)
    if page.section == "threads" and page.path.startswith("posts/"):
        return ""
    if history.head is None:
        return gettext("As of %(day)s", day=day(site.as_of))
    return gettext("As of %(day)s, from commit %(commit)s", day=day(site.as_of), commit=history.head.commit)


def _support(page: Page, site: Site) -> str:
    places = (("privacy", gettext("Who sees what")), ("accessibility", gettext("Accessibility")))
    pages = " · ".join(f'<a href="{up(page.address)}{name}/">{title}</a>' for name, title in places)
    if site.support.name is None:
        return pages
    contact = gettext("Support contact: %(name)s", name=escape(site.support.name))
    return f"{contact} · {pages}"


def _leaving(page: Page, view: View) -> str:
    """Link the page on leaving, where the programme has one: nobody should have to look for it."""
    have = any(each.address == _LEAVING for each in view.pages)
    text = gettext("Leave without a reason")
    return f'<a href="{up(page.address)}{_LEAVING[1:]}">{text}</a>' if have else ""


def _also(page: Page) -> str:
    """Link what says the same to a program; paper leaves it out."""
    links = [
        f'<a href="{escape(page.way(asset.address))}">{escape(asset.label)}</a>' for asset in page.assets if asset.label
    ]
    if not links:
        return ""
    said = gettext("Also as %(files)s", files=", ".join(links))
    return f'<span class="m-also"> · {said}</span>'


def _edit(page: Page, site: Site) -> str:
    if page.source is None or not site.edit or not site.repository:
        return ""
    address = links.edit(links.Forge(site.forge, site.repository, site.branch), page.source)
    text = gettext("Edit this page")
    return f'<a href="{escape(address)}">{text}</a>' if address else ""
