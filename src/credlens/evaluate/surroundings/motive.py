"""Why a credential is offered: how the organisations behind it earn by it, out of their kind, its prices, and what it teaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from credlens.evaluate.cite import cite, cite_fact
from credlens.model.credential import CostPattern, Credential, Organisation, OrganisationKind
from credlens.model.fact import Fact
from credlens.model.gap import Evidence
from credlens.model.motive import Earning, Motive
from credlens.model.skill import Taxonomy
from credlens.skills.text import comparable


@dataclass(frozen=True, slots=True)
class Reason:
    """One way of earning by a credential: what it means for the organisation, and what to check because of it."""

    earning: Earning
    words: str
    watch: str


BY_KIND: dict[OrganisationKind, Reason] = {
    # A university sells degrees, which cost a hundred times what a course does: the short course is also an open door.
    OrganisationKind.UNIVERSITY: Reason(
        Earning.STUDY_PROGRAMMES,
        "A university earns by enrolment, and a short course may lead learners to its paid programmes.",
        "whether its credit counts anywhere but in its own programmes",
    ),
    # A platform lives on a share of what learners or their employers pay, whoever made the course.
    OrganisationKind.PLATFORM: Reason(
        Earning.ENROLMENT,
        "A learning platform earns by enrolment: what learners or their employers pay is shared with whoever made the course.",
        "who else recognises it, since a platform gains by every enrolment",
    ),
    # A company that sells something else: a course spreads its name, and its learners are people who know its world.
    OrganisationKind.CORPORATION: Reason(
        Earning.TALENT_PIPELINE,
        "A company gains when there are more people whom it, its customers or its partners can hire.",
        "whether employers beyond the company and its partners name it",
    ),
    OrganisationKind.EMPLOYER: Reason(
        Earning.TALENT_PIPELINE,
        "An employer trains people whom it may hire.",
        "whether other employers name it, too",
    ),
    # A body lives on dues, exams and renewals of its profession, which also gives it a name to lose.
    OrganisationKind.PROFESSIONAL_BODY: Reason(
        Earning.MEMBERSHIP,
        "A professional body lives on its members, exams and renewals, and on the name it has in its profession.",
        "whether an outside body has accredited its scheme",
    ),
    OrganisationKind.GOVERNMENT: Reason(
        Earning.PUBLIC_PURPOSE,
        "A public authority offers it for a public purpose.",
        "in which country or state it counts",
    ),
    OrganisationKind.NONPROFIT: Reason(
        Earning.PUBLIC_PURPOSE,
        "A non-profit pays for it by gifts, grants or fees, with a purpose of its own.",
        "who pays for it, and whether it is kept up to date",
    ),
}
"""What the kind of the provider tells. ``other`` tells nothing, and so has no entry."""

SELLS_LEARNING = Reason(
    Earning.ENROLMENT,
    "For a company that sells learning the learner is the customer, so it earns by enrolment.",
    "who else recognises it, and the refund terms",
)
"""A company that charges for the course and is not known to sell any tool: learning is taken to be its business."""

CARRIER = "{name} carries it, and a platform usually keeps a share of what learners pay."
CARRIER_WATCH = "whether it costs less elsewhere, or with financial aid"
BY_PATTERN: dict[CostPattern, Reason] = {
    CostPattern.PER_MONTH: Reason(
        Earning.SUBSCRIPTION,
        "The price is by the month, so it is worth more to them the longer you stay.",
        "how many months you will need, and when the next payment falls due",
    ),
    CostPattern.PER_YEAR: Reason(
        Earning.SUBSCRIPTION,
        "The price is by the year, used or not.",
        "whether you will need it for a whole year",
    ),
    CostPattern.PER_ATTEMPT: Reason(
        Earning.EXAM_FEES,
        "The exam is paid for by attempt, so those who fail pay again.",
        "the pass rate, and what a second attempt costs",
    ),
    CostPattern.MEMBERSHIP: Reason(
        Earning.MEMBERSHIP,
        "It comes with membership dues.",
        "what the dues add up to for as long as you want to keep it",
    ),
    CostPattern.FREE_AUDIT_PAID_CERT: Reason(
        Earning.UPGRADE,
        "Learning is free and the certificate is not, so the certificate is what is sold.",
        "whether you need the certificate, or only the learning",
    ),
    CostPattern.ONE_OFF: Reason(
        Earning.ENROLMENT,
        "You pay once, when you enrol.",
        "the refund terms, before you pay",
    ),
}
"""What the way of charging tells, in the order in which it is told."""

RENEWAL = Reason(
    Earning.RENEWAL,
    "Keeping it costs money again when it runs out.",
    "the price of renewing, over the years you want to hold it",
)
FREE = "It is free, so learners are not the ones who pay"
FREE_FOR = {
    OrganisationKind.CORPORATION: "for a company it spreads its name and its ways of working.",
    OrganisationKind.PLATFORM: "for a platform it brings visitors who may pay for something else.",
    OrganisationKind.UNIVERSITY: "a university does it with public money, for its name, or both.",
    OrganisationKind.GOVERNMENT: "taxes do.",
    OrganisationKind.NONPROFIT: "gifts and grants do.",
}
MOST = 3  # reasons told: what two or three plain sentences hold


def motive(credential: Credential, taxonomy: Taxonomy) -> Motive:
    """How the organisations behind a credential earn by it, and what to check because of it."""
    who = _who(credential)
    organisation = who.get(None) if who is not None else None
    kind = None if organisation is None else organisation.kind
    reasons = list(_reasons(credential, taxonomy, organisation))[:MOST]
    lead = _lead(organisation)
    words = " ".join([*([lead] if lead else []), *(r.words for r in reasons)])
    watch = "; ".join(dict.fromkeys(r.watch for r in reasons)) or "who offers it, and what they earn by it"
    return Motive(
        provider=organisation.name if organisation else "",
        kind=kind,
        earns=tuple(dict.fromkeys(r.earning for r in reasons)),
        words=words,
        watch=f"Check {watch}.",
        evidence=_evidence(credential, who),
    )


def _who(credential: Credential) -> Fact[Organisation] | None:
    """Who teaches or examines; else who issues it; else who carries it."""
    return next((f for f in (credential.provider, credential.issuer, credential.platform) if f.known), None)


def _lead(organisation: Organisation | None) -> str:
    if organisation is None:
        return "Who offers it is not known, so how they earn by it is not known either."
    if organisation.kind not in BY_KIND:
        return f"What kind of organisation offers it ({organisation.name}) is unknown."
    return ""


def _reasons(credential: Credential, taxonomy: Taxonomy, organisation: Organisation | None) -> Iterator[Reason]:
    """Reasons, those that weigh most first: own tools, then the kind, then prices and renewal, then who carries it."""
    tools = own_tools(credential, taxonomy)
    if tools:
        yield Reason(
            Earning.OWN_TOOLS,
            f"It teaches products of its own ({_listing(tools)}), which are used more the more people know them.",
            "what you learn that works without these products",
        )
    if organisation is not None and organisation.kind in BY_KIND:
        yield _by_kind(credential, taxonomy, organisation)
    if organisation is not None and _free(credential):
        why = FREE_FOR.get(organisation.kind, "somebody else does.")
        yield Reason(_earned_free(organisation.kind), f"{FREE}: {why}", "whether it stays free until you are done")
    yield from _prices(credential)
    carrier = credential.platform.get(None)
    if (
        carrier is not None
        and carrier.kind is OrganisationKind.PLATFORM
        and carrier != organisation
        and _paid(credential)
    ):
        yield Reason(Earning.ENROLMENT, CARRIER.format(name=carrier.name), CARRIER_WATCH)


def _by_kind(credential: Credential, taxonomy: Taxonomy, organisation: Organisation) -> Reason:
    sells_tools = any(s.vendor and set(_names(s.vendor)) & set(_names(organisation.name)) for s in taxonomy)
    tuition = any(i.what == "tuition" and i.pattern is not CostPattern.FREE for i in credential.costs)
    if organisation.kind is OrganisationKind.CORPORATION and tuition and not sells_tools:
        return SELLS_LEARNING
    return BY_KIND[organisation.kind]


def _prices(credential: Credential) -> Iterator[Reason]:
    """The ways of charging, one for each way of earning; that one pays once is told only where nothing else is."""
    patterns = {item.pattern for item in credential.costs}
    told: dict[Earning, Reason] = {}
    for pattern, reason in BY_PATTERN.items():
        if pattern in patterns and (
            pattern is not CostPattern.ONE_OFF or patterns <= {CostPattern.ONE_OFF, CostPattern.FREE}
        ):
            told.setdefault(reason.earning, reason)
    renewal = credential.renewal.get(None)
    if renewal is not None and renewal.cost:
        told[RENEWAL.earning] = RENEWAL
    yield from told.values()


def _paid(credential: Credential) -> bool:
    return any(item.pattern is not CostPattern.FREE for item in credential.costs)


def _free(credential: Credential) -> bool:
    return bool(credential.costs) and all(item.pattern is CostPattern.FREE for item in credential.costs)


def _earned_free(kind: OrganisationKind) -> Earning:
    return BY_KIND[kind].earning if kind in BY_KIND else Earning.PUBLIC_PURPOSE


def own_tools(credential: Credential, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Labels of the skills it teaches that are bound to a product of one of the organisations behind it."""
    roles = (credential.provider, credential.issuer)
    names = {word for fact in roles for o in fact.candidates() for word in _names(o.name)}
    found: list[str] = []
    for taught in credential.skills:
        skill = taxonomy.skills.get(taught.skill)
        if skill is not None and skill.vendor and set(_names(skill.vendor)) & names:
            found.append(skill.label)
    return tuple(found)


def _names(name: str) -> tuple[str, ...]:
    """A name as it is compared: whole, and by its first word, since Amazon and Amazon Web Services are one vendor."""
    words = comparable(name).split()
    return (" ".join(words), words[0]) if words and len(words[0]) > 2 else (" ".join(words),)


def _listing(labels: tuple[str, ...]) -> str:
    shown = list(labels[:3])
    if len(labels) > len(shown):
        return f"{', '.join(shown)} and {len(labels) - len(shown)} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _evidence(credential: Credential, who: Fact[Organisation] | None) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    if who is not None:
        found += cite_fact("offered by", who)
    for item in credential.costs:
        words = item.pattern.value.replace("_", " ")
        found += cite(f"{item.what}: {words}", item.amount.sources)
    return tuple(dict.fromkeys(found))
