"""The part of what a person said that is about one group."""

from __future__ import annotations

from credlens.evaluate.weights.groups import default_weights
from credlens.model.weighting import DEFAULT, Weighting


def replaced(before: Weighting, now: Weighting) -> Weighting:
    """What was said before, with every group that is spoken of now as it is said now."""
    spoken = [names for names in default_weights().values() if _speaks_of(now, names)]
    stays = [names for names in default_weights().values() if names not in spoken and _speaks_of(before, names)]
    new = {name for names in spoken for name in names}
    return Weighting(
        {**{n: p for n, p in before.points.items() if n not in new}, **now.points},
        (*(pair for pair in before.above if pair[0] not in new), *now.above),
        (*(same for same in before.alike if same[0] not in new), *now.alike),
        _origin(before, now, bool(spoken), bool(stays)),
    )


def _origin(before: Weighting, now: Weighting, spoken: bool, stays: bool) -> str:
    words = [said.origin for said, there in ((now, spoken), (before, stays)) if there]
    return "; ".join(dict.fromkeys(words)) or DEFAULT.origin


def _speaks_of(said: Weighting, names: dict[str, float]) -> bool:
    return any(name in names for name in (*said.points, *(n for both in (*said.above, *said.alike) for n in both)))
