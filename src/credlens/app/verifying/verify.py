"""Verify a badge, or a folder of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.app.ports import NamedBytes, Ports
from credlens.app.verifying.asking import SUFFIXES, USUAL, Asked, answers, is_address, settings_of
from credlens.app.verifying.documents import read_map
from credlens.app.verifying.ports import Job
from credlens.model.errors import InputError, NetworkNotAllowedError, Problem, UserError
from credlens.model.verification import NamedSkill, Outcome, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Kind, Missing, Need, Reply

if TYPE_CHECKING:
    from credlens.app.evaluate import EvaluateResult
    from credlens.app.verifying.skills import BadgeSkills

_DESCRIBING = frozenset({Kind.CREDENTIAL, Kind.ASSERTION, Kind.BADGE_CLASS, Kind.ISSUER})
"""Documents that say what was awarded, and by whom."""


@dataclass(frozen=True, slots=True)
class VerifiedBadge:
    """A report with the file or address it is on.

    Attributes:
        skills: what it names, in terms of the taxonomy; None for one of many, whose skills are not looked for.
        scorecard: what can be earned according to it, judged; None when nobody asked, or when it cannot be judged.
    """

    file: str
    report: Report
    skills: tuple[NamedSkill, ...] | None = None
    scorecard: EvaluateResult | None = None

    def to_json(self) -> dict[str, Any]:
        """The report, and ``file``; of one badge also ``skills`` and ``scorecard``."""
        told = {"file": self.file, **self.report.to_json()}
        if self.skills is not None:
            told["skills"] = [s.to_json() for s in self.skills]
            told["scorecard"] = self.scorecard.to_json() if self.scorecard else None
        return told


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What came of verifying.

    Attributes:
        badges: in the order of their names.
        folder: the folder; None when one badge was asked for.
        others: files of the folder that are JSON of another kind, such as documents that badges refer to.
        problems: files that could not be read; of one badge, why it cannot be judged.
    """

    badges: tuple[VerifiedBadge, ...]
    folder: str | None = None
    problems: tuple[Problem, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def summary(self) -> dict[Verdict, int]:
        """How many there are of each verdict that occurs, best first."""
        counts = Counter(b.report.verdict for b in self.badges)
        return {verdict: counts[verdict] for verdict in Verdict if counts[verdict]}

    @property
    def all_verified(self) -> bool:
        """Whether there is nothing but verified badges."""
        return bool(self.badges) and all(b.report.verdict is Verdict.VERIFIED for b in self.badges)

    def to_json(self) -> dict[str, Any]:
        """The report of one badge with ``problems``; of a folder ``folder``, ``summary``, ``badges``, ``others`` and ``problems``."""
        problems = [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.problems]
        if self.folder is None:
            return {**self.badges[0].to_json(), "problems": problems}
        return {
            "folder": self.folder,
            "summary": {verdict.value: n for verdict, n in self.summary.items()},
            "badges": [b.to_json() for b in self.badges],
            "others": list(self.others),
            "problems": problems,
        }


def verify(ports: Ports, target: str, asked: Asked = USUAL) -> VerifyResult:
    """Verify the badge in a file or at an address, or every badge in a folder.

    Raises:
        InputError: the file or the map of documents cannot be read.
        NetworkNotAllowedError: an address was given, and nothing may be fetched.
        UserError: a scorecard is asked for of a folder.
    """
    documents = read_map(ports.files, asked.documents)
    settings = settings_of(ports, asked)
    answer = answers(ports, documents, online=asked.online)
    if is_address(target):
        if not asked.online and not documents:
            raise NetworkNotAllowedError(
                f"The badge at {target} has to be fetched, and nothing is fetched unless you allow it.",
                where=target,
                what_to_do="Add --online, or download the badge and give its file.",
            )
        return _one(ports, Job(target, target.encode()), settings, answer, asked)
    path = Path(target)
    paths, problems = ports.files.paths([path], lambda name: name.lower().endswith(SUFFIXES))
    if paths == [path]:
        file = ports.files.read(path)
        return _one(ports, Job(file.name, file.data), settings, answer, asked)
    if asked.scorecard:
        raise UserError(
            "A scorecard is about one badge.", where="--scorecard", what_to_do="Name one file of the folder."
        )
    unread: list[Problem] = list(problems)

    def jobs() -> Iterator[Job]:
        for each in paths:
            try:
                yield Job(str(each.relative_to(path)), ports.files.read(each).data)
            except InputError as error:
                unread.extend(error.problems)

    found = _verified(ports, jobs(), settings, answer, len(paths))
    others = tuple(badge.file for badge in found if _is_other(badge.report))
    badges = tuple(badge for badge in found if not _is_other(badge.report))
    return VerifyResult(badges, str(path), tuple(unread), others)


def _is_other(report: Report) -> bool:
    """Whether it is sound JSON that claims to be no badge."""
    return not report.format and {c.id for c in report.checks if c.outcome is Outcome.FAILED} == {"format"}


def _one(
    ports: Ports, job: Job, settings: Settings, answer: Callable[[Job, Need], Reply], asked: Asked
) -> VerifyResult:
    """One badge, with all that is told of one alone."""
    looked_up: dict[str, bytes] = {}

    @cache
    def skills() -> BadgeSkills:
        from credlens.app.verifying.skills import BadgeSkills

        return BadgeSkills(ports)

    def jobs() -> Iterator[Job]:
        yield job
        skills().load()  # while the badge is verified in a process of its own

    def noted(each: Job, need: Need) -> Reply:
        reply = answer(each, need)
        if need.kind in _DESCRIBING and not isinstance(reply, Missing):
            looked_up[need.url] = reply.data
        return reply

    ((_, report),) = ports.verifier.verify(jobs(), settings, noted)
    report, named = skills().linked(report)
    badge = VerifiedBadge(job.name, report, named)
    if not asked.scorecard:
        return VerifyResult((badge,))
    try:
        return VerifyResult((replace(badge, scorecard=_judged(ports, job, looked_up)),))
    except InputError as error:
        return VerifyResult((badge,), problems=tuple(error.problems))


def _judged(ports: Ports, job: Job, looked_up: Mapping[str, bytes]) -> EvaluateResult:
    """What can be earned according to a badge, as ``credlens evaluate --badge`` judges it, with what was looked up for it.

    Raises:
        InputError: it does not say what it was awarded for.
    """
    # What judges is slow to load, and few ask for it.
    from credlens.app.carried import at_address, unpacked
    from credlens.app.evaluate import evaluate
    from credlens.app.uncatalogued import carried_badges

    if is_address(job.name):
        badge = at_address(ports, job.name, job.name, looked_up)
    else:
        badge = unpacked(ports, NamedBytes(job.name, job.data), looked_up)
    return evaluate(ports, given=carried_badges(ports, badge))


def _verified(
    ports: Ports, jobs: Any, settings: Settings, answer: Callable[[Job, Need], Reply], total: int = 1
) -> tuple[VerifiedBadge, ...]:
    found = []
    for job, report in ports.verifier.verify(jobs, settings, answer):
        found.append(VerifiedBadge(job.name, report))
        ports.progress("badges verified", len(found), total)
    return tuple(found)
