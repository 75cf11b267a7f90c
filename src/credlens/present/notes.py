"""Footnotes: each source a page relies on gets one number, in the order in which the page first uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Evidence
from credlens.present import terms, words

T = TypeVar("T")

STALE_DAYS = 180  # prices and pages change: what was seen longer ago is marked wherever it is printed


@dataclass(frozen=True, slots=True)
class Ref:
    """A footnote sign: the source's number, and whether it is only remembered."""

    number: int
    recalled: bool


@dataclass(frozen=True, slots=True)
class Value:
    """One printed value.

    Attributes:
        text: the value in words, or why there is none.
        unknown: whether it is drawn as unknown.
        refs: the sources' footnotes.
        hint: its condition or derivation; may be empty.
        seen: "seen 3 Feb 2026, may have changed" when its newest source is old; else empty.
    """

    text: str
    unknown: bool = False
    refs: tuple[Ref, ...] = ()
    hint: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the list of sources; ``link`` is empty unless it is safe to follow, ``iso`` is the date for programs."""

    number: int
    method: str
    address: str
    link: str
    date: str
    note: str
    n: str
    stale: bool
    iso: str = ""


class Notes:
    """Numbers sources as they are used.

    Args:
        made: the day of the page, against which ages are counted.
    """

    def __init__(self, made: date) -> None:
        self._made = made
        self._numbers: dict[Source, int] = {}

    def refs(self, sources: Iterable[Source]) -> tuple[Ref, ...]:
        """Footnote signs, each source once."""
        found = {}
        for source in sources:
            number = self._numbers.setdefault(source, len(self._numbers) + 1)
            found[number] = Ref(number, source.method is Method.RECALLED)
        return tuple(found.values())

    def seen(self, sources: Iterable[Source]) -> str:
        """A warning when even the newest dated source is more than :data:`STALE_DAYS` old; else empty."""
        newest = max((s.date for s in sources if s.date), default=None)
        if newest is None or not self.stale(newest):
            return ""
        return f"seen {words.day(newest)}, may have changed"

    def stale(self, seen: date | None) -> bool:
        """Whether something seen on that day may have changed since."""
        return seen is not None and (self._made - seen).days > STALE_DAYS

    def value(self, text: str, sources: Iterable[Source] = (), hint: str = "", *, unknown: bool = False) -> Value:
        """A value with its footnotes."""
        kept = tuple(sources)
        return Value(text, unknown, self.refs(kept), hint, "" if unknown else self.seen(kept))

    def fact(self, fact: Fact[T], say: Callable[[T], str]) -> Value:
        """A fact with its footnotes; sources that disagree are all shown."""
        hint = "; ".join(p for p in (fact.condition, fact.note) if p)
        value = fact.value
        if not isinstance(value, Unknown):
            return self.value(say(value), fact.sources, hint)
        applies = value.why is not WhyUnknown.NOT_APPLICABLE
        said = Unknown(value.why, tuple(say(v) for v in value.values))
        return self.value(terms.unknown(said), fact.sources, hint, unknown=applies)

    def said(self, evidence: Iterable[Evidence]) -> tuple[Value, ...]:
        """Statements with their footnotes; what several sources say is said once."""
        statements: dict[str, list[Source]] = {}
        for e in evidence:
            statements.setdefault(e.statement, []).append(e.source)
        return tuple(self.value(words.full_stop(text), sources) for text, sources in statements.items())

    def listed(self) -> tuple[Note, ...]:
        """Every source used so far, by number."""
        return tuple(self._note(number, source) for source, number in self._numbers.items())

    def _note(self, number: int, source: Source) -> Note:
        return Note(
            number=number,
            method=terms.METHODS[source.method][0],
            address=source.address or "",
            link=safe_link(source.address or ""),
            date=words.day(source.date) if source.date else "",
            note=source.note,
            n=f"n = {source.n}" if source.n is not None else "",
            stale=self.stale(source.date),
            iso=source.date.isoformat() if source.date else "",
        )


def safe_link(address: str) -> str:
    """The address when it is plain https with a host, else nothing: what is not safe to follow is printed as text."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme == "https" and host and not any(c.isspace() for c in address) else ""
