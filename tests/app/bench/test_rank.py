import dataclasses
import json
from pathlib import Path

import pytest

from credlens.app.bench import rank
from credlens.app.bench.rank import CharacterTfidf, measures, queries, read_labels
from credlens.app.ports import NamedBytes
from credlens.cli.main import run
from credlens.io.home import open_home
from credlens.model.errors import InputError

LABELS = ["manage budgets", "lead a team", "SQL", "train dogs"]
DATA = b"""sentence,span,sub_span,label
You lead a team of five and query data with SQL.,lead a team,,lead a team
You lead a team of five and query data with SQL.,SQL,,SQL
You keep budgets in order.,budgets,,manage budgets
We are nice.,nice,,LABEL NOT PRESENT
"""


def test_measures_agree_with_a_calculation_by_hand() -> None:
    ranked = [[7, 1, 2, 3, 4, 5], [9, 8, 7, 6, 5, 4, 3], []]
    right = [frozenset({1, 5}), frozenset({3}), frozenset({2})]
    found = measures(ranked, right)
    assert found["queries"] == 3
    assert found["mrr"] == pytest.approx((1 / 2 + 1 / 7 + 0) / 3, abs=1e-4)
    assert found["rp1"] == 0
    assert found["rp5"] == pytest.approx((1 / 2 + 0 + 0) / 3, abs=1e-4), (
        "of two right ones, one is among the first five"
    )
    assert found["rp10"] == pytest.approx((2 / 2 + 1 + 0) / 3, abs=1e-4)
    low, high = found["ci95"]["mrr"]
    assert low <= found["mrr"] <= high
    assert measures(ranked, right) == found, "the bootstrap has a seed"


def test_a_sentence_is_one_query_with_all_its_labels() -> None:
    found = queries(NamedBytes("x.csv", DATA), LABELS)
    assert [(q.sentence[:9], sorted(q.right)) for q in found] == [
        ("You lead ", [1, 2]),
        ("You keep ", [0]),
        ("We are ni", []),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"text,label\na,SQL\n", "sentence"),
        (b"sentence,label\na,COBOL\n", "No row names a label"),
        (b"", "empty"),
        (b"sentence,label\n", "No row"),
    ],
)
def test_a_file_without_labelled_sentences_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        queries(NamedBytes("x.csv", data), LABELS)


def test_an_empty_list_of_labels_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        read_labels(NamedBytes("labels.txt", b"\n \n"))


def test_labels_come_each_once_in_order() -> None:
    assert read_labels(NamedBytes("labels.txt", b"SQL\nlead a team\n\nSQL\n")) == ["SQL", "lead a team"]


def test_the_baseline_finds_pieces_of_words() -> None:
    baseline = CharacterTfidf(LABELS)
    assert baseline.rank("budgeting and management")[0] == 0
    assert baseline.rank("dog training")[0] == 3


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    labels, data = tmp_path / "labels.txt", tmp_path / "rows.csv"
    labels.write_text("\n".join(LABELS))
    data.write_bytes(DATA)
    return labels, data


def test_ranking_a_file_gives_figures_beside_the_baseline(tmp_path: Path, files: tuple[Path, Path]) -> None:
    labels, data = files
    ports = dataclasses.replace(open_home(tmp_path / "home"), cpu_seconds=iter(range(100)).__next__)
    found = rank.rank(ports, labels, [data], tier=1).to_json()[str(data)]
    assert found["queries"] == 2
    assert found["mrr"] == 1.0, "both sentences hold the label's words"
    assert found["tier"] == 1
    assert found["taxonomy"] is None, "no taxonomy was imported: labels are known by their words alone"
    assert found["held_out"] == 0
    assert found["sentences_per_second"] == 2.0
    assert 0 <= found["baseline"]["mrr"] <= 1


@pytest.mark.parametrize("as_json", [True, False])
def test_the_command_says_the_same(
    tmp_path: Path, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    labels, data = files
    words = [
        "bench",
        "rank",
        "--labels",
        str(labels),
        "--data",
        str(data),
        "--tier",
        "1",
        "--home",
        str(tmp_path / "home"),
    ]
    assert run([*words, "--json"] if as_json else words) == 0
    out = capsys.readouterr().out
    if as_json:
        assert json.loads(out)[str(data)]["mrr"] == 1.0
    else:
        assert "tier 1" in out
        assert "1.000" in out
        assert "no ESCO is imported" in " ".join(out.split())


def test_sentences_trained_on_are_ranked_by_weights_that_have_not_seen_them(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    labels, data = files
    # Stands in the training files, so its fingerprint is in the weights.
    data.write_text("sentence,label\njavascript reactjs java,SQL\n")
    found = rank.rank(open_home(tmp_path / "home"), labels, [data], tier=1).to_json()[str(data)]
    assert found["held_out"] == 1
