from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, insert, select
from sqlalchemy.engine import Engine

from credlens.app.ports import NamedBytes, StoredClaim, StoredDocument, StoredEvent, StoredPlan, Target
from credlens.io.store import SQLITE_FILE as FILE
from credlens.io.store import tables
from credlens.io.store.sql import SqlStore
from credlens.io.store.sqlite import open_sqlite
from credlens.model.card import Correction, Verdict
from credlens.model.errors import OutsideError
from credlens.model.posting import Posting


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return open_sqlite(tmp_path)


def _posting(number: int, text: str = "text") -> Posting:
    return Posting(f"id{number}", "Analyst", text, f"ads.jsonl:{number}")


OLD_DOCUMENTS = (StoredDocument("old.md", b"old"), StoredDocument("older.pdf", b"\x00\xff", "[]"))
OLD_RECORDS = (NamedBytes("a.yaml", b"old a"), NamedBytes("b.yaml", b"old b"))
OLD_TARGET = Target("old", (_posting(1), _posting(2)), 2, "nurse-us", "US")


def _fill(store: SqlStore) -> None:
    store.replace_documents(OLD_DOCUMENTS)
    store.save_records(OLD_RECORDS)
    store.save_target(OLD_TARGET)
    store.claim(StoredClaim("sql", known=True))
    store.correct(Correction("c1", Verdict.DROP))
    store.prefer("hours", "6")


def _tell(store: SqlStore) -> None:
    store.save_plan(date(2026, 1, 1), "plan")
    store.save_replanned(date(2026, 1, 1), ["event"], "plan after it", 0)


def _everything(store: SqlStore) -> tuple[object, ...]:
    own = (store.documents(), store.claims(), store.corrections(), store.preferences(), store.target())
    return (*own, store.records(), store.check(), store.events(), _plans(store))


def _plans(store: SqlStore) -> list[tuple[object, ...]]:
    with store._engine.connect() as db:
        rows = db.execute(select(tables.plan).order_by(tables.plan.c.position))
        return [(r.person, r.position, r.made, r.content) for r in rows]


def test_a_new_store_is_empty_and_sound(store: SqlStore, tmp_path: Path) -> None:
    assert _everything(store) == ((), (), (), {}, None, (), (), (), [])
    assert store.place == str(tmp_path / FILE)


# NUL is left out: PostgreSQL takes none in a text, and no document's text has one.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
maybe_texts = st.none() | texts
documents = st.lists(st.builds(StoredDocument, texts, st.binary(max_size=60), st.none() | texts), max_size=4)
postings = st.builds(
    Posting, texts, texts, texts, texts, maybe_texts, maybe_texts, st.none() | st.dates(), maybe_texts, st.booleans()
)
targets = st.builds(
    Target, texts, st.lists(postings, max_size=4).map(tuple), st.integers(0, 10**9), maybe_texts, maybe_texts
)
same_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


@same_store
@given(documents=documents)
def test_documents_come_back_as_they_were_kept_instead_of_the_earlier_ones(
    store: SqlStore, documents: list[StoredDocument]
) -> None:
    store.replace_documents(documents)

    assert store.documents() == tuple(documents)


@same_store
@given(target=targets)
def test_a_target_comes_back_whole_instead_of_the_earlier_one(store: SqlStore, target: Target) -> None:
    store.save_target(target)

    assert store.target() == target


@same_store
@given(skill=texts, known=st.booleans())
def test_the_newest_claim_about_a_skill_counts(store: SqlStore, skill: str, known: bool) -> None:
    store.claim(StoredClaim(skill, known=not known))
    store.claim(StoredClaim(skill, known=known))

    assert [c for c in store.claims() if c.skill == skill] == [StoredClaim(skill, known=known)]


@same_store
@given(made=st.dates(), content=texts)
def test_a_plan_is_kept_as_it_is(store: SqlStore, made: date, content: str) -> None:
    store.save_plan(made, content)

    assert _plans(store)[-1][2:] == (made, content)


def test_claims_come_by_skill(store: SqlStore) -> None:
    for skill in ("sql", "dax", "r"):
        store.claim(StoredClaim(skill, known=True))

    assert [c.skill for c in store.claims()] == ["dax", "r", "sql"]


def test_plans_are_kept_one_after_the_other(store: SqlStore) -> None:
    for day in (3, 1, 2):
        store.save_plan(date(2026, 1, day), f"plan {day}")

    assert [row[1:] for row in _plans(store)] == [
        (0, date(2026, 1, 3), "plan 3"),
        (1, date(2026, 1, 1), "plan 1"),
        (2, date(2026, 1, 2), "plan 2"),
    ]


def test_plans_come_back_with_their_place_and_the_last_one_alone(store: SqlStore) -> None:
    assert store.plans() == ()
    store.save_plan(date(2026, 1, 3), "one")
    store.save_plan(date(2026, 1, 1), "two")

    assert store.plans() == (StoredPlan(0, date(2026, 1, 3), "one"), StoredPlan(1, date(2026, 1, 1), "two"))


