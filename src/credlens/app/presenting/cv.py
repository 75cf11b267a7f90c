"""The person's resume as a record: what documents, badges, the catalog and their projects say, and what is better left off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from credlens.app.constraints import constraints
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.person import Profile, opened, parse, stored_profile
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import Holding, holdings
from credlens.app.presenting.kept_projects import kept
from credlens.app.presenting.projects import samples
from credlens.app.presenting.skill_words import TheirWords, shown_skills
from credlens.app.situation import Situation, without_target
from credlens.app.target import kept_situation
from credlens.app.wallet.badges import show
from credlens.app.wallet.evidence import GOOD
from credlens.model.card import Correction, Verdict
from credlens.model.credential import EvidenceClass
from credlens.model.cv import Cv, CvCertificate, CvEntry, CvLanguage, LeftOff
from credlens.model.errors import UserError
from credlens.model.person import EvidenceKind
from credlens.model.skill import SkillLevel
from credlens.model.work_sample import WorkSample
from credlens.present.leaving_off import Considered, by_your_word, left_off, not_verified
from credlens.profile.corrections import apply_corrections
from credlens.profile.corrections import skill as skill_in
from credlens.profile.cv.together import write_out
from credlens.profile.ids import skill_id
from credlens.profile.resume import Resume
from credlens.profile.spoken import name_of

LOW_EFFORT, BEGINNER = "low_effort", "beginner_for_expert"  # flags of a scorecard


def cv_of(ports: Ports, knowledge: Knowledge, *, tailored: bool = True) -> Cv:
    """The resume of the person whose state this is.

    Args:
        ports: the doors.
        knowledge: what texts are read with.
        tailored: whether what the target's ads ask for most comes first; when there is no target, nothing is asked for.
    """
    if not ports.has_state():
        return Cv("")
    profile = stored_profile(ports, knowledge)
    here = _situation(ports, knowledge, profile, tailored=tailored)
    store, decided = ports.store(), ports.showcase().shown()
    documents = [parse(opened(ports, document)) for document in store.documents()]
    written = write_out(documents, profile.found, store.corrections(), ports.today, profile.person.name)
    held = holdings(ports, knowledge, profile.person)
    shown, off = _credentials(here, held, decided)
    projects = _projects(written.projects, samples(ports))
    chosen = _Chosen(decided)
    work, education = chosen.of(written.work), chosen.of(written.education)
    projects, volunteer = chosen.of(projects), chosen.of(written.volunteer)
    theirs = _their_words(ports, knowledge, profile, documents)
    skills, more = shown_skills(here, written, shown, chosen.cards, decided, theirs)
    return Cv(
        name=profile.person.name,
        contact=written.contact,
        summary=written.summary,
        work=work,
        education=education,
        certificates=tuple(_certificate(here, h) for h in shown),
        projects=projects,
        volunteer=volunteer,
        skills=skills,
        listed=written.listed,
        languages=tuple(CvLanguage(name_of(h.language), h.level or "") for h in profile.person.languages),
        licences=written.licences,
        other=written.other,
        target=here.gap.target if here.demand.n or here.gap.items else "",
        postings=here.demand.n,
        language=written.language,
        left_off=(*off, *_unverified(ports), *chosen.off, *more),
        example=written.example,
    )


@dataclass
class _Chosen:
    """Entries by the person's word on them: cards of those that are shown, and those that are left off."""

    decided: Mapping[str, bool]
    cards: set[str] = field(default_factory=set)
    off: list[LeftOff] = field(default_factory=list)

    def of(self, entries: Iterable[CvEntry]) -> tuple[CvEntry, ...]:
        """Those that are shown; the others are noted."""
        kept = []
        for entry in entries:
            if self.decided.get(entry.card, True):
                kept.append(entry)
                self.cards.add(entry.card)
            else:
                name = ", ".join(words for words in (entry.title, entry.organisation) if words)
                self.off.append(by_your_word(entry.card, name))
        return tuple(kept)


def _situation(ports: Ports, knowledge: Knowledge, profile: Profile, *, tailored: bool) -> Situation:
    aimed = kept_situation(ports, knowledge) if tailored else None
    return aimed or without_target(ports, knowledge, profile.person)


