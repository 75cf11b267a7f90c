"""A page's tree as lines of text, each with its heading and with whom it is about; what frames the page is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from credlens.catalog.pages.headings import Place, place_of
from credlens.catalog.pages.hidden import is_hidden, opened_by_a_button
from credlens.catalog.pages.said import Line
from credlens.catalog.values.addresses import canonical

MOST_LINES = 6_000  # of a page: a long syllabus has a few hundred
LONGEST_LINE = 4_000  # characters
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "svg",
        "iframe",
        "head",
        "title",
        "footer",
        "select",
        "s",
        "del",
        "strike",
        "object",
        "video",
        "audio",
        "canvas",
        "dialog",
        "math",
        "datalist",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "table",
        "tr",
        "header",
        "aside",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "th",
        "address",
        "summary",
        "details",
        "figure",
        "figcaption",
        "fieldset",
        "form",
        "label",
        "button",
        "legend",
        "tbody",
        "thead",
        "caption",
        "body",
    ]
)
_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar"})
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|modal|popup|breadcrumbs?|related|recommend\w*|similar|upsell|cross-?sell|you-?may|also-?like|suggest\w*|recently|newsletter|site-?nav"
    r"|navbar|mega-?menu|social-?(?:share|links|media)|share-?(?:buttons?|links))(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADING = re.compile("h[1-6]")
_MONEY = re.compile(r"[$\u20ac\u00a3\u20b9]\s?\d|\d\s?[$\u20ac\u00a3\u20b9]")
_BUYING = re.compile(
    r"\b(?:enrol\w*|buy|register|subscribe|join|apply|start|get|book|purchase|upgrade|add to|inscr\w+|matric\w+|compra\w*)\b",
    re.IGNORECASE,
)
_CARD = 800  # characters of text that a card of another course has at most
_CLIMB = 40  # levels
_LABEL = 40  # characters
_MARK = "\ue001"  # a private character behind what is bold, until it is known whether something follows
_LOOKED_AT = 20  # children
_TERM = 80  # characters


def lines_of(tree: LexborHTMLParser, address: str) -> list[Line]:
    """The lines about the course, numbered; at most :data:`MOST_LINES`.

    Args:
        address: the page's own, by which links to other pages are known.
    """
    root = tree.body or tree.root
    return numbered(_Walk(tree, canonical(address) or "").lines(root)) if root is not None else []


def lines_of_text(text: str) -> list[Line]:
    """The lines of plain text; headings are those of Markdown, underlined ones, and short lines with nothing before and something after."""
    raw = text.split("\n")[: 4 * MOST_LINES]
    return numbered(_placed(_text_lines(raw)))


def numbered(lines: Iterator[Line]) -> list[Line]:
    """Those that are not about others, with their numbers and headings."""
    out: list[Line] = []
    heading = ""
    for line in lines:
        if line.level:
            heading = line.text
        if line.place in {Place.OWN, Place.PARTS}:
            out.append(replace(line, heading=heading, number=len(out) + 1))
        if len(out) >= MOST_LINES:
            break
    return out


def _text_lines(raw: list[str]) -> Iterator[Line]:
    for at, written in enumerate(raw):
        text = " ".join(written[:LONGEST_LINE].split())
        if not text or re.fullmatch(r"[=\-*_~ ]{3,}", text):
            continue
        above, below = (raw[at - 1].strip() if at else ""), (raw[at + 1].strip() if at + 1 < len(raw) else "")
        marks = re.match(r"(#{1,6})\s+", text)
        if marks:
            yield Line(text[marks.end() :], len(marks[1]))
        elif re.fullmatch(r"[=-]{3,}", below):
            yield Line(text, 1 if below[0] == "=" else 2)
        else:
            lone = (
                not above and below and len(text) <= 60 and not re.search(r"[.,;:!\d]$", text) and text[0] not in "-*"
            )
            yield Line(text, 2 if lone else 0)


def _placed(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines of a text under the headings that say what they are about."""
    state: tuple[int, Place] | None = None
    for line in lines:
        place = place_of(line.text) if line.level else None
        if line.level and (state is None or line.level <= state[0]):
            state = (line.level, place) if place else None
        yield replace(line, place=state[1] if state else Place.OWN)


