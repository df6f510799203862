"""How templates call: what wants nothing of the context is called at once.

Jinja asks four times at each call whether it should hand over the context, the environment or whether to escape.
Our templates escape always, so a component is called as it is, and so is a function that wants nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from jinja2.runtime import Context, Macro


class Calling(Context):
    """The context of a page while it is rendered."""

    def call(self, called: Callable[..., Any], /, *values: Any, **named: Any) -> Any:
        """Call a component, a function or whatever else a template calls."""
        kind = type(called)
        if kind is Macro or (kind is FunctionType and not hasattr(called, "jinja_pass_arg")):
            named.pop("_loop_vars", None)  # Jinja's own, for what wants the context
            named.pop("_block_vars", None)
            return called(*values, **named)
        return super().call(called, *values, **named)
