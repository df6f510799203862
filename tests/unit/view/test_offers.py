"""What may be written from a page: only what the page may show, and what comes of it passes the check."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.source import yaml12
from generator.view.offer import Offer

SETTINGS = "pairs/programme.yml"
OPEN, CLOSED = "2026-spring/pair-03", "2026-spring/pair-07"
SITE = "site:\n  repository: https://forge.example/team/programme\n  branch: main\n  forge: {forge}\n"


def build(forge: str, audience: Audience, changes: dict[str, str | bytes | None] | None = None) -> rendered.Build:
    """Build the healthy programme with a repository on a forge."""
    settings = programmes.healthy()[SETTINGS].decode() + SITE.format(forge=forge)
    return rendered.build(programmes.loaded(programmes.over_healthy({SETTINGS: settings, **(changes or {})})), audience)


def offered(made: rendered.Build, pair: str) -> dict[str, Offer]:
    """Give what a room offers, by id."""
    room = next(each for each in made.view.rooms if each.address == f"/pairs/{pair}/room/")
    return {each.id: each for each in room.offers}


def filled(offer: Offer) -> str:
    """Give the text that an address fills in."""
    assert offer.address is not None
    return parse_qs(urlsplit(offer.address).query)["value"][0]


def test_a_room_offers_record_plan_and_posts() -> None:
    made = build("github", "cohort")
    found = offered(made, OPEN)
    assert list(found) == ["record-4", "plan", "write-mentor", "write-mentee"]
    assert found["record-4"].address == (
        "https://forge.example/team/programme/edit/main/pairs/2026-spring/pair-03/sessions/04.yml"
    )
    assert (found["plan"].path, found["plan"].text) == ("pairs/2026-spring/pair-03/sessions/05.yml", None)
    words = made.text(f"/pairs/{OPEN}/room/")
    for title in ("Record session 4", "Plan session 5", "Write a post as the mentor", "Write a post as the mentee"):
        assert title in words


def test_the_planned_file_passes_the_check() -> None:
    without = {f"pairs/{OPEN}/sessions/04.yml": None}
    plan = offered(build("gitea", "cohort", without), OPEN)["plan"]
    text = filled(plan)
    assert "date: 2026-04-14 15:00\n" in text
    after = programmes.loaded(programmes.over_healthy({plan.path: text}))
    assert programmes.judged(after) == ()


def test_the_pasted_record_makes_a_held_session() -> None:
    path = f"pairs/{OPEN}/sessions/04.yml"
    offer = offered(build("gitlab", "cohort"), OPEN)["record-4"]
    first, _, rest = (offer.text or "").partition("\n")
    planned = programmes.healthy()[path].decode()
    held = planned.replace("status: planned", first) + rest
    held = held.replace("due: YYYY-MM-DD", "due: 2026-05-01").replace("next: YYYY-MM-DD", "next: closing")
    assert "id: s4-1\n" in rest
    held = held.replace("2026-04-14", "2026-04-01")
    found = [each.code for each in programmes.judged(programmes.loaded(programmes.over_healthy({path: held})))]
    assert [code for code in found if code.startswith(("FIL", "SES003", "ACT"))] == []


@pytest.mark.parametrize(("pair", "has"), [(OPEN, True), (CLOSED, False)])
def test_what_the_agreement_keeps_is_in_no_form(pair: str, *, has: bool) -> None:
    text = filled(offered(build("github", "cohort"), pair)["plan"])
    assert ("# still open: a" in text) is has
    assert ("step" in yaml12.read(text).data) is False or has


def test_a_pair_that_keeps_everything_is_offered_no_open_post() -> None:
    assert list(offered(build("github", "cohort"), CLOSED)) == ["record-3", "plan"]


def test_a_post_names_its_author_only_where_the_profile_may_be_seen() -> None:
    person = "pairs/people/p-017.yml"
    hidden = programmes.healthy()[person].decode().replace("profile: organisation", "profile: nobody")
    shown = filled(offered(build("github", "cohort"), OPEN)["write-mentor"])
    assert "author: p-017\n" in shown
    assert "visibility:  # cohort, organisation, public\n" in shown
    secret = filled(offered(build("github", "cohort", {person: hidden}), OPEN)["write-mentor"])
    assert "author:  # your own id\n" in secret


@pytest.mark.parametrize("forge", ["gitlab", "none"])
def test_where_nothing_can_be_filled_in_the_text_stands_on_the_page(forge: str) -> None:
    made = build(forge, "cohort")
    plan = offered(made, OPEN)["plan"]
    assert plan.text is not None
    assert (plan.address is None) is (forge == "none")
    words = made.text(f"/pairs/{OPEN}/room/")
    assert "The text to paste" in words
    assert "status: planned" in words


def test_outside_there_is_one_link_and_it_names_nobody() -> None:
    made = build("github", "organisation")
    assert all(not thread.offers for thread in made.view.threads)
    assert made.view.first_post is not None
    text = filled(made.view.first_post)
    assert "author:  # your own id\n" in text
    assert made.view.first_post.path == "content/threads/COHORT/PAIR/2026-04-01-a-few-words.md"
    linked = [address for address, page in made.pages.items() if "forge.example" in page.html and "/new/" in page.html]
    assert linked == ["/handbook/"]


def test_a_programme_that_wants_no_edit_links_has_none() -> None:
    settings = programmes.healthy()[SETTINGS].decode() + SITE.format(forge="github") + "  edit: false\n"
    made = rendered.build(programmes.loaded(programmes.over_healthy({SETTINGS: settings})), "cohort")
    assert {each.address for each in offered(made, OPEN).values()} == {None}


def test_a_thread_and_a_planned_session_offer_their_own() -> None:
    made = build("github", "cohort")
    thread = next(each for each in made.view.threads if each.address == f"/threads/{OPEN}/")
    assert [each.id for each in thread.offers] == ["write-mentor", "write-mentee"]
    room = next(each for each in made.view.rooms if each.address == f"/pairs/{OPEN}/room/")
    assert [[each.id for each in session.offers] for session in room.sessions] == [[], [], [], ["record-4"]]
    assert "Record session 4" in made.text(f"/pairs/{OPEN}/sessions/04/")
    assert "Write a post as the mentor" in made.text(f"/threads/{OPEN}/")
