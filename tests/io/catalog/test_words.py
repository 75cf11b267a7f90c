from __future__ import annotations

import pytest

from credlens.io.catalog.words import LONGEST, MOST, Word, asked, searchable, telling


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        (" \t\n", ()),
        ("Data Analy", (Word("data"), Word("analy", begins=True))),
        ("data data", (Word("data", begins=True),)),
        ("data sql data", (Word("data"), Word("sql"))),
        ("Größe Café", (Word("grosse"), Word("cafe", begins=True))),
        ("wi-fi's", (Word("wi"), Word("fi"), Word("s"))),
        ("C++", (Word("cplusplus"),)),
        ("a+ c#", (Word("aplus"), Word("csharp"))),
        ("learn r", (Word("learn"), Word("r"))),
        ('"*():^{}-', ()),
        ("\x00\ud800😀", ()),
        ("数据", (Word("数据", begins=True),)),
    ],
)
def test_what_is_looked_up(typed: str, words: tuple[Word, ...]) -> None:
    assert asked(typed) == words


def test_a_pasted_text_is_cut() -> None:
    found = asked(" ".join(f"w{n}" for n in range(5000)))
    assert found == tuple(Word(f"w{n}") for n in range(MOST)), "and nobody is still typing in the middle of it"
    assert asked("x" * 10_000) == (Word("x" * LONGEST, begins=True),)


@pytest.mark.parametrize(
    ("typed", "meant"), [("certificati", "certification"), ("managem", "management"), ("organis", None), ("tion", None)]
)
def test_a_word_typed_halfway_into_its_ending(typed: str, meant: str | None) -> None:
    completions = Word(typed, begins=True).completions()
    assert meant in completions if meant else True
    assert all(c.startswith(typed) and c != typed for c in completions)
    assert Word(typed).completions() == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plain text.", "Plain text."),
        ("Café GRÖSSE", "cafe grosse"),
        ("CompTIA Security+", "CompTIA Security Securityplus "),
        ("C++, C# and C", "C Cplusplus , C Csharp  and C"),
        ("1 + 1 #tag", "1 + 1 #tag"),
    ],
)
def test_texts_as_they_are_indexed(text: str, found: str) -> None:
    assert searchable(text) == found


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("how do I become a data analyst", ["data", "analyst"]),
        ("learn to code", ["code"]),
        ("how to", ["how", "to"]),
        ("machine learning", ["machine", "learning"]),
    ],
)
def test_what_is_put_around_what_is_meant(typed: str, left: list[str]) -> None:
    assert [w.text for w in telling(asked(typed))] == left


def test_a_name_with_a_dot_in_front_is_a_word_of_its_own() -> None:
    assert asked(".NET core") == (Word("dotnet"), Word("core", begins=True))
    assert "dotnet" in searchable("Programming in .NET and ASP")
    assert "dotnet" not in searchable("www.example.net")
