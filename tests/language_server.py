"""A language server on standard input and output, spoken to as an editor does."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SERVER = Path(__file__).parent / "node/node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE, PAUSE = 100, 0.1
"""How often it is asked again, and after how many seconds."""


class Server:
    """The YAML language server, with the settings of a folder."""

    def __init__(self, root: Path, settings: Mapping[str, Any]) -> None:
        """Start the server for a folder; its schemas are files below it."""
        self.root = root
        self.settings = settings
        self.last = 0
        self.found: dict[str, list[Any]] = {}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(["node", str(SERVER), "--stdio"], cwd=root, stdin=pipe, stdout=pipe)

    def __enter__(self) -> Self:
        """Shake hands."""
        folder = {"uri": self.root.as_uri(), "name": "programme"}
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        about = {
            "processId": None,
            "rootUri": folder["uri"],
            "workspaceFolders": [folder],
            "capabilities": capabilities,
        }
        self.ask("initialize", about)
        self.tell("initialized", {})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the server end."""
        self.process.kill()
        self.process.communicate()

    def diagnostics(self, texts: Mapping[str, str]) -> dict[str, list[Any]]:
        """Open files, each of which is new to the server, and wait for what it says of each."""
        addresses = {(self.root / path).as_uri(): path for path in texts}
        for uri, path in addresses.items():
            self._open(uri, texts[path])
        while not addresses.keys() <= self.found.keys():
            self._hear()
        return {path: self.found[uri] for uri, path in addresses.items()}

    def _open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def completion(self, path: str, text: str, line: int, column: int) -> list[str]:
        """Give the labels offered at a place of a text."""
        uri = (self.root / path).as_uri()
        self._open(uri, text)
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        for _ in range(PATIENCE):  # it answers with nothing while it reads its schemas
            items = self.ask("textDocument/completion", place)["items"]
            if items:
                return [each["label"] for each in items]
            time.sleep(PAUSE)
        return []

    def ask(self, method: str, given: Mapping[str, Any]) -> Any:
        """Send a request and give its answer."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": given})
        while (answer := self._hear()) is None or answer.get("id") != self.last or "method" in answer:
            pass
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def tell(self, method: str, given: Mapping[str, Any]) -> None:
        """Send a notice."""
        self._send({"method": method, "params": given})

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _hear(self) -> Any:
        """Read one message; a question of the server is answered."""
        assert self.process.stdout is not None
        size = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line, "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(size))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Any) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(each.get("section", "")) for each in message["params"]["items"]]

    def _section(self, section: str) -> Any:
        found: dict[str, Any] = {}
        for name, value in self.settings.items():
            if name.startswith(f"{section}."):
                found[name.removeprefix(f"{section}.")] = value
        return found or None
