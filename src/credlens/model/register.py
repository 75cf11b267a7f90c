"""Published lists: who is accredited by whom, which accreditors are recognised, which hosts of badges still answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from credlens.model.fact import Source


class Lists(StrEnum):
    """What the lines of a register are."""

    SCHEME = "scheme"  # certifications and certificates that an accreditor has examined
    PROGRAMME = "programme"
    INSTITUTION = "institution"
    ACCREDITOR = "accreditor"  # accreditors that an authority recognises
    UNRECOGNISED = (
        "unrecognised"  # bodies that say they accredit and that no authority recognises, or recognises any more
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register.

    Attributes:
        holder: who is accredited, or who accredits.
        scheme: what is accredited, as the register names it; empty when the holder as a whole is.
        credentials: ids of the catalog that the line stands for.
        names: other names of the holder.
        since, until: first and last day of the line, where it says so.
        note: what a reader should know about it.
    """

    holder: str
    sources: tuple[Source, ...]
    scheme: str = ""
    credentials: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Register:
    """A list that an accreditor publishes of what it has accredited, or that an authority publishes of accreditors.

    Attributes:
        by: names of the body whose list it is ("NCCA", "National Commission for Certifying Agencies").
        of: what its lines are.
        address: where anybody can look it up.
        standards: words by which a claim refers to it ("ISO/IEC 17024"); empty when every claim of the body is of this register.
        hosts: of the body's own pages; a claim whose source lies there is a claim of the accreditor itself.
        whole: whether every line was taken on ``read_on``; if not, a line that is missing here says nothing.
        places: ISO 3166 codes of where it has a say; empty for everywhere.
        accredits: what the listed accreditors accredit: scheme, programme or institution; empty for all of these.
    """

    id: str
    title: str
    by: tuple[str, ...]
    of: Lists
    address: str
    entries: tuple[Entry, ...]
    standards: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    whole: bool = False
    read_on: date | None = None
    places: tuple[str, ...] = ()
    accredits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeHost:
    """A host at which credentials are, or were, checked.

    Attributes:
        names: what people call it; ``hosts``: its domains.
        alive: whether it answered when last looked at.
        since: the day from which it was gone; None when it is not, or nobody says.
        instead: what to use now; empty when nothing is known.
    """

    name: str
    hosts: tuple[str, ...]
    alive: bool
    sources: tuple[Source, ...]
    names: tuple[str, ...] = ()
    since: date | None = None
    instead: str = ""


@dataclass(frozen=True)
class Registers:
    """All of them, registers by id."""

    registers: Mapping[str, Register] = field(default_factory=dict)
    badge_hosts: tuple[BadgeHost, ...] = ()
