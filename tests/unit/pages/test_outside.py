"""Nothing of a narrower audience reaches the organisation: canaries, twins, and states that are nobody's business."""

from __future__ import annotations

import re
from collections.abc import Callable

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages import pages
from generator.pages.page import Page

PAIR3, PAIR1 = "pairs/2026-spring/pair-03/pair.yml", "pairs/2025-autumn/pair-01/pair.yml"
_SECRET = {
    "pair.yml": re.compile(r"(?P<key>^ *(?:- )?(?:goal|sign|reason|feedback): )(?P<text>.+)$", re.MULTILINE),
    "sessions": re.compile(
        r"(?P<key>^ *(?:- )?(?:purpose|item|action|mentor|mentee): |^    - )(?P<text>[A-Z].+)$", re.MULTILINE
    ),
}
_WORD = re.compile(r"zq\w+zq")


def planted(files: dict[str, bytes]) -> dict[str, str | bytes | None]:
    """Put a word of its own, named by its place, into every text that stays between two people."""
    return {path: _planted(path, data.decode()) for path, data in files.items() if path.startswith("pairs/2")}


def _planted(path: str, text: str) -> str:
    pattern = _SECRET["sessions" if "/sessions/" in path else "pair.yml"]
    pair = re.sub(r"\W", "", path.split("/")[2])

    def plant(found: re.Match[str]) -> str:
        return f"{found['key']}zq{pair}{found['key'].strip(' -:') or 'prepare'}{found.start()}zq"

    return pattern.sub(plant, text)


PLANTED = programmes.loaded(programmes.over_healthy(planted(dict(programmes.healthy()))))


def canaries(made: rendered.Build) -> set[str]:
    """Give the places whose planted words occur anywhere in a build: `pair03goal`."""
    said = " ".join(f"{page.path} {page.title} {page.description} {page.html}" for page in made.pages.values())
    return {re.sub(r"\d+zq$", "", word).removeprefix("zq") for word in _WORD.findall(said)}


def test_no_text_that_stays_between_two_reaches_the_organisation() -> None:
    assert PLANTED.findings == ()
    assert canaries(rendered.build(PLANTED, "organisation")) == set()


@pytest.mark.parametrize("audience", ["cohort", "coordinators"])
def test_inside_each_text_is_shown_as_far_as_the_pair_opened_it(audience: Audience) -> None:
    goals = {f"pair{pair}{text}" for pair in ("01", "03", "07") for text in ("goal", "sign")}
    themes = {f"pair01{text}" for text in ("purpose", "mentor", "mentee")}
    opened = {f"pair03{text}" for text in ("purpose", "mentor", "mentee", "item", "action", "prepare")}
    assert canaries(rendered.build(PLANTED, audience)) == goals | themes | opened


def articles(made: rendered.Build) -> dict[str, str]:
    return {address: article(page) for address, page in made.pages.items()}


def article(page: Page) -> str:
    return f"{page.title}\n{page.description}\n{page.source}\n{page.html}"


def outside(changes: dict[str, str | bytes | None]) -> dict[str, str]:
    return articles(rendered.build(programmes.loaded(programmes.over_healthy(changes)), "organisation"))


def replaced(path: str, *pairs: tuple[str, str]) -> dict[str, str | bytes | None]:
    text = programmes.healthy()[path].decode()
    for old, new in pairs:
        assert old in text, (path, old)
        text = text.replace(old, new)
    return {path: text}


