from __future__ import annotations

import base64
import gzip
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.bench.badges.world import bitstring
from credlens.verify.limits import LIMITS
from credlens.verify.status.bits import LEAST_BITS, ListFlaw, expand, value_at


def written(bits: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(gzip.compress(bits, mtime=0)).rstrip(b"=").decode()


@given(st.sets(st.integers(0, LEAST_BITS - 1), max_size=20), st.integers(0, LEAST_BITS - 1))
def test_a_place_is_set_exactly_when_it_was_put_there(places: set[int], asked: int) -> None:
    bits = expand(bitstring(places), LIMITS, multibase=True)
    assert value_at(bits, asked, 1) == (asked in places)


@pytest.mark.parametrize(
    ("index", "size", "value"),
    [
        (0, 1, 1),
        (1, 1, 0),
        (0, 2, 0b10),
        (1, 2, 0b11),
        (0, 8, 0b10110001),
        (1, 8, 0xFF),
        (1, 4, 0b0001),
        (2, 4, 0b1111),
    ],
)
def test_larger_entries_are_read_leftmost_bit_first(index: int, size: int, value: int) -> None:
    assert value_at(bytes([0b10110001, 0xFF]), index, size) == value


@pytest.mark.parametrize(("index", "size"), [(16, 1), (8, 2), (2, 8), (10**15, 1)])
def test_a_place_beyond_the_end_is_a_flaw(index: int, size: int) -> None:
    with pytest.raises(ListFlaw, match="no place"):
        value_at(b"\0\0", index, size)


GOOD = bytes(LEAST_BITS // 8)


@pytest.mark.parametrize(
    ("encoded", "words"),
    [
        (written(GOOD)[1:], "begins with u"),
        ("z" + written(GOOD)[1:], "begins with u"),
        ("u!!!!", "letters"),
        ("u\u0430aaa", "letters"),
        ("uAAAA", "unpacked"),
        ("u", "cut off"),
        (written(GOOD)[:-12], "cut off|unpacked"),
        (written(GOOD[:-1]), "fewer than 131,072"),
        (written(b""), "fewer than 131,072"),
    ],
)
def test_what_is_no_list_is_told(encoded: str, words: str) -> None:
    with pytest.raises(ListFlaw, match=words):
        expand(encoded, LIMITS, multibase=True)


def test_the_older_list_has_no_letter_in_front() -> None:
    assert expand(written(GOOD)[1:], LIMITS, multibase=False) == GOOD


@pytest.mark.parametrize(("more", "fits"), [(-1, True), (0, True), (1, False)])
def test_a_list_is_unpacked_up_to_its_bound_and_no_further(more: int, fits: bool) -> None:
    bound = LEAST_BITS // 8 + 100
    limits = replace(LIMITS, bitstring=bound)
    encoded = written(bytes(bound + more))
    if fits:
        assert len(expand(encoded, limits, multibase=True)) == bound + more
        return
    with pytest.raises(ListFlaw) as caught:
        expand(encoded, limits, multibase=True)
    assert caught.value.work


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    with pytest.raises(ListFlaw, match="16 MiB") as caught:
        expand(written(bytes(200 * 2**20)), LIMITS, multibase=True)
    assert caught.value.work


@given(st.text(max_size=60))
def test_any_text_is_a_list_or_a_flaw(text: str) -> None:
    for multibase in (True, False):
        try:
            expand(text, LIMITS, multibase=multibase)
        except ListFlaw:
            continue
