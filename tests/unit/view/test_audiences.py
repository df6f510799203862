"""The audience on each field of each model, against the table written by hand."""

from __future__ import annotations

import pytest
from seen import ROWS, WIDEST_FIRST, row

from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.kinds.fields import models
from generator.view.shows import audiences

KINDS = tuple(kind for kind in kinds().values() if kind.model is not None)
NO_FIELDS = {"body", "support", "others", "entries"}
"""Rows of what no model has by itself: texts below front matter, people by what they are in charge of, names."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_every_model_says_who_may_see_it(kind: Kind) -> None:
    for model in models(kind):
        for name, field in model.model_fields.items():
            extra = field.json_schema_extra
            assert isinstance(extra, dict), (model, name)
            assert extra["audience"] in WIDEST_FIRST, (model, name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_models_say_of_every_field_what_the_table_says(kind: Kind) -> None:
    declared = dict(audiences(kind))
    table = {field: found.widest for field in declared if (found := row(kind.name, field)) is not None}
    assert declared == table


def test_the_table_says_nothing_of_fields_that_are_gone() -> None:
    fields = {kind.name: {name for name, _ in audiences(kind)} for kind in KINDS}
    for kind, rows in ROWS.items():
        named = {each.field for each in rows if "*" not in each.field and not each.field.startswith("path.")}
        assert named - NO_FIELDS <= fields.get(kind, set()), kind
