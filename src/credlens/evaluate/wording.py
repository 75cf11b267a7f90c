"""What a comparison says, in sentences: every face prints the same ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from credlens.evaluate.answer import BEATS, NAMED, answer, duel, gates, ranked, share, unfit
from credlens.evaluate.weights.left_out import left_out
from credlens.model import naming
from credlens.model.evaluation import Wording
from credlens.model.scorecard import Comparison, Dominance, LookUp, Scorecard, Sensitivity

SURE = 0.8  # of the simulated cases: who is best in so many is best under nearly all weights, as a letter takes 0.8 of the draws
OFTEN = 0.05  # of the simulated cases: for whom is best in fewer, no weights are proposed
LEAD = 0.01  # of the scale: a first place by less is too near to be relied on


def wording(comparison: Comparison, titles: Mapping[str, str]) -> Wording:
    """The sentences of a comparison.

    Args:
        comparison: what is said.
        titles: what each credential is called, by id.
    """
    held = comparison.sensitivity
    return Wording(
        answer=answer(comparison, titles),
        dominance=_dominances(comparison, titles),
        best_if=tuple(_best_if(ranked(comparison), titles)),
        holds=_holds(comparison, held, titles) if held else "",
        look_up=tuple((u.credential, _field(u), _tells(u)) for u in comparison.look_up_next),
        gates=gates(comparison.cards, titles),
        fits=unfit(comparison.cards),
        firm=held is not None and held.holds and _apart(comparison, held),
        weights=left_out(comparison.weighting),
    )


def _dominances(comparison: Comparison, titles: Mapping[str, str]) -> tuple[str, ...]:
    if not comparison.dominated and len(ranked(comparison)) > 1:
        return ("None is at least as good as another on everything.",)
    return tuple(_dominance(d, titles) for d in comparison.dominated)


def _dominance(found: Dominance, titles: Mapping[str, str]) -> str:
    better, worse = titles[found.better], titles[found.worse]
    if found.surely:
        return f"{better} is at least as good as {worse} on everything, whatever the unknowns turn out to be."
    return f"{better} is at least as good as {worse} on everything, as far as is known."


def _best_if(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each that some weights put first, and one for all whom only the unknowns may."""
    often = [c for c in cards if (c.p_best or 0.0) >= OFTEN]
    named = [(c, text) for c in often if (text := _favoured(c))]
    for card, text in named:
        yield f"{titles[card.credential]} is {text}."
    if len(named) < len(often):
        whom = "others" if named else "one or another"
        yield f"What may put {whom} first is what the unknowns turn out to be, not what you care about."


def _favoured(card: Scorecard) -> str:
    if (card.p_best or 0.0) >= SURE:
        return "best under nearly all weights"
    found = card.favour
    if found is None or not found.leads:
        return ""
    more, less = _names(found.more), _names(found.less)
    if more and less:
        return f"best if you care more about {more}, and less about {less}"
    return f"best if you care more about {more}" if more else f"best if you care less about {less}" if less else ""


def _names(criteria: Sequence[str]) -> str:
    return " and ".join(f'"{naming.criterion(c)}"' for c in criteria[:NAMED])


def _apart(comparison: Comparison, held: Sensitivity) -> bool:
    """Whether the first is far enough ahead of the second to be relied on."""
    return held.lead >= LEAD and (duel(comparison) or 0.0) >= BEATS


def _holds(comparison: Comparison, held: Sensitivity, titles: Mapping[str, str]) -> str:
    who, now = titles[held.first], f"{naming.ahead(held.lead)} now"
    if held.holds and _apart(comparison, held):
        return f"The first place holds: whichever weight is halved or raised by half, {who} stays first ({now})."
    won = duel(comparison)
    beats = "" if won is None else f", and it beats the second in {share(won)} of the simulated cases"
    near = naming.level(held.lead)
    if held.holds:
        lead = "it and the second are level" if near else f"it is {naming.ahead(held.lead)}"
        return f"Whichever weight is halved or raised by half, {who} stays first, but the lead is too small to rely on: {lead}{beats}."
    lead = f"{who} and the second are level" if near else f"{who} is {naming.ahead(held.lead)}"
    changes = sum(s.first != held.first for s in held.shifts)
    put = "puts" if changes == 1 else "put"
    return (
        f"The first place depends on the weights: {lead}, and {changes} of {len(held.shifts)} changes of one weight by half {put} "
        "somebody else first."
    )


def _field(found: LookUp) -> str:
    fields = ", ".join(map(naming.plain, found.fields))
    name = naming.criterion(found.criterion)
    return f"{name} ({fields})" if fields != name else name


def _tells(found: LookUp) -> str:
    if found.tells is None or found.changes is None:
        points = round(found.narrows * 100)
        most = "up to 1 point" if points == 1 else f"up to {points} points" if points else "less than 1 point"
        return f"the answer may move its quality by {most} of 100"
    return (
        f"the answer settles {share(found.tells)} of what is open about the first place, and would change who leads in "
        f"{share(found.changes)} of cases"
    )
