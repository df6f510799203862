"""The same files give the same findings: whatever their order, the hash seed, the time zone and the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import bless
import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st
from often import times

from generator.load import Raw, load
from generator.report import text
from generator.source.finding import Finding

PATHS = programmes.paths(bless.BROKEN)
ROOT = Path(programmes.__file__).parents[1]
TELL = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests")!r})
import bless
sys.stdout.buffer.write(bless.broken_report().encode())
"""
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
)


def found(raws: list[Raw]) -> tuple[tuple[Finding, ...], str]:
    """Give the findings and their report."""
    loaded = load(raws)
    findings = programmes.judged(loaded)
    return findings, text.render(findings, loaded.programme.documents, date(2026, 4, 1), loaded.files)


RAWS = [Raw(path, (bless.BROKEN / path).read_bytes()) for path in PATHS]
EXPECTED = found(RAWS)


@given(st.permutations(RAWS))
@times(25)
def test_the_order_of_the_files_does_not_matter(shuffled: list[Raw]) -> None:
    assert found(shuffled) == EXPECTED


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda each: each["TZ"])
def test_hash_seed_time_zone_and_locale_do_not_matter(surroundings: dict[str, str]) -> None:
    environment = {**os.environ, **surroundings}
    told = subprocess.run([sys.executable, "-c", TELL], env=environment, capture_output=True, check=True)
    assert told.stdout == (bless.GOLDEN / "broken.txt").read_bytes()
