"""A saved web page, or plain text, to one credential with the words that every field was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from credlens.catalog.merge import Record, merge
from credlens.catalog.pages.costs_joined import joined
from credlens.catalog.pages.data import stated
from credlens.catalog.pages.lines import lines_of, lines_of_text
from credlens.catalog.pages.parts import PARTS
from credlens.catalog.pages.said import Page
from credlens.catalog.pages.taught import taught
from credlens.catalog.pages.titles import shortened, title_of
from credlens.catalog.pages.walls import wall
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.facts import known
from credlens.catalog.values.reading import proposed_id, slug
from credlens.catalog.values.text import line
from credlens.model.credential import Credential
from credlens.model.errors import InputError, Problem
from credlens.model.offer import Absent, Identifier
from credlens.skills.decode import decode
from credlens.skills.html_page import canonical_address, first_words

LARGEST = 5 * 1024 * 1024  # bytes; a saved page of a course has a few hundred thousand
DEEPEST = 1_000  # elements open at once; browsers stop at 512, and the parser takes the square of the depth
LEAST_TO_SAY = 2  # fields beyond what every page has from which on it says something of a course
_FRAME = frozenset({"kind", "provider", "issuer", "platform", "official_url", "identifiers", "description"})

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})")
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|div|p|h1|title|meta|article|main|section|table|ul)\b[^<>]*>", re.IGNORECASE
)
# Elements that have no end, or that the next one of their kind ends.
_SELF_ENDED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dd",
        "dt",
        "option",
        "td",
        "th",
        "tr",
    ]
)


@dataclass(frozen=True)
class PageRead:
    """What a page says.

    Attributes:
        credential: every field parsed, with the quoted words and their place, or unknown; ``id`` is made from the title.
        text: the visible text about the course in which skills can be read, one line each as the places count them; what it asks for before,
            other degrees, careers and partners are left out of their lines.
        problems: what could not be read, or looks doubtful.
    """

    credential: Credential
    text: str
    problems: tuple[Problem, ...]


def read_page(data: bytes, where: str, today: date) -> PageRead:
    """The credential that a saved page (HTML, or plain text) is about.

    What the page states as data (JSON-LD, microdata) comes first; its text says the rest. Where the two disagree, both are kept.

    Args:
        data: the page as it was saved, at most :data:`LARGEST` bytes.
        where: what messages call it.
        today: the day of reading, which becomes the date of every source.

    Raises:
        InputError: it is too large, no text, nothing on it can be seen, or it stands in front of the page that was meant.
    """
    if len(data) > LARGEST:
        advice = "Save the page of the one course, as HTML only."
        raise InputError([Problem(where, f"The page is larger than {LARGEST // 2**20} MiB.", advice)])
    content, notes = decode(data, where)
    problems = [Problem(where, note.removeprefix(f"{where}: ")) for note in notes]
    page, from_data = (_of_html if _HTML.search(content[:20_000]) else _of_text)(content, where, today, problems)
    if not page.title:
        raise InputError(
            [
                Problem(
                    where,
                    "Nothing can be seen on this page.",
                    "Open it in a browser, wait until it shows, and save it again.",
                )
            ]
        )
    fields, absent = _read(page, problems)
    if from_data is None:
        _refuse_wall(page, len(set(fields) - _FRAME))
    said = Credential(id=_id(page.title), title=page.title, **fields)
    if from_data is not None:
        problems += from_data[1]
        said = _joined(from_data[0], said)
    credential = replace(said, id=_id(said.title), absent=_absent(said, absent))
    if len(set(fields) - _FRAME) < LEAST_TO_SAY:
        message = "The page says very little that can be read: most of the record is unknown."
        problems.append(Problem(where, message, "Save the page with the details: price, duration, assessment."))
    return PageRead(credential, "\n".join(taught(page.lines)), tuple(problems))


def _of_html(
    content: str, where: str, today: date, problems: list[Problem]
) -> tuple[Page, tuple[Credential, list[Problem]] | None]:
    kept = _bounded(content)
    if len(kept) < len(content):
        problems.append(
            Problem(where, f"More than {DEEPEST} elements stand in each other.", "The page is read up to there.")
        )
    tree = LexborHTMLParser(kept)
    head = _head(tree)
    own = canonical_address(tree)
    address = own if is_address(own) else ""
    lines = lines_of(tree, address)
    title = title_of(tree, head, lines)
    html = tree.css_first("html")
    head["title"] = first_words(tree, "title")
    head["noscript"] = " ".join(n.text() for n in tree.css("noscript")[:5])[:500]
    head["lang"] = (html.attributes.get("lang") or "") if html else ""
    if head["lang"][:2].casefold() not in {"", "en", "es"}:
        message = f"The page is in {head['lang'][:20]!r}; words are understood in English and Spanish only."
        problems.append(Problem(where, message, "Little will be found. Look at the page."))
    found = stated(kept, where, title, address, today)
    provider = next((o.name for o in found[0].provider.candidates()), "") if found else ""
    return Page(where, today, address, title, head, lines, provider), found


def _of_text(content: str, where: str, today: date, _problems: list[Problem]) -> tuple[Page, None]:
    lines = lines_of_text(content)
    title = next((x.text for x in lines if x.level == 1), lines[0].text if lines else "")
    return Page(where, today, "", shortened(title), {"title": title}, lines), None


def _refuse_wall(page: Page, says: int) -> None:
    """Stop where the file is a bot check, a login or an error instead of the page, and ``says`` next to nothing of a course."""
    behind = "" if page.head.get("description", page.head.get("og:description")) else page.head.get("noscript", "")
    what = wall(page.head.get("title", ""), page.lines, behind, alone=not says)
    if what and says < LEAST_TO_SAY:
        advice = (
            "Open the address in a browser, wait until the course shows (log in if it asks you to), and save it again."
        )
        raise InputError([Problem(page.where, f"This is not the page itself but {what}.", advice)])


def _head(tree: LexborHTMLParser) -> dict[str, str]:
    """Meta tags by their name or property; the first of each counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:300]:
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        value = line(node.attributes.get("content") or "")[:2_000]
        if name and value:
            found.setdefault(name.casefold()[:60], value)
    return found


