"""Statements of a JSON-LD document: what they are, how they are written, what is refused."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from credlens.verify.jsonld.rdf import TermError, TooMuchWorkError, UnknownContextError, canonical, canonical_quads
from credlens.verify.limits import LIMITS

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
VC2 = "https://www.w3.org/ns/credentials/v2"
TERMS = {
    "id": "@id",
    "type": "@type",
    "p": "http://p.example/",
    "q": {"@id": "http://q.example/", "@type": "@id"},
    "json": {"@id": "http://p.example/", "@type": "@json"},
    "list": {"@id": "http://p.example/", "@container": "@list"},
    "graph": {"@id": "http://p.example/", "@container": "@graph"},
    "date": {"@id": "http://p.example/", "@type": f"{XSD}dateTime"},
    "float": {"@id": "http://p.example/", "@type": f"{XSD}float"},
    "double": {"@id": "http://p.example/", "@type": f"{XSD}double"},
    "text": {"@id": "http://p.example/", "@type": f"{XSD}string"},
    "words": {"@id": "http://p.example/", "@container": "@language"},
    "of": {"@reverse": "http://q.example/"},
}


def thing(**said: Any) -> Any:
    return {"@context": TERMS, "id": "urn:x", **said}


def objects(**said: Any) -> Any:
    """What is said by ``http://p.example/``, without the statement around it."""
    lines = canonical(thing(**said), LIMITS).splitlines()
    return [line.removeprefix("<urn:x> <http://p.example/> ").removesuffix(" .") for line in lines]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ({"p": "a"}, '"a"'),
        ({"text": "a"}, '"a"'),
        ({"p": ""}, '""'),
        ({"p": True}, f'"true"^^<{XSD}boolean>'),
        ({"p": False}, f'"false"^^<{XSD}boolean>'),
        ({"p": 7}, f'"7"^^<{XSD}integer>'),
        ({"p": -7}, f'"-7"^^<{XSD}integer>'),
        ({"p": 7.0}, f'"7"^^<{XSD}integer>'),
        ({"p": -0.0}, f'"0"^^<{XSD}integer>'),
        ({"p": 7.5}, f'"7.5E0"^^<{XSD}double>'),
        ({"p": 0.000123}, f'"1.23E-4"^^<{XSD}double>'),
        ({"p": 1e21}, f'"1.0E21"^^<{XSD}double>'),
        ({"p": 10**21}, f'"1.0E21"^^<{XSD}double>'),
        ({"p": 10**20}, f'"100000000000000000000"^^<{XSD}integer>'),
        ({"float": 3.0}, f'"3"^^<{XSD}float>'),
        ({"float": 3.5}, f'"3.5E0"^^<{XSD}float>'),
        ({"double": 3}, f'"3.0E0"^^<{XSD}double>'),
        ({"double": "3"}, f'"3.0E0"^^<{XSD}double>'),
        ({"double": "three"}, f'"three"^^<{XSD}double>'),
        ({"text": 5}, '"5"'),
        ({"text": True}, '"true"'),
        ({"date": "2024-01-01T00:00:00Z"}, f'"2024-01-01T00:00:00Z"^^<{XSD}dateTime>'),
        ({"p": {"@value": "Käse", "@language": "de"}}, '"Käse"@de'),
        ({"p": {"@value": "Käse", "@language": "de-CH"}}, '"Käse"@de-ch'),
        ({"words": {"EN": "cheese"}}, '"cheese"@en'),
        ({"p": {"@value": "a", "@direction": "rtl"}}, '"a"'),
        ({"p": {"@value": "a", "@language": "ar", "@direction": "rtl"}}, '"a"@ar'),
        ({"json": {"b": [1, None], "a": "\u20ac"}}, f'"{{\\"a\\":\\"€\\",\\"b\\":[1,null]}}"^^<{RDF}JSON>'),
        ({"json": None}, f'"null"^^<{RDF}JSON>'),
        ({"p": 'a"b\\c\nd\re\tf\bg\fh'}, r'"a\"b\\c\nd\re\tf\bg\fh"'),
        ({"p": "\x00\x1f\x7f\x80"}, '"\\u0000\\u001F\\u007F\x80"'),
        ({"q": "urn:y"}, "<urn:x> <http://q.example/> <urn:y>"),
        ({"list": []}, f"<{RDF}nil>"),
    ],
)
def test_a_value_is_written_as_the_standards_say(said: Any, written: Any) -> None:
    assert objects(**said) == [written]


