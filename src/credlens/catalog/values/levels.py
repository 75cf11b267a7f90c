"""For whom something is made, out of the words that catalogs use."""

from __future__ import annotations

import unicodedata

from credlens.catalog.values.text import line
from credlens.model.credential import CredentialLevel

_WORDS = {
    CredentialLevel.BEGINNER: "beginner, beginners, beginning, introductory, intro, introduction, basic, basics, elementary, entry, entry level, entry-level, foundational, "
    "foundation, foundations, fundamental, fundamentals, novice, level 100, 100, principiante, basico, inicial, introductorio, iniciante, debutant, initiation, anfanger, "
    "einsteiger, einfuhrung, grundlagen",
    CredentialLevel.INTERMEDIATE: "intermediate, medium, mid, middle, level 200, 200, intermedio, medio, intermediario, intermediaire, mittel, fortgeschrittene anfanger, mittelstufe",
    CredentialLevel.ADVANCED: "advanced, level 300, 300, avanzado, avancado, avance, fortgeschritten, fortgeschrittene, senior, professional",
    CredentialLevel.EXPERT: "expert, master, mastery, level 400, 400, experto, especialista, profi, experte, experten",
}  # fmt: skip
_BY_WORD = {word: level for level, words in _WORDS.items() for word in words.split(", ")}


def level(text: object) -> CredentialLevel | None:
    """The level that a word says, with or without "level" behind it; None for "mixed", "all levels" and other words."""
    plain = unicodedata.normalize("NFKD", line(text).casefold())
    words = "".join(c for c in plain if not unicodedata.combining(c)).strip(" .")
    for ending in ("", " level", "-level", " learners", " users"):
        if words.endswith(ending) and (found := _BY_WORD.get(words.removesuffix(ending).strip())):
            return found
    return None
