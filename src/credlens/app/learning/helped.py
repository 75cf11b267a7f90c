"""Use case: did showing a credential help? What a person's own log says, and how little that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app import study_shapes
from credlens.app.catalog.finding import find_credential
from credlens.app.constraints import constraints
from credlens.app.knowledge import Knowledge
from credlens.app.learning.coin import running
from credlens.app.learning.found import logged
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.evaluate.surroundings.studies import applicable
from credlens.model.application import Application, Toss
from credlens.model.helped import HelpedVerdict
from credlens.model.serial import plain
from credlens.model.study import Applied
from credlens.outcomes.besides import besides
from credlens.outcomes.learning import Learned, learn
from credlens.outcomes.tossing import LOOKS, look, next_look
from credlens.outcomes.verdicts import first, told, verdict
from credlens.outcomes.window import counts

PRIOR_SOURCE = (
    "One prior for all credentials, judged from published studies: what they found of showing a certificate is small, mostly positive, and "
    "turns with the person (decision 0021)."
)


@dataclass(frozen=True)
class Compared:
    """Applications with and without the credential, as a coin or the person chose.

    Attributes:
        besides: what else was different between the two groups.
    """

    learned: Learned
    besides: tuple[str, ...]

    @property
    def verdict(self) -> HelpedVerdict:
        """What may be said."""
        return verdict(self.learned)

    @property
    def first(self) -> str:
        """How little such a log can prove."""
        return first(self.learned)

    @property
    def told(self) -> tuple[str, ...]:
        """What came out, and what it does not mean."""
        return told(self.learned)

    def to_json(self) -> dict[str, Any]:
        """See the documented shape of ``credlens helped --json``."""
        found = self.learned
        return {
            "chosen_by": "coin" if found.tossed else "you",
            "verdict": self.verdict.value,
            "first": self.first,
            "shown": plain(found.shown),
            "not_shown": plain(found.hidden),
            "pending": found.pending,
            "not_said": found.unsaid,
            "required_by_the_ad": found.required,
            "power": plain(found.power),
            "base_rate": plain(found.rate),
            "prior": found.prior.to_json(),
            "posterior": found.posterior.to_json(),
            "moved": plain(found.posterior.above_zero - found.prior.above_zero),
            "adjusted_for": list(found.adjusted),
            "unadjusted": None if found.plain is None else found.plain.to_json(),
            "sensitivity": [{"assuming": name, **belief.to_json()} for name, belief in found.sensitivity],
            "changed_besides": list(self.besides),
            "words": list(self.told),
        }


@dataclass(frozen=True)
class Coin:
    """What a coin decided so far.

    Attributes:
        tossed: how often; ``not_sent``: of these, for applications that are not in the log; ``otherwise``: those where the person did
            otherwise than it said.
        look: the last look that was reached, 0 before the first; ``following``: the next one, None after the last.
        runs: whether it still decides.
    """

    tossed: int
    not_sent: int
    otherwise: int
    look: int
    following: int | None
    runs: bool

    def to_json(self) -> dict[str, Any]:
        """With the rule of when it ends."""
        return {
            "tossed": self.tossed,
            "not_sent": self.not_sent,
            "did_otherwise": self.otherwise,
            "looks": list(LOOKS),
            "look": self.look,
            "next_look": self.following,
            "runs": self.runs,
        }


@dataclass(frozen=True)
class HelpedResult:
    """The answer for one credential.

    Attributes:
        main: where a coin chose, if it ever did; else where the person chose.
        chosen: beside a coin's, what the person chose; None without a coin, or when there is none of these.
        coin: None when no coin was tossed.
        used: skills that it teaches and that the person used at work, with the number of days.
        studies: published ones of such credentials and such people.
    """

    credential: str
    title: str
    main: Compared
    chosen: Compared | None
    coin: Coin | None
    used: tuple[tuple[str, int], ...]
    taught: int
    studies: tuple[Applied, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens helped --json``."""
        return {
            "credential": self.credential,
            "title": self.title,
            **self.main.to_json(),
            "coin": None if self.coin is None else self.coin.to_json(),
            "where_you_chose": None if self.chosen is None else self.chosen.to_json(),
            "used_at_work": [{"skill": label, "days": days} for label, days in self.used],
            "skills_taught": self.taught,
            "about_the_prior": PRIOR_SOURCE,
            "studies": [study_shapes.study(s) for s in self.studies],
        }


def helped(ports: Ports, name: str) -> HelpedResult:
    """What the log says of showing a credential.

    Raises:
        UserError: the catalog has no such credential.
    """
    knowledge = Knowledge.of(ports)
    credential = find_credential(ports, knowledge, name)
    every = logged(ports)
    tosses = [t for t in ports.log().tosses() if t.credential == credential.id] if ports.has_state() else []
    tossed_for = {t.application for t in tosses}
    chosen = _compared(ports, [a for a in every if a.id not in tossed_for], credential.id)
    main, coin = chosen, None
    if tosses:
        main = _compared(ports, every, credential.id, tosses)
        coin = _coin(ports, every, credential.id, tosses, main.learned)
    days: dict[str, set[object]] = {}
    for each in ports.log().used() if ports.has_state() else ():
        days.setdefault(each.skill, set()).add(each.day)
    taught = sorted({t.skill for t in credential.skills if t.skill in knowledge.taxonomy})
    used = tuple((knowledge.taxonomy[s].label, len(days[s])) for s in taught if s in days)
    n = chosen.learned.shown.n + chosen.learned.hidden.n
    studies = applicable(credential, stored(ports, knowledge), knowledge.studies, constraints(ports).place)
    both = chosen if coin and n else None
    return HelpedResult(credential.id, credential.title, main, both, coin, used, len(taught), studies)


def _compared(
    ports: Ports, applications: Sequence[Application], credential: str, tosses: Sequence[Toss] = ()
) -> Compared:
    said = {t.application: t.shown for t in tosses} if tosses else None
    found = learn(applications, credential, ports.today, said=said)

    def shows(a: Application) -> bool | None:
        if said is not None:
            return said.get(a.id)
        return None if credential in a.required else a.showed(credential)

    counted = [(a, shows(a)) for a in applications if counts(a, ports.today)]
    with_it, without = ([a for a, showed in counted if showed is arm] for arm in (True, False))
    return Compared(found, besides(with_it, without, credential))


def _coin(
    ports: Ports, applications: Sequence[Application], credential: str, tosses: Sequence[Toss], learned: Learned
) -> Coin:
    sent = {a.id: a for a in applications}
    settled_now = learned.shown.n + learned.hidden.n
    return Coin(
        tossed=len(tosses),
        not_sent=sum(t.application not in sent for t in tosses),
        otherwise=sum(
            t.application in sent and sent[t.application].showed(credential) not in (None, t.shown) for t in tosses
        ),
        look=look(settled_now),
        following=next_look(settled_now),
        runs=running(ports, credential) is not None,
    )
