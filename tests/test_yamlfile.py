from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.skill import Alias
from credlens.yamlfile import Record, load, read_sources, sources_of


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def _record(text: str) -> tuple[Record, list[Problem]]:
    top, problems = load(text.encode(), "x.yaml")
    assert top is not None, problems
    return top, problems


def test_a_file_that_is_no_yaml_mapping_gives_one_problem_with_its_place() -> None:
    assert load(b"", "x.yaml") == (
        None,
        [
            Problem(
                "x.yaml", "The file is empty or not a mapping of `key: value` lines.", "See the format's description."
            )
        ],
    )
    top, problems = load(b"a: 1\nb: [1\n", "x.yaml")
    assert top is None
    assert [p.where for p in problems] == ["x.yaml:2"]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", "~", "42"])
def test_a_file_whose_top_is_no_mapping_is_refused(text: str) -> None:
    top, problems = load(text.encode(), "x.yaml")

    assert top is None
    assert "not a mapping" in problems[0].message


def test_right_values_come_back_in_their_types_and_nothing_is_noted() -> None:
    top, problems = _record("""\
text: " words "
digits: 43232306
day_as_text: 2026-11-22
amount: 49.50
days: 2026-11-22
quoted_day: "2026-11-22"
flag: yes
colour: blue
word: two
list: [one, 2]
single: one
names: ["=R", data analysis]
below: {a: 1}
many: [{a: 1}, {a: 2}]
count: 12
""")
    assert top.text("text") == "words"
    assert top.text("digits") == "43232306"
    assert top.text("day_as_text") == "2026-11-22"
    assert top.decimal("amount") == Decimal("49.50")
    assert (top.day("days"), top.day("quoted_day")) == (date(2026, 11, 22), date(2026, 11, 22))
    assert top.flag("flag", default=False) is True
    assert top.choice("colour", Colour) is Colour.BLUE
    assert top.one_of("word", ("one", "two")) == "two"
    assert top.strings("list") == ("one", "2")
    assert top.strings("single") == ("one",)
    assert top.aliases("names") == (Alias("R", exact=True), Alias("data analysis"))
    below = top.record("below")
    assert below is not None
    assert below.number("a") == 1.0
    assert [r.whole("a") for r in top.records("many")] == [1, 2]
    assert top.whole("count") == 12
    assert top.finish()
    assert problems == []


def test_what_is_missing_is_the_default_or_nothing() -> None:
    top, problems = _record("here: 1")
    top.raw("here")

    assert top.text("a", "default") == "default"
    assert top.optional("b") is None
    assert (top.decimal("c"), top.number("d"), top.whole("e"), top.day("f")) == (None, None, None, None)
    assert top.flag("g", default=True) is True
    assert top.choice("h", Colour) is None
    assert (top.strings("i"), top.aliases("j"), list(top.records("k"))) == ((), (), [])
    assert top.record("l") is None
    assert (top.has("here"), top.has("a")) == (True, False)
    assert top.finish()
    assert problems == []


Get = Callable[[Record], object]


