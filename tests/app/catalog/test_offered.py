"""What the faces may offer of the catalog."""

from __future__ import annotations

import pytest

from credlens.app.catalog.offered import exports, facet_value, sources
from credlens.catalog.exports import EXPORTS
from credlens.catalog.sources import SOURCES


def test_every_source_and_form_has_its_title() -> None:
    assert [name for name, _ in sources()] == ["yaml", *SOURCES.names()]
    assert [name for name, _ in exports()] == list(EXPORTS.names())
    assert all(title and "cannot be loaded" not in title for _, title in (*sources(), *exports()))


def test_a_broken_source_of_somebody_else_breaks_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SOURCES, "_table", {**SOURCES._table, "broken": "no_such_module:SOURCE"})

    found = dict(sources())

    assert "no_such_module" in found["broken"]
    assert "CTDL" in found["ctdl"]


@pytest.mark.parametrize(
    ("facet", "words", "value"),
    [
        ("kind", "micro credential", "MicroCredential"),
        ("kind", "licence", "License"),
        ("kind", "ProfessionalCertificate", "ProfessionalCertificate"),
        ("kind", "unknown", "unknown"),
        ("provider_kind", " Professional  body ", "professional_body"),
        ("evidence_class", "assessed-certificate", "assessed_certificate"),
        ("language", "German", "de"),
        ("language", "zh-Hans", "zh-Hans"),
        ("language", "unknown", "unknown"),
        ("field", "Data analytics", "data-analytics"),
        ("verifiable", "YES", "yes"),
    ],
)
def test_facets_are_said_as_people_say_them(facet: str, words: str, value: str) -> None:
    assert facet_value(facet, words) == value
