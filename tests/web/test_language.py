"""Pages speak the language of the browser; every sentence of theirs has a translation that fits."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from credlens.web import language, words
from tests.web.site import Site

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "credlens" / "web"
PLACES = re.compile(r"%(?:\([a-z_]+\))?[sd%]")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "mark": None, "say": None, "say_many": (1, 2)}


@pytest.fixture(scope="module")
def spoken() -> set[str | tuple[str, ...]]:
    """Every sentence of the sources, found as pyproject.toml says."""
    (mapping,) = [
        m
        for m in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
        if m["method"] == "jinja2"
    ]
    options = {k: str(v) for k, v in mapping.items() if k not in {"method", "pattern"}}
    methods = [("**/templates/**.j2", "jinja2"), ("**.py", "python")]
    found = extract_from_dir(WEB, methods, {"**/templates/**.j2": options}, keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


@pytest.fixture(scope="module", params=[code for code in language.LANGUAGES if code != language.USUAL])
def translated(request: pytest.FixtureRequest) -> Catalog:
    path = WEB / "locales" / request.param / "LC_MESSAGES" / "credlens.po"
    return read_po(path.open("rb"), locale=request.param)


def test_the_sentences_are_found(spoken: set[str | tuple[str, ...]]) -> None:
    assert {"Undo", "There is no such page.", "could not check", ("%(num)d ad", "%(num)d ads")} <= spoken
    assert set(words.MARKED) <= spoken


def test_every_sentence_is_translated_and_no_translation_is_left_over(
    spoken: set[str | tuple[str, ...]], translated: Catalog
) -> None:
    known = {tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id for m in translated if m.id}
    assert spoken - known == set()
    assert known - spoken == set()
    assert not [
        m.id for m in translated if m.id and (m.fuzzy or not all([m.string] if isinstance(m.string, str) else m.string))
    ]


def test_a_translation_has_the_same_places_to_fill(translated: Catalog) -> None:
    wrong = []
    for message in translated:
        if not message.id:
            continue
        ids, strings = ([message.id], [message.string]) if isinstance(message.id, str) else (message.id, message.string)
        for told in strings:
            wanted = sorted(PLACES.findall(ids[-1]))
            missing = sorted(PLACES.findall(told)) != wanted
            unnamed = [p for p in wanted if p in {"%s", "%d"}]
            if missing or (len(unnamed) > 1):
                wrong.append((message.id, told))
    assert wrong == []


def test_a_translation_has_no_markup(translated: Catalog) -> None:
    assert not [m.string for m in translated if m.id and re.search(r"[<>&]", str(m.string))]


@pytest.mark.parametrize(
    ("cookie", "accepted", "spoken"),
    [
        (None, None, "en"),
        (None, "es", "es"),
        (None, "es-419,es;q=0.9,en;q=0.8", "es"),
        (None, "fr,de;q=0.9,es;q=0.1", "es"),
        (None, "es;q=0,en", "en"),
        (None, "en;q=0.4,es;q=0.5", "es"),
        (None, "es;q=x,,;q=", "en"),
        ("en", "es", "en"),
        ("xx", "es", "es"),
        ("../../etc", "", "en"),
    ],
)
def test_the_language_that_a_browser_asks_for(cookie: str | None, accepted: str | None, spoken: str) -> None:
    assert language.best(cookie, accepted) == spoken


def test_a_language_is_written_in_its_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language.direction() == "ltr"
    monkeypatch.setitem(language.LANGUAGES, "ar", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629")
    language.choose("ar")
    assert language.direction() == "rtl"
    language.choose("tlh")
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("value", "kind", "english", "spanish"),
    [
        ("one_off", "", "one off", "pago \u00fanico"),
        ("CertificateOfCompletion", "", "certificate of completion", "certificado de finalizaci\u00f3n"),
        ("data-analytics", "", "data analytics", "an\u00e1lisis de datos"),
        ("de", "language", "German", "alem\u00e1n"),
        ("pt-BR", "language", "Portuguese (Brazil)", "portugu\u00e9s (Brasil)"),
        ("unknown", "language", "unknown", "desconocido"),
        ("no code", "language", "no code", "no code"),
        ("never_heard", "", "never heard", "never heard"),
    ],
)
def test_a_value_is_called_as_people_call_it(value: str, kind: str, english: str, spanish: str) -> None:
    language.choose("en")
    assert words.named(value, kind) == english
    language.choose("es")
    assert words.named(value, kind) == spanish
    language.choose("en")


def test_what_is_english_in_any_language_is_marked(maria: Site) -> None:
    shown = maria.get("/maria/gap", {"Accept-Language": "es"})
    assert '<html lang="es" dir="ltr">' in shown.text
    assert "La brecha hasta" in shown.words
    assert '<div lang="en" dir="ltr">' in shown.text
    assert '<div lang="en"' not in maria.get("/maria/gap", {"Accept-Language": "en"}).text


def test_no_spanish_page_has_english_words_of_its_own(maria: Site) -> None:
    """Of those that only the templates say."""
    for page in (
        "gap",
        "options",
        "plan",
        "profile",
        "goal",
        "proof",
        "progress",
        "questions",
        "catalog",
        "data",
        "resume",
    ):
        shown = maria.get(f"/maria/{page}", {"Accept-Language": "es"})
        own = re.sub(r'<(div|p|span|ul|option)\b[^>]* lang="en".*?</\1>', "", shown.text, flags=re.DOTALL)
        for word in (
            "Next:",
            "Look at",
            "Show only",
            "Undo",
            "Skip to",
            "credentials of the catalog",
            "Export everything",
        ):
            assert word not in own, (page, word)
