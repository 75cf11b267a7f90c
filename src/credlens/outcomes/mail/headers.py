"""The fields of a header block that say something about an application."""

from __future__ import annotations

import codecs
import re
from binascii import Error as NoBase64
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from credlens.model.naming import harmless

MAX_FIELD = 4000  # bytes read of a field; judgement: RFC 5322 (2.1.1) wants lines of at most 998
MAX_SUBJECT = 300  # characters kept; judgement

_WANTED = rb"(?:from|date|subject|message-id|list-id|list-unsubscribe|precedence)"
_FIELDS = re.compile(rb"^" + _WANTED + rb":[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(rb"^subject:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_PARSER = BytesHeaderParser(policy=compat32)
# Names of codecs that stand for no writing of a mail: some give half characters, some take long.
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})


@dataclass(frozen=True, slots=True)
class Fields:
    """What a header block says.

    Attributes:
        sender: the display name, empty when there is none.
        domain: of the sender's address, in small letters; empty when there is none.
        day: of the Date field; None when it says none that can be read.
        message: the Message-ID, empty when there is none.
        bulk: whether it went to a list.
    """

    sender: str
    domain: str
    day: date | None
    message: str
    bulk: bool


def subject_of(head: bytes) -> str | None:
    """The subject on one line, with nothing that does more than be shown; None when there is none."""
    found = _SUBJECT.search(head)
    return None if found is None else _decoded(found[1][:MAX_FIELD])[:MAX_SUBJECT]


def has_fields(head: bytes) -> bool:
    """Whether a header block has any of the fields that are looked at."""
    return _FIELDS.search(head) is not None


def fields_of(head: bytes) -> Fields:
    """Everything else that is read of a header block."""
    wanted = b"\n".join(field[:MAX_FIELD].replace(b"\r", b"") for field in _FIELDS.findall(head))
    mail = _PARSER.parsebytes(wanted + b"\n\n")
    name, address = parseaddr(_ascii(mail.get("From", "")))
    return Fields(
        sender=_decoded(name.encode("ascii", "replace") if name.isascii() else name.encode("utf-8", "surrogateescape")),
        domain=_plain(address.rpartition("@")[2]).casefold().strip(". ") if "@" in address else "",
        day=_day(_ascii(mail.get("Date", ""))),
        message=_plain(_ascii(mail.get("Message-ID", ""))),
        bulk="List-Id" in mail or _ascii(mail.get("Precedence", "")).strip().casefold() in {"bulk", "list"},
    )


def _ascii(value: object) -> str:
    """A field's value as text; bytes beyond ASCII stay as they came, for :func:`_decoded`."""
    raw = getattr(value, "_chunks", None)  # compat32 wraps a value with such bytes in a Header
    return "".join(str(part) for part, _ in raw) if raw is not None else str(value)


def _decoded(raw: bytes) -> str:
    """A field's words: encoded words (RFC 2047) decoded, what cannot be read marked, blanks joined."""
    text = _text(raw, "utf-8")
    if "=?" in text:
        with suppress(HeaderParseError, NoBase64, ValueError):  # what cannot be decoded is shown as it was written
            text = "".join(
                part if isinstance(part, str) else _text(part, charset or "utf-8")
                for part, charset in decode_header(text)
            )
    return _plain(text)


def _text(raw: bytes, charset: str) -> str:
    """Bytes in a character set; in Windows-1252 where it is not known, or no bytes of it."""
    try:
        name = codecs.lookup(charset.strip("\x00 ")).name.replace("_", "-")
        return raw.decode("cp1252" if name in _NO_CHARSETS else name)
    except (LookupError, ValueError, TypeError):
        return raw.decode("cp1252", "replace")


def _plain(text: str) -> str:
    return " ".join(harmless(text.replace("\r", " ")).encode("utf-8", "replace").decode().split())


def _day(value: str) -> date | None:
    """The day in the sender's own zone."""
    try:
        return parsedate_to_datetime(value[:100]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
