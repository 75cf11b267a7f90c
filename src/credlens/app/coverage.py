"""What a set of credentials covers of a person's target."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from credlens.app.situation import Situation
from credlens.evaluate.together.foundations import recognise
from credlens.evaluate.together.whole import together
from credlens.model.credential import Credential
from credlens.model.scorecard import Scorecard
from credlens.model.together import Together

NAMED = 3  # credentials that are left aside and named with the reason


def cover(
    here: Situation, credentials: Sequence[Credential], cards: Sequence[Scorecard] = (), twice: Collection[str] = ()
) -> Together:
    """What these cover together of the target's work, what they leave out, and towards which degrees they count.

    What a warning keeps out of plans covers nothing: nobody can take it up. Where that is true of all of them, they are looked at all the same,
    and it is said.

    Args:
        here: the person, the target, and what is known.
        credentials: each once.
        cards: their scorecards; without one, a credential counts.
        twice: ids of those that stand beside a record of the same thing and are not counted again.
    """
    known, demand = here.knowledge, here.demand
    target = here.gap.target if demand.n or demand.skills else ""
    once = [c for c in credentials if c.id not in twice] or list(credentials)
    reasons = {card.credential: flags[0].because.rstrip(".") for card in cards if (flags := card.gating())}
    counted = [c for c in once if c.id not in reasons]
    made = together(
        counted or once,
        demand,
        here.gap,
        known.taxonomy,
        recognise(target, demand.titles, known.foundations),
        known.catalog,
        here.person,
        today=here.ports.today,
        ads=[frozenset(ad) for ad in here.asked],
    )
    if not made.known:
        return made
    remark = _aside([c for c in once if c.id in reasons], reasons, nothing_left=not counted)
    return replace(made, says=(*made.says[:1], *remark, *made.says[1:]))


def _aside(out: Sequence[Credential], reasons: dict[str, str], *, nothing_left: bool) -> tuple[str, ...]:
    """What is not counted, and why, in one sentence."""
    if not out:
        return ()
    named = "; ".join(f"{c.title} ({reasons[c.id]})" for c in out[:NAMED])
    more = f"; and {len(out) - NAMED} more" if len(out) > NAMED else ""
    if nothing_left:
        return (f"That is what it would cover: a warning keeps it out of plans. {named}{more}.",)
    return (f"Not counted, since a warning keeps it out of plans: {named}{more}.",)
