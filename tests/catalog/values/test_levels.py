from __future__ import annotations

import pytest

from credlens.catalog.values.levels import level
from credlens.model.credential import CredentialLevel


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beginner ", CredentialLevel.BEGINNER),
        ("Introductory", CredentialLevel.BEGINNER),
        ("Beginner level", CredentialLevel.BEGINNER),
        ("Anfänger", CredentialLevel.BEGINNER),
        ("Básico", CredentialLevel.BEGINNER),
        ("INTERMEDIATE", CredentialLevel.INTERMEDIATE),
        ("Intermédiaire", CredentialLevel.INTERMEDIATE),
        ("avançado", CredentialLevel.ADVANCED),
        ("Experten", CredentialLevel.EXPERT),
    ],
)
def test_words_in_several_languages(text: str, found: CredentialLevel) -> None:
    assert level(text) is found


@pytest.mark.parametrize("text", ["Mixed", "All levels", "None", "", None, "Course", 7])
def test_other_words_are_no_level(text: object) -> None:
    assert level(text) is None
