"""What people answer: a text comes without what no file may hold."""

from __future__ import annotations

import pytest

from generator.forms import answers


@pytest.mark.parametrize("pasted", ["Wort\u00adtrennung", " Worttrennung\u200b", "\ufeffWort\u202etrennung\n"])
def test_what_is_pasted_with_a_text_and_not_seen_is_left_out(pasted: str) -> None:
    assert answers.words()(pasted) == "Worttrennung"


def test_lines_and_blanks_become_one_blank_and_signs_that_are_seen_stay() -> None:
    assert answers.words()("one\ntwo\u2028three\u00a0 f\u00fcnf \u200d") == "one two three f\u00fcnf \u200d"


def test_a_text_of_nothing_that_is_seen_is_none() -> None:
    with pytest.raises(answers.UnfitError):
        answers.words()("\u200b\u00ad")
