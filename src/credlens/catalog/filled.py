"""How much of a record is known: the fields on which credentials are compared.

They are those of the EU Recommendation 2022/C 243/02 (Annex I) that describe an offer, and what a person needs besides to choose:
price, expiry, renewal, standing. What is known to be absent, or not to apply, counts as known: somebody looked.
"""

from __future__ import annotations

from credlens.model.credential import Credential
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown

SCALARS = (
    "kind", "evidence_class", "status", "issuer", "provider", "platform", "official_url", "jurisdictions", "level", "languages", "hours",
    "schedule", "mode", "supervision", "validity", "renewal", "verification", "open_to_public",
)  # fmt: skip
LISTS = (
    "skills", "costs", "assessment", "prerequisites", "accreditation", "recognition", "credit", "stacks_into",
)  # fmt: skip
COMPARED = SCALARS + LISTS


def filled(credential: Credential) -> tuple[str, ...]:
    """The compared fields that are known, in the order of :data:`COMPARED`."""
    return tuple(name for name in COMPARED if is_filled(credential, name))


def is_filled(credential: Credential, name: str) -> bool:
    """Whether a field says something: a value, a list with entries (a price with an amount), or that there is nothing."""
    value = getattr(credential, name)
    if isinstance(value, Fact):
        return value.known or (isinstance(value.value, Unknown) and value.value.why is WhyUnknown.NOT_APPLICABLE)
    if name == "costs":
        return any(c.amount.known for c in credential.costs)
    return bool(value) or any(a.field == name for a in credential.absent)


def sources(credential: Credential, name: str) -> tuple[Source, ...]:
    """Who says what a compared field says."""
    value = getattr(credential, name)
    if isinstance(value, Fact):
        return value.sources
    found = [s for c in credential.costs for s in c.amount.sources] if name == "costs" else []
    found += [s for part in value for s in getattr(part, "sources", ())]
    found += [s for a in credential.absent if a.field == name for s in a.sources]
    return tuple(dict.fromkeys(found))


def only_recalled(credential: Credential, name: str) -> bool:
    """Whether nothing but memory stands behind a field."""
    said = sources(credential, name)
    return bool(said) and all(s.method is Method.RECALLED for s in said)
