"""Use case: scorecards of named credentials, compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credlens.app import scorecard_shapes, together_shapes
from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.keeping import keep as keep_records
from credlens.app.constraints import constraints, said_limits
from credlens.app.explaining import branches, told, write_page
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.target import stored_situation
from credlens.app.uncatalogued import Given, Own, from_badge, from_page, look_into, ranked_once, with_answers
from credlens.app.weights import chosen
from credlens.catalog.interview.record import Answers
from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.errors import UserError
from credlens.model.evaluation import Evaluation
from credlens.model.motive import Motive
from credlens.model.plan import Limits
from credlens.model.scorecard import Comparison, Statement
from credlens.model.study import Applied
from credlens.model.together import Together
from credlens.model.weighting import Weighting


@dataclass(frozen=True)
class EvaluateResult:
    """Scorecards side by side.

    Attributes:
        told: the same with its sentences and the trees behind its scores.
        page: where the HTML page lies; None when none was asked for.
        own: what was judged without being in the catalog, in the order given: pages, badges, the interview.
    """

    comparison: Comparison
    catalog: Catalog
    demand: Demand
    told: Evaluation
    page: Path | None = None
    own: tuple[Own, ...] = ()

    def why(self, only: str = "") -> tuple[Statement, ...]:
        """The trees behind the scores; see :func:`credlens.app.explaining.branches`."""
        return branches(self.told, only)

    @property
    def motives(self) -> Mapping[str, Motive]:
        """How the organisations behind each credential earn by it, by credential id."""
        return self.told.motives

    @property
    def studies(self) -> Mapping[str, tuple[Applied, ...]]:
        """The studies that may say something about each credential for this person, by credential id; no promise."""
        return self.told.studies

    @property
    def together(self) -> Together | None:
        """What the credentials cover together of the target's work, what they leave out, and towards which degrees they count."""
        return self.told.together

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens evaluate --json``."""
        return {
            **scorecard_shapes.comparison(self.told),
            "together": together_shapes.together(self.told),
            "postings": self.demand.n,
            "page": str(self.page) if self.page else None,
            "own": [o.to_json() for o in self.own],
        }


def evaluate(
    ports: Ports,
    ids: Sequence[str] = (),
    *,
    pages: Sequence[Path] = (),
    badges: Sequence[Path] = (),
    answers: Answers | None = None,
    keep: bool = False,
    limits: Limits | None = None,
    weights: Weighting | Mapping[str, float] | None = None,
    html: Path | None = None,
    given: Sequence[Given] = (),
) -> EvaluateResult:
    """Judge these credentials for the person, by the ads of their target where there is one.

    Args:
        ids: catalog ids, in the order to show them.
        pages, badges: files that describe others, as saved in a browser or downloaded; they are judged by what they say, also where the
            catalog knows the same thing.
        answers: of the interview, about one more, or with ``about`` (page, badge) about the one that is given; None for none.
        keep: whether to keep what is not in the catalog, so that it can be searched and planned with.
        limits: what the person can spend; what they said before when None. Without either, cost and time are judged as unknown.
        weights: what matters to them: points by criterion (0 or more), or a whole weighting; what they said before when None.
        html: where to write the page; None for none.
        given: what was read already.

    Raises:
        UserError: nothing is named, the catalog has no such credential, a weight makes no sense, or no page can lie at ``html``.
        InputError: a file cannot be read, or answers make no sense.
    """
    given = [*given, *_given(ports, pages, badges, answers)]
    if not ids and not given:
        raise UserError("There is nothing to judge.", where="ID", what_to_do=_NAME_ONE)
    if html:
        ports.files.place(html, "--html")
    knowledge = Knowledge.of(ports)
    named = [find_credential(ports, knowledge, i) for i in dict.fromkeys(ids)]
    knowledge, own = look_into(ports, knowledge, given, named, keep=keep) if given else (knowledge, ())
    here = stored_situation(ports, knowledge)
    found = list({c.id: c for c in (*named, *(o.credential for o in own))}.values())
    spend = limits or said_limits(ports)
    speed = spend or pace(ports.today, constraints(ports).hours)
    comparison = here.compare(found, speed, spend, chosen(ports, weights), ranked_once(own))
    twice = {o.credential.id for o in own if o.same_as}
    said = told(ports.today, here, comparison, constraints(ports).place, twice)
    page = write_page(ports, said, html) if html else None
    if keep and own:
        keep_records(ports, [o.credential for o in own], [o.credential.id for o in own if o.replaces])
    there = {r.name for r in ports.store().records()} if own and ports.has_state() else set()
    own = tuple(replace(o, kept=o.credential.id in there) for o in own)
    return EvaluateResult(comparison, here.knowledge.catalog, here.demand, said, page, own)


_NAME_ONE = (
    "Name a credential of the catalog, or give one that it does not have: --page, --badge, --interview or --answers."
)


def _given(ports: Ports, pages: Sequence[Path], badges: Sequence[Path], answers: Answers | None) -> list[Given]:
    found = [from_page(ports, path) for path in pages]
    found += [badge for path in badges for badge in from_badge(ports, path)]
    return found if answers is None else with_answers(ports, found, answers)
