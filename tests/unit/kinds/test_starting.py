"""What declaring the models may cost: we pay it whenever we start."""

from __future__ import annotations

import pytest

from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.kinds.fields import models


@pytest.mark.parametrize("kind", [each for each in kinds().values() if each.model], ids=lambda kind: kind.name)
def test_annotations_are_types_and_no_texts_to_be_parsed(kind: Kind) -> None:
    postponed = [
        (model, name)
        for model in models(kind)
        for name, each in vars(model)["__annotations__"].items()
        if isinstance(each, str)
    ]
    assert postponed == []
