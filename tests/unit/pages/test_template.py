"""What templates do to a sentence before it stands on a page."""

from __future__ import annotations

import re

import pytest
import rendered
from markupsafe import Markup

from generator.pages.template import dated


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("6 steps; reviewed on 6 July 2026.", "6 steps; reviewed on 6~July~2026."),
        ("1. September 2025 bis 27. März 2026", "1.~September~2025 bis 27.~März~2026"),
        ("Autumn 2025, 1 September 2025", "Autumn 2025, 1~September~2025"),
        ("22 pairs, 91 sessions held", "22 pairs, 91 sessions held"),
    ],
)
def test_a_date_in_a_sentence_is_not_torn(sentence: str, kept: str) -> None:
    assert dated(sentence) == kept.replace("~", "\u00a0")


def test_markup_stays_markup_and_text_stays_text() -> None:
    assert dated(Markup("<b>1</b> on 2 May 2026")).__html__() == "<b>1</b> on 2\u00a0May\u00a02026"
    assert not isinstance(dated("<b>"), Markup)


def test_what_a_page_says_first_keeps_its_dates() -> None:
    pages = rendered.healthy("coordinators").pages.values()
    leads = [lead for page in pages for lead in re.findall('<p class="m-lead">(.*?)</p>', page.html)]
    assert [lead for lead in leads if re.search(r"\b\d+ [A-Z]\w+ \d{4}", lead.replace("\u00a0", "~"))] == []
    assert any("\u00a0" in lead for lead in leads)
