"""Verify a badge, or a folder of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from credlens.app.ports import Ports
from credlens.app.verifying.documents import GivenDocuments, read_map
from credlens.app.verifying.ports import Job
from credlens.app.verifying.trust import trusted
from credlens.model.errors import InputError, NetworkNotAllowedError, Problem
from credlens.model.verification import Mode, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Missing, Need, Reply, Why

SUFFIXES = (".json", ".jsonld", ".jwt", ".png", ".svg", ".pdf", ".1ob")
"""Files that are looked into in a folder."""

_OFFLINE = "nothing is looked up unless you allow it."


@dataclass(frozen=True, slots=True)
class Asked:
    """How to verify.

    Attributes:
        recipient: identity of the person the badge should belong to, usually an e-mail address.
        online: whether documents may be fetched.
        at: the moment to judge for; now when None.
        documents: a map from addresses to files, used instead of fetching.
    """

    recipient: str | None = None
    mode: Mode = Mode.STRICT
    online: bool = False
    at: datetime | None = None
    documents: Path | None = None


USUAL = Asked()


@dataclass(frozen=True, slots=True)
class VerifiedBadge:
    """A report with the file or address it is on."""

    file: str
    report: Report

    def to_json(self) -> dict[str, Any]:
        """The report, and ``file``."""
        return {"file": self.file, **self.report.to_json()}


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What came of verifying.

    Attributes:
        badges: in the order of their names.
        folder: the folder; None when one badge was asked for.
        problems: files that could not be read.
    """

    badges: tuple[VerifiedBadge, ...]
    folder: str | None = None
    problems: tuple[Problem, ...] = ()

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
        """The report of one badge; of a folder ``folder``, ``summary``, ``badges`` and ``problems``."""
        if self.folder is None:
            return self.badges[0].to_json()
        return {
            "folder": self.folder,
            "summary": {verdict.value: n for verdict, n in self.summary.items()},
            "badges": [b.to_json() for b in self.badges],
            "problems": [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.problems],
        }


def verify(ports: Ports, target: str, asked: Asked = USUAL) -> VerifyResult:
    """Verify the badge in a file or at an address, or every badge in a folder.

    Raises:
        InputError: the file or the map of documents cannot be read.
        NetworkNotAllowedError: an address was given, and nothing may be fetched.
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
        return VerifyResult(_verified(ports, [Job(target, target.encode())], settings, answer))
    path = Path(target)
    paths, problems = ports.files.paths([path], lambda name: name.lower().endswith(SUFFIXES))
    if paths == [path]:
        file = ports.files.read(path)
        return VerifyResult(_verified(ports, [Job(file.name, file.data)], settings, answer))
    unread: list[Problem] = list(problems)

    def jobs() -> Iterator[Job]:
        for each in paths:
            try:
                yield Job(str(each.relative_to(path)), ports.files.read(each).data)
            except InputError as error:
                unread.extend(error.problems)

    found = _verified(ports, jobs(), settings, answer, len(paths))
    return VerifyResult(found, str(path), tuple(unread))


def settings_of(ports: Ports, asked: Asked) -> Settings:
    """How the room shall judge."""
    return Settings(asked.at or ports.now(), asked.mode, asked.recipient, trusted(ports))


def answers(ports: Ports, documents: GivenDocuments, *, online: bool) -> Callable[[Job, Need], Reply]:
    """Who answers what badges ask for: the person's files first, then the web if it may be used."""
    fetcher = ports.fetcher() if online else None

    def answer(_job: Job, need: Need) -> Reply:
        given = documents.fetch(need)
        if given is not None:
            return given
        return fetcher.fetch(need) if fetcher else Missing(need.url, Why.OFFLINE, _OFFLINE)

    return answer


def is_address(target: str) -> bool:
    """Whether it is an address on the web and no path."""
    return target.lower().startswith(("https://", "http://"))


def _verified(
    ports: Ports, jobs: Any, settings: Settings, answer: Callable[[Job, Need], Reply], total: int = 1
) -> tuple[VerifiedBadge, ...]:
    found = []
    for job, report in ports.verifier.verify(jobs, settings, answer):
        found.append(VerifiedBadge(job.name, report))
        ports.progress("badges verified", len(found), total)
    return tuple(found)
