"""Put a text on a change as its one comment: number and commit come from the event, and the forge confirms them.

Usage: `python .github/comment.py FILE`, in a workflow that starts when `check` has ended (`make comment`).
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

MARK = "<!-- mentoring: review -->"
AUTHOR = "github-actions[bot]"
"""Who writes with a workflow's own token: a comment of anybody else is not ours, whatever it begins with."""
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PAGES = 50


def ask(path: str, data: dict[str, str] | None = None, method: str = "GET", **query: object) -> Any:
    """Ask the forge; what it refuses ends the job."""
    address = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}"
    given = f"?{urlencode(query)}" if query else ""
    head = {"Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}", "Accept": "application/vnd.github+json"}
    body = None if data is None else json.dumps(data).encode()
    asked = urllib.request.Request(address + given, body, head, method=method)  # noqa: S310 - the runner's own address
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - the same
        return json.load(answer)


def number(run: dict[str, Any]) -> int | None:
    """Find the open change that a run has judged and that still ends in the commit it judged."""
    commit = run["head_sha"]
    if run["event"] != "pull_request" or not _COMMIT.fullmatch(commit):
        return None
    for each in _candidates(run):
        change = ask(f"pulls/{each:d}")
        if change["state"] == "open" and change["head"]["sha"] == commit:
            return each
    return None


def _candidates(run: dict[str, Any]) -> Iterator[int]:
    """Give the numbers an event names; for a change from a fork it names none, so the forge is asked."""
    yield from (int(each["number"]) for each in run["pull_requests"])
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    yield from (int(each["number"]) for each in ask("pulls", state="open", head=head))


def comment(change: int) -> int | None:
    """Find our comment on a change."""
    for page in range(1, _PAGES):
        found = ask(f"issues/{change:d}/comments", per_page=100, page=page)
        for each in found:
            if each["user"]["login"] == AUTHOR and each["body"].startswith(MARK):
                return int(each["id"])
        if not found:
            break
    return None


def main(path: str) -> None:
    """Write the comment, or write it anew."""
    text = Path(path).read_text(encoding="utf-8")
    if not text.startswith(MARK):
        sys.exit(f"{path} is no review")
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    change = number(event["workflow_run"])
    if change is None:
        print("no open change ends in the commit that was judged: nothing to say")
        return
    there = comment(change)
    if there is None:
        ask(f"issues/{change:d}/comments", {"body": text}, "POST")
    else:
        ask(f"issues/comments/{there:d}", {"body": text}, "PATCH")
    print(f"the review stands on change {change:d}")


if __name__ == "__main__":
    main(sys.argv[1])
