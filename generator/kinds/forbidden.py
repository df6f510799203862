"""Keys that no file may hold: data on a person's private life, and what would measure a person."""

from __future__ import annotations

from generator.source.names import distance

PERSONAL = frozenset(
    """
    birth_date birthdate birthday date_of_birth dob born year_of_birth age gender sex pronouns ethnicity ethnic_origin
    race nationality health illness disability medical religion faith belief orientation sexuality sexual_orientation
    marital_status salary pay compensation bonus wage rating performance performance_rating appraisal grade
    trade_union political_opinion""".split()
)
"""Special categories of data and appraisal data (GDPR Article 9; ICO guidance on workers' data)."""

MEASURED = frozenset(
    """
    health health_score score band safety_score safety survey answers survey_answers rating satisfaction
    cancelled_by canceled_by missed_by moved_by no_show noshow who_cancelled ranking streak""".split()
)
"""What would turn a room into a measurement of the people in it."""

_SHORTEST_NEAR_MISS = 5


def is_forbidden(key: str, names: frozenset[str]) -> bool:
    """Tell whether a key is one of the names, whatever its case and hyphens, or one edit from a longer one."""
    plain = key.casefold().replace("-", "_").replace(" ", "_").strip("_")
    if plain in names:
        return True
    return len(plain) >= _SHORTEST_NEAR_MISS and any(
        len(name) >= _SHORTEST_NEAR_MISS and distance(plain, name, 1) <= 1 for name in names
    )


def forbidden_code(kind: str, key: str) -> str | None:
    """Give the code of the rule that forbids a key in a kind of file, `None` where none does."""
    if kind == "person" and is_forbidden(key, PERSONAL):
        return "PER001"
    return "PRI001" if is_forbidden(key, PERSONAL | MEASURED) else None
