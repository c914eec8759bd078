"""One request to a machine, and what it answers.

In: an address, and the machines that it leads to, looked at before. Out: an `Answer`; or `Refused`, which asking again does not change,
or `Failed`, which may pass.

Nothing is sent but the address and who asks: no cookies, no passwords, no address of another page. Proxies that the environment names
are not used.
"""

from __future__ import annotations

import email.utils
import functools
import socket
import ssl
import threading
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException

import certifi
import urllib3.connection
from urllib3.exceptions import HTTPError

from timeline.getting import kinds
from timeline.getting.addresses import Address

_ACCEPT = "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.1"
_GZIP = ("gzip", "x-gzip")
REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((429, 500, 502, 503, 504))
"""What a server may answer otherwise a moment later."""
_CHUNK = 65536
_MOST_MACHINES = 4
"""Of those that an address leads to, how many are tried."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds, bytes, times."""

    connect: float = 10
    read: float = 20
    total: float = 120
    largest: int = 20_000_000
    tries: int = 4
    redirects: int = 5
    pause: float = 1
    longest_wait: float = 60


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    data: bytes = b""


class Refused(Exception):
    """What asking again does not change: found, and what to do."""


class Failed(Exception):
    """What may be otherwise a moment later; `wait` is how many seconds the server asks for, None where it does not say."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


def ask(
    address: Address, machines: Sequence[str], agent: str, limits: Limits, accepted: Collection[str] | None, most: int | None = None
) -> Answer:
    """The answer of the first of the machines that can be connected to. `accepted` are the kinds of content that are read whole;
    None: any, and only the first `most` bytes of it. Raises Refused and Failed."""
    connection = _connected(address, machines, limits)
    line = connection.sock
    late, too_long = threading.Event(), f"takes more than {limits.total:.0f} seconds. Save the page in a browser, and add the file."

    def cut() -> None:
        late.set()
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)  # the plain line's: TLS's own would ask the other side

    watch = threading.Timer(limits.total, cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request(
            "GET",
            address.target,
            headers={"Host": address.authority, "User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"},
            preload_content=False,
        )
        connection.timeout = limits.read
        with connection.getresponse() as response:
            answer = Answer(response.status, {name.lower(): value for name, value in response.headers.items()})
            if _has_content(answer, accepted):
                data = _content(response, limits.largest if most is None else most, most is None)
                answer = Answer(answer.status, answer.headers, data)
    except (OSError, HTTPError, HTTPException) as error:
        if late.is_set():
            raise Refused(too_long) from None
        raise Failed(_why(error)) from None
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():  # a body whose length was not told seems to end there
        raise Refused(too_long)
    return answer


def _connected(address: Address, machines: Sequence[str], limits: Limits) -> urllib3.connection.HTTPConnection:
    """A connection to a machine that was looked at. Raises Refused and Failed."""
    failure: Exception = OSError("no answer")
    for machine in machines[:_MOST_MACHINES]:
        connection = _connection(address, machine, limits)
        try:
            connection.connect()
            return connection
        except (ssl.SSLCertVerificationError, urllib3.exceptions.SSLError) as error:
            raise Refused(f"cannot prove that it is {address.host}: {_certificate(error)}. Check the address.") from None
        except (OSError, HTTPError) as error:
            connection.close()
            failure = error
    raise Failed(_why(failure))


def _connection(address: Address, machine: str, limits: Limits) -> urllib3.connection.HTTPConnection:
    if address.scheme == "http":
        return urllib3.connection.HTTPConnection(machine, address.port, timeout=limits.connect)
    return urllib3.connection.HTTPSConnection(
        machine,
        address.port,
        timeout=limits.connect,
        ssl_context=_tls(),
        server_hostname=address.host,
    )


@functools.cache
def _tls() -> ssl.SSLContext:
    """Whom to believe: those that the system does, and those that Mozilla does, since some systems know none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _has_content(answer: Answer, accepted: Collection[str] | None) -> bool:
    """Whether what follows the headers is to be read. Raises Refused and Failed for an answer that is none."""
    status = answer.status
    if status in _PASSING:
        raise Failed(f"answers {_named(status)}", _asked_to_wait(answer.headers))
    if status in REDIRECTS:
        return False
    if accepted is None:
        return 200 <= status < 300
    if status != 200:
        raise Refused(f"answers {_named(status)}. {_REMEDIES.get(status, 'Check the address in a browser.')}")
    kind = kinds.kind(answer.headers.get("content-type", ""))
    if kind not in accepted:
        is_feed = kind in kinds.FEEDS
        remedy = "To add the articles of a feed: timeline add --feed" if is_feed else "Text, web pages and PDFs are"
        raise Refused(f"is of the kind {kind[:80]}, which is not read. {remedy}.")
    return True


_REMEDIES = {
    401: "It is for those who log in: save the page in a browser, and add the file.",
    402: "It is for those who pay: save the page in a browser, and add the file.",
    403: "It refuses programs: save the page in a browser, and add the file.",
    404: "There is no such page: check the address, or look for a copy in an archive.",
    410: "The page was taken away: look for a copy in an archive.",
}


def _content(response: urllib3.response.BaseHTTPResponse, most: int, whole: bool) -> bytes:
    """The bytes, not compressed; of a larger body the first `most`, or where it has to be `whole`, none. Raises Refused."""
    too_large = f"is larger than {most / 1e6:.0f} MB. Save what is meant of it as a file, and add that."
    length = response.headers.get("content-length", "")
    if whole and length.isdecimal() and int(length) > most:
        raise Refused(too_large)
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", *_GZIP):
        raise Refused(f"is compressed in a way that was not asked for ({encoding[:80]}). Save the page in a browser.")
    sent = response.stream(_CHUNK, decode_content=False)
    chunks, size = [], 0
    for chunk in _unpacked(sent) if encoding in _GZIP else sent:
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            if whole:
                raise Refused(too_large)
            break
    return b"".join(chunks)[:most]


def _unpacked(sent: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip holds, a little at a time, however much it unpacks to. Raises Failed where it is broken or breaks off."""
    unpack = zlib.decompressobj(wbits=31)
    for chunk in sent:
        left = chunk
        while left:
            if unpack.eof:
                unpack = zlib.decompressobj(wbits=31)  # another part follows
            try:
                yield unpack.decompress(left, _CHUNK)
            except zlib.error:
                raise Failed("sends what cannot be decompressed") from None
            left = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise Failed("breaks off")


def _asked_to_wait(headers: dict[str, str]) -> float | None:
    """How many seconds a server asks for; by its own clock where it names a time."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        then, now = (email.utils.parsedate_to_datetime(value) for value in (text, headers.get("date", "")))
        return max(0.0, (then - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _why(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError | urllib3.exceptions.NewConnectionError):  # which counts as a time-out, too
        return "cannot be connected to"
    if isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError):
        return "does not answer in time"
    return "breaks off"


def _certificate(error: Exception) -> str:
    return str(getattr(error, "verify_message", "") or "its certificate is not valid")
