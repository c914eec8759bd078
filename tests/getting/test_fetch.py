"""Fetching: what is sent arrives as it is, what goes wrong is told, and nobody is asked too often, too long or inside."""

from __future__ import annotations

import gzip
import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.getting.server import PAGE, Answer, Server, serving
from timeline.articles.record import Record, parse, text_of
from timeline.errors import TimelineError
from timeline.getting import Fetcher, Limits
from timeline.getting.kinds import FEEDS


class Time:
    """A clock that stands still but while one waits."""

    def __init__(self) -> None:
        self.now, self.waits = 0.0, list[float]()

    def clock(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def fetcher(passing: Time | None = None, said: list[str] | None = None, **limits: float) -> Fetcher:
    passing = passing or Time()
    told = [] if said is None else said
    return Fetcher("news-timeline/1 (+desk@paper.example)", told.append, True, Limits(**limits), clock=passing.clock, wait=passing.wait)  # type: ignore[arg-type]


def refused(server: Server, path: str, **limits: float) -> str:
    with pytest.raises(TimelineError) as raised:
        fetcher(**limits).get(server.url + path)
    message = str(raised.value)
    assert message.startswith(f"{server.url}{path}: ")
    return message


def test_what_is_sent_arrives_with_its_address_and_kind(server: Server) -> None:
    server.answers["/a?b=1"] = Answer()
    found = fetcher().get(f"{server.url}/a?b=1#c")
    assert (found.url, found.final_url, found.content_type) == (f"{server.url}/a?b=1",) * 2 + ("text/html; charset=utf-8",)
    assert found.data == PAGE.encode()
    path, headers = server.asked[-1]
    assert path == "/a?b=1"
    assert headers["user-agent"] == "news-timeline/1 (+desk@paper.example)"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}


def test_no_cookie_is_sent_back(server: Server) -> None:
    server.answers["/a"] = Answer(headers={"Set-Cookie": "id=1"})
    getting = fetcher()
    getting.get(f"{server.url}/a")
    getting.get(f"{server.url}/a")
    assert all("cookie" not in headers for _, headers in server.asked)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    server.answers |= {"/a": Answer(b"", status, headers={"Location": "b?x=ü"}), "/b?x=%C3%BC": Answer()}
    found = fetcher().get(f"{server.url}/a")
    assert (found.url, found.final_url) == (f"{server.url}/a", f"{server.url}/b?x=%C3%BC")


def test_redirects_end(server: Server) -> None:
    server.answers["/a"] = Answer(b"", 302, headers={"Location": "/a"})
    assert "sends on more than 5 times" in refused(server, "/a")
    assert len(server.paths) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://a.example/", "https://me:secret@a.example/", "https://", "javascript:1"])
def test_redirects_lead_only_to_addresses_of_the_web(server: Server, location: str) -> None:
    server.answers["/a"] = Answer(b"", 302, headers={"Location": location})
    assert "sends on to" in refused(server, "/a")


def test_compressed_content_is_unpacked(server: Server) -> None:
    page = PAGE.encode() * 1000
    server.answers["/one"] = Answer(gzip.compress(page), headers={"Content-Encoding": "gzip"})
    server.answers["/two"] = Answer(gzip.compress(page[:99]) + gzip.compress(page[99:]), headers={"Content-Encoding": "GZIP"})
    assert {fetcher().get(server.url + path).data for path in ("/one", "/two")} == {page}


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    assert len(bomb) < 300_000
    server.answers["/a"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    assert "is larger than 20 MB" in refused(server, "/a")
    server.answers["/b"] = Answer(gzip.compress(bomb), headers={"Content-Encoding": "gzip, gzip"})
    assert "in a way that was not asked for (gzip, gzip)" in refused(server, "/b")


def test_what_is_too_large_is_not_read(server: Server) -> None:
    server.answers["/said"] = Answer(b"x", headers={"Content-Length": "20000001"})
    server.answers["/unsaid"] = Answer(b"x" * 1_100_000, kind="text/plain", headers={"Content-Length": ""})
    assert "is larger than 20 MB" in refused(server, "/said")
    assert "is larger than 1 MB" in refused(server, "/unsaid", largest=1_000_000)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"", 404), "answers 404 Not Found. There is no such page"),
        (Answer(b"", 403), "answers 403 Forbidden. It refuses programs: save the page in a browser"),
        (Answer(b"", 410), "answers 410 Gone"),
        (Answer(b"", 799), "answers 799."),
        (Answer(b"", 204), "answers 204 No Content"),
        (Answer(b"GIF", kind="image/gif"), "is of the kind image/gif, which is not read"),
        (Answer(b"<rss/>", kind="application/rss+xml"), "timeline add --feed"),
        (Answer(b"x", headers={"Content-Encoding": "br"}), "compressed in a way that was not asked for (br)"),
    ],
)
def test_what_asking_again_does_not_change_is_told_at_once(server: Server, answer: Answer, said: str) -> None:
    server.answers["/a"] = answer
    assert said in refused(server, "/a")
    assert len(server.paths) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_asked_again(server: Server, status: int) -> None:
    server.answers["/a"] = [Answer(b"", status), Answer(b"", status, headers={"Retry-After": "7"}), Answer()]
    passing, said = Time(), list[str]()
    assert fetcher(passing, said).get(f"{server.url}/a").data == PAGE.encode()
    assert passing.waits == [1, 7]
    assert f"{server.url}/a: answers {status}" in said[0]
    assert "trying again in 7 s" in said[1]


