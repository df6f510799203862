"""What all kinds of file share: a strict model whose fields say who may see and quote them.

Where models are declared annotations are not postponed, as they are elsewhere: each would be a text, parsed again
whenever we start.
"""

import os
import re
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
    # No model has a plugin, and what would look for some is dear to import, even where it is told to find none.
    _none = ModuleType("pydantic.plugin._loader")
    vars(_none)["get_plugins"] = tuple
    sys.modules.setdefault(_none.__name__, _none)

from pydantic import BaseModel, ConfigDict, Field, JsonValue

Audience = Literal["organisation", "cohort", "coordinators"]
Seen = Literal["organisation", "cohort", "coordinators", "never"]
MUST: Any = ...

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
DAY = r"\d{4}-\d{2}-\d{2}"


class Model(BaseModel):
    """A mapping in a file: frozen, unknown keys refused, built lazily so that start-up stays cheap."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def absent(self) -> tuple[str, ...]:
        """Name the fields that are must in this state of the mapping and are not given."""
        return ()


def read_at_once() -> None:
    """Let Python read the attributes of all models of this process at once; for a process of nothing but ours.

    Where a model has no such attribute pydantic looks for a private one, of which none of ours has any. Because of
    that CPython 3.11 takes the long way to those that are there, as to all of a class with `__getattr__`: a twentieth
    of a check.
    """
    if "__getattr__" in vars(BaseModel):
        delattr(BaseModel, "__getattr__")


def fact(says: str, *, to: Seen, default: Any = MUST, example: object = None, **limits: Any) -> Any:
    """Declare an id, a date, a closed value, a number or a duration: it may be quoted in a finding.

    `to` is the widest audience that may ever see it on a page (narrower gates still apply), `says`
    its one-line description, `limits` pydantic's constraints.
    """
    return _declared(says, to=to, quote=True, default=default, example=example, limits=limits)


def words(says: str, *, to: Seen, default: Any = MUST, example: object = None, **limits: Any) -> Any:
    """Declare somebody's own text: findings never quote it, whatever is wrong with it."""
    return _declared(says, to=to, quote=False, default=default, example=example, limits=limits)


def _declared(says: str, *, to: Seen, quote: bool, default: Any, example: object, limits: dict[str, Any]) -> Any:
    examples = None if example is None else [example]
    extra: dict[str, JsonValue] = {"audience": to, "quote": quote}
    return Field(default, description=says, examples=examples, json_schema_extra=extra, **limits)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its name, its place in the tree, its model, and the looser place of near misses.

    `place` names its parts (`cohort`, `pair`, `person`, `slug`, `date`, `nn` …); `near` matches a path
    that means this kind but breaks the layout (FIL003), and is seldom asked. `front` marks Markdown with front matter.
    `model` is None for files without fields (images, signatures). `table` marks a file that is one
    mapping from names to values: its model has the single field `entries`.
    """

    name: str
    says: str
    place: re.Pattern[str]
    near: str
    shape: str
    model: type[Model] | None
    front: bool = False
    published: bool = False
    dated: bool = False
    table: bool = False


def kind(  # noqa: PLR0913 - one flat list of facts
    name: str,
    says: str,
    *,
    shape: str,
    place: str,
    near: str,
    model: type[Model] | None,
    front: bool = False,
    published: bool = False,
    dated: bool = False,
    table: bool = False,
) -> Kind:
    """Declare a kind; `place` may use `{slug}` and `{day}`, named groups name the parts of the id."""
    pattern = place.replace("{slug}", SLUG).replace("{day}", DAY)
    return Kind(name, says, re.compile(pattern), near, shape, model, front, published, dated, table)
