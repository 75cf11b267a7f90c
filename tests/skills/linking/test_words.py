import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.linking.words import WordVectors, stem, stems, unit, words


def test_words_keep_their_place_in_the_sentence() -> None:
    sentence = "Écrire du C++, C# and .NET for <ORGANIZATION> 2024, S3"
    assert [(w.text, sentence[w.start : w.end]) for w in words(sentence)] == [
        ("écrire", "Écrire"),
        ("du", "du"),
        ("c++", "C++"),
        ("c#", "C#"),
        ("and", "and"),
        (".net", ".NET"),
        ("for", "for"),
        ("2024", "2024"),
        ("s3", "S3"),
    ]


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        last = word.end


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("managing", "manage"),
        ("manages", "managed"),
        ("databases", "database"),
        ("policies", "policy"),
        ("planning", "plans"),
        ("organisation", "organizing"),
        ("analyses", "analyse"),
        ("communication", "communicate"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("developer", "develop"), ("java", "javascript"), ("c++", "c"), ("business", "busy"), ("r", "rs")],
)
def test_what_is_something_else_stays_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_is_never_empty_nor_longer_by_more_than_an_ending(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word) + 1


def test_function_words_count_only_when_there_is_nothing_else() -> None:
    assert stems("analysis of the data") == stems("analysis data")
    assert stems("who") == ("who",)


def test_vectors_come_back_from_a_file_and_add_up() -> None:
    table = np.array([[127, 0], [0, 127], [127, 127]], np.int8)
    file = io.BytesIO()
    np.savez(
        file,
        words=np.frombuffer(b"data\nmanage\nteam", np.uint8),
        table=table,
        scale=np.array([1 / 127, 1 / 127, 1 / 127], np.float16),
    )
    vectors = WordVectors.load(file.getvalue())
    assert vectors.dimensions == 2
    assert vectors.row("manage") == 1
    assert vectors.row("unheard") is None
    assert np.allclose(vectors.rows(["data", "unheard"]), [[1, 0], [0, 0]], atol=0.01)
    assert np.allclose(vectors.phrases(["data manage", "unheard"]), [[0.7071, 0.7071], [0, 0]], atol=0.01)


def test_unit_leaves_nothing_as_nothing() -> None:
    assert np.allclose(unit(np.array([[3.0, 4.0], [0.0, 0.0]], np.float32)), [[0.6, 0.8], [0.0, 0.0]])
