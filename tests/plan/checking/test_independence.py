"""The checker only reads the planner's records: it shares no code with what makes plans."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from credlens.plan import checking

RECORDS = {"Problem", "Offer", "Charge", "Award", "Extra"}
HOMES = {"credlens.plan.problem", "credlens.plan.offer", "credlens.plan.money.charge"}
COMPUTED = {"set_aside", "key", "hours_after", "proves", "calendar", "worth", "pulls", "work_days", "horizon"}


def borrowed(source: str) -> Iterator[str]:
    """What a module takes from the planner besides its records, and what it lets them compute."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("credlens.plan"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("credlens.plan"):
            module = node.module or ""
            if not module.startswith("credlens.plan.checking"):
                yield from (f"{module}.{a.name}" for a in node.names if module not in HOMES or a.name not in RECORDS)
        elif isinstance(node, ast.Attribute) and node.attr in COMPUTED:
            yield node.attr


def test_the_checker_only_reads_records() -> None:
    files = sorted(Path(checking.__file__).parent.glob("*.py"))
    assert len(files) > 10
    for file in files:
        assert list(borrowed(file.read_text(encoding="utf-8"))) == [], file.name


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("from credlens.plan.money.billing import bill", "credlens.plan.money.billing.bill"),
        ("from credlens.plan.money.charge import CENT", "credlens.plan.money.charge.CENT"),
        ("from credlens.plan.money import billing", "credlens.plan.money.billing"),
        ("import credlens.plan.value", "credlens.plan.value"),
        ("owed = charge.set_aside", "set_aside"),
        ("left = offer.hours_after(done)", "hours_after"),
    ],
)
def test_borrowed_code_is_caught(planted: str, found: str) -> None:
    assert list(borrowed(planted)) == [found]
