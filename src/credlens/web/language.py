"""The languages of the pages. English is what the templates are written in; a file of translations for each other one."""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

DOMAIN = "credlens"
COOKIE = "credlens-language"
USUAL = "en"
#: Code -> how those who speak it call it.
LANGUAGES = {"en": "English", "es": "Español"}

_current: ContextVar[str] = ContextVar("language", default=USUAL)


def choose(code: str) -> None:
    """Speak this language for the rest of the request."""
    _current.set(code if code in LANGUAGES else USUAL)


def current() -> str:
    """The code of the language that is spoken."""
    return _current.get()


def direction() -> str:
    """``ltr`` or ``rtl``, as the language is written."""
    from babel import Locale

    return str(Locale.parse(current()).text_direction)


def name_of(code: str) -> str:
    """What a language is called in the one that is spoken; its code when nobody knows (BCP 47)."""
    from babel import Locale, UnknownLocaleError

    try:
        found = Locale.parse(code, sep="-").get_display_name(current())
    except (UnknownLocaleError, ValueError):
        return code
    return found or code


def best(cookie: str | None, accepted: str | None) -> str:
    """The language a browser asks for: what was chosen before, else the first of its own that there is (RFC 9110, Accept-Language)."""
    if cookie in LANGUAGES:
        return cookie
    wanted = []
    for place, part in enumerate((accepted or "").split(",")):
        code, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        wanted.append((-weight, place, code.split("-")[0].lower()))
    return next((code for weight, _, code in sorted(wanted) if code in LANGUAGES and weight < 0), USUAL)


def say(words: str) -> str:
    """A sentence in the language that is spoken."""
    return translations(current()).gettext(words)


def say_many(one: str, many: str, n: int) -> str:
    """The same for a number of things."""
    return translations(current()).ngettext(one, many, n)


@cache
def translations(code: str) -> NullTranslations:
    """The translations of a language; its file is read once, and is text, so that nothing compiled lies in the package."""
    if code == USUAL:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = files("credlens.web") / "locales" / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
