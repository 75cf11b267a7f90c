from __future__ import annotations

import ipaddress
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.io.fetching.addresses import Place, RefusedError, read_url, refuse_ip, refuse_url

NUMBER = "is a number"
INSIDE = "inside a network"
UNSEEN = "cannot be seen"
NO_SENSE = "makes no sense"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        # Other ways than https
        ("http://example.org/", "Only https"),
        ("HTTP://example.org/", "Only https"),
        ("ftp://example.org/", "Only https"),
        ("file:///etc/passwd", "Only https"),
        ("gopher://example.org:70/_x", "Only https"),
        ("ws://example.org/", "Only https"),
        ("data:text/plain,x", "no address"),
        ("javascript:alert(1)", "no address"),
        ("mailto:ada@example.org", "no address"),
        ("//example.org/", "no address"),
        ("https:/example.org/", "no address"),
        ("https:example.org", "no address"),
        ("example.org", "no address"),
        ("", "no address"),
        ("did:web:example.org", "no address"),
        # Numbers, in every way they are written
        ("https://127.0.0.1/", NUMBER),
        ("https://93.184.216.34/", NUMBER),
        ("https://2130706433/", NUMBER),
        ("https://0x7f000001/", NUMBER),
        ("https://0X7F.0.0.1/", NUMBER),
        ("https://0177.0.0.1/", NUMBER),
        ("https://017700000001/", NUMBER),
        ("https://127.1/", NUMBER),
        ("https://127.0.1/", NUMBER),
        ("https://127.0.0.1./", NUMBER),
        ("https://0/", NUMBER),
        ("https://0x/", NUMBER),
        ("https://example.0x7f/", NUMBER),
        ("https://example.org.1/", NUMBER),
        ("https://169.254.169.254/latest/meta-data/", NUMBER),
        ("https://[::1]/", NUMBER),
        ("https://[::ffff:127.0.0.1]/", NUMBER),
        ("https://[::ffff:7f00:1]:8443/", NUMBER),
        ("https://[fe80::1%25eth0]/", NUMBER),
        ("https://[fe80::1%eth0]/", NUMBER),
        ("https://[fec0::1]/", NUMBER),
        ("https://[2606:2800:220:1::1]/", NUMBER),
        ("https://[/", NO_SENSE + "|" + NUMBER),
        # Names that are not on the public web
        ("https://localhost/", INSIDE),
        ("https://LOCALHOST/", INSIDE),
        ("https://a.localhost/", INSIDE),
        ("https://localhost.localdomain/", INSIDE),
        ("https://router.lan/", INSIDE),
        ("https://printer.local/", INSIDE),
        ("https://metadata.google.internal/", INSIDE),
        ("https://intranet/", INSIDE),
        ("https://kubernetes.default.svc.cluster.local/", INSIDE),
        ("https://1.0.0.127.in-addr.arpa/", INSIDE),
        ("https://abc.onion/", INSIDE),
        ("https://issuer.test/", INSIDE),
        # Names that different programs read differently
        ("https://example.org./", NO_SENSE),
        ("https://.example.org/", NO_SENSE),
        ("https://example..org/", NO_SENSE),
        ("https:///etc/passwd", NO_SENSE + "|" + NUMBER + "|" + INSIDE),
        ("https://-a.example.org/", NO_SENSE),
        ("https://exa%6dple.org/", NO_SENSE),
        ("https://example.org%2f.example.com/", NO_SENSE),
        ("https://example.org%00.example.com/", NO_SENSE),
        ("https://exam!ple.org/", NO_SENSE),
        ("https://" + "a" * 64 + ".org/", NO_SENSE),
        ("https://" + "a." * 130 + "org/", NO_SENSE),
        ("https://localhos\u017f/", "ASCII"),  # a long s, which becomes an s
        ("https://\uff45xample.org/", "ASCII"),
        ("https://127\u30020\u30020\u30021/", "ASCII"),
        ("https://\u2460\u2461\u2466.0.0.1/", "ASCII"),
        ("https://exаmple.org/", "ASCII"),  # noqa: RUF001 - a Cyrillic letter
        # User names
        ("https://example.org@127.0.0.1/", "user name"),
        ("https://user:password@example.org/", "user name"),
        ("https://example.org:443@169.254.169.254/", "user name"),
        ("https://@example.org/", "user name"),
        ("https://%40@example.org/", "user name"),
        # Signs that are read differently
        ("https://example.org\\@127.0.0.1/", UNSEEN),
        ("https:\\\\example.org/", UNSEEN),
        ("https://example.org\\.example.com/", UNSEEN),
        ("https://example.org\x00.example.com/", UNSEEN),
        ("https://example.org/\r\nHost: x", UNSEEN),
        ("https://example.org/ HTTP/1.1", UNSEEN),
        ("https://example.org\t/", UNSEEN),
        (" https://example.org/", UNSEEN),
        ("https://example.org\n", UNSEEN),
        ("https://example.org\u00a0/", UNSEEN),
        ("https://exam\u200bple.org/", UNSEEN),
        ("https://exam\u00adple.org/", UNSEEN),
        ("https://example.org/\u2028", UNSEEN),
        ("https://example.org/\ud800", UNSEEN),
        # Ports
        ("https://example.org:0/", NO_SENSE),
        ("https://example.org:/", NO_SENSE),
        ("https://example.org:0443/", NO_SENSE),
        ("https://example.org:+443/", NO_SENSE),
        ("https://example.org:44 3/", UNSEEN),
        ("https://example.org:443:80/", NO_SENSE),
        ("https://example.org:\u0664\u0664\u0663/", NO_SENSE),
        ("https://example.org:22/", "Port 22"),
        ("https://example.org:80/", "Port 80"),
        ("https://example.org:1023/", "Port 1023"),
        ("https://example.org:6000/", "Port 6000"),
        ("https://example.org:65536/", "Port 65536"),
        ("https://example.org:99999/", "Port 99999"),
        ("https://example.org:999999/", NO_SENSE),
        # Length
        ("https://example.org/" + "a" * 2_029, "more than 2,048"),
    ],
)
def test_an_address_that_could_lead_anywhere_else_is_refused(url: str, why: str) -> None:
    refused = refuse_url(url)
    assert refused is not None
    assert re.search(why, refused), refused
    with pytest.raises(RefusedError):
        read_url(url)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://example.org", Place("example.org", 443, "/")),
        ("HTTPS://Example.ORG/A?b=c#d", Place("example.org", 443, "/A?b=c")),
        ("https://example.org?b", Place("example.org", 443, "/?b")),
        ("https://example.org#127.0.0.1", Place("example.org", 443, "/")),
        ("https://example.org:443/a", Place("example.org", 443, "/a")),
        ("https://example.org:8443/a", Place("example.org", 8443, "/a")),
        ("https://example.org:1024/", Place("example.org", 1024, "/")),
        ("https://example.org:65535/", Place("example.org", 65535, "/")),
        ("https://xn--bcher-kva.example/", Place("xn--bcher-kva.example", 443, "/")),
        ("https://a_b.example.org/", Place("a_b.example.org", 443, "/")),
        ("https://1.example.org/", Place("1.example.org", 443, "/")),
        ("https://0x7f.example.org/", Place("0x7f.example.org", 443, "/")),
        ("https://localhost.example.org/", Place("localhost.example.org", 443, "/")),
        ("https://example.org/a@b:c/%2e%2e/x", Place("example.org", 443, "/a@b:c/%2e%2e/x")),
        ("https://example.org//evil.example/", Place("example.org", 443, "//evil.example/")),
        ("https://example.org/Führung?ä=ß", Place("example.org", 443, "/F%C3%BChrung?%C3%A4=%C3%9F")),
        ("https://example.org/" + "a" * 2_028, Place("example.org", 443, "/" + "a" * 2_028)),
    ],
)
def test_an_address_on_the_public_web_is_taken_apart(url: str, place: Place) -> None:
    assert refuse_url(url) is None
    assert read_url(url) == place
    assert read_url(place.url) == place


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0",  # noqa: S104 - no binding
        "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.0.1",
        "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1",
        "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::", "2002:808:808::1",
        "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:10.0.0.1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fe80::1%eth0", "2606:4700::1%1", "fec0::1", "ff02::1", "ff0e::1", "127.1", "2130706433", "0x7f.1", "010.0.0.1", "", "localhost",
    ],
)  # fmt: skip
def test_no_connection_is_made_into_a_network(ip: str) -> None:
    assert refuse_ip(ip) is not None


@pytest.mark.parametrize(
    "ip",
    ["1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "223.255.255.255",
     "168.63.129.15", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2606:2800:220:1::1", "2a00:1450::1", "2001:4860:4860::8888"],
)  # fmt: skip
def test_the_public_web_is_reached(ip: str) -> None:
    assert refuse_ip(ip) is None


@given(st.ip_addresses())
def test_whatever_is_let_through_is_public_by_the_standard_library_s_reckoning(ip: ipaddress.IPv4Address) -> None:
    if refuse_ip(str(ip)) is None:
        assert ip.is_global
        assert not any((ip.is_multicast, ip.is_private, ip.is_loopback, ip.is_link_local, ip.is_unspecified))


@given(st.text(max_size=40), st.sampled_from(["https://", "https://example.org", "https://a.example:8443/", ""]))
def test_any_text_is_refused_in_words_or_read_the_same_way_twice(text: str, start: str) -> None:
    try:
        place = read_url(start + text)
    except RefusedError:
        assert str(refuse_url(start + text)).endswith(".")
        return
    assert place.host.isascii()
    assert place.target.startswith("/")
    assert place.target.isascii()
    assert read_url(place.url) == place
