"""The coordinators' page: what stands on it, in which order and words, and that no other build has anything of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import canaries
import programmes
import pytest
import rendered
from needing import CASES, active
from small import session

from generator.load import Loaded
from generator.needs.advice import ADVICE
from generator.pages import home, needs, pages
from generator.programme import Programme
from generator.progress.contributions import Contribution
from generator.progress.whole import measure
from generator.rules import judge
from generator.source.finding import Finding
from generator.view import view
from generator.view.desk import About, CountView, DeskView, NeedView
from generator.view.shapes import QualityView, View

DAY = date(2026, 7, 24)
"""The bundled programme's own day: two pairs have lost two dates in a row."""


def seen(found: Programme, day: date, audience: Any = "coordinators", **more: Any) -> View:
    judged: tuple[Finding, ...] = judge(found, day, nightly=True)
    return view(found, measure(found, day), judged, audience, **more)


def page(of: View) -> str:
    [found] = needs.pages(of)
    return found.html


def words(of: View) -> str:
    return rendered.read(page(of)).words


@pytest.fixture(scope="module")
def inside() -> View:
    return seen(rendered.bundled_programme(), DAY)


def test_the_state_says_how_many_and_since_when(inside: View) -> None:
    [found] = needs.pages(inside)
    assert (found.path, found.title) == ("needs/index.md", "Needs you now")
    assert found.description == "2 entries need you, the oldest since 23 June 2026."


def test_an_entry_says_who_why_since_when_whose_turn_and_what_next(inside: View) -> None:
    said = words(inside)
    assert (
        "Freya Lindholm-Asante and Gudrun Ziegelmann Sessions 03 and 04 were not held, two in a row. "
        "SES012 · since 21 July 2026, 3 days · the two are asked first; yours from 28 July 2026 "
        "Next: Ring each of them for ten minutes: would another rhythm help, a break, or an end without a reason?"
    ) in said
    assert "since 23 June 2026, 31 days · yours · 5 things more, to follow" in said
    assert '<p class="m-meta">Second Sight: a short note for you both</p>' in page(inside)
    assert "<pre><code>Hello Tariq Benhaddou and Leticia Barros,\n\nThe last two dates" in page(inside)


def test_an_entry_leads_to_rule_room_file_and_line(inside: View) -> None:
    links = rendered.read(page(inside)).links
    for expected in (
        "../pairs/2026-spring/pair-19/",
        "../reference/rules/ses/#SES012",
        "../pairs/2026-spring/pair-19/room/#plan",
        "https://git.fernhollow.example/people/second-sight/-/blob/main/pairs/2026-spring/pair-19/sessions/03.yml#L1",
        "https://git.fernhollow.example/people/second-sight/-/new/main/pairs/2026-spring?file_name=check-ins.yml",
    ):
        assert expected in links


def test_a_check_in_that_is_pasted_is_one_the_checker_reads(inside: View) -> None:
    assert inside.desk
    offer = inside.desk.needs[0].check_in
    assert offer
    assert offer.path == "pairs/2026-spring/check-ins.yml"
    assert offer.text == "pair-19:\n  - on: 2026-07-24\n    by: p-023\n"
    files = {offer.path: offer.text, "pairs/2026-spring/pair-19/pair.yml": active()["pairs/spring/pair-03/pair.yml"]}
    assert programmes.loaded(files).findings == ()


def test_the_page_is_not_performance_data(inside: View) -> None:
    assert "Not performance data: this page says where help may be welcome." in words(inside)


def test_nobody_needs_anybody_and_when_to_look_again() -> None:
    """Healthy on 27 March: pair-03 meets on 14 April, pair-07 on the 8th; its promise of 3 April comes first."""
    made = seen(programmes.loaded(programmes.healthy()).programme, date(2026, 3, 27))
    assert made.desk
    assert made.desk.needs == ()
    assert needs.standing(made.desk).startswith("Nobody needs you today. Next check: ")
    assert needs.standing(replace(made.desk, next_check=None)) == "Nobody needs you today."


def entry(number: int, since: date | None = DAY) -> NeedView:
    who = About(f"Pair {number}", f"/pairs/spring/pair-{number}/")
    return NeedView(
        who, "it `waits`", About("SES012", "/reference/rules/ses/#SES012"), since, 0, "Ring.", None, None, 0,
        "pairs/a.yml:1", None, None, None, (), None,
    )  # fmt: skip


def with_desk(inside: View, **changes: Any) -> View:
    assert inside.desk
    return replace(inside, desk=replace(inside.desk, **changes))


def test_ten_stand_there_and_the_rest_below(inside: View) -> None:
    html = page(with_desk(inside, needs=tuple(map(entry, range(12))), waiting=12))
    above, below = html.split('<details class="m-rest">')
    assert above.count("<h3>") == 10
    assert "2 more entries" in rendered.read(below).words
    assert below.partition("</details>")[0].count("<h3>") == 2


