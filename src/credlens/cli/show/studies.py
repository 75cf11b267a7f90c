"""What stands around the scores, in the terminal: who earns by a credential, and what studies of others found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from credlens.cli.show.cards import records
from credlens.cli.show.page import FEW, bullets, cell, heading, numbers, sentence
from credlens.model.evaluation import Evaluation
from credlens.model.motive import Motive
from credlens.model.naming import harmless
from credlens.model.study import NO_PROMISE, Applied, Fit

Shown = list[tuple[int, Applied]]
"""A study as it is shown for each credential, by its number."""


def show_surroundings(page: Console, told: Evaluation) -> None:
    """Motives of the credentials, then studies; what several credentials share is said once."""
    shown = [c.credential for c in told.comparison.cards]
    _motives(page, {n: told.motives[i] for n, i in enumerate(shown, 1) if i in told.motives})
    found: dict[str, Shown] = {}
    for number, name in enumerate(shown, 1):
        for applied in told.studies.get(name, ()):
            found.setdefault(applied.study.id, []).append((number, applied))
    if not found:
        return
    heading(page, "What studies of others found")
    sentence(page, NO_PROMISE)
    several = len(shown) > 1
    ordered = sorted(found.values(), key=lambda same: -len(same))
    if len(shown) <= FEW:
        _studies(page, ordered, several=several)
        bullets(page, [_about(same, several=several) for same in ordered], style="dim")
        return
    _studies(page, ordered[:FEW], several=several)
    if len(ordered) > FEW:
        sentence(page, f"... and {len(ordered) - FEW} more (all of them with --json).", style="dim")


def show_studies(page: Console, applied: Iterable[Applied]) -> None:
    """The table of what studies found of one credential and people like this one."""
    _studies(page, [[(1, a)] for a in applied], several=False)


def _motives(page: Console, found: dict[int, Motive]) -> None:
    if not found:
        return
    heading(page, "Who offers it, and why")
    alike: dict[tuple[str, str], list[tuple[int, Motive]]] = {}
    for number, value in list(found.items())[:FEW]:
        alike.setdefault((value.words, value.watch), []).append((number, value))
    for (words, watch), same in alike.items():
        whom = [f"{numbers([number])}: {value.who}" if len(found) > 1 else value.who for number, value in same]
        sentence(page, harmless("; ".join(whom)), style="bold")
        sentence(page, harmless(f"{words} {watch}"), indent=2)
    if len(found) > FEW:
        sentence(page, f"And of {len(found) - FEW} more, when you name fewer.", style="dim")


def _studies(page: Console, found: list[Shown], *, several: bool) -> None:
    columns = (("study", "left"), ("design", "left"), ("n", "right whole"), ("effect", "left"), ("fits", "left"))
    rows = []
    for same in found:
        first = same[0][1]
        study = first.study
        rows.append(
            [
                cell(f"{study.title} ({study.year})"),
                cell(study.design.words),
                cell("unknown" if study.n is None else f"{study.n:,}"),
                cell("; ".join(e.words for e in first.effects[:2])),
                Text("\n".join(_fits(same)) if several else first.fit.value),
            ]
        )
    records(page, columns, rows)


def _fits(same: Shown) -> Iterator[str]:
    for fit in Fit:
        whom = [number for number, applied in same if applied.fit is fit]
        if whom:
            yield f"{fit.value}: {numbers(whom)}"


def _about(same: Shown, *, several: bool) -> str:
    study = same[0][1].study
    why: dict[str, list[int]] = {}
    for number, applied in same:
        why.setdefault(applied.because, []).append(number)
    because = " ".join(f"{numbers(whom)}: {text}" if several else text for text, whom in why.items())
    read_at = next((f" See {s.address}" for s in study.sources if s.address), "")
    return f"{study.title}. With: {study.population}. {because} Caveat: {study.caveat}.{read_at}"