def test_a_list_is_a_chain() -> None:
    assert canonical(thing(list=["a", "b"]), LIMITS) == (
        "<urn:x> <http://p.example/> _:c14n0 .\n"
        f'_:c14n0 <{RDF}first> "a" .\n_:c14n0 <{RDF}rest> _:c14n1 .\n'
        f'_:c14n1 <{RDF}first> "b" .\n_:c14n1 <{RDF}rest> <{RDF}nil> .\n'
    )


def test_what_is_said_in_a_graph_of_its_own_names_the_graph() -> None:
    assert canonical(thing(graph={"id": "urn:y", "p": "a"}), LIMITS) == (
        '<urn:x> <http://p.example/> _:c14n0 .\n<urn:y> <http://p.example/> "a" _:c14n0 .\n'
    )


def test_a_reversed_term_is_said_by_the_other() -> None:
    assert canonical(thing(of={"id": "urn:y"}), LIMITS) == "<urn:y> <http://q.example/> <urn:x> .\n"


@pytest.mark.parametrize(
    "said",
    [
        {"unknown": 1},
        {"q": "not absolute"},
        {"type": "Unknown"},
        {"p": None},
        {"p": []},
        {"type": "Unknown", "@type": None},
    ],
)
def test_what_has_no_meaning_makes_no_statement(said: Any) -> None:
    assert canonical(thing(**said), LIMITS) == ""


NAMES = st.sampled_from(["urn:x", "urn:y", "_:n", "_:m", "relative", None])
VALUES = st.one_of(st.text("ab", max_size=2), st.integers(-2, 2), st.booleans(), st.sampled_from([1.5, 2e30, None]))


def _things(inner: Any) -> Any:
    keys = st.sampled_from(["p", "q", "of", "graph", "@included", "unknown", "type"])
    names = st.lists(st.sampled_from(["urn:x", "relative", "_:n"]), max_size=2)
    said = st.dictionaries(keys, st.lists(inner, max_size=2), max_size=3).map(
        lambda d: {k: v for k, v in d.items() if k != "type"}
    )
    return st.builds(
        lambda name, kinds, rest: {**({"id": name} if name else {}), **({"type": kinds} if kinds else {}), **rest},
        NAMES, names, said,
    )  # fmt: skip


DOCUMENTS = _things(_things(_things(st.just({"p": "leaf"}))))
PLAIN = st.builds(lambda thing, values: {**thing, "p": values}, DOCUMENTS, st.lists(VALUES, max_size=3))


@settings(max_examples=50, deadline=None)
@given(PLAIN)
def test_the_statements_are_those_that_the_library_makes(document: Any) -> None:
    document = {"@context": TERMS, **document}
    # Its N-Quads are made canonical here: it counts a statement of a node about itself twice, as RDFC-1.0 section 4.4 does not.
    options = {"base": None, "processingMode": "json-ld-1.1", "format": "application/n-quads"}
    try:
        theirs = jsonld.to_rdf(document, options)
    except jsonld.JsonLdError:
        with pytest.raises(TermError):
            canonical(document, LIMITS)
    else:
        assert canonical(document, LIMITS) == canonical_quads(theirs, LIMITS)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text("ab:@_#", max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "@id",
                    "@type",
                    "@value",
                    "@list",
                    "@set",
                    "@graph",
                    "@index",
                    "@reverse",
                    "@language",
                    "@included",
                    "@nest",
                    "@context",
                    "p",
                    "q",
                    "of",
                    "json",
                    "words",
                ]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(["@id", "@graph", "p", "q", "of", "json", "list", "words"]), JSON, max_size=4))
def test_any_json_has_a_canonical_text_or_is_refused(document: Any) -> None:
    with suppress(TermError, TooMuchWorkError, UnknownContextError):
        text = canonical({"@context": TERMS, **document}, LIMITS)
        assert all(line.endswith(" .") for line in text.splitlines())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"p": {"@value": "a", "@language": 'en .\n<urn:x> <http://p.example/> "b"'}}, "no code of a language"),
        ({"p": {"@value": "a", "@type": "urn:a b"}}, "invalid typed value"),
        ({"p": {"@value": "a", "@type": "plain"}}, "invalid typed value"),
        ({"p": {"@value": {}}}, "not JSON-LD that can be read"),
        ({"json": 2**60 + 1}, "cannot be written down exactly"),
        ({"p": "\ud800"}, "half of a character"),
        ({"@context": {"p": 5}}, "not JSON-LD that can be read"),
    ],
)
def test_what_cannot_be_written_down_is_refused(said: Any, words: Any) -> None:
    with pytest.raises(TermError, match=words):
        canonical(thing(**said), LIMITS)


