"""The first sentences of a comparison: who is first, how sure that is, and what warns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from credlens.evaluate.ranked import ENOUGH, LITTLE
from credlens.model import naming
from credlens.model.evaluation import LAW
from credlens.model.scorecard import Comparison, Estimate, Flag, Scorecard

BEST = 0.5  # of the simulated cases: who is best in fewer does not clearly lead
BEATS = 0.6  # of the simulated cases: who beats the second in fewer does not either
NAMED = 2  # credentials or warnings that a sentence names
FITS = (
    "How it suits you cannot be told yet: give job ads (credlens gap --ads FOLDER), and a budget and hours a week "
    "(credlens profile set budget=300 hours=6)."
)


def answer(comparison: Comparison, titles: Mapping[str, str]) -> str:
    """What was asked, answered in one breath.

    Args:
        comparison: what is said.
        titles: what each credential is called, by id.
    """
    cards = comparison.cards
    if len(cards) == 1:
        return _joined([_trust(cards[0]), _fit(cards[0]), _kept_out(cards, titles), _cautions(cards)])
    return _joined(
        [
            _leader(comparison, titles),
            _apart(cards, titles),
            _hardly_known(cards, titles),
            _kept_out(cards, titles),
            _cautions(cards),
        ]
    )


def gates(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> tuple[str, ...]:
    """What the law demands, each demand once, with those that it stands before unless it stands before all."""
    found = _grouped((flag.because, card) for card in cards for flag in card.gating() if flag.id == LAW)
    return tuple(
        _sentence(because if len(before) == len(cards) else f"{_some(before, titles)}: {because}")
        for because, before in found.items()
    )


def unfit(cards: Sequence[Scorecard]) -> str:
    """Why how they suit the person cannot be told of any of them; empty where it can of one."""
    return "" if any(c.fits_known >= ENOUGH for c in cards) else FITS


def clearly(first: Scorecard, duel: float | None) -> bool:
    """Whether the first of the list clearly leads.

    Args:
        first: with the best expected quality.
        duel: share of the simulated cases in which it beats the second; None when nobody met.
    """
    return (first.p_best or 0.0) >= BEST and (duel or 0.0) >= BEATS


def ranked(comparison: Comparison) -> list[Scorecard]:
    """Those that are ranked, best expected quality first."""
    return [c for c in comparison.cards if c.p_best is not None]


def duel(comparison: Comparison) -> float | None:
    """Share of the simulated cases in which the first beats the second; None when there are no two."""
    found = ranked(comparison)
    return comparison.wins.get((found[0].credential, found[1].credential)) if len(found) > 1 else None


def share(value: float) -> str:
    """A simulated share as a percentage; simulation never proves 0 or 1, so neither is printed."""
    if value < 0.01:
        return "under 1 %"
    return "over 99 %" if value > 0.99 else f"{value * 100:.0f} %"


def estimate(value: Estimate) -> str:
    """A score: "46 of 100 (38 to 55)"."""
    return f"{value.median * 100:.0f} of 100 ({value.low * 100:.0f} to {value.high * 100:.0f})"


def _graded(value: Estimate) -> str:
    if value.letter:
        return f"{estimate(value)}, grade {value.letter}"
    return f"{value.median * 100:.0f} of 100, somewhere from {value.low * 100:.0f} to {value.high * 100:.0f}, so no grade yet"


def _trust(card: Scorecard) -> str:
    if card.known < ENOUGH:
        return f"Too little is known of it to say how far it can be trusted: {_known(card)} of what counts."
    return f"Trust: {_graded(card.quality)}."


def _fit(card: Scorecard) -> str:
    return FITS if card.fits_known < ENOUGH else f"Fit for you: {_graded(card.suitability)}."


def _leader(comparison: Comparison, titles: Mapping[str, str]) -> str:
    found = ranked(comparison)
    if len(found) < 2:
        left = [c for c in comparison.cards if not c.unranked]
        if len(left) == 1:
            return f"Only {titles[left[0].credential]} can be ranked, with {estimate(left[0].quality)}."
        if all(f.id == LAW for c in comparison.cards for f in c.gating()[:1]) and all(
            c.gating() for c in comparison.cards
        ):
            return f"None of these {len(comparison.cards)} is ranked: what the law demands comes first."
        return f"None of these {len(comparison.cards)} can be ranked."
    first, second = found[0], found[1]
    won = duel(comparison)
    who, best = titles[first.credential], share(first.p_best or 0.0)
    if clearly(first, won):
        often = f"is best in {best} of the simulated cases and beats {titles[second.credential]}, the next, in {share(won or 0.0)}"
        if len(found) == 2:
            often = f"beats {titles[second.credential]} in {share(won or 0.0)} of the simulated cases"
        return f"{who} can be trusted most: it has {estimate(first.quality)}, and {often}."
    return f"Nobody clearly leads: {_narrowly(comparison, found, titles)}.{_oftener(found, titles)}"


def _narrowly(comparison: Comparison, found: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    first, second = (titles[c.credential] for c in found[:2])
    best = share(found[0].p_best or 0.0)
    held = comparison.sensitivity
    if held is not None and naming.level(held.lead):
        return f"{first} and {second} are level with {estimate(found[0].quality)}; {first} is best in {best} of the simulated cases"
    return f"{first} comes first with {estimate(found[0].quality)}, but {_hardly(comparison, found, second)}"


def _hardly(comparison: Comparison, found: Sequence[Scorecard], second: str) -> str:
    """What keeps the first of the list from leading clearly; of two, how often it is best is how often it beats the other."""
    best, won = share(found[0].p_best or 0.0), share(duel(comparison) or 0.0)
    if len(found) == 2:
        return f"beats {second} in only {won} of the simulated cases"
    if (found[0].p_best or 0.0) < BEST:
        return f"is best in only {best} of the simulated cases, and beats {second}, the next, in {won}"
    return f"beats {second}, the next, in only {won} of the simulated cases (it is best in {best})"


def _oftener(found: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    """Who is best more often than the first, which an open score may be."""
    most = max(found, key=lambda c: c.p_best or 0.0)
    if (most.p_best or 0.0) <= (found[0].p_best or 0.0):
        return ""
    return f" {titles[most.credential]} is best more often, in {share(most.p_best or 0.0)}."


def _hardly_known(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    found = [c for c in cards if c.unranked.startswith(LITTLE) and not c.gating()]
    if not found:
        return ""
    if len(found) == 1:
        return f"Too little is known of {titles[found[0].credential]} to rank it: {_known(found[0])} of what counts."
    named = [f"{titles[c.credential]} ({_known(c)} of what counts)" for c in found[:NAMED]]
    return f"Too little is known of {_listed(named, len(found))} to rank them."


def _apart(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    """Who is not ranked for a reason that does not lie in its scores, such as another record of the same thing."""
    found = [c for c in cards if c.unranked and not c.unranked.startswith(LITTLE) and not c.gating()]
    return " ".join(f"{titles[c.credential]} is not ranked: {c.unranked}." for c in found[:NAMED])


def _kept_out(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    """The warnings that keep credentials out of plans, but for the law's, which stands above."""
    found = _grouped(
        ("; ".join(dict.fromkeys(map(_brief, stops))), card)
        for card in cards
        if (stops := [f for f in card.gating() if f.id != LAW])
    )
    if not found:
        return ""
    if len(cards) == 1:
        return f"A warning keeps it out of plans: {next(iter(found))}."
    named = [f"{_some(whom, titles)} ({why})" for why, whom in list(found.items())[:NAMED]]
    more = sum(len(whom) for whom in list(found.values())[NAMED:])
    rest = [f"{more} more"] if more else []
    return f"Warnings keep out of plans: {'; '.join([*named, *rest])}."


