"""What studies found for other people, and how those who offer a credential earn by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.model.evaluation import Evaluation
from credlens.model.study import Applied, Direction, Effect, Fit, Study
from credlens.present import terms, words
from credlens.present.notes import Notes, Ref, Value

_DIRECTIONS = {
    Direction.POSITIVE: ("good", "helped"),
    Direction.NONE: ("caution", "no effect found"),
    Direction.NEGATIVE: ("stop", "harmed"),
    Direction.UNCLEAR: ("caution", "result not seen"),
}
_FITS = {Fit.CLOSE: "close to your case", Fit.PARTLY: "partly like your case", Fit.FAR: "far from your case"}


@dataclass(frozen=True, slots=True)
class EffectView:
    """One finding in words."""

    meaning: str
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class StudyView:
    """One study, and for which of the credentials it is shown: (title, how near), with the reason."""

    title: str
    by: str
    design: str
    n: str
    studied: str
    effects: tuple[EffectView, ...]
    shown_for: tuple[tuple[str, str, str], ...]
    caveat: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class MotiveView:
    """How those behind a credential earn by it."""

    title: str
    who: str
    says: str
    watch: str
    evidence: tuple[Value, ...]


def studies(evaluation: Evaluation, notes: Notes, titles: Mapping[str, str]) -> tuple[StudyView, ...]:
    """Every study that is shown for one of the credentials, once, those for most of them first."""
    by_study: dict[str, list[tuple[str, Applied]]] = {}
    for card in evaluation.comparison.cards:
        for applied in evaluation.studies.get(card.credential, ()):
            by_study.setdefault(applied.study.id, []).append((card.credential, applied))
    ordered = sorted(by_study.values(), key=lambda shown: -len(shown))
    return tuple(_study([(titles[name], a) for name, a in shown], notes) for shown in ordered)


def _study(shown: list[tuple[str, Applied]], notes: Notes) -> StudyView:
    study = shown[0][1].study
    effects = dict.fromkeys(e for _, a in shown for e in a.effects)
    return StudyView(
        title=study.title,
        by=f"{words.listing(study.authors)} {study.year}",
        design=study.design.words,
        n=_n(study),
        studied=words.full_stop(f"{study.studied}; {study.population}"),
        effects=tuple(map(_effect, effects)),
        shown_for=tuple((title, _FITS[a.fit], words.full_stop(a.because)) for title, a in shown),
        caveat=words.full_stop(study.caveat),
        refs=notes.refs(study.sources),
    )


def _n(study: Study) -> str:
    return f"n = {study.n:,} {study.n_of}" if study.n is not None else "n unknown"


def _effect(effect: Effect) -> EffectView:
    meaning, state = _DIRECTIONS[effect.direction]
    unit = terms.plain(effect.unit)
    span = (
        ""
        if effect.low is None or effect.high is None
        else f" (95 % interval {effect.low:g} to {effect.high:g} {unit})"
    )
    return EffectView(meaning, state, f"{effect.words}{span}")


def motives(evaluation: Evaluation, notes: Notes, titles: Mapping[str, str]) -> tuple[MotiveView, ...]:
    """The motive behind each credential, in the order of the page."""
    found = evaluation.motives
    return tuple(
        MotiveView(
            titles[c.credential],
            found[c.credential].who,
            words.full_stop(found[c.credential].words),
            words.full_stop(found[c.credential].watch),
            notes.said(found[c.credential].evidence),
        )
        for c in evaluation.comparison.cards
        if c.credential in found
    )
