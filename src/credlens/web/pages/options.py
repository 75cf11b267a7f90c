"""Options: for one missing skill, what would close it, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from credlens.app.options import OptionsResult, find_options
from credlens.app.showing import loop_parts
from credlens.app.unplanned import with_options
from credlens.model.credential import Organisation
from credlens.model.errors import CredlensError
from credlens.model.loop import Option
from credlens.web import render
from credlens.web.at import At, warmed

router = APIRouter()


@dataclass(frozen=True)
class Narrowed:
    """What the person wants to see of the options: kinds of provider, the most money and hours, and whether a badge can be checked."""

    kind: tuple[str, ...]
    most_cost: str
    most_hours: str
    badge: bool

    def fits(self, found: OptionsResult, option: Option) -> bool:
        """Whether an option is shown. What is unknown is shown: nobody knows that it does not fit."""
        credential, quote = found.catalog[option.credential], option.quote
        provider = credential.provider.get(None)
        if self.kind and not (isinstance(provider, Organisation) and provider.kind.value in self.kind):
            return False
        cost, hours = _number(self.most_cost), _number(self.most_hours)
        if cost is not None and quote.low is not None and quote.low.amount > cost:
            return False
        if hours is not None and quote.hours is not None and Decimal(quote.hours.min) > hours:
            return False
        checked = credential.verification.get(None)
        return not self.badge or (checked is not None and checked.format not in {"none", "pdf"})


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text.replace(".", "", 1).isdecimal() else None


@router.get("/{who}/options")
def show(
    request: Request,
    desk: At,
    skill: str = "",
    kind: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    most_cost: str = "",
    most_hours: str = "",
    badge: bool = False,
) -> Response:
    """Every credential that teaches a skill, and the best three with all that is known of them."""
    slow = warmed(request, desk)
    if slow is not None:
        return slow
    narrowed = Narrowed(tuple(kind), most_cost.strip(), most_hours.strip(), badge)
    try:
        with desk.open() as ports:
            gap = with_options(ports, ()) if not skill else None
            if not skill and gap is not None and gap.gap.core:
                skill = (gap.gap.first or (gap.gap.core[0].skill,))[0]
            if not skill:
                return render.page(request, "no_options.html.j2", desk, "options")
            found = find_options(ports, skill)
            values = _values(ports, found, narrowed)
    except CredlensError as failure:
        with desk.open() as ports:
            aimed = ports.has_state() and ports.store().standing().target
        if not aimed and not skill:
            return render.page(request, "no_goal.html.j2", desk, "options")
        return render.failed(request, desk, failure, "options")
    return render.page(request, "options.html.j2", desk, "options", **values)


def _values(ports: Any, found: OptionsResult, narrowed: Narrowed) -> dict[str, Any]:
    shown = [o for o in found.options if narrowed.fits(found, o)]
    kinds = {
        p.kind.value
        for o in found.options
        if isinstance(p := found.catalog[o.credential].provider.get(None), Organisation)
    }
    drawn = None
    missing: list[tuple[str, str]] = []
    if ports.has_state() and ports.store().standing().target:
        loop = with_options(ports, (found.skill.id,))
        missing = [(i.skill, loop.taxonomy[i.skill].label) for i in loop.gap.core[:20]]
        if shown and found.skill.id in loop.options:
            kept = tuple(o for o in shown[:3])
            one = replace(loop, gap=replace(loop.gap, first=(found.skill.id,)), options={found.skill.id: kept})
            drawn = render.lang_part(loop_parts(one, "options"))
    return {
        "found": found,
        "shown": shown,
        "narrowed": narrowed,
        "kinds": sorted(kinds),
        "drawn": drawn,
        "missing": missing,
    }
