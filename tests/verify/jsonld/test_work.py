from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.verify.jsonld.rdfc import TooMuchWorkError
from credlens.verify.jsonld.work import check_contexts
from credlens.verify.limits import LIMITS

SMALL = replace(LIMITS, contexts=3, terms=5)
URL = "https://www.w3.org/ns/credentials/v2"


@pytest.mark.parametrize(
    "document",
    [
        {"@context": URL},
        {"@context": [URL] * 3},
        {"@context": [URL] * 3, "a": {"@context": [URL] * 3}, "b": [{"@context": [URL] * 3}] * 9},
        {"@context": {"a": "x", "b": "y", "c": "z", "d": "w"}},
        {"a": [{"@context": {"b": "x"}}, {"@context": {"b": "x"}}]},
        {"@context": None, "name": ["x"] * 1_000},
    ],
)
def test_contexts_of_a_badge_are_few_enough(document: Any) -> None:
    check_contexts(document, SMALL)


@pytest.mark.parametrize(
    "document",
    [
        {"@context": [URL] * 4},
        {"a": [{"b": {"@context": [URL] * 4}}]},
        {"@context": {"a": {"@id": "x", "@context": [URL] * 4}}},
        {"@context": dict.fromkeys("abcde", "x")},
        {"@context": [{"a": "x"}, {"b": "x"}, {"c": "x"}]},
        {"a": [{"@context": {"b": "x"}}] * 3},
    ],
)
def test_contexts_without_end_are_refused_wherever_they_stand(document: Any) -> None:
    with pytest.raises(TooMuchWorkError):
        check_contexts(document, SMALL)
