"""The page of a comparison as one value: every part, built in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from credlens.model import naming
from credlens.model.evaluation import LAW, Evaluation
from credlens.model.scorecard import CriterionValue, Estimate, Flag, FlagState, Scorecard
from credlens.model.study import NO_PROMISE
from credlens.present import terms, words
from credlens.present.charts import interval
from credlens.present.notes import Notes, safe_link
from credlens.present.views.covering import Covering, covering
from credlens.present.views.found import MotiveView, StudyView, motives, studies
from credlens.present.views.ranking import Ranking, chances, ranking
from credlens.present.views.sources import Sources, sources
from credlens.present.views.tree import Node, node
from credlens.present.views.worth import CriterionRow, FlagView, Score, criterion_score, flag_view, hedged

COLUMNS = 4  # credentials in one table of criteria; more are printed in further tables
SHORT = 60  # letters of a title that heads a column


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One credential in the chart of a score.

    Attributes:
        grade: the letter in words; ``chances``: how often it is first; may be empty.
    """

    title: str
    link: str
    strip: Markup
    figures: str
    grade: str
    chances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """All credentials on one axis."""

    id: str
    title: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Criteria (rows) of a few credentials (columns)."""

    titles: tuple[str, ...]
    rows: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """The warnings of one credential.

    Attributes:
        open: those that cannot be told.
        hedged: those that are clear only as far as somebody remembers, or as far as anything is recorded.
        clear: the others, in words.
    """

    title: str
    link: str
    fires: tuple[FlagView, ...]
    open: tuple[FlagView, ...]
    hedged: tuple[FlagView, ...]
    clear: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Everything the template prints.

    Attributes:
        gates: what the law demands first; it stands above everything else.
        fits: why how they suit the person cannot be told yet; may be empty.
        stops: (titles, warnings) of what is kept out of plans; it stands above the scores.
    """

    heading: str
    gates: tuple[str, ...]
    answer: str
    fits: str
    example: str
    made: str
    facts: tuple[tuple[str, str], ...]
    stops: tuple[tuple[str, tuple[FlagView, ...]], ...]
    warned: tuple[Warned, ...]
    charts: tuple[ScoreChart, ...]
    axis: Markup
    grids: tuple[Grid, ...]
    ranking: Ranking
    covering: Covering | None
    studies: tuple[StudyView, ...]
    motives: tuple[MotiveView, ...]
    trees: tuple[tuple[str, Node], ...]
    sources: Sources
    no_promise: str = NO_PROMISE


def page(evaluation: Evaluation) -> ComparisonPage:
    """The page of an evaluation. Parts are built in reading order, so that footnotes are numbered in it."""
    notes = Notes(evaluation.made)
    cards = evaluation.comparison.cards
    titles = {c.credential: cut(evaluation.catalog[c.credential].title) for c in cards}
    return ComparisonPage(
        heading=_heading(evaluation),
        gates=evaluation.wording.gates,
        answer=evaluation.wording.answer,
        fits=evaluation.wording.fits if len(cards) > 1 else "",
        example="The ads are invented examples: they say nothing about real demand."
        if evaluation.demand.examples
        else "",
        made=words.day(evaluation.made),
        facts=_facts(evaluation),
        stops=_stops(evaluation, notes),
        warned=tuple(_warned(evaluation, notes, c) for c in cards),
        charts=_charts(evaluation, cards),
        axis=interval.axis(),
        grids=tuple(_grid(cards[i : i + COLUMNS], titles) for i in range(0, len(cards), COLUMNS)),
        ranking=ranking(evaluation, titles),
        covering=covering(evaluation, notes, titles),
        studies=studies(evaluation, notes, titles),
        motives=motives(evaluation, notes, titles),
        trees=tuple((_anchor(cards, c), node(notes, evaluation.why[c.credential])) for c in cards),
        sources=sources(notes, evaluation.taxonomy, evaluation.catalog),
    )


def _stops(evaluation: Evaluation, notes: Notes) -> tuple[tuple[str, tuple[FlagView, ...]], ...]:
    """What is kept out of plans and why, but for the law's reasons, which stand above; the same reasons once for all they hold for."""
    found: dict[tuple[str, ...], list[Scorecard]] = {}
    for card in evaluation.comparison.cards:
        stops = [f for f in card.gating() if f.id != LAW or not evaluation.wording.gates]
        if stops:
            found.setdefault(tuple(f.because for f in stops), []).append(card)
    return tuple(
        (
            words.listing([evaluation.catalog[c.credential].title for c in same]),
            tuple(_firing(notes, f) for f in same[0].gating() if f.because in reasons),
        )
        for reasons, same in found.items()
    )


