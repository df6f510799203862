"""The rules as the site explains them: their docstrings as plain text, for a view that knows no rule."""

from __future__ import annotations

import re

from generator import rules as registry
from generator.view.account import RuleView

_EXAMPLE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+) (?P<delete>delete )?(?P<path>\S+)(?P<more> .+)?\n", re.MULTILINE
)
_EMPTY = re.compile(r"^(`{3,})\w*\n\1\n?", re.MULTILINE)
_POLICY = re.compile(r"`policy\.([a-z_]+)")


def rules() -> tuple[RuleView, ...]:
    """Give every rule by code; what stands in a fence for our tests is said in words."""
    return tuple(_rule(each) for each in registry.rules().values())


def _rule(rule: registry.Rule) -> RuleView:
    text = rule.documentation.partition("\n")[2].strip()
    keys = dict.fromkeys(_POLICY.findall(text))
    return RuleView(
        rule.code, rule.title.rstrip("."), rule.severity, _EMPTY.sub("", _EXAMPLE.sub(_placed, text)), tuple(keys)
    )


def _placed(found: re.Match[str]) -> str:
    """Say above an example in which file it stands."""
    left_out = f",{found['more']}" if found["more"] else ""
    says = f"There is no file `{found['path']}`." if found["delete"] else f"In `{found['path']}`{left_out}:"
    return f"{says}\n\n{found['fence']}{found['language']}\n"
