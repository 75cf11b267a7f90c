"""A badge baked into an SVG: one element among those that draw.

Open Badges 3.0: element ``credential`` of the namespace ``https://purl.imsglobal.org/ob/v3p0``; 2.0 and 1.x: element ``assertion`` of
``http://openbadges.org``. The attribute ``verify`` holds a token or an address, or the element's text holds JSON. Namespaces count, prefixes
do not. The picture is read as a stream of elements: nothing in it is looked up, included, unfolded or drawn, and no tree is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from credlens.verify.containers.container import Container, ContainerFlaw, carried, stripped
from credlens.verify.limits import Limits
from credlens.verify.opened import Opened

_ELEMENTS = {
    "{https://purl.imsglobal.org/ob/v3p0}credential": False,  # whether an address may stand there
    "{http://openbadges.org}assertion": True,
}
_ROOTS = ("{http://www.w3.org/2000/svg}svg", "svg")
_UTF16 = (b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_PAGES = (b"<!doctype html", b"<html")
_LONGEST_NAMESPACE = 128
_AGAIN = "Download the picture once more where it was issued."


class _Parser(DefusedXMLParser):  # type: ignore[misc]  # it has no types
    """Refuses entities and everything outside, and a document type with declarations of its own.

    Drawing programs write a line with the document type of SVG 1.1, which is passed over: it is never looked up. One with declarations could
    add attributes to elements that others do not see.
    """

    def defused_start_doctype_decl(self, name: str, sysid: str, pubid: str, has_internal_subset: int) -> None:
        """Called at the start of a document type."""
        if has_internal_subset:
            raise DTDForbidden(name, sysid, pubid)


@dataclass(slots=True)
class _Badge:
    """An element that holds a badge."""

    verify: str | None
    addresses: bool
    text: list[str] = field(default_factory=list)


class _Search:
    """Takes the elements of a picture one by one and keeps those that hold badges."""

    def __init__(self, limits: Limits) -> None:
        self.badges: list[_Badge] = []
        self._limits = limits
        self._elements = 0
        self._inside: _Badge | None = None

    def start_ns(self, prefix: str, uri: str) -> None:  # noqa: ARG002  (how the parser calls it)
        """A namespace is declared. Its address is repeated in the name of each element, so that a long one would make much out of little."""
        if len(uri) > _LONGEST_NAMESPACE:
            raise ContainerFlaw("The picture is damaged: it has a namespace with a very long address.", _AGAIN)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > self._limits.elements:
            raise ContainerFlaw(f"The picture has more than {self._limits.elements:,} elements.", check="work")
        if self._elements == 1 and tag not in _ROOTS:
            raise ContainerFlaw("This is XML, but not a picture in SVG.")
        if self._inside is not None:
            raise ContainerFlaw("In the badge in the picture there are elements where only text belongs.", _AGAIN)
        if tag in _ELEMENTS:
            self._inside = _Badge(attributes.get("verify"), _ELEMENTS[tag])
            self.badges.append(self._inside)

    def data(self, text: str) -> None:
        """Text between elements."""
        if self._inside is not None:
            self._inside.text.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _ELEMENTS:
            self._inside = None

    def close(self) -> list[_Badge]:
        """All that were found."""
        return self.badges


def _recognises(data: bytes) -> bool:
    return data.startswith(_UTF16) or (
        stripped(data[:512]).startswith(b"<") and not stripped(data[:512]).lower().startswith(_PAGES)
    )


def _open(data: bytes, limits: Limits) -> Opened:
    badges = _found(data, limits)
    if not badges:
        raise ContainerFlaw("The picture holds no badge.", "Pictures lose it when they are edited. " + _AGAIN)
    if len(badges) > 1:
        raise ContainerFlaw("The picture holds more than one badge, so that it could show each reader another one.")
    return _badge(badges[0], limits)


def _found(data: bytes, limits: Limits) -> list[_Badge]:
    parser = _Parser(target=_Search(limits), forbid_dtd=True)
    try:
        parser.feed(data.lstrip())  # an XML declaration behind white space is an error that does no harm
        found: list[_Badge] = parser.close()
    except DefusedXmlException:
        raise ContainerFlaw(
            "The picture has definitions of its own (a DTD with entities), which can change what is read.",
            "Ask the issuer for the picture without them, or as PNG.",
        ) from None
    except (ParseError, LookupError, ValueError) as error:
        if isinstance(error, ContainerFlaw):
            raise
        raise ContainerFlaw(f"The picture is damaged: it is not sound XML ({error}).", _AGAIN) from None
    return found


def _badge(badge: _Badge, limits: Limits) -> Opened:
    text = "".join(badge.text).strip()
    if len(text) > limits.inflated or len(badge.verify or "") > limits.inflated:
        raise ContainerFlaw(f"The badge in the picture is longer than {limits.inflated:,} bytes.", check="work")
    if badge.verify is None:
        return carried(text.encode(), "svg", limits)
    baked = carried(badge.verify.encode(), "svg", limits, addresses=badge.addresses)
    if not text:
        return baked
    # Open Badges 2.0 on baking: a hosted badge may have its address in the attribute and its JSON as text.
    written = carried(text.encode(), "svg", limits)
    document = written.document or {}
    verification = document.get("verify")
    own = (document.get("id"), verification.get("url") if isinstance(verification, dict) else None)
    if baked.address is None or baked.address not in own:
        raise ContainerFlaw("The attribute and the text of the badge in the picture are different badges.", _AGAIN)
    return written


CONTAINER = Container("svg", "an SVG picture", _recognises, _open)