def _their_words(ports: Ports, knowledge: Knowledge, profile: Profile, documents: Iterable[Resume]) -> TheirWords:
    """What the person says of skills, in documents, projects, corrections and here."""
    store, projects = ports.store(), kept(ports)
    corrections = store.corrections()
    mentions = [m.item for m in apply_corrections(profile.found, corrections, knowledge.reader).mentions]
    levels = {m.skill for m in mentions if m.level is not SkillLevel.UNKNOWN}
    levels |= {c.skill for c in store.claims() if c.known and c.level is not SkillLevel.UNKNOWN}
    said = {c.card: c for c in corrections if c.verdict is not Verdict.DROP}
    confirmed = {m.skill for m in mentions if skill_id(m.skill) in said}
    confirmed |= {
        named for m in profile.found.mentions if (named := _corrected(said.get(skill_id(m.item.skill)), knowledge))
    }
    lines = [line.text for document in documents for entry in document.entries for line in entry.lines]
    text = "\n".join([*lines, *(project.text for project in projects)])
    return TheirWords(levels, confirmed | {s for project in projects for s in project.named}, text)


def _corrected(correction: Correction | None, knowledge: Knowledge) -> str | None:
    """The skill that a correction names instead; None when it names none, or one of a taxonomy that is gone."""
    if correction is None or correction.verdict is not Verdict.CORRECT:
        return None
    try:
        return skill_in(correction.value, knowledge.reader)[0]
    except UserError:
        return None


def _credentials(
    here: Situation, held: Sequence[Holding], decided: Mapping[str, bool]
) -> tuple[list[Holding], list[LeftOff]]:
    """(credentials that are shown, those that are not)."""
    flags = _flags(here, held)
    shown, off = [], []
    for holding in held:
        why = left_off(_considered(holding, flags, here), decided.get(holding.card))
        if why is None:
            shown.append(holding)
        else:
            off.append(why)
    return shown, off


def _flags(here: Situation, held: Iterable[Holding]) -> Mapping[str, Mapping[str, str]]:
    """Of each credential of the catalog that is held, the red flags that fire, with the reason."""
    known = {h.credential.id: h.credential for h in held if h.credential is not None}
    if not known:
        return {}
    compared = here.compare(known.values(), pace(here.ports.today, constraints(here.ports).hours), None)
    return {card.credential: {flag.id: flag.because for flag in card.firing()} for card in compared.cards}


def _considered(holding: Holding, flags: Mapping[str, Mapping[str, str]], here: Situation) -> Considered:
    of = flags.get(holding.credential.id, {}) if holding.credential else {}
    proves = holding.credential.evidence_class.get(None) if holding.credential else None
    return Considered(
        holding.card,
        holding.name,
        holding.expires_said if holding.expired(here.ports.today) else "",
        of.get(LOW_EFFORT, ""),
        proves is EvidenceClass.PARTICIPATION,
        of.get(BEGINNER, ""),
    )


def _certificate(here: Situation, holding: Holding) -> CvCertificate:
    """A credential as a resume names it, with what it shows of what the target asks for, the most asked first."""
    demand, taxonomy = here.demand.skills, here.knowledge.taxonomy
    shows = {
        s
        for s, skill in here.person.skills.items()
        for e in skill.evidence
        if e.kind is EvidenceKind.CERTIFIED and e.where == holding.where and holding.name in e.quote
    }
    asked = sorted(
        (s for s in shows if s in demand and demand[s].share.k),
        key=lambda s: (-demand[s].share.value, taxonomy[s].label),
    )
    return CvCertificate(
        card=holding.card,
        name=holding.name,
        issuer=holding.issuer,
        issued=holding.issued_said,
        expires=holding.expires_said,
        number=holding.number,
        link=holding.link,
        verified=holding.verified.isoformat() if holding.verified else "",
        badge=holding.badge.id if holding.badge else "",
        credential=holding.credential.id if holding.credential else "",
        skills=tuple(taxonomy[s].label for s in asked),
    )


def _projects(written: Sequence[CvEntry], own: Sequence[WorkSample]) -> tuple[CvEntry, ...]:
    """The projects that were put in, then those of documents; one that is both stands there once."""
    of_documents = {entry.title.casefold(): entry for entry in written}
    found = []
    for sample in own:
        same = of_documents.pop(sample.title.casefold(), None)
        done = sample.done.isoformat() if sample.done else ""
        lines = (sample.summary,) if sample.summary else ()
        entry = CvEntry(sample.id, sample.title, end=done, lines=lines, link=sample.link)
        if same is not None:
            more = tuple(line for line in same.lines if line not in lines)
            entry = replace(
                same, card=sample.id, end=done or same.end, lines=(*lines, *more), link=sample.link or same.link
            )
        found.append(entry)
    taken = {entry.title.casefold() for entry in found}
    return (*found, *(entry for entry in written if entry.title.casefold() not in taken))


def _unverified(ports: Ports) -> Iterable[LeftOff]:
    """Badges in the wallet that did not hold when they were verified."""
    for badge in show(ports).badges:
        if badge.verdict not in GOOD:
            claims = badge.report.claims
            yield not_verified(badge.id, claims.achievement.name or claims.name or badge.file, badge.report.because)
