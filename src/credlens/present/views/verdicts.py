"""Verdicts on the credentials that the person asked about by name."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model import naming
from credlens.model.scorecard import FlagState
from credlens.present import words
from credlens.present.context import Context


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict.

    Attributes:
        meaning: ``good``, ``caution`` or ``stop``; ``says``: the same in words.
        because: reasons; ``next_step``: what to do now.
    """

    title: str
    meaning: str
    says: str
    because: tuple[str, ...]
    next_step: str


def verdicts(context: Context) -> tuple[Verdict, ...]:
    """A verdict for each credential under consideration, in the order asked."""
    return tuple(_verdict(context, c) for c in context.loop.considering)


def _verdict(context: Context, credential: str) -> Verdict:
    meaning, says, next_step = _state(context, credential)
    return Verdict(context.title(credential), meaning, says, _because(context, credential), next_step)


def _state(context: Context, credential: str) -> tuple[str, str, str]:
    loop = context.loop
    target = loop.gap.target
    card = context.cards.get(credential)
    plans = context.plans_with(credential)
    if loop.gap.blocked:
        return (
            "stop",
            f"Not now: it does not open the way to {target}.",
            "Settle the gate at the top of this report first.",
        )
    warned = card is not None and bool(card.firing())
    if credential in dict(loop.left_out):
        # Left out for want of facts is no verdict on the credential: only a warning makes it one.
        return (
            "stop" if warned else "caution",
            f"Not for {target} as things stand: no plan can use it.",
            "Where something is unknown, look it up, add it and ask again; otherwise take another option.",
        )
    if warned:
        return "caution", "Think twice: there is a warning.", "Read the warning, and compare the options above."
    if plans:
        return (
            "good",
            f"Worth taking: the {words.listing(plans)} plan uses it.",
            "See when, and for how much, under Plan.",
        )
    if card is not None:
        return (
            "caution",
            "Possible, but other credentials close more of your gap within your limits.",
            "Compare it above.",
        )
    return "caution", "Cannot tell: it was not scored.", "Look up its price, workload and assessment, and add them."


def _because(context: Context, credential: str) -> tuple[str, ...]:
    loop = context.loop
    reasons = [words.full_stop(reason) for left, reason in loop.left_out if left == credential]
    card = context.cards.get(credential)
    if card is not None:
        reasons += [words.full_stop(f.because) for f in card.firing()]
        unsettled = [naming.flag(f.id) for f in card.flags if f.state is FlagState.CANNOT_TELL]
        reasons += [f"Cannot tell yet: {words.listing(unsettled)}."] if unsettled else []
        if card.p_best is not None:
            reasons.append(
                f"Most trustworthy of all {len(context.cards)} judged in {words.simulated(card.p_best)} of the weightings tried."
            )
    closes = [i.skill for i in loop.gap.missing if context.credential(credential).teaches(i.skill)]
    labels = words.listing(context.skills(closes))
    reasons.append(
        f"Of the skills that you lack it teaches {labels}."
        if closes
        else "It teaches none of the skills that you lack."
    )
    seen = loop.demand.recognition(credential)
    unnamed = "" if seen.share.k else "; not named is not rejected"
    reasons.append(f"Named in {words.share(seen.share)}{unnamed}.")
    return tuple(dict.fromkeys(reasons))
