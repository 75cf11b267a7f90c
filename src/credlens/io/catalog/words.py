"""Texts as the index of words takes them, and what a person typed as words to look up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from credlens.catalog.titles import words

LONGEST = 1_000  # characters of what a person typed that are looked at
MOST = 12  # different words that are looked up: more is a pasted text, of which the first say what it is about
SHORTEST = 2  # letters from which on the last word may be the beginning of one: "r" and "c" are names

_MARKED = re.compile(r"([^\W_]+)([+#]+)")
_PUT = {"+": "plus", "#": "sharp"}
_DOT = re.compile(r"(?<![\w.])\.net\b", re.IGNORECASE)
DOT = "dotnet"  # ".NET" is no net
# What people put around the words they mean; no title is told from another by them.
_ASKING_WORDS = """
a an the of in for and or to with on by at from about how do does i me my you your we what which is are be can could should would want need get become
learn best good
"""
_ASKING = frozenset(_ASKING_WORDS.split())

# How English words end that are reduced to their stem before they are looked up (Porter 1980, Program 14(3), 130-137). A word typed halfway
# into one of these has no stem in common with the whole word.
_ENDINGS = (
    "ational", "tional", "ization", "iveness", "fulness", "ousness", "ation", "ator", "alism", "ality", "ivity", "bility", "icate", "ative",
    "alize", "icity", "ical", "ness", "ance", "ence", "able", "ible", "ement", "ment", "ent", "ion", "ism", "ate", "ity", "ous", "ive", "ize",
    "ing", "ings", "ions", "ments", "ies", "ied",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word to look up.

    Attributes:
        text: letters and digits only, so that it means nothing to any query language.
        begins: whether it may also be the beginning of a word.
    """

    text: str
    begins: bool = False

    def completions(self) -> tuple[str, ...]:
        """Whole words that it may be the beginning of and whose stem it does not share: "certificati" is on its way to "certification"."""
        if not self.begins:
            return ()
        found = []
        for ending in _ENDINGS:
            for size in range(len(ending) - 1, 1, -1):
                if self.text.endswith(ending[:size]) and len(self.text) > size + 2:
                    found.append(self.text + ending[size:])
                    break
        return tuple(dict.fromkeys(found))


def asked(text: str) -> tuple[Word, ...]:
    """The different words of what a person typed; the last one as a beginning, unless it is a single letter or marked ("c++")."""
    typed = words(_DOT.sub(DOT, text[:LONGEST]))
    taken = list(dict.fromkeys(typed))[:MOST]
    found = [Word(_named(word)) for word in taken]
    # A text that was cut ends with no word that somebody is still typing.
    if found and taken[-1] == typed[-1] and taken[-1].isalnum() and len(taken[-1]) >= SHORTEST:
        found[-1] = Word(found[-1].text, begins=True)
    return tuple(found)


def telling(words_: Sequence[Word]) -> tuple[Word, ...]:
    """Those that are not only put around what is meant ("how do I become a data analyst"); all of them when there are no others."""
    return tuple(w for w in words_ if w.text not in _ASKING) or tuple(words_)


def searchable(text: str) -> str:
    """A text with its words as :func:`asked` writes them: without accents, and marked words under a name besides ("c++": "c cplusplus")."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(c for c in apart if not unicodedata.combining(c))
    if "." in text:
        text = _DOT.sub(DOT, text)
    if "+" in text or "#" in text:
        text = _MARKED.sub(lambda m: f"{m[1]} {_named(m[0])} ", text)
    return text


def _named(word: str) -> str:
    for mark, name in _PUT.items():
        word = word.replace(mark, name)
    return word
