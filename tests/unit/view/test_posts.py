"""Posts: the focus area of a pair is told only where the pair is."""

from __future__ import annotations

import programmes
import pytest
import rendered

AGREEMENT = "pairs/2026-spring/pair-03/pair.yml"
POST = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"


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
