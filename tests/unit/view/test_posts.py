"""Posts: the focus area and the other member of a pair are told only where the pair is."""

from __future__ import annotations

import posixpath

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.source.images import digest

AGREEMENT = "pairs/2026-spring/pair-03/pair.yml"
POST = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"

ANSWER = "content/threads/2026-spring/pair-03/2026-02-24-on-the-receiving-end.md"
NEXT_DOOR = "content/threads/2025-autumn/pair-01/2026-02-26-next-door.md"
NEXT_DOOR_SAYS = programmes.healthy()[ANSWER].replace(b"author: p-042", b"author: p-019").replace(b"02-24", b"02-26")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IEND" + bytes(4)

CONSENTS = "consent: {profile: organisation, on: 2026-01-02}\n"


def areas(audience: str, publish: str, step: str) -> tuple[str, ...]:
    """Give the areas of a post whose pair has its focus on `digital`."""
    pair = programmes.healthy()[AGREEMENT].decode().replace("publish: progress", f"publish: {publish}")
    post = programmes.merged(programmes.healthy()[POST].decode(), step, without=["step"]).text
    files = programmes.over_healthy({AGREEMENT: pair, POST: post})
    view = rendered.build(programmes.loaded(files), audience).view  # type: ignore[arg-type]
    return next(each.areas for each in view.posts if each.card.address == "/posts/2026-02-20-first-prompt/")


@pytest.mark.parametrize(
    ("audience", "publish", "step", "expected"),
    [
        ("organisation", "names", "", ("digital",)),
        ("organisation", "nothing", "", ()),
        ("organisation", "nothing", "step: candour/what-rises\n", ("candour",)),
        ("organisation", "nothing", "step: no-such/step\n", ()),
        ("cohort", "nothing", "step: candour/what-rises\n", ("digital",)),
    ],
)
def test_a_post_of_a_pair_without_a_page_has_the_area_of_its_step_only(
    audience: str, publish: str, step: str, expected: tuple[str, ...]
) -> None:
    assert areas(audience, publish, step) == expected


@pytest.mark.parametrize(
    ("audience", "publish", "owner", "named"),
    [
        ("organisation", "names", "p-042", True),
        ("organisation", "nothing", "p-042", False),
        ("organisation", "nothing", "p-017", True),
        ("organisation", "nothing", "p-018", True),
        ("cohort", "nothing", "p-042", True),
        ("coordinators", "nothing", "p-042", True),
    ],
)
def test_who_owns_a_change_names_no_partner_of_a_pair_without_a_page(
    audience: Audience, publish: str, owner: str, *, named: bool
) -> None:
    """The partner approved this text for these readers, and may own the change; whose partner it is, is the pair's."""
    pair = programmes.healthy()[AGREEMENT].decode().replace("publish: progress", f"publish: {publish}")
    change = f"partner: approved 2026-02-19\nchanged: {{what: a, owner: {owner}, on: 2026-02-20, state: done}}\n"
    post = programmes.merged(programmes.healthy()[POST].decode(), change, without=["partner", "changed"]).text
    person = f"pairs/people/{owner}.yml"
    consents = programmes.merged(programmes.healthy()[person].decode(), CONSENTS, without=["consent"]).text
    loaded = programmes.loaded(programmes.over_healthy({AGREEMENT: pair, POST: post, person: consents}))
    made, name = rendered.build(loaded, audience), loaded.programme.people[owner].item.name
    (found,) = (each.change for each in made.view.posts if each.card.address == "/posts/2026-02-20-first-prompt/")
    assert found is not None
    assert found.owner.name == (name if named else None)


@pytest.mark.parametrize(
    ("audience", "publish", "told"),
    [
        ("organisation", "names", True),
        ("organisation", "nothing", False),
        ("cohort", "nothing", True),
        ("coordinators", "nothing", True),
    ],
)
def test_a_reply_names_no_partner_of_a_pair_without_a_page(audience: Audience, publish: str, *, told: bool) -> None:
    """Both authors may be named, each beside an own post; that one answers the other would tell whose partner it is."""
    pair = programmes.healthy()[AGREEMENT].decode().replace("publish: progress", f"publish: {publish}")
    made = rendered.build(programmes.loaded(programmes.over_healthy({AGREEMENT: pair})), audience)
    posts = {each.card.address: each for each in made.view.posts}
    answered, reply = posts["/posts/2026-02-20-first-prompt/"], posts["/posts/2026-02-24-on-the-receiving-end/"]
    assert [each.address for each in answered.replies] == [reply.card.address] * told
    assert (reply.answers is not None) is told
    assert ("/posts/2026-02-24-on-the-receiving-end/" in made.html(answered.card.address)) is told


def test_a_reply_to_a_post_of_another_pair_is_told_of_pairs_without_a_page_too() -> None:
    pair = programmes.healthy()[AGREEMENT].decode().replace("publish: progress", "publish: nothing")
    loaded = programmes.loaded(programmes.over_healthy({AGREEMENT: pair, NEXT_DOOR: NEXT_DOOR_SAYS}))
    made = rendered.build(loaded, "organisation")
    (answered,) = (each for each in made.view.posts if each.card.address == "/posts/2026-02-20-first-prompt/")
    assert [each.address for each in answered.replies] == ["/posts/2026-02-26-next-door/"]


@pytest.mark.parametrize(
    ("text", "address", "way", "told"),
    [
        (POST, "/posts/2026-02-20-first-prompt/", "drawing.png", True),
        ("content/handbook/welcome.md", "/handbook/welcome/", "../threads/2026-spring/pair-03/drawing.png", False),
        (NEXT_DOOR, "/posts/2026-02-26-next-door/", "../../2026-spring/pair-03/drawing.png", False),
        (NEXT_DOOR, "/posts/2026-02-26-next-door/", "../../../handbook/drawing.png", True),
    ],
)
def test_an_image_of_a_thread_is_on_the_pages_of_its_posts_alone(
    text: str, address: str, way: str, *, told: bool
) -> None:
    """Any other text could show everybody what lies with a thread of which they may read nothing."""
    folder = text.rpartition("/")[0]
    files = programmes.healthy() | {NEXT_DOOR: NEXT_DOOR_SAYS}
    files[posixpath.normpath(f"{folder}/{way}")] = PNG
    files[text] += f"\n![a drawing]({way}) [it]({way})\n".encode()
    made = rendered.build(programmes.loaded(files), "organisation")
    shown = f"/images/{digest(PNG)}.png"[1:]
    assert made.html(address).count(shown) == 2 * told
    assert "a drawing" in made.html(address)
    assert [page for page in made.pages if shown in made.html(page)] == [address] * told
