"""Whether a badge counts at the moment it is judged for.

VCDM 2.0 section 4.9 (validity period), OB 2.0 ``issuedOn`` and ``expires``. Moments are RFC 3339 date-times with a zone (XML Schema
``dateTimeStamp``); Open Badges before 3.0 also have the other forms of ISO 8601, days without a time and, before 2.0, seconds since 1970.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry

_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_ISO = re.compile(
    r"(?:(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?|(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)"
    r"(?:(Z)|([+-]\d\d):?(\d\d)?)?",
    re.ASCII,
)
"""The forms of ISO 8601 in which seconds, and minutes of the offset, may be left out; with all its marks, or with none but the T."""
_SECONDS = re.compile(r"\d{10}", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_ZONE = re.compile(r"Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)", re.ASCII)  # XML Schema 1.1 part 2 section 3.3.7
_MIDNIGHT = re.compile(r"24:00:00(?:\.0+)?", re.ASCII)  # the end of a day, in XML Schema
_LEAP_SECOND = 60
_OLD_BEGINNING, _OLD_END = "/issuanceDate", "/expirationDate"
_LATEST = 253_402_300_799  # 9999-12-31T23:59:59Z


def stamp(value: str) -> str:
    """A moment in any form of ISO 8601 as XML Schema writes it (OB 2.0, DateTime); any other text as it is."""
    found = _ISO.fullmatch(value)
    if found is None:
        return value
    year, month, day, hour, minute, second, fraction = found.groups()[:7] if found[1] else found.groups()[7:14]
    zone = found[15] or (f"{found[16]}:{found[17] or '00'}" if found[16] else "")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{f'.{fraction}' if fraction else ''}{zone}"


def moment(value: Any, *, early: bool = False, last: bool = False, zoneless: bool = False) -> datetime | None:
    """A moment as the standards write it, in UTC; None when it is none.

    Args:
        early: take what Open Badges before 3.0 had, too: any form of ISO 8601, a day, seconds since 1970 (a number, or ten digits), and a time
            without zone, taken as UTC.
        last: a day means its end, not its beginning.
        zoneless: take a time without zone, as UTC (VCDM 1.1 has dates of XML Schema ``dateTime``, which need none).
    """
    if early and isinstance(value, str):
        value = int(value) if _SECONDS.fullmatch(value) else stamp(value)
    if early and isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LATEST:
        return datetime.fromtimestamp(value, UTC)
    if not isinstance(value, str):
        return None
    if early and _DAY.fullmatch(value):
        value += "T23:59:59Z" if last else "T00:00:00Z"
    parts = _MOMENT.fullmatch(value)
    if parts is None or not (early or _is_stamp(value, parts[8], zoneless=zoneless)):
        return None
    return _made(parts)


def _is_stamp(value: str, zone: str | None, *, zoneless: bool) -> bool:
    """Whether a moment is written as XML Schema has it: a large T, and a large Z or an offset of up to 14 hours."""
    return "T" in value and (zoneless if zone is None else _ZONE.fullmatch(zone) is not None)


def _made(parts: re.Match[str]) -> datetime | None:
    hour, second = parts[4], int(parts[6])
    leap = second == _LEAP_SECOND  # Python's calendar has none: the second before, and one more
    days = 0
    if _MIDNIGHT.fullmatch(f"{hour}:{parts[5]}:{parts[6]}.{parts[7] or 0}"):
        hour, days = "00", 1
    zone = "+00:00" if parts[8] in {None, "Z", "z"} else parts[8]
    fraction = f".{(parts[7] or '')[:6]:0<6}"
    text = f"{parts[1]}-{parts[2]}-{parts[3]}T{hour}:{parts[5]}:{second - leap:02}{fraction}{zone}"
    try:
        there = datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        return there.astimezone(UTC) + timedelta(days=days, seconds=leap)
    except OverflowError:  # before the first or after the last moment that Python has: a year 9999 in the west, mostly
        return datetime.min.replace(tzinfo=UTC) if there.year == 1 else datetime.max.replace(tzinfo=UTC)


def check_dates(content: Content, inquiry: Inquiry, *, early: bool = False) -> None:
    """Record ``valid_from`` and ``valid_until``.

    Args:
        early: whether the badge is of a format before Open Badges 3.0.
    """
    at = inquiry.settings.at
    since = moment(content.valid_from, early=early, zoneless=content.valid_from_at == _OLD_BEGINNING)
    until = moment(content.valid_until, early=early, last=True, zoneless=content.valid_until_at == _OLD_END)
    if content.valid_from is None:
        inquiry.not_applicable("valid_from", "It does not say since when it counts.")
    elif since is None:
        inquiry.failed("valid_from", _unread(content.valid_from), content.valid_from_at)
        inquiry.failed("structure", _unread(content.valid_from), content.valid_from_at)
    elif since > at:
        inquiry.failed("valid_from", f"It counts only from {_said(since)} on.", content.valid_from_at)
    else:
        inquiry.passed("valid_from", f"Since {_said(since)}.", content.valid_from_at)
    if content.valid_until is None:
        inquiry.not_applicable("valid_until", "It states no end.")
    elif until is None:
        inquiry.failed_as_invalid("valid_until", _unread(content.valid_until), content.valid_until_at)
    elif until < at:
        step = "Ask its holder whether it was renewed."
        inquiry.failed("valid_until", f"It counted until {_said(until)}.", content.valid_until_at, step)
    else:
        inquiry.passed("valid_until", f"Until {_said(until)}.", content.valid_until_at)
    if since is not None and until is not None and until < since:
        inquiry.failed("structure", "It ends before it begins.", content.valid_until_at)


def _unread(value: Any) -> str:
    return f"This is no date and time with a zone: {str(value)[:60]!r}."


def _said(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M UTC")
