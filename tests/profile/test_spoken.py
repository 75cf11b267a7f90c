import pytest

from credlens.profile.spoken import code_of, languages_in, level_of, name_of


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("German (native), English - C1", [("de", "native"), ("en", "C1")]),
        ("Deutsch: Muttersprache, Englisch: verhandlungssicher", [("de", "native"), ("en", "C1")]),
        ("Englisch \u2013 sehr gute Kenntnisse", [("en", "C1")]),
        ("Französisch (Grundkenntnisse)", [("fr", "A2")]),
        ("English: Listening C1, Reading C1, Spoken B2", [("en", "B2")]),
        ("English, Full professional proficiency", [("en", "C1")]),
        ("English: Native speaker", [("en", "native")]),
        ("Fluent in English and Spanish", [("en", "C1"), ("es", "C1")]),
        ("Native German, fluent English, basic French", [("de", "native"), ("en", "C1"), ("fr", "A2")]),
        ("Español (nativo) | Inglés B2+", [("es", "native"), ("en", "B2")]),
        ("Anglais : courant", [("en", "C1")]),
        ("German, English", [("de", None), ("en", None)]),
        ("German (native), Klingon (B2)", [("de", "native"), ("Klingon", "B2")]),
        ("Python, SQL", []),
    ],
)
def test_languages_and_how_well(line: str, found: list[tuple[str, str | None]]) -> None:
    assert list(languages_in(line, lambda _: True)) == found


def test_words_that_no_table_knows_are_no_language_unless_that_may_be() -> None:
    assert list(languages_in("Klingon (B2)")) == []
    assert list(languages_in("Python (advanced)", lambda words: words != "Python")) == []


@pytest.mark.parametrize(
    ("words", "code"), [("es", "es"), ("Spanish", "es"), ("spanisch", "es"), ("Klingon", None), ("xx", None)]
)
def test_codes(words: str, code: str | None) -> None:
    assert code_of(words) == code


def test_levels_and_names() -> None:
    assert (level_of("fluent"), level_of("B1"), level_of("green")) == ("C1", "B1", None)
    assert (name_of("es"), name_of("Klingon")) == ("Spanish", "Klingon")
