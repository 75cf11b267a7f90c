"""Text fields of a catalog: often HTML, often empty in one of many ways."""

from __future__ import annotations

import html
import re

from credlens.skills.html_text import html_to_text, looks_like_html

_NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "n/a",
        "na",
        "none",
        "null",
        "nan",
        "tbd",
        "unknown",
        "not available",
        "not applicable",
        "undefined",
    }
)
# Marks of single words, where they are closed: a lone "<i>" may be anything.
_INLINE = re.compile(
    r"</(?:i|em|u|s|small|sub|sup|font|mark|abbr|cite|q|big|del|ins|center|strike|tt|code)\s*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)


def plain(value: object) -> str:
    """The text of a field without tags, entities and double spaces; empty for what says nothing ("N/A", null, "--")."""
    if not isinstance(value, str):
        return "" if value is None or isinstance(value, bool | dict | list) else str(value)
    if _is_plain(value):
        text = value.strip()
        return "" if text.casefold() in _NOTHING else text
    text = html_to_text(value) if looks_like_html(value) or _INLINE.search(value) else value
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = re.sub(r"[ \t\xa0]*\n\s*", "\n", re.sub(r"[ \t\r\f\v\xa0]+", " ", text.replace("\x00", ""))).strip()
    return "" if text.casefold() in _NOTHING else text


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean: most cells of most tables."""
    return "<" not in text and "&" not in text and "  " not in text and text.isprintable()


def line(value: object) -> str:
    """The same on one line: a name, a title."""
    return " ".join(plain(value).split())


def cut(text: str, most: int = 60) -> str:
    """The beginning of a text for a message: what stands in a table's header may be a whole description."""
    return text if len(text) <= most else f"{text[: most - 3]}..."
