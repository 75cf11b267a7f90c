"""Worth: the credentials that matter here, judged side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from credlens.model import naming
from credlens.model.fact import Method
from credlens.model.scorecard import CriterionValue, Estimate, Flag, FlagState, Scorecard
from credlens.present import terms, words
from credlens.present.charts import interval
from credlens.present.context import Context
from credlens.present.notes import Notes, Value, safe_link
from credlens.present.views.options import BEST

MOST = 5  # so many columns can be read side by side; what is planned or asked about is never left out
LOOK_UPS = 3

_FLAGS = {
    FlagState.FIRES: ("stop", "warns"),
    FlagState.CANNOT_TELL: ("caution", "cannot tell"),
    FlagState.CLEAR: ("good", "clear"),
}


_HEDGES = ("recorded", "from memory")


@dataclass(frozen=True, slots=True)
class Score:
    """A score or a criterion in words and drawn; ``unknown`` when it is known to hardly anything."""

    text: str
    strip: Markup
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class FlagView:
    """One warning: its meaning, its state in words, and why."""

    name: str
    meaning: str
    state: str
    because: Value


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion of one credential, with its reason and evidence."""

    name: str
    score: Score
    weight: str
    because: str
    evidence: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One credential."""

    title: str
    anchor: str
    why: str
    quality: Score
    suitability: Score
    p_best: str
    p_top3: str
    warnings: tuple[str, ...]
    flags: tuple[FlagView, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion over all credentials compared; None where it was not judged."""

    name: str
    group: str
    cells: tuple[tuple[str, Score | None], ...]


@dataclass(frozen=True, slots=True)
class LookUp:
    """Something whose answer would change the ranking."""

    what: str
    of: str
    link: str


@dataclass(frozen=True, slots=True)
class Worth:
    """The comparison.

    Attributes:
        of: how many credentials were judged in all; ``ranked``: how many of them are ranked.
    """

    lead: str
    of: int
    ranked: int
    judged: tuple[Judged, ...]
    rows: tuple[CriterionRow, ...]
    axis: Markup
    look_up: tuple[LookUp, ...]


def worth(context: Context) -> Worth:
    """The comparison of a loop: what is planned, what was asked about, and the best alternatives."""
    chosen = _chosen(context)
    return Worth(
        lead=_lead(context, chosen),
        of=len(context.loop.comparison.cards),
        ranked=sum(c.p_best is not None for c in context.loop.comparison.cards),
        judged=tuple(_judged(context, c) for c in chosen),
        rows=_rows(context, chosen),
        axis=interval.axis(),
        look_up=_look_ups(context, chosen),
    )


def _chosen(context: Context) -> list[Scorecard]:
    """What the first plan takes and what was asked about, then the most trustworthy options for the first skills."""
    loop = context.loop
    planned = [s.credential for p in loop.plans[:1] for s in p.steps]
    must = dict.fromkeys(i for i in (*planned, *loop.considering) if i in context.cards)
    first = {o.credential for skill in loop.gap.first for o in loop.options.get(skill, ())[:BEST]}
    others = sorted(
        (c for c in loop.comparison.cards if c.credential in first and c.credential not in must),
        key=lambda c: (-c.quality.median, c.credential),
    )
    return [context.cards[i] for i in must] + others[: max(1, MOST - len(must))]


def _lead(context: Context, chosen: list[Scorecard]) -> str:
    if not chosen:
        return "Nothing was judged, because no credential in the catalog fits a missing skill."
    ranked = [c for c in chosen if not c.unranked]
    if not ranked:
        return (
            f"None of these {len(chosen)} can be ranked: a warning keeps it out of plans, or too little is known of it."
        )
    best = max(ranked, key=lambda c: (c.quality.median, c.credential))
    text = f"{context.title(best.credential)} can be trusted most of these {len(ranked)}: {score(best.quality).text} of 100"
    rivals = sum(1 for c in ranked if c is not best and c.quality.high > best.quality.low)
    if not rivals:
        return f"{text}, ahead of all others."
    return f"{text}, but its interval overlaps with {words.count(rivals, 'other')}: no clear winner."


