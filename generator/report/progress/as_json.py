"""Figures as one JSON object for scripts, by the schema beside this module: `progress.v1.json`."""

from __future__ import annotations

from fractions import Fraction
from importlib import resources
from typing import Any

from generator.progress.bands import SAID
from generator.progress.health import Point
from generator.progress.trends import Trend
from generator.report import ascii_json
from generator.report.progress.figures import Figure, Group, OfPair, OfProgramme

VERSION = 1
"""Counts the forms of this object; a script may rely on what stands under its number."""
PLACES = 6


def schema() -> str:
    """Give the JSON Schema of both objects."""
    return resources.files("generator.report.progress").joinpath("progress.v1.json").read_text(encoding="utf-8")


def pair(found: OfPair) -> str:
    """Give a pair's band, points and values."""
    return ascii_json.line(
        {
            "version": VERSION,
            "as_of": found.as_of.isoformat(),
            "pair": found.pair,
            "state": found.state or None,
            "band": found.band,
            "said": SAID[found.band] if found.band else None,
            "points": [_point(each) for each in found.points],
            "values": [_figure(each) for each in found.figures],
        }
    )


def programme(found: OfProgramme) -> str:
    """Give the indicators of a programme and its parts, and the cohort before the newest on the same day."""
    return ascii_json.line(
        {
            "version": VERSION,
            "as_of": found.as_of.isoformat(),
            "programme": found.name,
            "groups": [_group(each) for each in found.groups],
            "newest": found.newest,
            "earlier": _group(found.earlier) if found.earlier else None,
            "year": [_trend(each) for each in found.year],
        }
    )


def _group(group: Group) -> dict[str, Any]:
    values = [
        {
            **_figure(each),
            "n": each.n,
            "bar": _number(each.bar),
            "meets": each.meets,
        }
        for each in group.figures
    ]
    return {"kind": group.kind, "id": group.id, "title": group.title, "values": values}


def _trend(trend: Trend) -> dict[str, Any]:
    points = [
        {
            "on": each.on.isoformat(),
            "value": _number(each.exact),
            "exact": None if each.exact is None else str(each.exact),
            "n": each.n,
        }
        for each in trend.points
    ]
    return {"measure": trend.kind.words.id, "points": points}


def _point(point: Point) -> dict[str, Any]:
    return {"weight": point.weight, "sentence": point.sentence, "sources": list(point.sources)}


def _figure(each: Figure) -> dict[str, Any]:
    return {
        "measure": each.measure.id,
        "of": each.of or None,
        "name": each.measure.name,
        "value": _number(each.exact),
        "exact": None if each.exact is None else str(each.exact),
        "shown": each.shown,
        "formula": each.measure.formula,
        "as_of": each.as_of.isoformat(),
        "sources": list(each.sources),
    }


def _number(exact: Fraction | None) -> float | None:
    return None if exact is None else round(float(exact), PLACES)