PAUSE = "  - state: paused\n    on: 2026-03-25\n    by: both\n    reason: leave\n    until: 2026-04-10\nagreement:"
SESSION3 = "pairs/2026-spring/pair-03/sessions/03.yml"
TWINS: dict[str, Callable[[], dict[str, str | bytes | None]]] = {
    "private texts": lambda: planted(dict(programmes.healthy())),
    "a pause": lambda: replaced(PAIR3, ("agreement:", PAUSE)),
    "terms of the agreement": lambda: replaced(PAIR3, ("mode: mixed", "mode: video"), ("notice: 24 h", "notice: 48 h")),
    "days of the lifecycle": lambda: replaced(PAIR3, ("on: 2026-01-08", "on: 2026-01-09")),
    "a session's hour": lambda: replaced(SESSION3, ("2026-03-17 15:00", "2026-03-18 09:00")),
    "a session that is planned": lambda: replaced(
        "pairs/2026-spring/pair-03/sessions/04.yml", ("2026-04-14 15:00", "2026-04-21 15:00")
    ),
    "promises": lambda: replaced(SESSION3, ("status: open", "status: dropped")),
    "percentages of goals": lambda: replaced(PAIR3, ("progress: 50", "progress: 75")),
    "a proposal": lambda: {"pairs/2026-spring/pair-09/pair.yml": None},
    "a pair that is shown to nobody": lambda: replaced(
        "pairs/2026-spring/pair-07/pair.yml", ("sessions: 5", "sessions: 4"), ("state: active", "state: ended_early")
    ),
    "a person without consent": lambda: replaced(
        "pairs/people/p-018.yml", ("Noor Petersen-Lamb", "Somebody Else"), ("pottery", "judo")
    ),
    "a sealed post": lambda: {"content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md": None},
    "a post for participants": lambda: {"content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md": None},
}  # fmt: skip


@pytest.mark.parametrize("what", TWINS)
def test_what_the_organisation_may_not_know_changes_no_byte_of_its_build(what: str) -> None:
    assert outside(TWINS[what]()) == articles(rendered.healthy("organisation"))


def test_the_twins_do_differ_inside() -> None:
    inside = articles(rendered.healthy("coordinators"))
    for what, changes in TWINS.items():
        if what != "days of the lifecycle":
            made = rendered.seen(programmes.loaded(programmes.over_healthy(changes())), "coordinators")
            assert any(inside.get(page.address) != article(page) for page in pages(made)), what


ENDED = "  - state: ended_early\n    on: 2026-03-25\n    by: coordinator\n    reason: fit\nagreement:"


def of_the_programme(made: rendered.Build) -> dict[str, str]:
    """Give the articles without rules, fields and measures: those are the same in every programme, and tell of none."""
    general = ("/reference/", "/measures/")
    return {address: said for address, said in articles(made).items() if not address.startswith(general)}


def test_a_pair_that_ended_early_leaves_no_page_and_no_word() -> None:
    changed = programmes.loaded(programmes.over_healthy(replaced(PAIR3, ("agreement:", ENDED))))
    made = of_the_programme(rendered.build(changed, "organisation"))
    assert not [address for address in made if "pair-03" in address]
    said = " ".join(made.values())
    for trace in ("pair-03", "ended early", "paused", "on a break", "Ilka Sandoval and Casimir Adebayo"):
        assert trace not in said, trace


@pytest.mark.parametrize("programme", [rendered.healthy, rendered.bundled])
def test_no_page_outside_knows_a_room_a_session_or_a_state_that_is_private(
    programme: Callable[[Audience], rendered.Build],
) -> None:
    for address, said in of_the_programme(programme("organisation")).items():
        assert "/room/" not in f"{address} {said}"
        assert "/sessions/" not in f"{address} {said}"
        if address.startswith("/pairs/"):
            chips = set(re.findall(r'class="m-chip[^>]*><span[^>]*></span>([^<]*)<', said))
            assert chips <= {"active", "completed", "done", "ahead", "skipped on purpose"}, address


def test_no_text_of_a_bundled_pair_that_stays_inside_is_outside() -> None:
    inside = rendered.bundled("coordinators").view
    said = " ".join(
        rendered.bundled("organisation").text(address) for address in rendered.bundled("organisation").pages
    )
    private = {goal.goal for pair in inside.pairs for goal in pair.goal_texts} | {
        goal.sign for pair in inside.pairs for goal in pair.goal_texts
    }
    for session in (session for room in inside.rooms for session in room.sessions):
        private |= {session.purpose or "", *(action.text or "" for action in session.actions)}
        private |= {session.takeaways.mentor or "", session.takeaways.mentee or ""} if session.takeaways else set()
    assert len(private) > 200
    assert [text for text in private if len(text) > 12 and text in said] == []
