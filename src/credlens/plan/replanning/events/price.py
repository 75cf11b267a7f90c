"""A price changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from credlens.model.progress import Event, NewPrice, Progress
from credlens.plan.replanning.followed import Followed


def apply(progress: Progress, event: Event, _followed: Followed) -> Progress:
    """The new price holds for every payment from now on; what was paid stays paid."""
    same = (event.credential, event.option)
    others = tuple(p for p in progress.prices if (p.credential, p.option) != same)
    return replace(progress, prices=(*others, NewPrice(event.credential, event.amount or Decimal(0), event.option)))
