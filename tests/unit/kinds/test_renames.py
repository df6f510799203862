"""A misspelt key is renamed without a question only where no second name could have been meant."""

from __future__ import annotations

import programmes
import pytest

PAIR = "pairs/2026-spring/pair-03/pair.yml"


@pytest.mark.parametrize(
    ("given", "grade", "does"),
    [
        ("{state: proposed, onn: 2026-01-05, by: both}", "safe", "rename to `on`"),
        ("{state: proposed, bn: 2026-01-05}", "unsafe", "rename to `by`"),
        ("{state: proposed, on: 2026-01-05, by: both, untl: 2026-02-01}", "unsafe", "rename to `until`"),
        ("{state: proposed, on: 2026-01-05, by: both, colour: 2026-02-01}", "manual", ""),
    ],
)
def test_a_misspelt_key(given: str, grade: str, does: str) -> None:
    text = programmes.merged(programmes.healthy()[PAIR].decode(), f"history: [{given}]\n").text
    found = programmes.loaded({PAIR: text}).findings
    fixes = [(each.fix.grade, each.fix.does) for each in found if each.code == "FIL008"]
    assert fixes == [(grade, does)]