def score(estimate: Estimate) -> Score:
    """A score with its 5-95 % interval."""
    text = f"{words.score(estimate.median)} ({words.score_range(estimate.low, estimate.high)})"
    return Score(text, interval.interval(estimate.low, estimate.median, estimate.high))


def _judged(context: Context, card: Scorecard) -> Judged:
    return Judged(
        title=context.title(card.credential),
        anchor=context.anchor("judged", card.credential),
        why=_why(context, card.credential),
        quality=score(card.quality),
        suitability=score(card.suitability),
        p_best="not ranked" if card.p_best is None else words.simulated(card.p_best),
        p_top3="not ranked" if card.p_top3 is None else words.simulated(card.p_top3),
        warnings=tuple(words.full_stop(f.because) for f in card.firing()),
        flags=tuple(flag_view(context.notes, f) for f in card.flags),
        reasons=tuple(_reason(context, c) for c in card.criteria),
    )


def _why(context: Context, credential: str) -> str:
    plans = context.plans_with(credential)
    if plans:
        return f"in the plan: {words.listing(plans)}"
    return "you asked about it" if credential in context.loop.considering else "alternative"


def flag_view(notes: Notes, flag: Flag) -> FlagView:
    """One warning with its footnotes."""
    meaning, state = _FLAGS[flag.state]
    if hedged(flag):
        meaning, state = "neutral", "nothing found"
    sources = [e.source for e in flag.evidence]
    because = notes.value(words.full_stop(flag.because), sources)
    return FlagView(words.upper_first(naming.flag(flag.id)), meaning, state, because)


def hedged(flag: Flag) -> bool:
    """Whether a flag is clear only as far as somebody remembers, or as far as anything is recorded: no sign of approval."""
    said = any(words_ in flag.because for words_ in _HEDGES)
    return flag.state is FlagState.CLEAR and (said or any(e.source.method is Method.RECALLED for e in flag.evidence))


def _reason(context: Context, value: CriterionValue) -> Reason:
    return Reason(
        name=terms.criterion(value.id),
        score=criterion_score(value),
        weight=words.percent(value.weight),
        because=words.full_stop(value.because),
        evidence=context.notes.said(value.evidence),
    )


def criterion_score(value: CriterionValue) -> Score:
    """A criterion in words and drawn."""
    unknown = naming.unknown(value)
    text = words.score_range(value.low, value.high)
    sign = naming.interval(value).partition(": ")[0] if unknown else ""
    strip = interval.span(value.low, value.high, unknown=unknown)
    return Score(f"{sign}: {text}" if sign else text, strip, unknown)


def _rows(context: Context, chosen: list[Scorecard]) -> tuple[CriterionRow, ...]:
    names = {c.id: c.group for card in chosen for c in card.criteria}
    tables = [(context.title(card.credential), {c.id: c for c in card.criteria}) for card in chosen]
    return tuple(
        CriterionRow(
            terms.criterion(name),
            group,
            tuple((title, criterion_score(found[name]) if name in found else None) for title, found in tables),
        )
        for name, group in names.items()
    )


def _look_ups(context: Context, chosen: Sequence[Scorecard]) -> tuple[LookUp, ...]:
    """The worst unknowns, those of what is compared here before those of others."""
    here = {c.credential for c in chosen}
    found = sorted(context.loop.comparison.look_up_next, key=lambda unknown: unknown.credential not in here)
    return tuple(_look_up(context, u.credential, u.criterion) for u in found[:LOOK_UPS])


def _look_up(context: Context, credential: str, criterion: str) -> LookUp:
    link = safe_link(context.credential(credential).official_url.get(""))
    return LookUp(terms.criterion(criterion), context.title(credential), link)
