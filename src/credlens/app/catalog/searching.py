"""Use case: find credentials by words and facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from credlens.app.catalog.index import indexed
from credlens.app.catalog.pricing import price_trust
from credlens.app.constraints import constraints
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.profile import find_skill
from credlens.catalog.entry import FACETS
from credlens.catalog.query import Found, Query
from credlens.catalog.titles import words as split
from credlens.model.credential import Credential
from credlens.model.errors import UserError
from credlens.model.person import Person
from credlens.model.quote import Quote
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy

MOST = 200  # finds on one page
LIKE = 0.8  # how alike two words have to be for one to be meant by the other; "phyton" and "python" are .83


@dataclass(frozen=True)
class SearchResult:
    """What a search found.

    Attributes:
        credentials: of one page, best first.
        did_you_mean: the words with those that nothing has in the place of which the catalog knows a near one; None when all are known.
        quotes: by id, what each would cost somebody who knows nothing of it yet, at ``hours_per_week``.
    """

    query: Query
    found: Found
    credentials: tuple[Credential, ...]
    quotes: Mapping[str, Quote]
    hours_per_week: float
    taxonomy: Taxonomy
    today: date
    did_you_mean: str | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"query", "total", "loosened", "credentials": [...], "facets": {facet: {value: n}}}``."""
        return {
            "query": self.query.words,
            "total": self.found.total,
            "loosened": self.found.loosened,
            "did_you_mean": self.did_you_mean,
            "hours_per_week": plain(self.hours_per_week),
            "credentials": [self._row(c) for c in self.credentials],
            "facets": {name: dict(counts) for name, counts in self.found.facets.items()},
        }

    def _row(self, credential: Credential) -> dict[str, Any]:
        quote = self.quotes[credential.id]
        return {
            "id": credential.id,
            "title": credential.title,
            "issuer": getattr(credential.issuer.value, "name", None),
            "provider": getattr(credential.provider.value, "name", None),
            "kind": plain(credential.kind.get(None)),
            "evidence_class": plain(credential.evidence_class.get(None)),
            "level": plain(credential.level.get(None)),
            "hours": plain(credential.hours.get(None)),
            "cost": plain(quote.high.amount) if quote.high else None,
            "currency": quote.high.currency if quote.high else None,
            "price": price_trust(credential, quote.option, self.today).to_json(),
            "unknown": quote.unknown or None,
            "skills": [self.taxonomy[t.skill].ref() for t in credential.skills if t.skill in self.taxonomy],
        }


def search(
    ports: Ports,
    words: str,
    *,
    wanted: Mapping[str, Sequence[str]] | None = None,
    skill: str | None = None,
    most_cost: float | None = None,
    most_hours: float | None = None,
    hours_per_week: float | None = None,
    first: int = 0,
    count: int = 20,
) -> SearchResult:
    """Credentials whose title, names, organisations, skills or description have all the words, best first, with counts by facet.

    Args:
        words: in any form; the last may be the beginning of a word. Empty finds everything.
        wanted: facet -> values of which one is enough; see :data:`credlens.catalog.entry.FACETS`.
        skill: one that it must teach: id, label, alias or URI.
        most_cost: to pay at most, in US dollars at the pace.
        most_hours: of work at most.
        hours_per_week: the pace; what the person said before, or else a usual one, when None.
        first, count: the page.

    Raises:
        UserError: there is no such facet or skill, or a number makes no sense.
    """
    for facet in wanted or {}:
        if facet not in FACETS:
            raise UserError(f"There is no facet {facet!r}.", what_to_do=f"Use one of: {', '.join(FACETS)}.")
    if not 1 <= count <= MOST or first < 0:
        raise UserError(f"A page has 1 to {MOST} finds.", where="--count")
    knowledge = Knowledge.of(ports)
    speed = pace(ports.today, constraints(ports).hours if hours_per_week is None else hours_per_week)
    query = Query(
        words=words,
        wanted={f: tuple(v) for f, v in (wanted or {}).items() if v},
        skill=find_skill(knowledge.taxonomy, skill) if skill else None,
        most_hours=most_hours,
        most_cost=most_cost,
        hours_per_week=speed.hours_per_week,
        start=ports.today,
        first=first,
        count=count,
    )
    found = indexed(ports, knowledge).search(query)
    near = None if found.total and not found.loosened else _near(knowledge, words)
    catalog = knowledge.catalog
    credentials = tuple(catalog[i] for i in found.ids)
    from credlens.plan.money.quote import best_quote

    nobody = Person("", {})  # what is known already shortens a course only in `options` and `plan`
    quotes = {c.id: best_quote(c, nobody, speed) for c in credentials}
    return SearchResult(query, found, credentials, quotes, speed.hours_per_week, knowledge.taxonomy, ports.today, near)


def _near(knowledge: Knowledge, typed: str) -> str | None:
    """What a person may have meant to type, by the words of hand-written titles and of skills."""
    names = [c.title for c in knowledge.curated.credentials.values()] + [s.label for s in knowledge.taxonomy]
    known = {w for name in names for w in split(name)}
    meant = [w if w in known else next(iter(get_close_matches(w, known, 1, LIKE)), w) for w in split(typed)]
    return " ".join(meant) if meant != list(split(typed)) else None
