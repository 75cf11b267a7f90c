"""What a comparison says, in sentences: every face prints the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from credlens.model import naming
from credlens.model.evaluation import Wording
from credlens.model.scorecard import Comparison, Dominance, Estimate, Favour, LookUp, Scorecard, Sensitivity

CLEAR_LEAD = 0.8  # of the weightings; below it nobody clearly leads, as a letter takes 0.8 of the draws
NAMED = 2  # criteria, or credentials with a warning, that a sentence names


def wording(comparison: Comparison, titles: Mapping[str, str]) -> Wording:
    """The sentences of a comparison.

    Args:
        comparison: what is said.
        titles: what each credential is called, by id.
    """
    cards = comparison.cards
    held = comparison.sensitivity
    return Wording(
        answer=_answer(cards, titles),
        dominance=tuple(_dominance(d, titles) for d in comparison.dominated),
        best_if=tuple(_best_if(cards, titles)),
        holds=_holds(held, titles) if held else "",
        look_up=tuple((u.credential, _field(u), _tells(u)) for u in comparison.look_up_next),
    )


def share(value: float) -> str:
    """A simulated share as a percentage; simulation never proves 0 or 1, so neither is printed."""
    if value < 0.01:
        return "under 1 %"
    return "over 99 %" if value > 0.99 else f"{value * 100:.0f} %"


def estimate(value: Estimate) -> str:
    """A score: "46 of 100 (38 to 55)"."""
    return f"{value.median * 100:.0f} of 100 ({value.low * 100:.0f} to {value.high * 100:.0f})"


def _answer(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    if len(cards) == 1:
        card = cards[0]
        text = f"It can be trusted {estimate(card.quality)}: {_letter(card.quality)}. "
        text += f"It suits you {estimate(card.suitability)}: {_letter(card.suitability)}."
        return text + _gated([card], titles, alone=True)
    return f"{_leader(cards, titles)}{_gated(cards, titles, alone=False)}"


def _letter(value: Estimate) -> str:
    return f"grade {value.letter}" if value.letter else "too open for a grade yet"


def _leader(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    ranked = sorted((c for c in cards if c.p_best is not None), key=lambda c: -(c.p_best or 0.0))
    if len(ranked) < 2:
        return f"{len(cards)} credentials were judged, and fewer than two of them can be ranked."
    first, second = ranked[0], ranked[1]
    if (first.p_best or 0.0) >= CLEAR_LEAD:
        return (
            f"{titles[first.credential]} can be trusted most: it is first in {share(first.p_best or 0.0)} of the weightings and unknowns "
            f"that were drawn, with {estimate(first.quality)}."
        )
    return (
        f"Nobody clearly leads: {titles[first.credential]} is first in {share(first.p_best or 0.0)} of the weightings and unknowns that were "
        f"drawn, {titles[second.credential]} in {share(second.p_best or 0.0)}."
    )


def _gated(cards: Iterable[Scorecard], titles: Mapping[str, str], *, alone: bool) -> str:
    """The warnings that keep credentials out of plans, as further sentences."""
    kept_out = [card for card in cards if card.gating()]
    lines = []
    for card in kept_out[:NAMED]:
        who = "it" if alone else titles[card.credential]
        reasons = [f.because.rstrip(".") for f in card.gating()]
        verb = "warnings keep" if len(reasons) > 1 else "a warning keeps"
        lines.append(f" But {verb} {who} out of plans: {'; '.join(reasons)}.")
    if len(kept_out) > NAMED:
        lines.append(f" Warnings keep {len(kept_out) - NAMED} more of them out of plans.")
    return "".join(lines)


def _dominance(found: Dominance, titles: Mapping[str, str]) -> str:
    better, worse = titles[found.better], titles[found.worse]
    if found.surely:
        return f"{better} is at least as good as {worse} on everything, whatever the unknowns turn out to be."
    return f"{better} is at least as good as {worse} on everything, as far as is known."


def _best_if(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> Iterator[str]:
    """One sentence for each credential that a weighting favours, and one for all those that only the unknowns may put first."""
    found = [(c, _favoured(c, c.favour)) for c in cards if c.favour is not None]
    named = [(c, text) for c, text in found if text]
    for card, text in named:
        yield f"{titles[card.credential]} is {text}."
    if len(named) < len(found):
        whom = "the others" if named else "one or another"
        yield f"What puts {whom} first is what the unknowns turn out to be, not what you care about."


def _favoured(card: Scorecard, found: Favour) -> str:
    if (card.p_best or 0.0) >= CLEAR_LEAD:
        return "best under nearly all weightings"
    more, less = _names(found.more), _names(found.less)
    if more and less:
        return f"best if you care more about {more}, and less about {less}"
    return f"best if you care more about {more}" if more else f"best if you care less about {less}" if less else ""


def _names(criteria: Sequence[str]) -> str:
    return " and ".join(f'"{naming.criterion(c)}"' for c in criteria[:NAMED])


def _holds(found: Sensitivity, titles: Mapping[str, str]) -> str:
    lead = f"{found.lead * 100:.1f} points ahead"
    who = titles[found.first]
    if found.holds:
        return f"The first place holds: whichever weight is halved or raised by half, {who} stays first ({lead} now)."
    changes = sum(s.first != found.first for s in found.shifts)
    return (
        f"The first place depends on the weights: {who} is {lead}, and {changes} of {len(found.shifts)} changes of one weight by half "
        "put somebody else first."
    )


def _field(found: LookUp) -> str:
    fields = ", ".join(map(naming.plain, found.fields))
    name = naming.criterion(found.criterion)
    return f"{name} ({fields})" if fields != name else name


def _tells(found: LookUp) -> str:
    return (
        f"the answer settles {share(found.tells)} of what is open about the first place, and would change who leads in "
        f"{share(found.changes)} of cases"
    )
