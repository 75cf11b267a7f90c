"""Who gives it: provider, issuer, platform, by labels, by sentences that name them, and by the name of the site."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.pages.titles import DIVIDERS
from credlens.catalog.pages.words import folded
from credlens.catalog.values.facts import known
from credlens.catalog.values.organisations import kind_of, organisation
from credlens.model.credential import Organisation, OrganisationKind
from credlens.model.fact import Source

_LABELS = {
    "provider": r"(?:provider|offered by|course provider|institution|school|university|taught by|proveedor|ofrecido por|impartido por|imparte|institucion|universidad)",
    "issuer": r"(?:issuer|issued by|awarding body|awarded by|certifying body|certification body|awarding institution|emisor|emitido por|expedido por|otorgado por)",
    "platform": r"(?:platform|plataforma)",
}
# In the writing of the page: names begin with a capital.
_NAME = (
    r"(?P<name>(?:the |The )?[A-Z0-9\u00c0-\u00de][\w&.'\u2019-]*"
    r"(?:\s+(?:(?:of|for|and|de|del|la|las|los|the|&|in|y|f\u00fcr)\s+(?!\d)){0,2}[A-Z0-9\u00c0-\u00de(][\w&.'()\u2019-]*){0,12})"
)
_SAID = (
    (
        "issuer",
        re.compile(
            rf"\b(?:(?:is|are|be) )?(?:[Ii]ssued|[Aa]warded|[Cc]onferred|[Oo]torgado|[Ee]xpedido|[Ee]mitido) (?:by|por) (?:la |el )?{_NAME}"
        ),
    ),
    (
        "provider",
        re.compile(
            rf"\b(?:[Oo]ffered|[Pp]rovided|[Dd]elivered|[Oo]frecido|[Ii]mpartido) (?:by|por) (?:la |el )?{_NAME}"
        ),
    ),
    (
        "provider",
        re.compile(
            rf"\b(?:[Cc]ourse|[Pp]rogramme?|[Cc]ertificate(?: of [a-z]+)?|[Bb]ootcamp|[Cc]urso) (?:by|from|de la) {_NAME}"
        ),
    ),
)
_PERSON = re.compile(r"\b(?:Dr|Prof|Mr|Ms|Mrs|Professor|Ph\.?D)\b")
_LONGEST = 80  # characters of a name
_UNDER_TITLE = re.compile(rf"(?:[Ff]rom|[Bb]y|[Pp]or|[Dd]e la) {_NAME}")
# Pieces of titles that say what the page is, not whose.
_NO_SITE = re.compile(
    r"\b(?:courses?|curso|certificat\w+|exam|exams|training|online|programme?|bootcamp|learn|free|gratis|enrol+|register|apply|overview|details|home|retir\w+|self-paced|beginner\w*|advanced|intermediate|level|guide|syllabus|pricing|fees|20\d\d"
    r"|best|official|page|catalog(?:ue)?|review\w*|become|get|start|study|degree|part[- ]time|full[- ]time|in person|remote|pdf|faq|welcome)\b"
)
_MOST_WORDS = 8
_TOP = 12  # sentences in which "from X" alone says whose course it is


def read(page: Page) -> Found:
    """Those that are named; the site's name stands for the provider where nobody else is, or for the platform where somebody is."""
    found: dict[str, list[tuple[Organisation, Source]]] = {"provider": [], "issuer": [], "platform": []}
    for role, label in _LABELS.items():
        for _, line, quote in page.labelled(label):
            written = line.text.split(":", 1)[-1] if line.text == quote else line.text
            _add(found[role], written, page.source(quote, line))
    for role, pattern in _SAID:
        for sentence in page.sentences:
            for match in pattern.finditer(sentence.quote[:500]):
                _add(found[role], match["name"], page.of(sentence))
    site, told = site_of(page)
    for sentence in page.sentences[:_TOP]:
        under = _UNDER_TITLE.fullmatch(sentence.quote.rstrip("."))
        if (
            under
            and not found["provider"]
            and (folded(under["name"]) == folded(site) or not _may_be_a_person(under["name"]))
        ):
            _add(found["provider"], under["name"], page.of(sentence))
    by_site = organisation(site[:_LONGEST])
    if by_site:
        source = page.source(told)
        named = {folded(page.provider), *(folded(o.name) for o, _ in found["provider"])} - {""}
        role = "platform" if named or by_site.kind is OrganisationKind.PLATFORM else "provider"
        if folded(by_site.name) not in named and not (role == "platform" and _is_a_part(by_site.name, found)):
            found[role].append((by_site, source))
    return Found(
        {role: settled(role, values[:4]) if values else known(None) for role, values in found.items() if values}
    )


def site_of(page: Page) -> tuple[str, str]:
    """(name of the site, the words that give it): its own word for it, or what its title has behind a divider or after "by"."""
    site = page.head.get("og:site_name", "")
    if site:
        return site, f"og:site_name: {site}"
    title = " ".join(page.head.get("title", "").split())[:300]
    for piece in reversed(DIVIDERS.split(title)[1:]):
        name = re.sub(r"^(?:by|from) (?:the )?", "", piece.strip(" .|"), flags=re.IGNORECASE)
        if _may_be_a_site(name, page.title):
            return name, f"title: {title}"
    by = re.search(rf"\b(?:by|from) (?P<the>the )?{_NAME}$", title)
    if by and (by["the"] or not _may_be_a_person(by["name"])):
        return by["name"], f"title: {title}"
    return "", ""


def _may_be_a_site(name: str, title: str) -> bool:
    """Whether a piece of a title names who has the site: a name, and no word for what the page is, or a part of its title."""
    words = re.findall(r"\w+", folded(name))
    if not words or len(words) > _MOST_WORDS or not re.match(r"[A-Z0-9\u00c0-\u00de]", name) or name[0].isdigit():
        return False
    own = set(re.findall(r"\w+", folded(title)))
    return not _NO_SITE.search(folded(name)) and len(own & set(words)) * 2 < max(len(own), 2)


def _may_be_a_person(name: str) -> bool:
    plain = re.fullmatch(
        r"[A-Z\u00c0-\u00de][\w.'-]+(?: [A-Z]\.)? [A-Z\u00c0-\u00de][\w'-]+(?: [A-Z\u00c0-\u00de][\w'-]+)?", name
    )
    return plain is not None and kind_of(name) is OrganisationKind.OTHER


def _is_a_part(name: str, found: dict[str, list[tuple[Organisation, Source]]]) -> bool:
    """Whether a site's name only repeats one that issues or provides, with a word more or less."""
    mine = set(re.findall(r"\w+", folded(name)))
    others = (set(re.findall(r"\w+", folded(o.name))) for role in ("provider", "issuer") for o, _ in found[role])
    return any(mine <= other or other <= mine for other in others if other)


def _add(found: list[tuple[Organisation, Source]], written: str, source: Source) -> None:
    name = re.sub(r"^[Tt]he\s+", "", " ".join(written.split())).strip(" .,;:")
    name = re.split(r"\s+(?:and|y)\s+(?=[a-z])|[,;:]|\.\s", name)[0].strip(" .")
    if not name or len(name) > _LONGEST or not name[0].isupper() or _PERSON.search(written) or len(name.split()) > 10:
        return
    if (
        len(name.split()) == 2
        and kind_of(name) is OrganisationKind.OTHER
        and re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", name)
        and "taught" in source.note.casefold()
    ):
        return  # "Taught by Jane Doe"
    found.append((Organisation(name, kind_of(name)), source))
