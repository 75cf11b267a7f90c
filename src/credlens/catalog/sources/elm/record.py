"""One learning achievement specification, qualification or learning opportunity of the European Learning Model, as what can be earned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from credlens.catalog.exports.elm import NO_TITLE, PATTERNS, REFERENCE, SCHEME
from credlens.catalog.values import elm_terms as elm
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import ects, workload
from credlens.catalog.values.facts import known
from credlens.catalog.values.kinds import of_ctdl
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.prices import absurd, payment, price
from credlens.catalog.values.reading import Reading, distinct, proposed_id
from credlens.model.credential import (
    Accreditation,
    Assessment,
    CostItem,
    CostPattern,
    Credential,
    CreditValue,
    Organisation,
    Prerequisite,
    Supervision,
)
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, Relation, RelationKind, Schedule, StatedSkill
from credlens.model.quantity import Hours
from credlens.model.skill import Alias

Record = dict[str, Any]
Resolve = Callable[[Any], list[Record]]
"""The objects of a property; a plain reference is the object of that address, where the file has it."""

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?)?", re.IGNORECASE)
_LABELS = {label: pattern for pattern, label in PATTERNS.items()}
_PER = r"(?:\b(?:per|each|every|pro|je|al|por|par|au)\s+|/\s?)"
_PERIODS = (
    (
        re.compile(rf"{_PER}(?:month|monat|mes|mois|mese)\b|monthly|monatlich|mensual|mensuel|mensile", re.IGNORECASE),
        CostPattern.PER_MONTH,
    ),
    (
        re.compile(
            rf"{_PER}(?:year|jahr|año|ano|an|anno)\b|yearly|annual|jährlich|anual|annuel|annuale", re.IGNORECASE
        ),
        CostPattern.PER_YEAR,
    ),
)
_NO_CODES = frozenset(
    {"skill", "knowledge", "competence", "language", "country"}
)  # kinds of concepts, written as their notation


def credential_of(
    specification: Record,
    opportunity: Record,
    awarding: list[Record],
    resolve: Resolve,
    reading: Reading,
    key: str,
    *,
    shared: bool,
) -> Credential:
    """The credential.

    Args:
        specification: what is achieved; empty when an opportunity points to nothing.
        opportunity: how it can be learned; empty when only the achievement is specified.
        awarding: the bodies that an award names, for a specification found inside one.
        shared: whether its home page is another one's as well, and so is no name of it.
    """
    source = reading.source
    kind = _kind([specification, opportunity])
    points = _credit(specification, resolve, reading)
    issuer = _organisation([*_awarding(specification, resolve), *awarding])
    page = page_of(specification, opportunity, resolve)
    tongues = [
        c for r in (specification, opportunity) for c in jsonld.many(r.get("language", r.get("defaultLanguage")))
    ]
    languages = tuple(dict.fromkeys(code for c in tongues if (code := elm.language_of(c))))
    stated = next(iter(jsonld.many(specification.get("eqfLevel"))), None)
    level = str(stated) if isinstance(stated, int) else elm.code(stated)
    eqf = int(level) if re.fullmatch("[1-8]", level) else None
    if level and eqf is None:
        reading.problem("eqfLevel", f"{level[:40]!r} is no level from 1 to 8.")
    return Credential(
        id=proposed_id("elm", key),
        title=title_of(specification, opportunity),
        aliases=tuple(Alias(text) for text in jsonld.all_words(specification.get("altLabel"))),
        identifiers=_identifiers([specification, opportunity], key, "" if shared else page, resolve),
        description=known(_first([specification, opportunity], "description") or None, source),
        kind=known(kind, source),
        issuer=known(issuer, source),
        provider=known(_organisation(resolve(opportunity.get("providedBy"))), source),
        official_url=known(page or None, source),
        eqf=known(eqf, source),
        languages=known(languages or None, source),
        hours=_hours([specification, opportunity], points, reading),
        duration=known(workload(opportunity.get("duration")).months, source),
        schedule=known(_schedule(specification, opportunity, resolve), source),
        mode=_mode([opportunity, specification], reading),
        stated=distinct(_skills(specification, resolve, reading)),
        costs=_costs(opportunity, resolve, reading),
        assessment=_assessments(specification, resolve, reading),
        supervision=known(_supervision(specification, resolve), source),
        prerequisites=_prerequisites(specification, opportunity, resolve, reading),
        accreditation=_accreditations(specification, resolve, reading),
        credit=points,
        relations=tuple(_relations(specification, resolve, reading)),
        classifications=_classifications(specification, reading),
        free_aid=known("; ".join(w for g in resolve(opportunity.get("grant")) if (w := jsonld.words(g.get("title")))) or None, source),
    )  # fmt: skip


def title_of(specification: Record, opportunity: Record) -> str:
    """Its name: the specification's, since that is what is awarded."""
    return _first([specification, opportunity], "title")


