"""Use cases: give one's own counts to a pool, and what a pool of many people says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.knowledge import Knowledge
from credlens.app.learning.found import logged
from credlens.app.ports import Ports
from credlens.app.shapes import problems as problem_shapes
from credlens.model.belief import Arm, EffectPrior
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.pool import FLOOR, Pool, Table
from credlens.model.serial import plain
from credlens.outcomes.contribution import Contribution, newest, read, write
from credlens.outcomes.funnel import credentials_said
from credlens.outcomes.learning import learn
from credlens.outcomes.pooling import pool

MEMBER = "pool_member"  # the preference that holds the person's number in pools
TERMS = (
    "Given are, for each credential: how many applications showed it and how many did not, how many of each brought an interview.",
    "Given is, too, whether a coin chose, the day of this file, and a number drawn by chance, by which your next file replaces this one.",
    "Nothing else is given: no name, no employer, no ad, no day of an application.",
    f"Who pools them shows no number that comes from fewer than {FLOOR} people.",
    "What was given can be taken back only by who has it: ask them.",
)


@dataclass(frozen=True)
class Given:
    """A contribution that was written."""

    file: str
    tables: tuple[tuple[str, Table], ...]

    def to_json(self) -> dict[str, Any]:
        """``{"file", "tables", "terms"}``."""
        tables = [{"credential": c, **plain(t)} for c, t in self.tables]
        return {"file": self.file, "tables": tables, "terms": list(TERMS)}


@dataclass(frozen=True)
class PoolResult:
    """What a pool says of one credential.

    Attributes:
        tossed: where a coin chose; ``chosen``: where the people did.
        problems: files that could not be read.
    """

    credential: str
    title: str
    tossed: Pool
    chosen: Pool
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens pool --json``."""
        return {
            "credential": self.credential,
            "title": self.title,
            "fewest_people": FLOOR,
            "coin": _pool(self.tossed),
            "chosen_by_people": _pool(self.chosen),
            "problems": problem_shapes(self.problems),
        }


def give(ports: Ports, out: Path, *, agreed: bool) -> Given:
    """Write what the person gives to a pool.

    Args:
        ports: the doors.
        out: the file.
        agreed: whether they read :data:`TERMS` and agree.

    Raises:
        UserError: they did not agree, or there is nothing to give.
    """
    if not agreed:
        raise UserError(
            "This gives counts of your log away.",
            where="--agree",
            what_to_do=f"{' '.join(TERMS)} If you agree, add --agree.",
        )
    applications = logged(ports)
    tosses = ports.log().tosses() if applications else ()
    tables = []
    for credential in credentials_said(applications):
        said = {t.application: t.shown for t in tosses if t.credential == credential}
        groups = (([a for a in applications if a.id not in said], None), (applications, said or None))
        for mine, coin in groups if said else groups[:1]:
            found = learn(mine, credential, ports.today, said=coin)
            if found.shown.n or found.hidden.n:
                tables.append((credential, Table(found.shown, found.hidden, coin is not None)))
    if not tables:
        raise UserError(
            "No application counts yet, so that there is nothing to give.",
            where="--out",
            what_to_do="An application counts 45 days after it was sent, when it is said what it showed.",
        )
    member = ports.store().preferences().get(MEMBER)
    if member is None:
        member = f"{ports.chance():016x}"
        ports.store().prefer(MEMBER, member)
    place = ports.files.write(out, write(Contribution(member, ports.today, tuple(tables))))
    return Given(str(place), tuple(tables))


def pooled(ports: Ports, name: str, paths: Sequence[Path]) -> PoolResult:
    """What many people's counts say of a credential together.

    Raises:
        UserError: the catalog has no such credential.
        InputError: not one contribution could be read.
    """
    credential = find_credential(ports, Knowledge.of(ports), name)
    files, problems = ports.files.walk(paths, lambda n: n.lower().endswith(".json"))
    contributions = []
    for file in files:
        try:
            contributions.append(read(file.data, file.name))
        except InputError as error:
            problems.extend(error.problems)
    if not contributions:
        raise InputError(
            problems or [Problem("FILE", "There is no contribution there.", "Give files of credlens log give.")]
        )
    tables = [table for each in newest(contributions) for c, table in each.tables if c == credential.id]
    prior = EffectPrior()
    return PoolResult(
        credential.id,
        credential.title,
        pool(tables, replace(prior, bias_sd=0.0), tossed=True),
        pool(tables, prior, tossed=False),
        tuple(problems),
    )


def _pool(found: Pool) -> dict[str, Any]:
    def arm(a: Arm | None) -> object:
        return None if a is None else plain(a)

    return {
        "people": found.people,
        "shown": arm(found.shown),
        "not_shown": arm(found.hidden),
        "posterior": None if found.belief is None else found.belief.to_json(),
    }
