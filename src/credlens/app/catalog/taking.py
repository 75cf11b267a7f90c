"""Takes offers into the catalog, batch by batch: which credential each speaks of, and what changes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from credlens.app.catalog.imported import ImportResult, Joined
from credlens.app.catalog.index import indexed
from credlens.app.catalog.ports import Batch, CatalogStore, Statement
from credlens.app.catalog.whole import merged
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog import codec, recognising
from credlens.catalog.build import circular
from credlens.catalog.entry import Entry, behind, entry
from credlens.catalog.identity import DOUBTFUL, SURE, Doubt, Judgement, Sketch, judge
from credlens.catalog.offer import Offer
from credlens.catalog.references import references, resolved
from credlens.catalog.skill_reading import SkillReading
from credlens.catalog.titles import words
from credlens.model.credential import Credential
from credlens.model.errors import Problem

BATCH = 2_000  # records written in one transaction: the index of words is joined together less often than with fewer
LONGEST_ID = 72  # characters
CROWD = 100  # records of one title key from which on only those of the same issuer are compared: "Introduction" tells nothing


@dataclass(slots=True)
class _Kept:
    """A record of this batch on its way into the store."""

    offer: Offer
    credential: Credential
    data: bytes
    digest: str
    id: str = ""


class Taking:
    """Takes batches of offers and counts what became of them."""

    def __init__(self, ports: Ports, knowledge: Knowledge, source: str) -> None:
        self._ports = ports
        self._knowledge = knowledge
        self._source = source
        self._skills = SkillReading(knowledge.taxonomy, knowledge.reader)
        self._counts: Counter[str] = Counter()
        self._joined: list[Joined] = []
        self._doubts: list[Doubt] = []
        self._conditions: list[Credential] = []
        self.seen = 0

    @cached_property
    def _store(self) -> CatalogStore:
        self._ports.store()  # where there is no state yet, it begins with the first record
        return indexed(self._ports, self._knowledge)

    def result(self, files: int, problems: Sequence[Problem], notes: Sequence[str]) -> ImportResult:
        """What became of all of them."""
        self._store.optimise()
        problems = [*problems, *self._circles()]
        return ImportResult(
            self._source,
            files,
            self._counts["new"],
            self._counts["changed"],
            self._counts["unchanged"],
            tuple(self._joined),
            tuple(self._doubts),
            tuple(problems),
            tuple(notes),
        )

    def take(self, offers: Sequence[Offer]) -> None:
        """One batch, in one transaction."""
        self.seen += len(offers)
        kept = {self._name(o): self._packed(o) for o in offers}
        known = self._known(list(kept))
        fresh = []
        for name, each in kept.items():
            before = known.get(name)
            if before is None:
                fresh.append(each)
                continue
            each.id = before.credential
            self._counts["unchanged" if before.digest == each.digest else "changed"] += 1
        doubts = self._identify(fresh)
        statements = [self._statement(k) for name, k in kept.items() if _says_more(k, known.get(name))]
        self._conditions += [replace(k.credential, id=k.id) for k in kept.values() if _has_conditions(k)]
        at_hand = {name: k.credential for name, k in kept.items()}
        self._store.save(Batch(statements, self._entries(statements, at_hand), (), doubts))
        self._doubts += doubts

    def _name(self, offer: Offer) -> tuple[str, str]:
        """(source, key), by which a statement is known again."""
        return offer.source or self._source, offer.key

    def _known(self, names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Statement]:
        found = {}
        for source in dict.fromkeys(s for s, _ in names):
            current = self._store.known(source, [key for s, key in names if s == source])
            found.update({(source, key): statement for key, statement in current.items()})
        return found

    def _circles(self) -> list[Problem]:
        """Prerequisites among these records that lead back to where they began."""
        names = sorted({name for c in self._conditions for name in references(c)})
        known = {n: s.id for s in self._store.alike((), names) for n in s.identifiers} if names else {}
        return circular(resolved(c, known) for c in self._conditions)

    def _packed(self, offer: Offer) -> _Kept:
        # What this program wrote has its skills; what was read in the description once is not read again.
        credential = offer.credential if offer.own else replace(offer.credential, skills=self._skills.taught(offer))
        text = json.dumps(codec.encode(credential), ensure_ascii=False, separators=(",", ":"))
        # A catalog taken on another day, or from another file, that says the same is no change.
        digest = sha256(codec.WHO_SAYS.sub("", text).encode()).hexdigest()
        return _Kept(offer, credential, codec.packed(text), digest)

    def _statement(self, kept: _Kept) -> Statement:
        return Statement(*self._name(kept.offer), kept.id, kept.data, kept.digest, kept.offer.where, self._ports.today)

    def _entries(self, statements: Sequence[Statement], at_hand: Mapping[tuple[str, str], Credential]) -> list[Entry]:
        """The entries of the credentials that these statements are about, other sources' words included."""
        about: dict[str, list[Statement]] = {}
        for statement in statements:
            about.setdefault(statement.credential, []).append(statement)
        current = self._store.current(list(about))

        def read(statement: Statement) -> Credential:
            new = at_hand.get((statement.source, statement.key))
            return codec.unpack(statement.data) if new is None else new

        found = []
        for each, new in about.items():
            replaced = {(s.source, s.key) for s in new}
            others = [s for s in current.get(each, ()) if (s.source, s.key) not in replaced]
            mine = self._knowledge.curated.credentials.get(each)
            found.append(entry(merged(mine, [*others, *new], read), self._knowledge.taxonomy))
        return found

    def _identify(self, fresh: Sequence[_Kept]) -> list[Doubt]:
        """Give each new record the id of the credential it speaks of, or one of its own."""
        sketches = [sketch_of(k.credential, self._name(k.offer)[0]) for k in fresh]
        alike = self._store.alike(
            sorted({s.key for s in sketches if s.key}), sorted({i for s in sketches for i in s.identifiers})
        )
        near = _Near(alike)
        wanted = [k.credential.id if k.offer.own else proposed_id(k.credential) for k in fresh]
        taken = Names(self._store, self._knowledge, wanted)
        doubts = []
        for each, sketch, name in zip(fresh, sketches, wanted, strict=True):
            likeliest = sorted(
                ((judge(sketch, s), s) for s in near.of(sketch)), key=lambda x: (-x[0].probability, x[1].id)
            )
            best = likeliest[0] if likeliest else None
            if each.offer.own and (home := taken.home(each.credential.id)):
                each.id = home
                self._joined.append(Joined(each.id, sketch.title, 1.0, "exported from this catalog"))
                near.add(replace(sketch, id=each.id))
                continue
            if best is not None and best[0].probability >= SURE:
                each.id = best[1].id
                self._joined.append(Joined(each.id, sketch.title, best[0].probability, best[0].because))
            else:
                each.id = taken.new(name, *self._name(each.offer))
                self._counts["new"] += 1
                doubts += [_doubt(each.id, s.id, j) for j, s in likeliest[:3] if j.probability >= DOUBTFUL]
            near.add(replace(sketch, id=each.id))
        return doubts


