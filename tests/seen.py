"""Who may see what, written by hand from formats.md, site.md, practice.md and privacy.md.

Nothing here is asked of the code: the models' own `audience` is compared with this table, and so are the pages.
A row is: field, widest audience, gate, and where no page shows it as widely yet, the audience from which on one
does (`-`: none does). `path.*` are the parts of a file's path, `body` is what stands below front matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from typing import get_args

from generator.kinds.base import Audience

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
WIDEST_FIRST = (*AUDIENCES, "never")

TABLE = {
    "person": """
        path.person organisation profile
        name organisation profile
        role organisation profile
        level coordinators profile -
        cohorts coordinators profile -
        department organisation profile
        timezone organisation profile
        languages organisation profile
        manager never nobody
        offers.area organisation profile
        offers.note organisation profile
        wants.area organisation profile
        wants.note organisation profile
        interests organisation profile
        dislikes coordinators profile -
        style coordinators profile -
        hours.from coordinators profile -
        hours.to coordinators profile -
        hours_per_month coordinators profile -
        capacity cohort profile
        consent.profile coordinators governs
        consent.on coordinators profile -
        trained coordinators profile -
        accounts.github coordinators profile -
        accounts.emails coordinators profile -
        keys never nobody
    """,
    "in charge": """
        support organisation profile
        others organisation profile -
    """,
    "pair": """
        path.cohort organisation reference
        path.pair organisation pair
        mentor organisation reference
        mentee organisation reference
        focus organisation pair
        roadmaps organisation pair
        match.on coordinators pair -
        match.reason coordinators pair -
        match.shared_interests cohort pair -
        match.both_consulted coordinators pair -
        history.state organisation governs
        history.on cohort pair
        history.by coordinators pair -
        history.reason coordinators ended
        history.until coordinators pair -
        agreement.version cohort pair -
        agreement.signed.mentor cohort pair -
        agreement.signed.mentee cohort pair -
        agreement.every cohort pair
        agreement.length cohort pair
        agreement.sessions organisation progress
        agreement.mode cohort pair
        agreement.agenda_owner cohort pair
        agreement.booked_by cohort pair
        agreement.confidentiality cohort governs
        agreement.exceptions cohort pair -
        agreement.publish cohort governs
        agreement.off_limits never nobody
        agreement.feedback coordinators pair -
        agreement.cancel.notice cohort pair -
        agreement.cancel.rebook_within cohort pair -
        agreement.review_on cohort pair
        agreement.ends cohort pair
        goals.id cohort pair -
        goals.side organisation progress
        goals.goal cohort pair
        goals.sign cohort pair
        goals.state organisation progress
        goals.progress cohort pair
        skipped.step organisation steps
        skipped.why cohort pair -
        continues coordinators reference
        superseded_by coordinators reference
    """,
    "session": """
        path.cohort cohort reference
        path.pair cohort reference
        path.nn cohort reference
        date cohort room
        length cohort room
        status cohort room
        moved cohort room
        template cohort room
        purpose cohort themes
        step cohort themes
        agenda.item cohort open
        agenda.minutes cohort room
        agenda.lead cohort open
        agenda.kind cohort room
        prepare.mentor cohort open
        prepare.mentee cohort open
        actual cohort open
        takeaways.mentor cohort themes
        takeaways.mentee cohort themes
        actions.id cohort open -
        actions.owner cohort open
        actions.action cohort open
        actions.due cohort open
        actions.status cohort room
        actions.done_on cohort open
        next cohort room
        reason never nobody
    """,
    "post": """
        path.cohort organisation reference
        path.pair organisation reference
        path.date organisation reference
        path.slug organisation post
        title organisation post
        date organisation post
        author organisation reference
        kind organisation post
        visibility organisation governs
        summary organisation post
        language organisation post
        partner never governs
        step organisation post
        tags organisation post
        replies_to organisation reference
        changed.what organisation post
        changed.owner organisation reference
        changed.on organisation post
        changed.state organisation post
        minutes never nobody
        body organisation post
    """,
    "room-note": """
        path.cohort never reference
        path.pair never reference
        path.date never nobody
        title never nobody
        date never nobody
        author never nobody
        kind never nobody
        visibility never nobody
        minutes never nobody
        body never nobody
    """,
    "signature": """
        path.cohort never reference
        path.pair never reference
        path.name never nobody
    """,
    "image": "path.name never nobody",
    "check-ins": """
        path.cohort coordinators reference
        entries coordinators everybody -
        entries.on coordinators everybody -
        entries.by coordinators everybody -
    """,
    "pulse": """
        path.cohort coordinators reference
        path.date coordinators everybody
        * coordinators everybody
    """,
    "matching": """
        path.cohort coordinators reference
        on coordinators everybody -
        mode coordinators everybody -
        max_changes coordinators everybody -
        kept coordinators everybody -
        new coordinators everybody -
        dropped coordinators everybody -
        * never nobody
    """,
    "roadmap": """
        path.roadmap organisation everybody
        state organisation governs
        owner organisation reference
        * organisation everybody
    """,
    "agenda": "* organisation everybody",
    "community": """
        host organisation reference
        * organisation everybody
    """,
    "note": """
        path.community organisation reference
        path.date organisation reference
        author organisation reference
        * organisation everybody
    """,
    "page": "* organisation everybody",
    "moved": "entries organisation moved",
    "programme": """
        name organisation everybody -
        not_for organisation everybody -
        language organisation everybody -
        timezone organisation everybody
        cohorts.id organisation everybody
        people.* organisation reference
        policy.match.* coordinators everybody -
        policy.small_group organisation everybody
        policy.* organisation everybody -
        defaults.minimum_sessions organisation everybody -
        id organisation everybody -
        site.url organisation everybody -
        clock organisation governs
        * organisation everybody
    """,
}
"""The first row that fits a field counts. Outside the pages in memory, `language` and `site.url` are the engine's."""


