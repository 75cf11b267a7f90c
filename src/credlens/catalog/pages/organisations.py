"""Who gives it: provider, issuer, platform, by labels, by sentences that name them, and by the name of the site."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
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
_NAME = r"(?P<name>(?:the |The )?[A-Z0-9\u00c0-\u00de][\w&.'\u2019-]*(?:\s+(?:of|for|and|de|del|la|las|los|the|&|in|y|f\u00fcr)\s+(?=[A-Z\u00c0-\u00de])|\s+(?=[A-Z0-9\u00c0-\u00de(])|[\w&.'()\u2019-]+)*)"
_SAID = (
    (
        "issuer",
        re.compile(
            rf"\b(?:(?:is|are|be) )?(?:issued|awarded|conferred|otorgado|expedido|emitido) (?:by|por) (?:la |el )?{_NAME}"
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
    for sentence in page.sentences[:_TOP]:
        under = _UNDER_TITLE.fullmatch(sentence.quote)
        if under and kind_of(under["name"]) is not OrganisationKind.OTHER:
            _add(found["provider"], under["name"], page.of(sentence))
    site = page.head.get("og:site_name", "")
    by_site = organisation(site[:_LONGEST]) if site else None
    if by_site:
        source = page.source(f"og:site_name: {site}")
        role = "provider" if not found["provider"] and by_site.kind is not OrganisationKind.PLATFORM else "platform"
        same = any(o.name.casefold() == by_site.name.casefold() for o, _ in found["provider"])
        if not same or role == "provider":
            found[role].append((by_site, source))
    return Found(
        {role: settled(role, values[:4]) if values else known(None) for role, values in found.items() if values}
    )


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
