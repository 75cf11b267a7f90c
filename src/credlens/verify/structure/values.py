"""Rules for single values: texts, addresses, dates, words of a vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from credlens.verify.dates import moment
from credlens.verify.structure.shapes import Flaws, Place, Rule, kind

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f<>\"{}|\\^`]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LANGUAGE = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
    r"|[Xx](?:-[A-Za-z0-9]{1,8})+|[Ii]-[A-Za-z]{2,8}"
)
"""A well-formed language tag, BCP 47 section 2.1; of the irregular ones, only those that start with i."""
_JWS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+")
_MEDIA = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?: *;.*)?")
_SRI = re.compile(r"sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}(?:\?[!-~]*)?")
_MULTIBASE = re.compile(r"u[A-Za-z0-9_-]+|z[1-9A-HJ-NP-Za-km-z]+|[bBcCfFkKmMU][A-Za-z0-9+/=_-]+")
_EXTENSION = re.compile(r"ext:[A-Za-z0-9._|:/-][^\x00-\x1f\x7f]*")
_SHOWN = 60


def shown(value: str) -> str:
    """A text for a message, cut."""
    return repr(value if len(value) <= _SHOWN else value[: _SHOWN - 3] + "...")


def string(value: Any, place: Place, flaws: Flaws) -> None:
    """A text."""
    if not isinstance(value, str):
        flaws.add(place, f"This has to be a text, not {kind(value)}.")


def boolean(value: Any, place: Place, flaws: Flaws) -> None:
    """True or false."""
    if not isinstance(value, bool):
        flaws.add(place, f"This has to be true or false, not {kind(value)}.")


def number(value: Any, place: Place, flaws: Flaws) -> None:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        flaws.add(place, f"This has to be a number, not {kind(value)}.")


def thing(value: Any, place: Place, flaws: Flaws) -> None:
    """Any object that says something."""
    if not isinstance(value, dict):
        flaws.add(place, f"This has to be an object, not {kind(value)}.")
    elif not value:
        flaws.add(place, "This object is empty.")


def is_url(value: Any) -> bool:
    """Whether a value is an absolute address: a scheme, a colon and something behind it, without blanks (RFC 3986, 3987)."""
    return isinstance(value, str) and _ABSOLUTE.fullmatch(value) is not None


def url(value: Any, place: Place, flaws: Flaws) -> None:
    """An absolute address: a URL, URN or DID."""
    if not isinstance(value, str):
        flaws.add(place, f"This has to be one address, not {kind(value)}.")
    elif not is_url(value):
        flaws.add(place, f"{shown(value)} is no absolute address.")


def date_time(value: Any, place: Place, flaws: Flaws) -> None:
    """A date and time with a zone (XML Schema dateTimeStamp)."""
    if moment(value) is None:
        what = shown(value) if isinstance(value, str) else kind(value)
        flaws.add(place, f"This has to be a date and time with a zone, not {what}.")


def time(value: Any, place: Place, flaws: Flaws) -> None:
    """A date and time, which may be without zone (1EdTech's DateTime, XML Schema dateTime)."""
    if moment(value, zoneless=True) is None:
        what = shown(value) if isinstance(value, str) else kind(value)
        flaws.add(place, f"This has to be a date and time, not {what}.")


def day(value: Any, place: Place, flaws: Flaws) -> None:
    """A day of the calendar."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            flaws.add(place, f"{shown(value)} is no day of the calendar.")
        return
    flaws.add(place, "This has to be a day, written like 2001-12-31.")


def language(value: Any, place: Place, flaws: Flaws) -> None:
    """A language tag (BCP 47)."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        what = shown(value) if isinstance(value, str) else kind(value)
        flaws.add(place, f"This has to be the tag of a language, not {what}.")


def media_type(value: Any, place: Place, flaws: Flaws) -> None:
    """A media type (RFC 6838)."""
    if not isinstance(value, str) or not _MEDIA.fullmatch(value):
        flaws.add(place, "This has to be a media type, written like text/plain.")


def sri(value: Any, place: Place, flaws: Flaws) -> None:
    """Integrity metadata: a hash and its digest, or several (Subresource Integrity 1.0 section 3.5)."""
    parts = value.split() if isinstance(value, str) else ()
    if not parts or not all(_SRI.fullmatch(part) for part in parts):
        flaws.add(place, "This has to be a digest, written like sha384-...")


def multibase(value: Any, place: Place, flaws: Flaws) -> None:
    """Bytes in Multibase (Data Integrity 1.0 section 2.6): a letter that says how they are written, and they."""
    if not isinstance(value, str) or not _MULTIBASE.fullmatch(value):
        flaws.add(place, "This has to be a digest, written like zQm...")


def jws(value: Any, place: Place, flaws: Flaws) -> None:
    """A compact JWS (RFC 7515 section 7.1)."""
    if not isinstance(value, str) or not _JWS.fullmatch(value):
        flaws.add(place, "This has to be a signed token: three parts with dots between them.")


def type_names(value: Any, place: Place, flaws: Flaws) -> None:
    """One type or a list of at least one; a type is a term without blanks or an absolute address."""
    names = value if isinstance(value, list) else [value]
    if not names:
        flaws.add(place, "There is no type in this list.")
    for index, name in enumerate(names):
        if not isinstance(name, str):
            flaws.add((place, index) if names is value else place, f"A type has to be a text, not {kind(name)}.")
        elif not name or any(c.isspace() for c in name):
            flaws.add((place, index) if names is value else place, f"{shown(name)} is no name of a type.")


def one_type(name: str) -> Rule:
    """The one type that an object of a class has; others may stand beside it."""
    wanted = f"This has to be the type {name}."

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        if value != name and not (isinstance(value, list) and name in value):
            flaws.add(place, wanted)
            return
        type_names(value, place, flaws)

    return check


def word(words: Iterable[str], *, extensible: bool = False) -> Rule:
    """A word of a vocabulary.

    Args:
        extensible: whether others may stand there when they start with ``ext:``.
    """
    known = frozenset(words)

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        if not isinstance(value, str):
            flaws.add(place, f"This has to be a text, not {kind(value)}.")
        elif value not in known and not (extensible and _EXTENSION.fullmatch(value)):
            more = ", and own words start with ext:" if extensible else ""
            flaws.add(place, f"{shown(value)} is no word of the standard{more}.")

    return check


def text(value: Any, place: Place, flaws: Flaws) -> None:
    """A text, or one or many language values (VCDM 2.0 sections 4.6 and 11.1)."""
    if isinstance(value, str):
        return
    if isinstance(value, list):
        if not value:
            flaws.add(place, "This list is empty.")
        for index, inner in enumerate(value):
            _language_value(inner, (place, index), flaws)
        return
    _language_value(value, place, flaws)


_LANGUAGE_VALUE = frozenset({"@value", "@language", "@direction"})


def _language_value(value: Any, place: Place, flaws: Flaws) -> None:
    if not isinstance(value, dict):
        flaws.add(place, f"This has to be a text, or an object with @value and @language, not {kind(value)}.")
        return
    if not isinstance(value.get("@value"), str):
        flaws.add(place, "The text in @value is missing.")
    if "@language" in value:
        language(value["@language"], (place, "@language"), flaws)
    if "@direction" in value and value["@direction"] not in ("ltr", "rtl"):
        flaws.add((place, "@direction"), "The direction of a text is ltr or rtl.")
    for key in value:
        if key not in _LANGUAGE_VALUE:
            flaws.add((place, key), "A text with a language holds @value, @language and @direction only.")
