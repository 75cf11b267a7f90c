"""How to reach the person, out of the lines above the first section of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credlens.model.cv import Contact
from credlens.profile.dates import find_span
from credlens.profile.resume import Resume, Section
from credlens.profile.roles import ENDING, evidence, is_department, is_place

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>|,;()\[\]]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>|,;()\[\]]*", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w/])\+?\(?\d[\d\s()./\u2010\u2011-]{4,}\d(?!\w)")
_FEWEST_DIGITS, _MOST_DIGITS = 6, 15  # of a telephone number (ITU-T E.164 allows 15)
_SEPARATOR = re.compile(r"\s*[|·•\u2022]\s*|\s+[\u2013—-]\s+(?!\d)|\s*;\s+|\s{3,}")
_LABEL = re.compile(
    r"(?P<label>e-?mail|mail|phone|tel(?:ephone|efon|éfono)?|mobile|mobil(?:e|telefon)?|cell|handy|fon|address|adresse|anschrift|dirección|location"
    r"|based in|lives in|wohnort|ort|city|website|web|homepage|portfolio|linkedin|github|gitlab|xing|blog|url)\.?\s*[:\u2013-]?\s*",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"address|adresse|anschrift|dirección|location|based in|lives in|wohnort|ort|city", re.IGNORECASE
)
_TITLE = re.compile(r"(?:curriculum vitae|cv|resume|résumé|lebenslauf|currículum(?: vitae)?)", re.IGNORECASE)
_POSTAL = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d_].*|.*[^\W\d_],?\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?")
_WORDS = re.compile(r"[^\W\d_][\w.'\u2019 -]*(?:,\s*[^\W\d_][\w.'\u2019 -]*){0,2}(?:\s+\d{4,5})?")
_CLUTTER = re.compile(r"^[\s,|·•:(<\u2013—-]+|[\s,|·•:()<>\u2013—-]+$")
_MOST_WORDS = 6  # of a place


def contact_of(resume: Resume, names: Sequence[str]) -> Contact:
    """What a document says; fields say it by themselves, of lines it is told by what they look like.

    Args:
        resume: the document.
        names: what the person is called, there and now; a line that only says so is left out.
    """
    said = dict.fromkeys(("email", "phone", "place"), "")
    links: list[str] = []
    for kind, words in resume.contact:
        if kind == "link":
            links.append(words)
        elif not said.get(kind):
            said[kind] = words
    other: list[str] = []
    for line in (line for entry in resume.of(Section.HEADER) for line in entry.lines):
        text = line.text
        for address in line.links:
            mail = address.removeprefix("mailto:")
            if mail == address:
                links.append(address)
            else:
                said["email"] = said["email"] or mail
        rest = _told(text, said, links)
        beside = rest != [text]
        kept = []
        for piece in rest:
            words = _without_name(piece, names)
            if not said["place"] and words and _is_place(words, beside=beside or len(rest) > 1):
                said["place"] = _without_label(words)
            elif words and not _TITLE.fullmatch(words) and not _LABEL.fullmatch(words):
                kept.append(words)
        if kept:
            other.append(" · ".join(kept))
    return Contact(said["email"], said["phone"], said["place"], tuple(dict.fromkeys(links)), tuple(other))


def whole_address(words: str) -> str:
    """An address as it is followed: with its scheme, and no dot of the sentence behind it."""
    words = words.rstrip(".:")
    return words if re.match(r"https?://", words, re.IGNORECASE) else f"https://{words}"


def address_in(words: str) -> tuple[str, str]:
    """(the first address in a text, whole; the text without it); empty, and the text, when there is none."""
    found = _LINK.search(words)
    if found is None:
        return "", words
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return whole_address(found[0]), _CLUTTER.sub("", " ".join(rest.split()))


def _told(text: str, said: dict[str, str], links: list[str]) -> list[str]:
    """The pieces of a line without the e-mail address, telephone number and links, which are noted."""
    found = False
    for mail in _MAIL.findall(text):
        if not said["email"] or said["email"] == mail:
            said["email"], found = mail, True
            text = _cut(text, mail)
    for link in _LINK.findall(text):
        links.append(whole_address(link))
        text, found = _cut(text, link), True
    for phone in _phones(text):
        if not said["phone"] or _digits(said["phone"]) == _digits(phone):
            said["phone"], found = phone, True
            text = _cut(text, phone)
    pieces = _SEPARATOR.split(text)
    clean = [piece.strip(" ,<>()|·•\t") for piece in pieces]
    return [piece for piece in clean if piece and not (found and _LABEL.fullmatch(piece))]


def _cut(text: str, words: str) -> str:
    """A text with a separator in the place of these words, and without the label before them."""
    before, _, after = text.partition(words)
    label = re.search(rf"(?:^|(?<=[\s|·•,;(<])){_LABEL.pattern}[(<]?$", before, re.IGNORECASE)
    return f"{before[: label.start()] if label else before} | {after}"


def _phones(text: str) -> Iterator[str]:
    for found in _PHONE.finditer(text):
        words = found[0].strip()
        if _FEWEST_DIGITS <= len(_digits(words)) <= _MOST_DIGITS and find_span(words) is None and not _is_date(words):
            yield words


def _is_date(words: str) -> bool:
    return re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", words) is not None


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdecimal())


def _without_name(piece: str, names: Sequence[str]) -> str:
    """A piece without the person's name; empty when it is nothing else, or a part of it."""
    piece = re.sub(r"^(?:full )?name:\s*", "", piece, flags=re.IGNORECASE)
    for name in filter(None, names):
        if set(piece.casefold().split()) <= set(name.casefold().split()):
            return ""
        if piece.casefold().startswith(name.casefold()) and not piece[len(name) : len(name) + 1].isalnum():
            return piece[len(name) :].strip(" ,|")
    return piece


def _is_place(words: str, *, beside: bool) -> bool:
    """Whether words are a place: they are labelled so, end with a state or country, or look like one beside other ways to reach the person."""
    label = _LABEL.match(words)
    if label:
        return label.end() < len(words) and _OF_PLACE.fullmatch(label["label"]) is not None and ":" in label[0]
    parts = [part.strip() for part in words.split(",")]
    if len(words.split()) > _MOST_WORDS or words.endswith("."):
        return False
    if _POSTAL.fullmatch(parts[-1]) or _POSTAL.fullmatch(words):
        return True
    if len(parts) > 1 and is_place(parts[-1]) and evidence(parts[0]) <= ENDING:
        return True
    looks = (
        _WORDS.fullmatch(words) is not None
        and find_span(words) is None
        and not any(word[0].islower() for word in words.split())
    )
    return beside and looks and all(0 <= evidence(part) <= ENDING and not is_department(part) for part in parts)


def _without_label(words: str) -> str:
    label = _LABEL.match(words)
    return words[label.end() :].strip() if label and ":" in label[0] else words
