"""HTML to the text a person would see, with headings and lists kept as Markdown marks them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LEFT_OUT = (
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "svg",
    "iframe",
    "head",
    "footer",
    "form",
    "button",
    "select",
)
_BLOCK_TAGS = "p div section article main ul ol table tr header aside blockquote dl dt dd pre br hr h1 h2 h3 h4 h5 h6 li td th address"
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|span|table|td)\b[^<>]*>", re.IGNORECASE)
_LONE_BULLET = re.compile(r"^-\n+(?=[^\n-])", re.MULTILINE)  # <li><p>...</p></li>
_SPACE = re.compile(r"[ \t\r\f\v\xa0]+")


def looks_like_html(text: str) -> bool:
    """Whether a text field holds tags."""
    return _TAG.search(text) is not None


def html_to_text(html: str) -> str:
    """The visible text; navigation, scripts, forms and footers are left out."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(list(_LEFT_OUT), recursive=True)
    root = tree.body or tree.root
    if root is None:
        return ""
    pieces: list[str] = []
    _walk(root, pieces)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    text = _LONE_BULLET.sub("- ", "\n".join(lines))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _walk(root: LexborNode, pieces: list[str]) -> None:
    # An explicit stack: a page may be nested deeper than Python's call stack.
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        if node.tag == "-text":
            pieces.append((node.text(deep=False) or "").replace("\n", " "))
            continue
        before, after = _around(node.tag or "")
        pieces.append(before)
        stack.append(after)
        children: list[LexborNode] = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack += reversed(children)


def _around(tag: str) -> tuple[str, str]:
    if tag == "li":
        return "\n- ", "\n"
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return f"\n\n{'#' * int(tag[1])} ", "\n"
    if tag == "br":
        return "\n", ""
    if tag in {"p", "ul", "ol", "section", "article", "table"}:
        return "\n\n", "\n\n"
    return ("\n", "\n") if tag in _BLOCKS else ("", "")
