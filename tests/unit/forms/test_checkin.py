"""The lines that record a check-in: the checker reads them, and they say no word of what was said."""

from __future__ import annotations

from datetime import date

import programmes
from small import BEGUN, PAIR, pair

from generator.forms.checkin import entry

FILE = "pairs/spring/check-ins.yml"
DAY = date(2026, 3, 10)


def test_the_first_of_a_cohort_is_a_file_of_its_own() -> None:
    found = programmes.loaded({PAIR: pair(*BEGUN)}).programme
    made = entry(found, "spring/pair-03", "p-023", DAY)
    assert (made.path, made.there) == (FILE, False)
    read = programmes.loaded({PAIR: pair(*BEGUN), FILE: made.text})
    assert read.findings == ()
    [visit] = read.programme.check_ins["spring"].item.entries["pair-03"]
    assert (visit.on, visit.by) == (DAY, "p-023")


def test_a_file_that_is_there_is_added_to_even_if_it_is_broken() -> None:
    for text in ("pair-03:\n  - {on: 2026-02-01, by: p-024}\n", "pair-03: often\n"):
        found = programmes.loaded({PAIR: pair(*BEGUN), FILE: text}).programme
        assert entry(found, "spring/pair-03", "p-023", DAY).there
