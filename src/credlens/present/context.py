"""What every part of the report looks things up in: names, footnotes, scorecards, anchors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credlens.model.credential import Credential
from credlens.model.fact import Method, Source
from credlens.model.loop import Loop
from credlens.model.scorecard import Scorecard
from credlens.present import terms
from credlens.present.notes import Notes, Ref


class Context:
    """One loop being printed.

    Args:
        loop: what is printed.
    """

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.notes = Notes(loop.made)
        self.cards: Mapping[str, Scorecard] = {c.credential: c for c in loop.comparison.cards}
        self._anchors: dict[str, str] = {}

    def skill(self, skill_id: str) -> str:
        """A skill as people write it; its id in words when the taxonomy has lost it."""
        taxonomy = self.loop.taxonomy
        return taxonomy[skill_id].label if skill_id in taxonomy else terms.plain(skill_id)

    def skills(self, skill_ids: Iterable[str]) -> list[str]:
        """Labels of several skills."""
        return [self.skill(s) for s in skill_ids]

    def credential(self, credential_id: str) -> Credential:
        """A credential; one of which nothing is known when the catalog has lost it."""
        catalog = self.loop.catalog
        if credential_id in catalog:
            return catalog[credential_id]
        return Credential(credential_id, terms.plain(credential_id))

    def title(self, credential_id: str) -> str:
        """What a credential is called."""
        return self.credential(credential_id).title

    def anchor(self, kind: str, key: str) -> str:
        """An id that is safe in HTML and the same for the same thing: numbered, since ids may hold anything."""
        return self._anchors.setdefault(f"{kind}:{key}", f"{kind}-{len(self._anchors) + 1}")

    def plans_with(self, credential_id: str) -> tuple[str, ...]:
        """Names of the plans that use a credential."""
        return tuple(p.name for p in self.loop.plans if any(s.credential == credential_id for s in p.steps))

    def ads(self) -> tuple[Ref, ...]:
        """The footnote of everything counted in the ads."""
        demand = self.loop.demand
        kind = "invented example ads" if demand.examples else "the job ads given"
        note = f"counted in {kind}; the same text counts once"
        return self.notes.refs((Source(Method.PARSED, None, demand.last, note, demand.n),))
