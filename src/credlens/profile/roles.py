"""Whether words are a job's title or an employer's name, by the words they are made of, in every language there are words for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from credlens.profile.words import every

LABEL, ROLE, EMPLOYER, FORM = 4.0, 2.0, -2.0, -3.0
BESIDE, ENDING = 0.25, 0.6
"""Evidence, for a title when positive and for an employer when negative: words before a colon that say so, a role or a word of employers
as the main word, a legal form anywhere; beside the main word a word tells less, and so does an ending that many words for persons have.
Judgements; they only have to be in this order."""

_LONGEST = 150  # characters; what is longer is neither a title nor a name
_PERSON = re.compile(r"[a-zA-Z]{3,}(?:er|or|ist|man|woman|person|ian)s?\W*$")
_STATE = re.compile(
    r"A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]"
)
_PLACES = re.compile(
    r"remote|online|hybrid|home ?office|u\.?s\.?a\.?|uk|germany|deutschland|spain|españa|france|italia", re.IGNORECASE
)


class _Patterns(NamedTuple):
    roles: re.Pattern[str]
    employers: re.Pattern[str]
    forms: re.Pattern[str]
    departments: re.Pattern[str]
    joins: re.Pattern[str]
    label: re.Pattern[str]
    position: re.Pattern[str]


@lru_cache(maxsize=4096)
def evidence(words: str) -> float:
    """How much words look like a job's title (above 0) or like an employer's name (below 0); 0 when nothing tells.

    The main word decides: the last one that tells before a preposition. So "Bank Manager" and "Director of the Hospital" are titles,
    "Baker Hospital" and "University of the Arts" are employers.
    """
    if len(words) > _LONGEST:
        return 0.0
    patterns = _patterns()
    if patterns.label.match(words):
        return LABEL if patterns.position.match(words) else -LABEL
    if patterns.forms.search(words):
        return FORM
    joined = patterns.joins.search(words)
    main = words[: joined.start()] if joined else words
    return _last(main) or _last(words) * BESIDE


def is_labelled(words: str) -> bool:
    """Whether words stand behind a colon that says that they are the title or the employer ("Company: Bramble")."""
    return _patterns().label.match(words) is not None


def without_label(words: str) -> str:
    """Words without what stands before such a colon."""
    return _patterns().label.sub("", words, count=1)


def is_place(words: str) -> bool:
    """Whether words are the abbreviation of a state or province of North America, a large country, or say that there is no place."""
    return _STATE.fullmatch(words) is not None or _PLACES.fullmatch(words) is not None


def is_department(words: str) -> bool:
    """Whether words are nothing but a department or its field ("Marketing", "Data Engineering")."""
    return _patterns().departments.fullmatch(words) is not None


def is_form(words: str) -> bool:
    """Whether words are nothing but a legal form."""
    return _patterns().forms.fullmatch(words) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop that is not part of its last word ("Cobalto S.A.", "Kim Jr.", "Bramble e. V.")."""
    if not text.endswith("."):
        return False
    last = text.rsplit(maxsplit=1)[-1]
    forms = [found.end() for found in _patterns().forms.finditer(text)]
    return not (
        len(text) in forms or "." in last[:-1] or len(last) == 2 or last.casefold() in {"jr.", "sr.", "bros.", "gebr."}
    )


def _last(words: str) -> float:
    """Evidence of the last word that tells."""
    patterns = _patterns()
    role = max((found.end() for found in patterns.roles.finditer(words)), default=-1)
    employer = max((found.end() for found in patterns.employers.finditer(words)), default=-1)
    if employer < len(words.rstrip()) and role <= employer and _PERSON.search(words):
        return ENDING
    if role == employer:
        return 0.0
    return ROLE if role > employer else EMPLOYER


@cache
def _patterns() -> _Patterns:
    def any_of(part: str) -> str:
        return "|".join(getattr(words, part) for words in every() if getattr(words, part))

    joins = "|".join(re.escape(word) for word in dict.fromkeys(" ".join(w.joins for w in every()).split()))
    return _Patterns(
        re.compile(rf"(?<![\w-])(?:{any_of('roles')})(?![\w])", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{any_of('employers')})(?![\w])", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{any_of('forms')})(?!\w)"),
        re.compile(any_of("departments"), re.IGNORECASE),
        re.compile(rf"(?<!\S)(?:(?:{joins})(?!\S)|d['\u2019])", re.IGNORECASE),
        re.compile(rf"(?:{any_of('position')}|{any_of('employer')}):\s+", re.IGNORECASE),
        re.compile(rf"(?:{any_of('position')}):\s+", re.IGNORECASE),
    )