def _bounded(content: str) -> str:
    """The page up to where too many elements are open at once."""
    opened: dict[str, int] = {}
    depth = 0
    for tag in _TAG.finditer(content):
        name = tag[2].casefold()
        if name in _SELF_ENDED:
            continue
        if tag[1]:
            if opened.get(name):
                opened[name] -= 1
                depth -= 1
            continue
        opened[name] = opened.get(name, 0) + 1
        depth += 1
        if depth > DEEPEST:
            return content[: tag.start()]
    return content


def _read(page: Page, problems: list[Problem]) -> tuple[dict[str, Any], list[Absent]]:
    fields: dict[str, Any] = {}
    absent: list[Absent] = []
    for part in (PARTS[name] for name in PARTS):
        found = part(page)
        problems += found.problems
        absent += [Absent(name, (source,)) for name, source in found.absent]
        for name, value in found.fields.items():
            fields[name] = fields.get(name, ()) + value if isinstance(value, tuple) else value
    if page.address:
        fields["official_url"] = known(page.address, page.source(page.address))
        own = canonical(page.address)
        fields["identifiers"] = (Identifier("url", own),) if own else ()
    return fields, absent


def _joined(data: Credential, text: Credential) -> Credential:
    """What is stated as data, then what the text says; a bare type ("Course") is no word against a kind that the text names."""
    if text.kind.known and data.kind.get("") in {"Course", "LearningProgram"}:
        data = replace(data, kind=text.kind, evidence_class=text.evidence_class)
    if not any(c.amount.known for c in data.costs):
        data = replace(data, costs=() if text.costs else data.costs)
    costs, more = joined(data.costs, text.costs)
    return merge([Record("page data", replace(data, costs=costs)), Record("page text", replace(text, costs=more))])


def _absent(credential: Credential, found: list[Absent]) -> tuple[Absent, ...]:
    """Lists that the page says are empty, where nothing was read into them."""
    every = dict.fromkeys(a for a in (*credential.absent, *found) if not getattr(credential, a.field))
    first: dict[str, Absent] = {}
    for one in every:
        first.setdefault(one.field, one)
    return tuple(first.values())


def _id(title: str) -> str:
    return proposed_id("", title) or slug(title)[:120] or "page"
