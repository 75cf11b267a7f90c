"""How far a credential and a person are like those of a study, condition by condition, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.model.credential import Credential, EvidenceClass
from credlens.model.occupation import DegreeLevel, at_least
from credlens.model.offer import DeliveryMode
from credlens.model.person import Person
from credlens.model.study import Applies, Fit
from credlens.skills.text import comparable

NEVER_CLOSE = 0.75  # a judgement: so much alike is what is only a relative of a credential, whatever else is alike
PARTLY_FROM = 0.4  # a judgement: two conditions in five, as kind of certificate and way of learning
OF_PEOPLE = frozenset(
    {"years", "degree_below", "places", "circumstances"}
)  # conditions of the people and not of the credential
_CAP = {Fit.CLOSE: 1.0, Fit.PARTLY: NEVER_CLOSE, Fit.FAR: PARTLY_FROM}
DEGREES = ("Degree", "Doctorate")  # how CTDL's types of degrees end: BachelorDegree, ProfessionalDoctorate ...
CLASSES = {
    EvidenceClass.PARTICIPATION: "proofs of attendance",
    EvidenceClass.COMPLETION: "certificates of completion",
    EvidenceClass.ASSESSED_CERTIFICATE: "certificates with an assessment",
    EvidenceClass.CERTIFICATION: "certifications with an exam",
    EvidenceClass.LICENCE: "licences",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a study: whether it holds (None when that cannot be told), both answers, and what is not known, in words."""

    holds: bool | None
    like: str
    unlike: str
    asks: str = ""


@dataclass(frozen=True)
class Resemblance:
    """All conditions of one study, by name."""

    conditions: Mapping[str, Condition]
    nearest: Fit = Fit.CLOSE

    @property
    def answers(self) -> Mapping[str, bool | None]:
        """Whether each holds."""
        return {name: c.holds for name, c in self.conditions.items()}

    @property
    def alike(self) -> float:
        """Share of the conditions that are known to hold, at most what the nearest possible fit allows."""
        if not self.conditions:
            return PARTLY_FROM  # it names none, so it may say something of everybody
        return min(sum(1 for c in self.conditions.values() if c.holds) / len(self.conditions), _CAP[self.nearest])

    @property
    def fit(self) -> Fit:
        """Close when all conditions are known to hold, one of the people among them; far when few are; never nearer than it can be.

        That the certificate and the way of learning are the same does not make its people like this person.
        """
        if self.nearest is Fit.CLOSE and all(self.answers.values()) and OF_PEOPLE & self.answers.keys():
            return Fit.CLOSE
        return Fit.PARTLY if self.nearest is not Fit.FAR and self.alike >= PARTLY_FROM else Fit.FAR

    def because(self) -> str:
        """What is alike, then what is not, then what of the person is not known."""
        alike = [c.like for c in self.conditions.values() if c.holds and c.like]
        unlike = [c.unlike for c in self.conditions.values() if c.holds is False and c.unlike]
        parts = [f"Alike: {', '.join(alike)}."] if alike else []
        parts += [f"Different: {'; '.join(unlike)}."] if unlike else []
        asks = [c.asks for c in self.conditions.values() if c.holds is None and c.asks]
        parts += [f"Not known: {'; '.join(asks)}."] if asks else []
        return " ".join(parts) or "It looked at credentials in general."


def resemblance(applies: Applies, credential: Credential, person: Person, place: str | None) -> Resemblance:
    """The conditions that a study names, each compared with the credential, the person, and the place where they look for work."""
    found = {
        "evidence": _evidence(applies, credential),
        "degrees": _degrees(applies, credential),
        "providers": _providers(applies, credential),
        "platforms": _platforms(applies, credential),
        "online": _online(applies, credential),
        "verifiable": _verifiable(applies, credential),
        "years": _years(applies, person),
        "degree_below": _degree(applies, person),
        "places": _places(applies, place),
        "circumstances": _circumstances(applies),
    }
    return Resemblance({name: c for name, c in found.items() if c is not None}, applies.nearest)


