"""From a number to its files: they are listed one click away, and counting them gives the number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html import unescape
from pathlib import Path

import programmes
import pytest
import rendered

from generator.pages import pages
from generator.pages import pairs as pages_of_pairs
from generator.pages.page import Page
from generator.pages.progress import Figure, figures
from generator.programme import Programme
from generator.progress import indicators, pace, reciprocity, trends
from generator.progress.indicators.indicator import Indicator
from generator.progress.pair_at import pair_at
from generator.progress.sessions import minutes_held
from generator.view.indicator import LinesView, LineView
from generator.view.shapes import PairView, View

INSIDE = rendered.bundled("coordinators")
TOLD = INSIDE.view.progress
COHORTS = ("", *TOLD.cohorts)
GROUPS = {"": TOLD.programme, **TOLD.cohorts}
_LISTED = re.compile(r"<li>(?:<a [^>]*>)?<code>([^<]*)</code>")


def listed(address: str) -> set[str]:
    """Read the files that a page lists, and its further pages."""
    found = [page for each, page in INSIDE.pages.items() if re.fullmatch(re.escape(address) + r"(?:page-\d+/)?", each)]
    assert found, address
    return {unescape(path) for page in found for path in _LISTED.findall(page.html)}


def reloaded(paths: Iterable[str]) -> Programme:
    """Load these files alone, with what every number rests on."""
    return programmes.loaded(rendered.bundled_part(paths)).programme


@pytest.mark.parametrize("kind", indicators.KINDS, ids=lambda kind: kind.words.id)
@pytest.mark.parametrize("cohort", COHORTS)
def test_counting_the_files_behind_an_indicator_gives_its_value(cohort: str, kind: indicators.Kind) -> None:
    group = GROUPS[cohort]
    assert group is not None
    at = indicators.KINDS.index(kind)
    said = group.indicators[at]
    if not said.n:
        assert said.files is None
        return
    paths = listed(said.files or "")
    # sealed posts are counted, never listed: of these two indicators they are a part
    if kind.words.id in ("in-rhythm", "mutuality"):
        paths |= {path for path in _of(cohort, at) if "sealed-" in path}
    assert _counted(reloaded(paths), cohort, at).shown == said.shown


@pytest.mark.parametrize("kind", indicators.KINDS, ids=lambda kind: kind.words.id)
def test_counting_the_files_behind_the_last_cohort_gives_what_stood_on_that_day(kind: indicators.Kind) -> None:
    at, group = indicators.KINDS.index(kind), TOLD.earlier
    assert group is not None
    assert group.as_of < INSIDE.view.site.as_of
    said = group.indicators[at]
    if not said.n:
        assert said.files is None
        return
    assert f'<a class="m-n" href="../..{said.files}">' in INSIDE.html("/progress/2026-spring/")
    paths = listed(said.files or "")
    if kind.words.id in ("in-rhythm", "mutuality"):  # sealed posts are counted, never listed
        paths |= {path for path in rendered.bundled_files() if "threads/2025-autumn/" in path and "sealed-" in path}
    assert indicators.of(reloaded(paths), group.as_of).cohorts["2025-autumn"][at].shown == said.shown


LINES = [(measure, line) for measure in TOLD.lines for line in measure.lines]


@pytest.mark.parametrize(("drawn", "line"), LINES, ids=lambda each: getattr(each, "measure", None) or each.cohort)
def test_counting_the_files_behind_a_line_gives_each_of_its_weeks(drawn: LinesView, line: LineView) -> None:
    cohort = next(each.id for each in INSIDE.view.cohorts if each.title == line.cohort)
    said = f"{drawn.name}, {line.cohort}: files</a>"
    assert f'<a href="..{line.files}">{said}' in INSIDE.html("/progress/")
    assert (said in INSIDE.html("/needs/")) == (drawn is TOLD.lines[0])
    paths = listed(line.files or "")
    if drawn.measure == "in-rhythm":  # sealed posts are counted, never listed
        paths |= {path for path in rendered.bundled_files() if f"threads/{cohort}/" in path and "sealed-" in path}
    assert _weeks(reloaded(paths), cohort, drawn.measure) == line.values
    fewer = [path for path in sorted(paths) if "/sessions/" not in path]
    assert _weeks(reloaded(fewer), cohort, drawn.measure) != line.values


def _weeks(found: Programme, cohort: str, measure: str) -> tuple[Fraction | None, ...]:
    as_of = INSIDE.view.site.as_of
    if measure == "sessions-a-pair":
        return pace.of(found, cohort, list(found.pairs), as_of)
    trend = next(each for each in trends.of_cohort(found, cohort, as_of) if each.kind.words.id == measure)
    return tuple(None if point.exact is None else point.exact * 100 for point in trend.points)


def _of(cohort: str, at: int) -> tuple[str, ...]:
    return _counted(rendered.bundled_programme(), cohort, at).sources


def _counted(programme: Programme, cohort: str, at: int) -> Indicator:
    whole = indicators.of(programme, INSIDE.view.site.as_of)
    return (whole.cohorts[cohort] if cohort else whole.programme)[at]


def figure(cohort: str, measure: str) -> Figure:
    total = next((each.total for each in INSIDE.view.cohorts if each.id == cohort), INSIDE.view.totals)
    files = {name: address for (of, name), address in TOLD.files.items() if of == cohort}
    return next(each for each in figures(total, files) if each.measure == measure)


@pytest.mark.parametrize("cohort", COHORTS)
def test_counting_the_files_behind_a_total_gives_it(cohort: str) -> None:
    held, hours, changes = (figure(cohort, each) for each in ("sessions-held", "hours", "changes"))
    assert len(listed(held.files or "")) == held.number
    assert len(listed(changes.files or "")) == changes.number
    records = listed(hours.files or "")
    pairs = {f"{path.rsplit('/', 2)[0]}/pair.yml" for path in records}
    found = reloaded(records | pairs)
    minutes = sum(minutes_held(found, name, INSIDE.view.site.as_of) for name in found.pairs)
    assert (minutes + 30) // 60 == hours.number


def test_the_number_and_its_formula_are_links_on_the_page() -> None:
    html = INSIDE.html("/progress/")
    assert '<a href="../measures/#session-completion">Session completion</a>' in html
    assert '<a class="m-n" href="../progress/files/session-completion/">90\u00a0%</a> (22)' in html.replace(
        "&#160;", "\u00a0"
    )
    page = INSIDE.html("/progress/2026-spring/files/session-completion/")
    assert "Session completion, Spring 2026: files" in page
    assert "second-sight/-/blob/main/pairs/2026-spring/pair-12/sessions/01.yml#L1" in page
    assert "../../../../measures/#session-completion" in page


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_nobody_else_has_indicators_or_files(audience: str) -> None:
    found = rendered.bundled(audience)  # type: ignore[arg-type]
    assert not any("/files/" in address for address in found.pages)
    assert found.view.progress.programme is None
    assert bool(found.view.progress.lines) == (audience == "cohort")
    assert not any(line.files for each in found.view.progress.lines for line in each.lines)
    assert "Indicators" not in found.text("/progress/")
    assert not any(word in found.text("/progress/").lower() for word in ("cadence", "launch", "below", "mutual"))


def test_many_files_are_several_pages() -> None:
    counted = TOLD.counted[0]
    many = tuple((f"pairs/2026-spring/pair-{at:03}/pair.yml", None) for at in range(301))
    told = replace(TOLD, counted=(replace(counted, files=many),))
    made = {page.address: page for page in pages(replace(INSIDE.view, progress=told))}
    assert "pair-299" in made[counted.address].html
    assert "pair-300" in made[f"{counted.address}page-2/"].html
    assert "counted from 301 files" in made[f"{counted.address}page-2/"].html


DESK = ("bands", "strips", "wishes", "reach", "funnel", "prepared", "agendas")
LISTS = {"strips": "rhythm", "prepared": "ready", "agendas": "ready"}


def numbers(found: View, part: str) -> list[tuple[object, ...]]:
    """Take the numbers of a part of the desk, without the names that only other files know."""
    desk = found.desk
    assert desk is not None
    told = {
        "bands": lambda: [(each.name, len(each.pairs)) for each in desk.bands],
        "strips": lambda: [(each.weeks, each.waited) for each in desk.strips],
        "wishes": lambda: [(each.ask, each.offer) for each in desk.wishes],
        "reach": lambda: [(each.roadmap, each.pairs, each.steps) for each in desk.reach],
        "funnel": lambda: list(desk.funnel),
        "prepared": lambda: [(each.done, each.whole) for each in desk.prepared],
        "agendas": lambda: [(each.done, each.whole) for each in desk.agendas],
    }
    return told[part]()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("part", DESK)
def test_counting_the_files_behind_a_table_of_the_desk_gives_it(part: str) -> None:
    paths = listed(f"/needs/files/{LISTS.get(part, part)}/")
    if part == "bands":  # sealed posts are counted, never listed
        paths |= {path for path in rendered.bundled_files() if "sealed-" in path}
    assert numbers(seen(paths), part) == numbers(INSIDE.view, part)
    assert numbers(seen(sorted(paths)[: len(paths) // 2]), part) != numbers(INSIDE.view, part)


def written(path: Path) -> tuple[str, date]:
    """Read the author and the day of a post by its lines alone."""
    lines = dict(line.split(": ", 1) for line in path.read_text().split("\n---", 1)[0].splitlines() if ": " in line)
    return lines["author"], date.fromisoformat(lines["date"])


def test_counting_the_posts_behind_the_bands_a_second_way_gives_what_the_balance_of_authors_read() -> None:
    """From the folders, line by line: the posts listed and the sealed ones counted are all there are, by each side."""
    told, desk, as_of = INSIDE.html("/needs/files/bands/"), INSIDE.view.desk, INSIDE.view.site.as_of
    assert desk
    sealed = {pair: int(count) for count, pair in re.findall(r"<li>(\d+) sealed posts? of ([\w/-]+)", told)}
    paths, programme = listed("/needs/files/bands/"), rendered.bundled_programme()
    pairs = [(about.address or "").removeprefix("/pairs/").strip("/") for band in desk.bands for about in band.pairs]
    assert set(sealed) < set(pairs)
    for pair in pairs:
        folder = rendered.BUNDLED / "content/threads" / pair
        posts = [each for each in folder.glob("*.md") if written(each)[1] <= as_of]
        named = {each for each in posts if each.relative_to(rendered.BUNDLED).as_posix() in paths}
        assert {each for each in posts if "sealed-" not in each.name} == named
        assert len(posts) - len(named) == sealed.get(pair, 0)
        at = pair_at(programme, pair, as_of)
        authors = Counter(written(each)[0] for each in posts)
        assert authors == Counter(each.item.author for each in at.posts)
        assert set(authors) <= {at.item.mentor, at.item.mentee}
    assert {each for each in paths if each.startswith("content/threads/")} == {
        each for each in paths if each.removeprefix("content/threads/").rpartition("/")[0] in pairs
    }


def balances(paths: Iterable[str], pairs: Iterable[str]) -> dict[str, Fraction | None]:
    """Give how evenly pairs share the work, as far as these files tell: the one thing in a band that reads posts."""
    programme = reloaded(paths)
    return {pair: reciprocity.exact(pair_at(programme, pair, INSIDE.view.site.as_of)) for pair in pairs}


def test_the_posts_behind_the_bands_give_the_balance_of_each_pair_and_others_do_not() -> None:
    paths = listed("/needs/files/bands/") | {path for path in rendered.bundled_files() if "sealed-" in path}
    pairs = {path.rpartition("/")[0].removeprefix("pairs/") for path in paths if path.endswith("/pair.yml")}
    assert balances(paths, pairs) == balances(rendered.bundled_files(), pairs)
    posts = {path for path in paths if path.startswith("content/threads/")}
    fewer = paths - {path for path in posts if "sealed-" in path}
    assert balances(fewer, pairs) != balances(paths, pairs)
    assert balances(paths - posts, pairs) != balances(fewer, pairs)


def seen(paths: Iterable[str]) -> View:
    """Give what coordinators see of these files alone."""
    return rendered.seen(programmes.loaded(rendered.bundled_part(paths)), "coordinators", INSIDE.view.site.as_of)


def page(made: Iterator[Page], address: str) -> str:
    """Give one page of those that are being made, and make none after it."""
    return next(each.html for each in made if each.address == address)


def test_the_files_behind_findings_are_those_they_name() -> None:
    named = {path for each in INSIDE.view.quality for path in each.files}
    assert named <= listed("/needs/files/quality/") if named else "/needs/files/quality/" not in INSIDE.pages
    assert INSIDE.view.desk is not None
    assert listed("/needs/files/stalls/") <= rendered.bundled_files().keys()
    assert len(listed("/needs/files/stalls/")) <= sum(count for _, _, count in INSIDE.view.desk.stalls)


def test_a_pulse_leads_to_its_one_file() -> None:
    html = INSIDE.html("/progress/2026-spring/")
    for each in INSIDE.view.pulses:
        path, address = each.source
        assert address
        assert (f'<a href="{address}" rel="noopener"><code>{path}</code></a>' in html) == (each.cohort == "2026-spring")


def term(html: str) -> str:
    """Read what the page of a pair finds in its term: on which day it is, and what became of its sessions."""
    [section] = re.findall(r'(?s)<section aria-labelledby="sessions">.*?</section>', html)
    [said] = re.findall(r"<figcaption>(.*?)</figcaption>", section)
    return str(said)


PAIRS = [each for each in INSIDE.view.pairs if each.sessions]


@pytest.mark.parametrize(
    "pair",
    [pytest.param(pair, id=pair.address, marks=[pytest.mark.slow] if at % 3 else []) for at, pair in enumerate(PAIRS)],
)
def test_counting_the_files_on_the_page_of_a_pair_gives_its_parts(pair: PairView) -> None:
    lists = re.findall(r'(?s)<dt id="files-([\w-]+)">.*?<dd>(.*?)</dd>', INSIDE.html(pair.address))
    for name, told in lists:
        paths = {unescape(path) for path in re.findall(r"<code>([^<]*)</code>", told)}
        found = seen(paths)
        again = next(each for each in found.pairs if each.address == pair.address)
        if name == "sessions":
            assert again.sessions == pair.sessions
        elif name == "goals":
            assert again.goals == pair.goals
        elif name == "term":
            assert term(page(pages_of_pairs.pages(found), pair.address)) == term(INSIDE.html(pair.address))
        elif name == "milestones":
            assert again.milestones == pair.milestones
        else:
            at = int(name.removeprefix("roadmap-")) - 1
            assert again.roadmaps[at].part == pair.roadmaps[at].part
    assert "sessions" in dict(lists)


def test_counting_the_files_of_a_person_gives_the_free_places() -> None:
    for each in INSIDE.view.people:
        again = seen({path for path, _ in each.behind}).people
        assert [one.places_free for one in again if one.address == each.address] == [each.places_free]


HOLDING = {
    "posts": ("/threads/", (0,)), "changes": ("/changes/", (0,)), "pairs": ("/pairs/", (0,)),
    "people": ("/people/", (0,)), "roadmaps": ("/roadmaps/", (0,)), "agendas": ("/agendas/", (0,)),
    "communities": ("/communities/", (0, 1)),
}  # fmt: skip
"""Where a list says how many it holds: at which address, and which numbers of the sentence add up to its files."""


@pytest.mark.parametrize("name", HOLDING)
def test_counting_the_files_of_a_list_gives_how_many_it_says_it_holds(name: str) -> None:
    address, places = HOLDING[name]
    [lead] = re.findall(r'(?s)<p class="m-lead">.*?</p>', INSIDE.html(address))
    said = re.findall(rf'<a class="m-n" href="[^"]*/files/listed/{name}/">(\d+)</a>', lead)
    assert sum(int(said[at]) for at in places) == len(listed(f"/progress/files/listed/{name}/"))


def test_counting_the_files_of_a_thread_gives_its_posts() -> None:
    for thread in INSIDE.view.threads:
        html = INSIDE.html(thread.address)
        [files] = re.findall(r'(?s)<dt id="files-posts">.*?<dd>(.*?)</dd>', html)
        assert f">{files.count('<code>')}</a> <a" in html
        assert files.count("<code>") == len(thread.posts)


def test_counting_the_sessions_that_are_listed_gives_those_that_lie_ahead() -> None:
    again = seen(listed("/progress/files/listed/sessions/") | listed("/progress/files/listed/pairs/"))
    [lead] = re.findall(r'(?s)<p class="m-lead">.*?</p>', INSIDE.html("/calendar/"))
    assert lead in page(pages(again), "/calendar/")


def test_a_number_that_is_kept_back_has_no_list() -> None:
    small = rendered.healthy("coordinators")
    assert small.view.totals is None
    assert {each.total for each in small.view.cohorts} == {None}
    kept_back = re.compile(
        r"/progress/(?:[\w-]+/)?files/(?:pairs|sessions-held|hours|steps-done|roadmaps-finished|changes)/"
    )
    assert [address for address in small.pages if kept_back.fullmatch(address)] == []
    assert [address for address in INSIDE.pages if kept_back.fullmatch(address)] != []


def test_what_a_person_or_a_pair_was_counted_from_is_for_coordinators_alone() -> None:
    for audience in ("organisation", "cohort"):
        found = rendered.bundled(audience)  # type: ignore[arg-type]
        assert not any("files-" in page.html or "-/blob/" in page.html for page in found.pages.values())
        assert found.view.desk is None
        assert {each.behind for each in found.view.people} <= {()}
        assert {each.record for each in found.view.pairs} <= {None}


def test_the_way_up_from_the_last_cohort_says_what_it_leads_to() -> None:
    html = INSIDE.html("/progress/2025-autumn/files/then/session-completion/")
    assert 'progress/2025-autumn/">Autumn 2025</a>' in html
    assert "Autumn 2025 on 12 December 2025: files</h1>" in html


def test_a_list_of_files_belongs_to_the_section_of_its_number() -> None:
    found = {each: page.section for each, page in INSIDE.pages.items() if "/files/" in each}
    assert {each.split("/")[1] for each in found} == {"needs", "progress"}
    assert {each: section for each, section in found.items() if section != each.split("/")[1]} == {}
