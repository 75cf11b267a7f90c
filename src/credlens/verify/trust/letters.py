"""Letters that are not what they look like: hidden ones, look-alikes of other alphabets, and names as the eye sees them.

Unicode Technical Standard 39: section 4 (confusable letters), section 5.1 (mixed scripts). Names are free text in any language, so that less
is odd here than in an identifier: only what can make one name pass for another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts whose letters look alike."""

_SHOWN = {0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD}
"""Signs of the category Cf that can be seen."""

_BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x2800, 0x3164, 0xFFA0}
"""Letters and marks of other categories that cannot be seen."""

_DIRECTIONS = {0x061C, 0x200E, 0x200F}  # names in Arabic and Hebrew have them
_BINDING = {0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080)}
"""Joiners, variation selectors and tags: Persian, Indian scripts, Mongolian and emoji need them behind a sign of their own."""

_LOOKS = {"\u04cf": "l"}  # the table has it as an i
_STYLED = ("<font>", "<circle>", "<square>")
_WIDE = "<wide>"
_ACCENTS_FROM = 5  # letters of a name; shorter ones are too often words of their own with an accent
_MAYBE_CAPITAL = re.compile(r"\bl|(?<=[A-Z])l|l(?=[A-Z])")
"""A small l that can be taken for a capital I: first in a word, or beside a capital."""


def odd_letters(name: str) -> Iterator[str]:
    """Sentences about letters in a name that are not what they look like."""
    if name.isascii() and name.isprintable():
        return
    hidden = [c for c, before in zip(name, f" {name}", strict=False) if _is_hidden(c, before, name)]
    if hidden:
        shown = ", ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(hidden))
        yield f"Its name has letters that cannot be seen ({shown})."
    for word in name.split():
        yield from _odd_word("".join(c for c in word if c not in hidden))


def _odd_word(word: str) -> Iterator[str]:
    if len(scripts := scripts_mixed(word)) > 1:
        yield f"Its name mixes letters of {' and '.join(scripts)} in one word: {word!r}."
    styles = [_style(c) for c in word]
    plain = any(c.isascii() and c.isalnum() for c in word)
    if len(word) > 1 and (any(s in _STYLED for s in styles) or (plain and _WIDE in styles)):
        yield f"Its name is written in letters that only look like {unicodedata.normalize('NFKC', word)!r}."


def scripts_mixed(word: str) -> tuple[str, ...]:
    """Names of the alphabets of a word whose foreign letters could all be taken for Latin ones; empty when it has no such letters."""
    others = [c for c in word if not c.isascii() and _script(c) not in {"", "LATIN"}]
    if not others or any(_latin(c) == c for c in others):
        return ()
    return tuple(dict.fromkeys(s.title() for s in map(_script, word) if s))


def as_latin(word: str) -> str:
    """A word with each letter as the Latin one that it looks like, accents left out."""
    latin = "".join(_latin(c) for c in word)
    return "".join(c for c in unicodedata.normalize("NFD", latin) if unicodedata.category(c) != "Mn")


def is_unseen(letter: str) -> bool:
    """Whether nothing shows where a letter stands."""
    code = ord(letter)
    category = unicodedata.category(letter)
    return (category == "Cf" and code not in _SHOWN) or category == "Co" or code in _BLANK or code in _BINDING


def _is_hidden(letter: str, before: str, name: str) -> bool:
    code = ord(letter)
    if unicodedata.category(letter) == "Cc":
        return not letter.isspace()
    if not is_unseen(letter):
        return False
    if code in _DIRECTIONS:
        return not any(unicodedata.bidirectional(c) in {"R", "AL"} for c in name)
    return not (code in _BINDING and not before.isascii() and not _script(before))


def _style(letter: str) -> str:
    """How a letter is only another way to write an ASCII one; empty when it is not."""
    if letter.isascii():
        return ""
    style, _, code = unicodedata.decomposition(letter).partition(" ")
    return style if style.startswith("<") and unicodedata.normalize("NFKC", letter).isascii() and code else ""


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    """One of :data:`_SCRIPTS`, or empty."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""


@lru_cache(maxsize=1024)
def _latin(letter: str) -> str:
    """The Latin letter that a letter looks like, or the letter itself."""
    if letter.isascii():
        return letter
    # Its tables take longer to load than a badge to verify, and few names need them.
    from confusable_homoglyphs import confusables

    if letter in _LOOKS:
        return _LOOKS[letter]
    others_only = [] if _script(letter) == "LATIN" else ["latin"]
    found = confusables.is_confusable(letter, preferred_aliases=others_only)
    looks = [h["c"] for each in found or [] for h in each["homoglyphs"] if len(h["c"]) == 1 and h["c"].isascii()]
    letters = sorted((c for c in looks if c.isalpha()), key=lambda c: c.isupper() != letter.isupper())
    return letters[0] if letters else letter


@lru_cache(maxsize=4096)
def skeletons(name: str) -> tuple[str, ...]:
    """Readings of a name as the eye sees it, to compare with those of another name.

    Without what cannot be seen, spaces and punctuation, no case, look-alikes as their Latin letter. There are several where a sign can stand
    for two letters ("M1crosoft", "Goog1e", "lBM"), and one more without accents when it is long enough that nobody looks at each letter.
    """
    seen = unicodedata.normalize("NFKC", "".join(c for c in name if not is_unseen(c)).replace("™", " "))
    kept = "".join(
        c
        if c.isalnum() or c in "+#" or unicodedata.category(c)[0] == "M"
        else " "
        if c in " &/|" or unicodedata.category(c) == "Pd"
        else ""
        for c in seen
    )
    words = ["".join(_latin(c) for c in word) for word in kept.split()]
    found = ["".join(w if w.isdigit() else _word(w).replace("1", one) for w in words) for one in "li"]
    found.append("".join(_word(_MAYBE_CAPITAL.sub("i", word)).replace("1", "l") for word in words))
    bare = as_latin(found[0])
    if len(bare) >= _ACCENTS_FROM and bare.isascii():
        found.append(bare)
    return tuple(dict.fromkeys(found))


def _word(word: str) -> str:
    """One word, with what looks like another letter inside it in place of that letter."""
    if word.isdigit():
        return word
    letters = [
        "l" if c == "I" and n and (word[n - 1].islower()) and (n + 1 == len(word) or word[n + 1].islower()) else c
        for n, c in enumerate(word)
    ]
    return alike("".join(letters).casefold())


def alike(text: str) -> str:
    """Small letters and figures with those that look like one another made the same, ``1`` excepted."""
    return text.replace("0", "o").replace("5", "s").replace("rn", "m").replace("vv", "w")
