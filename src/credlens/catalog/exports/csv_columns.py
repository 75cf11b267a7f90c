"""The visible columns of the exported table: what each shows, and how a cell that somebody has changed is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from credlens.catalog.exports import csv_prices
from credlens.catalog.exports.csv_prices import CellError
from credlens.catalog.filled import COMPARED, filled, only_recalled, sources
from credlens.catalog.sources.yaml_parts import VERIFIED_BY
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.kinds import KINDS, of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.organisations import organisation
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostPattern,
    Credential,
    CredentialLevel,
    EvidenceClass,
    Renewal,
    Status,
    Supervision,
    Validity,
    Verification,
)
from credlens.model.fact import Fact, Source, not_looked_up
from credlens.model.offer import DeliveryMode, StatedSkill
from credlens.model.quantity import Hours, Months

__all__ = ["COLUMNS", "CellError", "Column", "Read", "plain", "safe", "same"]

Cells: TypeAlias = Mapping[str, str]
Read: TypeAlias = Callable[[Credential, Cells, Source], Credential]
E = TypeVar("E", bound=Enum)

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_MANY = "; "
_DISAGREE = " / "  # between what sources say that disagree
_NEVER = "never"
_LONGEST_MONTHS = 1200


@dataclass(frozen=True)
class Column:
    """A visible column.

    Attributes:
        show: a credential's cell; empty for what nobody knows.
        read: the credential with what the changed cells say; raises :class:`CellError`. None for what a cell is too small to say.
        computed: whether it follows from the record, so that a change means nothing.
    """

    name: str
    show: Callable[[Credential], str]
    read: Read | None = None
    computed: bool = False


def safe(text: str) -> str:
    """The cell as it is written: an apostrophe in front of what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """The text of a cell, without the apostrophe and on one line."""
    return tidy(cell[1:] if _ESCAPED.match(cell) else cell)


def tidy(text: str) -> str:
    """A text as it can stand in a cell: one line, nothing that is not printed."""
    return " ".join(_UNPRINTED.sub(" ", text).split())


def same(shown: str, cell: str) -> bool:
    """Whether a cell says what was written into it; a spreadsheet may write numbers and days in another way."""
    if shown == cell or plain(shown) == cell:
        return True
    try:
        return Decimal(shown) == Decimal(cell)
    except InvalidOperation:
        return day(shown) is not None and day(shown) == day(cell)


def _fact(name: str, words: Callable[[Any], str] = str) -> Callable[[Credential], str]:
    def show(credential: Credential) -> str:
        value: Fact[Any] = getattr(credential, name)
        return _DISAGREE.join(dict.fromkeys(tidy(words(v)) for v in value.candidates()))

    return show


def _reads(name: str, value: Callable[[str], Any], *, column: str = "") -> Read:
    """Reads a column into the fact of a name; an emptied cell makes it unknown."""

    def read(credential: Credential, cells: Cells, source: Source) -> Credential:
        text = cells[column or name]
        fact: Fact[Any] = Fact(value(text), (source,)) if text else not_looked_up()
        changed: dict[str, Any] = {name: fact}
        return replace(credential, **changed)

    return read


def _one_of(kind: type[E]) -> Callable[[str], E]:
    def value(text: str) -> E:
        found = next((m for m in kind if m.value == text.casefold().replace(" ", "_")), None)
        if found is None:
            raise CellError(f"{text!r} is none of: {', '.join(m.value for m in kind)}.")
        return found

    return value


def _member(name: str, kind: type[E], column: str = "") -> Column:
    return Column(column or name, _fact(name, lambda v: v.value), _reads(name, _one_of(kind), column=column))


def _kind(text: str) -> str:
    found = of_words(text)
    if found is None:
        raise CellError(f"{text!r} is no kind of credential. There are: {', '.join(KINDS)}.")
    return found.kind


def _languages(text: str) -> tuple[str, ...]:
    codes = [language(part) for part in re.split(r"[;,]", text) if part.strip()]
    if None in codes or not codes:
        raise CellError(f"{text!r} has something in it that is no language.")
    return tuple(dict.fromkeys(c for c in codes if c))


def _url(text: str) -> str:
    if not is_address(text):
        raise CellError(f"{text!r} is no web address.")
    return text


def _date(text: str) -> date:
    found = day(text)
    if found is None:
        raise CellError(f"{text!r} is no day that can be told. Write it as 2026-12-31.")
    return found


