from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from credlens.app.wallet.ports import StoredBadge, StoredCopy
from credlens.io.store.sqlite import file_engine
from credlens.io.store.wallet import SqlWallet

DAY = date(2026, 11, 23)
ONE = StoredBadge("aaaa", "one.png", b"\x89PNG\x00", DAY, DAY, "{}")
TWO = StoredBadge("bbbb", "two.json", b"{}", DAY, DAY, "{}")
COPY = StoredCopy("https://issuer.example/", "issuer", b"\x00\xff", "application/json", DAY)


@pytest.fixture
def wallet(tmp_path: Path) -> SqlWallet:
    return SqlWallet(file_engine(tmp_path), "the test's store")


def test_badges_come_back_as_they_were_put_in(wallet: SqlWallet) -> None:
    wallet.keep(ONE, [COPY])
    wallet.keep(TWO, [])
    assert wallet.badges() == (ONE, TWO)
    assert wallet.copies("aaaa") == (COPY,)
    assert wallet.copies("bbbb") == ()


def test_keeping_again_replaces_the_badge_and_its_copies_in_its_place(wallet: SqlWallet) -> None:
    wallet.keep(ONE, [COPY])
    wallet.keep(TWO, [])
    wallet.keep(replace(ONE, report="new"), [replace(COPY, data=b"new"), replace(COPY, url="https://b.example/")])
    assert [b.report for b in wallet.badges()] == ["new", "{}"]
    assert [c.url for c in wallet.copies("aaaa")] == [COPY.url, "https://b.example/"]


def test_removing_one_leaves_the_others(wallet: SqlWallet) -> None:
    wallet.keep(ONE, [COPY])
    wallet.keep(TWO, [COPY])
    wallet.remove("aaaa")
    assert wallet.badges() == (TWO,)
    assert wallet.copies("bbbb") == (COPY,)
    wallet.remove("aaaa")


def test_wallets_of_two_persons_are_apart(tmp_path: Path) -> None:
    mine = SqlWallet(file_engine(tmp_path), "store", "me")
    theirs = SqlWallet(file_engine(tmp_path), "store", "they")
    mine.keep(ONE, [COPY])
    theirs.keep(replace(ONE, name="theirs"), [])
    mine.remove("aaaa")
    assert [b.name for b in theirs.badges()] == ["theirs"]


def test_a_badge_that_cannot_be_stored_whole_is_not_stored_at_all(tmp_path: Path) -> None:
    engine = file_engine(tmp_path)
    wallet = SqlWallet(engine, "store")
    with engine.begin() as db:
        db.execute(text("CREATE TRIGGER full BEFORE INSERT ON badge_copy BEGIN SELECT RAISE(ABORT, 'full'); END"))
    with pytest.raises(Exception, match="full"):
        wallet.keep(ONE, [COPY])
    assert wallet.badges() == ()