def test_it_is_asked_a_few_times_and_no_more(server: Server) -> None:
    server.answers["/a"] = Answer(b"", 503)
    passing = Time()
    with pytest.raises(TimelineError, match=r"answers 503 Service Unavailable, 4 times\. Try again later"):
        fetcher(passing).get(f"{server.url}/a")
    assert passing.waits == [1, 2, 4]


def test_who_asks_for_much_time_is_left_alone(server: Server) -> None:
    times = {"Retry-After": "Wed, 21 Oct 2015 08:28:00 GMT", "Date": "Wed, 21 Oct 2015 07:28:00 GMT"}
    server.answers["/date"] = Answer(b"", 429, headers=times)
    server.answers["/seconds"] = Answer(b"", 429, headers={"Retry-After": "3600"})
    server.answers["/nonsense"] = [Answer(b"", 429, headers={"Retry-After": "soon"}), Answer()]
    for path in ("/date", "/seconds"):
        assert "asks to be left alone for 3600 seconds" in refused(server, path)
    assert len(server.paths) == 2
    assert fetcher().get(f"{server.url}/nonsense").data


def test_a_body_that_breaks_off_is_not_kept(server: Server) -> None:
    server.answers["/a"] = [Answer(b"<p>half", headers={"Content-Length": "100"}), Answer()]
    server.answers["/b"] = Answer(b"<p>half", headers={"Content-Length": "100"})
    server.answers["/c"] = Answer(gzip.compress(PAGE.encode())[:-20], headers={"Content-Encoding": "gzip"})
    server.answers["/d"] = Answer(b"no gzip", headers={"Content-Encoding": "gzip"})
    assert fetcher().get(f"{server.url}/a").data == PAGE.encode()
    assert "breaks off, 4 times" in refused(server, "/b")
    assert "breaks off, 4 times" in refused(server, "/c")
    assert "cannot be decompressed" in refused(server, "/d")


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 2", b"no HTTP at all\r\n\r\n"])
def test_who_does_not_speak_http_is_told(server: Server, sent: bytes) -> None:
    server.answers["/a"] = Answer(send=lambda handler: handler.wfile.write(sent))
    assert "breaks off" in refused(server, "/a", tries=1)


def test_who_does_not_answer_is_not_waited_for(server: Server) -> None:
    server.answers["/a"] = Answer(send=lambda handler: time.sleep(1))
    assert "does not answer in time" in refused(server, "/a", tries=1, read=0.1)


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_who_answers_drop_by_drop_is_cut_off(server: Server, head: bytes) -> None:
    def drip(handler: object) -> None:
        handler.wfile.write(head)  # type: ignore[attr-defined]
        for _ in range(100):
            handler.wfile.write(b"x")  # type: ignore[attr-defined]
            time.sleep(0.05)

    server.answers["/a"] = Answer(send=drip)
    started = time.monotonic()
    assert "takes more than 0 seconds. Save the page in a browser" in refused(server, "/a", total=0.3)
    assert len(server.paths) == 1
    assert time.monotonic() - started < 3


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(TimelineError, match=rf"^http://127\.0\.0\.1:{port}/a: cannot be connected to, 4 times"):
        fetcher().get(f"http://127.0.0.1:{port}/a")


def test_a_pause_between_two_pages_of_a_site(server: Server) -> None:
    server.answers |= {"/a": Answer(), "/b": Answer()}
    passing = Time()
    getting = fetcher(passing)
    getting.get(f"{server.url}/a")
    getting.get(f"{server.url}/b")
    assert passing.waits == [1]


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 abc\r\n", b"HTTP/1.1 99999 x\r\n", b"HTTP/0.9\r\n", b"\r\n",
        b"Content-Type: text/html\r\n", b"Content-Type: text/html; charset=\xff\r\n", b"Content-Type: ;;;\r\n", b"Content-Length: 5\r\n",
        b"Content-Length: -5\r\n", b"Content-Length: 5, 6\r\n", b"Content-Length: 99999999999999999999\r\n", b"Content-Length: x\r\n",
        b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Location: http://[\r\n", b"Location: \xff\xfe\r\n",
        b"Retry-After: 99999999999999999999\r\n", b"HTTP/1.1 503 No\r\n", b": x\r\n", b"X" * 70_000, b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n",
        b"ffffffffffffffffff\r\n", b"\x1f\x8b\x08\x00", b"hello",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES | st.binary(max_size=20), max_size=8), st.booleans())
