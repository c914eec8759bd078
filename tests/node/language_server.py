"""The YAML language server of editors (Red Hat's, the one in VS Code), asked as an editor asks it: LSP over its standard input and output.

In: a file of a project, and a place in its text. Out: what the editor would show: problems, offers to complete, a hover.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.node.packages import modules, node

_PATIENCE = 60  # seconds for an answer; a machine that does something else meanwhile must not fail a test
_WARNING = 2  # beyond it are hints, such as that an anchor is used nowhere
_SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
_ABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


class Offer(NamedTuple):
    """What an editor offers to write, and what it says of it."""

    documentation: str
    written: str


class LanguageServer:
    """A running server; `started()` starts one and ends it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._numbers = itertools.count(1)
        self._received: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._versions: dict[str, int] = {}
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._receive, daemon=True).start()
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": _ABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def problems(self, *files: tuple[Path, str]) -> list[list[tuple[int, str]]]:
        """The line (from 1) and the message of each error and warning in files, given by their paths and texts. They are asked
        for together, since the server waits a moment before it looks at a file."""
        addresses = [self._show(path, text) for path, text in files]
        while not self._diagnostics.keys() >= set(addresses):
            self._handle(self._next())
        return [
            sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in self._diagnostics[uri] if each["severity"] <= _WARNING)
            for uri in addresses
        ]

    def mends(self, path: Path, text: str) -> list[list[str]]:
        """For each error and warning in a file, from the top, what may be written in its place at the press of a key."""
        self.problems((path, text))
        uri = path.resolve().as_uri()
        found = sorted(self._diagnostics[uri], key=lambda each: each["range"]["start"]["line"])
        asked = ((each["range"], {"diagnostics": [each]}) for each in found if each["severity"] <= _WARNING)
        return [
            [
                action["edit"]["changes"][uri][0]["newText"]
                for action in self._ask("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": place, "context": context})
                if action.get("kind") == "quickfix" and "edit" in action
            ]
            for place, context in asked
        ]

    def offers(self, path: Path, text: str) -> dict[str, Offer]:
        """What is offered at the mark | in the text, by label."""
        uri, place = self._cursor(path, text)
        result = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        items = result["items"] if isinstance(result, dict) else result or []
        return {item["label"]: Offer(_markdown(item.get("documentation")), item["textEdit"]["newText"]) for item in items}

    def hover(self, path: Path, text: str) -> str:
        """What is shown over the character after the mark | in the text."""
        uri, place = self._cursor(path, text)
        result = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        return _markdown(result["contents"]) if result else ""

    def _cursor(self, path: Path, text: str) -> tuple[str, dict[str, int]]:
        before, _, after = text.partition("|")
        line = before[before.rfind("\n") + 1 :]
        place = {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}
        return self._show(path, before + after), place

    def _show(self, path: Path, text: str) -> str:
        """Open the file, or change its text in the editor."""
        uri = path.resolve().as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        self._diagnostics.pop(uri, None)
        if version == 1:
            self._tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        else:
            self._tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]})
        return uri

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._handle(message)

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _handle(self, message: dict[str, Any]) -> None:
        """What the server says or asks of its own accord."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [_SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _next(self) -> dict[str, Any]:
        message = self._received.get(timeout=_PATIENCE)
        assert message is not None, "the language server has ended"
        return message

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = stream.readline()
            self._received.put(json.loads(stream.read(length)))
        self._received.put(None)


def _markdown(contents: Any) -> str:
    return contents.get("value", "") if isinstance(contents, dict) else contents or ""


@contextlib.contextmanager
def started() -> Iterator[LanguageServer]:
    """A server of one's own; skips the test where there is none to be had."""
    program = modules() / "yaml-language-server" / "bin" / "yaml-language-server"
    with subprocess.Popen([node() or "node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield LanguageServer(process)
        finally:
            process.kill()