def page_of(specification: Record, opportunity: Record, resolve: Resolve) -> str:
    """Its home page; empty when it has none."""
    pages = [w for r in (opportunity, specification) for w in resolve(r.get("homepage"))]
    addresses = (jsonld.words(w.get("contentURL")) or jsonld.address_of(w) for w in pages)
    return next((a for a in addresses if is_address(a)), "")


def text_of(specification: Record, opportunity: Record, resolve: Resolve) -> str:
    """What it says of itself: description, and what somebody can do afterwards."""
    summary = [jsonld.words(n.get("noteLiteral")) for n in resolve(specification.get("learningOutcomeSummary"))]
    outcomes = [jsonld.words(o.get("title")) for o in resolve(specification.get("learningOutcome"))]
    parts = [*(jsonld.words(r.get("description")) for r in (specification, opportunity)), *summary]
    parts += [f"- {o}" for o in dict.fromkeys(outcomes) if o]
    return "\n".join(dict.fromkeys(p for p in parts if p))


def _first(records: list[Record], name: str) -> str:
    return next((words for r in records if (words := jsonld.words(r.get(name)))), "")


def _identifiers(records: list[Record], key: str, page: str, resolve: Resolve) -> tuple[Identifier, ...]:
    """Its own names. Of the names that others gave it those count that say whose they are in a way that can be relied on."""
    found = [Identifier("elm", key)] if ":" in key else []  # a title may be another one's, too
    for record in records:
        for one in resolve(record.get("identifier")):
            scheme, value = jsonld.words(one.get("schemeId")), jsonld.words(one.get("notation"))
            if scheme.startswith(SCHEME) and value:
                found.append(Identifier(scheme.removeprefix(SCHEME), value))
    if name := canonical(page):
        found.append(Identifier("url", name))
    return tuple(dict.fromkeys(found))


def _kind(records: list[Record]) -> str | None:
    """The learning opportunity's type; a qualification without one is no kind of credential in particular."""
    codes = (elm.code(c) for r in records for c in jsonld.many(r.get("dcType")))
    found = next((elm.KINDS[c] for c in codes if c in elm.KINDS), None)
    kind = of_ctdl(found) if found else None
    return kind.kind if kind else None


def _organisation(bodies: list[Record]) -> Organisation | None:
    names = (
        jsonld.words(b.get("legalName")) or jsonld.words(b.get("prefLabel")) or jsonld.words(b.get("altLabel"))
        for b in bodies
    )
    return organisation(next((n for n in names if n), ""))


def _awarding(specification: Record, resolve: Resolve) -> list[Record]:
    return [b for o in resolve(specification.get("awardingOpportunity")) for b in resolve(o.get("awardingBody"))]


def _hours(records: list[Record], points: tuple[CreditValue, ...], reading: Reading) -> Fact[Hours]:
    """The stated volume, in which a day is 24 hours of learning (tools write 60 hours as P2DT12H); else what its ECTS points mean."""
    volume = _first(
        records, "volumeOfLearning"
    )  # the model has it for what is achieved; some write it beside the opportunity
    found = _DURATION.fullmatch(volume) if volume else None
    days, hours, minutes = (float(g or 0) for g in found.groups()) if found else (0.0, 0.0, 0.0)
    total = round(days * 24 + hours + minutes / 60, 2)
    if 0 < total <= 20_000:
        return known(Hours(total, total), reading.source)
    if volume:
        reading.problem("volumeOfLearning", f"{volume[:40]!r} is no volume of learning in hours.")
    stated = next((c.amount for c in points if c.system == "ECTS" and c.amount), None)
    load = ects(stated) if stated else None
    return known(load.hours, reading.source, note=load.how) if load else not_looked_up()


