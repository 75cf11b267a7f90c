"""Words of a page made comparable: case, accents, marks, numbers written out; and what says no."""

from __future__ import annotations

import re
import unicodedata

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "veinte": 20,
    "treinta": 30,
}  # fmt: skip
_COUNTED = (
    r"(?:hours?|days?|weeks?|months?|years?|courses?|times?|attempts?|horas?|dias?|semanas?|mes(?:es)?|anos?|intentos?)"
)
_WRITTEN = re.compile(
    rf"\b({'|'.join(_NUMBERS)})(?=(?:\s*(?:-|to|or|a|o)\s*\w{{1,9}})?[\s-](?:full |calendar |further |additional |academic |consecutive )?{_COUNTED}\b)"
)
_BRACKETED = re.compile(r"\b(\d{1,3}) \((?:\d{1,3})\)")
_NOT_BEFORE = re.compile(
    r"\b(?:no|not|without|never|neither|nor|cannot|isn't|aren't|doesn't|don't|won't|didn't|sin|ningun[ao]?|tampoco|nunca|no (?:es|hay|tiene|requiere|incluye))\b"
    r"(?! only\b)(?:(?!, (?:you|it|we|they|the|but|your|this|please|then|and you)\b)[^\w.;:!?]{1,3}[\w'/-]+){0,5}[^\w.;:!?]{0,3}$"
)
_NOT_AFTER = re.compile(
    r"^[^.;:!?]{0,30}?\b(?:(?:not|isn't|aren't|no) (?:\w+ )?(?:required|needed|necessary|included|assessed|proctored|mandatory|compulsory|part|offered|available|provided|given|issued|awarded)"
    r"|optional|voluntary|no (?:es|son) (?:obligatori|necesari)\w+|opcional(?:es)?)\b"
)
_CONTRAST = re.compile(
    r"\b(?:unlike|(?:some|many|others|several|typical) (?:\w+ )?(?:courses?|program\w*|certificat\w+|bootcamps|schools|providers|may|can)|(?:courses|program\w+|certificates) (?:can|may|might|could|vary|differ|range)|other (?:\w+ )?(?:courses?|program\w*|providers?|bootcamps?|certifications?|certificates?|schools|platforms)|most (?:\w+ )?(?:courses|bootcamps|program\w*|certificat\w+|schools)"
    r"|compared (?:to|with)|a diferencia de|otros cursos)\b"
)


def folded(text: str) -> str:
    """The text in small letters without accents, with plain quotes, dashes and spaces, and numbers before a unit as digits."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[\u2018\u2019\u02bc]", "'", plain)
    plain = re.sub(r"[\u201c\u201d\u00ab\u00bb]", '"', plain)
    plain = " ".join(re.sub(r"[\u2010-\u2015\u2212]", "-", plain).split())
    return _BRACKETED.sub(r"\1", _WRITTEN.sub(lambda m: str(_NUMBERS[m[1]]), plain))


def denied(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places of a folded text is said not to be so, or not to be needed."""
    return bool(_NOT_BEFORE.search(text[max(0, start - 70) : start]) or _NOT_AFTER.search(text[end : end + 80]))


def speaks_of_others(text: str) -> bool:
    """Whether a folded sentence compares with courses of somebody else."""
    return _CONTRAST.search(text) is not None