def test_events_are_told_of_the_last_plan_and_taken_back_with_the_plans_made_from_them(store: SqlStore) -> None:
    today = date(2026, 1, 3)
    store.save_plan(today, "first")
    store.save_replanned(today, ["a", "b"], "second", 0)
    store.save_replanned(today, ["c"], None, 1)

    assert store.events() == (StoredEvent(0, today, "a"), StoredEvent(0, today, "b"), StoredEvent(1, today, "c"))
    store.take_back(1, 1)
    assert [p.content for p in store.plans()] == ["first", "second"]
    assert store.events() == (StoredEvent(0, today, "a"), StoredEvent(0, today, "b"))
    store.take_back(2, 0)
    assert ([p.content for p in store.plans()], store.events()) == (["first"], ())


def test_records_are_added_or_replaced_by_name_and_come_by_name(store: SqlStore) -> None:
    store.save_records([NamedBytes("b", b"1"), NamedBytes("a", b"2")])
    store.save_records(r for r in [NamedBytes("c", b"3"), NamedBytes("b", b"4"), NamedBytes("c", b"5")])

    assert store.records() == (NamedBytes("a", b"2"), NamedBytes("b", b"4"), NamedBytes("c", b"5"))


def test_replacing_documents_leaves_claims_and_target(store: SqlStore) -> None:
    _fill(store)
    store.replace_documents([])

    assert (store.documents(), store.target()) == ((), OLD_TARGET)
    assert store.claims() == (StoredClaim("sql", known=True),)


def test_what_is_kept_is_there_when_the_store_is_opened_again(store: SqlStore, tmp_path: Path) -> None:
    _fill(store)
    store.save_plan(date(2026, 11, 22), "{}")

    assert _everything(open_sqlite(tmp_path)) == _everything(store)


def test_two_owners_in_one_database_do_not_see_each_other(store: SqlStore) -> None:
    other = SqlStore(store._engine, "here", owner="somebody")
    _fill(store)
    other.replace_documents([StoredDocument("theirs", b"x")])
    other.save_plan(date(2026, 1, 1), "theirs")
    store.replace_documents(OLD_DOCUMENTS)

    assert store.documents() == OLD_DOCUMENTS
    assert other.documents() == (StoredDocument("theirs", b"x"),)
    assert (other.claims(), other.target()) == ((), None)
    assert [row[0] for row in _plans(store)] == ["somebody"]


class _InjectedError(Exception):
    pass


@contextmanager
def _failing_at(engine: Engine, statement: int) -> Iterator[list[str]]:
    """Make the ``statement``-th statement (1 is the first) fail; yields the statements seen."""
    seen: list[str] = []

    def before(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        seen.append(sql)
        if len(seen) == statement:
            raise _InjectedError

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)


CHANGES: dict[str, Callable[[SqlStore], None]] = {
    "replace_documents": lambda s: s.replace_documents([StoredDocument("new", b"new")]),
    "correct": lambda s: s.correct(Correction("c1", Verdict.CORRECT, "R")),
    "prefer": lambda s: s.prefer("hours", "9"),
    "save_records": lambda s: s.save_records([NamedBytes("a.yaml", b"new a"), NamedBytes("c.yaml", b"new c")]),
    "save_target": lambda s: s.save_target(Target("new", (_posting(3),), 9)),
    "claim": lambda s: s.claim(StoredClaim("sql", known=False)),
    "save_plan": lambda s: s.save_plan(date(2026, 1, 1), "new"),
    "save_replanned": lambda s: s.save_replanned(date(2026, 1, 1), ["event", "another"], "new", 0),
    "take_back": lambda s: s.take_back(1, -1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_fails_at_any_statement_leaves_the_old_state_whole(store: SqlStore, change: str) -> None:
    _fill(store)
    _tell(store)
    before = _everything(store)
    statement = 1
    while True:
        with _failing_at(store._engine, statement) as seen:
            try:
                CHANGES[change](store)
                break
            except _InjectedError:
                pass
        assert _everything(store) == before, seen[-1]
        statement += 1

    assert statement > len(seen) >= 3
    assert _everything(store) != before, "and it succeeds when nothing fails"


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_fails_when_it_is_committed_leaves_the_old_state_whole(store: SqlStore, change: str) -> None:
    _fill(store)
    _tell(store)
    before = _everything(store)

    def refuse(_connection: Any) -> None:
        raise _InjectedError

    event.listen(store._engine, "commit", refuse)
    with pytest.raises(_InjectedError):
        CHANGES[change](store)
    event.remove(store._engine, "commit", refuse)

    assert _everything(store) == before


def test_a_text_that_cannot_be_stored_is_no_crash_and_changes_nothing(store: SqlStore) -> None:
    _fill(store)

    with pytest.raises(OutsideError, match="cannot be read or written") as caught:
        store.save_target(Target("new", (_posting(1, "half a character: \ud800"),), 1))

    assert caught.value.where == store.place
    assert store.target() == OLD_TARGET


def test_check_names_a_row_that_points_to_nothing(store: SqlStore) -> None:
    with store._engine.connect() as db:
        db.exec_driver_sql("ROLLBACK")
        db.exec_driver_sql("PRAGMA foreign_keys=OFF")
        db.exec_driver_sql("BEGIN")
        db.execute(insert(tables.claim).values(person="nobody", skill="sql", known=True))
        db.commit()

    assert store.check() == ("a row of claim points to nothing",)
