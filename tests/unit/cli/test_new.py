"""`mentoring new person|pair|roadmap|community|agenda`: what is made passes the check; nothing is asked of a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

from generator.cli.new import KINDS
from generator.source import yaml12

Run = Callable[..., Result]

PERSON = {
    "name": "Kim Okafor",
    "role": "mentor",
    "level": "2",
    "manager": "p-005",
    "department": "Workshop",
    "timezone": "Europe/Berlin",
    "languages": "en,de",
    "offers": "digital: what the assistant gets wrong; candour: what is not said",
    "wants": "candour: how a decision is made",
    "interests": "night trains; pottery",
    "hours": "09:00-17:30",
    "hours-per-month": "3",
    "consent": "cohort",
}
PAIR = {"mentor": "p-019", "mentee": "p-044", "reason": "One counts what the other only reads of", "consulted": "yes"}
ROADMAP = {
    "title": "Listening at night",
    "area": "candour",
    "audience": "Leaders who sleep at night",
    "owner": "p-004",
    "why-now": "Nobody asks the night shift",
    "step": "One night",
    "minutes": "60",
    "prompts": "Who is here?; What is missing?; Who would know?",
    "mentor": "Shows the shift",
    "mentee": "Sees it once",
    "evidence": "A list of three things",
}
COMMUNITY = {
    "title": "First-time mentors",
    "purpose": "Not to be alone with it",
    "audience": "Mentors in their first term",
    "host": "p-004",
    "rule": "Stories travel without names",
    "joining": "Write to the host",
    "calls": "Every first Tuesday",
    "code-of-conduct": "Ask before you advise",
}
AGENDA = {"title": "Half an hour", "stage": "working", "length": "30 min", "use-when": "There is little time"}
MADE = {
    "person": (PERSON, "pairs/people/p-046.yml"),
    "pair": (PAIR, "pairs/2025-autumn/pair-10/pair.yml"),
    "roadmap": (ROADMAP, "content/roadmaps/listening-at-night.md"),
    "community": (COMMUNITY, "content/communities/first-time-mentors/index.md"),
    "agenda": (AGENDA, "content/agendas/half-an-hour.md"),
}


def words(facts: Mapping[str, str | None]) -> list[str]:
    """Give facts as options."""
    return [word for name, value in facts.items() if value is not None for word in (f"--{name}", value)]


@pytest.mark.parametrize("kind", MADE)
def test_what_is_made_passes_the_check(run: Run, root: Path, kind: str) -> None:
    facts, path = MADE[kind]
    result = run("new", kind, *words(facts))
    assert (result.exit_code, result.output) == (0, f"{path} written\n")
    assert run("check").exit_code == 0
    again = run("new", kind, *words(facts), "--dry-run")
    assert again.exit_code == (2 if path.startswith("content/") else 0)  # ids of people and pairs go on
    assert (root / path).is_file()


@pytest.mark.parametrize(
    ("kind", "missing"),
    [(kind, name) for kind, (facts, _) in MADE.items() for name in facts],
)
def test_what_is_not_said_is_asked_for_by_its_option(run: Run, kind: str, missing: str) -> None:
    result = run("new", kind, *words(MADE[kind][0] | {missing: None}))
    assert result.exit_code == 2
    assert f"Give --{missing}." in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        ("person", {"offers": "digital"}, "a focus area and a note, such as `digital: asking good questions`"),
        ("person", {"level": "x"}, "expected a whole number, such as `3`"),
        ("person", {"timezone": "Europe/Berln"}, "such as `Europe/Berlin`; did you mean `Europe/Berlin`?"),
        ("person", {"timezone": "Lisbon"}, "did you mean `Europe/Lisbon`?"),
        ("person", {"offers": "digtal: x"}, "did you mean `digital`?"),
        ("person", {"hours": "all day"}, "working hours, such as"),
        ("person", {"hours": "25:00-26:00"}, "a time of day"),
        ("person", {"interests": "pottery"}, "at least 2, with `;` between them"),
        ("person", {"manager": "p-0001"}, "Invalid value for --manager"),
        ("pair", {"consulted": "maybe"}, "one of `yes`, `no`"),
        ("pair", {"reason": "short"}, "at least 20 characters"),
        ("pair", {"mentor": "p-999"}, "Invalid value for --mentor"),
        ("agenda", {"stage": "middle"}, "Invalid value for --stage"),
        ("agenda", {"like": "standrd"}, "did you mean `standard`?"),
        ("agenda", {"title": "Полчаса"}, "Give --slug."),
        ("agenda", {"title": "Aux"}, "Give --slug."),
        ("agenda", {"slug": "Half an hour"}, "Invalid value for --slug: expected an id"),
        ("agenda", {"slug": "a" * 65}, "Invalid value for --slug: expected at most 64 characters"),
        ("agenda", {"slug": "nul"}, "Invalid value for --slug: expected another name, since Windows keeps this one"),
        ("roadmap", {"prompts": "Who?; What?"}, "at least 3"),
    ],
)
def test_a_wrong_answer_is_wrong_use(run: Run, kind: str, changes: dict[str, str], said: str) -> None:
    result = run("new", kind, *words(MADE[kind][0] | changes))
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("roadmap", "Ночная смена", "content/roadmaps/night-shift.md"),
        ("community", "Νέοι μέντορες", "content/communities/night-shift/index.md"),
        ("agenda", "三十分", "content/agendas/night-shift.md"),
    ],
)
def test_a_title_in_any_script_can_be_used_with_a_name(run: Run, root: Path, kind: str, title: str, path: str) -> None:
    facts = MADE[kind][0] | {"title": title, "slug": "night-shift"} | ({"step": title} if kind == "roadmap" else {})
    result = run("new", kind, *words(facts))
    assert (result.exit_code, result.output) == (0, f"{path} written\n")
    assert f"title: {title}\n" in (root / path).read_text()
    assert run("check").exit_code == 0


@pytest.mark.parametrize("name", ["offers", "wants"])
def test_the_question_says_how_several_are_parted(run: Run, name: str) -> None:
    told = " ".join(run("new", "person", *words(PERSON | {name: None})).output.split())
    assert f"as `area: note`, with `;` between several? Give --{name}." in told


def test_somebody_who_takes_no_part_needs_four_facts(run: Run, root: Path) -> None:
    facts = {"name": "Kim Okafor", "role": "none", "level": "9", "manager": "none", "id": "p-100"}
    assert run("new", "person", *words(facts)).exit_code == 0
    assert (root / "pairs/people/p-100.yml").read_text() == (
        "# yaml-language-server: $schema=../../.schemas/person.json\nname: Kim Okafor\nrole: none\nlevel: 9\n"
    )


def test_a_pair_starts_from_what_both_wrote(run: Run) -> None:
    text = run("new", "pair", *words(PAIR), "--dry-run").output.partition("\n")[2]
    data = yaml12.read(text).data
    assert data["history"] == [{"state": "proposed", "on": "2026-04-01", "by": "coordinator"}]
    assert "agreement" not in data
    agreement = "\n".join(line[2:] for line in text.splitlines() if line.startswith(("#   ", "# agreement")))
    assert yaml12.read(agreement).data["agreement"]["publish"] == "nothing"


def test_a_template_is_fitted(run: Run) -> None:
    text = run("new", "agenda", *words(AGENDA), "--dry-run").output.partition("---\n")[2].partition("---\n")[0]
    items = yaml12.read(text).data["items"]
    assert sum(int(each["minutes"]) for each in items) == 30
    closing = run("new", "agenda", *words(AGENDA | {"stage": "closing"}), "--dry-run").output
    assert closing.count("kind: close\n") == 1


def test_the_kinds_are_listed_without_being_imported(run: Run) -> None:
    result = run("new", "--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.output for name in KINDS)
    assert run("new", "persom").output.endswith("Error: there is no kind `persom`; did you mean `person`?\n")
    assert "No such command 'dragon'" in run("new", "dragon").output


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_examples(run: Run, kind: str) -> None:
    assert f"Examples:\n    mentoring new {kind}\n" in run("new", kind, "--help").output


def test_the_address_of_somebody_who_takes_no_part_is_kept(run: Run, root: Path) -> None:
    facts = {"name": "Kim Okafor", "role": "none", "level": "5", "manager": "p-001", "id": "p-100"}
    assert run("new", "person", *words(facts), "--email", "kim@lanternworks.example").exit_code == 0
    text = (root / "pairs/people/p-100.yml").read_text()
    assert text.endswith("manager: p-001\naccounts:\n  emails:\n    - kim@lanternworks.example\n")


def test_what_only_those_who_take_part_say_is_not_dropped_in_silence(run: Run, root: Path) -> None:
    result = run("new", "person", *words(PERSON | {"role": "none", "id": "p-100"}))
    assert result.exit_code == 2
    assert "--department is for those who take part" in " ".join(result.output.split())
    assert not (root / "pairs/people/p-100.yml").exists()