def _schedule(specification: Record, opportunity: Record, resolve: Resolve) -> Schedule | None:
    starts = [d for t in resolve(opportunity.get("temporal")) if (d := _day(t.get("startDate")))]
    deadlines = [d for t in jsonld.many(opportunity.get("applicationDeadline")) if (d := _day(t))]
    longest = workload(specification.get("maximumDuration")).months
    found = Schedule(None, tuple(sorted(set(starts))), min(deadlines, default=None), longest.max if longest else None)
    return found if found != Schedule() else None


def _day(value: Any) -> date | None:
    return day(jsonld.words(value))


def _mode(records: list[Record], reading: Reading) -> Fact[Any]:
    for record in records:
        modes = {elm.MODES[c] for m in jsonld.many(record.get("mode")) if (c := elm.code(m)) in elm.MODES}
        if len(modes) == 1:
            return known(modes.pop(), reading.source)
        if modes:  # several to choose from
            return not_looked_up()
    return not_looked_up()


def _skills(specification: Record, resolve: Resolve, reading: Reading) -> Iterator[StatedSkill]:
    """The skills that its outcomes are related to; an outcome that is related to none is one in the provider's words."""
    for outcome in resolve(specification.get("learningOutcome")):
        title = jsonld.words(outcome.get("title"))
        related = [c for name in ("relatedESCOSkill", "relatedSkill") for c in jsonld.many(outcome.get(name))]
        for concept in related:
            record = concept if isinstance(concept, dict) else {}
            address, notation = jsonld.address_of(concept), jsonld.words(record.get("notation"))
            name = jsonld.words(record.get("prefLabel")) or title or address
            code = "" if notation.casefold() in _NO_CODES else notation
            if name:
                yield StatedSkill(name, (reading.source,), address, code)
        if title and not related:
            yield StatedSkill(title, (reading.source,))


def _credit(specification: Record, resolve: Resolve, reading: Reading) -> tuple[CreditValue, ...]:
    found: list[CreditValue] = []
    for one in resolve(specification.get("creditPoint")):
        amount = reading.number("creditPoint", jsonld.words(one.get("point")), 1000)
        framework = jsonld.node(one.get("framework"))
        is_ects = jsonld.address_of(one.get("framework")) == elm.ECTS
        system = "ECTS" if is_ects else jsonld.words(framework.get("prefLabel"))
        if amount is not None and system:
            found.append(CreditValue(system, amount, (reading.source,)))
    return tuple(found)


def _assessments(specification: Record, resolve: Resolve, reading: Reading) -> tuple[Assessment, ...]:
    found: list[Assessment] = []
    for one in resolve(specification.get("provenBy")):
        codes = [elm.code(c) for c in jsonld.many(one.get("dcType"))]
        found += [Assessment(elm.ASSESSMENTS[c], (reading.source,)) for c in codes if c in elm.ASSESSMENTS]
    return tuple(found)


def _supervision(specification: Record, resolve: Resolve) -> Supervision | None:
    """The model has it for an assessment that took place; some write it beside the specified one."""
    assessed = resolve(specification.get("provenBy"))
    return next((s for a in assessed for c in jsonld.many(a.get("idVerification")) if (s := elm.supervision(c))), None)


def _prerequisites(
    specification: Record, opportunity: Record, resolve: Resolve, reading: Reading
) -> tuple[Prerequisite, ...]:
    notes = [*resolve(specification.get("entryRequirement")), *resolve(opportunity.get("entryRequirement"))]
    texts = [t for n in notes for t in jsonld.all_words(_in_one_language(n.get("noteLiteral")))]
    return tuple(Prerequisite(hard=False, sources=(reading.source,), text=t) for t in dict.fromkeys(texts))


def _in_one_language(words: Any) -> Any:
    """The texts in one language: the others say the same again."""
    if not isinstance(words, dict) or "@value" in words:
        return words
    return words.get("en") or next(iter(words.values()), None)


