"""A job ad's title in plain words: what the job is, without rank, place, team, terms and shouting."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from credlens.market.titles.words import (
    ABBREVIATIONS,
    CIRCUMSTANCES,
    COMPOUNDS,
    GENERIC,
    KEPT_BEHIND,
    LANGUAGES,
    LEADING_RANKS,
    LITTLE,
    NEVER_TURNED,
    RANKS,
    TELLING_RANKS,
    UNSAID,
    is_role,
    singular,
)
from credlens.skills.text import lower

LONGEST = 300  # characters; what is longer is no title
_MOST_FIELD = 8  # words of a field of work that stands behind a comma

_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u2019": "'", "\u00a0": " ", "\u200b": ""}
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|[(\[{<].*$")
_GENDERS = re.compile(r"\b(?:[mwfhxdv]\s?[/|*]\s?){1,3}[mwfhxdv]\b")
_PAY = re.compile(
    r"[$\u00a3\u20ac]\s?\d[\d.,]*\s?[kKmM]?\+?(?:\s?(?:-|to)\s?[$\u00a3\u20ac]?\s?\d[\d.,]*\s?[kKmM]?)?(?:\s?(?:/|per|an?)\s?(?:hours?|hr|h|years?|yr|annum|day|week|month))?"
)
_CODE = re.compile(
    r"(?<![\w.])(?:#\s?\w+|(?:req(?:uisition)?|job|ref)\.?\s?(?:id|no|number|#)?\s?[:#]?\s?\d[\w-]*|(?=[\w-]*\d)(?:[a-z]{1,5}[-_])?(?:[a-z]{0,4}\d{3,}[\w-]*|\d+-[a-z\d-]+))(?!\w)"
)
_TERMS = re.compile(
    r"\b(?:full|part)[ -]time\b|\bper diem\b|\b(?:night|day|evening|weekend|overnight|first|second|third|1st|2nd|3rd) shifts?\b|\bon[ -]site\b|\bin[ -]office\b"
    r"|\b(?:level|grade|tier|class|band)\s?-?(?:[ivx]+|\d+[a-z]?)\b|\bwork from home\b|\bentry[ -]level\b|\bmid[ -]?(?:level|senior)\b|\bnew grad(?:uate)?s?\b|\bearly career\b|\bsign[ -]?on bonus\b|\bno experience\b"
    r"|\b(?:with|w/|in)\s+(?:fluent )?(?:" + "|".join(sorted(LANGUAGES)) + r")\b"
    r"|\b(?:" + "|".join(sorted(LANGUAGES)) + r")[ -](?:speak\w+|fluent|language|native)\b"
)
_SEPARATOR = re.compile(r"\s*[,;|:\u00b7\u2022]\s*|\s+-+\s*|\s*-+\s+|\s+[/@~]+\s+|\s+(?:at|with|w/)\s+")
_SLASH = re.compile(r"\s*/\s*")
_WORD = re.compile(r"[^\W_]+(?:[+#]+|'[^\W_]+)?(?:[.][^\W_]+)*")
_OWN = re.compile(r"'s$|'")
_FOR = re.compile(r"\s+(?:for|supporting|reporting to)\s+")
_EXCEPT = re.compile(r",?\s*\b(?:except|all other|not elsewhere classified)\b.*$")


def plain_title(title: str, place: str = "", employer: str = "") -> str:
    """What the job is, in lower case: "Sr. Software Engineer II, Maps (Remote)" is a "software engineer".

    What stands behind a comma or dash is left out, unless the role alone says little: "Manager, Data Science" is a "data science manager".
    Empty when there is no word in the title.

    Args:
        title: as the ad has it.
        place: where the job is, as the ad has it; its words are left out at the title's end.
        employer: whose job it is; its name is left out.
    """
    return " ".join(_chosen(_segments(title, employer), frozenset(_words(_clean(place)))))


def title_key(title: str, place: str = "", employer: str = "") -> str:
    """The plain title with every word in the singular: equal for titles that name the same job in the same words."""
    return " ".join(map(singular, plain_title(title, place, employer).split()))


def name_words(name: str) -> tuple[list[str], int, bool]:
    """(words of an occupation's name, place of the word among them that says what somebody is, whether it lost a word of rank).

    A taxonomy's name is kept whole but for brackets, ranks and exceptions: what stands behind its commas belongs to it.
    """
    clean = _EXCEPT.sub("", _clean(_BRACKETS.sub(" ", lower(name)))) or _clean(name)
    segments = [words for part in _SEPARATOR.split(clean) if (words := _words(_SLASH.sub(" ", part)))]
    if not segments:
        return [], 0, False
    main = next((i for i, words in enumerate(segments) if any(map(is_role, words))), 0)
    before = [w for words in segments[:main] for w in words]
    role = _without_ranks(segments[main], LEADING_RANKS - TELLING_RANKS)
    words = [*before, *role, *(w for words in segments[main + 1 :] for w in words)]
    return words, len(before) + head_of(role), len(role) < len(segments[main])


def head_of(words: Sequence[str]) -> int:
    """Place of the word that says what somebody is: the last role before the first "of", "in" or "for"."""
    end = next((i for i, word in enumerate(words) if i and word in LITTLE and word != "and"), len(words))
    return max((i for i in range(end) if is_role(words[i])), default=end - 1)


def _segments(title: str, employer: str) -> list[str]:
    """The parts of a title, cleaned, none of them empty."""
    text = _clean(title)
    bare = _BRACKETS.sub(" ", text)
    text = bare if _WORD.search(bare) else text
    for pattern in (_GENDERS, _PAY, _CODE, _TERMS):
        text = pattern.sub(" ", text)
    name = " ".join(lower(employer).split())
    if len(name) > 2:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " | ", text)  # what stands behind it is a team
    return [part for part in _SEPARATOR.split(text) if _WORD.search(part)]


def _clean(text: str) -> str:
    return " ".join(lower(text[:LONGEST].translate(_DASHES)).replace("&", " and ").split())


def _chosen(segments: Sequence[str], place: Collection[str]) -> list[str]:
    """The words of the part that names the role, with its field of work when the role is a general one."""
    parts = [words for part in segments if (words := _core(part, place))]
    number = next((i for i, words in enumerate(parts) if any(map(is_role, words))), None)
    if number is None:
        return parts[0] if parts else [w for part in segments[:1] for w in _words(part)]
    role = parts[number]
    if len(role) == 1 and singular(role[0]) in UNSAID:
        others = [*parts[number + 1 :], *reversed(parts[:number])]
        field = next((w for w in others if not any(map(is_role, w))), [])
        return _joined(field[:_MOST_FIELD], role[0])
    return role


def _core(part: str, place: Collection[str]) -> list[str]:
    """A part's words without rank, terms and place; of two roles with a slash between them the first."""
    sides = [side for side in _SLASH.split(part) if side]
    if len(sides) > 1 and all(any(map(is_role, _words(side))) for side in sides):
        part = sides[0]
    before = _FOR.split(part)[0]
    if any(map(is_role, _words(before))):
        part = before
    words = [w for w in _words(_SLASH.sub(" ", part)) if w not in CIRCUMSTANCES]
    words = _without_ranks(words)
    while words and (words[-1] in LITTLE or (words[-1] in place and any(map(is_role, words[:-1])))):
        words.pop()
    if words and all(w in place or w in LITTLE for w in words):
        return []
    return _turned(words)


def _without_ranks(words: Sequence[str], leading: Collection[str] = LEADING_RANKS) -> list[str]:
    """The words without those of rank; all of them when there is no role among the rest."""
    rest = [w for w in words if w not in RANKS]
    while len(rest) > 1 and rest[0] in leading and any(map(is_role, rest[1:])):
        if rest[1] in KEPT_BEHIND.get(rest[0], ()):
            break
        rest = rest[1:]
    if any(map(is_role, rest)) or not any(map(is_role, words)):
        return rest or list(words)
    return [w for w in words if w in rest or is_role(w)]


def _turned(words: list[str]) -> list[str]:
    """A general role behind its field of work: "manager of data science" and "manager data science" as "data science manager"."""
    if len(words) < 3 or singular(words[0]) not in GENERIC - NEVER_TURNED:
        return words
    if words[1] in {"of", "in"}:
        return _joined(words[3:] if words[2] == "the" and len(words) > 3 else words[2:], words[0])
    return words if any(map(is_role, words[1:])) else _joined(words[1:], words[0])


def _joined(field: Sequence[str], role: str) -> list[str]:
    """A field of work with a role behind it, said once: "data engineering" and "engineer" make a "data engineer"."""
    said = len(field) > 1 and field[-1] in {f"{role}ing", f"{role.removesuffix('er')}ing"}
    return [*(field[:-1] if said else field), role]


def _words(text: str) -> list[str]:
    """Words in lower case, short writings written out, the same word in one writing."""
    words = [_OWN.sub("", w) for w in _WORD.findall(text)]
    flat = " ".join(ABBREVIATIONS.get(w, w) for w in words)
    for pattern, replacement in COMPOUNDS:
        flat = pattern.sub(replacement, flat)
    return flat.split()
