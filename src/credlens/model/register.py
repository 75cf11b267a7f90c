"""Published lists: who is accredited by whom, which accreditors are recognised, which hosts of badges still answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.fact import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register.

    Attributes:
        holder: who is accredited.
        scheme: what is accredited, as the register names it; empty when the holder as a whole is.
        credentials: ids of the catalog that the line stands for.
        names: other names of the holder.
    """

    holder: str
    scheme: str = ""
    credentials: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """A list that an accreditor publishes of what it has accredited, or that an authority publishes of accreditors.

    Attributes:
        by: names of the body whose list it is ("NCCA", "National Commission for Certifying Agencies").
        of: ``scheme``, ``programme``, ``institution``, or ``accreditor`` (then holders are accreditors, and ``accredits`` says of what).
        standards: words by which a claim refers to it ("ISO/IEC 17024").
        hosts: of the register's addresses; a claim whose source lies there is a claim of the accreditor itself.
        whole: whether every line was taken on ``read_on``; if not, a line that is missing here says nothing.
        places: ISO 3166 codes of where it has a say; empty for everywhere.
    """

    id: str
    title: str
    by: tuple[str, ...]
    of: str
    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
    standards: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    whole: bool = False
    read_on: date | None = None
    accredits: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeHost:
    """A host at which badges are, or were, checked.

    Attributes:
        hosts: its domains.
        alive: whether it answered when last looked at.
        since: the day from which it was gone; None when it is not, or nobody says.
        instead: what to use now.
    """

    name: str
    hosts: tuple[str, ...]
    alive: bool
    sources: tuple[Source, ...]
    since: date | None = None
    instead: str = ""


@dataclass(frozen=True)
class Registers:
    """All of them, by id."""

    registers: Mapping[str, Register] = field(default_factory=dict)
    badge_hosts: tuple[BadgeHost, ...] = ()
