"""Comparisons in words: the sentences, the trees of statements, and the page that holds both."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from credlens.app.coverage import cover
from credlens.app.ports import Ports
from credlens.app.situation import Situation
from credlens.app.surroundings import motives, studies
from credlens.evaluate.explain import explain
from credlens.evaluate.wording import wording
from credlens.model.evaluation import Evaluation
from credlens.model.scorecard import Comparison, Statement
from credlens.present.exports import EXPORTS


def told(
    made: date, here: Situation, comparison: Comparison, place: str | None = None, twice: Collection[str] = ()
) -> Evaluation:
    """A comparison made in a situation, with its sentences, the trees behind its scores, and what stands around them.

    Args:
        made: the day of the judgement.
        here: the person, the target, and what is known.
        comparison: what was judged.
        place: ISO 3166 code of where the person looks for work; None when they did not say.
        twice: ids of those that stand beside a record of the same thing, and cover nothing more.
    """
    catalog = here.knowledge.catalog
    titles = {c.credential: catalog[c.credential].title for c in comparison.cards}
    why = {c.credential: explain(c, titles[c.credential]) for c in comparison.cards}
    return Evaluation(
        made,
        here.gap.target,
        comparison,
        catalog,
        here.knowledge.taxonomy,
        here.demand,
        wording(comparison, titles),
        why,
        motives(here, titles),
        studies(here, titles, place),
        cover(here, [catalog[i] for i in titles], comparison.cards, twice),
    )


def branches(evaluation: Evaluation, only: str = "") -> tuple[Statement, ...]:
    """The trees that answer "why".

    Args:
        evaluation: what was judged.
        only: a credential that was judged, or a group, a criterion, ``warnings`` or a flag of all of them; everything when empty.

    Raises:
        UserError: nothing is called so.
    """
    if not only or only in evaluation.why:
        return tuple(tree for name, tree in evaluation.why.items() if only in {"", name})
    titles = {name: tree.text for name, tree in evaluation.why.items()}
    return tuple(explain(c, titles[c.credential], only) for c in evaluation.comparison.cards)


def write_page(ports: Ports, evaluation: Evaluation, path: Path) -> Path:
    """Write the HTML page of a comparison. Returns its full path."""
    return ports.files.write(path, EXPORTS["comparison"](evaluation))
