from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.catalog.likeness import joined
from credlens.model.credential import Organisation, OrganisationKind, Verification
from credlens.model.offer import Schedule
from credlens.model.quantity import Hours, Months

IBM, IBM_NETWORK = (
    Organisation("IBM", OrganisationKind.CORPORATION),
    Organisation("IBM Skills Network", OrganisationKind.OTHER),
)


@pytest.mark.parametrize(
    ("name", "one", "other", "both"),
    [
        ("hours", Hours(10, 40), Hours(20, 30), Hours(20, 30)),
        ("duration", Months(3, 6), Months(4, 4), Months(4, 4)),
        ("languages", ("en",), ("en", "es"), ("en", "es")),
        ("issuer", IBM, IBM_NETWORK, IBM),
        ("official_url", "https://example.org/a/", "http://www.example.org/a?utm_source=x", "https://example.org/a/"),
        ("kind", "Course", "course", "Course"),
        (
            "verification",
            Verification("open_badge_2"),
            Verification("open_badge_2", "credly.com"),
            Verification("open_badge_2", "credly.com"),
        ),
        (
            "verification",
            Verification("open_badge_3", status_list=True),
            Verification("open_badge_3"),
            Verification("open_badge_3", status_list=True),
        ),
        ("schedule", Schedule(self_paced=True), Schedule(starts=(date(2027, 1, 4),)), Schedule(self_paced=True)),
    ],
)
def test_two_writings_of_one_value(name: str, one: Any, other: Any, both: Any) -> None:
    assert joined(name, one, other) == both


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("hours", Hours(10, 40), Hours(30, 60)),
        ("languages", ("en",), ("es",)),
        ("issuer", IBM, Organisation("Intel", OrganisationKind.CORPORATION)),
        ("official_url", "https://example.org/a", "https://example.org/b"),
        ("official_url", "https://example.org", "https://example.org/"),  # a home page names nothing
        ("validity", 12, 24),
        ("verification", Verification("pdf"), Verification("open_badge_2")),
        ("verification", Verification("open_badge_3", "", True), Verification("open_badge_3", "", False)),
        ("schedule", Schedule(self_paced=True), Schedule(self_paced=False)),
    ],
)
def test_values_that_contradict_each_other(name: str, one: Any, other: Any) -> None:
    assert joined(name, one, other) is None