@dataclass(frozen=True, slots=True)
class About:
    """What decides on a planted word: the pair it belongs to, whose profile, which post, where it leads."""

    confidentiality: str | None = None
    publish: str | None = None
    mentor: str = ""
    mentee: str = ""
    state: str = ""
    consent: str = ""
    visibility: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    field: str
    widest: str
    gate: str
    shown_from: str

    def may(self, about: About, audience: Audience) -> bool:
        """Tell whether an audience may see this field."""
        wide_enough = WIDEST_FIRST.index(audience) >= WIDEST_FIRST.index(self.widest)
        return wide_enough and not about.draft and GATES[self.gate](about, audience)

    def does(self, about: About, audience: Audience) -> bool:
        """Tell whether a page shows it to an audience that may see it."""
        shown = self.shown_from != "-" and AUDIENCES.index(audience) >= AUDIENCES.index(self.shown_from)  # type: ignore[arg-type]
        return shown and self.may(about, audience)

    @property
    def is_tested_elsewhere(self) -> bool:
        """Tell whether the field only decides on others, or is the id of something with words of its own."""
        return self.gate in {"governs", "reference"}


def rows() -> Mapping[str, tuple[Row, ...]]:
    """Read the table."""
    return {kind: tuple(_row(line.split()) for line in table.strip().splitlines()) for kind, table in TABLE.items()}


def _row(words: list[str]) -> Row:
    field, widest, gate, *shown_from = words
    return Row(field, widest, gate, shown_from[0] if shown_from else "-" if widest == "never" else widest)


ROWS = rows()


@cache
def row(kind: str, field: str) -> Row | None:
    """Give the row of a field, `None` where the table says nothing of it."""
    return next((each for each in ROWS.get(kind, ()) if fnmatch(field, each.field)), None)


WIDTH = ("pair", "cohort", "organisation", "public")
"""Who may read, the fewest first."""

AGREED = {None: "pair", "pair": "pair", "themes": "organisation", "open": "public"}
"""The widest visibility that a confidentiality allows."""


def _consents(consent: str, audience: Audience) -> bool:
    """Coordinators know everybody; `nobody` is nobody else."""
    return audience == "coordinators" or consent in ("organisation", audience)


def _has_page(about: About, audience: Audience) -> bool:
    """Outside a pair is there if both agreed and consent; inside while it runs and after it closed well."""
    if audience == "coordinators":
        return about.state != ""
    if audience == "cohort":
        return about.state in {"accepted", "active", "paused", "completed"}
    both = about.mentor == about.mentee == "organisation"
    return about.publish in {"names", "progress"} and both and about.state in {"active", "paused", "completed"}


def _is_read(about: About, audience: Audience) -> bool:
    """Read by its visibility, and by nobody if that is wider than the agreement or no visibility at all."""
    if about.visibility not in WIDTH or about.visibility == "pair":
        return False
    if WIDTH.index(about.visibility) > WIDTH.index(AGREED[about.confidentiality]):
        return False
    return about.visibility != "cohort" or audience != "organisation"


def _is_open(*levels: str) -> Callable[[About, Audience], bool]:
    return lambda about, audience: _has_page(about, audience) and about.confidentiality in levels


GATES: Mapping[str, Callable[[About, Audience], bool]] = {
    "everybody": lambda _about, _audience: True,
    "nobody": lambda _about, _audience: False,
    "profile": lambda about, audience: _consents(about.consent, audience),
    "pair": _has_page,
    "progress": lambda about, audience: (
        _has_page(about, audience) and (audience != "organisation" or about.publish == "progress")
    ),
    "steps": lambda about, audience: (
        GATES["progress"](about, audience)
        and (audience == "coordinators" or about.confidentiality in ("themes", "open"))
    ),
    "room": _has_page,
    "themes": _is_open("themes", "open"),
    "open": _is_open("open"),
    "post": _is_read,
    "moved": lambda about, audience: _is_read(about, audience) if about.visibility else _has_page(about, audience),
    "ended": lambda about, _audience: about.state in {"declined", "expired", "ended_early", "re_matched"},
    "governs": lambda _about, _audience: True,
    "reference": lambda _about, _audience: True,
}
"""Why somebody who belongs to a wide enough audience may still not see a field."""
