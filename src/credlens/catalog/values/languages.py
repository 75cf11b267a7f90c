"""Languages: names in English and in themselves, and tags."""

from __future__ import annotations

import functools
import re
import unicodedata

import pycountry

from credlens.catalog.values.text import line

# What the languages of learning platforms are called in themselves and in other languages than English; without accents.
_NAMES = {
    "ar": "العربية, arabe, arabisch", "bg": "български", "ca": "catala", "cs": "cestina", "da": "dansk", "de": "deutsch, aleman, allemand, alemao, tedesco",
    "el": "ελληνικα, greek", "en": "ingles, anglais, englisch, inglese", "es": "espanol, castellano, castilian, espagnol, spanisch, espanhol, spagnolo",
    "et": "eesti", "fa": "فارسی, farsi", "fi": "suomi", "fr": "francais, frances, franzosisch, francese", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski",
    "hu": "magyar", "id": "bahasa indonesia", "it": "italiano, italien, italienisch", "ja": "日本語, japones, japonais, japanisch", "kk": "казақ тілі",
    "ko": "한국어, coreano, coreen", "lt": "lietuviu", "lv": "latviesu", "ms": "bahasa melayu, malay", "pa": "punjabi", "nl": "nederlands, holandes, neerlandais, flemish",
    "no": "norsk", "nb": "norsk bokmal", "pl": "polski, polaco, polonais", "pt": "portugues, portugais, portugiesisch, portoghese", "ro": "romana, moldavian",
    "ru": "русскии, русский, ruso, russe, russo, russisch", "sk": "slovencina", "sl": "slovenscina", "sr": "српски, srpski", "sv": "svenska", "th": "ภาษาไทย, ไทย",
    "tr": "turkce, turco, turc", "uk": "українська", "uz": "o'zbek", "vi": "tieng viet",
    "zh": "中文, chino, chinois, chinesisch, chines, mandarin, mandarin chinese, 简体中文, 繁體中文, simplified chinese, traditional chinese, chinese (simplified), chinese (traditional)",
}  # fmt: skip
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_WITH_PLACE = re.compile(r"(.+?)\s*(?:\(.*\)| - .*)")
_LONGEST = 60  # characters of a name; the longest that ISO 639 knows have fewer
_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})  # ISO 639-2's words for no single one


def language(text: object) -> str | None:
    """The ISO 639-1 code of the language that a name or a BCP 47 tag says; the three-letter code where there is no shorter one.

    Two letters that are no language ("xx"), and texts with several languages, give None.
    """
    return _language(line(text).casefold())


@functools.lru_cache(maxsize=4096)
def _language(text: str) -> str | None:
    if not text or len(text) > _LONGEST:
        return None
    if (tag := _TAG.fullmatch(text)) and (found := _by_code(tag[1])):
        return found
    if found := _by_name(_folded(text)):
        return found
    shorter = _WITH_PLACE.fullmatch(text)
    return _by_name(_folded(shorter[1])) if shorter else None


def _by_code(code: str) -> str | None:
    if code in _NO_LANGUAGE:
        return None
    languages = pycountry.languages
    found = (
        languages.get(alpha_2=code)
        if len(code) == 2
        else (languages.get(alpha_3=code) or languages.get(bibliographic=code))
    )
    return _code(found)


def _by_name(name: str) -> str | None:
    return _own_names().get(name) or _code(_english_names().get(name))


@functools.cache
def _own_names() -> dict[str, str]:
    return {_folded(name): code for code, names in _NAMES.items() for name in names.split(", ")}


@functools.cache
def _english_names() -> dict[str, object]:
    """English names, of living languages before others of the same name."""
    found: dict[str, object] = {}
    for entry in sorted(pycountry.languages, key=lambda e: (not hasattr(e, "alpha_2"), e.type != "L")):
        for name in (entry.name, getattr(entry, "common_name", entry.name), re.sub(r" \(.*\)$", "", entry.name)):
            found.setdefault(_folded(name), entry)
    return found


def _code(entry: object) -> str | None:
    found = getattr(entry, "alpha_2", None) or getattr(entry, "alpha_3", None)
    return found if isinstance(found, str) and found not in _NO_LANGUAGE else None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().strip(" ."))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
