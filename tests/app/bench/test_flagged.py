"""Red flags against labels: what is right, wrong, missed and open, and labels that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.bench.flagged import flagged
from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.model.errors import InputError

# Of the nurse's goal the law demands a licence: that flag fires on whatever she looks at.
LABELS = """
pairs:
  - {credential: google-data-analytics, person: nurse, fires: [legally_required], unsure: [too_narrow, no_recognition]}
  - {credential: comptia-a-plus, person: nurse, fires: [low_effort], unsure: [too_narrow, no_recognition], note: two mistakes}
"""


def labels(folder: Path, text: str) -> Path:
    path = folder / "labels.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge(open_home(tmp_path_factory.mktemp("home")), own=False)


def test_right_wrong_and_missed_are_counted_by_flag(tmp_path: Path, knowledge: Knowledge) -> None:
    found = flagged(open_home(tmp_path / "home"), knowledge, labels(tmp_path, LABELS))
    assert found.pairs == 2
    assert found.right["legally_required"] == 1
    assert found.wrong["legally_required"] == 1
    assert found.missed["low_effort"] == 1
    assert {(c, f, what) for c, _, f, what, _ in found.mistakes} >= {
        ("comptia-a-plus", "legally_required", "wrong"),
        ("comptia-a-plus", "low_effort", "missed"),
    }
    data = found.to_json()
    assert data["fired"] == sum(found.right.values()) + sum(found.wrong.values())
    assert data["by_flag"]["legally_required"]["wrong"] == 1
    assert data["recall"] == 0.5


def test_labels_that_name_what_there_is_not_are_all_listed(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "pairs:\n  - {credential: nothing, person: maria, fires: [ugly]}\n  - {person: maria, fires: []}\n"
    with pytest.raises(InputError) as caught:
        flagged(open_home(tmp_path / "home"), knowledge, labels(tmp_path, text))
    messages = " ".join(p.message for p in caught.value.problems)
    assert "'nothing'" in messages
    assert "'ugly'" in messages
    assert len(caught.value.problems) == 3
    assert all(":2" in p.where or ":3" in p.where for p in caught.value.problems)


def test_a_file_without_labels_is_no_file_of_labels(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match="no labels"):
        flagged(open_home(tmp_path / "home"), knowledge, labels(tmp_path, "pairs: []\n"))
