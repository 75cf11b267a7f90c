"""What a question is: plain words, why it is asked, what may be answered, and which fields of a credential the answer fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, Final

from credlens.model.fact import Fact, Method, Source, not_looked_up
from credlens.model.offer import Absent
from credlens.model.quantity import Hours, Money

SAID_BY_YOU = "said by you"
"""The note of every source that an interview gives."""


class Nothing(Enum):
    """The answer "there is none", which is known; not to be taken for "I do not know", which is None."""

    NONE = "none"


NONE: Final = Nothing.NONE


class Kind(StrEnum):
    """What sort of answer a question takes."""

    TEXT = "text"
    ADDRESS = "address"  # of a page
    LIST = "list"  # several things in the person's own words
    CHOICE = "choice"
    CHOICES = "choices"  # one choice or more
    YES_NO = "yes_no"
    NUMBER = "number"
    RANGE = "range"  # a number, or two with everything between
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose.

    Attributes:
        id: as files write it; stable for ever.
        words: as a person reads it.
    """

    id: str
    words: str


@dataclass(frozen=True)
class Said:
    """Answers that were read, with who gave them.

    Attributes:
        values: question id -> value; questions answered with "I do not know" are left out.
        source: the one source of everything.
    """

    values: Mapping[str, Any]
    source: Source

    @property
    def sources(self) -> tuple[Source, ...]:
        """The source, as lists of facts want it."""
        return (self.source,)

    def text(self, name: str) -> str:
        """A text or the id of a choice; empty when unknown or none."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> tuple[str, ...]:
        """A list or several choices; empty when unknown or none."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def flag(self, name: str) -> bool | None:
        """Yes or no."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def number(self, name: str) -> float | None:
        """A number."""
        value = self.values.get(name)
        return value if isinstance(value, float) else None

    def hours(self, name: str) -> Hours | None:
        """A span of hours."""
        value = self.values.get(name)
        return value if isinstance(value, Hours) else None

    def money(self, name: str) -> Money | None:
        """An amount; zero in no currency that matters when there is nothing to pay."""
        value = self.values.get(name)
        if value is NONE:
            return Money(Decimal(0))
        return value if isinstance(value, Money) else None

    def none(self, name: str) -> bool:
        """Whether the answer is that there is none."""
        return self.values.get(name) is NONE

    def fact(self, value: Any, *, condition: str = "", note: str = "") -> Fact[Any]:
        """A value as a fact said by the person; not looked up when there is none."""
        return not_looked_up() if value is None else Fact(value, self.sources, condition, note)

    def absent(self, *names: str) -> tuple[Absent, ...]:
        """The word that lists are known to be empty."""
        return tuple(Absent(name, self.sources) for name in names)


def said(values: Mapping[str, Any], today: date) -> Said:
    """Answers given on a day."""
    return Said(values, Source(Method.STATED, date=today, note=SAID_BY_YOU))


Fields = dict[str, Any]
"""Field of :class:`~credlens.model.credential.Credential` -> value; ``absent`` adds to what other questions say is absent."""


def no_fields(_: Said) -> Fields:
    """Of a question that the one before it reads."""
    return {}


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        id: as files write it; stable for ever.
        asks: the question.
        why: what the answer is good for, in one clause.
        kind: what sort of answer it takes.
        choices: of CHOICE and CHOICES.
        unit: of NUMBER and RANGE.
        like: an answer as an example; empty where choices say it all.
        none: whether "none" is an answer, and then what it means; empty when it is not.
        needed: whether it has to be answered.
        follows: the question that opens this one; empty for the main ones.
        opened_by: answers to that one which open it; any answer but "none" when empty.
        fields: what its answer, and those of the questions that follow it, say of a credential.
    """

    id: str
    asks: str
    why: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    like: str = ""
    none: str = ""
    needed: bool = False
    follows: str = ""
    opened_by: tuple[str, ...] = ()
    fields: Callable[[Said], Fields] = field(default=no_fields)


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Choices out of (id, words)."""
    return tuple(Choice(name, words) for name, words in pairs)
