"""Which credentials count towards which degree or larger credential, with how much, and who says so.

Three people can say so, and they are kept apart: the provider, who sells it; a body that recommends credit (ACE, NCCRS, a reviewer of ECTS);
and the receiver, who has to accept it. A recommendation is no acceptance: each university decides, and ACE itself says that its
recommendations hold for three years (https://www.acenet.edu/Programs-Services/Pages/Credit-Transcripts/Student-FAQ.aspx, read 2026-11-22).
Continuing-education units are no academic credit and lead to no degree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from credlens.evaluate.cite import academic_credit, ended
from credlens.evaluate.registers.claimed import only_claimed
from credlens.evaluate.together.degrees import level_of, parts_of, size_of
from credlens.model.credential import Catalog, Credential, CreditValue, OrganisationKind, RecognitionClaim, Stack
from credlens.model.gap import Gap, Gate, GateState
from credlens.model.occupation import DegreeLevel, at_least
from credlens.model.offer import RelationKind
from credlens.model.together import Confirmer, DegreePart, Route

CONFIRMERS = tuple(Confirmer)  # weakest first
RECOMMENDED = (
    "A recommendation is no acceptance: each university decides for itself what it takes, and a recommendation of ACE holds for three "
    "years. Ask the university before you pay."
)
_RECOMMENDS = re.compile(r"\brecommend", re.IGNORECASE)
_ACADEMIC = re.compile(
    r"\b(?:degrees?|universit(?:y|ies)|college|postgraduate|MicroMasters|graduate certificate)\b", re.IGNORECASE
)
_RECOMMENDERS = re.compile(r"\b(?:ACE|NCCRS|American Council on Education)\b")


def routes(credentials: Sequence[Credential], catalog: Catalog, today: date) -> tuple[Route, ...]:
    """All known ways on which these count towards something larger: towards degrees first, those that are over last, the best confirmed first.

    Args:
        credentials: each once.
        catalog: names what relations point to.
        today: the day after whose end a recommendation is over.
    """
    found = [r for c in credentials for r in (*_credits(c, today), *_stacks(c), *_recognised(c), *_related(c, catalog))]

    def order(route: Route) -> tuple[bool, bool, int, float, str, str, str]:
        best = max((p.share for p in route.parts), default=0.0)
        rank = -CONFIRMERS.index(route.confirmed_by)
        return (route.over, not route.academic, rank, -best, route.credential, route.towards, route.system)

    return tuple(replace(r, says=told(r)) for r in sorted(found, key=order))


def _credits(credential: Credential, today: date) -> list[Route]:
    joined = _joined(credential)
    return [
        _credit(credential, c, None if joined is None or joined[0] is not c else joined[1], today)
        for c in academic_credit(credential)
        if c.amount != 0
    ]


def _joined(credential: Credential) -> tuple[CreditValue, Stack] | None:
    """The one amount and the one receiver that confirms it, where there is one of each: they speak of the same thing."""
    amounts = [c for c in academic_credit(credential) if c.amount and not _recommended(c)]
    confirmed = [s for s in credential.stacks_into if s.confirmed_by == "receiver"]
    return (amounts[0], confirmed[0]) if len(amounts) == len(confirmed) == 1 else None


def _credit(credential: Credential, credit: CreditValue, into: Stack | None, today: date) -> Route:
    who, name = _confirmer(credential, credit)
    towards = into.into if into else ""
    level = level_of(towards) if towards else level_of(f"{credit.condition} {credit.level}")
    size = size_of(credit.system, towards, f"{credit.condition} {into.note if into else ''}")
    sources = (*credit.sources, *(into.sources if into else ()))
    unclear = bool(towards) and level is None and size is None  # what it counts towards is named and may be of any size
    notes = [credit.condition, credit.level, into.note if into else ""]
    return Route(
        credential=credential.id,
        kind="credit",
        towards=towards,
        academic=True,
        confirmed_by=_receiver(into) if into else who,
        sources=sources,
        level=level,
        system=credit.system,
        amount=credit.amount,
        parts=() if unclear else parts_of(credit.system, credit.amount, level, size, sources),
        confirmer="" if into else name,
        condition="; ".join(n for n in notes if n),
        until=credit.until,
        over=ended(credit.until, today),
    )


def _receiver(stack: Stack) -> Confirmer:
    """Who confirms it; where only the provider's page or the person says that the receiver does, it is the provider's word."""
    sure = stack.confirmed_by == "receiver" and not only_claimed(stack.sources)
    return Confirmer.RECEIVER if sure else Confirmer.PROVIDER


def _recommended(credit: CreditValue) -> bool:
    words = f"{credit.by} {credit.condition}"
    return bool(_RECOMMENDS.search(words) or _RECOMMENDERS.search(words))


def _confirmer(credential: Credential, credit: CreditValue) -> tuple[Confirmer, str]:
    if only_claimed(credit.sources):
        return Confirmer.PROVIDER, credit.by
    if _recommended(credit):
        return Confirmer.RECOMMENDER, credit.by or ", ".join(r.by for r in _behind(credential, credit))
    own = [o for f in (credential.provider, credential.issuer) if (o := f.get(None)) is not None]
    if credit.by and all(o.name != credit.by for o in own):
        return Confirmer.RECEIVER, credit.by
    if credit.by or any(o.kind is OrganisationKind.UNIVERSITY for o in own):
        return Confirmer.PROVIDER, credit.by or own[0].name
    return Confirmer.UNSTATED, ""


def _behind(credential: Credential, credit: CreditValue) -> list[RecognitionClaim]:
    """The bodies that recommend credit and are named with it."""
    claims = [r for r in credential.recognition if r.kind == "credit"]
    return [r for r in claims if r.by in credit.condition or credit.system in r.note]


def _stacks(credential: Credential) -> list[Route]:
    joined = _joined(credential)
    return [
        Route(
            credential=credential.id,
            kind="stacks_into",
            towards=stack.into,
            academic=level_of(stack.into) is not None or bool(_ACADEMIC.search(stack.into)),
            confirmed_by=_receiver(stack),
            sources=stack.sources,
            level=level_of(stack.into),
            condition=stack.note,
        )
        for stack in credential.stacks_into
        if joined is None or stack is not joined[1]
    ]


def _recognised(credential: Credential) -> list[Route]:
    """Bodies that recommend credit of which no amount is recorded."""
    told = [b for c in academic_credit(credential) for b in (c.by, *(r.by for r in _behind(credential, c)))]
    return [
        Route(
            credential=credential.id,
            kind="recognition",
            towards="",
            academic=True,
            confirmed_by=Confirmer.PROVIDER if only_claimed(claim.sources) else Confirmer.RECOMMENDER,
            sources=claim.sources,
            confirmer=claim.by,
            condition=claim.note,
        )
        for claim in credential.recognition
        if claim.kind == "credit" and claim.by not in told
    ]


def _related(credential: Credential, catalog: Catalog) -> list[Route]:
    kinds = (RelationKind.ADVANCED_STANDING_FOR, RelationKind.PART_OF)
    found = []
    for relation in credential.relations:
        if relation.kind not in kinds:
            continue
        target = relation.target if relation.target in catalog else None
        towards = relation.title or (catalog[target].title if target else relation.target)
        found.append(
            Route(
                credential=credential.id,
                kind=relation.kind.value,
                towards=towards,
                academic=level_of(towards) is not None or bool(_ACADEMIC.search(towards)),
                confirmed_by=Confirmer.UNSTATED,
                sources=relation.sources,
                target=target,
                level=level_of(towards),
                condition=relation.note,
            )
        )
    return found


def degree_remark(found: Sequence[Route], gap: Gap, credentials: Sequence[Credential]) -> str:
    """What the routes mean for a degree that the target asks for and the person cannot show, and what a recommendation is worth."""
    recommended = any(r.confirmed_by is Confirmer.RECOMMENDER and not r.over for r in found)
    parts = (_gate(found, gap, credentials), RECOMMENDED if recommended else "")
    return " ".join(p for p in parts if p)


def _gate(found: Sequence[Route], gap: Gap, credentials: Sequence[Credential]) -> str:
    gate = next((g for g in gap.gates if g.kind == "degree" and g.state is not GateState.OPEN), None)
    if gate is None or not credentials:
        return ""
    none = "It is no degree" if len(credentials) == 1 else "None of these is a degree"
    asked = f"{'The law asks' if gate.by == 'law' else _ads_ask(gate)} for: {gate.requirement}."
    useful = [r for r in found if r.academic and not r.over and _leads(r, level_of(gate.requirement))]
    if not useful:
        return f"{asked} {none}, and no route from here to one that would do is known."
    best = useful[0]
    return f"{asked} {none}; what counts towards one: {best.says}."


def _ads_ask(gate: Gate) -> str:
    return f"{gate.unmet.k} of {gate.unmet.n} ads ask" if gate.unmet is not None and gate.unmet.k else "Ads ask"


def _leads(route: Route, wanted: DegreeLevel | None) -> bool:
    """Whether it leads to a degree that would do; a master wants a bachelor first, so it opens no gate that a bachelor closes."""
    if wanted is None or route.level is None:
        return True
    return route.level is wanted or (at_least(route.level, wanted) is True and wanted is DegreeLevel.MASTER)


def told(route: Route) -> str:
    """A route in words: "12 US semester hours (recommended by ACE), 10 % of a bachelor of 120"."""
    what = f"{route.amount:g} {route.system}" if route.amount else route.system or "credit"
    what = what.removesuffix("s") if route.amount == 1 else what
    if route.towards:
        what = (
            f"{what} towards {route.towards}" if route.amount or route.system else f"it counts towards {route.towards}"
        )
    share = "".join(f", {_share(route, p)}" for p in route.parts)
    until = f", until {route.until.isoformat()}" if route.until else ""
    return f"{what} ({confirmed(route)}){share}{until}"


def _share(route: Route, part: DegreePart) -> str:
    """A part in words; credit beyond the whole is said to be more, never more than 100 %."""
    degree = f"a usual {part.level} degree of {part.of:g}" if part.usual else f"its {part.of:g}"
    more = "more than " if route.amount is not None and route.amount > part.of else ""
    return f"{more}{part.share:.0%} of {degree}".replace("%", " %")


def confirmed(route: Route) -> str:
    """Who says so, in words."""
    name = f" {route.confirmer}" if route.confirmer else ""
    return {
        Confirmer.RECEIVER: f"given by{name}" if name else "confirmed by the receiver",
        Confirmer.RECOMMENDER: f"recommended{' by' + name if name else ''}",
        Confirmer.PROVIDER: f"says the provider{name and ',' + name}",
        Confirmer.UNSTATED: "who confirms it is not recorded",
    }[route.confirmed_by]
