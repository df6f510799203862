"""Who sees what, in words a reader can hold us to."""

from __future__ import annotations

import re

import pytest
import rendered

from generator.kinds.base import Audience
from generator.seal.promises import PROMISES

BANNED = ("anonymous", "encrypted site", "secure delete", "cannot be copied", "deleted for ever")


def said(audience: Audience = "organisation") -> str:
    return rendered.healthy(audience).text("/privacy/")


def row(what: str, audience: Audience = "organisation") -> list[str]:
    html = rendered.healthy(audience).html("/privacy/")
    found = html.partition(f'<th scope="row">{what}</th>')[2].partition("</tr>")[0]
    return re.findall(r"<td>(.*?)</td>", found)


def test_it_says_for_whom_this_site_is() -> None:
    assert "the site for everyone in the organisation: nothing on it is for participants only" in said()
    assert "the site for those who take part: nothing on it is meant for coordinators only" in said("cohort")
    assert "the coordinators&#39; site" not in said("coordinators")
    assert "the coordinators' site: keep it among them" in said("coordinators")


def test_it_says_that_git_has_no_private_file() -> None:
    assert "Git has no private file" in said()
    assert "Whoever can clone it reads every file in it, and every earlier version of every file" in said()


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_the_table_is_the_same_for_everybody(audience: Audience) -> None:
    assert row("Posts marked cohort", audience)[:3] == ["no", "yes", "yes"]
    assert row("Sealed posts", audience)[:3] == ["no", "no", "no"]
    assert row("Agendas, takeaways and actions", audience)[:3] == ["no", "yes", "yes"]
    assert row("Level, working hours, style, dislikes, accounts", audience)[:3] == ["no", "no", "yes"]
    assert row("Who is paired with whom, focus areas, roadmaps", audience)[:3] == ["yes", "yes", "yes"]


@pytest.mark.parametrize(("promised", "not_promised"), PROMISES)
def test_each_promise_stands_beside_what_is_not_promised(promised: str, not_promised: str) -> None:
    assert promised in said()
    assert not_promised[1:] in said()


def test_taking_back_is_not_removal_from_history() -> None:
    assert "gone from the next build. That is not removal from history." in said()
    assert "Git history, clones and forks keep what was there." in said()


def test_the_support_contact_is_named_where_they_consent() -> None:
    assert "Benedek" not in said()
    assert "any coordinator tells you the name without asking why" in said()
    assert "Benedek Oyinlola is the support contact" in said("coordinators")


def test_every_kind_of_file_is_in_the_table_of_fields() -> None:
    html = rendered.healthy("organisation").html("/privacy/")
    assert "<code>manager</code>, <code>keys</code>" in html
    for kind in ("A post", "A session", "A person", "A pair", "A roadmap", "The programme"):
        assert f'<th scope="row">{kind}</th>' in html


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_no_page_we_write_promises_too_much(audience: Audience) -> None:
    made = rendered.healthy(audience)
    for address in made.pages:
        words = made.text(address).casefold()
        assert [banned for banned in BANNED if banned in words] == [], address