def test_more_than_fifty_are_counted_and_come_with_a_later_build(inside: View) -> None:
    many = with_desk(inside, needs=tuple(map(entry, range(50))), waiting=61)
    assert "61 entries need you" in words(many)
    assert "51 more entries" in page(many)
    assert "11 entries more, as soon as these are done." in words(many)


def test_three_stand_on_the_first_page(inside: View) -> None:
    [first] = home.pages(with_desk(inside, needs=tuple(map(entry, range(5))), waiting=5))
    section = first.html.split('id="needs"')[1].split("</section>")[0]
    assert section.count("<h3>") == 3
    assert first.html.index('id="needs"') < first.html.index('id="five-steps"')
    [calm] = home.pages(with_desk(inside, needs=(), waiting=0, next_check=None))
    assert "Nobody needs you today." in rendered.read(calm.html).words


def test_what_a_rule_puts_in_backticks_is_set_as_code(inside: View) -> None:
    assert "<p>It <code>waits</code>.</p>" in page(with_desk(inside, needs=(entry(1),)))


def test_an_entry_without_a_day_has_no_age(inside: View) -> None:
    state = needs.standing(with_desk(inside, needs=(entry(1, None),), waiting=1).desk)  # type: ignore[arg-type]
    assert state == "1 entry needs you."
    assert needs.whose(replace(entry(1), owner="Ada")) == "owned by Ada"


def test_pairs_stand_by_band_in_words_that_judge_nobody(inside: View) -> None:
    said = words(inside)
    assert "needs a check-in 1 Tariq Benhaddou and Leticia Barros" in said
    assert "on track 8 Tiago Serrano-Pinto and Catarina Almeida Brandão" in said
    for word in ("stalled", "at risk", "failing", "overdue", "inactive", "no-show"):
        assert word not in said


def test_the_strip_has_every_pair_under_way(inside: View) -> None:
    assert inside.desk
    assert len(inside.desk.strips) == 11
    [lost] = [each for each in inside.desk.strips if each.pair.address == "/pairs/2026-spring/pair-19/"]
    assert (sum(each.held for each in lost.weeks), sum(each.missed for each in lost.weeks)) == (1, 2)
    assert lost.waited == 86
    assert "36 sessions by 11 pairs in 27 weeks; longest wait: Tariq Benhaddou and Leticia Barros" in words(inside)


def test_numbers_counted_by_hand(inside: View) -> None:
    """25 pair files; the 12 of spring that are accepted, active or paused have 24 people, all trained."""
    desk = inside.desk
    assert desk
    assert desk.funnel == (
        ("proposed", 25), ("accepted", 23), ("active", 22), ("completed", 8), ("declined", 1), ("ended_early", 3),
        ("re_matched", 2),
    )  # fmt: skip
    assert [(each.done, each.whole) for each in desk.prepared] == [(24, 24), (12, 12), (12, 12)]
    assert [(each.on, each.what) for each in desk.coming][:2] == [
        (date(2026, 8, 3), "end of the break"), (date(2026, 8, 4), "review of the agreement"),
    ]  # fmt: skip
    assert {name: count for _, name, count in desk.stalls} == {
        "two sessions in a row not held": 2, "behind the agreed rhythm": 1, "a promise past its day": 1,
        "no next date": 1, "goals behind the term": 2,
    }  # fmt: skip


def test_who_signed_up_and_is_in_no_pair_is_named() -> None:
    """On 1 April spring is under way with pairs 03, 07 and 09: p-018 would be alone without pair-07."""
    files = programmes.over_healthy(
        {"pairs/people/p-018.yml": _signed_up(), "pairs/2026-spring/pair-07/pair.yml": None}
    )
    desk = seen(programmes.loaded(files).programme, date(2026, 4, 1)).desk
    assert desk
    assert "Noor Petersen-Lamb" in {each.title for each in desk.unmatched}
    paired = programmes.over_healthy({"pairs/people/p-018.yml": _signed_up()})
    desk = seen(programmes.loaded(paired).programme, date(2026, 4, 1)).desk
    assert desk
    assert "Noor Petersen-Lamb" not in {each.title for each in desk.unmatched}


def _signed_up() -> str:
    text = programmes.healthy()["pairs/people/p-018.yml"].decode()
    return text if "cohorts:" in text else f"{text}cohorts:\n  - 2026-spring\n"


def test_cohorts_stand_beside_each_other_on_the_same_day(inside: View) -> None:
    assert [each.title for each in needs.beside(inside)] == ["Spring 2026", "Autumn 2025"]
    assert "Spring 2026 held 2.9 sessions a pair by week 14; Autumn 2025" in words(inside)
    assert "Launch rate 100 % (12) 90 % 100 % (9)" in words(inside).replace("\u00a0", " ")


def test_the_only_cohort_has_the_programmes_indicators(inside: View) -> None:
    alone = replace(inside, progress=replace(inside.progress, newest=None, earlier=None, lines=()))
    assert [each.title for each in needs.beside(alone)] == ["the programme"]
    assert "beside" not in words(alone)


