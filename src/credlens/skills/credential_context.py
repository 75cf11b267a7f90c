"""Whether what stands around a name says that a credential is meant, and one that a person is to have."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CERT = (
    r"(?:certif\w*|accredit\w*|credential\w*|designations?|licen[sc](?:e[sd]?|ure)|qualifications?|qualified|chartered|charter ?holder|charter|diplomas?|exams?|badges?"
    r"|practitioner|foundation|green belt|black belt|yellow belt|belt)\b"
)
_LINK = (
    r"(?:\W|\b(?:in|as|an?|such|like|includ(?:e|es|ing)|the|e\.?g|i\.?e|ex|eg|one|or|more|of|following|preferred|required|desired|is|are|from|by|for|any|at|least|and|relevant"
    r"|professional|industry|related|similar|other|plus|strongly|highly|would|be|with|either|hold|holds|have|possess|current|active|valid|preferably|desirable|both|some"
    r"|advantage|asset|nice|to|another|equivalent|recogni[sz]ed|and/or)\b)"
)
_LEFT = re.compile(rf"\b{_CERT}(?:s\))?{_LINK}{{0,14}}$", re.IGNORECASE)
_VERSION = r"(?:[\s-]{0,2}(?:v\.?\s?\d(?:\.\d)?|\d{1,2}(?:\.\d)?|level [\divx]+|\u00ae|\u2122))?"
_BETWEEN = (
    r"(?:professional|practitioner|expert|advanced|intermediate|master|associate|foundations?|or (?:similar|equivalent|other|comparable|higher|related|relevant|another)|and (?:other|similar)"
    r"|level|industry|type|recognized|security|technical|management|project|accounting|in progress)"
)
# An organisation is accredited by a body, a person seldom: "CAP accreditation" is the laboratory's.
_RIGHT = re.compile(
    rf"{_VERSION}[\s\u00ae\u2122)\-\u2013/]{{0,3}}(?:{_BETWEEN}[\s-]+){{0,3}}\(?(?!accredit){_CERT}", re.IGNORECASE
)
_WANTED = re.compile(
    r"[\s)\u00ae\u2122]{0,3}[,:-]?\s?(?:is |are |will be |would be )?(?:an? )?(?:strongly |highly |also )?(?:preferred|required|a plus|plus\b|desired|desirable|asset|advantage|advantageous"
    r"|a must|must\b|or equivalent|eligible|candidate|holder|not required|mandatory|essential|beneficial|ideal|is a)",
    re.IGNORECASE,
)
_ITEM = r"[\w+#.&'\u00ae\u2122/-]+(?:[ ][\w+#.&'\u00ae\u2122/-]+){0,3}?"
_SEPARATOR = r"(?:\s*(?:[,;/|&\u2022]|\band/or\b|\bor\b|\band\b)\s*){1,3}"
_SEPARATES = re.compile(rf"{_VERSION}[\s)]*{_SEPARATOR}[\s(]*", re.IGNORECASE)
_CHAIN_RIGHT = re.compile(rf"{_VERSION}(?:{_SEPARATOR}{_ITEM}){{1,6}}?[\s-]*(?:{_BETWEEN}\s+)?{_CERT}", re.IGNORECASE)
_CHAIN_LEFT = re.compile(rf"\b{_CERT}(?:s\))?{_LINK}{{0,10}}(?:{_ITEM}{_SEPARATOR}){{1,6}}?$", re.IGNORECASE)
_KNOWING = re.compile(
    r"\b(?:experience|knowledge|familiar\w*|understanding|proficien\w*|methodolog\w*|practices?|frameworks?|using|background|skills?|work(?:ing)? (?:with|in)|exposure|principles"
    r"|processes|techniques|tools?|environment|implement\w*|apply\w*)\b[^.;:\u2022]{0,60}$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[\s-]{0,2}(?:certifi\w+ )?(?:opportunit|reimbursement|bonus(?:es)?\b|sponsor|paid|assistance|support\b|courses? (?:paid|reimburs)|compliance|compliant|accredited (?:school|program|university"
    r"|institution|college|law)|(?:certified|accredited) (?:compan|organi[sz]ation|business|firm|employer|facilit|lab|laborator|partner|vendor|supplier|small|woman|women|minority|service-disabled"
    r"|building|products?|teams?|engineers? (?:on|in) (?:our|the)))",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:we (?:are|'re|\u2019re|hold|have)|our (?:[\w-]+ ){0,3}|company (?:is|holds)|paid (?:for )?|(?:free|sponsored|funded|reimburse\w*|support|pay|cover\w*) (?:for )?(?:your )?(?:[\w-]+ ){0,3}"
    r"|proud(?:ly)? (?:to be )?(?:an? )?|officially )\s?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'\u2019]*")
_SMALL = frozenset({"of", "the", "in", "for", "and", "to", "a", "an"})
_STEM = 6  # letters that tell "Actuarial" from "Actuary" no more
REACH = 130  # characters on each side; about two lines, within the same sentence
_STOP = re.compile(r"[\n\u2022]|[.!?]\s+(?=[A-Z])")


def _is_inside(letters: Sequence[str], word: str) -> bool:
    """Whether the letters stand in the word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


