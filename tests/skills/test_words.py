import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.words import LONGEST_UNIT, Words, fold, units


def spans(text: str) -> list[str]:
    words = fold(text)
    return [text[words.start(k) : words.end(k)] for k in range(len(words))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Data-driven, DATA/driven", ["data", "driven", "data", "driven"]),
        ("C++, C# (.NET) & Node.js!", ["c++", "c#", ".net", "&", "node.js"]),
        ("R&D, P&L; Analytics& more", ["r&d", "p&l", "analytics", "more"]),
        ("the driver's, drivers' and driver\u2019s", ["the", "driver", "drivers", "and", "driver"]),
        ("isn't 'quoted' O'Reilly", ["isn't", "quoted", "o'reilly"]),
        ("Python+SQL, Security+ and 3+", ["python", "sql", "security+", "and", "3+"]),
        (
            "skills.Python 5.Team Vue.Js asp.NET Booking.Com",
            ["skills", "python", "5", "team", "vue.js", "asp.net", "booking.com"],
        ),
        ("e.g. U.S. Ph.D.", ["e.g", "u.s", "ph.d"]),
        ("#python sql@example.org", ["python", "sql@example.org"]),
        ("see https://example.org/go/r?c=1 and www.r.org today", ["see", "and", "today"]),
        ("**bold** _italic_ `code` ~tilde", ["bold", "italic", "code", "tilde"]),
        ("<b>SQL</b>&nbsp;", ["b", "sql", "b", "nbsp"]),
    ],
)
def test_words_keep_what_names_are_made_of(text: str, words: list[str]) -> None:
    assert fold(text).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Caf\u00e9 na\u00efve fran\u00e7ais Espa\u00f1ol Prüfung",
            ["cafe", "naive", "francais", "espanol", "prufung"],
        ),
        ("\uff30\uff59\uff54\uff48\uff4f\uff4e\u3000\uff33\uff31\uff2c", ["python", "sql"]),
        ("S\u00adQ\u200bL Tableau\u00ae Tableau\u2122 x", ["sql", "tableau", "tableau", "x"]),
        ("stra\u00dfe \ufb01ne \u0130zmir", ["strasse", "fine", "izmir"]),
        ("\u2022SQL \u25cf Python\u2026 \u201cExcel\u201d", ["sql", "python", "excel"]),
        ("\u202bSQL\u202c \u05e2\u05d1\u05e8\u05d9\u05ea Python", ["sql", "\u05e2\u05d1\u05e8\u05d9\u05ea", "python"]),
        (
            "\u0440\u0430\u0431\u043e\u0442\u0430 \u65e5\u672c SQL",
            ["\u0440\u0430\u0431\u043e\u0442\u0430", "\u65e5\u672c", "sql"],
        ),
    ],
)
def test_letters_of_all_sorts_are_compared_plain(text: str, words: list[str]) -> None:
    assert fold(text).words == words


def test_every_word_leads_back_to_its_place() -> None:
    text = "\U0001f600 na\u00efve\u2011stra\u00dfe,  S\u00adQ\u200bL \ufb01ne re\u0301sume\u0301; C++"
    assert spans(text) == ["na\u00efve", "stra\u00dfe", "S\u00adQ\u200bL", "\ufb01ne", "re\u0301sume\u0301", "C++"]


def test_a_phrase_runs_over_spaces_hyphens_slashes_and_a_line_end_but_over_nothing_else() -> None:
    for joint in (
        " ",
        "  ",
        "-",
        " - ",
        "/",
        " / ",
        "\n",
        "\n   ",
        "\u00a0",
        "\u2011",
        "'s ",
        "\u2019s ",
        "\u2122 ",
        "-\n",
    ):
        assert fold(f"a{joint}b").joined(0), repr(joint)
    for gap in (", ", ",", ". ", " (", ": ", "; ", "\n\n", "\n- ", "\n\n- ", "\n* ", " \u2022 ", "! ", "\n \u2013 "):
        assert not fold(f"a{gap}b").joined(0), repr(gap)


def test_units_are_paragraphs_and_listed_items() -> None:
    text = "One\ntwo\n\n- three\n- four\n  five\n\u2022 six\n\n\n"
    assert [text[a:b] for a, b in units(text)] == ["One\ntwo", "- three", "- four\n  five", "\u2022 six"]
    assert list(units(" \n\n")) == []


def test_a_very_long_unit_is_cut_at_a_space() -> None:
    text = "word " * (LONGEST_UNIT // 2)
    found = list(units(text))
    assert text[slice(*found[0])].strip().endswith("word")
    assert max(b - a for a, b in found) <= LONGEST_UNIT
    assert "".join(text[a:b] for a, b in found) == text
    assert len(list(units("x" * (3 * LONGEST_UNIT)))) == 3


@given(st.text())
def test_words_lie_apart_in_order_and_inside_the_text(text: str) -> None:
    words = fold(text)
    ends = [0, *(words.end(k) for k in range(len(words)))]
    for k in range(len(words)):
        assert ends[k] <= words.start(k) < words.end(k) <= len(text)


@given(st.text(st.characters(categories=["Ll", "Lu", "Mn", "Zs"]), max_size=30))
def test_composed_and_decomposed_letters_read_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)).words == fold(unicodedata.normalize("NFD", text)).words


@given(st.text(st.sampled_from("aB1 -/,\n\u00e9\u200b\u00df\u0130\uff21")))
def test_folding_its_words_again_changes_nothing(text: str) -> None:
    once = fold(text).words
    assert fold(" ".join(once)).words == once


@pytest.mark.parametrize(
    "piece", ["a.B", "abcd.Efg", "'s", ".", "&", "x\u00e9", "\u00df", "\u0301", "://", " ", "\n- "]
)
def test_odd_texts_cost_about_their_length(piece: str) -> None:
    started = time.process_time()
    Words(piece * (200_000 // len(piece)))
    assert (
        time.process_time() - started < 5
    )  # a twentieth of a second per megabyte is usual; squared cost takes minutes
