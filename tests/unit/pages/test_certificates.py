"""Certificates: for who closed a pair well, with as much as each audience may know, and no mark of any kind."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.kinds.base import Audience

OUTSIDE, INSIDE, CHARGE = (rendered.healthy(audience) for audience in rendered.AUDIENCES)
FARIDA, LENNART = "/certificates/2025-autumn/p-019/", "/certificates/2025-autumn/p-044/"
AUTUMN = "pairs/2025-autumn/pair-01/pair.yml"
LAST = "pairs/2025-autumn/pair-01/sessions/04.yml"


def built(audience: Audience, *changes: tuple[str, str, str]) -> rendered.Build:
    files = {path: programmes.healthy()[path].decode() for path, _, _ in changes}
    for path, old, new in changes:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)
    return rendered.build(programmes.loaded(programmes.over_healthy(files)), audience)


def addresses(made: rendered.Build) -> list[str]:
    return [address for address in made.pages if address.startswith("/certificates/")]


def test_both_members_of_a_closed_pair_have_one_and_nobody_else() -> None:
    for made in (OUTSIDE, INSIDE, CHARGE):
        assert addresses(made) == [FARIDA, LENNART]


def test_names_alone_show_no_sessions_and_no_skills() -> None:
    words = OUTSIDE.text(FARIDA)
    assert "took part as mentor (junior) with Lennart Okonjo, and closed the pair together." in words
    assert "Cohort Autumn 2025, 1 September 2025 to 12 December 2025 Subjects Candour It says" in words


def test_inside_it_counts_sessions_and_names_what_the_mentor_practised() -> None:
    words = INSIDE.text(FARIDA)
    assert "with Lennart Okonjo, met for 4 sessions, and closed the pair together." in words
    assert "Practised Names what is in the way. Sees how power works." in words
    assert f"Profile: {INSIDE.view.certificates[0].name}" in words
    assert "Practised" not in INSIDE.text(LENNART)
    assert "took part as mentee (senior) with Farida Nordqvist, met for 4 sessions" in INSIDE.text(LENNART)


def test_of_a_closed_room_it_names_what_was_practised_only_where_every_step_was_taken() -> None:
    closed, less = (
        (AUTUMN, "confidentiality: themes", "confidentiality: pair"),
        (LAST, "step: candour/how-decided\n", ""),
    )
    assert "Practised Names what is in the way. Sees how power works." in built("cohort", closed).text(FARIDA)
    assert "Practised" not in built("cohort", closed, less).text(FARIDA)
    assert "Practised Names what is in the way. Solveig Hartanto, sponsor" in built("coordinators", closed, less).text(
        FARIDA
    )


@pytest.mark.parametrize("publish", ["nothing", "names", "progress"])
def test_outside_there_is_one_only_of_a_pair_that_agreed_to_be_shown(publish: str) -> None:
    made = built("organisation", (AUTUMN, "publish: names", f"publish: {publish}"))
    assert addresses(made) == ([] if publish == "nothing" else [FARIDA, LENNART])
    assert ("met for 4 sessions" in made.text(FARIDA)) == (publish == "progress") if publish != "nothing" else True


@pytest.mark.parametrize(
    ("audience", "consent", "found"),
    [
        ("organisation", "cohort", []),
        ("cohort", "cohort", [FARIDA, LENNART]),
        ("cohort", "nobody", [FARIDA]),
        ("coordinators", "nobody", [FARIDA, LENNART]),
    ],
)
def test_nobody_has_one_before_an_audience_that_may_not_know_them(
    audience: Audience, consent: str, found: list[str]
) -> None:
    made = built(audience, ("pairs/people/p-044.yml", "profile: organisation", f"profile: {consent}"))
    assert addresses(made) == found
    if audience == "cohort" and consent == "nobody":
        assert "with a participant, met for" in made.text(FARIDA)
        assert "Lennart" not in made.html(FARIDA)


def test_a_pair_that_ended_early_gives_none() -> None:
    made = built("coordinators", (AUTUMN, "state: completed", "state: ended_early"))
    assert addresses(made) == []


def test_it_can_be_verified_where_the_organisation_s_site_has_it() -> None:
    settings = "pairs/programme.yml"
    site = "site:\n  url: https://site.example/\n"
    text = programmes.healthy()[settings].decode()
    assert "\nsite:" not in text
    shown = rendered.build(programmes.loaded(programmes.over_healthy({settings: f"{text}{site}"})), "coordinators")
    assert "To verify it, open https://site.example/certificates/2025-autumn/p-019/." in shown.text(FARIDA)
    hidden = programmes.healthy()[AUTUMN].decode().replace("publish: names", "publish: nothing")
    files = programmes.over_healthy({settings: f"{text}{site}", AUTUMN: hidden})
    assert "To verify" not in rendered.build(programmes.loaded(files), "coordinators").text(FARIDA)


def test_the_profile_and_the_pair_lead_to_it() -> None:
    assert 'href="../../certificates/2025-autumn/p-019/"' in OUTSIDE.html("/people/p-019/")
    assert 'href="../../../certificates/2025-autumn/p-044/"' in OUTSIDE.html("/pairs/2025-autumn/pair-01/")
