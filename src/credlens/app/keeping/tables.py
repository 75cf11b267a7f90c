"""The most important things of a person as tables for a spreadsheet (CSV, RFC 4180, UTF-8 with a mark, without which spreadsheets guess)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from credlens.app.keeping.ports import State
from credlens.app.presenting.holdings import Holding
from credlens.catalog.exports.csv_columns import safe
from credlens.model.application import Application, StepKind
from credlens.model.person import Person
from credlens.model.skill import Taxonomy

Cells = Sequence[object]


def tables(
    person: Person, held: Sequence[Holding], taxonomy: Taxonomy, state: State, sent: Sequence[Application] = ()
) -> dict[str, bytes]:
    """Files by their paths; a table without rows has its header."""
    plans = list(_plans(state))
    return {
        "tables/skills.csv": _csv(
            ("skill", "id", "level", "evidence", "where", "quote", "years", "last_used"), _skills(person, taxonomy)
        ),
        "tables/credentials.csv": _csv(
            ("credential", "issuer", "issued", "expires", "number", "link", "catalog_id", "badge", "verdict", "where"),
            map(_credential, held),
        ),
        "tables/jobs.csv": _csv(
            ("title", "organisation", "start", "end", "where"),
            ((j.title, j.organisation, j.start, j.end, j.where) for j in person.jobs),
        ),
        "tables/plan_steps.csv": _csv(
            ("made", "plan", "credential", "title", "option", "start", "finish", "hours"),
            (
                (made, name, *(step.get(k) for k in ("credential", "title", "option", "start", "finish", "hours")))
                for made, name, steps in plans
                for step in steps
            ),
        ),
        "tables/payments.csv": _csv(
            ("made", "plan", "credential", "day", "amount", "currency", "what", "kind"),
            (
                (
                    made,
                    name,
                    step.get("credential"),
                    *(paid.get(k) for k in ("day", "amount", "currency", "what", "kind")),
                )
                for made, name, steps in plans
                for step in steps
                for paid in _dicts(step.get("cost"))
            ),
        ),
        "tables/applications.csv": _csv(
            ("applied", "employer", "title", "shown", "not_shown", "match", "resume", "referral", *StepKind, "id"),
            map(_application, sent),
        ),
    }


def _skills(person: Person, taxonomy: Taxonomy) -> Iterator[Cells]:
    for held in person.skills.values():
        label = taxonomy[held.skill].label if held.skill in taxonomy else held.skill
        for e in held.evidence:
            yield label, held.skill, held.level.value, e.kind.value, e.where, e.quote, e.years, e.last_used


def _credential(held: Holding) -> Cells:
    return (
        held.name,
        held.issuer,
        held.issued_said,
        held.expires_said,
        held.number,
        held.link,
        held.credential.id if held.credential else None,
        held.badge.id if held.badge else None,
        held.badge.verdict.value if held.badge else None,
        held.where,
    )


def _application(a: Application) -> Cells:
    """One application; the day of the first step of each kind, ``yes`` where its day is not known."""
    came = (a.first(kind) for kind in StepKind)
    referral = "" if a.referral is None else "yes" if a.referral else "no"
    days = ("" if step is None else step.day or "yes" for step in came)
    return (
        a.applied, a.employer, a.title, " ".join(a.shown), " ".join(a.hidden), a.match, a.resume, referral, *days, a.id
    )  # fmt: skip


def _plans(state: State) -> Iterator[tuple[object, object, list[dict[str, Any]]]]:
    """Each plan that was kept: the day it was made, its name, its steps."""
    for row in state.get("plan", ()):
        try:
            content = json.loads(str(row["content"]))
        except ValueError:
            continue
        for plan in _dicts(content.get("plans") if isinstance(content, Mapping) else None):
            yield row["made"], plan.get("name"), _dicts(plan.get("steps"))


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _csv(header: Sequence[str], rows: Iterable[Cells]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return f"\ufeff{text.getvalue()}".encode()


def _cell(value: object) -> str:
    """A text that no spreadsheet takes for a formula; a number stays one."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float) else safe(str(value))
