"""A fact: a value or a typed unknown, with who says so, when, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Method(StrEnum):
    """How a value came to be known."""

    READ = "read"  # somebody saw it at the address
    RECALLED = "recalled"  # from memory: to be checked before it is believed
    STATED = "stated"  # the person said it of themselves
    IMPORTED = "imported"  # a catalog file says so; nobody of ours has looked at the page behind it
    PARSED = "parsed"  # the program read it out of a text; a person may correct it
    COMPUTED = "computed"  # follows from other facts


class WhyUnknown(StrEnum):
    """Why there is no value. Unknown is shown, and never counted as zero."""

    NOT_STATED = "not_stated"  # looked at, and the source does not say
    NOT_LOOKED_UP = "not_looked_up"  # nobody has looked yet
    CONFLICTING = "conflicting"  # sources disagree; all their values are kept
    NOT_APPLICABLE = "not_applicable"  # the question makes no sense here


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so.

    Attributes:
        method: how the value came to be known.
        address: where it can be seen; required when it was read.
        date: the day the page showed, or the day it was read.
        note: what a reader should know about it (a quote, the place in a file, a caveat).
        n: number of observations behind it, for measured values.
    """

    method: Method
    address: str | None = None
    date: date | None = None
    note: str = ""
    n: int | None = None

    def __post_init__(self) -> None:
        if self.method is Method.READ and not self.address:
            raise ValueError("a source that was read needs its address")

    def __str__(self) -> str:
        parts = [str(self.method)]
        parts += [self.address] if self.address else []
        parts += [self.date.isoformat()] if self.date else []
        parts += [f"n = {self.n}"] if self.n is not None else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Unknown(Generic[T]):
    """No value, and why; with conflicting sources, the values they give."""

    why: WhyUnknown
    values: tuple[T, ...] = ()

    def __post_init__(self) -> None:
        if (self.why is WhyUnknown.CONFLICTING) != bool(self.values):
            raise ValueError("exactly the conflicting unknowns carry values")

    def __str__(self) -> str:
        if self.values:
            return "sources disagree: " + " / ".join(str(v) for v in self.values)
        return self.why.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Overruled(Generic[T]):
    """A value that another one took the place of, and why: an older price, a memory that a page corrected."""

    value: T
    source: Source
    why: str


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value or a typed unknown, with its sources.

    Attributes:
        value: the value, or :class:`Unknown`.
        sources: who says so; with conflicting values one source for each value, in the same order.
        condition: when it holds, in words ("members only").
        note: how it was derived ("6 months x 10 h/week").
        overruled: values that were given up for this one, kept to be shown.
    """

    value: T | Unknown[T]
    sources: tuple[Source, ...] = ()
    condition: str = ""
    note: str = ""
    overruled: tuple[Overruled[T], ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is one value."""
        return not isinstance(self.value, Unknown)

    def get(self, default: U) -> T | U:
        """The value, or ``default`` when it is unknown. Meant for decisions where the default is argued at the call."""
        return default if isinstance(self.value, Unknown) else self.value

    def candidates(self) -> tuple[T, ...]:
        """Every value some source gives: one when known, several when sources disagree, none otherwise."""
        return self.value.values if isinstance(self.value, Unknown) else (self.value,)


_NOT_LOOKED_UP: Fact[Any] = Fact(Unknown(WhyUnknown.NOT_LOOKED_UP))


def not_looked_up() -> Fact[T]:
    """The fact nobody has looked up yet; one for all, since most fields of most records are it."""
    return _NOT_LOOKED_UP
