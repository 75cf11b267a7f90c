"""The facts of an interview brief, put together from catalog, wallet, documents, target and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from credlens.app.catalog.finding import find_credential
from credlens.app.constraints import constraints, said_limits
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import Holding, find_holding, holdings
from credlens.app.presenting.projects import samples
from credlens.app.situation import Situation
from credlens.app.target import stored_situation, stored_target
from credlens.app.verifying.asking import is_address
from credlens.app.wallet.badges import KeptBadge
from credlens.app.wallet.badges import show as wallet
from credlens.model.brief import Aim, Brief, BriefBadge, HeldAs, Uncovered
from credlens.model.credential import Credential, Depth
from credlens.model.gap import GapItem
from credlens.model.person import EvidenceKind, SkillEvidence
from credlens.model.scorecard import Scorecard
from credlens.model.verification import AchievementClaim, Report
from credlens.model.work_sample import WorkSample

_LEAST = 6  # letters of the id of a badge that did not hold, before it is looked for: fewer are hardly meant as one


@dataclass(frozen=True)
class Meant:
    """What a person means by an id; at least one of the three is there.

    Attributes:
        credential: None when the catalog does not know it.
        holding: None when it is not held.
        badge: in the wallet, also one that did not hold.
    """

    credential: Credential | None
    holding: Holding | None
    badge: KeptBadge | None

    @property
    def ids(self) -> tuple[str, ...]:
        """What it is called, what notes are kept under first: the catalog's id, the badge's, the card's."""
        found = (
            self.credential.id if self.credential else "",
            self.badge.id if self.badge else "",
            self.holding.card if self.holding else "",
        )
        return tuple(filter(None, found))


def meant(ports: Ports, knowledge: Knowledge, id: str, held: Iterable[Holding] | None = None) -> Meant:  # noqa: A002
    """What is called so: a catalog id or title, the beginning of a badge's id in the wallet, or a card.

    Args:
        id: in the person's words.
        held: what the person holds, when that is known already.

    Raises:
        UserError: nothing is, or more than one thing.
    """
    known = tuple(held) if held is not None else holdings(ports, knowledge)
    badges = wallet(ports).badges
    holding = find_holding(known, id)
    if holding is not None:
        return Meant(holding.credential, holding, holding.badge or _badge_of(holding.credential, badges, knowledge))
    begun = [b for b in badges if len(id) >= _LEAST and b.id.startswith(id.lower())]
    if len(begun) == 1:
        return Meant(_credential_of(begun[0], knowledge), None, begun[0])
    credential = find_credential(ports, knowledge, id)
    holding = find_holding(known, credential.id)
    badge = holding.badge if holding else None
    return Meant(credential, holding, badge or _badge_of(credential, badges, knowledge))


def facts(ports: Ports, id: str) -> Brief:  # noqa: A002
    """Everything that is known of a credential, for an interview.

    Args:
        id: of the catalog, the beginning of a badge's id in the wallet, or of a card.

    Raises:
        UserError: nothing is called so.
    """
    knowledge = Knowledge.of(ports)
    here = stored_situation(ports, knowledge)
    found = meant(ports, knowledge, id, holdings(ports, knowledge, here.person))
    credential, holding = found.credential, found.holding
    badge = _brief_badge(found)
    taught = _taught(here, found)
    evidence = _evidence(here, found)
    every = samples(ports)
    projects = _projects(every, credential, taught)
    uncovered = _uncovered(here, credential, taught, evidence, every)
    return Brief(
        id=found.ids[0],
        title=_title(found),
        made=ports.today,
        credential=credential,
        held=_held(holding) if holding else None,
        badge=badge,
        taught=taught,
        evidence={s: evidence[s] for s in taught if evidence.get(s)},
        aim=_aim(here, credential),
        uncovered=uncovered,
        card=_card(ports, here, credential) if credential else None,
        projects=projects,
        notes=_notes(ports, found.ids),
        vendors=_vendors(knowledge, taught),
        skills=_labels(knowledge, credential, taught, uncovered or (), projects),
        titles=_titles(knowledge, credential),
    )


