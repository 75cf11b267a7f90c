"""A search finds exactly what reading every entry would find, in the order that was promised."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.app.catalog.ports import Batch
from credlens.catalog.entry import Entry, PriceLine
from credlens.catalog.query import Found, Query
from credlens.io.catalog import columns, search
from credlens.io.catalog.store import SqlCatalog, open_memory_catalog
from credlens.model.credential import Depth

from .conftest import made

# Words that are their own stems, so that the naive search needs no stemmer.
WORDS = ["alfo", "alfobo", "bako", "bakoru", "kuno", "c", "c++", "zu"]
texts = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
amounts = st.sampled_from([0.0, 10.0, 49.0])
entries = st.builds(
    made,
    st.sampled_from([f"id{n}" for n in range(7)]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    names=texts,
    organisations=texts,
    skills=texts,
    description=texts,
    quality=st.sampled_from([0, 300, 301, 1000]),
    facets=st.fixed_dictionaries(
        {
            "kind": st.sampled_from([("Course",), ("Badge",), ("unknown",)]),
            "language": st.lists(st.sampled_from(["en", "es", "de"]), min_size=1, unique=True).map(tuple),
        }
    ),
    hours=st.sampled_from([None, 0.0, 8.0, 43.5, 100.0]),
    prices=st.lists(st.builds(PriceLine, amounts, amounts, amounts, st.sampled_from(["USD", "EUR"])), max_size=2).map(
        tuple
    ),
    taught=st.lists(st.sampled_from([("sql", Depth.CORE, 0.9), ("r", Depth.PART, 0.5)]), unique=True).map(tuple),
)
batches = st.lists(
    st.builds(
        lambda e, d: Batch(entries=e, dropped=d),
        st.lists(entries, min_size=2, max_size=8),
        st.lists(st.just("id3"), max_size=1),
    ),
    min_size=1,
    max_size=3,
)
queries = st.builds(
    Query,
    st.lists(st.sampled_from([*WORDS, "al", "bak", "none"]), max_size=3).map(" ".join),
    wanted=st.dictionaries(
        st.sampled_from(["kind", "language"]),
        st.lists(st.sampled_from(["Course", "Badge", "en", "es", "xx"]), max_size=2).map(tuple),
        max_size=2,
    ),
    skill=st.sampled_from([None, None, "sql", "dax"]),
    most_hours=st.sampled_from([None, None, 8.0, 50.0]),
    most_cost=st.sampled_from([None, None, 0.0, 50.0, 120.0]),
    currency=st.sampled_from(["USD", "EUR"]),
    hours_per_week=st.sampled_from([5.0, 10.0]),
    count=st.just(50),
)

TIERS = (("title",), ("title", "names", "organisations", "skills"))


def has(entry: Entry, word: str, *, begins: bool, where: Sequence[str] = (*TIERS[1], "description")) -> bool:
    there = {w for name in where for w in getattr(entry, name).split()}
    there |= {"c"} if "c++" in there else set()
    if begins and len(word) > 1 and word.isalnum():
        return any(w.startswith(word) for w in there)
    return word in there


def cost(line: PriceLine, hours: float | None, a_week: float) -> float:
    days = math.nan if hours is None else math.ceil(round(hours / a_week * 7, 6))
    if hours is None:
        return math.inf if line.monthly or line.yearly else line.once
    days = max(1, days)
    months = [math.ceil(n * 30.4375) for n in range(1200)]
    begun = sum(1 for first in months if first <= days - 1), sum(1 for first in months[::12] if first <= days - 1)
    return line.once + line.monthly * begun[0] + line.yearly * begun[1]


def allowed(entry: Entry, query: Query) -> bool:
    lines = [cost(p, entry.hours, query.hours_per_week) for p in entry.prices if p.currency == query.currency]
    return (
        all(not values or set(values) & set(entry.facets[facet]) for facet, values in query.wanted.items())
        and (query.skill is None or query.skill in {s for s, _, _ in entry.taught})
        and (query.most_hours is None or (entry.hours is not None and entry.hours <= query.most_hours))
        and (query.most_cost is None or any(c <= query.most_cost for c in lines))
    )


def naive(known: Sequence[Entry], query: Query) -> tuple[list[Entry], bool]:
    """Everything a query finds, and whether only some of the words were found."""
    typed = query.words.split()
    words = list(dict.fromkeys(typed))
    flags = [(w, w == words[-1] and typed[-1] == w) for w in words]
    within = [e for e in known if allowed(e, query)]
    found = [e for e in within if all(has(e, w, begins=b) for w, b in flags)]
    if found or len(words) < 2:
        return found, False
    found = [e for e in within if any(has(e, w, begins=b) for w, b in flags)]
    return found, bool(found)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made_of=batches, asked=st.lists(queries, max_size=4), ranked=st.sampled_from([1, 3, 200]))
def test_a_search_finds_what_reading_everything_finds(
    monkeypatch: pytest.MonkeyPatch, made_of: list[Batch], asked: list[Query], ranked: int
) -> None:
    monkeypatch.setattr(columns, "BLOCK", 8)  # so few slots that a few entries fill several
    monkeypatch.setattr(search, "RANKED", ranked)
    store, known = open_memory_catalog(), {}
    for batch in made_of:
        store.save(batch)
        known = {i: e for i, e in known.items() if i not in batch.dropped} | {e.id: e for e in batch.entries}
    for query in [Query(count=50), *asked]:
        found = store.search(query)
        right, loosened = naive(list(known.values()), query)

        assert (sorted(found.ids), found.total, found.loosened) == (sorted(e.id for e in right), len(right), loosened)
        for facet in ("kind", "language"):
            assert found.facets[facet] == Counter(value for e in right for value in e.facets[facet])
        _in_order([known[i] for i in found.ids], query, found)
        pages = [store.search(replace(query, first=n, count=4)).ids for n in range(0, found.total + 4, 4)]
        assert tuple(i for page in pages for i in page) == found.ids


def _in_order(found: Sequence[Entry], query: Query, whole: Found) -> None:
    ranked, words = found[: search.RANKED], list(dict.fromkeys(query.words.split()))
    rest = [-e.quality for e in found[search.RANKED :]]
    if not words:
        assert [e.quality for e in found] == sorted((e.quality for e in found), reverse=True)
    elif whole.loosened:
        hits = [sum(has(e, w, begins=w == query.words.split()[-1]) for w in words) for e in found]
        assert hits == sorted(hits, reverse=True)
    else:
        assert rest == sorted(rest)
        tiers = [_tier(e, words, query.words.split()[-1]) for e in ranked]
        assert tiers == sorted(tiers)


def _tier(entry: Entry, words: Sequence[str], last: str) -> int:
    for tier, where in enumerate(TIERS):
        if all(has(entry, w, begins=w == last, where=where) for w in words):
            return tier
    return len(TIERS)


HOSTILE = [
    '"', "'", '"*"', "*", "a*", "^a", "-a", "+a", "a -b", "NEAR(a b)", "a NEAR/2 b", "a AND", "OR", "NOT a", "(", "a)", "{title}:a",
    "title:a", "a:b", "\x00", "a\x00b", "😀", "😀 a", "a" * 10_000, "a " * 5_000, "'; DROP TABLE catalog_entry; --", "%", "_", "\\",
    "\ud800", "a\ud800", "\u0301", "İ", "ﬁ", "a\u200bb", "数据 分析", "-" * 99, '"" ""', "a AND OR NOT b", "c++ c# a+",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words)[:20])
def test_nothing_that_is_typed_breaks_a_search(store: SqlCatalog, words: str) -> None:
    store.save(Batch(entries=[made("one", "a b near and or not title drop table"), made("two", "words")]))

    found = store.search(Query(words))

    assert set(found.ids) <= {"one", "two"}
    assert store.search(Query()).total == 2


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60))
def test_no_text_at_all_breaks_a_search(store: SqlCatalog, words: str) -> None:
    store.save(Batch(entries=[made("one", "a b c 1 2 3")]))
    assert store.search(Query(words)).total in {0, 1}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("certification", ["a", "b"]),
        ("certifications", ["a", "b"]),
        ("THING", ["b"]),
        ("certificati", ["a", "b"]),
        ("cafe", ["c"]),
        ("Café", ["c"]),
        ("wifi", []),
        ("wi-fi", ["c"]),
        ("c++", ["d"]),
        ("c#", ["e"]),
        ("c", ["d", "e"]),
        ("security", ["a"]),
        ("security+", ["a"]),
        ("grosse", ["c"]),
        ("数据", ["e"]),
    ],
)
def test_forms_of_words(store: SqlCatalog, words: str, found: list[str]) -> None:
    texts = {
        "a": "Security+ Certifications",
        "b": "Certification of things",
        "c": "Cafe\u0301 Wi-Fi Größe",
        "d": "C++ in depth",
        "e": "C# und 数据",
    }
    store.save(Batch(entries=[made(name, "x", description=text) for name, text in texts.items()]))

    assert sorted(store.search(Query(words)).ids) == found


def test_where_the_words_are_counts_more_than_how_much_is_known(store: SqlCatalog) -> None:
    long = "other words " * 200  # for which BM25 alone would put it last
    entries = [
        made("text", "x", description="python data " * 60, quality=1000),
        made("skill", "x data", skills="python", description=long, quality=900),
        made("title", "python for data", description=long, quality=1),
    ]
    store.save(Batch(entries=entries))
    assert store.search(Query("python data")).ids == ("title", "skill", "text")


def test_equals_come_by_quality_and_then_by_id(store: SqlCatalog) -> None:
    store.save(Batch(entries=[made("c", "word"), made("b", "word"), made("a", "word"), made("d", "word", quality=501)]))
    assert store.search(Query("word")).ids == ("d", "a", "b", "c")


def test_a_facets_values_come_commonest_first(store: SqlCatalog) -> None:
    kinds = ["b", "a", "c", "b"]
    store.save(Batch(entries=[made(f"x{n}", facets={"kind": (kind,)}) for n, kind in enumerate(kinds)]))
    assert list(store.search(Query()).facets["kind"].items()) == [("b", 2), ("a", 1), ("c", 1)]


def test_of_entries_with_one_word_each_the_rarer_word_leads(store: SqlCatalog) -> None:
    common = [made(f"id{n}", f"finance exam {n}", quality=900) for n in range(8)]
    store.save(
        Batch(entries=[*common, made("k", "kubernetes basics", quality=1), made("both", "exam finance", quality=5)])
    )
    found = store.search(Query("kubernetes exam"))
    assert found.loosened
    assert found.ids[0] == "k"


def test_months_of_a_subscription_are_counted_on_the_calendar(store: SqlCatalog) -> None:
    """60 days from 1 February end on 1 April: three payments; of usual months it would be two."""
    hours = 60 / 7 * 10
    store.save(Batch(entries=[made("m", "monthly", hours=hours, prices=(PriceLine(0, 49, 0, "USD"),))]))
    assert store.search(Query(most_cost=147, start=date(2026, 2, 1))).ids == ("m",)
    assert store.search(Query(most_cost=146.99, start=date(2026, 2, 1))).ids == ()
    assert store.search(Query(most_cost=98)).ids == ("m",)
