"""Saved pages of invented courses, each beside what a careful reader would take from it (``cases/README.md``)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from credlens.catalog.pages import read_page
from credlens.model.credential import Assessment, CostItem, Credential, Prerequisite
from credlens.model.fact import Fact, Unknown

CASES = Path(__file__).parent / "cases"
PAGES = sorted(p for p in CASES.iterdir() if p.suffix in {".html", ".txt"})
NOTES = {"about", "says", "problems", "not_yet"}
TODAY = date(2026, 11, 22)


def words(fact: Fact[Any]) -> str:
    """A fact as a case writes it: its value, several with " / " between them, or nothing."""
    value = fact.value
    values = value.values if isinstance(value, Unknown) else (value,)
    return " / ".join(", ".join(v) if isinstance(v, tuple) else str(v) for v in values)


def cost(item: CostItem) -> str:
    amount = words(item.amount) or "?"
    return f"{item.option}: {item.what} {item.pattern} {amount} {item.currency}"


def assessed(part: Assessment) -> str:
    shown = [str(part.type)]
    shown += [f"by {part.grader}"] if part.grader else []
    shown += (
        [{0: "unlimited attempts"}.get(part.attempts, f"{part.attempts} attempts")] if part.attempts is not None else []
    )
    shown += [f"pass at {part.pass_mark:g} %"] if part.pass_mark is not None else []
    shown += [f"{part.minutes:g} min"] if part.minutes is not None else []
    shown += [f"{part.questions} questions"] if part.questions is not None else []
    shown += [f"wait {part.retake_days:g} days"] if part.retake_days is not None else []
    return ", ".join(shown)


def condition(entry: Prerequisite) -> str:
    asked = ("must" if entry.hard else "should") + (", either" if entry.either else "")
    if entry.experience_years:
        return f"{asked}: {entry.experience_years:g} years"
    return f"{asked}: {entry.degree}" if entry.degree else f"{asked}: {entry.text}"


def shown(c: Credential) -> dict[str, list[str]]:
    """What was read, as cases write it; fields without anything are left out."""
    schedule = c.schedule.get(None)
    out: dict[str, list[str]] = {"title": [c.title]}
    for name in (
        "kind",
        "level",
        "eqf",
        "mode",
        "supervision",
        "validity",
        "renewal",
        "verification",
        "status",
        "ends",
        "rating",
        "hours",
        "languages",
    ):
        out[name] = [words(getattr(c, name))]
    out["months"] = [words(c.duration).replace(" months", "")]
    for name in ("provider", "issuer", "platform"):
        fact = getattr(c, name)
        out[name] = [" / ".join(f"{o.name} ({o.kind})" for o in fact.candidates())]
    if schedule:
        out["pace"] = [{True: "own", False: "cohort", None: ""}[schedule.self_paced]]
        out["starts"] = [d.isoformat() for d in schedule.starts]
        out["apply_by"] = [schedule.apply_by.isoformat() if schedule.apply_by else ""]
        out["access_months"] = [f"{schedule.access_months:g}" if schedule.access_months else ""]
    out["costs"] = [cost(i) for i in c.costs]
    out["assessment"] = [assessed(a) for a in c.assessment]
    out["prerequisites"] = [condition(p) for p in c.prerequisites]
    out["accreditation"] = [" ".join(p for p in (a.what, a.standard, a.body) if p) for a in c.accreditation]
    out["recognition"] = [f"{r.kind} {r.by}" for r in c.recognition]
    out["credit"] = [f"{'' if v.amount is None else format(v.amount, 'g')} {v.system}".strip() for v in c.credit]
    out["stacks_into"] = [s.into for s in c.stacks_into]
    out["outcomes"] = [
        f"{o.metric} {o.value:g}" + (f" after {o.months:g} months" if o.months else "") for o in c.outcomes
    ]
    for absent in c.absent:
        out[absent.field] = [*out.get(absent.field, []), "none"]
    return {name: sorted(v for v in values if v) for name, values in out.items() if any(values)}


def expected(page: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(page.with_suffix(".yaml").read_text(encoding="utf-8"))
    return loaded


def wanted(case: dict[str, Any]) -> dict[str, list[str]]:
    """Field -> what a careful reader takes from the page."""
    case = case | case.get("not_yet", {})
    return {k: sorted(str(v) for v in (w if isinstance(w, list) else [w])) for k, w in case.items() if k not in NOTES}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_is_read_as_its_case_says(page: Path) -> None:
    case = expected(page)
    found = read_page(page.read_bytes(), page.name, TODAY)
    mine, right = shown(found.credential), wanted(case)
    not_yet = case.get("not_yet", {})
    assert {k: v for k, v in mine.items() if k not in not_yet} == {k: v for k, v in right.items() if k not in not_yet}
    for field in not_yet:  # once it is read, the case should say so
        assert mine.get(field) != right[field]
    for words_of_it in case.get("says", ()):
        assert words_of_it in str(found.credential.description.value)
    for problem in case.get("problems", ()):
        assert any(problem in str(p) for p in found.problems), [str(p) for p in found.problems]


def measured(pages: list[Path]) -> dict[str, Counter[str]]:
    """Field -> how many values were right, wrong (read, and not so) and missed."""
    counts: dict[str, Counter[str]] = {}
    for page in pages:
        mine, right = shown(read_page(page.read_bytes(), page.name, TODAY).credential), wanted(expected(page))
        for field in {*mine, *right}:
            one, other = Counter(mine.get(field, [])), Counter(right.get(field, []))
            counts.setdefault(field, Counter()).update(
                right=(one & other).total(), wrong=(one - other).total(), missed=(other - one).total()
            )
    return counts


def test_what_is_read_is_mostly_right_and_mostly_there() -> None:
    total = sum(measured(PAGES).values(), Counter())
    assert total["right"] / (total["right"] + total["wrong"]) >= 0.97
    assert total["right"] / (total["right"] + total["missed"]) >= 0.95