def cut(title: str) -> str:
    """A title for the head of a column, at most :data:`SHORT` letters."""
    if len(title) <= SHORT:
        return title
    begins, _, rest = title[: SHORT - 1].rpartition(" ")
    return f"{begins or rest}\N{HORIZONTAL ELLIPSIS}"


def _heading(evaluation: Evaluation) -> str:
    cards = evaluation.comparison.cards
    if len(cards) == 1:
        return cut(evaluation.catalog[cards[0].credential].title)
    return f"{words.count(len(cards), 'credential')} side by side"


def _facts(evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    demand = evaluation.demand
    read = (
        f"{words.count(demand.n, 'distinct ad')} of {words.count(demand.employers, 'employer')}" if demand.n else "none"
    )
    return (
        ("Target", evaluation.target),
        ("Ads read", read),
        ("Weights", _weights(evaluation)),
    )


def _weights(evaluation: Evaluation) -> str:
    origin, notes = evaluation.comparison.weighting.origin, evaluation.wording.weights
    return " ".join((f"{origin}.", *notes)) if notes else origin


def _anchor(cards: Sequence[Scorecard], card: Scorecard) -> str:
    """Numbered, since ids may hold anything."""
    return f"why-{cards.index(card) + 1}"


def _charts(evaluation: Evaluation, cards: Sequence[Scorecard]) -> tuple[ScoreChart, ...]:
    def row(card: Scorecard, estimate: Estimate, said: Sequence[str]) -> ScoreRow:
        figures = f"{words.score(estimate.median)} ({words.score_range(estimate.low, estimate.high)})"
        return ScoreRow(
            evaluation.catalog[card.credential].title,
            f"#{_anchor(cards, card)}",
            interval.interval(estimate.low, estimate.median, estimate.high),
            figures,
            f"grade {estimate.letter}" if estimate.letter else "no grade yet",
            tuple(said),
        )

    ranked = sum(c.p_best is not None for c in cards)
    quality = (
        ScoreChart(
            "quality", "Quality: can it be trusted", tuple(row(c, c.quality, chances(c, ranked)) for c in cards)
        ),
    )
    if evaluation.wording.fits:
        return quality
    suits = tuple(row(c, c.suitability, ()) for c in cards)
    return (*quality, ScoreChart("suitability", "Suitability: what it means for you", suits))


def _grid(cards: Sequence[Scorecard], titles: dict[str, str]) -> Grid:
    first = cards[0].criteria

    def cells(value: CriterionValue) -> tuple[tuple[str, Score | None], ...]:
        return tuple((titles[c.credential], criterion_score(c.criterion(value.id))) for c in cards)

    rows = tuple(
        CriterionRow(terms.criterion(v.id), f"{v.group}, weighs {words.percent(v.weight)}", cells(v)) for v in first
    )
    return Grid(tuple(titles[c.credential] for c in cards), rows)


def _warned(evaluation: Evaluation, notes: Notes, card: Scorecard) -> Warned:
    credential = evaluation.catalog[card.credential]
    by_state: dict[FlagState, list[Flag]] = {}
    for flag in sorted(card.flags, key=lambda f: not f.gates):
        by_state.setdefault(flag.state, []).append(flag)
    clear = by_state.get(FlagState.CLEAR, [])
    return Warned(
        credential.title,
        safe_link(credential.official_url.get("")),
        tuple(
            _said_above(_firing(notes, f)) if f.gates else _firing(notes, f) for f in by_state.get(FlagState.FIRES, ())
        ),
        tuple(flag_view(notes, f) for f in by_state.get(FlagState.CANNOT_TELL, ())),
        tuple(flag_view(notes, f) for f in clear if hedged(f)),
        words.listing([naming.flag(f.id) for f in clear if not hedged(f)]),
    )


def _said_above(found: FlagView) -> FlagView:
    """What keeps it out of plans stands above the scores, with its reason and sources."""
    return replace(found, because=replace(found.because, text="See the top of this page."))


def _firing(notes: Notes, flag: Flag) -> FlagView:
    """A warning that keeps it out of plans says so; the others are cautions."""
    found = flag_view(notes, flag)
    return replace(found, state="keeps it out of plans") if flag.gates else replace(found, meaning="caution")
