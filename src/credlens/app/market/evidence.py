"""What the built market says of credentials, for their scorecards: who names them, and how demand for their skills moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from credlens.app.knowledge import Knowledge
from credlens.app.market.built import Built, BuiltOccupation
from credlens.app.ports import Ports
from credlens.model.credential import Credential
from credlens.model.market import Recognition, Trend, Verdict


@dataclass
class MarketEvidence:
    """The market before one target. Every table is read at most once, and only when a credential needs it.

    Args:
        built: the market.
        where: the occupation of the target; None when no ad was taken for it, or there is no target.
    """

    built: Built
    where: BuiltOccupation | None

    @classmethod
    def find(cls, ports: Ports, knowledge: Knowledge, target: str | None) -> MarketEvidence | None:
        """The evidence for a target; None when no market was built, or the person's own data are not to be used."""
        built = Built.find(ports, knowledge) if knowledge.own else None
        return None if built is None else cls(built, built.named(target) if target else None)

    @cached_property
    def words(self) -> str:
        """Whose ads were counted: "ads of data analyst, market of 2026-11-01"."""
        label = self.where.label if self.where else self.built.occupation(None).label
        return f"ads of {label}, market of {self.built.about.get('built', 'an unknown day')}"

    def recognised(self, credential: Credential) -> Recognition | None:
        """How often ads of the target's occupation name it; None where there are none, or nobody searched them for it."""
        return self._recognised.get(credential.id) if self.where else None

    def trends(self, credential: Credential) -> dict[str, Trend]:
        """How demand for its skills has moved among the most named: in the occupation, else over all ads."""
        return self.trends_of(t.skill for t in credential.skills)

    def trends_of(self, of: Iterable[str]) -> dict[str, Trend]:
        """The same for skills."""
        skills = list(of)
        own = self._trends if self.where and skills else {}
        found = {s: own[s] for s in skills if s in own and own[s].verdict is not Verdict.UNKNOWN}
        missing = [s for s in skills if s not in found]
        return found | self._elsewhere(missing) if missing else found

    def _elsewhere(self, skills: Iterable[str]) -> dict[str, Trend]:
        everywhere = self._everywhere
        return {s: replace(everywhere[s], words=f"{everywhere[s].words} (all ads)") for s in skills if s in everywhere}

    @cached_property
    def _recognised(self) -> dict[str, Recognition]:
        from credlens.app.market.recognition import looked_for

        return looked_for(self.built, self.where) if self.where else {}

    @cached_property
    def _trends(self) -> dict[str, Trend]:
        from credlens.app.market.trend import trends_of

        return trends_of(self.built, self.where) if self.where else {}

    @cached_property
    def _everywhere(self) -> dict[str, Trend]:
        from credlens.app.market.trend import trends_of

        return trends_of(self.built, self.built.occupation(None))
