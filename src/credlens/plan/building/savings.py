"""Hours that other credentials of a plan save: what was recommended first, and parts of a whole."""

from __future__ import annotations

from collections.abc import Mapping

from credlens.model.credential import Credential
from credlens.plan.building.relations import NONE, Relations
from credlens.plan.building.standing import Standing
from credlens.plan.offer import Saving

CATCHING_UP = (
    0.25  # judgement: whoever lacks what is recommended first needs about a quarter more, for all of it together
)
MOST_SAVED = 0.7  # judgement: as for what is known already; assessment and what joins the parts remain of a whole


def hours_and_savings(
    credential: Credential, base: float, typical: Mapping[str, float], standing: Standing, relations: Relations
) -> tuple[float, tuple[Saving, ...]]:
    """Hours to plan with when nothing else of the plan saves any, and what does.

    With b = ``base`` (typical hours of what is left for this person):

    - Recommended first: b x (1 + 0.25) when k > 0 soft conditions on credentials or skills are open. Each of the k saves
      b x 0.25 / k when one of its credentials is finished before; one that nothing in the catalog meets saves nothing.
    - Parts and advanced standing: each part p saves s_p = min(its own typical hours left, 0.7 b). Do they come to more than 0.7 b
      together, each is scaled by 0.7 b / sum. Parts (``part_of``, ``has_part``) count only where the whole's modules may be skipped
      or nobody knows; advanced standing (``advanced_standing_from``, ``_for``) always, since the provider grants it. A part
      without known hours saves nothing; a part the person holds counts by its skills (``credlens.plan.effort``), not again here.
      That a part saves its own hours of the whole is a judgement: sources give no hours.

    Args:
        typical: typical hours left of the other credentials, by id; those without known hours are missing.
    """
    soft = standing.soft(credential)
    extra = CATCHING_UP * base if soft else 0.0
    savings = [
        Saving(n.by, extra / len(soft), f"{n.says} is recommended first and saves {extra / len(soft):.1f} hours")
        for n in soft
        if n.by
    ]
    return base + extra, (*savings, *_parts(credential, base, typical, relations))


def related(credential: Credential, relations: Relations) -> frozenset[str]:
    """Credentials of which some hours may count for this one."""
    whole = relations.parts.get(credential.id, NONE)
    return (NONE if credential.modules_skippable.get(None) is False else whole) | relations.standing.get(
        credential.id, NONE
    )


def _parts(
    credential: Credential, base: float, typical: Mapping[str, float], relations: Relations
) -> tuple[Saving, ...]:
    most = MOST_SAVED * base
    saved = {name: min(typical[name], most) for name in sorted(related(credential, relations)) if name in typical}
    scale = min(1.0, most / sum(saved.values())) if any(saved.values()) else 0.0
    return tuple(
        Saving((name,), hours * scale, f"{name} counts towards it and saves {hours * scale:.1f} hours")
        for name, hours in saved.items()
        if hours * scale > 0
    )
