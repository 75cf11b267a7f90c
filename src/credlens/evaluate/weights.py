"""Whose priorities: default weights, and a person's own, checked and brought to shares of their group."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY
from credlens.model.errors import UserError

GROUPS = (QUALITY, SUITABILITY)


def default_weights() -> dict[str, dict[str, float]]:
    """The criteria's own default weights by group, each group adding up to 1. Expert judgements, to be overruled."""
    return {g: _shares({name: c.default_weight for name, c in CRITERIA.items() if c.group == g}) for g in GROUPS}


def weights_by_group(chosen: Mapping[str, float] | None = None) -> dict[str, dict[str, float]]:
    """Weights by group and criterion, each group adding up to 1.

    Args:
        chosen: own weights by criterion id, in any unit (40, 30, 30 is as good as 0.4, 0.3, 0.3). Whoever weights one
            criterion of a
            group weights them all: those not named count 0. A group with none named keeps its defaults.

    Raises:
        UserError: unknown criterion; a weight that is negative or not a number; a group whose weights are all zero.
    """
    defaults = default_weights()
    for name, weight in (chosen or {}).items():
        _check(name, weight, defaults)
    return {group: _own(group, names, chosen or {}) for group, names in defaults.items()}


def _check(name: str, weight: float, defaults: Mapping[str, Mapping[str, float]]) -> None:
    known = [n for names in defaults.values() for n in names]
    if name not in known:
        raise UserError(
            f"There is no criterion called {name!r}.",
            where=f"weights: {name}",
            what_to_do=f"Use one of: {', '.join(known)}.",
        )
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not isfinite(weight) or weight < 0:
        raise UserError(
            f"A weight must be a number that is not negative, not {weight!r}.",
            where=f"weights: {name}",
            what_to_do="Give 0 to leave the criterion out, and more to what matters more.",
        )


def _own(group: str, defaults: Mapping[str, float], chosen: Mapping[str, float]) -> dict[str, float]:
    if not any(name in chosen for name in defaults):
        return dict(defaults)
    own = {name: float(chosen.get(name, 0.0)) for name in defaults}
    if not any(own.values()):
        raise UserError(
            f"All {group} weights are zero, so nothing would be judged.",
            where="weights",
            what_to_do=f"Give at least one of these more than 0: {', '.join(defaults)}.",
        )
    return _shares(own)


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    total = max(weights.values())  # first to at most 1 each, so that huge weights cannot add up to infinity
    scaled = {name: w / total for name, w in weights.items()}
    return {name: w / sum(scaled.values()) for name, w in scaled.items()}
