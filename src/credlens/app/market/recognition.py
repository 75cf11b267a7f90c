"""Use case: how often ads name a credential, by occupation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from credlens.app.market.built import Built, BuiltOccupation
from credlens.app.ports import Ports
from credlens.market.recognition import fit_prior
from credlens.market.recognition import recognition as estimate
from credlens.market.tables import ALL
from credlens.model.errors import UserError
from credlens.model.market import CredentialCount, RatePrior, Recognition
from credlens.model.serial import plain

FEWEST = 30  # of fewer nothing can be said

MOST_TO_LEARN_FROM = 40  # occupations, the largest; more hardly move the prior
MOST_OCCUPATIONS = 15


@dataclass(frozen=True)
class RecognitionResult:
    """Recognition of one credential: over all occupations, and in those that name it most or that were asked for."""

    credential: str
    title: str
    region: str
    overall: Recognition
    occupations: tuple[tuple[BuiltOccupation, Recognition], ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens market recognition --json``."""
        return {
            "credential": {"id": self.credential, "title": self.title},
            "region": self.region,
            "overall": plain(self.overall),
            "occupations": [{"occupation": plain(job), **plain(found)} for job, found in self.occupations],
        }


def recognition(
    ports: Ports, words: str, *, occupation: str | None = None, region: str | None = None
) -> RecognitionResult:
    """How often ads name the credential that these words name. No mention is not a rejection.

    Args:
        words: its id in the catalog, its title or another name of it.
        occupation: only there; in those that name it most when None.
        region: ISO 3166 code; everywhere when None.

    Raises:
        UserError: there is no market, or no such credential.
    """
    built = Built.open(ports)
    credential, title = named(built, words)
    code = region.upper() if region else ALL
    jobs = [built.occupation(occupation)] if occupation else _naming(built, credential, code)
    prior = _prior(built)

    def one(job: BuiltOccupation) -> Recognition:
        found = _estimates(built, job, code, None if job.whole else prior, (credential,))
        return next(r for r in found if r.credential == credential)

    return RecognitionResult(
        credential, title, code, one(built.occupation(None)), tuple((job, one(job)) for job in jobs)
    )


def named(built: Built, words: str) -> tuple[str, str]:
    """(id, title) of the credential that words name.

    Raises:
        UserError: there is none; the nearest are named.
    """
    titles = {name.id: name.title for name in built.knowledge.credential_names}
    by_title = {title.casefold(): id_ for id_, title in titles.items()}
    hits = built.knowledge.reader.credential_hits(words)
    id_ = words if words in titles else by_title.get(words.casefold().strip()) or next((h.key for h in hits), None)
    if id_ is None:
        import difflib

        near = [titles[by_title[m]] for m in difflib.get_close_matches(words.casefold(), by_title, n=3, cutoff=0.5)]
        hint = f"Did you mean {', '.join(near)}?" if near else "credlens catalog search finds credentials."
        raise UserError(f"No credential is called {words!r}.", where="CREDENTIAL", what_to_do=hint)
    return id_, titles[id_]


def recognised(built: Built, where: BuiltOccupation, *, region: str = ALL) -> tuple[Recognition, ...]:
    """Recognition of every credential that ads for an occupation name, most often first."""
    found = _estimates(built, where, region, None if where.whole else _prior(built))
    return tuple(sorted((r for r in found if r.k), key=lambda r: (-r.k, r.credential)))


def looked_for(built: Built, where: BuiltOccupation) -> dict[str, Recognition]:
    """Recognition of every credential that ads were searched for, named or not, by id."""
    return {r.credential: r for r in _estimates(built, where, ALL, None if where.whole else _prior(built))}


def _estimates(
    built: Built, where: BuiltOccupation, region: str, pooled: RatePrior | None, more: Iterable[str] = ()
) -> tuple[Recognition, ...]:
    """Of every credential there is a name for, and those that ads name otherwise."""
    return estimate(_counts(built, where.id, region, more), pooled=pooled)


def _prior(built: Built) -> RatePrior | None:
    """What occupations say of how often one of them names a credential; None when none has enough ads.

    Occupation by occupation: over all ads together what a trade asks for firmly would look rare, and be taken for chance elsewhere.
    """
    sizes = {r["occupation"]: r["ads"] for r in built.rows("cells_whole", region=ALL) if r["ads"] >= FEWEST}
    largest = sorted((o for o in sizes if o != ALL), key=lambda o: (-sizes[o], o))[:MOST_TO_LEARN_FROM]
    named: dict[str, list[dict[str, Any]]] = {job: [] for job in largest}
    for row in built.rows("credentials_whole", region=ALL):
        if row["occupation"] in named:
            named[row["occupation"]].append(row)
    counts = [c for job in largest for c in _candidates(built, sizes[job], named[job])]
    return fit_prior(counts) if counts else None


def _counts(built: Built, occupation: str, region: str, more: Iterable[str] = ()) -> list[CredentialCount]:
    size = next(iter(built.rows("cells_whole", occupation=occupation, region=region)), {"ads": 0})["ads"]
    return _candidates(built, size, built.rows("credentials_whole", occupation=occupation, region=region), more)


def _candidates(
    built: Built, size: int, named: Iterable[dict[str, Any]], more: Iterable[str] = ()
) -> list[CredentialCount]:
    """A count for every credential that could have been named in the ads of an occupation."""
    rows = {r["credential"]: r for r in named}
    candidates = dict.fromkeys((*(n.id for n in built.knowledge.credential_names), *rows, *more))
    nothing = {"ads": 0, "employers": 0, "required": 0}
    return [
        CredentialCount(id_, row["ads"], size, row["employers"], row["required"])
        for id_ in candidates
        for row in (rows.get(id_, nothing),)
    ]


def _naming(built: Built, credential: str, region: str) -> list[BuiltOccupation]:
    """The occupations with enough ads of which most name it."""
    rows = built.rows("credentials_whole", credential=credential, region=region)
    ads = {r["occupation"]: r["ads"] for r in rows}
    sizes = {r["occupation"]: r["ads"] for r in built.rows("cells_whole", region=region)}
    jobs = [o for o in built.occupations if o.id in ads and sizes.get(o.id, 0) >= FEWEST]
    return sorted(jobs, key=lambda o: (-ads[o.id], o.id))[:MOST_OCCUPATIONS]
