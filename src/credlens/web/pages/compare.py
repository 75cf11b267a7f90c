"""Compare: credentials side by side on evidence, by the weights that you give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from credlens.app import weighting
from credlens.app.evaluate import EvaluateResult, evaluate
from credlens.app.showing import comparison_parts
from credlens.model.errors import CredlensError, UserError
from credlens.web import render
from credlens.web.at import At, Sent
from credlens.web.desk import Desk
from credlens.web.language import say
from credlens.web.limits import MOST_COMPARED

router = APIRouter()
_PREFIX = "w_"  # of the fields that hold weights
MOST_POINTS = 100

Ids = Annotated[list[str], Query(alias="id")]


@router.get("/{who}/compare")
def show(request: Request, desk: At, ids: Ids = []) -> Response:  # noqa: B006 - FastAPI copies it
    """Credentials side by side; ``w_CRITERION`` in the address gives points in the place of the weights that are kept."""
    if not ids:
        return render.page(request, "compare_none.html.j2", desk, "options")
    try:
        return _shown(request, desk, ids, "compare.html.j2")
    except CredlensError as failure:
        return render.failed(request, desk, failure, "options")


@router.get("/{who}/compare/live")
def live(request: Request, desk: At, ids: Ids = []) -> Response:  # noqa: B006 - as above
    """The answer alone, while weights are moved."""
    return _shown(request, desk, ids, "compare_live.html.j2")


@router.post("/{who}/weights")
def keep(request: Request, desk: At, form: Sent) -> Response:
    """Keep weights for everything that follows, or forget them."""
    ids = form.many("id")
    try:
        with desk.open() as ports:
            if form.text("forget"):
                weighting.reset(ports)
                return render.go(desk, "compare", say("The usual weights count again."), id=ids)
            if form.text("preset"):
                weighting.use(ports, form.text("preset"))
            else:
                weighting.use(ports, _points(form.texts))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "options")
    return render.go(desk, "compare", say("These weights count from now on."), id=ids)


def _points(given: tuple[tuple[str, str], ...]) -> dict[str, float]:
    found = {}
    for name, value in given:
        if name.startswith(_PREFIX):
            if not value.strip().isdecimal() or int(value) > MOST_POINTS:
                raise UserError(
                    say("%(value)s is no weight.") % {"value": repr(value[:20])},
                    where=name.removeprefix(_PREFIX),
                    what_to_do=say("Give a whole number from 0 to %d.") % MOST_POINTS,
                )
            found[name.removeprefix(_PREFIX)] = float(value)
    return found


def _standing(weights: Iterable[weighting.CriterionWeight]) -> dict[str, float]:
    """Points for weights that are kept as shares: how they stand to the largest of their group."""
    most: dict[str, float] = {}
    for w in weights:
        most[w.group] = max(most.get(w.group, 0.0), w.weight)
    return {w.id: float(round(MOST_POINTS * w.weight / most[w.group])) if most[w.group] else 0.0 for w in weights}


def _shown(request: Request, desk: Desk, ids: list[str], template: str) -> Response:
    if len(ids) > MOST_COMPARED:
        raise UserError(
            say("%(n)d credentials are too many to compare.") % {"n": len(ids)},
            what_to_do=say("Tick %d at most.") % MOST_COMPARED,
        )
    points = _points(tuple(request.query_params.multi_items()))
    with desk.open() as ports:
        found: EvaluateResult = evaluate(ports, ids, weights=points or None)
        kept = weighting.show(ports)
        presets = weighting.presets(ports).presets
        drawn = render.lang_part(comparison_parts(found.told))
    names = [c.credential for c in found.comparison.cards]
    return render.page(
        request,
        template,
        desk,
        "options",
        told=found.told,
        titles=[(name, found.catalog[name].title) for name in names],
        ids=ids,
        kept=kept,
        points=points or _standing(kept.weights),
        presets=presets,
        drawn=drawn,
        most=MOST_POINTS,
    )
