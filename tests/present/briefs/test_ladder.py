"""The five classes of evidence, in honest words."""

from __future__ import annotations

from credlens.model.credential import EvidenceClass
from credlens.present.briefs.ladder import MEANING, rung


def test_every_class_has_its_words_and_its_step() -> None:
    assert set(MEANING) == set(EvidenceClass)
    assert [rung(c)[:11] for c in EvidenceClass] == [f"step {n} of 5" for n in range(1, 6)]


def test_only_a_licence_is_called_a_permission() -> None:
    assert [c for c, words in MEANING.items() if "permission" in words] == [EvidenceClass.LICENCE]
