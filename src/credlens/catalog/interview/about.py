"""Questions about what it is, who is behind it and what it teaches."""

from __future__ import annotations

from credlens.catalog.interview.question import Fields, Kind, Question, Said, choices
from credlens.catalog.values.addresses import canonical
from credlens.catalog.values.organisations import kind_of
from credlens.catalog.values.reading import distinct
from credlens.model.credential import CredentialLevel, EvidenceClass, Organisation, OrganisationKind, Status
from credlens.model.offer import Identifier, StatedSkill

# Answer -> CTDL class, and what that proves at most where the word alone says so.
_KINDS: dict[str, tuple[str, EvidenceClass | None]] = {
    "participation": ("CertificateOfParticipation", EvidenceClass.PARTICIPATION),
    "completion": ("CertificateOfCompletion", EvidenceClass.COMPLETION),
    "certificate": ("Certificate", EvidenceClass.ASSESSED_CERTIFICATE),
    "certification": ("Certification", EvidenceClass.CERTIFICATION),
    "licence": ("License", EvidenceClass.LICENCE),
    "badge": ("DigitalBadge", None),
    "microcredential": ("MicroCredential", None),
}


def _title(said: Said) -> Fields:
    address = said.text("address")
    page = canonical(address)
    return {
        "title": said.text("title"),
        "official_url": said.fact(address or None),
        "identifiers": (Identifier("url", page),) if page else (),
    }


def _provider(said: Said) -> Fields:
    name = said.text("provider")
    if not name:
        return {}
    chosen = said.text("provider_kind")
    # The name decides where the person does not know; it is "other" when the name says nothing.
    fact = said.fact(Organisation(name, OrganisationKind(chosen) if chosen else kind_of(name)))
    return {"issuer": fact, "provider": fact}


def _kind(said: Said) -> Fields:
    chosen = said.text("kind")
    kind, proves = _KINDS[chosen] if chosen else (None, None)
    return {"kind": said.fact(kind), "evidence_class": said.fact(proves)}


def _level(said: Said) -> Fields:
    chosen = said.text("level")
    return {"level": said.fact(CredentialLevel(chosen) if chosen else None)}


def _skills(said: Said) -> Fields:
    return {"stated": distinct(StatedSkill(name, said.sources) for name in said.many("skills"))}


def _offered(said: Said) -> Fields:
    offered = said.flag("offered")
    return {"status": said.fact(None if offered is None else Status.ACTIVE if offered else Status.CEASED)}


def _open(said: Said) -> Fields:
    return {"open_to_public": said.fact(said.flag("open"), condition=said.text("open_to"))}


QUESTIONS = (
    Question(
        "title",
        "What is it called?",
        "so that job ads can be searched for it",
        Kind.TEXT,
        like="Data Analytics Certificate",
        needed=True,
        fields=_title,
    ),
    Question(
        "address",
        "What is the address of its page?",
        "so that it is recognised if the catalog has it already",
        Kind.ADDRESS,
        like="https://example.org/courses/data-analytics",
        none="it has no page",
        follows="title",
    ),
    Question(
        "provider",
        "Who offers it, with their name on the certificate?",
        "since a name that others know carries weight, and tells two things of one title apart",
        Kind.TEXT,
        like="Harbour School",
        fields=_provider,
    ),
    Question(
        "provider_kind",
        "What are they?",
        "so that you can search and compare by kind of provider",
        Kind.CHOICE,
        choices(
            ("university", "a university or college"),
            ("platform", "a learning platform"),
            ("corporation", "a company that teaches its own tools or skills"),
            ("professional_body", "a professional body or association"),
            ("government", "a government office"),
            ("nonprofit", "a non-profit organisation"),
            ("employer", "an employer, for its own staff"),
            ("other", "something else"),
        ),
        follows="provider",
    ),
    Question(
        "kind",
        "What do you get in the end?",
        "since it bounds what it can prove as long as the assessment is not known",
        Kind.CHOICE,
        choices(
            ("participation", "a certificate that you were there"),
            ("completion", "a certificate that you finished"),
            ("certificate", "a certificate for work that was assessed"),
            ("certification", "a certification by examination"),
            ("licence", "a licence to practise"),
            ("badge", "a digital badge"),
            ("microcredential", "a microcredential"),
        ),
        fields=_kind,
    ),
    Question(
        "level",
        "For whom is it made?",
        "to warn when it shows less than you can show already",
        Kind.CHOICE,
        choices(
            ("beginner", "beginners"),
            ("intermediate", "people with some experience"),
            ("advanced", "advanced people"),
            ("expert", "experts"),
        ),
        fields=_level,
    ),
    Question(
        "skills",
        "What does it teach? Name the skills in your own words.",
        "to see what of your gap it closes, and whether other employers ask for that, too",
        Kind.LIST,
        like="SQL, data cleaning, dashboards",
        fields=_skills,
    ),
)

OPEN = (
    Question(
        "offered",
        "Can one still enrol for it?",
        "to warn when it is no longer offered",
        Kind.YES_NO,
        fields=_offered,
    ),
    Question(
        "open",
        "Can anybody take it?",
        "to warn when it is closed to people from outside",
        Kind.YES_NO,
        fields=_open,
    ),
    Question(
        "open_to",
        "To whom is it open?",
        "so that the warning can say whom it lets in",
        Kind.TEXT,
        like="staff of partner companies",
        follows="open",
        opened_by=("no",),
    ),
)
