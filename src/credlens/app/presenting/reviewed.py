"""What others signed about projects, as it was kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from credlens.app.ports import Ports
from credlens.app.presenting.kept_projects import KeptProject
from credlens.app.presenting.ports import StoredReview
from credlens.model.errors import OutsideError
from credlens.model.verification import Report, Verdict
from credlens.model.work_sample import Review
from credlens.verify.record import report_from_record, report_to_record


def written(comment: str, digest: str, report: Report) -> str:
    """What is kept of a review beside its bytes.

    Args:
        digest: of the file that it was signed over; empty when it was signed over none.
    """
    record = {"comment": comment, "digest": digest, "report": report_to_record(report)}
    return json.dumps(record, ensure_ascii=False)


def reviews(ports: Ports, projects: Sequence[KeptProject]) -> tuple[Review, ...]:
    """Every review, in the order they were put in.

    Args:
        projects: all that are kept, with the READMEs as they are now.

    Raises:
        OutsideError: one cannot be read.
    """
    now = {p.sample.id: p.digest for p in projects}
    found = ports.showcase().reviews() if ports.has_state() else ()
    return tuple(_review(each, now[each.project], ports.today) for each in found if each.project in now)


def _review(stored: StoredReview, digest: str, today: date) -> Review:
    try:
        record = json.loads(stored.report)
        report, comment, signed = report_from_record(record["report"]), str(record["comment"]), str(record["digest"])
    except (ValueError, KeyError, TypeError) as error:
        raise OutsideError(
            f"The review {stored.id} cannot be read: {error}",
            what_to_do=f"Take it out and put it in again: credlens portfolio unreview {stored.id}",
        ) from error
    claims = report.claims
    over = claims.expires is not None and claims.expires.date() < today and report.verdict is Verdict.VERIFIED
    return Review(
        id=stored.id,
        project=stored.project,
        by=claims.issuer.name,
        by_id=claims.issuer.id,
        comment=comment,
        day=_day(claims.issued),
        verdict=Verdict.AUTHENTIC_BUT_EXPIRED if over else report.verdict,
        because=report.because,
        same_version=signed == digest if signed else None,
    )


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(UTC).date() if moment else None