def _evidence(applies: Applies, credential: Credential) -> Condition | None:
    if not applies.evidence:
        return None
    own = credential.evidence_class.get(None)
    studied = " or ".join(CLASSES[c] for c in applies.evidence)
    like = CLASSES[own] if own else ""
    return Condition(None if own is None else own in applies.evidence, like, f"it looked at {studied}")


def _degrees(applies: Applies, credential: Credential) -> Condition | None:
    if applies.degrees is None:
        return None
    kind = credential.kind.get(None)
    holds = None if kind is None else kind.endswith(DEGREES) == applies.degrees
    # That both are below a degree goes without saying.
    return Condition(holds, "degrees" if applies.degrees else "", "it looked at degrees" if applies.degrees else "")


def _providers(applies: Applies, credential: Credential) -> Condition | None:
    if not applies.providers:
        return None
    kinds = {o.kind for f in (credential.issuer, credential.provider, credential.platform) for o in f.candidates()}
    studied = " or ".join(k.value.replace("_", " ") for k in applies.providers)
    holds = bool(kinds & set(applies.providers)) if kinds else None
    return Condition(holds, f"offers of this kind ({studied})", f"it looked at offers of another kind ({studied})")


def _platforms(applies: Applies, credential: Credential) -> Condition | None:
    if not applies.platforms:
        return None
    roles = (credential.issuer, credential.provider, credential.platform)
    own = {comparable(o.name) for f in roles for o in f.candidates()}
    studied = " and ".join(applies.platforms)
    holds = bool(own & {comparable(p) for p in applies.platforms}) if own else None
    return Condition(holds, f"certificates on {studied}", f"its certificates were on {studied}")


def _online(applies: Applies, credential: Credential) -> Condition | None:
    if applies.online is None:
        return None
    mode = credential.mode.get(None)
    holds = None if mode is None else (mode is DeliveryMode.ONLINE) == applies.online
    words = "learning online" if applies.online else "learning on site"
    return Condition(holds, words, f"it looked at {words}")


def _verifiable(applies: Applies, credential: Credential) -> Condition | None:
    if applies.verifiable is None:
        return None
    form = credential.verification.get(None)
    # A PDF or a page behind a login cannot be checked by an employer.
    holds = None if form is None else (form.format not in {"none", "pdf", "login_page"}) == applies.verifiable
    words = "proof that employers can check" if applies.verifiable else "proof that nobody can check"
    return Condition(holds, words, f"it looked at {words}")


def _years(applies: Applies, person: Person) -> Condition | None:
    low, high = applies.years_min, applies.years_max
    if low is None and high is None:
        return None
    years = person.years
    holds = None if years is None else (low is None or years >= low) and (high is None or years <= high)
    span = _span(low, high)
    asks = f"how long you have worked (its people: {span})"
    return Condition(holds, f"people with {span} of work", f"its people had {span} of work", asks)


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {high:g} years"
    return f"at least {low:g} years" if high is None else f"{low:g} to {high:g} years"


def _degree(applies: Applies, person: Person) -> Condition | None:
    below = applies.degree_below
    if below is None:
        return None
    reached = at_least(person.degree, below)
    degree = "degree" if below is DegreeLevel.ASSOCIATE else f"{below.value}'s degree"
    holds = None if reached is None else not reached
    asks = f"your degree (most of its people had no {degree})"
    return Condition(holds, f"people without a {degree}", f"most of its people had no {degree}", asks)


def _places(applies: Applies, place: str | None) -> Condition | None:
    if not applies.places:
        return None
    studied = ", ".join(applies.places)
    holds = None if place is None else any(place == p or place.startswith(f"{p}-") for p in applies.places)
    asks = f"where you look for work (it was done in {studied})"
    return Condition(holds, f"work in the same country ({studied})", f"it was done elsewhere ({studied})", asks)


def _circumstances(applies: Applies) -> Condition | None:
    """No profile tells them, so they never hold for sure."""
    if not applies.circumstances:
        return None
    return Condition(None, "", "", f"whether you are in the same position (its people: {applies.circumstances})")