def _says_more(kept: _Kept, before: Statement | None) -> bool:
    """Whether a statement should take the place of the one before: it says something else, or the same on a later day."""
    if before is None or before.digest != kept.digest:
        return True
    return before.data != kept.data and codec.newest_day(kept.data) >= codec.newest_day(before.data)


def _has_conditions(kept: _Kept) -> bool:
    return any(p.hard and p.credentials for p in kept.credential.prerequisites)


def _doubt(one: str, other: str, judgement: Judgement) -> Doubt:
    return Doubt(min(one, other), max(one, other), judgement.probability, judgement.because)


class _Near:
    """Sketches by what they can be recognised by."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._by: dict[object, dict[str, Sketch]] = {}
        for sketch in sketches:
            self.add(sketch)

    def add(self, sketch: Sketch) -> None:
        for name in (sketch.key, *sketch.identifiers, *((sketch.key, issuer) for issuer in sketch.issuers)):
            self._by.setdefault(name, {})[sketch.id] = sketch

    def of(self, sketch: Sketch) -> list[Sketch]:
        """All that share a name with this one; of a crowd of one title, those that share the issuer, too."""
        crowded = len(self._by.get(sketch.key, ())) > CROWD
        titles: list[object] = [(sketch.key, i) for i in sketch.issuers] if crowded else [sketch.key]
        names = [*titles, *sketch.identifiers] if sketch.key else list(sketch.identifiers)
        return list({i: s for name in names for i, s in self._by.get(name, {}).items()}.values())


class Names:
    """New ids that nothing else has."""

    def __init__(self, store: CatalogStore, knowledge: Knowledge, wanted: Sequence[str]) -> None:
        self._taken = {*knowledge.curated.credentials, *store.entry_titles(wanted)}
        self._there = frozenset(self._taken)

    def home(self, id_: str) -> str | None:
        """The id, when the catalog has it."""
        return id_ if id_ in self._there else None

    def new(self, name: str, source: str, key: str) -> str:
        """The name that is wanted; with a part of a digest of the source's key when that is taken."""
        if name in self._taken:
            name = f"{name}-{sha256(f'{source}:{key}'.encode()).hexdigest()[:8]}"
        self._taken.add(name)
        return name


def sketch_of(credential: Credential, source: str) -> Sketch:
    """What a record is recognised by; ``source`` is whose word it is."""
    return replace(recognising.sketch(credential), id="", sources=(source,))


def proposed_id(credential: Credential) -> str:
    """The issuer and the title in plain letters: ``google-data-analytics`` of what Google issues."""
    issuer = next(iter(behind(credential)), "").split()[:3]
    title = list(words(credential.title))
    parts = title if title[: len(issuer)] == issuer else [*issuer, *title]
    text = re.sub(r"[^a-z0-9]+", "-", "-".join(parts).replace("+", "-plus").replace("#", "-sharp")).strip("-")
    return text[:LONGEST_ID].rstrip("-") or "credential"
