"""The reference: every rule at the anchor of its code with all that its docstring says, and every field."""

from __future__ import annotations

import gzip
import re

import pytest
import rendered

from generator.kinds import kinds
from generator.kinds.fields import models
from generator.pages.rules import SUBJECTS
from generator.rules import Rule, rules
from generator.source.addresses import RULES, of_rule

OUTSIDE = rendered.healthy("organisation")
FIELDS = "/reference/fields/"
LARGEST = 20_000
"""Bytes of a page as it is sent."""


def section(code: str) -> str:
    html = OUTSIDE.html(f"{RULES}{code[:3].lower()}/")
    return html.partition(f'<section aria-labelledby="{code}">')[2].partition("</section>")[0]


def words(html: str) -> str:
    return rendered.read(f"<div>{html}</div>").words.replace("\N{EN DASH}", "-")


def row(field: str) -> list[str]:
    """Give the cells of a field's row, as they are read."""
    html = OUTSIDE.html(FIELDS).partition(f'<tr id="{field}">')[2].partition("</tr>")[0]
    return [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html)]


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_rule_stands_at_its_anchor_with_all_it_says(rule: Rule) -> None:
    found = section(rule.code)
    assert found.count(f'<h2 id="{rule.code}">') == 1
    assert re.findall("<h3[^>]*>(.*?)</h3>", found)[:4] == ["What it checks", "Why it matters", "Example", "Instead"]
    said = words(found)
    inside = False
    for line in rule.documentation.splitlines():
        inside ^= line.startswith("```")
        if not line.startswith(("```", "## ")):
            plain = line if inside else line.replace("`", "")
            assert " ".join(plain.split()).removeprefix("- ") in said


def test_an_example_says_in_which_file_it_stands() -> None:
    assert "<p>In <code>pairs/2026-spring/pair-03/sessions/03.yml</code>:</p>\n<pre>" in section("SES004")
    assert "In pairs/2026-spring/pair-03/sessions/04.yml, without purpose:" in words(section("FIL008"))
    assert "There is no file pairs/2026-spring/pair-09/pair.yml." in words(section("PRI004"))
    assert not re.search("<code[^>]*></code>", section("PRI004"))


def test_a_rule_says_whom_it_holds_up_and_what_moves_it() -> None:
    assert words(section("SES004")).endswith(
        "An error: a change that causes it is refused; a warning: nobody is held up. "
        "Moved by policy.session_length in the programme's file."
    )
    assert words(section("PAI014")).count("Told at night") == 1
    assert "Moved by policy.max_yaml, policy.max_markdown, policy.max_sealed" in words(section("FIL005"))
    assert "Moved by" not in words(section("SEA001"))


def test_the_list_of_rules_links_each_code_to_its_place() -> None:
    page = rendered.read(OUTSIDE.html(RULES))
    landed = {"#".join(rendered.landing(RULES, link)) for link in page.links}
    assert {of_rule(RULES, code) for code in rules()} <= landed
    assert set(rules()) <= set(page.ids)
    assert f"{len(rules())} rules that every change is checked by" in OUTSIDE.text(RULES)


def test_every_subject_has_a_name() -> None:
    assert {code[:3] for code in rules()} == set(SUBJECTS)


def test_every_field_of_every_kind_has_a_row() -> None:
    ids = rendered.read(OUTSIDE.html(FIELDS)).ids
    assert set(kinds()) <= set(ids)
    for kind in kinds().values():
        shown = {each.rpartition(".")[2] for each in ids if each.startswith(f"{kind.name}.")}
        given = {field.alias or name for model in models(kind) for name, field in model.model_fields.items()} - (
            {"entries"} if kind.table else set()
        )
        assert given == {each for each in shown if "<" not in each}, kind.name


def test_a_field_says_what_it_is_whether_it_must_be_and_who_sees_it() -> None:
    assert row("session.length") == ["length", "Planned length: a duration, such as 60 min", "yes", "participants"]
    assert row("session.moved") == [
        "moved",
        "How often the date moved: a whole number, 0 to 99",
        "no",
        "participants",
    ]
    assert row("person.manager")[2:] == ["no", "nobody, on no site"]
    assert row("pair.agreement") == [
        "agreement",
        "The signed working rules: fields of its own",
        "no",
        "each field for itself",
    ]
    assert row("post.partner")[1] == "not mentioned or approved &lt;date&gt;, such as not mentioned"
    assert row("agenda.items.lead") == [
        "items.lead",
        "Who leads: mentor, mentee, both",
        "yes",
        "everyone in the organisation",
    ]
    assert row("person.hours")[2] == "if role is mentor, mentee or both"
    assert row("check-ins.&lt;id&gt;.by")[1] == "Person id of the coordinator: an id, such as p-023"


def test_all_audiences_of_all_programmes_read_the_same() -> None:
    """So an example that looks like a pair's file says nothing of any pair there is."""
    reference = [address for address in OUTSIDE.pages if address.startswith("/reference/")]
    assert len(reference) == 3 + len(SUBJECTS)
    for programme in (rendered.healthy, rendered.bundled, rendered.bare):
        for audience in rendered.AUDIENCES:
            made = programme(audience)
            assert [made.html(address) for address in reference] == [OUTSIDE.html(address) for address in reference]


def test_no_page_is_too_large_to_be_sent_at_once() -> None:
    sizes = {address: len(gzip.compress(page.html.encode())) for address, page in OUTSIDE.pages.items()}
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}


def test_it_is_found_from_the_handbook_and_from_who_sees_what() -> None:
    handbook, privacy = (rendered.read(OUTSIDE.html(address)).links for address in ("/handbook/", "/privacy/"))
    assert {"../reference/rules/", "../reference/fields/"} <= set(handbook)
    assert "../reference/fields/" in privacy


def test_a_place_is_written_as_what_is_typed_on_both_pages() -> None:
    """The list of kinds and the list of their fields show one place alike."""
    for page in ("/reference/", FIELDS):
        assert "<code>pairs/people/&lt;person&gt;.yml</code>" in OUTSIDE.html(page)