class _Walk:
    """Goes through a tree once, without recursion."""

    def __init__(self, tree: LexborHTMLParser, address: str) -> None:
        self._address = address
        self._held = _ancestors(
            tree.css_first("h1")
        )  # they hold the title: whatever they are called, they are no frame
        self._cards = self._other_cards(tree)
        self._opened = opened_by_a_button(tree)
        self._containers: dict[int, Place] = {}
        self._section: tuple[int, Place] | None = None
        self._pieces: list[str] = []
        self._level = 0
        self._node: LexborNode | None = None
        self._term = ""

    def lines(self, root: LexborNode) -> Iterator[Line]:
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, left = stack.pop()
            tag = node.tag or ""
            if left:
                if tag in _BLOCKS or node.mem_id in self._cards:
                    yield from self._flush()
                if _HEADING.fullmatch(tag):
                    self._level = 0
                elif tag in {"b", "strong"} and self._is_label(node):
                    self._pieces.append(_MARK)
                self._containers.pop(node.mem_id, None)
                continue
            if tag == "-text":
                self._pieces.append((node.text(deep=False) or "").replace("\n", " "))
                continue
            if tag == "br":
                yield from self._flush()
            if self._is_frame(node, tag):
                continue
            if tag in _BLOCKS or node.mem_id in self._cards:
                yield from self._flush()
                self._level = int(tag[1]) if _HEADING.fullmatch(tag) else self._level
                self._node = node
                if node.mem_id in self._cards:
                    inside = self._place()
                    self._containers[node.mem_id] = inside if inside is not Place.OWN else Place.OTHERS
            stack.append((node, True))
            stack += [(child, False) for child in reversed(_children(node))]
        yield from self._flush()

    def _flush(self) -> Iterator[Line]:
        written = " ".join("".join(self._pieces)[:LONGEST_LINE].split())
        text = re.sub(rf"\s*{_MARK}(?:\s*:)?\s*(?=\S)", ": ", written.rstrip(f" {_MARK}"))
        self._pieces.clear()
        level, node = self._level, self._node
        if not text or not any(c.isalnum() for c in text):
            return
        if node is not None and not self._term and _is_term(node, text):
            self._term = text
            return
        term, self._term = self._term, ""
        if term and node is not None and node.tag in {"dd", "td", "th"}:
            yield Line(f"{term.rstrip(' :')}: {text}", place=self._place())
            return
        if term:
            yield Line(term, place=self._place())
        if node is not None:
            self._turn(text, level, node)
        yield Line(text, level, place=self._place())

    def _is_label(self, node: LexborNode) -> bool:
        """Whether bold words begin a line and name what follows ("Level Beginner" with the first word bold)."""
        said = "".join(self._pieces[-2:]).strip()
        return (
            2 < len(said) <= _LABEL
            and len(self._pieces) <= 2
            and said[-1].isalnum()
            and said == (node.text() or "").strip()
        )

    def _turn(self, text: str, level: int, node: LexborNode) -> None:
        """A heading opens a section, in the element that holds it with what follows, and up to the next heading of its rank."""
        place = place_of(text) if level or len(text) <= 40 else None
        if place is Place.PARTS and not level:
            place = None
        if level and self._section and level <= self._section[0]:
            self._section = None
        if place is None:
            return
        holder = _holder(node)
        if holder is not None and holder.mem_id not in self._held and holder.tag not in {"body", "main", "html"}:
            self._containers[holder.mem_id] = place
        if level:
            self._section = (level, place)

    def _place(self) -> Place:
        around = set(self._containers.values())
        if self._section:
            around.add(self._section[1])
        return next((p for p in (Place.OTHERS, Place.VOICES, Place.PARTS) if p in around), Place.OWN)

    def _is_frame(self, node: LexborNode, tag: str) -> bool:
        if tag in _LEFT_OUT:
            return True
        if node.mem_id in self._held:
            return False
        if is_hidden(node, self._opened):
            return True
        if tag not in {"div", "section", "aside", "header", "ul", "ol", "form"}:
            return False
        said = node.attributes
        if (said.get("role") or "") in _ROLES:
            return True
        if tag == "header":
            return node.parent is not None and node.parent.tag == "body"
        return _FRAME.search(f"{said.get('class') or ''} {said.get('id') or ''}"[:500]) is not None

    def _other_cards(self, tree: LexborHTMLParser) -> set[int]:
        """Elements that show another page's course: a heading that is a link, beside others of the kind; a link with a price in it."""
        heads = [n for n in tree.css("a h2, a h3, a h4, a h5, h2 a, h3 a, h4 a, h5 a")[:2_000] if self._leads_away(n)]
        counts: Counter[int] = Counter()
        for head in heads:
            counts.update(_ancestors(head))
        found: set[int] = set()
        for head in heads:
            card = head
            for _ in range(_CLIMB):
                parent = card.parent
                if parent is None or counts[parent.mem_id] > 1 or parent.tag in {"body", "html"}:
                    break
                card = parent
            several = card.parent is not None and counts[card.parent.mem_id] > 1
            if several and card.mem_id not in self._held and len(card.text()) <= _CARD:
                found.add(card.mem_id)
        for link in tree.css("a[href]")[:5_000]:
            words = link.text(separator=" ")
            if (
                _MONEY.search(words)
                and len(words.split()) >= 4
                and not _BUYING.search(words)
                and self._leads_away(link)
            ):
                found.add(link.mem_id)
        return found

    def _leads_away(self, node: LexborNode) -> bool:
        link: LexborNode | None = node
        while link is not None and link.tag != "a":
            link = link.parent
        target = (link.attributes.get("href") or "").strip() if link is not None else ""
        if not target or target[0] == "#" or target.casefold().startswith(("javascript:", "mailto:", "tel:")):
            return False
        return not self._address or canonical(target.split("#")[0]) != self._address


def _is_term(node: LexborNode, text: str) -> bool:
    """Whether it names what the next element says: a term of a list, or the first of two cells."""
    if len(text) > _TERM or text.endswith((".", "?")):
        return False
    if node.tag == "dt":
        return True
    if node.tag not in {"td", "th"} or node.parent is None:
        return False
    cells = [c.mem_id for c in _children(node.parent, _LOOKED_AT) if c.tag in {"td", "th"}]
    return len(cells) == 2 and cells[0] == node.mem_id


def _children(node: LexborNode, most: int | None = None) -> list[LexborNode]:
    """Its children, or the first of them."""
    children: list[LexborNode] = []
    child = node.child
    while child is not None and (most is None or len(children) < most):
        children.append(child)
        child = child.next
    return children


def _ancestors(node: LexborNode | None) -> set[int]:
    """The element and what it stands in."""
    found = set()
    while node is not None:
        found.add(node.mem_id)
        node = node.parent
    return found


def _holder(node: LexborNode) -> LexborNode | None:
    """The nearest element that holds this one and more."""
    for _ in range(_CLIMB):
        parent = node.parent
        if parent is None:
            return None
        if sum(1 for c in _children(parent, _LOOKED_AT) if c.tag != "-text" or (c.text(deep=False) or "").strip()) > 1:
            return parent
        node = parent
    return None