@pytest.mark.parametrize(
    ("written", "get", "message", "what_to_do"),
    [
        ("", lambda r: r.text("k"), "`k` is missing.", "Add `k: ...`."),
        ("k: ''", lambda r: r.text("k"), "`k` is empty.", "Write a text"),
        (
            "k: no",
            lambda r: r.text("k"),
            "should be a text, not true or false",
            "in quotes: YAML reads bare yes, no, on",
        ),
        ("k: on", lambda r: r.text("k"), "should be a text, not true or false", "in quotes"),
        ("k: [a]", lambda r: r.text("k"), "should be a text, not a list", ""),
        ("k: {a: b}", lambda r: r.text("k"), "should be a text, not a mapping", ""),
        ("k: {a: b}", lambda r: r.optional("k"), "should be a text, not a mapping", ""),
        ("k: -1", lambda r: r.decimal("k"), "number of 0 or more, not -1", "digits only"),
        ("k: about 49", lambda r: r.decimal("k"), "number of 0 or more, not 'about 49'", "digits only"),
        ("k: .inf", lambda r: r.decimal("k"), "number of 0 or more, not '.inf'", "digits only"),
        ("k: .nan", lambda r: r.number("k"), "number of 0 or more, not '.nan'", "digits only"),
        ("k: 1e400", lambda r: r.number("k"), "number of 0 or more, not '1e400'", "digits only"),
        ("k: yes", lambda r: r.decimal("k"), "number of 0 or more, not True", "digits only"),
        ("k: [1]", lambda r: r.decimal("k"), "number of 0 or more, not a list", "digits only"),
        ("k: 1.5", lambda r: r.whole("k"), "whole number of 1 or more, not 1.5", ""),
        ("k: 0", lambda r: r.whole("k"), "whole number of 1 or more, not 0", ""),
        ("k: 2026-02-30", lambda r: r.day("k"), "a date such as 2026-11-22, not '2026-02-30'", ""),
        ("k: 2026-02-03 10:00:00", lambda r: r.day("k"), "a date such as 2026-11-22", ""),
        ("k: 2026", lambda r: r.day("k"), "a date such as 2026-11-22, not 2026", ""),
        ("k: maybe", lambda r: r.flag("k", default=False), "should be true or false, not 'maybe'", ""),
        ("k: 1", lambda r: r.flag("k", default=False), "should be true or false, not 1", ""),
        ("k: green", lambda r: r.choice("k", Colour), "`k` cannot be 'green'", "Use one of: red, blue."),
        ("k: [red]", lambda r: r.choice("k", Colour), "`k` cannot be a list", "Use one of: red, blue."),
        ("k: ten", lambda r: r.one_of("k", ("one", "two")), "`k` cannot be 'ten'", "Use one of: one, two."),
        ("k: [a, no]", lambda r: r.strings("k"), "should be a list of texts", "put yes, no, on and off in quotes"),
        ("k: [a, ~]", lambda r: r.strings("k"), "should be a list of texts", "nothing empty"),
        ("k: [a, '']", lambda r: r.strings("k"), "should be a list of texts", "nothing empty"),
        ("k: {a: b}", lambda r: r.strings("k"), "should be a list of texts", ""),
        ("k: word", lambda r: r.record("k"), "should be a mapping such as {is: ..., from: ...}, not a text", ""),
        ("k: {a: b}", lambda r: list(r.records("k")), "should be a list, not a mapping", "with a dash"),
    ],
)
def test_every_kind_of_mistake_is_noted_with_its_place_and_reading_goes_on(
    written: str, get: Get, message: str, what_to_do: str
) -> None:
    top, problems = _record(f"first: 1\n{written}\n")
    top.raw("first")

    get(top)

    assert len(problems) == 1
    assert problems[0].where == ("x.yaml:2: k" if written else "x.yaml:1: k")
    assert message in problems[0].message
    assert what_to_do in problems[0].what_to_do
    assert not top.ok
    assert not top.finish()


def test_an_entry_of_a_list_that_is_no_mapping_is_left_out_and_the_others_are_read() -> None:
    top, problems = _record("costs:\n  - {a: 1}\n  - words\n  - {a: 3}\n")

    assert [r.whole("a") for r in top.records("costs")] == [1, 3]
    assert [(p.where, p.message) for p in problems] == [
        ("x.yaml:1: costs[1]", "Each entry of `costs` should be a mapping, not a text.")
    ]


def test_all_mistakes_come_at_once_each_with_its_line_and_path() -> None:
    top, problems = _record("""\
id: [no, text]
limits:
  budget: much
costs:
  - amount: 49
  - amount: -1
    prise: {is: 3, what: 4}
oops: 1
""")
    top.text("id")
    top.text("title")
    limits = top.record("limits")
    assert limits is not None
    limits.decimal("budget")
    limits.finish()
    for cost in top.records("costs"):
        cost.decimal("amount")
        cost.finish()
    top.finish()

    assert [(p.where, p.message) for p in problems] == [
        ("x.yaml:1: id", "`id` should be a text, not a list."),
        ("x.yaml:1: title", "`title` is missing."),
        ("x.yaml:3: limits.budget", "`budget` should be a number of 0 or more, not 'much'."),
        ("x.yaml:6: costs[1].amount", "`amount` should be a number of 0 or more, not -1."),
        ("x.yaml:7: costs[1].prise", "`prise` is not a field of this record."),
        ("x.yaml:8: oops", "`oops` is not a field of this record."),
    ]
    assert problems[-1].what_to_do == "Fields here: costs, id, limits, title."


def test_a_field_nobody_asked_for_is_a_mistake_even_when_its_value_is_empty() -> None:
    top, problems = _record("title: a\ntitel:\nno: 1\n")
    top.text("title")

    assert not top.finish()
    assert [p.where for p in problems] == ["x.yaml:2: titel", "x.yaml:3: no"]


