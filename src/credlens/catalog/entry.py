"""What a search needs of a credential: words by weight, facets, prices, skills, and how good a record it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.catalog.filled import COMPARED, filled
from credlens.catalog.titles import title_key
from credlens.model.credential import CostItem, CostPattern, Credential, CredentialLevel, Depth, Organisation
from credlens.model.offer import Identifier
from credlens.model.skill import Taxonomy
from credlens.skills.organisations import organisation_key

FACETS = (
    "kind",
    "evidence_class",
    "provider_kind",
    "level",
    "language",
    "assessment",
    "verifiable",
    "mode",
    "field",
    "price",
)
"""What a search can be narrowed by, each with counts. All have one value or several a credential; unknown is a value."""

UNKNOWN = "unknown"
BEST = 1000  # the quality of a record of which everything is known from more than memory
LONGEST = 2000  # characters of a description that are searched: more is a syllabus, and finds everything

FORM = 2  # of what is searched; a change here indexes the hand-written records anew

_TYPED = {*CredentialLevel, "free"}
_ONCE = {CostPattern.ONE_OFF, CostPattern.PER_ATTEMPT, CostPattern.FREE_AUDIT_PAID_CERT}
_YEARLY = {CostPattern.PER_YEAR, CostPattern.MEMBERSHIP}


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One way to pay: ``once`` and so much for each month and year begun, in one currency."""

    once: float
    monthly: float
    yearly: float
    currency: str


@dataclass(frozen=True)
class Entry:
    """A credential as the index keeps it.

    Attributes:
        names, organisations, skills, description: what can be found besides the title, by falling weight.
        quality: 0 to :data:`BEST`: equal finds come in this order.
        facets: facet -> values, ``unknown`` where nobody knows.
        hours: most hours of work; None when unknown.
        taught: skill id, depth, probability.
        key, issuers, identifiers: by which another source's record is recognised (``catalog.identity``).
    """

    id: str
    title: str
    names: str
    organisations: str
    skills: str
    description: str
    quality: int
    facets: Mapping[str, tuple[str, ...]]
    hours: float | None
    prices: tuple[PriceLine, ...]
    taught: tuple[tuple[str, Depth, float], ...]
    key: str
    issuers: tuple[str, ...]
    identifiers: tuple[Identifier, ...]


def entry(credential: Credential, taxonomy: Taxonomy) -> Entry:
    """What the index keeps of a credential. Skills that the taxonomy does not know are found by the source's own words."""
    known = [t for t in credential.skills if t.skill in taxonomy.skills]
    labels = [taxonomy[t.skill].label for t in known] + [s.name for s in credential.stated]
    named = [*(a.text for a in credential.aliases), *(i.value for i in credential.identifiers if i.scheme != "url")]
    found = facets(credential, taxonomy)
    # People type "sql beginner" and "free statistics" as if these were words of the title.
    named += [v for v in (*found["level"], *found["price"]) if v in _TYPED]
    return Entry(
        id=credential.id,
        title=credential.title,
        names=" ".join(dict.fromkeys([credential.id, *named])),
        organisations=" ".join(dict.fromkeys(o.name for o in organisations(credential))),
        skills=" ; ".join(dict.fromkeys(labels)),
        description=credential.description.get("")[:LONGEST],
        quality=quality(credential),
        facets=found,
        hours=h.max if (h := credential.hours.get(None)) else None,
        prices=prices(credential),
        taught=tuple((t.skill, t.depth, t.probability) for t in credential.skills),
        key=title_key(credential.title, [o.name for o in organisations(credential)]),
        issuers=behind(credential),
        identifiers=credential.identifiers,
    )


def organisations(credential: Credential) -> tuple[Organisation, ...]:
    """Everybody named in a role, issuer first; all sides of a conflict."""
    roles = (credential.issuer, credential.provider, credential.platform)
    return tuple(dict.fromkeys(o for role in roles for o in role.candidates()))


def behind(credential: Credential) -> tuple[str, ...]:
    """Keys of who issues and provides it. The platform is left out: it carries many things of one name."""
    roles = (credential.issuer, credential.provider)
    return tuple(dict.fromkeys(organisation_key(o.name) for role in roles for o in role.candidates()))


def quality(credential: Credential) -> int:
    """How much is known of it, 0 to :data:`BEST`: the share of the compared fields. It orders equal finds, and says nothing of its worth."""
    return round(BEST * len(filled(credential)) / len(COMPARED))


def facets(credential: Credential, taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """The values of :data:`FACETS`."""
    provider = next(iter(organisations(credential)), None)
    verification = credential.verification.get(None)
    found: dict[str, tuple[str, ...]] = {
        "kind": tuple(credential.kind.candidates()),
        "evidence_class": tuple(c.value for c in credential.evidence_class.candidates()),
        "provider_kind": (provider.kind.value,) if provider else (),
        "level": tuple(v.value for v in credential.level.candidates()),
        "language": tuple(code for codes in credential.languages.candidates() for code in codes),
        "assessment": tuple(a.type.value for a in credential.assessment),
        "verifiable": (() if verification is None else ("no" if verification.format in {"none", "pdf"} else "yes",)),
        "mode": tuple(m.value for m in credential.mode.candidates()),
        "field": tuple(
            taxonomy[t.skill].field for t in credential.skills if t.skill in taxonomy.skills and t.depth is Depth.CORE
        ),
        "price": (_price_word(credential),),
    }
    return {name: tuple(dict.fromkeys(found[name])) or (UNKNOWN,) for name in FACETS}


def prices(credential: Credential) -> tuple[PriceLine, ...]:
    """Each option all of whose amounts are known, the dearest side of a conflict counting."""
    found = []
    for items in credential.cost_options().values():
        line = _line(items)
        if line is not None:
            found.append(line)
    return tuple(found)


def _line(items: tuple[CostItem, ...]) -> PriceLine | None:
    currencies = {i.currency for i in items if i.pattern is not CostPattern.FREE}
    if len(currencies) > 1 or any(i.pattern is not CostPattern.FREE and not i.amount.candidates() for i in items):
        return None

    def total(patterns: set[CostPattern]) -> float:
        return float(sum(max(i.amount.candidates()) for i in items if i.pattern in patterns))

    return PriceLine(total(_ONCE), total({CostPattern.PER_MONTH}), total(_YEARLY), next(iter(currencies), "USD"))


def _price_word(credential: Credential) -> str:
    """Free, a subscription, a single price: how it is paid, when one word can say it."""
    patterns = {c.pattern for c in credential.costs}
    if not patterns:
        return UNKNOWN
    if CostPattern.FREE in patterns:
        return "free"
    if CostPattern.FREE_AUDIT_PAID_CERT in patterns:
        return "free_to_audit"
    return "subscription" if patterns & {CostPattern.PER_MONTH, CostPattern.PER_YEAR} else "one_off"
