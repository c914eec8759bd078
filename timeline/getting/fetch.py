"""Fetching an article from the web, politely, and only from machines of the public network.

In: an address. Out: what the server sent, `Fetched`; or a TimelineError that says what went wrong and what to do.

A name is looked up once, all the machines it leads to are looked at, and one of these very machines is connected to, again at each
redirect: what a name leads to a moment later does not matter.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from timeline.errors import Problem, TimelineError
from timeline.getting import kinds, robots
from timeline.getting.addresses import Address, is_public, onward, parse, shown
from timeline.getting.asking import REDIRECTS, Answer, Failed, Limits, Refused, ask
from timeline.getting.robots import Rules

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent. `url` is the address that was asked for, `final_url` the one that answered; `data` is not compressed."""

    url: str
    final_url: str
    content_type: str
    data: bytes


def resolve(host: str, port: int) -> list[str]:
    """The machines that a name leads to, by their numbers. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass
class Fetcher:
    """Fetches one page after another. `agent` is what it calls itself, `say` is told of every wait. Machines that are not of the public
    network are asked only with `allow_private`. `resolve`, `clock` and `wait` are the system's."""

    agent: str
    say: Callable[[str], None]
    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = resolve
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep
    _rules: dict[str, Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, accepted: Collection[str] = frozenset(kinds.ARTICLES)) -> Fetched:
        """What stands at the address, where it is one of the kinds `accepted`. Raises TimelineError."""
        try:
            address = start = parse(url)
            before = ""
            for _ in range(self.limits.redirects + 1):
                rules = self._allowing(address)
                if address.host != before:
                    self._wait_for_turn(address.host, rules.delay)
                before = address.host
                try:
                    answer = self._patiently(address, accepted)
                finally:
                    self._asked[address.host] = self.clock()
                if answer.status not in REDIRECTS:
                    return Fetched(str(start), str(address), answer.headers.get("content-type", ""), answer.data)
                address = onward(address, answer.headers.get("location", ""))
            raise Refused(f"sends on more than {self.limits.redirects} times. Open it in a browser, and give the address it ends at.")
        except (Refused, Failed, ValueError) as error:
            raise TimelineError(Problem(shown(url), str(error))) from None

    def _allowing(self, address: Address) -> Rules:
        """The rules of the site, which allow the page. Raises Refused where its robots.txt does not, and Failed."""
        if address.origin not in self._rules:
            self._rules[address.origin] = self._robots(address)
        rules = self._rules[address.origin]
        remedy = f"Open it in a browser, save the page, and add the file: timeline add page.html --url {address}"
        if not rules.known:
            raise Refused(f"the robots.txt of {address.authority} cannot be read now, so what it allows is not known. Try again later.")
        if not rules.allow(str(address)):
            raise Refused(f"the robots.txt of {address.authority} asks programs not to fetch this page. {remedy}")
        return rules

    def _wait_for_turn(self, host: str, delay: float) -> None:
        """Leave a machine alone for a while after a page."""
        due = self._asked.get(host, float("-inf")) + max(self.limits.pause, delay)
        if (left := due - self.clock()) > 0:
            self.wait(left)

    def _robots(self, address: Address) -> Rules:
        """What the site allows; a file that sends on more often than it may is as one that is not there."""
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(self.limits.redirects + 1):
                answer = self._patiently(place, None, robots.LARGEST)
                if answer.status not in REDIRECTS:
                    return robots.rules(answer.status, answer.data)
                place = onward(place, answer.headers.get("location", ""))
        except ValueError:
            pass  # it sends on to nowhere
        except Failed as failure:
            if failure.args[0].startswith("answers"):
                return Rules(known=False)
            raise  # the machine cannot be reached at all
        return Rules()

    def _patiently(self, address: Address, accepted: Collection[str] | None, most: int | None = None) -> Answer:
        """The answer, asked for again where the machine fails in a way that may pass. Raises Refused and Failed."""
        backoff = 1.0
        for attempt in range(1, self.limits.tries + 1):
            try:
                return ask(address, self._machines(address), self.agent, self.limits, accepted, most)
            except Failed as failure:
                pause = max(backoff, failure.wait or 0)
                if pause > self.limits.longest_wait:
                    raise Failed(f"{failure}. It asks to be left alone for {pause:.0f} seconds. Try again then.") from None
                if attempt == self.limits.tries:
                    raise Failed(f"{failure}, {attempt} times. Try again later.") from None
                self.say(f"{address}: {failure}; trying again in {pause:.0f} s.")
                self.wait(pause)
                backoff *= 2
        raise AssertionError("the last try returns or raises")

    def _machines(self, address: Address) -> list[str]:
        """The machines that the address leads to, all of them public. Raises Refused and Failed."""
        try:
            machines = self.resolve(address.host, address.port)
        except (OSError, UnicodeError) as error:
            if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
                raise Failed(f"{address.host} cannot be looked up now") from None
            raise Refused(
                f"there is no machine of the name {address.host}. Check the address, and the connection to the network."
            ) from None
        if not self.allow_private and (inside := [machine for machine in machines if not is_public(machine)]):
            found = f"{address.host} is a machine of a private network ({inside[0]})"
            raise Refused(f"{found}, which is not asked. If that is meant, add --allow-private.")
        return machines
