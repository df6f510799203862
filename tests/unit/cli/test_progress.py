"""`mentoring progress`: how a pair stands, or the programme, in three formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import circle
import fastjsonschema
import pytest
from archetypes import CANCELS, NEW, ONE_SIDED, SILENT, STEADY
from circle import AUTUMN, SPRING
from click.testing import Result
from couple import Couple

Run = Callable[..., Result]
ENDED = Couple(history=((0, "proposed"), (3, "declined")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay six pairs into a folder: five of the spring, and one of the autumn before."""
    couples = [STEADY, CANCELS, ONE_SIDED, SILENT, ENDED, (AUTUMN, Couple(start=NEW.start))]
    for path, text in circle.files(couples).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def said(run: Run, *arguments: str) -> str:
    result = run("progress", "--as-of", "2026-05-02", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def valid(run: Run, text: str) -> Mapping[str, Any]:
    schema = json.loads(run("progress", "--schema").stdout)
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"  # the judge knows no newer one; no word differs
    found: dict[str, Any] = json.loads(text)
    fastjsonschema.compile(schema)(found)
    return found


def test_a_pair_is_told_in_a_sentence_a_point_with_the_files_that_say_so(run: Run) -> None:
    assert said(run, f"{SPRING}/p02").startswith(
        "2026-spring/p02 as of 2026-05-02: needs a check-in\n"
        "\n"
        "  3  far behind the agreed rhythm\n"
        "     pairs/2026-spring/p02/pair.yml\n"
        "     pairs/2026-spring/p02/sessions/02.yml\n"
        "\n"
        "  3  two sessions in a row did not happen\n"
        "     pairs/2026-spring/p02/sessions/03.yml\n"
        "     pairs/2026-spring/p02/sessions/04.yml\n"
        "\n"
        "  2  one side carries it\n"
    )
    values = said(run, "p02").partition("\n\n  Expected")[2]
    assert [line.split()[-1] for line in values.splitlines()[:5]] == ["3", "0.67", "2.17", "0.08", "0.33"]
    assert "Action closure         0.33" in values
    assert "Health                 12" in values
    assert values.endswith("is no performance data.\n")


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("p01", "on track\n\n  nothing to look at\n"),
        ("p03", "worth a look\n\n  2  one side carries it\n"),
        ("p04", "gone quiet\n"),
        ("p05", "declined, so it is not judged\n\n  Expected sessions      0\n  Cadence adherence      n/a\n"),
        ("p06", "just started\n"),
    ],
)
def test_a_pair_is_told_in_the_words_of_the_site(run: Run, pair: str, words: str) -> None:
    assert f" as of 2026-05-02: {words}" in said(run, pair)


def test_the_past_is_counted_as_if_it_were_that_day(run: Run) -> None:
    assert run("progress", "p04", "--as-of", "2026-02-01").stdout.startswith(
        "2026-spring/p04 as of 2026-02-01: on track\n\n  1  no next session planned\n"
    )
    # the session that was held on day 45 was still to come, and no further away than 37 days
    assert "nothing to look at" in run("progress", "p02", "--as-of", "2026-02-01").stdout


def test_the_programme_is_told_beside_its_bars_and_the_cohort_before(run: Run) -> None:
    lines = said(run).splitlines()
    assert lines[0] == "Open Door as of 2026-05-02"
    assert lines[2].split("  ")[-1] == "Autumn 2025, on the same day of its course"
    rows = {line[2:31].strip(): line[31:].split("  ") for line in lines[3:13]}
    # due: steady 4 of 4 held, cancels 2 of 4, one-sided 4 of 4, silent 1 of 1
    cells = {name: [each.strip() for each in cells if each.strip()] for name, cells in rows.items()}
    assert cells["Session completion"] == ["80 %", "85 % (4)", "85 % (4)", "n/a"]
    assert cells["Pairs in rhythm"] == ["75 %", "50 % * (4)", "50 % * (4)", "n/a"]
    assert cells["Actions closed in time"] == ["0.70", "0.67 * (4)", "0.67 * (4)", "n/a"]
    assert len(rows) == 10


