"""A server on this machine that answers as it is told to, and remembers what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STORY = "The council of Norberg met on 3 May 2019 and dissolved itself. Mayor Astrid Lund resigned on 7 May 2019."
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A council dissolved</title>'
    f'<meta name="date" content="2019-05-10"></head><body><article><h1>A council dissolved</h1><p>{STORY}</p></article></body></html>'
)


@dataclass
class Answer:
    """What is sent for a path: `send` writes the body in its own way where it is given."""

    body: bytes = PAGE.encode()
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    send: Callable[[Any], None] | None = None


@dataclass
class Server:
    """`answers` holds one answer by path, or several, one after another, of which the last stays."""

    port: int
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, but for what a site allows."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, Answer(b"", 404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server: Server = self.server.told  # type: ignore[attr-defined]
        server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = server.answer(self.path)
        self.close_connection = True
        if answer.send:
            with suppress(OSError):  # the program had enough
                answer.send(self)
            return
        self.send_response(answer.status)
        headers = {"Content-Type": answer.kind, "Content-Length": str(len(answer.body)), "Connection": "close"} | answer.headers
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(answer.body)

    def log_message(self, *arguments: object) -> None:
        pass


class _Machine(ThreadingHTTPServer):
    daemon_threads = True
    told: Server

    def handle_error(self, request: object, address: object) -> None:
        pass  # a line that the program closed


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that runs as long as the context lasts, with `tls` one of https."""
    http = _Machine(("127.0.0.1", 0), _Handler)
    if tls:
        http.socket = tls.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
    server = Server(http.server_address[1])
    http.told = server
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
