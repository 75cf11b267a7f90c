from __future__ import annotations

import pytest

from credlens.catalog.values.organisations import kind_of, organisation
from credlens.model.credential import Organisation, OrganisationKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Example University", OrganisationKind.UNIVERSITY),
        ("Universidad de Ejemplo", OrganisationKind.UNIVERSITY),
        ("Example Institute of Technology", OrganisationKind.UNIVERSITY),
        ("Ministry of Examples", OrganisationKind.GOVERNMENT),
        ("Association of Example Engineers", OrganisationKind.PROFESSIONAL_BODY),
        ("Example Foundation", OrganisationKind.NONPROFIT),
        ("Google", OrganisationKind.CORPORATION),
        ("GOOGLE, Inc.", OrganisationKind.CORPORATION),
        ("Coursera", OrganisationKind.PLATFORM),
        ("CompTIA", OrganisationKind.PROFESSIONAL_BODY),
        ("Example Widgets", OrganisationKind.OTHER),
    ],
)
def test_what_a_name_gives_away(name: str, kind: OrganisationKind) -> None:
    assert kind_of(name) is kind


def test_spaces_go_and_no_name_is_nobody() -> None:
    assert organisation("  Example \n University ") == Organisation("Example University", OrganisationKind.UNIVERSITY)
    assert organisation("  ") is None
