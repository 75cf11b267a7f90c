"""One record of a catalog being read: where it is, who says so, and what in it could not be used."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.offer import StatedSkill


@dataclass(frozen=True, slots=True)
class Reading:
    """A record being read; what is wrong in a field is noted here, and the record goes on.

    Attributes:
        where: the record's place, as problems name it.
        source: who says what it says.
    """

    where: str
    source: Source
    problems: list[Problem] = field(default_factory=list)

    def problem(self, name: str, message: str, what_to_do: str = "The field is left unknown.") -> None:
        """Note a problem with a field."""
        self.problems.append(Problem(f"{self.where}: {name}", message, what_to_do))

    def remarked(self, remark: str) -> Source:
        """The source, with what a reader should know about one statement of it."""
        return replace(self.source, note="; ".join(p for p in (self.source.note, remark) if p))

    def number(self, name: str, value: Any, most: float = 100_000) -> float | None:
        """A number from 0 to ``most``, also when it is written as text; None when it is missing or empty, or wrong (then noted)."""
        if value is None or value == "":
            return None
        try:
            number = (
                float(value)
                if isinstance(value, int | float | str | Decimal) and not isinstance(value, bool)
                else float("nan")
            )
        except (ValueError, OverflowError):  # JSON knows integers larger than any float
            number = float("nan")
        if not 0 <= number <= most:
            self.problem(name, f"{str(value)[:60]!r} is no number from 0 to {most:g}.")
            return None
        return number


class Once:
    """The records that were met: by key, the first of each."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[str, int]] = {}

    def again(self, key: str, record: Any, where: str) -> Problem | bool:
        """False at the first meeting; True when the very same record was met before; a problem when another one has its key."""
        digest = hash(json.dumps(record, sort_keys=True, default=str))
        first = self._met.setdefault(key, (where, digest))
        if first == (where, digest):
            return False
        if first[1] == digest:
            return True
        return Problem(
            where,
            f"{key!r} is given twice, with different content.",
            f"The first one is used: {first[0]}. Delete one of them.",
        )


def slug(*words: str) -> str:
    """A key out of names. Letters and digits of every script, since names in Japanese are names; C, C++ and C# are three things."""
    text = " ".join(words).replace("+", " plus ").replace("#", " sharp ")
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.casefold())))


def proposed_id(scheme: str, key: str) -> str:
    """An id for a record of a scheme's own key: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", f"{scheme}-{key}".casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"https?://(?:www\.)?", "", letters)).strip("-")[:120].rstrip("-")


def distinct(skills: Iterable[StatedSkill]) -> tuple[StatedSkill, ...]:
    """Each skill once: by its address when it has one, else by its name; one that is only named again says nothing new."""
    kept: dict[str, StatedSkill] = {}
    names: set[str] = set()
    for skill in skills:
        name = skill.name.casefold()
        if skill.uri in kept or (not skill.uri and name in names):
            continue
        kept[skill.uri or name] = skill
        names.add(name)
    return tuple(kept.values())