def test_nothing_due_is_said_in_words() -> None:
    assert needs.counted(CountView(About("a"), 0, 0)) == "nothing due yet"
    assert needs.counted(CountView(About("a"), 2, 3)) == "2 of 3"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "unknown: this history has no merges, or only a part of it is here"),
        ((0, 0), "less than a day, middle of 2 merges"),
        ((1,), "1 day, middle of 1 merge"),
        ((1, 6), "3.5 days, middle of 2 merges"),
    ],
)
def test_the_time_to_merge(days: tuple[int, ...] | None, said: str) -> None:
    merged = days and tuple(Contribution(each, ()) for each in days)
    made = seen(programmes.loaded(programmes.healthy()).programme, date(2026, 4, 1), merged=merged)
    assert said in words(made)


def test_the_time_to_merge_leads_to_what_was_merged_and_is_still_here() -> None:
    here = ("pairs/2026-spring/pair-03/pair.yml", "pairs/2026-spring/pair-03/sessions/01.yml")
    merged = (Contribution(1, here), Contribution(3, (*here[:1], "pairs/people/p-999.yml", "pairs/2026-spring/x")))
    made = seen(programmes.loaded(programmes.healthy()).programme, date(2026, 4, 1), merged=merged)
    [files] = [each for each in pages(made) if each.address == "/needs/files/merged/"]
    assert re.findall(r"<code>([^<]*)</code>", files.html) == list(here)
    assert (
        '<a class="m-n" href="../needs/files/merged/">2</a> <a class="m-n" href="../measures/#contribution-time">'
        in (page(made))
    )


def test_an_unknown_time_to_merge_leads_to_no_files() -> None:
    made = seen(programmes.loaded(programmes.healthy()).programme, date(2026, 4, 1))
    assert "unknown: this history has no merges" in words(made)
    assert "/needs/files/merged/" not in {each.address for each in pages(made)}


def test_data_quality_counts_findings_by_rule(inside: View) -> None:
    counted = replace(inside, quality=(QualityView("POS004", "error", 2), QualityView("SES006", "warning", 9)))
    assert "POS004 error 2" in words(counted)
    assert "SES006 warning 9" in words(counted)
    assert "../reference/rules/pos/#POS004" in rendered.read(page(counted)).links
    assert "Nothing to mend." in words(replace(inside, quality=()))


def test_an_entry_is_gone_with_the_next_build_once_its_fact_is_mended() -> None:
    day, waiting, mended = CASES["unrecorded"]
    for files, count in ((waiting, 1), (mended, 0)):
        found = programmes.loaded(programmes.over_healthy(dict(files))).programme
        desk = seen(found, date.fromisoformat(day)).desk
        assert desk
        assert sum(each.sentence.startswith("session 02 is not recorded") for each in desk.needs) == count


# nobody else


def said(of: View) -> dict[str, str]:
    """Give all that a view's pages say, by address."""
    return {each.address: f"{each.path} {each.title} {each.description} {each.html}" for each in pages(of)}


def test_every_text_of_the_desk_is_in_the_coordinators_build_and_in_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word in each piece of advice: what would come of the desk anywhere would bring one of them along."""
    planted = {
        kind: replace(
            each,
            name=canaries.word(kind, "name"),
            step=canaries.word(kind, "step"),
            says=canaries.word(kind, "says") if each.says else "",
            asks=canaries.word(kind, "asks") if each.asks else "",
        )
        for kind, each in ADVICE.items()
    }
    for kind, each in planted.items():
        monkeypatch.setitem(ADVICE, kind, each)
    found = rendered.bundled_programme()
    later = date(2026, 8, 18)
    assert len(canaries.in_texts(said(seen(found, later)).values())) > 20
    for audience in ("organisation", "cohort"):
        made = seen(found, later, audience, merged=(Contribution(1, ()),))
        assert made.desk is None
        told = said(made)
        assert canaries.in_texts(told.values()) == frozenset()
        assert "/needs/" not in told


def test_what_makes_somebody_need_help_changes_no_byte_for_the_organisation() -> None:
    """A pair that publishes nothing loses two dates in a row, or does not."""
    files = {"pairs/2026-spring/pair-07/sessions/03.yml": None, "pairs/2026-spring/pair-07/sessions/02.yml": None}
    lost = {
        f"pairs/2026-spring/pair-07/sessions/0{number}.yml": session(day, "cancelled")
        for number, day in ((2, "2026-03-02"), (3, "2026-03-16"))
    }
    builds = [programmes.loaded(programmes.over_healthy(each)).programme for each in (files, lost)]
    one, other = (said(seen(each, date(2026, 4, 1), "organisation")) for each in builds)
    assert one == other
    one, other = (said(seen(each, date(2026, 4, 1))) for each in builds)
    assert one != other


def test_the_desk_is_told_of_loaded_files_alone() -> None:
    loaded: Loaded = programmes.loaded(programmes.healthy())
    desk: DeskView | None = rendered.build(loaded, "coordinators").view.desk
    assert desk
    assert desk.merges == 0
