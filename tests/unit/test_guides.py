"""What the repository's own guides point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"{path}/README.md" for path in ("generator", "bench"))]
TARGET = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
OUTSIDE = ("http:", "https:", "mailto:")


def targets(guide: str) -> list[str]:
    """Give the links and pictures of a guide that lie in the repository; what stands in code is an example."""
    found = TARGET.findall(CODE.sub("", (ROOT / guide).read_text()))
    return [target for target in found if not target.startswith(OUTSIDE)]


def anchors(path: Path) -> set[str]:
    """Give the anchors a forge makes of a guide's headings."""
    heads = re.findall(r"^#+ (.+)$", CODE.sub("", path.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_and_picture_of_a_guide_lands(guide: str) -> None:
    lost = []
    for target in targets(guide):
        path, _, anchor = target.partition("#")
        there = (ROOT / guide).parent / path if path else ROOT / guide
        if not there.exists() or (anchor and anchor not in anchors(there)):
            lost.append(target)
    assert lost == []


def test_the_readme_shows_the_site_in_a_picture_that_a_page_can_carry() -> None:
    pictures = [target for target in targets("README.md") if target.endswith(".png")]
    assert pictures == ["docs/home.png"]
    picture = (ROOT / pictures[0]).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) == 1280
    assert len(picture) <= 250_000


def test_the_links_of_a_guide_and_the_anchors_of_its_headings_are_found() -> None:
    assert "generator/README.md" in targets("README.md")
    assert anchors(ROOT / "README.md") >= {"see-it", "what-is-private-and-what-is-not"}
