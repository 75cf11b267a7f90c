"""Use cases: the review cards of a profile, and the person's verdicts on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.person import stored_profile
from credlens.app.ports import Ports
from credlens.model.card import Card, Correction, Verdict
from credlens.model.errors import UserError
from credlens.model.serial import plain
from credlens.profile.cards import cards, least_sure
from credlens.profile.corrections import check_value


@dataclass(frozen=True)
class ReviewResult:
    """Cards, the least sure first.

    Attributes:
        cards: those that were asked for.
        waiting: how many were not looked at yet.
        of: how many there are.
    """

    cards: tuple[Card, ...]
    waiting: int
    of: int

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens profile review --json``."""
        return {
            "cards": [
                {
                    "id": card.id,
                    "kind": card.kind.value,
                    "value": card.value,
                    "where": card.where,
                    "quote": card.quote,
                    "probability": plain(card.probability),
                    "verdict": card.verdict.value if card.verdict else None,
                    "corrected": card.corrected or None,
                }
                for card in self.cards
            ],
            "waiting": self.waiting,
            "of": self.of,
        }


def review(ports: Ports, *, every: bool = False) -> ReviewResult:
    """The cards that were not looked at yet; with ``every`` all of them."""
    found = _cards(ports, Knowledge.of(ports))
    return ReviewResult(least_sure(found, every=every), len(least_sure(found)), len(found))


def keep(ports: Ports, ids: Sequence[str]) -> ReviewResult:
    """These were read right; they need not be looked at again.

    Raises:
        UserError: there is no such card; then nothing is kept.
    """
    return _say(ports, ids, Verdict.KEEP)


def drop(ports: Ports, ids: Sequence[str]) -> ReviewResult:
    """These were read wrongly: they are left out now and whenever they are read again.

    Raises:
        UserError: there is no such card; then nothing is changed.
    """
    return _say(ports, ids, Verdict.DROP)


def correct(ports: Ports, card: str, value: str) -> ReviewResult:
    """This card should say something else; it does from now on, whenever the same thing is read again.

    Args:
        ports: the doors.
        card: id of the card, or its beginning.
        value: by kind: a skill, a level or both ("SQL: advanced"); a name; "Name, 2024-05-01, 2027-05-01" for a credential; "bachelor in
            Economics"; "Clerk, Some Shop, 2021-03, present"; "es C1"; a licence.

    Raises:
        UserError: there is no such card, or the value cannot stand on it.
    """
    knowledge = Knowledge.of(ports)
    found = _find(_cards(ports, knowledge), card)
    check_value(found.kind, value, knowledge.reader)
    ports.store().correct(Correction(found.id, Verdict.CORRECT, " ".join(value.split())))
    return _only(_cards(ports, knowledge), [found.id])


def _say(ports: Ports, ids: Sequence[str], verdict: Verdict) -> ReviewResult:
    knowledge = Knowledge.of(ports)
    every = _cards(ports, knowledge)
    wanted = [_find(every, words).id for words in ids]
    for card in wanted:
        ports.store().correct(Correction(card, verdict))
    return _only(_cards(ports, knowledge), wanted)


def _cards(ports: Ports, knowledge: Knowledge) -> tuple[Card, ...]:
    found = stored_profile(ports, knowledge).found
    return cards(found, ports.store().corrections(), knowledge.taxonomy)


def _only(every: Sequence[Card], ids: Sequence[str]) -> ReviewResult:
    return ReviewResult(tuple(c for c in every if c.id in ids), len(least_sure(every)), len(every))


def _find(every: Sequence[Card], words: str) -> Card:
    found = [card for card in every if card.id == words] or [
        card for card in every if words and card.id.startswith(words)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            f"{len(found)} cards begin with {words!r}.",
            where="ID",
            what_to_do=f"Write more of it: {', '.join(card.id for card in found[:3])}.",
        )
    raise UserError(
        f"There is no card {words!r}.", where="ID", what_to_do="List them with: credlens profile review --all."
    )
