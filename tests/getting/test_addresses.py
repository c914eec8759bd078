"""Addresses in one spelling, and no way to a machine that is not of the public network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.getting.addresses import is_public, onward, parse, same


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("https://www.courier.example", "https://www.courier.example/"),
        (" HTTPS://WWW.Courier.Example:443/A%20b?q=1#part ", "https://www.courier.example/A%20b?q=1"),
        ("http://courier.example.:8080/a", "http://courier.example:8080/a"),
        ("https://zürich.example/straße?ü=1", "https://xn--zrich-kva.example/stra%C3%9Fe?%C3%BC=1"),
        ("http://[2606:4700::1]/a", "http://[2606:4700::1]/a"),
        ("https://courier.example/a?url=https://b.example/?x", "https://courier.example/a?url=https://b.example/?x"),
    ],
)
def test_an_address_has_one_spelling(text: str, meant: str) -> None:
    assert str(parse(text)) == meant == same(text)
    assert str(parse(meant)) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("courier.example/a", "is no address"),
        ("ftp://courier.example/a", "begins with ftp://"),
        ("file:///etc/passwd", "begins with file://"),
        ("https://me:secret@courier.example/", "a user name or a password"),
        ("https://me@courier.example/", "a user name or a password"),
        ("https:///a", "names no machine"),
        ("https://exa mple/", "holds a space"),
        ("https://a..b/", "names no machine"),
        ("https://courier.example:99999/", "is not a valid address"),
        ("https://[::1/", "is not a valid address"),
        ("https://courier.example/\x00", "holds a space or a character that cannot be seen"),
        ("https://courier.example\\@10.0.0.1/", "a user name or a password"),
    ],
)
def test_what_is_no_address_is_told_and_no_password_is_repeated(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as raised:
        parse(text)
    assert "secret" not in str(raised.value)


@given(st.text(max_size=80).map("https://".__add__) | st.from_regex(r"https?://[a-z0-9.:@\[\]-]{1,20}/[ -~]{0,30}", fullmatch=True))
def test_any_text_is_an_address_of_one_spelling_or_refused(text: str) -> None:
    try:
        address = parse(text)
    except ValueError:
        return
    assert str(parse(str(address))) == str(address)
    assert str(address).isascii()


def test_where_a_server_sends_on_to() -> None:
    here = parse("https://courier.example/a/b?c")
    assert str(onward(here, "../d e?f#g")) == "https://courier.example/d%20e?f"
    assert str(onward(here, "//other.example/x")) == "https://other.example/x"
    for location, said in (("javascript:alert(1)", "is no address"), ("file:///etc/passwd", "begins with file"), ("", None)):
        if said:
            with pytest.raises(ValueError, match=said):
                onward(here, location)
    with pytest.raises(ValueError, match="user name"):
        onward(here, "https://a:b@courier.example/")


PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.168.1.1
64:ff9b:1::1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255
:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 2002:7f00:1:: 2002:a00:1::
fc00::1 fd00:ec2::254 fe80::1 fe80::1%1 fec0::1 ff02::1 2001:db8::1 100::1 2001:0:7f00:1::
""".split()


@pytest.mark.parametrize("machine", [*PRIVATE, "", "localhost", "1.2.3", "0x7f.0.0.1"])
def test_what_is_not_public(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize("machine", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"])
def test_what_is_public(machine: str) -> None:
    assert is_public(machine)
