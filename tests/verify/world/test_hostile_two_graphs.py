"""Badges whose statements take work out of proportion to their length: nodes that are alike, lists, contexts.

What carries no sound signature is looked at first and found to be wrong afterwards: so these badges need none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.model.verification import Mode

TERMS = {
    "friends": {"@id": "https://terms.example/friends"},
    "knows": {"@id": "https://terms.example/knows", "@type": "@id"},
}
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
SIGNATURE, WORK, TERM = ("INVALID", "signature"), ("COULD_NOT_CHECK", "work"), ("INVALID", "terms")


def with_terms(stage: Any, *contexts: Any, **changes: Any) -> Any:
    """A badge with contexts of its own, and with something in it that needs them."""
    return stage.garbage(stage.badge(**{"@context": [*stage.badge()["@context"], *contexts]}, **changes))


def of_evidence(stage: Any, evidence: list[Any]) -> Any:
    return with_terms(stage, TERMS, evidence=evidence)


def clique(size: int) -> list[Any]:
    """Nodes each of which knows all others."""
    names = [f"_:n{i}" for i in range(size)]
    return [{"id": a, "type": ["Evidence"], "knows": [b for b in names if b != a]} for a in names]


def twins(number: int, leaves: int) -> list[Any]:
    """Equal nodes with equal nodes in them: each order of the inner ones has to be tried."""
    leaf = {"type": ["Evidence"], "friends": [{"type": ["Evidence"]}]}
    return [{"type": ["Evidence"], "friends": [leaf] * leaves} for _ in range(number)]


def nested(levels: int) -> Any:
    found: Any = {"type": ["Evidence"], "name": "x"}
    for _ in range(levels):
        found = {"type": ["Evidence"], "friends": [found]}
    return found


def tags(number: int) -> list[str]:
    return [f"t{i}" for i in range(number)]


CASES: list[tuple[str, Callable[[Any], Any], tuple[str, str]]] = [
    ("a clique of seven nodes with local names", lambda s: of_evidence(s, clique(7)), TERM),
    ("a clique of three nodes with local names", lambda s: of_evidence(s, clique(3)), TERM),
    ("two equal nodes with nine equal nodes each", lambda s: of_evidence(s, twins(2, 9)), WORK),
    ("twenty equal nodes with six equal nodes each", lambda s: of_evidence(s, twins(20, 6)), WORK),
    ("two equal nodes with two equal nodes each", lambda s: of_evidence(s, twins(2, 2)), SIGNATURE),
    ("three hundred equal nodes side by side", lambda s: of_evidence(s, [{"type": ["Evidence"]}] * 300), SIGNATURE),
    ("25 nodes in each other", lambda s: of_evidence(s, [nested(25)]), SIGNATURE),
    ("8,000 different tags", lambda s: s.garbage(s.badge(credentialSubject=s.achievement(tag=tags(8_000)))), SIGNATURE),
    ("21,000 different tags", lambda s: s.garbage(s.badge(credentialSubject=s.achievement(tag=tags(21_000)))), WORK),
    ("1,000 texts said of one id at 1,000 places", lambda s: of_evidence(
        s, [{"id": "https://a.example/", "type": ["Evidence"], "name": t} for t in tags(1_000)]), SIGNATURE),
    ("4,000 types", lambda s: s.garbage(s.badge(credentialSubject=s.achievement(
        type=["Achievement", *(f"https://a.example/{i}" for i in range(4_000))]))), SIGNATURE),
    ("6,000 types", lambda s: s.garbage(s.badge(credentialSubject=s.achievement(
        type=["Achievement", *(f"https://a.example/{i}" for i in range(6_000))]))), WORK),
    ("the context 500 times", lambda s: with_terms(s, *[OB3] * 500), WORK),
    ("the context 40,000 times", lambda s: with_terms(s, *[OB3] * 40_000), WORK),
    ("the context 500 times, further in", lambda s: of_evidence(
        s, [{"@context": [OB3] * 500, "type": ["Evidence"]}]), WORK),
    ("the context 500 times, in the definition of a term", lambda s: with_terms(
        s, {"a": {"@id": "https://a.example/", "@context": [OB3] * 500}}), ("INVALID", "context")),
    ("1,000 contexts with a term each", lambda s: of_evidence(
        s, [{"@context": {"a": "https://a.example/"}, "type": ["Evidence"]}] * 1_000), WORK),
    ("a term defined by a term, 1,000 times", lambda s: with_terms(
        s, {"a0": "https://a.example/", **{f"a{i}": f"a{i - 1}:x" for i in range(1, 1_000)}}), ("INVALID", "context")),
    ("a context that names itself", lambda s: with_terms(
        s, {"a": {"@id": "https://a.example/", "@context": {"a": {"@id": "a:a"}}}}), ("INVALID", "context")),
]  # fmt: skip
IDS = [case[0] for case in CASES]


@pytest.mark.parametrize(("build", "found"), [case[1:] for case in CASES], ids=IDS)
def test_what_takes_too_much_work_is_told_and_the_rest_is_refused_for_its_signature(
    judged: Any, build: Any, found: tuple[str, str]
) -> None:
    judged(build, *found, "failed")


def test_what_is_refused_is_refused_each_time(stage: Any) -> None:
    reports = [stage.judge(of_evidence(stage, twins(2, 9))) for _ in range(3)]
    assert len({(r.verdict, r.because) for r in reports}) == 1


EQUAL = [{"type": ["Evidence"], "name": "The same", "friends": [{"type": ["Evidence"]}] * 2}] * 2


@pytest.mark.parametrize("mode", Mode)
def test_a_signed_badge_with_a_few_equal_parts_holds(judged: Any, mode: Mode) -> None:
    def build(stage: Any) -> Any:
        contexts = [*stage.badge()["@context"], TERMS]
        return stage.signed(stage.badge(**{"@context": contexts}, evidence=EQUAL))

    judged(build, "VERIFIED", "signature", "passed", mode)


@pytest.mark.parametrize("evidence", [twins(2, 9), twins(20, 6)])
def test_a_signature_over_the_text_does_not_care_for_graphs(judged: Any, evidence: Any) -> None:
    judged(
        lambda s: s.text_signed(s.badge(evidence=[{"type": ["Evidence"], "more": evidence}])),
        "VERIFIED",
        "signature",
        "passed",
    )


def test_a_poisoned_part_of_a_record_spoils_the_record_and_nothing_else(stage: Any, judged: Any) -> None:
    poison = of_evidence(stage, twins(2, 9))
    good = stage.text_signed()

    def build(_stage: Any) -> Any:
        return {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [good, poison],
        }

    report = judged(build, "COULD_NOT_CHECK", "contained", "not_checked")
    assert [p.verdict.value for p in report.parts] == ["VERIFIED", "COULD_NOT_CHECK"]