def test_a_key_given_twice_is_noted_where_it_stands_again_and_spoils_only_its_record() -> None:
    top, problems = _record("""\
skills:
  - id: a
    id: b
  - id: c
  - id: d
    id: d
    id: d
""")
    kept = [r.text("id") for r in top.records("skills") if r.text("id") and r.finish()]

    assert kept == ["c"]
    assert [(p.where, p.message) for p in problems] == [
        ("x.yaml:3: skills[0].id", "`id` is given twice."),
        ("x.yaml:6: skills[2].id", "`id` is given twice."),
        ("x.yaml:7: skills[2].id", "`id` is given twice."),
    ]


def test_a_mistake_in_one_record_leaves_its_neighbour_right_and_its_parent_wrong() -> None:
    top, _ = _record("rows:\n  - {a: x}\n  - {a: 1}\n")
    rows = []
    for row in top.records("rows"):
        row.number("a")
        rows.append(row.ok)

    assert rows == [False, True]
    assert not top.ok


def test_where_names_file_line_and_path() -> None:
    top, _ = _record("# comment\nrows:\n  - {a: 1}\n  - {b: {c: 1}}\n")
    second = list(top.records("rows"))[1]
    inner = second.record("b")

    assert top.where == "x.yaml:2"
    assert second.where == "x.yaml:4: rows[1]"
    assert inner is not None
    assert inner.where == "x.yaml:4: rows[1].b"


def test_sources_are_read_by_key() -> None:
    top, problems = _record("""\
sources:
  page: {method: read, address: "https://example.org", date: 2026-11-22, note: seen}
  memory: {method: recalled, date: 2026-11-21}
  2026: {method: recalled, date: 2026-11-20}
""")
    assert read_sources(top) == {
        "page": Source(Method.READ, "https://example.org", date(2026, 11, 22), "seen"),
        "memory": Source(Method.RECALLED, None, date(2026, 11, 21)),
        "2026": Source(Method.RECALLED, None, date(2026, 11, 20)),
    }
    assert problems == []


def test_a_file_without_sources_has_none() -> None:
    top, problems = _record("id: x")

    assert read_sources(top) == {}
    assert problems == []


@pytest.mark.parametrize(
    ("entry", "place", "message"),
    [
        ("{method: read, date: 2026-11-22}", "sources.s.address", "What was read needs its address."),
        ("{date: 2026-11-22}", "sources.s.method", "`method` is missing."),
        ("{method: guessed, date: 2026-11-22}", "sources.s.method", "`method` cannot be 'guessed'."),
        ("{method: computed, date: 2026-11-22}", "sources.s.method", "What is written by hand was not computed."),
        ("{method: recalled}", "sources.s.date", "`date` is missing."),
        ("{method: recalled, date: yesterday}", "sources.s.date", "`date` should be a date such as 2026-11-22"),
        (
            "{method: recalled, date: 2026-11-22, adress: x}",
            "sources.s.adress",
            "`adress` is not a field of this record.",
        ),
        ("words", "sources.s", "`s` should be a mapping"),
    ],
)
def test_a_source_with_a_mistake_is_listed_and_left_out(entry: str, place: str, message: str) -> None:
    top, problems = _record(f"sources:\n  s: {entry}\n")

    assert read_sources(top) == {}
    assert [p.where for p in problems] == [f"x.yaml:2: {place}"]
    assert problems[0].message.startswith(message)


PAGE, MEMORY = Source(Method.READ, "https://example.org"), Source(Method.RECALLED)
TABLE = {"page": PAGE, "memory": MEMORY}


@pytest.mark.parametrize(
    ("written", "sources"), [("from: page", (PAGE,)), ("from: [memory, page]", (MEMORY, PAGE)), ("a: 1", (MEMORY,))]
)
def test_from_names_sources_in_its_own_order_and_else_the_default_counts(
    written: str, sources: tuple[Source, ...]
) -> None:
    top, problems = _record(written)

    assert sources_of(top, TABLE, default=(MEMORY,)) == sources
    assert problems == []


def test_from_that_is_missing_or_names_nothing_is_a_mistake() -> None:
    top, problems = _record("a: 1\nb: {from: nobody}\nc: {from: [nobody, page]}")
    below, mixed = top.record("b"), top.record("c")
    assert below is not None
    assert mixed is not None

    assert sources_of(top, TABLE) == ()
    assert sources_of(below, TABLE) == ()
    assert sources_of(mixed, TABLE) == (PAGE,)
    assert [(p.where, p.message, p.what_to_do) for p in problems] == [
        ("x.yaml:1: from", "It does not say who says so.", "Add `from:` with a key of `sources`: page, memory."),
        ("x.yaml:2: b.from", "There is no source 'nobody' in `sources`.", "Use one of: page, memory."),
        ("x.yaml:3: c.from", "There is no source 'nobody' in `sources`.", "Use one of: page, memory."),
    ]
