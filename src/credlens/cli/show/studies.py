"""What stands around the scores, in the terminal: who earns by a credential, and what studies of others found."""

from __future__ import annotations

from rich.console import Console

from credlens.cli.show.page import bullets, cell, heading, sentence, table
from credlens.model.evaluation import Evaluation
from credlens.model.motive import Motive
from credlens.model.naming import harmless
from credlens.model.study import NO_PROMISE, Applied


def show_surroundings(page: Console, told: Evaluation) -> None:
    """Motives of all credentials, then studies; what several credentials share is explained once."""
    titles = {i: harmless(told.catalog[i].title) for i in told.motives}
    if titles:
        heading(page, "Who offers it, and why")
        for credential, value in told.motives.items():
            _motive(page, titles[credential] if len(titles) > 1 else "", value)
    if any(told.studies.values()):
        heading(page, "What studies of others found")
        sentence(page, NO_PROMISE)
        explained: set[str] = set()
        for credential, found in told.studies.items():
            if len(titles) > 1 and found:
                page.print()
                sentence(page, titles.get(credential, credential), style="bold")
            _studies(page, found)
            lines = [line for line in map(_about, found) if line not in explained]
            bullets(page, lines, style="dim")
            explained.update(lines)


def _motive(page: Console, title: str, value: Motive) -> None:
    who = harmless(value.who)
    sentence(page, f"{title}: {who}" if title else who, style="bold")
    sentence(page, harmless(f"{value.words} {value.watch}"), indent=2)


def _studies(page: Console, found: tuple[Applied, ...]) -> None:
    rows = table(
        ("study", "left"), ("design", "left"), ("n", "right whole"), ("effect", "left"), ("fits", "left whole")
    )
    for applied in found:
        study = applied.study
        rows.add_row(
            cell(f"{study.title} ({study.year})"),
            cell(study.design.words),
            cell("unknown" if study.n is None else f"{study.n:,}"),
            cell("; ".join(e.words for e in applied.effects[:2])),
            cell(applied.fit.value),
        )
    page.print(rows)


def _about(applied: Applied) -> str:
    study = applied.study
    read_at = next((f" See {s.address}" for s in study.sources if s.address), "")
    return f"{study.title}. With: {study.population}. {applied.because} Caveat: {study.caveat}.{read_at}"
