"""Forms of English words: British and American spelling, singular and plural, the forms of a verb.

Hand-written rules. They only have to bring forms of one word together; what they bring together wrongly is told apart again by
:func:`agrees`, which compares as strictly as a name's :class:`Slot` asks. Words are lower case, without accents.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from enum import IntEnum
from functools import lru_cache

_REMEMBERED = 1 << 16  # words whose forms are kept at hand


class Slot(IntEnum):
    """How freely a word of a name may be written."""

    EXACT = 0  # just so: parts of the names of products
    SPELLING = 1  # British or American
    NUMBER = 2  # also singular or plural
    PLURAL = 3  # also plural
    VERB = 4  # also any form of the verb


_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"is(?=(?:ations?|e[drs]?|ers|ing)$)", "iz"),
        (r"(?<=al)ys(?=(?:e[drs]?|ers|ing)$)", "yz"),
        (r"(?<=[a-z][bdgilmnpv])our(?=(?:s|ed|ing|al|ally|able|ful|hood|ite|ites|ist)?$)", "or"),
        (r"(?<=[a-z][a-z])([bt])re(?=(?:s|d)?$)", r"\1er"),
        (r"ogu(?:e(?=s?$)|(?=(?:ing|ed)$))", "og"),
        (r"(?<=^program)me(?=s?$)", ""),
        (r"^(licen|defen|offen|preten)ce(?=[sd]?$)", r"\1se"),
        (r"^practis", "practic"),
        (r"^([a-z]*[aeiou][a-z]*[^aeiou][aeiou])ll(?=(?:ed|ing|ings|ers?|ors?|ation|ments?)$)", r"\1l"),
        (r"^(fulfi|enro|ski|insta)ll?(?=(?:s|ment|ments|ful)?$)", r"\1l"),
        (r"(?<=[a-z])ae(?=[a-z]{3})|^ae(?=[sti])|(?<=[fg])oe(?=[a-z]{3})|^oe(?=[ds])", "e"),
        (r"^(judg|acknowledg)ement", r"\1ment"),
        (r"^ageing$", "aging"),
        (r"^grey", "gray"),
        (r"^mould", "mold"),
        (r"^tyre", "tire"),
        (r"^aluminium", "aluminum"),
        (r"(?<=[a-z])isat", "izat"),
    )
)
_BRITISH = re.compile(
    r"is(?:[ai]|e[drs]?$|ers$)|ys[ei]|our|[bt]re[ds]?$|ogu|mme|(?:licen|defen|offen|preten)ce|practis|[aeiou]ll|(?:fulfi|enro|ski|insta)l|ae|oe"
    r"|gement|ageing|^grey|^mould|^tyre|^aluminium"
)
"""What one of the patterns above may change; the others are not tried on the many words without it."""

_IRREGULAR_NUMBER = {
    "analyses": "analysis", "bases": "base", "axes": "axis", "children": "child", "criteria": "criterion", "crises": "crisis",
    "diagnoses": "diagnosis", "feet": "foot", "hypotheses": "hypothesis", "indices": "index", "matrices": "matrix", "men": "man",
    "phenomena": "phenomenon", "prognoses": "prognosis", "prostheses": "prosthesis", "syntheses": "synthesis", "teeth": "tooth",
    "theses": "thesis", "vertices": "vertex", "women": "woman",
}  # fmt: skip
_IRREGULAR_VERBS = {
    "began": "begin", "begun": "begin", "bought": "buy", "broke": "break", "broken": "break", "brought": "bring", "built": "build",
    "caught": "catch", "chose": "choose", "chosen": "choose", "cut": "cut", "dealt": "deal", "did": "do", "done": "do", "drawn": "draw",
    "drew": "draw", "driven": "drive", "drove": "drive", "fed": "feed", "felt": "feel", "fought": "fight", "found": "find", "gave": "give",
    "given": "give", "got": "get", "grew": "grow", "grown": "grow", "held": "hold", "kept": "keep", "knew": "know", "known": "know",
    "laid": "lay", "led": "lead", "lent": "lend", "made": "make", "meant": "mean", "met": "meet", "paid": "pay", "ran": "run",
    "sang": "sing", "sent": "send", "shot": "shoot", "shown": "show", "sold": "sell", "sought": "seek", "spoke": "speak",
    "spoken": "speak", "spent": "spend", "stood": "stand", "sung": "sing", "swum": "swim", "taken": "take", "taught": "teach",
    "thought": "think", "told": "tell", "took": "take", "understood": "understand", "went": "go", "won": "win", "wore": "wear",
    "worn": "wear", "wove": "weave", "woven": "weave", "written": "write", "wrote": "write",
}  # fmt: skip
# Who does something: "account management" is asked of a reader, "account managers" are whom the reader will work with.
_PEOPLE_WORDS = (
    "administrator advisor agent aide analyst architect assistant associate attorney clerk client colleague consultant coordinator"
    " customer designer developer director engineer executive expert leader maker manager member nurse officer owner partner people"
    " person president professional programmer recruiter representative scientist specialist stakeholder student supervisor teacher"
    " technician user worker writer"
)
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_VOWEL = re.compile(r"[aeiouy]")
_WORD = re.compile(r"[a-z]{3,}")


@lru_cache(_REMEMBERED)
def spelling(word: str) -> str:
    """The word in one spelling, American where the rule is regular ("organise" and "organize", "colour" and "color")."""
    if word == "&":
        return "and"
    if _BRITISH.search(word) is None or not _WORD.fullmatch(word):
        return word
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    return word


@lru_cache(_REMEMBERED)
def singular(word: str) -> str:
    """The word's spelling in the singular; "analytics", "process" and "analysis" stay."""
    if word in _IRREGULAR_NUMBER:
        return _IRREGULAR_NUMBER[word]
    word = spelling(word)
    if not _WORD.fullmatch(word) or len(word) < 4 or word[-1] != "s" or word.endswith(("ss", "us", "is", "ics", "ous")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zzes")) else word[:-1]


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """What all forms of a word share: equal for "manage", "manages", "managed" and "managing"."""
    word = singular(word)
    word = _IRREGULAR_VERBS.get(word, word)
    if not _WORD.fullmatch(word):
        return word
    base = word
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 1 and _VOWEL.search(rest) and not (ending == "ed" and rest.endswith("e")):
            base = rest
            break
    if base != word and base[-1] == base[-2] and base[-1] not in "aeiousz":
        base = base[:-1]  # "planning"
    base = base.removesuffix("e") if len(base) > 2 else base
    base = base[:-1] if base[-1] == base[-2] and base[-1] == "l" else base  # "controlled", "control", "sell"
    return base[:-1] + "i" if base.endswith("y") and len(base) > 2 else base


def agrees(slot: Slot, written: str, wanted: str) -> bool:
    """Whether a word may stand for a word of a name."""
    if written == wanted:
        return True
    if slot is Slot.EXACT:
        return False
    if spelling(written) == spelling(wanted):
        return True
    if slot is Slot.NUMBER:
        return singular(written) == singular(wanted)
    if slot is Slot.PLURAL:
        return singular(written) == spelling(wanted)
    return slot is Slot.VERB and stem(written) == stem(wanted)


def slots(words: Sequence[str], name: str, verbs: Container[str], *, titled: bool) -> tuple[Slot, ...]:
    """How freely each word of a skill's name may be written.

    The first word of a longer name may take any form of the verb it is. Common nouns may be plural; inside a name they may be singular,
    too, but not at its end, where they would often be part of a longer phrase ("manage contracts" is not "manage contract negotiations").
    Words for people stay, and verbs at the end ("team work" is not "the team works"), as do words with capitals, digits or signs, which are
    parts of names.

    Args:
        words: the name's words, folded.
        name: the same as written.
        verbs: stems of words that are verbs.
        titled: whether the capital of the first word, if it has one, is only that of a title.
    """
    as_written = name.split()
    same = len(as_written) == len(words)
    found = []
    last = len(words) - 1
    for place, word in enumerate(words):
        capital = same and as_written[place] != as_written[place].lower()
        title = same and place == 0 and titled and as_written[0][1:] == as_written[0][1:].lower()
        part_of_name = (capital and not title) or len(word) < 4 or not (word.isalpha() and word.isascii())
        if part_of_name or singular(word) in _PEOPLE:
            found.append(Slot.SPELLING)
        elif stem(word) in verbs and place in (0, last) and last:
            found.append(Slot.SPELLING if place else Slot.VERB)
        else:
            found.append(Slot.NUMBER if place < last else Slot.PLURAL)
    return tuple(found)
