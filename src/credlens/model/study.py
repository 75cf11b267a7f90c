"""A study of what credentials did for other people: design, n, effects, and for whom it may say something. Evidence, never a promise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.credential import EvidenceClass, OrganisationKind
from credlens.model.fact import Method, Source
from credlens.model.occupation import DegreeLevel

NO_PROMISE = (
    "This is what studies of other people and other credentials found. It is no promise, and no part of the scores."
)
"""What every face prints above studies."""


class Design(StrEnum):
    """How a study tells an effect from its surroundings, the most telling first."""

    REVIEW = "review"  # several experiments read together
    RANDOMISED = "randomised"  # chance decided who got it
    AUDIT = "audit"  # invented applications sent to real vacancies, what they name drawn by lot
    PROFILES = "profiles"  # people in the part of an employer chose among invented profiles
    DISCONTINUITY = "discontinuity"  # people who just passed beside people who just failed
    INSTRUMENT = "instrument"  # something outside moved who got it
    DIFFERENCE_IN_DIFFERENCES = "difference_in_differences"  # before and after, with and without
    PANEL = "panel"  # the same people followed, before and after
    MATCHING = "matching"  # holders beside people who look alike
    ASSOCIATION = "association"  # holders beside others; what sets them apart is not held equal, or only in part
    NOT_SEEN = "not_seen"  # no page that was read says how it was done

    @property
    def words(self) -> str:
        """What it is called on paper."""
        return _DESIGNS.get(self, self.value.replace("_", " "))


_DESIGNS = {
    Design.REVIEW: "review of trials",
    Design.RANDOMISED: "randomised trial",
    Design.AUDIT: "invented applications, sent by lot",
    Design.PROFILES: "choice between invented profiles",
    Design.DISCONTINUITY: "just passed beside just failed",
    Design.INSTRUMENT: "instrumental variable",
    Design.DIFFERENCE_IN_DIFFERENCES: "before and after, with and without",
    Design.PANEL: "same people before and after",
    Design.MATCHING: "beside people who look alike",
    Design.ASSOCIATION: "association only",
    Design.NOT_SEEN: "design not seen",
}


class Direction(StrEnum):
    """Which way an effect points."""

    POSITIVE = "positive"
    NONE = "none"  # looked for and not found, or too small to matter
    NEGATIVE = "negative"
    UNCLEAR = "unclear"  # registered or done, the result not seen


class Fit(StrEnum):
    """How far a study's people and credentials are like the person and the credential it is shown for, nearest first."""

    CLOSE = "close"
    PARTLY = "partly"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Effect:
    """One finding.

    Attributes:
        outcome: of what, in words ("a new job within a year").
        size: how much, in words ("6 % more likely").
        value: the same as a number in ``unit``; None where the source gives none. Losses are below zero.
        unit: percent, percentage_points, per_applicant ...; empty without a value.
        low, high: the published 95 % interval, in ``unit``; None when none was seen.
        years_min, years_max: years of work of those it was found for; None where it is not bounded.
        sources: who says so, where it is not who says the rest of the study (a number that is only recalled).
    """

    outcome: str
    size: str
    direction: Direction
    value: float | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None
    years_min: float | None = None
    years_max: float | None = None
    sources: tuple[Source, ...] = ()

    @property
    def words(self) -> str:
        """The finding in words; one whose size was only recalled says so."""
        recalled = any(s.method is Method.RECALLED for s in self.sources)
        return f"{self.outcome}: {self.size}" + (" (from memory)" if recalled else "")

    def found_for(self, years: float | None) -> bool:
        """Whether it was found for people with so many years of work; when that is unknown, nothing speaks against it."""
        if years is None:
            return True
        return (self.years_min is None or years >= self.years_min) and (
            self.years_max is None or years <= self.years_max
        )


@dataclass(frozen=True, slots=True)
class Applies:
    """For which credentials and persons a study may say something; an empty condition is met by everybody.

    Attributes:
        evidence: evidence classes of the credentials that were studied.
        degrees: whether degrees were studied, and nothing else.
        providers: kinds of organisations that issued, provided or carried them.
        platforms: names of those organisations, where only these were studied.
        online: whether they were earned online.
        verifiable: whether others could check them.
        years_min, years_max: years of work of the people.
        degree_below: the people held less than this degree.
        places: ISO 3166 codes of where they looked for work.
        circumstances: what else they had in common and no profile tells, in words ("people hit by the pandemic").
        nearest: the nearest fit there can be, where what was studied is only a relative of a credential (a reference letter).
        must: names of the conditions without which it is not shown at all; the others only tell how well it fits.
    """

    evidence: tuple[EvidenceClass, ...] = ()
    degrees: bool | None = None
    providers: tuple[OrganisationKind, ...] = ()
    platforms: tuple[str, ...] = ()
    online: bool | None = None
    verifiable: bool | None = None
    years_min: float | None = None
    years_max: float | None = None
    degree_below: DegreeLevel | None = None
    places: tuple[str, ...] = ()
    circumstances: str = ""
    nearest: Fit = Fit.CLOSE
    must: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """One study.

    Attributes:
        title: a short name of ours ("Sharing Coursera certificates on LinkedIn").
        authors: family names.
        year: of the version that was read.
        studied: what was varied or compared, in words.
        population: whom, in words.
        n: how many; None when it was not seen. ``n_of``: of what ("learners", "applications").
        effects: the main finding first.
        caveat: what keeps it from being the last word.
    """

    id: str
    title: str
    authors: tuple[str, ...]
    year: int
    design: Design
    studied: str
    population: str
    n: int | None
    n_of: str
    effects: tuple[Effect, ...]
    caveat: str
    sources: tuple[Source, ...]
    applies: Applies = Applies()


@dataclass(frozen=True, slots=True)
class Applied:
    """A study shown for one credential and one person.

    Attributes:
        effects: those of its findings that were found for people with the person's years of work, all of them when none was; the main
            one first.
        because: why it is shown, and how far the person and the credential are like those studied.
        alike: share of the study's conditions that are known to hold, in [0, 1]; the finer order behind ``fit``.
    """

    study: Study
    fit: Fit
    because: str
    effects: tuple[Effect, ...]
    alike: float

    @property
    def contrary(self) -> bool:
        """Whether its main finding is that it did nothing, or any of them that it did harm."""
        return self.effects[0].direction is Direction.NONE or any(
            e.direction is Direction.NEGATIVE for e in self.effects
        )

    @property
    def silent(self) -> bool:
        """Whether no result of it was seen."""
        return all(e.direction is Direction.UNCLEAR for e in self.effects)
