"""The forges we write files for: which folder each reads, and what it can."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forge:
    """One forge: its folder, how it calls a proposed change, and the form of its files.

    `workflows` is a path whose presence says that the repository is used with this forge. `requests` is the
    folder of templates to choose from; where it is empty there can be one template only. `issues` is the
    folder of issue templates, which are forms where `forms` says so. `expressions` says that its code owners
    are told by expressions over whole paths.
    """

    name: str
    workflows: str
    owners: str
    request: str
    requests: str
    issues: str
    forms: bool
    expressions: bool


FORGES = (
    Forge(
        "github", ".github/workflows", ".github/CODEOWNERS", ".github/pull_request_template.md",
        ".github/PULL_REQUEST_TEMPLATE", ".github/ISSUE_TEMPLATE", forms=True, expressions=False,
    ),
    Forge(
        "gitlab", ".gitlab-ci.yml", ".gitlab/CODEOWNERS", ".gitlab/merge_request_templates/Default.md",
        ".gitlab/merge_request_templates", ".gitlab/issue_templates", forms=False, expressions=False,
    ),
    Forge(
        "gitea", ".gitea/workflows", ".gitea/CODEOWNERS", ".gitea/PULL_REQUEST_TEMPLATE.md",
        "", ".gitea/ISSUE_TEMPLATE", forms=True, expressions=True,
    ),
    Forge(
        "forgejo", ".forgejo/workflows", ".forgejo/CODEOWNERS", ".forgejo/PULL_REQUEST_TEMPLATE.md",
        "", ".forgejo/ISSUE_TEMPLATE", forms=True, expressions=True,
    ),
)  # fmt: skip
"""Gitea and Forgejo only ask their code owners for a review; GitHub and GitLab can insist on it."""


def used(named: str | None, there: Container[str]) -> tuple[Forge, ...]:
    """Tell which forges a repository is used with: the one its programme names, and those with workflows in it."""
    return tuple(forge for forge in FORGES if forge.name == named or forge.workflows in there)
