"""Every file under `cases/` gives exactly the findings it marks; adding a case is adding a file."""

from __future__ import annotations

from pathlib import Path

import programmes
import pytest
from examples import case, differences, findings

from generator.rules import rules

CASES = Path(programmes.__file__).parent / "cases"
FILES = [path for path in programmes.paths(CASES) if path != "README.md"]
CLEAN = "clean-"


@pytest.mark.parametrize("path", FILES)
def test_a_case_gives_exactly_the_findings_it_marks(path: str) -> None:
    code, name = path.split("/")
    assert code in rules(), "the folder is named after no rule"
    found, expected = findings(code, case((CASES / path).read_text(encoding="utf-8")))
    assert differences(found, expected) == []
    codes = {each for _, _, each, _ in expected}
    if name.startswith(CLEAN):
        assert not codes, f"a name with `{CLEAN}` promises that nothing is found"
    else:
        assert code in codes, f"no line is marked with {code}; name it `{CLEAN}…` if that is meant"
