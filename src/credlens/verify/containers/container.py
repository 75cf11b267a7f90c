"""What every way of carrying a badge has in common, and how the text that was carried is told apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from credlens.verify.limits import Limits
from credlens.verify.opened import Opened
from credlens.verify.strict_json import read

_TOKEN = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*")
_DISCLOSURES = re.compile(rb"[A-Za-z0-9_.-]+~[A-Za-z0-9_.~-]*")
_BROKEN_TOKEN = re.compile(rb"(?:ey[JA]|ew[o0k])[A-Za-z0-9_+/=\s-]+\.")  # { and a quote, blank or line break, in base64
_ENCRYPTED_DOTS = 4  # JWE compact serialisation, RFC 7516 section 3.1
_ADDRESS = re.compile(rb"https?://[!-~]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2_048
_BOM = b"\xef\xbb\xbf"


class ContainerFlaw(ValueError):  # noqa: N818  (the file has it; nothing went wrong here)
    """A file holds no badge, more than one, or is damaged.

    Attributes:
        message: what is wrong, a sentence.
        next_step: what the person can do; empty when nothing.
        check: the check it fails: ``container``, or ``work`` when only a bound of our own is exceeded.
    """

    def __init__(self, message: str, next_step: str = "", check: str = "container") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.check = check


@dataclass(frozen=True, slots=True)
class Container:
    """One way of carrying a badge.

    Attributes:
        name: as in :attr:`Opened.container`; ``title``: for people, with its article.
        recognises: whether bytes are of this kind, by their first ones. Never fails.
        open: the badge in them. Raises :class:`ContainerFlaw`, or JsonFlaw when the badge was found and its text is not sound.
    """

    name: str
    title: str
    recognises: Callable[[bytes], bool]
    open: Callable[[bytes, Limits], Opened]


def stripped(data: bytes) -> bytes:
    """Without a byte order mark at the start and white space around it."""
    return data.strip().removeprefix(_BOM).strip()


def is_json(text: bytes) -> bool:
    """Whether stripped text is meant as a JSON object or list."""
    return text[:1] in {b"{", b"["}


def is_token(text: bytes) -> bool:
    """Whether stripped text is meant as a compact token, also one that is damaged or of a kind that is not read."""
    return bool(_TOKEN.fullmatch(text) or _BROKEN_TOKEN.match(text) or _DISCLOSURES.fullmatch(text))


def carried(text: bytes, container: str, limits: Limits, *, addresses: bool = False) -> Opened:
    """What a text is that stands for a badge: JSON, a compact JWS, or, where the standard has it, an address.

    Args:
        container: where it was found, for :attr:`Opened.container`.
        addresses: whether an address may stand there (Open Badges 2.0, section on baking).

    Raises:
        ContainerFlaw: none of these.
        JsonFlaw: JSON that is not sound.
    """
    text = stripped(text)
    if is_json(text):
        return _document(text, container, limits)
    if is_token(text):
        return Opened(container, token=_token(text))
    if addresses and len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text):
        return Opened(container, address=text.decode("ascii"))
    if not text:
        raise ContainerFlaw("There is a place for a badge in it, but it is empty.")
    raise ContainerFlaw("What stands in the place of the badge is none.", "Download it once more where it was issued.")


def _document(text: bytes, container: str, limits: Limits) -> Opened:
    document = read(text, limits)
    if isinstance(document, list):
        raise ContainerFlaw("It is a list, not one badge.", "Save each badge of the list in a file of its own.")
    if "payload" in document and ("signatures" in document or "signature" in document) and "@context" not in document:
        raise ContainerFlaw(
            "It is a signature in JSON form (JWS JSON serialisation), which badges do not use.",
            "Ask the issuer for the compact form: three parts with dots between them.",
        )
    return Opened(container, document=document)


def _token(text: bytes) -> str:
    if _TOKEN.fullmatch(text):
        return text.decode("ascii")
    if b"~" in text:
        raise ContainerFlaw(
            "It is a token whose parts can be shown one by one (SD-JWT); this kind is not read.",
            "Ask the issuer for the badge as JSON or as an ordinary signed token (VC-JWT).",
        )
    if text.count(b".") == _ENCRYPTED_DOTS:
        raise ContainerFlaw("It is encrypted, so nobody but its receiver can read it.", "Decrypt it first.")
    raise ContainerFlaw(
        "It looks like a signed token, but it is not three parts of letters, digits, - and _ with dots between them.",
        "Copy it once more, in one piece and without line breaks.",
    )
