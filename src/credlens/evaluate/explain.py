"""Why a score is what it is: the tree of statements it came from, in plain words.

The idea of openfisca-core's computation log, as a tree that a person reads: score, group, criterion, reason, evidence with its source. The
printed points of a group's criteria add up to the printed score of the group, to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor

from credlens.evaluate.criteria.base import QUALITY, SUITABILITY
from credlens.model import naming
from credlens.model.errors import UserError
from credlens.model.gap import Evidence
from credlens.model.scorecard import CriterionValue, Estimate, Flag, FlagState, Scorecard, Statement

WARNINGS = "warnings"
GROUPS = (QUALITY, SUITABILITY)
STATES = {FlagState.FIRES: "fires", FlagState.CANNOT_TELL: "cannot tell", FlagState.CLEAR: "clear"}
_COUNTED = {FlagState.FIRES: "firing", FlagState.CANNOT_TELL: "cannot be told", FlagState.CLEAR: "clear"}


def explain(card: Scorecard, title: str = "", only: str = "") -> Statement:
    """The tree of a scorecard: both groups with their criteria, then the warnings.

    Args:
        card: what is explained.
        title: what the credential is called; its id when empty.
        only: the one branch that is wanted: a group, a criterion, ``warnings`` or a flag; everything when empty.

    Raises:
        UserError: the card has no such branch.
    """
    estimates = zip(GROUPS, (card.quality, card.suitability), strict=True)
    groups = [_group(card, g, estimate, only) for g, estimate in estimates if _wanted(only, g, _criteria_of(card, g))]
    warned = [_warnings(card.flags, only)] if _wanted(only, WARNINGS, [f.id for f in card.flags]) else []
    if not groups and not warned:
        known = [*GROUPS, WARNINGS, *(c.id for c in card.criteria), *(f.id for f in card.flags)]
        raise UserError(
            f"There is nothing called {only!r} to explain.",
            where="--why",
            what_to_do=f"Use one of: {', '.join(known)}.",
        )
    return Statement(title or card.credential, parts=(*groups, *warned))


def _wanted(only: str, branch: str, leaves: Iterable[str]) -> bool:
    return only in {"", branch, *leaves}


def _criteria_of(card: Scorecard, group: str) -> list[str]:
    return [c.id for c in card.criteria if c.group == group]


def points(card: Scorecard, group: str) -> dict[str, float]:
    """What each criterion of a group adds to its expected score, by criterion, in points of 100."""
    return {c.id: 100 * c.weight * (c.low + c.high) / 2 for c in card.criteria if c.group == group}


def _group(card: Scorecard, group: str, estimate: Estimate, only: str) -> Statement:
    exact = points(card, group)
    shown = dict(zip(exact, adding_up(list(exact.values())), strict=True))
    criteria = sorted((c for c in card.criteria if c.group == group), key=lambda c: -c.weight)
    likely = f"{estimate.low * 100:.0f} to {estimate.high * 100:.0f} in 90 of 100 draws of weights and unknowns"
    value = f"{sum(shown.values()) / 10:.1f} of 100 expected, the sum of its parts; {likely}"
    parts = tuple(_criterion(c, shown[c.id]) for c in criteria if only in {"", group, c.id})
    return Statement(naming.group(group), value, parts=parts)


def _criterion(value: CriterionValue, tenths: int) -> Statement:
    most = 100 * value.weight
    worth = f"{tenths / 10:.1f} points of {most:.1f}"
    if value.high > value.low:
        worth += f" ({most * value.low:.1f} to {most * value.high:.1f})"
    parts = [Statement(_sentence(value.because), parts=_cited(value.evidence))]
    if value.look_up:
        parts.append(Statement(f"To look up: {', '.join(map(naming.plain, value.look_up))}"))
    name = naming.criterion(value.id)
    return Statement(
        f"{name[:1].upper()}{name[1:]}: {naming.interval(value)}, weighs {value.weight * 100:.0f} %",
        worth,
        parts=tuple(parts),
    )


def _warnings(flags: Sequence[Flag], only: str) -> Statement:
    order = list(STATES)
    found = sorted(flags, key=lambda f: (order.index(f.state), not f.gates))
    counts = [f"{sum(f.state is s for f in flags)} {words}" for s, words in _COUNTED.items()]
    parts = tuple(_flag(f) for f in found if only in {"", WARNINGS, f.id})
    return Statement("Warnings: they never take points away", ", ".join(counts), parts=parts)


def _flag(flag: Flag) -> Statement:
    name = naming.flag(flag.id)
    value = STATES[flag.state]
    if flag.gates and flag.state is FlagState.FIRES:
        value += ", keeps it out of plans"
    return Statement(
        f"{name[:1].upper()}{name[1:]}", value, parts=(Statement(_sentence(flag.because), parts=_cited(flag.evidence)),)
    )


def _cited(evidence: Iterable[Evidence]) -> tuple[Statement, ...]:
    return tuple(Statement(_sentence(e.statement), source=e.source) for e in evidence)


def adding_up(exact: Sequence[float]) -> list[int]:
    """Points as whole tenths whose sum is the rounded sum: the largest remainders are rounded up (Hamilton's method)."""
    scaled = [x * 10 for x in exact]
    down = [floor(x) for x in scaled]
    left = round(sum(scaled)) - sum(down)
    first = sorted(range(len(scaled)), key=lambda i: (down[i] - scaled[i], i))[: max(0, left)]
    return [d + (i in first) for i, d in enumerate(down)]


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]
