"""Who is first: chances, duels, dominance, what each is best for, and whether the first place holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from credlens.model import naming
from credlens.model.evaluation import Evaluation
from credlens.model.scorecard import Comparison, Scorecard, Sensitivity, Shift
from credlens.present import terms, words
from credlens.present.notes import safe_link

DUELS = 6  # so many columns of figures can be read


@dataclass(frozen=True, slots=True)
class Duel:
    """One credential's row of the duels: (against whom, share won), None against itself."""

    title: str
    cells: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Who is first when one weight moves: in words, and whether that is somebody else than now."""

    says: str
    changes: bool


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One criterion's weight: now, halved, and raised by half."""

    name: str
    weight: str
    half: Moved
    more: Moved


@dataclass(frozen=True, slots=True)
class NextLook:
    """Something worth looking up, where, and what its answer would tell."""

    of: str
    what: str
    tells: str
    link: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everything about who is first; empty for one alone.

    Attributes:
        best_if: under what weights each comes first, in words.
        holds: whether the first place holds, in words.
        meaning: ``good`` or ``caution``; ``state``: the same in words.
        weights: what the weights are, in words.
    """

    dominance: tuple[str, ...]
    duels: tuple[Duel, ...]
    best_if: tuple[str, ...]
    holds: str
    meaning: str
    state: str
    rows: tuple[WeightRow, ...]
    weights: str
    look_up: tuple[NextLook, ...]


def ranking(evaluation: Evaluation, titles: Mapping[str, str]) -> Ranking:
    """Who is first, and how sure that is.

    Args:
        evaluation: what is printed.
        titles: what each credential is called where there is little room.
    """
    said, comparison = evaluation.wording, evaluation.comparison
    held = comparison.sensitivity
    return Ranking(
        dominance=said.dominance,
        duels=_duels(comparison, titles),
        best_if=said.best_if,
        holds=said.holds,
        meaning="good" if said.firm else "caution",
        state="It holds" if said.firm else "Too near to rely on" if held is not None and held.holds else "It depends",
        rows=_rows(comparison, held, titles) if held else (),
        weights=" ".join((_weights(comparison), *said.weights)),
        look_up=tuple(_look_up(evaluation, *found) for found in said.look_up),
    )


def _duels(comparison: Comparison, titles: Mapping[str, str]) -> tuple[Duel, ...]:
    met = {one for one, _ in comparison.wins}
    ranked = [c.credential for c in comparison.cards if c.credential in met][:DUELS]

    def cell(one: str, other: str) -> tuple[str, str | None]:
        return titles[other], None if one == other else words.simulated(comparison.wins[one, other])

    return tuple(Duel(titles[one], tuple(cell(one, other) for other in ranked)) for one in ranked)


def _rows(comparison: Comparison, held: Sensitivity, titles: Mapping[str, str]) -> tuple[WeightRow, ...]:
    now = {c.id: c.weight for c in comparison.card(held.first).criteria}
    found: dict[str, dict[bool, Shift]] = {}
    for shift in held.shifts:
        found.setdefault(shift.criterion, {})[shift.factor > 1] = shift
    return tuple(
        WeightRow(
            terms.criterion(name),
            words.percent(now[name]),
            _moved(moved[False], held, titles),
            _moved(moved[True], held, titles),
        )
        for name, moved in found.items()
    )


def _moved(shift: Shift, held: Sensitivity, titles: Mapping[str, str]) -> Moved:
    lead = naming.ahead(shift.lead)
    if shift.first == held.first:
        return Moved(f"stays, {lead}", changes=False)
    return Moved(f"{titles[shift.first]} first, {lead}", changes=True)


def _weights(comparison: Comparison) -> str:
    origin = comparison.weighting.origin
    return (
        f"{words.upper_first(origin)}; weights are judgements, and drawn anew around these in each simulated weighting."
    )


def _look_up(evaluation: Evaluation, credential: str, what: str, tells: str) -> NextLook:
    found = evaluation.catalog[credential]
    return NextLook(found.title, what, words.full_stop(tells), safe_link(found.official_url.get("")))


def chances(card: Scorecard, ranked: int) -> Sequence[str]:
    """How often a credential is best, and among the first three where more are ranked, in words; why it is not ranked."""
    if card.p_best is None or card.p_top3 is None:
        return ("not ranked",) if card.unranked else ()
    best = f"best in {words.simulated(card.p_best)}"
    return (best, f"among the first 3 in {words.simulated(card.p_top3)}") if ranked > 3 else (best,)