def _number(name: str, text: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1_000_000:
        raise CellError(f"{text!r} under {name} is no number from 0 up.")
    return number


def _range(name: str, low: str, high: str, kind: type[Hours] | type[Months]) -> Read:
    def read(credential: Credential, cells: Cells, source: Source) -> Credential:
        first, last = _number(low, cells[low]), _number(high, cells[high])
        ends = [n for n in (first, last) if n is not None]
        if len(ends) == 2 and ends[0] > ends[1]:
            raise CellError(f"{low} is more than {high}.")
        fact: Fact[Any] = Fact(kind(ends[0], ends[-1]), (source,)) if ends else not_looked_up()
        changed: dict[str, Any] = {name: fact}
        return replace(credential, **changed)

    return read


def _ranged(name: str, low: str, high: str, kind: type[Hours] | type[Months]) -> tuple[Column, Column]:
    read = _range(name, low, high, kind)
    return Column(low, _fact(name, lambda v: f"{v.min:g}"), read), Column(
        high, _fact(name, lambda v: f"{v.max:g}"), read
    )


def _id(credential: Credential, cells: Cells, source: Source) -> Credential:
    del source
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", cells["id"]):
        raise CellError(f"{cells['id']!r} is no id: small letters, digits and hyphens.")
    return replace(credential, id=cells["id"])


def _title(credential: Credential, cells: Cells, source: Source) -> Credential:
    del source
    if not cells["title"]:
        raise CellError("A credential needs a title.")
    return replace(credential, title=cells["title"])


def _show_skills(credential: Credential) -> str:
    names = [s.name for s in credential.stated] or [t.skill for t in credential.skills]
    return tidy(_MANY.join(names))


def _skills(credential: Credential, cells: Cells, source: Source) -> Credential:
    """The names as they stand now; which skills of the taxonomy they are has to be found out again."""
    names = dict.fromkeys(n.strip() for n in cells["skills"].split(";") if n.strip())
    return replace(credential, stated=tuple(StatedSkill(n, (source,)) for n in names), skills=())


def _assessment(credential: Credential, cells: Cells, source: Source) -> Credential:
    types = [_one_of(AssessmentType)(part.strip()) for part in cells["assessment"].split(";") if part.strip()]
    return replace(credential, assessment=tuple(Assessment(t, (source,)) for t in types))


def _validity(text: str) -> Validity:
    if text.casefold() == _NEVER:
        return Validity(None)
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) <= _LONGEST_MONTHS:
        raise CellError(f"{text!r} is no number of months, and not {_NEVER!r}.")
    return Validity(int(text))


def _verification(text: str) -> Verification:
    way, _, host = text.partition(" ")
    if way not in VERIFIED_BY:
        raise CellError(f"{text!r} begins with none of: {', '.join(VERIFIED_BY)}.")
    return Verification(way, host)


def _names(name: str, words: Callable[[Any], str]) -> Callable[[Credential], str]:
    def show(credential: Credential) -> str:
        found = [tidy(words(part)) for part in getattr(credential, name)]
        absent = any(a.field == name for a in credential.absent)
        return _MANY.join(dict.fromkeys(f for f in found if f)) or ("none" if absent else "")

    return show


def _oldest(credential: Credential) -> str:
    days = [s.date for name in COMPARED for s in sources(credential, name) if s.date]
    return min(days).isoformat() if days else ""


def _share_recalled(credential: Credential) -> str:
    known = filled(credential)
    return f"{sum(only_recalled(credential, name) for name in known) / len(known):.2f}" if known else ""


def _prices() -> list[Column]:
    found = [Column(csv_prices.column(p), csv_prices.shown(p), csv_prices.read) for p in CostPattern]
    return [*found, Column("currency", csv_prices.currencies, csv_prices.read)]


COLUMNS: tuple[Column, ...] = (
    Column("id", lambda c: tidy(c.id), _id),
    Column("title", lambda c: tidy(c.title), _title),
    *(Column(role, _fact(role), _reads(role, organisation)) for role in ("issuer", "provider", "platform")),
    Column("kind", _fact("kind"), _reads("kind", _kind)),
    _member("evidence_class", EvidenceClass),
    _member("status", Status),
    Column("ends", _fact("ends", date.isoformat), _reads("ends", _date)),
    _member("level", CredentialLevel),
    Column("languages", _fact("languages", ", ".join), _reads("languages", _languages)),
    _member("mode", DeliveryMode),
    *_ranged("hours", "hours_min", "hours_max", Hours),
    *_ranged("duration", "months_min", "months_max", Months),
    *_prices(),
    Column("skills", _show_skills, _skills),
    Column("prerequisites", _names("prerequisites", lambda p: p.text or ", ".join(p.credentials + p.skills) or p.experience_of)),
    Column("assessment", _names("assessment", lambda a: a.type.value), _assessment),
    _member("supervision", Supervision),
    Column("accredited_by", _names("accreditation", lambda a: a.body)),
    Column("recognised_by", _names("recognition", lambda c: c.by)),
    Column("credit", _names("credit", lambda c: f"{c.amount:g} {c.system}" if c.amount is not None else c.system)),
    Column("validity_months", _fact("validity", lambda v: _NEVER if v.months is None else str(v.months)), _reads("validity", _validity, column="validity_months")),
    Column("renewal", _fact("renewal"), _reads("renewal", Renewal)),
    Column("verification", _fact("verification", lambda v: f"{v.format} {v.host}"), _reads("verification", _verification)),
    Column("url", _fact("official_url"), _reads("official_url", _url, column="url")),
    Column("oldest_source", _oldest, computed=True),
    Column("share_known", lambda c: f"{len(filled(c)) / len(COMPARED):.2f}", computed=True),
    Column("share_recalled", _share_recalled, computed=True),
)  # fmt: skip
"""In the order in which they stand."""
