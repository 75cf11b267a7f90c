"""Where applications are logged, as a small protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from credlens.model.application import Application, Proposal, Toss, UsedSkill
from credlens.model.posting import Posting


@dataclass(frozen=True, slots=True)
class Trial:
    """A credential for which a coin decides whether applications show it, with the seed of its tosses and the day it was begun.

    Attributes:
        ended: the day on which the person ended it; None while it runs.
    """

    credential: str
    seed: str
    begun: date
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class LogChange:
    """Everything that one command changes in the log; it is kept as a whole or not at all.

    Attributes:
        applications: to keep, each with its steps, instead of what is kept under its id; they stay in their place in the order.
        ads: the ad of an application, by its id; the one kept before stays where none is given.
        removed: ids of applications to forget with their ads and steps. Their tosses stay: who could forget a toss could choose.
        tosses: to keep.
        used: skills used at work, to keep; ``unused``: to forget.
        trials: to keep, instead of what is kept for its credential.
        proposals: to keep, each instead of what is kept under its id; ``settled``: ids of those to forget; ``rejected``: of those that the
            person rejected, which are not shown again, so that the same file does not bring them back.
    """

    applications: tuple[Application, ...] = ()
    ads: Mapping[str, Posting] | None = None
    removed: tuple[str, ...] = ()
    tosses: tuple[Toss, ...] = ()
    used: tuple[UsedSkill, ...] = ()
    unused: tuple[UsedSkill, ...] = ()
    trials: tuple[Trial, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    settled: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


class LogStore(Protocol):
    """A person's log. Every method is one transaction."""

    def applications(self) -> tuple[Application, ...]:
        """All of them with their steps, in the order of the days they were sent, then as they were logged."""
        ...

    def ad(self, application: str) -> Posting | None:
        """The ad that was kept with an application; None when there is none."""
        ...

    def ads(self) -> Mapping[str, str]:
        """Id of the ad by application, where one was kept."""
        ...

    def tosses(self) -> tuple[Toss, ...]:
        """All of them, in the order of credentials, blocks and numbers."""
        ...

    def used(self) -> tuple[UsedSkill, ...]:
        """Skills used at work, in order of time."""
        ...

    def trials(self) -> tuple[Trial, ...]:
        """All of them, by credential."""
        ...

    def proposals(self) -> tuple[Proposal, ...]:
        """What waits to be looked at, in the order it came in."""
        ...

    def rejected(self) -> frozenset[str]:
        """Ids of what the person looked at and rejected."""
        ...

    def save(self, change: LogChange) -> None:
        """Keep a change: all of it or nothing."""
        ...
