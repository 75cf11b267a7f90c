import io
from typing import Any

import numpy as np
import pytest

from credlens.skills.linking.fusion import Fusion, Trees, as_arrays, features, fingerprint


def one_tree(leaf: list[float]) -> tuple[list[int], list[float], list[float]]:
    """Looks at column 0 (above 0.5?), then column 1, then never again."""
    never = float("inf")
    return [0, 1, 1, 0, 0, 0, 0], [0.5, 0.5, 0.5, never, never, never, never], leaf


LEAVES = [1.0, -99.0, 2.0, -99.0, 3.0, -99.0, 4.0, -99.0]  # the second of each pair is never reached


def saved(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def test_each_row_falls_to_its_leaf() -> None:
    feature, threshold, leaf = one_tree(LEAVES)
    trees = Trees(np.array([feature]), np.array([threshold], np.float32), np.array([leaf], np.float32), 0.25)
    rows = np.array([[0, 0], [0, 1], [1, 0], [1, 1], [0.5, 0.5]], np.float32)
    assert trees.log_odds(rows).tolist() == [1.25, 2.25, 3.25, 4.25, 1.25]
    assert trees.log_odds(rows[:0]).shape == (0,)


def test_scaling_calibrates_the_sum() -> None:
    feature, threshold, leaf = one_tree(LEAVES)
    trees = Trees(
        np.array([feature]),
        np.array([threshold], np.float32),
        np.array([leaf], np.float32),
        0.0,
        slope=2.0,
        offset=-2.0,
    )
    assert trees.probabilities(np.zeros((1, 2), np.float32))[0] == pytest.approx(0.5)


def test_a_sentence_trained_on_belongs_to_the_fold_that_has_not_seen_it() -> None:
    models = [([one_tree([float(n)] * 8)], (0.0, 1.0, 0.0)) for n in range(4)]
    fusion = Fusion(saved(**as_arrays(models, ["We use SQL.", "You lead."])))
    assert fusion.fold("We use SQL.") == fingerprint("We use SQL.") % 3
    assert fusion.fold("Something new") is None
    row = np.zeros((1, 2), np.float32)
    assert fusion.trees.log_odds(row)[0] == 0.0
    assert [float(f.log_odds(row)[0]) for f in fusion.folds] == [1.0, 2.0, 3.0]


def test_features_are_the_score_its_share_and_its_rank() -> None:
    scores = np.array([[0.2, 1.0], [0.4, 0.0], [0.1, 0.5]], np.float32)
    priors = np.array([[7.0], [8.0], [9.0]], np.float32)
    found = features(scores, priors)
    assert found.shape == (3, 3 * 2 + 1 + 1)
    assert np.allclose(found[:, 2], [0.5, 1.0, 0.25])
    assert np.allclose(found[:, 4], [1 / 4, 1 / 3, 1 / 5])
    assert np.allclose(found[:, 6], found[:, 4] + found[:, 5])
    assert found[:, 7].tolist() == [7.0, 8.0, 9.0]


def test_no_candidates_have_no_features() -> None:
    assert features(np.zeros((0, 2), np.float32), np.zeros((0, 1), np.float32)).shape == (0, 8)
