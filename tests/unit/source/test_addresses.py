"""Where the site explains a rule."""

from __future__ import annotations

import pytest

from generator.source import addresses


@pytest.mark.parametrize("url", ["https://example.org/mentoring", "https://example.org/mentoring/"])
def test_a_rule_has_an_address_on_the_site(url: str) -> None:
    found = addresses.of_rule(addresses.on_site(url), "SES004")
    assert found == "https://example.org/mentoring/reference/rules/ses/#SES004"