@pytest.mark.parametrize("name", ["urn:y\n", "urn:y> <urn:z", "urn:y z", "urn:y\u2028"])
def test_an_address_with_a_space_in_it_is_no_address(name: Any) -> None:
    assert canonical(thing(q=name), LIMITS) == ""


def test_a_context_that_is_not_known_is_told_with_its_address() -> None:
    with pytest.raises(
        UnknownContextError, match=r"What the terms of https://no\.example/c mean is not known here"
    ) as e:
        canonical({"@context": "https://no.example/c", "id": "urn:x"}, LIMITS)
    assert e.value.url == "https://no.example/c"


def test_a_context_that_is_not_known_is_told_wherever_it_stands() -> None:
    with pytest.raises(UnknownContextError):
        canonical(thing(p={"@context": ["https://no.example/c"], "p": "a"}), LIMITS)


def test_thousands_of_values_are_read_one_by_one() -> None:
    text = canonical(thing(p=[f"value {n}" for n in range(8000)]), LIMITS)
    assert text.count("\n") == 8000


def test_so_many_statements_are_read_and_not_one_more() -> None:
    limits = replace(LIMITS, quads=3)
    assert canonical(thing(p=["a", "b", "c"]), limits)
    assert canonical_quads('<urn:x> <urn:p> "a" .\n' * 3, limits)
    with pytest.raises(TooMuchWorkError, match="more than 3 statements"):
        canonical(thing(p=["a", "b", "c", "d"]), limits)
    with pytest.raises(TooMuchWorkError, match="more than 3 statements"):
        canonical_quads('<urn:x> <urn:p> "a" .\n' * 4, limits)


def test_so_many_types_and_contexts_are_read_and_not_one_more() -> None:
    limits = replace(LIMITS, scopes=3)
    document = {"@context": VC2, "id": "urn:x", "type": ["urn:a", "urn:b"]}
    assert canonical(document, limits)
    with pytest.raises(TooMuchWorkError, match="more than 3 types and contexts"):
        canonical({**document, "issuer": {"@context": VC2, "id": "urn:y"}}, limits)


@pytest.mark.parametrize(
    ("line", "canonical_line"),
    [
        (r'<urn:x><urn:p>"\u0041\U0001F600\t\'".', '<urn:x> <urn:p> "A\U0001f600\\t\'" .'),
        (r'<urn:x> <urn:p> "a\\n" <urn:g> . # a remark', r'<urn:x> <urn:p> "a\\n" <urn:g> .'),
        (f'<urn:x> <urn:p> "a"^^<{XSD}string> .', '<urn:x> <urn:p> "a" .'),
        ('<urn:x> <urn:p> "a"@en-GB .', '<urn:x> <urn:p> "a"@en-GB .'),
        ('<urn:x> <urn:p> "\u2028\x85" .', '<urn:x> <urn:p> "\u2028\x85" .'),
        (r"<urn:\u00e9> <urn:p> <urn:y> .", "<urn:é> <urn:p> <urn:y> ."),
        ("_:a.b <urn:p> _:a.b _:a.b .", "_:c14n0 <urn:p> _:c14n0 _:c14n0 ."),
    ],
)
def test_n_quads_are_read_as_their_grammar_says(line: Any, canonical_line: Any) -> None:
    assert canonical_quads(f"# first\r\n\n  {line}\r\n", LIMITS) == canonical_line + "\n"


@pytest.mark.parametrize(
    "line",
    ['"a" <urn:p> <urn:y> .', "<urn:x> _:p <urn:y> .", "<urn:x> <urn:p> <urn:y>", r'<urn:x> <urn:p> "\x" .',
     r'<urn:x> <urn:p> "\uD800" .', "<urn:x y> <urn:p> <urn:y> .", '<urn:x> <urn:p> "a"@1 .'],
)  # fmt: skip
def test_what_is_no_statement_is_refused(line: Any) -> None:
    with pytest.raises(TermError):
        canonical_quads(line, LIMITS)
