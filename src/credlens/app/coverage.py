"""What a set of credentials covers of a person's target."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.app.situation import Situation
from credlens.evaluate.together.foundations import recognise
from credlens.evaluate.together.whole import together
from credlens.model.credential import Credential
from credlens.model.together import Together


def cover(here: Situation, credentials: Sequence[Credential]) -> Together:
    """What these cover together of the target's work, what they leave out, and towards which degrees they count.

    Args:
        here: the person, the target, and what is known.
        credentials: each once.
    """
    known, demand = here.knowledge, here.demand
    target = here.gap.target if demand.n or demand.skills else ""
    return together(
        credentials,
        demand,
        here.gap,
        known.taxonomy,
        recognise(target, demand.titles, known.foundations),
        known.catalog,
        here.person,
        today=here.ports.today,
        ads=[frozenset(ad) for ad in here.asked],
    )