def _accreditations(specification: Record, resolve: Resolve, reading: Reading) -> tuple[Accreditation, ...]:
    found: list[Accreditation] = []
    for one in resolve(specification.get("accreditation")):
        kind = jsonld.node(one.get("dcType"))
        label = jsonld.words(kind.get("prefLabel"))
        what = elm.ACCREDITED.get(elm.code(one.get("dcType")), label if label == "scheme" else "programme")
        title = jsonld.words(one.get("title"))
        agent = _organisation(resolve(one.get("accreditingAgent")))
        pages = [jsonld.words(r.get("contentURL")) or jsonld.address_of(r) for r in resolve(one.get("report"))]
        found.append(
            Accreditation(
                what,
                "" if title == NO_TITLE else title,
                agent.name if agent else "",
                (reading.source,),
                _day(one.get("dateIssued")),
                _day(one.get("expiryDate")),
                next((p for p in pages if p), ""),
            )
        )
    return tuple(found)


def _relations(specification: Record, resolve: Resolve, reading: Reading) -> Iterator[Relation]:
    for name, kind in (("hasPart", RelationKind.HAS_PART), ("isPartOf", RelationKind.PART_OF)):
        for other in [
            *resolve(specification.get(name)),
            *({"id": o} for o in jsonld.many(specification.get(name)) if isinstance(o, str)),
        ]:
            address, title = jsonld.address_of(other), jsonld.words(other.get("title"))
            target = unquote(address.removeprefix(REFERENCE)) if address.startswith(REFERENCE) else f"elm:{address}"
            if address:
                yield Relation(kind, target, (reading.source,), "" if title == target else title)


def _classifications(specification: Record, reading: Reading) -> tuple[Classification, ...]:
    """Fields of ISCED-F, which the model's two properties for subjects may hold."""
    prefix = f"{elm.SNB}isced-f/"
    concepts = [c for name in ("thematicArea", "educationSubject") for c in jsonld.many(specification.get(name))]
    found = {
        elm.code(c): jsonld.words(c.get("prefLabel")) if isinstance(c, dict) else ""
        for c in reversed(concepts)
        if jsonld.address_of(c).startswith(prefix)
    }
    return tuple(Classification("isced-f", code, name, (reading.source,)) for code, name in reversed(found.items()))


def _costs(opportunity: Record, resolve: Resolve, reading: Reading) -> tuple[CostItem, ...]:
    """Its prices. The model does not say whether several are alternatives or add up: they are taken for alternatives, by their labels."""
    items = (_cost(one, reading) for one in resolve(opportunity.get("priceDetail")))
    found = [i for i in items if i]
    if len(found) <= 1:
        return tuple(found)
    names: dict[str, int] = {}
    out = []
    for item in found:
        names[item.option] = names.get(item.option, 0) + 1
        name = item.option + (f" {names[item.option]}" if names[item.option] > 1 else "")
        out.append(CostItem(name, item.pattern, item.amount, item.currency, item.what, condition=item.condition))
    return tuple(out)


def _cost(one: Record, reading: Reading) -> CostItem | None:
    label, condition = jsonld.words(one.get("prefLabel")), jsonld.words(one.get("description"))
    amount = jsonld.node(one.get("amount"))
    said = price(label)
    free = bool(said and said.free)
    currency = elm.code(amount.get("unit"))
    if not amount and free:
        return CostItem(
            "standard", CostPattern.FREE, known(Decimal(0), reading.source), "EUR", "tuition", condition=condition
        )
    found = payment(amount.get("value"))
    if found is None or not re.fullmatch("[A-Z]{3}", currency):
        if one:
            reading.problem("priceDetail", "The price has no amount with a currency.", "The price is left out.")
        return None
    if why := absurd(found.amount):
        reading.problem("priceDetail", why, "The price is left out.")
        return None
    if not found.amount and not free and label not in _LABELS:
        reading.problem("priceDetail", "The price is 0, and nothing says that it is free.", "The price is left out.")
        return None
    stated = CostPattern.FREE if free and not found.amount else _LABELS.get(label)
    pattern = stated or next((p for w, p in _PERIODS if w.search(f"{label} {condition}")), CostPattern.ONE_OFF)
    option = "standard" if label in _LABELS or not label else label
    return CostItem(option, pattern, known(found.amount, reading.source), currency, "tuition", condition=condition)
