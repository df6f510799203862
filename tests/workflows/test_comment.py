"""The script that writes the one comment, against a forge that is played here."""

from __future__ import annotations

import http.server
import importlib.util
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.review.comment import MARK

SCRIPT = Path(__file__).parents[2] / ".github/comment.py"
COMMIT = "a" * 40
OURS = {"id": 7, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nold"}
FORGED = {"id": 8, "user": {"login": "mallory"}, "body": f"{MARK}\nlooks like ours"}
OTHER = {"id": 9, "user": {"login": "github-actions[bot]"}, "body": "of another workflow"}


class Forge:
    """Changes and comments; what was written to it."""

    def __init__(self) -> None:
        self.changes: dict[int, dict[str, Any]] = {4: {"number": 4, "state": "open", "head": {"sha": COMMIT}}}
        self.of_head: list[int] = []
        self.comments: list[dict[str, Any]] = []
        self.written: list[tuple[str, str, str]] = []
        self.tokens: set[str | None] = set()

    def answer(self, method: str, path: str, body: str) -> Any:
        address, _, query = path.removeprefix("/repos/people/programme/").partition("?")
        if method != "GET":
            self.written.append((method, address, json.loads(body)["body"]))
            return {}
        if address == "pulls":
            assert query == "state=open&head=ilka%3Asession%2F3"
            return [self.changes[number] for number in self.of_head]
        if address.startswith("pulls/"):
            return self.changes[int(address.removeprefix("pulls/"))]
        page = int(query.rpartition("page=")[2])
        return self.comments[100 * (page - 1) : 100 * page]


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[Forge]:
    """Play a forge on this machine."""
    played = Forge()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
            played.tokens.add(self.headers["Authorization"])
            answer = json.dumps(played.answer(self.command, self.path, body)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_POST = do_PATCH = do_GET  # noqa: N815 - the base class looks for these names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_address[1]}")
    monkeypatch.setenv("GITHUB_REPOSITORY", "people/programme")
    monkeypatch.setenv("GITHUB_TOKEN", "t0ken")
    yield played
    server.shutdown()
    server.server_close()


@pytest.fixture
def posted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run the script for a run of `check`."""
    spec = importlib.util.spec_from_file_location("comment", SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.MARK == MARK

    def run(numbers: tuple[int, ...] = (4,), text: str = f"{MARK}\nnew\n", **changed: object) -> None:
        run = {
            "event": "pull_request",
            "head_sha": COMMIT,
            "head_branch": "session/3",
            "head_repository": {"owner": {"login": "ilka"}},
            "pull_requests": [{"number": number} for number in numbers],
        }
        (tmp_path / "event.json").write_text(json.dumps({"workflow_run": run | changed}))
        (tmp_path / "review.md").write_text(text)
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
        script.main(str(tmp_path / "review.md"))

    return run


Posted = Callable[..., None]


def test_the_first_review_is_a_new_comment(forge: Forge, posted: Posted) -> None:
    forge.comments = [OTHER, FORGED]
    posted()
    assert forge.written == [("POST", "issues/4/comments", f"{MARK}\nnew\n")]
    assert forge.tokens == {"Bearer t0ken"}


def test_the_next_review_replaces_it_on_whatever_page_it_stands(forge: Forge, posted: Posted) -> None:
    forge.comments = [FORGED, *[OTHER] * 120, OURS]
    posted()
    assert forge.written == [("PATCH", "issues/comments/7", f"{MARK}\nnew\n")]


def test_a_change_from_a_fork_is_found_by_its_branch(forge: Forge, posted: Posted) -> None:
    forge.of_head = [4]
    posted(numbers=())
    assert forge.written == [("POST", "issues/4/comments", f"{MARK}\nnew\n")]


@pytest.mark.parametrize("other", [{"state": "closed"}, {"head": {"sha": "b" * 40}}])
def test_a_number_that_does_not_belong_to_the_commit_gets_nothing(
    forge: Forge, posted: Posted, other: dict[str, Any]
) -> None:
    forge.changes[4] |= other
    posted()
    assert forge.written == []


@pytest.mark.parametrize("changed", [{"event": "push"}, {"head_sha": "main"}, {"head_sha": ""}])
def test_a_run_that_judged_no_change_gets_nothing(forge: Forge, posted: Posted, changed: dict[str, Any]) -> None:
    posted(**changed)
    assert (forge.written, forge.tokens) == ([], set())


def test_a_text_that_is_no_review_is_not_written(forge: Forge, posted: Posted) -> None:
    with pytest.raises(SystemExit, match="is no review"):
        posted(text="approved!\n")
    assert forge.written == []