class Context:
    """The words around places of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def denies(self, start: int, end: int) -> bool:
        """Whether the words beside a name say that it is not asked of a person: the company's own, or a benefit."""
        if self._text[end : end + 1] == "_" or self._text[start - 1 : start] == "_":
            return True  # a piece of a file's name or an address
        before, after = self._around(start, end)
        return _DENIED_AFTER.match(after) is not None or _DENIED_BEFORE.search(before) is not None

    def spelt_out(self, start: int, end: int, title: str) -> bool:
        """Whether an abbreviation stands in brackets behind words that it abbreviates, and they are not the credential's title."""
        letters = [c.lower() for c in self._text[start:end] if c.isalpha()]
        if not self._text[max(0, start - 2) : start].endswith("(") or len(letters) < 2:
            return False
        words = [w for w in _WORD.findall(self._text[max(0, start - 80) : start - 1]) if w.lower() not in _SMALL]
        spelt = words[-len(letters) :]
        initials = "".join(w if w.isupper() else w[0] for w in spelt).lower()
        if initials != "".join(letters) and not (initials[:1] == letters[0] and _is_inside(letters, initials)):
            return False
        known = {w.lower()[:_STEM] for w in _WORD.findall(title)}
        return sum(w.lower()[:_STEM] in known for w in spelt) * 2 < len(spelt)

    def supports(self, start: int, end: int, *, scheme: bool, others: Sequence[tuple[int, int]]) -> bool:
        """Whether a doubtful name is a credential here.

        Args:
            start, end: where it stands.
            scheme: whether it is also the name of a method, which people know without a certificate.
            others: places of credentials that are sure; in a list with one of those it is one too.
        """
        before, after = self._around(start, end)
        if _RIGHT.match(after) or _LEFT.search(before):
            return True
        if not scheme and _WANTED.match(after):
            return True
        if scheme and _KNOWING.search(before):
            return False
        if self._listed(start, end, others):
            return True
        return _CHAIN_LEFT.search(before) is not None or _CHAIN_RIGHT.match(after) is not None

    def _listed(self, start: int, end: int, others: Sequence[tuple[int, int]]) -> bool:
        """Whether nothing but a comma or an "or" stands between it and another one."""
        for first, last in others:
            gap = (last, start) if last <= start else (end, first)
            if 0 < gap[1] - gap[0] <= 12 and _SEPARATES.fullmatch(self._text, *gap):
                return True
        return False

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """The words of the same sentence before and behind."""
        before = self._text[max(0, start - REACH) : start]
        stops = list(_STOP.finditer(before))
        after = self._text[end : end + REACH]
        stop = _STOP.search(after)
        return before[stops[-1].end() :] if stops else before, after[: stop.start()] if stop else after