def test_json_of_a_pair_and_of_the_programme_fits_the_schema(run: Run) -> None:
    pair = valid(run, said(run, "p02", "--format", "json"))
    assert (pair["band"], pair["said"], sum(each["weight"] for each in pair["points"])) == (
        "at risk", "needs a check-in", 12
    )  # fmt: skip
    momentum = next(each for each in pair["values"] if each["measure"] == "momentum")
    assert (momentum["exact"], momentum["value"], momentum["shown"]) == ("3/40", 0.075, "0.08")
    assert valid(run, said(run, "p05", "--format", "json"))["band"] is None
    whole = valid(run, said(run, "--format", "json"))
    assert [each["kind"] for each in whole["groups"]] == ["programme", "cohort", "cohort", "area", "area"]
    assert (whole["newest"], whole["earlier"]["id"]) == (SPRING, AUTUMN)
    completion = next(each for each in whole["groups"][0]["values"] if each["measure"] == "session-completion")
    assert (completion["exact"], completion["n"], completion["bar"], completion["meets"]) == ("11/13", 4, 0.8, True)
    assert "pairs/2026-spring/p02/sessions/04.yml" in completion["sources"]


def test_csv_has_a_row_a_value_and_a_row_a_reason(run: Run) -> None:
    pair = list(csv.DictReader(io.StringIO(said(run, "p02", "--format", "csv"))))
    assert {row["id"] for row in pair} == {"2026-spring/p02"}
    assert next(row["value"] for row in pair if row["measure"] == "momentum") == "0.075000"
    assert [row["shown"] for row in pair if row["measure"] == "point"] == ["3", "3", "2", "2", "1", "1"]
    whole = list(csv.DictReader(io.StringIO(said(run, "--format", "csv"))))
    assert len(whole) == 10 * 5
    assert {row["meets"] for row in whole} == {"yes", "no", ""}


def test_the_year_before_has_every_week_and_its_quarters_in_text(run: Run) -> None:
    whole = valid(run, said(run, "--year", "--format", "json"))
    points = next(each["points"] for each in whole["year"] if each["measure"] == "session-completion")
    assert (len(points), points[0]["on"], points[-1]["on"]) == (53, "2025-05-03", "2026-05-02")
    assert (points[0]["exact"], points[-1]["exact"], points[-1]["n"]) == (None, "11/13", 4)
    assert valid(run, said(run, "--format", "json"))["year"] == []
    weeks = [
        row for row in csv.DictReader(io.StringIO(said(run, "--year", "--format", "csv"))) if row["about"] == "week"
    ]
    assert len(weeks) == 53 * 10
    lines = said(run, "--year").splitlines()
    head = next(line for line in lines if line.startswith("  The programme"))
    assert head.split()[2:] == ["2025-05-03", "2025-08-02", "2025-11-01", "2026-01-31", "2026-05-02"]
    # on 31 January (day 19) steady, one-sided and silent had met, cancels too: one session each
    completion = next(line for line in lines[14:] if "Session completion" in line)
    assert completion.endswith("100 % (4)   85 % (4)")
    assert run("progress", "p01", "--year").exit_code == 2


@pytest.mark.parametrize(
    ("name", "meant"),
    [("2026-spring/p08", "; did you mean `2026-spring/p0"), ("nobody", "such as `2025-autumn/p06`\n")],
)
def test_a_pair_that_is_not_there_is_wrong_use_and_the_nearest_is_named(run: Run, name: str, meant: str) -> None:
    result = run("progress", name)
    assert result.exit_code == 2
    assert f"`{name}` is not a pair of this programme" in result.stderr
    assert meant in result.stderr


def test_files_that_cannot_be_read_are_counted_aloud(run: Run, root: Path) -> None:
    (root / "pairs/2026-spring/p01/sessions/02.yml").write_text("date: [")
    result = run("progress", "p01", "--as-of", "2026-05-02")
    assert result.exit_code == 0
    assert result.stderr == "1 file cannot be read and is not counted: `mentoring check` says why\n"
    assert "active, so it is not judged" in result.stdout
