"""A number said on a page: what of it is a link and to where, in any language, whoever wrote what stands around it."""

from __future__ import annotations

import pytest
import tongues
from markupsafe import Markup

from generator.language import gettext, ngettext, speaking
from generator.pages.saying import filled, joined, linked, plainly

SAY = linked("/progress/spring/")
FORMULA = '<a class="m-n" href="../../measures/#pairs">{}</a>'
FILES = '<a class="m-n" href="../../progress/files/pairs/">{}</a>'


@pytest.mark.parametrize(
    ("words", "number", "noun", "before", "after"),
    [
        ("12 pairs", "12", "pairs", "", ""),
        ("4 of 6 sessions held", "4 of 6", "sessions held", "", ""),
        ("4 von 6 Sitzungen gehalten", "4 von 6", "Sitzungen gehalten", "", ""),
        ("1,204 posts, the newest first.", "1,204", "posts", "", ", the newest first."),
        ("1\u202f204 articles", "1\u202f204", "articles", "", ""),
        ("2 h 45 min", "2 h 45", "min", "", ""),
        ("from 91 session records", "91", "session records", "from ", ""),
        ("8 focus areas: where <b> & co.", "8", "focus areas", "", ": where &lt;b&gt; &amp; co."),
        ("5 جلسات", "5", "جلسات", "", ""),
    ],
)
def test_a_number_and_its_noun(words: str, number: str, noun: str, before: str, after: str) -> None:
    one = FORMULA.format(f"{number} {noun}")
    assert SAY(words, "pairs", None) == f"{before}{one}{after}"
    two = f"{FILES.format(number)} {FORMULA.format(noun)}"
    assert SAY(words, "pairs", "/progress/files/pairs/") == f"{before}{two}{after}"


def test_a_number_without_a_noun_is_one_link() -> None:
    assert SAY("38", "pairs", None) == FORMULA.format("38")
    assert SAY("38", "pairs", "/progress/files/pairs/") == FILES.format("38")


def test_files_on_the_page_itself() -> None:
    assert 'href="#files-sessions"' in SAY("4 of 6", "sessions-held", "#files-sessions")


def test_a_number_that_a_language_writes_as_a_word_is_the_link() -> None:
    with tongues.arabic(), speaking("ar"):
        two = ngettext("%(num)s pair", "%(num)s pairs", 2)
        assert SAY(two, "pairs", None) == FORMULA.format("ثنائيان")
        assert SAY(two, "pairs", "/progress/files/pairs/") == FILES.format("ثنائيان")


def test_what_stands_around_a_link_is_escaped_and_without_one_is_plain() -> None:
    hostile = "<b>R&D</b>"
    said = gettext("%(count)s in %(cohort)s", count=SAY("38", "pairs", None), cohort=hostile)
    assert said == f"{FORMULA.format('38')} in &lt;b&gt;R&amp;D&lt;/b&gt;"
    assert isinstance(said, Markup)
    plain = gettext("%(count)s in %(cohort)s", count=plainly("38", "pairs", None), cohort=hostile)
    assert plain == "38 in <b>R&D</b>"
    assert not isinstance(plain, Markup)
    assert filled("{}: {}.", hostile, SAY("38", "pairs", None)).startswith("&lt;b&gt;")
    assert joined([hostile, "1"]) == "<b>R&D</b>, 1"
    assert joined([hostile, Markup("<i>")]) == "&lt;b&gt;R&amp;D&lt;/b&gt;, <i>"


def test_in_letters_of_the_other_side_a_name_stays_apart_beside_a_link() -> None:
    with speaking("en"):
        said = gettext("%(count)s in %(cohort)s", count=SAY("38", "pairs", None), cohort="ربيع")
    assert said.endswith("</a> in \u2068ربيع\u2069")
