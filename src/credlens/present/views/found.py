"""What studies found for other people, and how those who offer a credential earn by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.model.evaluation import Evaluation
from credlens.model.motive import Motive
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
    """One study, and for which of the credentials it is shown: (titles, how near, the reason)."""

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
        shown_for=_shown_for(shown),
        caveat=words.full_stop(study.caveat),
        refs=notes.refs(study.sources),
    )


def _shown_for(shown: list[tuple[str, Applied]]) -> tuple[tuple[str, str, str], ...]:
    alike: dict[tuple[str, str], list[str]] = {}
    for title, applied in shown:
        alike.setdefault((_FITS[applied.fit], words.full_stop(applied.because)), []).append(title)
    return tuple((words.listing(titles), fit, because) for (fit, because), titles in alike.items())


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
    """The motives behind the credentials, in the order of the page; the same words once for all that they hold for."""
    alike: dict[tuple[str, str], list[tuple[str, Motive]]] = {}
    for card in evaluation.comparison.cards:
        if found := evaluation.motives.get(card.credential):
            alike.setdefault((found.words, found.watch), []).append((titles[card.credential], found))
    return tuple(
        MotiveView(
            words.listing([title for title, _ in same]),
            words.listing(list(dict.fromkeys(motive.who for _, motive in same))),
            words.full_stop(says),
            words.full_stop(watch),
            notes.said(e for _, motive in same for e in motive.evidence),
        )
        for (says, watch), same in alike.items()
    )