def _title(found: Meant) -> str:
    if found.credential:
        return found.credential.title
    if found.holding:
        return found.holding.name
    assert found.badge is not None  # noqa: S101 - one of the three is there
    claims = found.badge.report.claims
    return claims.achievement.name or claims.name or found.badge.file


def _held(holding: Holding) -> HeldAs:
    return HeldAs(
        card=holding.card,
        issuer=holding.issuer,
        issued=holding.issued_said,
        expires=holding.expires_said,
        until=holding.expires,
        number=holding.number,
        link=holding.link,
        where=holding.where,
        quote=holding.quote,
    )


def _brief_badge(found: Meant) -> BriefBadge | None:
    badge = found.badge
    if badge is None:
        return None
    every = list(_achievements(badge.report))
    name = found.holding.name if found.holding else ""
    one = next((a for a in every if a.name == name), every[0] if every else AchievementClaim())
    file = badge.file if is_address(badge.file) else Path(badge.file).name
    return BriefBadge(badge.id, file, badge.verified, badge.verdict, badge.report, one)


def _achievements(report: Report) -> Iterator[AchievementClaim]:
    yield from report.claims.achievements
    for part in report.parts:
        yield from _achievements(part)


def _credential_of(badge: KeptBadge, knowledge: Knowledge) -> Credential | None:
    """What the catalog knows under the name and issuer of a badge."""
    for achievement in _achievements(badge.report):
        hits = knowledge.reader.credential_hits(f"{achievement.name}, {badge.report.claims.issuer.name}")
        if hits and hits[0].key in knowledge.catalog:
            return knowledge.catalog[hits[0].key]
    return None


def _badge_of(credential: Credential | None, badges: Iterable[KeptBadge], knowledge: Knowledge) -> KeptBadge | None:
    """The badge in the wallet that is called like a credential held by a document, or not held at all."""
    if credential is None:
        return None
    return next((b for b in badges if (c := _credential_of(b, knowledge)) is not None and c.id == credential.id), None)


def _taught(here: Situation, found: Meant) -> tuple[str, ...]:
    """Skills it is about, the main ones first: by the catalog, else those that the badge was found to name."""
    if found.credential and found.credential.skills:
        depths = list(Depth)
        return tuple(t.skill for t in sorted(found.credential.skills, key=lambda t: depths.index(t.depth)))
    if found.holding is None:
        return ()
    own = {found.holding.where}
    return tuple(
        s
        for s, held in sorted(here.person.skills.items())
        if any(e.kind is EvidenceKind.CERTIFIED and e.where in own for e in held.evidence)
    )


def _evidence(here: Situation, found: Meant) -> Mapping[str, tuple[SkillEvidence, ...]]:
    """What the person can show of each skill besides this credential itself, strongest first.

    A credential that only touches a skill shows too little of it to be named for it.
    """
    own = {found.holding.where} if found.holding else set()
    names = [a.text.casefold() for a in found.credential.aliases] if found.credential else []
    names += [_title(found).casefold()]
    catalog = here.knowledge.catalog
    by_place = {
        h.where: catalog[h.credential] for h in here.person.credentials if h.credential and h.credential in catalog
    }

    def counts(e: SkillEvidence) -> bool:
        if e.kind is not EvidenceKind.CERTIFIED:
            return e.kind is not EvidenceKind.IMPLIED
        taught = by_place[e.where].teaches(e.skill) if e.where in by_place else None
        hardly = taught is not None and taught.depth is Depth.TOUCHED
        return not (hardly or e.where in own or any(n in e.quote.casefold() for n in names))

    return {s: tuple(_once(filter(counts, held.evidence))) for s, held in here.person.skills.items()}


def _once(found: Iterable[SkillEvidence]) -> Iterator[SkillEvidence]:
    """Each piece of evidence once: a badge and a line of a document may speak of the same credential."""
    said: list[str] = []
    for each in found:
        words = each.quote.casefold()
        if not any(words in s or s in words for s in said if each.quote):
            yield each
        said += [words] if each.quote else []


