"""No free page takes the place of a page that is made: every folder at the top is reserved."""

from __future__ import annotations

from typing import get_args

import pytest
import rendered

from generator.kinds.base import Audience
from generator.kinds.misfits import RESERVED, WITHOUT_PAGE
from generator.load import Raw, load


def tops(audience: Audience) -> set[str]:
    """Give what stands at the top of a site, free pages left out."""
    made = rendered.bundled(audience)
    free = {page.address for page in made.view.pages}
    return {page.path.removesuffix(".md").split("/")[0] for page in made.pages.values() if page.address not in free}


@pytest.mark.parametrize("audience", get_args(Audience))
def test_every_folder_that_is_made_is_reserved(audience: Audience) -> None:
    assert tops(audience) - {"index"} <= RESERVED


def test_all_of_them_have_a_page_but_those_that_only_hold_some() -> None:
    """An address of its own is told apart from a folder where a moved address would take a page's place."""
    made = rendered.bundled("coordinators").pages
    assert {name for name in RESERVED if f"/{name}/" not in made} == WITHOUT_PAGE


@pytest.mark.parametrize("name", ["needs", "404", "privacy"])
def test_a_free_page_has_none_of_these_names(name: str) -> None:
    (found,) = load([Raw(f"content/{name}.md", b"# A page\n")]).findings
    assert found.code == "FIL003"
