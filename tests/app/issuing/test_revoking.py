"""What was revoked stays revoked, whatever happens, until its issuer takes it back."""

from __future__ import annotations

import gzip
import json
from base64 import urlsafe_b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.app.issuing.lists import state_of
from credlens.app.issuing.revoking import WrittenList, revoke
from credlens.app.issuing.signers import make_key
from credlens.app.issuing.signing import issue
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.errors import InputError, UserError

TODAY = date(2026, 11, 22)
Revoke = Callable[..., WrittenList]


def marked(made: WrittenList) -> set[int]:
    """The places that the written list marks, read bit by bit (Bitstring Status List 1.0, section 2.2)."""
    packed = json.loads(made.file.read_text("utf-8"))["credentialSubject"]["encodedList"].removeprefix("u")
    bits = gzip.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    return {8 * n + b for n, byte in enumerate(bits) if byte for b in range(8) if byte & (0x80 >> b)}


@pytest.fixture
def club(ports: Ports) -> Ports:
    make_key(ports, "club")
    return ports


@pytest.fixture
def run(club: Ports, tmp_path: Path, list_address: str) -> Revoke:
    """``run(7, 9, undo=True)``"""
    return lambda *places, **how: revoke(
        how.pop("ports", club),
        how.pop("address", list_address),
        places,
        tmp_path / "list.json",
        **{"key": "club", **how},
    )


def test_places_are_added_to_those_revoked_before(run: Revoke) -> None:
    first = run(7, 131071)
    assert (first.off, first.changed, marked(first)) == ((7, 131071), (7, 131071), {7, 131071})
    second = run(7, 0)
    assert (second.off, second.changed, marked(second)) == ((0, 7, 131071), (0,), {0, 7, 131071})


def test_what_was_revoked_by_mistake_can_be_taken_back(run: Revoke) -> None:
    run(7, 9)
    made = run(7, 8, undo=True)
    assert (made.off, made.changed, made.taken_back) == ((9,), (7,), True)
    assert marked(made) == {9}


def test_a_list_without_places_is_the_same_list_for_a_longer_time(run: Revoke, club: Ports) -> None:
    run(7)
    later = run(ports=replace(club, today=TODAY + timedelta(days=100)))
    assert (later.off, later.changed) == ((7,), ())
    assert later.until.date() == TODAY + timedelta(days=465)
    assert run(until=date(2027, 1, 1)).until.date() == date(2027, 1, 1)


def test_an_empty_list_can_be_published_before_anything_is_revoked(run: Revoke) -> None:
    assert marked(run()) == set()


def test_a_list_is_for_one_purpose_and_one_issuer(run: Revoke, club: Ports) -> None:
    make_key(club, "other")
    run(7)
    with pytest.raises(UserError, match="one of revocation") as caught:
        run(7, suspend=True)
    assert "another address" in str(caught.value.what_to_do)
    with pytest.raises(UserError, match="another issuer"):
        run(7, key="other")
    made = run(7, suspend=True, address="https://chess.example.org/suspended.json")
    assert made.purpose == "suspension"


@pytest.mark.parametrize(
    ("places", "how"),
    [
        ((131072,), {}), ((-1,), {}), ((131072,), {"undo": True}), ((1,), {"address": "http://chess.example.org/l"}),
        ((1,), {"address": "https://chess.example.org/l#1"}), ((1,), {"until": TODAY}), ((), {"address": "list"}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_not_noted(
    run: Revoke, club: Ports, tmp_path: Path, list_address: str, places: tuple[int, ...], how: dict[str, object]
) -> None:
    with pytest.raises(UserError):
        run(*places, **how)
    assert not (tmp_path / "list.json").exists()
    assert state_of(club, str(how.get("address", list_address))).off == frozenset()


def test_a_place_that_no_badge_has_is_told_and_one_that_two_have(
    run: Revoke, club: Ports, award: Path, tmp_path: Path
) -> None:
    for name in ("one.json", "two.json"):
        issue(club, award, tmp_path / name, key="club")
    made = run(4711, 4712)
    assert made.remarks == (
        "No badge issued from here has place 4712. Is that the right number?",
        "2 badges have place 4711: all of them are concerned.",
    )
    assert "marked in the list already" in issue(club, award, tmp_path / "three.json", key="club").remarks[1]


def test_two_that_revoke_at_once_both_have_their_way(run: Revoke, club: Ports) -> None:
    run(1)
    noted = club.issuing.notes

    class Between:
        """Another program revokes place 3 after this one has looked."""

        def __getattr__(self, name: str) -> object:
            return getattr(club.issuing, name)

        def notes(self, address: str) -> tuple[str, ...]:
            found = noted(address)
            run(3)
            return found

    run(2, ports=replace(club, issuing=Between()))
    assert run().off == (1, 2, 3)


def test_a_damaged_note_is_never_passed_over(run: Revoke, club: Ports, list_address: str) -> None:
    run(7)
    club.issuing.note(list_address, '{"off": [8')
    with pytest.raises(InputError, match="damaged") as caught:
        run(9)
    assert caught.value.where == f"notes on {list_address}:2"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.booleans(), st.sets(st.integers(0, 131071), max_size=4)), max_size=5), st.integers(0, 10**9)
)
def test_the_list_says_what_was_done_in_order(run: Revoke, steps: list[tuple[bool, set[int]]], number: int) -> None:
    address, expected = f"https://chess.example.org/{number}", set[int]()
    expected = set(run(address=address).off)
    for undo, places in steps:
        expected = expected - places if undo else expected | places
        assert marked(run(*places, undo=undo, address=address)) == expected


def test_a_new_program_knows_what_was_revoked(run: Revoke, club: Ports) -> None:
    run(7)
    assert run(ports=open_home(club.home, today=TODAY)).off == (7,)
