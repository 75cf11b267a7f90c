"""What an offer states besides teaching, price and assessment: names elsewhere, calendar, relations, figures.

Parts of :class:`~credlens.model.credential.Credential`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.fact import Source


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A name that somebody else gave it and that belongs to nothing else.

    Attributes:
        scheme: whose: ``ctid``, ``url``, ``coursera``, ``mslearn``, ``openedx``, ``credly``, ``openbadge``, ``elm``, ``etpl`` ...
        value: in the scheme's own spelling; addresses without what does not name the page (``catalog.addresses``).
    """

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


class DeliveryMode(StrEnum):
    """Form of participation (EU Recommendation 2022/C 243/02, Annex I; CTDL deliveryType)."""

    ONLINE = "online"
    ONSITE = "onsite"
    BLENDED = "blended"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When it can be taken; unknown parts are None, and no ``starts`` means that none was stated.

    Attributes:
        apply_by: last day to apply for the next start.
        access_months: how long a learner who paid may use it.
    """

    self_paced: bool | None = None
    starts: tuple[date, ...] = ()
    apply_by: date | None = None
    access_months: float | None = None

    def __str__(self) -> str:
        pace = {True: "at your own pace", False: "in cohorts", None: ""}[self.self_paced]
        parts = [pace] if pace else []
        parts += ["starts " + ", ".join(d.isoformat() for d in self.starts)] if self.starts else []
        parts += [f"apply by {self.apply_by.isoformat()}"] if self.apply_by else []
        parts += [f"access for {self.access_months:g} months"] if self.access_months is not None else []
        return "; ".join(parts)


class RelationKind(StrEnum):
    """How another credential or course stands to this one (CTDL's terms in words)."""

    PART_OF = "part_of"
    HAS_PART = "has_part"
    ADVANCED_STANDING_FOR = "advanced_standing_for"
    ADVANCED_STANDING_FROM = "advanced_standing_from"
    PREPARES_FOR = "prepares_for"
    PREPARED_BY = "prepared_by"
    REQUIRED_FOR = "required_for"
    EQUIVALENT = "equivalent"


@dataclass(frozen=True, slots=True)
class Relation:
    """A bundle, a stack, an advanced standing.

    Attributes:
        target: id in the catalog, or ``scheme:value`` as :class:`Identifier` writes it while the catalog does not have it.
        title: how the source calls the other one; empty when it only points to it.
        note: the amount and the caveat ("6 credits; the receiving institution decides").
    """

    kind: RelationKind
    target: str
    sources: tuple[Source, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Classification:
    """Where a published scheme puts it: an occupation (``soc``, ``isco``, ``esco``), subject (``cip``, ``isced-f``) or industry (``naics``)."""

    scheme: str
    code: str
    name: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OutcomeFigure:
    """What became of holders, as somebody counted it.

    Attributes:
        metric: what is counted: ``completion_rate``, ``pass_rate``, ``employment_rate``, ``median_earnings``, ``holders`` ...
        value: shares in [0, 1]; money in ``unit``.
        n: how many it was counted over; None when nobody says.
        months: after the award; None when nobody says.
    """

    metric: str
    value: float
    sources: tuple[Source, ...]
    unit: str = ""
    n: int | None = None
    months: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """Learners' marks: the mean of ``count`` marks where ``best`` is the best. They say how it was liked, not what it proves."""

    mean: float
    count: int | None = None
    best: float = 5.0

    def __str__(self) -> str:
        return f"{self.mean:g} of {self.best:g}" + (f" (n = {self.count:,})" if self.count is not None else "")


@dataclass(frozen=True, slots=True)
class StatedSkill:
    """A skill in the source's own words, before a taxonomy is asked which one that is.

    Attributes:
        uri: the skill in a published framework; empty when the source gives only a name.
        code: its code there.
    """

    name: str
    sources: tuple[Source, ...]
    uri: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """A list that was looked for and is empty: the source shows that there is no accreditation, no credit, no prerequisite ..."""

    field: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Statements of a source that no field here takes, as JSON in the source's own terms, so that they can go out again."""

    source: str
    text: str