def _aim(here: Situation, credential: Credential | None) -> Aim | None:
    target = stored_target(here.ports)
    if target is None:
        return None
    demand = here.demand
    sought = credential is not None and credential.id in {n.id for n in here.knowledge.credential_names}
    named = demand.recognition(credential.id) if credential is not None and sought else None
    return Aim(target.name, demand.n, demand.last, demand.examples, named)


def _uncovered(
    here: Situation,
    credential: Credential | None,
    taught: tuple[str, ...],
    evidence: Mapping[str, tuple[SkillEvidence, ...]],
    projects: Iterable[WorkSample],
) -> tuple[Uncovered, ...] | None:
    """What the ads ask for often and it does not teach, or only touches; None when there is no telling.

    Left out are umbrella names and transversal skills (no credential is expected to teach these), and what few ads name.
    """
    if not taught or stored_target(here.ports) is None:
        return None
    depths = {t.skill: t.depth for t in credential.skills} if credential else {}
    covered = {s for s in taught if depths.get(s, Depth.PART) is not Depth.TOUCHED}
    wider = {b: s for s in reversed(taught) if s in covered and s in here.knowledge.taxonomy for b in _wider(here, s)}
    made = tuple(projects)

    def one(item: GapItem) -> Uncovered:
        return Uncovered(
            item.skill,
            item.demand.share,
            depths.get(item.skill),
            wider.get(item.skill, ""),
            evidence.get(item.skill, ()),
            tuple(p.title for p in made if item.skill in p.skills),
        )

    asked = [i for i in here.gap.items if i.learnable and not i.umbrella and not i.seldom and i.skill not in covered]
    return tuple(one(i) for i in sorted(asked, key=lambda i: (-i.demand.expected, i.skill)))


def _wider(here: Situation, skill: str) -> tuple[str, ...]:
    return tuple(here.knowledge.taxonomy[skill].broader)


def _projects(
    every: Iterable[WorkSample], credential: Credential | None, taught: tuple[str, ...]
) -> tuple[WorkSample, ...]:
    """Those made for it, then those that show most of its skills."""

    def order(sample: WorkSample) -> tuple[bool, int]:
        made_for = credential is not None and credential.id in sample.credentials
        return (not made_for, -len(set(sample.skills) & set(taught)))

    found = [p for p in every if order(p) != (True, 0)]
    return tuple(sorted(found, key=order))


def _card(ports: Ports, here: Situation, credential: Credential) -> Scorecard:
    limits = said_limits(ports)
    return here.compare([credential], limits or pace(ports.today, constraints(ports).hours), limits).cards[0]


def _notes(ports: Ports, ids: tuple[str, ...]) -> Mapping[str, str]:
    """What the person said about it, by question; under the first of its names where it was said under several."""
    if not ports.has_state():
        return {}
    kept = ports.showcase().notes()
    return {n.question: n.text for id in reversed(ids) for n in kept if n.about == id}  # noqa: A001


def _labels(
    knowledge: Knowledge,
    credential: Credential | None,
    taught: tuple[str, ...],
    uncovered: Iterable[Uncovered],
    projects: Iterable[WorkSample],
) -> Mapping[str, str]:
    asked = [s for u in uncovered for s in (u.skill, u.through)]
    before = [s for p in (credential.prerequisites if credential else ()) for s in p.skills]
    shown = [s for p in projects for s in p.skills]
    taxonomy = knowledge.taxonomy
    return {s: taxonomy[s].label for s in (*taught, *asked, *before, *shown) if s in taxonomy}


def _vendors(knowledge: Knowledge, taught: Iterable[str]) -> Mapping[str, str]:
    taxonomy = knowledge.taxonomy
    return {s: vendor for s in taught if s in taxonomy and (vendor := taxonomy[s].vendor)}


def _titles(knowledge: Knowledge, credential: Credential | None) -> Mapping[str, str]:
    if credential is None:
        return {}
    named = [c for p in credential.prerequisites for c in p.credentials]
    named += [*credential.superseded_by.candidates(), *(s.into for s in credential.stacks_into)]
    return {i: knowledge.catalog[i].title for i in named if i in knowledge.catalog}
