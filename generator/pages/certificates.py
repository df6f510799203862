"""`/certificates/<cohort>/<person>/`: one landscape sheet for who closed a pair well; a fact, and no judgement."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.language import gettext, ngettext
from generator.language.forms import day
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.saying import Say, linked
from generator.pages.template import render
from generator.view.shapes import CertificateView, Served, View

MOST = 6
"""Skills on one sheet; a path is rarely longer."""


def pages(view: View) -> Iterator[Page]:
    """Give the certificates this audience may see."""
    for each in view.certificates:
        title = gettext("Certificate of %(name)s", name=each.name)
        html = render(
            "certificate", view, each.address, certificate=each, title=title, areas=areas(each), skills=skills(each),
            served=[_served(part, linked(each.address)) for part in each.parts], when=period(each),
            signers=signers(view), proof=proof(view, each), crumbs=[place("celebrations")],
        )  # fmt: skip
        yield Page(path_of(each.address), title, f"{each.name}, {each.cohort.title}.", html, "progress")


def proof(view: View, certificate: CertificateView) -> str:
    """Give the whole address at which everybody in the organisation finds it; nothing where they do not."""
    if not certificate.public or not view.site.url:
        return ""
    return f"{view.site.url.rstrip('/')}{certificate.address}"


def _served(part: Served, say: Say) -> tuple[str, str, str]:
    """Give the side, the partner as this audience may know them, and the sessions where they may be counted."""
    sessions = ngettext("%(num)s session", "%(num)s sessions", part.sessions) if part.sessions else ""
    sessions = sessions and say(sessions, "sessions-held", part.files)
    return part.role, part.partner.name or gettext("a participant"), sessions


def period(certificate: CertificateView) -> str:
    """Say when the cohort ran; the days of a pair are not told outside."""
    if certificate.starts is None or certificate.ends is None:
        return ""
    return gettext("%(first)s to %(last)s", first=day(certificate.starts), last=day(certificate.ends))


def areas(certificate: CertificateView) -> tuple[str, ...]:
    """Give the subjects, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(part.areas for part in certificate.parts)))


def signers(view: View) -> tuple[str, ...]:
    """Name those who answer for the programme, as far as this audience may know them."""
    people = (
        (gettext("sponsor"), view.site.sponsor),
        *((gettext("coordinator"), person) for person in view.site.coordinators),
    )
    return tuple(f"{person.name}, {what}" for what, person in people if person.name)


def skills(certificate: CertificateView) -> tuple[str, ...]:
    """Give what the mentor practised, each once; none where its steps may not be told."""
    found = dict.fromkeys(chain.from_iterable(part.skills for part in certificate.parts))
    return tuple(found)[:MOST]
