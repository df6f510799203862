"""What the models may cost: to declare them whenever we start, and to read them."""

from __future__ import annotations

import pytest

from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.kinds.fields import models

every_kind = pytest.mark.parametrize(
    "kind", [each for each in kinds().values() if each.model], ids=lambda kind: kind.name
)


@every_kind
def test_annotations_are_types_and_no_texts_to_be_parsed(kind: Kind) -> None:
    postponed = [
        (model, name)
        for model in models(kind)
        for name, each in vars(model)["__annotations__"].items()
        if isinstance(each, str)
    ]
    assert postponed == []


@every_kind
def test_no_attribute_is_private_so_that_a_check_need_not_look_for_one(kind: Kind) -> None:
    assert [model for model in models(kind) if model.__private_attributes__] == []
