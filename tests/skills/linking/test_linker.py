from collections.abc import Sequence

import numpy as np
import pytest

from credlens.skills.linking import encoder as encoder_module
from credlens.skills.linking import linker as module
from credlens.skills.linking.encoder import ENCODER_LANES, EncoderLanes, parts
from credlens.skills.linking.fusion import Trees
from credlens.skills.linking.index import Concept, build
from credlens.skills.linking.lanes import LANES, Lanes
from credlens.skills.linking.linker import Linker
from credlens.skills.linking.words import Floats, WordVectors

CONCEPTS = [
    Concept("sql", "SQL"),
    Concept("team", "lead a team"),
    Concept("coffee", "make coffee"),
    Concept("dogs", "train dogs"),
]
NO_VECTORS = WordVectors(["nothing"], np.zeros((1, 2), np.float32))


def rule(column: int, threshold: float = 0.5, yes: float = 3.0, no: float = -3.0) -> Trees:
    """Likely when a column of the features is above a threshold."""
    never = np.inf
    return Trees(
        np.array([[column, 0, 0, 0, 0, 0, 0]]),
        np.array([[threshold, never, never, never, never, never, never]], np.float32),
        np.array([[no, no, no, no, yes, yes, yes, yes]], np.float32),
        0.0,
    )


def covered() -> Trees:
    return rule(LANES.index("cover"), 0.9)


@pytest.fixture
def lanes() -> Lanes:
    return Lanes(build(CONCEPTS, NO_VECTORS), NO_VECTORS)


def encode(texts: Sequence[str]) -> Floats:
    """An encoder that knows two topics: dogs and everything else."""
    return np.array(
        [[1.0, 0.0] if "dog" in t.lower() or "puppy" in t.lower() else [0.0, 1.0] for t in texts], np.float32
    )


def keys(found: tuple[module.Link, ...], least: float = 0.5) -> list[str]:
    return [CONCEPTS[link.concept].key for link in found if link.probability >= least]


def test_links_carry_probability_span_and_lanes(lanes: Lanes) -> None:
    sentence = "We lead a team and use SQL"
    found = Linker(lanes, covered()).link([sentence])[0]
    assert sorted(keys(found)) == ["sql", "team"]
    first = found[0]
    assert first.probability == pytest.approx(0.9526)
    assert {sentence[link.start : link.end] for link in found[:2]} == {"lead a team", "SQL"}
    assert dict(first.lanes)["cover"] == pytest.approx(1.0)
    assert "window" not in dict(first.lanes), "a lane that says nothing is left out"


def test_a_sentence_seen_before_is_not_compared_again(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    linker = Linker(lanes, covered())
    before = linker.link(["SQL", "make coffee", "SQL"])
    assert before[0] is before[2]
    monkeypatch.setattr(Lanes, "compare", lambda *_: pytest.fail("compared again"))
    assert linker.link(["make coffee", "SQL"]) == [before[1], before[0]]


def test_forgetting_changes_no_answer(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = ["SQL", "make coffee", "lead a team", "SQL and coffee"]
    expected = Linker(lanes, covered()).link(sentences)
    monkeypatch.setattr(module, "REMEMBERED", 1)
    forgetful = Linker(lanes, covered())
    assert [forgetful.link([s])[0] for s in sentences + sentences] == expected + expected


def test_how_many_go_together_changes_no_answer(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = ["SQL", "make coffee", "lead a team", "SQL and coffee", "", "SQL"]
    expected = Linker(lanes, covered()).link(sentences)
    monkeypatch.setattr(module, "AT_ONCE", 2)
    assert Linker(lanes, covered()).link(sentences) == expected


def test_ranking_lists_every_candidate_once(lanes: Lanes) -> None:
    ranked = Linker(lanes, covered()).rank("lead SQL")
    assert ranked[0] == 0
    assert sorted(ranked) == sorted(set(ranked))


def encoding(lanes: Lanes, first: Trees) -> Linker:
    near = rule(len(LANES) + ENCODER_LANES.index("encoder_part"))
    labels = np.array([[1.0, 0.0] if c.key == "dogs" else [0.0, 0.0] for c in CONCEPTS], np.float32)
    return Linker(lanes, first, (EncoderLanes(encode, labels), near))


def test_the_encoder_ranks_first_what_no_word_tells(lanes: Lanes) -> None:
    assert Linker(lanes, covered()).rank("Puppy school") == []
    assert CONCEPTS[encoding(lanes, covered()).rank("Puppy school")[0]].key == "dogs"


def test_the_encoder_reads_again_what_the_others_found(lanes: Lanes) -> None:
    anything = rule(LANES.index("cover"), -1.0)
    found = encoding(lanes, anything).link(["train a puppy and make coffee"])[0]
    assert keys(found) == ["dogs"], "to this encoder only dogs are near to anything"
    assert dict(found[0].lanes)["encoder_part"] == pytest.approx(1.0)


def test_the_encoder_is_not_asked_where_the_others_see_nothing(lanes: Lanes) -> None:
    def never(texts: Sequence[str]) -> Floats:
        pytest.fail(f"asked for {texts}")

    nowhere = rule(LANES.index("cover"), 9.0)
    linker = Linker(lanes, nowhere, (EncoderLanes(never, encode([c.label for c in CONCEPTS])), covered()))
    assert linker.link(["train dogs"]) == [()]


def test_forgetting_phrases_changes_no_answer(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = ["train a puppy", "make coffee and train dogs", "train a puppy"]
    expected = [encoding(lanes, covered()).rank(s) for s in sentences]
    monkeypatch.setattr(encoder_module, "REMEMBERED", 1)
    forgetful = encoding(lanes, covered())
    assert [forgetful.rank(s) for s in sentences] == expected


def test_nothing_to_read_gives_nothing(lanes: Lanes) -> None:
    assert Linker(lanes, covered()).link([]) == []
    assert Linker(lanes, covered()).link([""]) == [()]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SQL, Python and (some) R", ["SQL", "Python", "some"]),
        ("Plan. Do", ["Plan", "Do"]),
        ("...", ["..."]),
        ("for <ORGANIZATION>, lead", ["for", "lead"]),
    ],
)
def test_parts_stand_between_commas_and_conjunctions(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected
