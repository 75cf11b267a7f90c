"""What HTML in a README says (GitHub READMEs often begin with some): headings, paragraphs, pictures and links; all else of it is dropped."""

from __future__ import annotations

from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser, LexborNode

LONGEST = (
    2**16
)  # characters of one block of HTML; deep nesting takes more than its share of time, and nobody writes that much by hand
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRUCTURE = ("div", "section", "article", "header", "footer", "main", "aside", "nav", "center", "figure", "figcaption")
_TABLES = ("table", "thead", "tbody", "tr", "td", "th")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
_BLOCKS = frozenset({"p", "blockquote", "pre", "hr", "details", "summary", *_HEADINGS, *_STRUCTURE, *_TABLES, *_LISTS})
_SILENT = frozenset(
    {"script", "style", "template", "svg", "math", "object", "iframe", "noscript", "textarea", "select", "-comment"}
)


def block_tokens(html: str) -> list[Token]:
    """A block of HTML as the tokens of Markdown that say the same; nothing for one that is too long to be read."""
    reader = _Reader()
    if len(html) <= LONGEST:
        reader.read(html)
    return reader.tokens


def inline_tokens(html: str) -> list[Token]:
    """One tag within a line: a picture or a line's end; nothing for any other."""
    if not html[:4].lower().startswith(("<img", "<br")):
        return []
    inner = [child for token in block_tokens(f"<p>.{html}") for child in token.children or ()]
    return [t for t in inner if t.type in {"image", "hardbreak"}]


def text(words: str) -> Token:
    """Words, which are escaped when they are written."""
    return Token("text", "", 0, content=words)


def picture(address: str, instead: str) -> Token:
    """A picture with the words that stand for it."""
    return Token("image", "img", 0, attrs={"src": address, "alt": ""}, content=instead, children=[text(instead)])


class _Reader:
    """Gathers lines, and puts each into a paragraph or heading when its block ends.

    Attributes:
        tokens: everything that was read.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._inline: list[Token] = []
        self._level = 0
        self._in_link = False

    def read(self, html: str) -> None:
        """Read a block as a browser would."""
        root = LexborHTMLParser(html).body
        # An explicit stack: a page may be nested deeper than Python's call stack. A name stands for the end of what has it.
        stack: list[LexborNode | str] = [root] if root is not None else []
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                self._end(node)
            elif node.is_text_node:
                self._say(node.text(deep=False) or "")
            elif (tag := node.tag or "") not in _SILENT:
                self._begin(tag, {name: value or "" for name, value in node.attributes.items()})
                stack.append(tag)
                stack += reversed(_children(node))
        self._flush()

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._level = _HEADINGS.get(tag, 0)
        elif tag == "br":
            self._inline.append(Token("hardbreak", "br", 0))
        elif tag == "img":
            self._inline.append(picture(attributes.get("src", ""), " ".join(attributes.get("alt", "").split())))
        elif tag == "a" and not self._in_link:
            self._in_link = True
            self._inline.append(Token("link_open", "a", 1, attrs={"href": attributes.get("href", "")}))

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        elif tag == "a":
            self._end_link()

    def _say(self, data: str) -> None:
        words = " ".join(data.split())
        before = " " if data[:1].isspace() and self._inline else ""
        after = " " if words and data[-1:].isspace() else ""
        if words or before:
            self._inline.append(text(f"{before}{words}{after}"))

    def _end_link(self) -> None:
        if self._in_link:
            self._inline.append(Token("link_close", "a", -1))
            self._in_link = False

    def _flush(self) -> None:
        self._end_link()
        if any(t.type == "image" or t.content.strip() for t in self._inline):
            kind, tag = ("heading", f"h{self._level}") if self._level else ("paragraph", "p")
            words = "".join(t.content for t in self._inline)
            self.tokens += [
                Token(f"{kind}_open", tag, 1, block=True),
                Token("inline", "", 0, content=words, children=self._inline, block=True),
                Token(f"{kind}_close", tag, -1, block=True),
            ]
        self._inline = []
        self._level = 0


def _children(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found
