"""What a log says of a credential in words. Where the person chose when to show it, no word says that it made the difference."""

from __future__ import annotations

from math import exp

from credlens.model.belief import Belief
from credlens.model.helped import HelpedVerdict
from credlens.outcomes.learning import MORE_BIAS, RATE_WORTH, Learned
from credlens.outcomes.tossing import ENOUGH, LOOKS, look, next_look

SMALL_POWER = 0.5  # logs that decide less often than this cannot tell, whatever this one says
RANKED = 100  # applications in each arm below which credentials are not compared with each other by a log


_CHOSEN = {True: HelpedVerdict.MORE_WITH_IT, False: HelpedVerdict.FEWER_WITH_IT, None: HelpedVerdict.CANNOT_TELL}


def verdict(learned: Learned) -> HelpedVerdict:
    """What may be said. Where a coin chose, nothing is before the first look, and no look is passed by."""
    n = learned.shown.n + learned.hidden.n
    if not learned.shown.n or not learned.hidden.n:
        return HelpedVerdict.NO_DATA
    if learned.tossed:
        p = learned.posterior.above_zero
        if not look(n):
            return HelpedVerdict.CANNOT_TELL
        if p > ENOUGH:
            return HelpedVerdict.HELPED
        return HelpedVerdict.HARMED if p < 1 - ENOUGH else HelpedVerdict.CANNOT_TELL
    return _CHOSEN[chosen(learned.posterior, dict(learned.sensitivity)[MORE_BIAS])]


def chosen(posterior: Belief, more_bias: Belief) -> bool | None:
    """Whether interviews are more frequent with it, where the person chose; None when that cannot be told.

    It has to hold with twice the bias that is expected, too. With the expected one alone a choice of that strength makes 13 of 100 searches
    with 300 applications in each arm say so where there is nothing (``benchmarks/outcomes.py``).
    """
    return posterior.decided if posterior.decided is more_bias.decided else None


def first(learned: Learned) -> str:
    """How little such a log can prove: what has to be read before any number."""
    shown, hidden = learned.shown.n, learned.hidden.n
    n = shown + hidden
    if not n:
        return "No application counts yet: one does 45 days after it was sent, when it is said whether it showed the credential."
    if not shown or not hidden:
        group = "showed it" if shown else "left it off"
        return f"All {n} applications that count {group}: there is nothing to compare them with."
    of = f"{_applications(n)} ({shown} with it, {hidden} without)"
    odds = f"of 100 logs of this size {_rounded(learned.power)} decide, for or against"
    if learned.power < SMALL_POWER:
        return f"{of} cannot tell: {odds}."
    return f"{of} can tell, but need not: {odds}."


def told(learned: Learned) -> tuple[str, ...]:
    """What came out, and what it does not mean."""
    if not learned.shown.n or not learned.hidden.n:
        return ()
    shown, hidden = learned.shown, learned.hidden
    lines = [
        f"Interviews within 45 days: {shown.interviews} of {shown.n} with it, {hidden.interviews} of {hidden.n} without.",
        f"Your base rate without it is about {learned.rate:.0%}, with the usual 5 % counted like {RATE_WORTH} applications.",
        _moved(learned.prior, learned.posterior),
        _meaning(learned),
    ]
    if learned.adjusted:
        lines.append(f"The comparison takes into account: {', '.join(_COVARIATE[name] for name in learned.adjusted)}.")
    if learned.tossed:
        lines.append(_rule(shown.n + hidden.n))
    return tuple(lines)


def belief_words(belief: Belief) -> str:
    """A belief in one clause: the odds ratio, its interval, and the probability of more."""
    return f"odds {exp(belief.median):.2f} times (90 %: {exp(belief.low):.2f} to {exp(belief.high):.2f}), more with it: {belief.above_zero:.0%}"


_COVARIATE = {
    "match": "how far you match the ad",
    "referral": "whether somebody recommended you",
    "years": "the years of experience that the ad asks for",
}


def _moved(prior: Belief, posterior: Belief) -> str:
    points = round(100 * posterior.above_zero) - round(100 * prior.above_zero)
    by = "did not move that" if not points else f"moved that by {points:+d} points, to {posterior.above_zero:.0%}"
    before = f"Judged from published studies alone, interviews are more frequent with it with a probability of {prior.above_zero:.0%}."
    return f"{before} Your applications {by}."


def _meaning(learned: Learned) -> str:
    match verdict(learned):
        case HelpedVerdict.HELPED:
            return "A coin chose where to show it, so that showing it made the difference: it helped."
        case HelpedVerdict.HARMED:
            return "A coin chose where to show it, so that showing it made the difference: it did harm. Leave it off."
        case HelpedVerdict.MORE_WITH_IT:
            return (
                "Interviews were more frequent with it. You chose where to show it, so that something else may be the reason. "
                "A coin could tell: credlens log coin."
            )
        case HelpedVerdict.FEWER_WITH_IT:
            return "Interviews were less frequent with it. You chose where to show it, so that something else may be the reason."
        case _ if learned.tossed:
            return "It cannot be told yet whether it helped or did harm."
        case _:
            return "It cannot be told whether interviews are more frequent with it."


def _rule(n: int) -> str:
    following = next_look(n)
    if following is None:
        return f"{LOOKS[-1]} applications were the last look: there is no more to toss for."
    reached = look(n)
    seen = f"The look at {reached} has been taken. " if reached else ""
    return f"{seen}The next look is at {following} applications that count; there are {n}."


def _applications(n: int) -> str:
    return "1 application" if n == 1 else f"{n:,} applications"


def _rounded(p: float) -> str:
    percent = 100 * p
    return "fewer than 1" if percent < 1 else "more than 99" if percent > 99 else f"{percent:.0f}"
