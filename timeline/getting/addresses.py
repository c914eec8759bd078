"""Addresses on the web, and the machines that they lead to.

In: an address as it is typed, or as a server sends it on. Out: an `Address` in one spelling, or a ValueError that says what to write;
and whether a machine is one of the public network.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63})*")
_PORTS = {"http": 80, "https": 443}
_KEPT = "%/:@!$&'()*+,;=~"
"""What stays as it is in a path; in a query `?` too."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""Where a network without IPv4 shows the machines of IPv4 (RFC 6052)."""
_INSIDE_TOO = (ipaddress.IPv4Network("192.0.0.0/24"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""What not every version of Python counts among the special ones."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of http or https. `host` is in lower case and ASCII, an IPv6 address without its brackets; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme and host, with the port where it is not the usual one."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as it is written in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def is_address(text: str) -> bool:
    """Whether a text is an address rather than the path of a file."""
    return _SCHEME.match(text) is not None


def parse(text: str) -> Address:
    """The address that a text is, without what points into the page. Raises ValueError."""
    text = text.strip()
    if not is_address(text):
        raise ValueError("is no address. Write it whole, as https://www.example.org/report.")
    if any(char.isspace() or not char.isprintable() for char in text):
        raise ValueError("holds a space or a character that cannot be seen. Copy the address anew.")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError("is not a valid address. Copy it anew.") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise ValueError(f"begins with {scheme}://. Only http:// and https:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise ValueError("holds a user name or a password, which is not sent and must not be kept. Write the address without it.")
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    target = quote(parts.path or "/", safe=_KEPT) + query
    return Address(scheme, _host(host), port if port is not None else _PORTS[scheme], target)


def onward(address: Address, location: str) -> Address:
    """Where a server sends a reader on to: an address, or a path from this one. Raises ValueError."""
    try:
        return parse(urljoin(str(address), quote(location.strip(), safe=_KEPT + "?#[]")))
    except ValueError as error:
        raise ValueError(f"sends on to {location[:200]!r}, which {error}") from None


def shown(text: str) -> str:
    """The address as it may be shown: without a user's name and password."""
    return re.sub(r"(?<=://)[^/?#\s]*@", "…@", text)


def same(text: str) -> str:
    """The address in its one spelling; the text itself where it is none."""
    try:
        return str(parse(text))
    except ValueError:
        return text


def is_public(machine: str) -> bool:
    """Whether a machine, by its number, is one of the public network: none of this computer, of a local network, of a cloud's inside,
    and no group of machines."""
    try:
        number = ipaddress.ip_address(machine)
    except ValueError:
        return False
    return all(_is_public(inner) for inner in _meant(number))


def _meant(number: IP) -> list[IP]:
    """The numbers by which a machine is judged: those of IPv4 that one of IPv6 stands for."""
    if isinstance(number, ipaddress.IPv4Address):
        return [number]
    if number.ipv4_mapped:
        return [number.ipv4_mapped]
    if number in _TRANSLATED:
        return [ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)]
    if number.sixtofour:
        return [number, number.sixtofour]
    return [number, *number.teredo] if number.teredo else [number]


def _is_public(number: IP) -> bool:
    inside = (
        number.is_private
        or number.is_loopback
        or number.is_link_local
        or number.is_multicast
        or number.is_reserved
        or number.is_unspecified
        or (isinstance(number, ipaddress.IPv6Address) and number.is_site_local)
    )
    return number.is_global and not inside and not any(number in network for network in _INSIDE_TOO)


def _host(host: str) -> str:
    host = host.removesuffix(".").lower()
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise ValueError("names no machine that can be found. Check what follows the two slashes.") from None
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host):
        raise ValueError("names no machine that can be found. Check what follows the two slashes.")
    return host