def _brief(flag: Flag) -> str:
    """A reason without what follows it; all of it stands with the warnings."""
    return flag.because.split("; ")[0].rstrip(".")


def _cautions(cards: Sequence[Scorecard]) -> str:
    """The warnings that fire and keep nothing out of plans, by name."""
    found = _grouped((naming.flag(f.id), card) for card in cards for f in card.firing() if not f.gates)
    if not found:
        return ""
    several = len(cards) > 1
    named = [f"{name} ({len(whom)} of {len(cards)})" if several else name for name, whom in list(found.items())[:NAMED]]
    more = len(found) - len(named)
    rest = f", and {more} more {'warning' if more == 1 else 'warnings'}" if more else ""
    return f"{'Warning' if len(found) == 1 else 'Warnings'}: {', '.join(named)}{rest}."


def _grouped(pairs: Iterable[tuple[str, Scorecard]]) -> dict[str, list[Scorecard]]:
    found: dict[str, list[Scorecard]] = {}
    for text, card in pairs:
        found.setdefault(text, []).append(card)
    return found


def _some(cards: Sequence[Scorecard], titles: Mapping[str, str]) -> str:
    return _listed([titles[c.credential] for c in cards[:NAMED]], len(cards))


def _listed(named: Sequence[str], of: int) -> str:
    parts = [*named, f"{of - len(named)} more"] if of > len(named) else [*named]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _known(card: Scorecard) -> str:
    return f"{card.known * 100:.0f} %"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _joined(parts: Iterator[str] | Sequence[str]) -> str:
    return " ".join(filter(None, parts))
