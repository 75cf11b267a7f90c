"""What is kept comes back, and only what is said to change changes."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.catalog.ports import Batch
from credlens.catalog.identity import Doubt, Sketch
from credlens.catalog.query import Query
from credlens.io.catalog.store import SqlCatalog, open_catalog, open_memory_catalog
from credlens.io.store.sqlite import file_engine
from credlens.model.credential import Depth
from credlens.model.offer import Identifier

from .conftest import made, said

URL = Identifier("url", "https://example.org/a")
LATER, LAST = date(2026, 12, 1), date(2027, 1, 1)


def test_a_new_store_is_empty(each_store: SqlCatalog) -> None:
    assert (each_store.count(), list(each_store.ids()), each_store.counts(), each_store.doubts()) == (0, [], {}, ())
    assert each_store.search(Query()).total == 0
    assert each_store.search(Query("word")).ids == ()
    each_store.optimise()


def test_statements_come_back(each_store: SqlCatalog) -> None:
    one, two, other = said("a"), said("a", source="school", key="77"), said("b")
    each_store.save(Batch([one, two, other]))

    assert each_store.current(["a", "b", "c"]) == {"a": (one, two), "b": (other,)}
    assert each_store.known("school", ["77", "78"]) == {"77": two}
    assert each_store.known("shop", ["77"]) == {}
    assert list(each_store.ids()) == ["a", "b"]
    assert each_store.count() == 2
    assert each_store.counts() == {"school": 1, "shop": 2}


def test_the_same_again_takes_the_place_of_the_one_before(store: SqlCatalog) -> None:
    store.save(Batch([said("a")]))
    again = replace(said("a", day=LATER), data=b"packed otherwise", file="other.json")
    store.save(Batch([again]))

    assert store.current(["a"]) == {"a": (again,)}
    assert store.history("a") == (again,)


def test_another_word_leaves_the_one_before_as_history(store: SqlCatalog) -> None:
    first, second, third = said("a"), said("a", digest="2", day=LATER), said("a", digest="3", day=LATER)
    for statement in (first, second, third):
        store.save(Batch([statement]))

    assert store.current(["a"]) == {"a": (third,)}
    assert store.history("a") == (replace(first, until=LATER), replace(second, until=LATER), third)
    assert store.counts() == {"shop": 1}


def test_one_batch_may_say_two_things_of_one_record(store: SqlCatalog) -> None:
    store.save(Batch([said("a"), said("a", digest="2")]))

    assert [s.digest for s in store.history("a")] == ["1", "2"]
    assert [s.until is None for s in store.history("a")] == [False, True]


def test_the_source_that_spoke_first_stays_first(store: SqlCatalog) -> None:
    store.save(Batch([said("a", source="shop")]))
    store.save(Batch([said("a", source="school")]))
    store.save(Batch([said("a", source="shop", digest="2", day=LATER)]))

    assert [s.source for s in store.current(["a"])["a"]] == ["shop", "school"]


def test_a_record_may_turn_out_to_be_another_credential(store: SqlCatalog) -> None:
    store.save(Batch([said("a", key="k")], [made("a")]))
    store.save(Batch([said("b", key="k", digest="2", day=LATER)], [made("b")], dropped=["a"]))

    assert store.current(["a", "b"]) == {"b": (said("b", key="k", digest="2", day=LATER),)}
    assert [s.until for s in store.history("a")] == [LATER]
    assert (list(store.ids()), store.entry_titles(["a", "b"])) == (["b"], {"b": "b"})


def test_who_is_alike(each_store: SqlCatalog) -> None:
    facets = {"kind": ("Course",), "level": ("unknown",), "language": ("en", "es"), "price": ("free",)}
    entry = made("a", "Data", key="data", issuers=("ibm",), identifiers=(URL, URL), facets=facets, hours=9.5)
    each_store.save(Batch([said("a"), said("a", source="school")], [entry, made("b", key="other"), made("c")]))
    sketch = Sketch("a", "Data", "data", ("ibm",), (URL, URL), ("Course",), (), ("en", "es"), 9.5, ("school", "shop"))

    assert each_store.alike(["data", "none"], []) == (sketch,)
    assert each_store.alike([], [Identifier("ctid", "x"), URL]) == (sketch,)
    assert each_store.alike([], [Identifier("ctid", URL.value)]) == ()
    assert [s.id for s in each_store.alike(["other", "data"], [URL])] == ["a", "b"]
    assert each_store.alike([""], []) == (), "no key is not a key in common"


def test_an_entry_that_is_replaced_is_known_by_its_new_names_only(store: SqlCatalog) -> None:
    store.save(Batch(entries=[made("a", key="old", identifiers=(URL,), taught=(("sql", Depth.CORE, 1.0),))]))
    store.save(Batch([said("a")], [made("a", "New", key="new", quality=900)]))

    assert store.alike(["old"], [URL]) == ()
    assert [s.title for s in store.alike(["new"], [])] == ["New"]
    assert store.teaching("sql", 9) == ()
    assert store.search(Query("a")).total == 0
    assert store.search(Query("new")).ids == ("a",)


def test_who_teaches_comes_surest_deepest_best_known_first(store: SqlCatalog) -> None:
    teach = {
        "sure": ((("sql", Depth.TOUCHED, 1.0),), 100),
        "deep": ((("sql", Depth.CORE, 0.5),), 100),
        "known": ((("sql", Depth.PART, 0.5), ("sql", Depth.TOUCHED, 0.4)), 900),
        "part": ((("sql", Depth.PART, 0.5), ("r", Depth.CORE, 1.0)), 100),
        "unsaid": ((("sql", Depth.CORE, 1.0),), 100),
    }
    entries = [made(name, taught=taught, quality=quality) for name, (taught, quality) in teach.items()]
    store.save(Batch([said(name) for name in teach if name != "unsaid"], entries))

    assert store.teaching("sql", 9) == ("sure", "deep", "known", "part")
    assert store.teaching("sql", 2) == ("sure", "deep")
    assert store.teaching("r", 9) == ("part",)
    assert store.teaching("dax", 9) == ()
    assert store.search(Query(skill="sql")).total == 5, "a search finds what nobody else speaks of, too"


def test_doubts_come_likeliest_first_and_each_once(each_store: SqlCatalog) -> None:
    each_store.save(
        Batch(doubts=[Doubt("a", "b", 0.6, "old"), Doubt("a", "c", 0.7, "names"), Doubt("b", "c", 0.6, "x")])
    )
    each_store.save(Batch(doubts=[Doubt("b", "a", 0.9, "new")]))

    assert [(d.one, d.other, d.probability) for d in each_store.doubts()] == [
        ("a", "b", 0.9),
        ("a", "c", 0.7),
        ("b", "c", 0.6),
    ]


def test_what_a_person_said_stays_said(store: SqlCatalog) -> None:
    store.save(Batch(doubts=[Doubt("a", "b", 0.6, "names")]))
    store.judge("b", "a", same=False)
    store.judge("x", "y", same=True)
    store.save(Batch(doubts=[Doubt("a", "b", 0.9, "more names")]))

    assert store.doubts() == ()
    assert store.judged(["a"]) == {frozenset("ab"): False}
    assert store.judged(["b", "y", "z"]) == {frozenset("ab"): False, frozenset("xy"): True}
    store.judge("a", "b", same=True)
    assert store.judged(["a"]) == {frozenset("ab"): True}


def test_nobody_is_asked_about_what_is_gone(store: SqlCatalog) -> None:
    pairs = [Doubt("a", "b", 0.6, ""), Doubt("b", "c", 0.6, ""), Doubt("c", "d", 0.6, "")]
    store.save(Batch(entries=[made(name) for name in "abcd"], doubts=pairs))
    store.judge("a", "b", same=False)
    store.save(Batch(dropped=["b"]))

    assert [(d.one, d.other) for d in store.doubts()] == [("c", "d")]
    assert store.judged(["a"]) == {frozenset("ab"): False}


def test_an_entry_both_dropped_and_given_stays_as_given(store: SqlCatalog) -> None:
    store.save(Batch(entries=[made("a", "Old")], doubts=[Doubt("a", "b", 0.6, "")]))
    store.save(Batch(entries=[made("a", "New")], dropped=["a", "never-there"]))

    assert store.entry_titles(["a", "never-there"]) == {"a": "New"}
    assert len(store.doubts()) == 1


def test_marks(each_store: SqlCatalog) -> None:
    assert each_store.mark("starter") is None
    each_store.set_mark("starter", "one")
    each_store.set_mark("starter", "two")
    assert each_store.mark("starter") == "two"


def test_more_than_a_query_takes_at_once(store: SqlCatalog) -> None:
    names = [f"n{n}" for n in range(600)]
    entries = [made(n, key=n, identifiers=(Identifier("shop", n),), taught=((n, Depth.PART, 0.5),)) for n in names]
    for _ in range(2):
        store.save(Batch([said(n) for n in names], entries))

    assert len(store.current(names)) == len(store.known("shop", names)) == len(store.entry_titles(names)) == 600
    assert len(store.alike(names, [])) == len(store.alike([], [Identifier("shop", n) for n in names])) == 600
    assert store.search(Query()).total == 600
    store.save(Batch(dropped=names))
    assert store.search(Query()).total == 0


def test_what_one_store_writes_another_finds(home: Path) -> None:
    reader, writer = (open_catalog(file_engine(home), "here") for _ in range(2))
    writer.save(Batch(entries=[made("a")]))
    assert reader.search(Query()).ids == ("a",)
    writer.save(Batch(entries=[made("b")], dropped=["a"]))
    assert reader.search(Query()).ids == ("b",)


def test_memory_is_shared_by_threads() -> None:
    store = open_memory_catalog()

    def work(part: int) -> None:
        for n in range(5):
            store.save(Batch(entries=[made(f"{part}-{n}", "word")]))
            store.search(Query("word"))

    threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.search(Query("word")).total == 20


@pytest.mark.parametrize("other", [None, 12])
def test_two_memories_know_nothing_of_each_other(other: int | None) -> None:
    one, two = open_memory_catalog(), open_memory_catalog()
    one.save(Batch(entries=[made("a", hours=other)]))
    assert (one.search(Query()).total, two.search(Query()).total) == (1, 0)
