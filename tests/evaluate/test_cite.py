"""What evidence says is words that a person reads: no identifier, no truth value of a program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from credlens.evaluate import CRITERIA, FLAGS
from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact
from credlens.model.credential import Renewal, Status, Supervision, Verification
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown

Build = Callable[[Mapping[str, Any]], Case]
SOURCE = Source(Method.RECALLED)


@pytest.mark.parametrize(
    ("value", "statement"),
    [
        (Supervision.SUPERVISED_WITH_ID, "it: supervised, identity checked"),
        (True, "it: yes"),
        (False, "it: no"),
        (Status.CEASED, "it: ceased"),
        (Renewal("free_assessment"), "it: passing a free assessment"),
        (Verification("open_badge_3", "a.org"), "it: yes, a signed Open Badge 3 (a.org)"),
        (("en", "es"), "it: en, es"),
        (Unknown(WhyUnknown.NOT_STATED), "it: the source does not say"),
        (Unknown(WhyUnknown.CONFLICTING, (True, False)), "it: sources disagree"),
    ],
)
def test_a_fact_is_cited_in_words(value: Any, statement: str) -> None:
    assert [e.statement for e in cite_fact("it", Fact(value, (SOURCE,)))] == [statement]


def test_values_that_sources_disagree_on_are_cited_each_with_its_own_source() -> None:
    other = Source(Method.RECALLED, note="somebody else")

    cited = cite_fact("open to the public", Fact(Unknown(WhyUnknown.CONFLICTING, (True, False)), (SOURCE, other)))

    assert [(e.statement, e.source) for e in cited] == [
        ("open to the public: yes", SOURCE),
        ("open to the public: no", other),
    ]


def test_no_reason_and_no_evidence_of_any_case_prints_an_identifier(build_case: Build) -> None:
    files = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    cases = [build_case(raw) for path in files for raw in yaml.safe_load(path.read_text("utf-8"))["cases"]]
    told = [CRITERIA[c].value(case) for case in cases for c in CRITERIA] + [
        FLAGS[f].check(case) for case in cases for f in FLAGS
    ]

    said = {text for t in told for text in (t.because, *(e.statement for e in t.evidence))}

    assert len(said) > 500
    assert [s for s in said if re.search(r"[a-z]_[a-z]|: (?:True|False|None)\b|Unknown\(|<\w+\.", s)] == []
