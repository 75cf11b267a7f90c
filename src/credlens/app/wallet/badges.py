"""Put badges into the wallet, look at them, verify them again, take them out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from credlens.app.ports import NamedBytes, Ports
from credlens.app.verifying.asking import SUFFIXES, USUAL, Asked, answers, is_address, settings_of
from credlens.app.verifying.documents import read_map
from credlens.app.verifying.ports import Job
from credlens.app.wallet.ports import StoredBadge, StoredCopy
from credlens.model.errors import InputError, NetworkNotAllowedError, OutsideError, Problem, UserError
from credlens.model.verification import Outcome, Report, Verdict
from credlens.verify.needs import Document, Kind, Missing, Need, Reply
from credlens.verify.record import report_from_record, report_to_record

ID_LENGTH = 12  # letters of the hash that tell badges of one person apart
STALE = frozenset({Kind.STATUS_LIST, Kind.REVOCATION_LIST, Kind.ASSERTION, Kind.CREDENTIAL, Kind.REFRESH})
"""What says whether a badge still holds: an old copy of it says nothing about today."""


@dataclass(frozen=True, slots=True)
class KeptBadge:
    """A badge in the wallet.

    Attributes:
        verified: the day of the report.
        copies: addresses of the documents kept with it.
        expired: whether it has expired since it was verified.
        not_now: why it could not be verified anew just now, so that what was found before stays; empty when it could.
    """

    id: str
    file: str
    added: date
    verified: date
    report: Report
    copies: tuple[str, ...]
    expired: bool
    not_now: str = ""

    @property
    def verdict(self) -> Verdict:
        """The report's, but for a badge that has expired since."""
        over = self.expired and self.report.verdict is Verdict.VERIFIED
        return Verdict.AUTHENTIC_BUT_EXPIRED if over else self.report.verdict

    def to_json(self) -> dict[str, Any]:
        """With the whole report."""
        return {
            "id": self.id,
            "file": self.file,
            "added": self.added.isoformat(),
            "verified": self.verified.isoformat(),
            "verdict": self.verdict.value,
            "expired": self.expired,
            "not_now": self.not_now,
            "copies": list(self.copies),
            "report": self.report.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Wallet:
    """Badges of a person.

    Attributes:
        badges: what was asked for, in the order they were put in.
        refused: badges that were not kept, with the reason.
        removed: ids that were taken out.
    """

    badges: tuple[KeptBadge, ...]
    refused: tuple[Problem, ...] = ()
    removed: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``badges``, ``refused`` and ``removed``."""
        return {
            "badges": [b.to_json() for b in self.badges],
            "refused": [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.refused],
            "removed": list(self.removed),
        }


def add(ports: Ports, targets: Sequence[str], asked: Asked = USUAL) -> Wallet:
    """Verify badges (files, folders of them, or addresses), and keep them with what they refer to, whatever came of it but INVALID.

    Raises:
        InputError: a file cannot be read, or there is none in a folder.
        NetworkNotAllowedError: an address was given, and nothing may be fetched.
    """
    jobs = [job for target in targets for job in _jobs(ports, target, asked)]
    old = {b.id: b for b in ports.wallet().badges()} if ports.has_state() else {}
    kept, refused = [], []
    for name, data, report, copies in _verified(ports, jobs, asked):
        if report.verdict is Verdict.INVALID:
            step = report.next_step or f"See every check: credlens verify {name}"
            refused.append(Problem(name, f"It is not kept. {report.because}", step))
        else:
            badge = StoredBadge(_id(data), name, data, ports.today, ports.today, _text(report))
            kept.append(_keep(ports, badge, report, copies, old.get(badge.id)))
    return Wallet(tuple(kept), tuple(refused))


def show(ports: Ports, ids: Sequence[str] = ()) -> Wallet:
    """Badges by their ids; all of them when none is named.

    Raises:
        UserError: there is no badge of such an id.
    """
    if not ports.has_state():
        if ids:
            raise _unknown(ids[0])
        return Wallet(())
    store = ports.wallet()
    found = store.badges()
    chosen = [_find(found, id) for id in ids] if ids else found  # noqa: A001
    return Wallet(tuple(_kept(ports, badge, store.copies(badge.id)) for badge in chosen))


def remove(ports: Ports, ids: Sequence[str]) -> Wallet:
    """Take badges out.

    Raises:
        UserError: there is no badge of such an id; then none is taken out.
    """
    found = show(ports, ids).badges
    for badge in found:
        ports.wallet().remove(badge.id)
    return Wallet((), removed=tuple(b.id for b in found))


def verify_again(ports: Ports, ids: Sequence[str] = (), asked: Asked = USUAL) -> Wallet:
    """Verify badges in the wallet anew, and keep the new reports.

    Without the network, kept copies of issuers and keys are used, but none of what says whether a badge still holds. When that is all that is
    missing, what was found before stays, with its day.

    Raises:
        UserError: there is no badge of such an id.
    """
    wanted = {b.id for b in show(ports, ids).badges}
    if not wanted:
        return Wallet(())
    store = ports.wallet()
    old = {b.id: b for b in store.badges() if b.id in wanted}
    copies = {id: {c.url: c for c in store.copies(id)} for id in old}  # noqa: A001
    jobs = [Job(badge.id, badge.data) for badge in old.values()]
    kept = []
    for id, data, report, new in _verified(ports, jobs, asked, lambda job, need: _copy(copies[job.name], need)):  # noqa: A001
        merged = {**copies[id], **{c.url: c for c in new}}
        badge = StoredBadge(id, old[id].name, data, old[id].added, ports.today, _text(report))
        kept.append(_keep(ports, badge, report, tuple(merged.values()), old[id]))
    return Wallet(tuple(kept))


_Found = tuple[str, bytes, Report, tuple[StoredCopy, ...]]


def _verified(
    ports: Ports, jobs: Sequence[Job], asked: Asked, kept: Callable[[Job, Need], Reply | None] | None = None
) -> list[_Found]:
    """Each badge with its report and the documents that were used for it."""
    answer = answers(ports, read_map(ports.files, asked.documents), online=asked.online)
    used: dict[str, dict[str, StoredCopy]] = {job.name: {} for job in jobs}

    def noted(job: Job, need: Need) -> Reply:
        reply = answer(job, need)
        if isinstance(reply, Missing) and kept is not None:
            reply = kept(job, need) or reply
        if isinstance(reply, Document) and reply.how != "kept":
            copy = StoredCopy(need.url, need.kind.value, reply.data, reply.content_type, ports.today)
            used[job.name][need.url] = copy
        return reply

    found = []
    for job, report in ports.verifier.verify(jobs, settings_of(ports, asked), noted):
        found.append((job.name, job.data, report, tuple(used[job.name].values())))
        ports.progress("badges verified", len(found), len(jobs))
    return found


def _jobs(ports: Ports, target: str, asked: Asked) -> list[Job]:
    if is_address(target):
        if not asked.online and asked.documents is None:
            raise NetworkNotAllowedError(
                f"The badge at {target} has to be fetched, and nothing is fetched unless you allow it.",
                where=target,
                what_to_do="Add --online, or download the badge and give its file.",
            )
        return [Job(target, target.encode())]
    paths, problems = ports.files.paths([Path(target)], lambda name: name.lower().endswith(SUFFIXES))
    if problems:
        raise InputError(problems)
    return [_job(ports.files.read(path)) for path in paths]


def _job(file: NamedBytes) -> Job:
    if not file.data:
        raise InputError([Problem(file.name, "The file is empty.", "Download the badge again.")])
    return Job(file.name, file.data)


def _copy(copies: dict[str, StoredCopy], need: Need) -> Reply | None:
    copy = copies.get(need.url)
    if copy is None or need.kind in STALE or len(copy.data) > need.max_bytes:
        return None
    return Document(copy.url, copy.data, "kept", copy.content_type)


def _keep(
    ports: Ports, badge: StoredBadge, report: Report, copies: Sequence[StoredCopy], old: StoredBadge | None
) -> KeptBadge:
    ports.store()  # makes the place where everything is kept
    not_now = ""
    if old is not None and _saw_nothing(report) and _kept(ports, old, ()).report.verdict is not report.verdict:
        badge, not_now = replace(badge, report=old.report, verified=old.verified), report.because
        copies = ports.wallet().copies(old.id)
    ports.wallet().keep(badge, copies)
    return replace(_kept(ports, badge, copies), not_now=not_now)


def _saw_nothing(report: Report) -> bool:
    """Whether nothing speaks against a badge but that something could not be looked at: no reason to forget what was seen before."""
    failed = any(c.outcome is Outcome.FAILED and c.id != "valid_until" for c in report.all_checks())
    return report.verdict is Verdict.COULD_NOT_CHECK and not failed


def _kept(ports: Ports, badge: StoredBadge, copies: Sequence[StoredCopy]) -> KeptBadge:
    try:
        report = report_from_record(json.loads(badge.report))
    except (ValueError, KeyError, TypeError) as error:
        raise OutsideError(
            f"The report on the badge {badge.id} cannot be read: {error}",
            what_to_do=f"Take it out and put it in again: credlens wallet remove {badge.id}",
        ) from error
    expires = report.claims.expires
    over = expires is not None and expires.date() < ports.today
    return KeptBadge(badge.id, badge.name, badge.added, badge.verified, report, tuple(c.url for c in copies), over)


def _find(found: Sequence[StoredBadge], id: str) -> StoredBadge:  # noqa: A002
    """The badge whose id begins like this, when there is one and no other."""
    hits = [b for b in found if b.id.startswith(id.lower())] if id else []
    if len(hits) != 1:
        raise _unknown(id)
    return hits[0]


def _unknown(id: str) -> UserError:  # noqa: A002
    return UserError(f"There is no badge {id!r} in the wallet.", what_to_do="See them: credlens wallet list")


def _id(data: bytes) -> str:
    return sha256(data).hexdigest()[:ID_LENGTH]


def _text(report: Report) -> str:
    return json.dumps(report_to_record(report), ensure_ascii=False)