def test_whatever_is_sent_is_content_or_one_line(pieces: list[bytes], well_begun: bool) -> None:
    sent = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" if well_begun else b"") + b"".join(pieces)
    with serving() as server:
        server.answers |= {"/a": Answer(send=lambda handler: handler.wfile.write(sent)), "/robots.txt": Answer(b"", 404)}
        try:
            found = fetcher(tries=1, read=1).get(f"{server.url}/a")
        except TimelineError as error:
            assert len(error.problems) == 1
        else:
            text = text_of(Record(found.url, found.final_url, content_type=found.content_type))
            assert isinstance(parse(text.encode(), "r").charset, str)


# What a site allows


ROBOTS = "User-agent: *\nDisallow: /\n\n"
ROBOTS += "User-agent: news-timeline\nCrawl-delay: 3\nDisallow: /private/\nAllow: /private/open\nDisallow: /*?print\n"


def test_robots_txt_is_obeyed(server: Server) -> None:
    server.answers |= {path: Answer() for path in ("/a", "/private/a", "/private/open", "/a?print=1")}
    server.answers["/robots.txt"] = Answer(ROBOTS.encode(), kind="text/plain")
    passing = Time()
    getting = fetcher(passing)
    getting.get(f"{server.url}/a")
    getting.get(f"{server.url}/private/open")
    for path in ("/private/a", "/a?print=1"):
        with pytest.raises(TimelineError, match=r"asks programs not to fetch this page\. .*timeline add page\.html --url http"):
            getting.get(server.url + path)
    assert server.paths == ["/a", "/private/open"]
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    assert passing.waits == [3]


def test_robots_txt_counts_behind_a_redirect_too(server: Server) -> None:
    server.answers |= {"/a": Answer(b"", 302, headers={"Location": "/private/a"}), "/private/a": Answer()}
    server.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n", kind="text/plain")
    assert "asks programs not to fetch" in refused(server, "/a")
    assert server.paths == ["/a"]


@pytest.mark.parametrize("robots", [Answer(b"", 404), Answer(b"", 403), Answer(b"\xff\xfe\0", 200), Answer(b"Disallow: /\n" * 100_000)])
def test_a_site_that_says_nothing_allows_all(server: Server, robots: Answer) -> None:
    server.answers |= {"/a": Answer(), "/robots.txt": robots}
    assert fetcher().get(f"{server.url}/a").data


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_say_allows_nothing_for_now(server: Server, status: int) -> None:
    server.answers |= {"/a": Answer(), "/robots.txt": Answer(b"", status)}
    assert "cannot be read now" in refused(server, "/a")
    assert server.paths == []


# Machines that are not of the public network


def private(machines: list[str], url: str = "http://paper.example/a") -> str:
    getting = Fetcher("news-timeline/1", lambda line: None, resolve=lambda host, port: machines)
    with pytest.raises(TimelineError) as raised:
        getting.get(url)
    return str(raised.value)


@pytest.mark.parametrize("machine", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1%eth0", "0.0.0.0"])
def test_no_machine_inside_is_asked(machine: str) -> None:
    assert "is a machine of a private network" in private([machine])
    assert "is a machine of a private network" in private(["93.184.216.34", machine]), "one is enough"


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:7f00:1]"])
def test_however_it_is_written(host: str) -> None:
    getting = Fetcher("news-timeline/1", lambda line: None)
    with pytest.raises(TimelineError, match=r"private network|no machine"):
        getting.get(f"http://{host}/a")


def test_nor_behind_a_redirect(server: Server) -> None:
    """The first machine is asked since the test says that it is public; the second is not."""
    server.answers["/a"] = Answer(b"", 302, headers={"Location": f"http://inside.example:{server.port}/secret"})
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    getting = Fetcher("news-timeline/1", lambda line: None, True, resolve=resolve, wait=lambda seconds: None)
    plain = getting._machines

    def machines(address: object) -> list[str]:
        getting.allow_private = address.host == "public.example"  # type: ignore[attr-defined]
        return plain(address)  # type: ignore[arg-type]

    getting._machines = machines  # type: ignore[method-assign,assignment]
    with pytest.raises(TimelineError, match=r"inside\.example is a machine of a private network"):
        getting.get(f"http://public.example:{server.port}/a")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


def test_the_machine_that_was_looked_at_is_the_one_that_is_asked(server: Server) -> None:
    """The name leads nowhere but for the resolver, and each request looks it up once and connects to what it found."""
    server.answers["/a"] = Answer()
    looked_up = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append((host, port))
        return ["127.0.0.1"]

    getting = Fetcher("news-timeline/1", lambda line: None, True, resolve=resolve)
    assert getting.get(f"http://paper.invalid:{server.port}/a").data == PAGE.encode()
    assert looked_up == [("paper.invalid", server.port)] * 2
    assert {headers["host"] for _, headers in server.asked} == {f"paper.invalid:{server.port}"}


def test_a_name_that_leads_nowhere() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    getting = Fetcher("news-timeline/1", lambda line: None, resolve=resolve)
    with pytest.raises(TimelineError, match=r"there is no machine of the name paper\.invalid"):
        getting.get("http://paper.invalid/a")


def test_a_feed_is_fetched_as_one(server: Server) -> None:
    server.answers["/feed"] = Answer(b"<rss/>", kind="application/rss+xml")
    assert fetcher().get(f"{server.url}/feed", FEEDS).data == b"<rss/>"
