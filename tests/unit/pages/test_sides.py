"""How the two are called: the junior is the mentor, whatever words a programme chooses."""

from __future__ import annotations

import programmes
import rendered

from generator.pages.sides import capital, side, together
from generator.view.shapes import Someone

SITE = rendered.healthy("organisation").view.site


def test_the_mentor_is_the_junior_one() -> None:
    assert side(SITE, "mentor") == "Mentor (junior)"
    assert side(SITE, "mentee") == "Mentee (senior)"


def test_a_pair_is_named_by_both_with_a_neutral_word_for_who_is_not_shown() -> None:
    known, unknown = Someone("Ida", "/people/p-1/"), Someone(None)
    assert together(known, unknown) == "Ida and a participant"
    assert together(unknown, known) == "A participant and Ida"


def test_a_capital_letter_changes_nothing_else() -> None:
    assert capital("de Vries and McLeod") == "De Vries and McLeod"
    assert capital("") == ""


def test_a_programmes_own_words_stand_everywhere() -> None:
    path = "pairs/programme.yml"
    words = "words:\n  programme: Open Door\n  mentor: guide\n  mentee: learner\n"
    text = programmes.merged(programmes.healthy()[path].decode(), words).text
    made = rendered.build(programmes.loaded(programmes.over_healthy({path: text})), "cohort")
    assert "A guide (junior) and a learner (senior) outside one reporting line." in made.text("/")
    assert "Guide (junior) Ilka Sandoval" in made.text("/pairs/2026-spring/pair-03/")
    assert "the agenda is set by the guide" in made.text("/pairs/2026-spring/pair-03/room/")
    assert "Planned talk of the guide" in made.text("/pairs/2026-spring/pair-03/sessions/02/")
    ours = ("/people/", "/pairs/")
    said = " ".join(made.text(address) for address in made.pages if address.startswith(ours) and "/p-" not in address)
    assert "Mentor" not in said
    assert "Mentee" not in said
