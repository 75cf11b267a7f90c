"""READMEs: what they are called, what they say in short, which pictures they show, and their text as HTML that is safe to publish.

Markdown is CommonMark with GitHub's tables (https://spec.commonmark.org/0.31.2/). Nothing of a README is written as it stands: tags are dropped,
links lead to https addresses only, and pictures are shown only from files that were kept with the project.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from credlens.present.notes import safe_link
from credlens.present.portfolio.markup import block_tokens, inline_tokens, text

LONGEST_TITLE = 120  # characters
LONGEST_SUMMARY = 400
LEAST_SAID = 20  # characters outside links; a row of links is no summary
DEEPEST = 6  # levels of headings in HTML
_TURNING = frozenset({"heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open"})
_TABLE_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


@dataclass(frozen=True, slots=True)
class Readme:
    """What a README says of its project.

    Attributes:
        title: its first heading, of the highest level there is; empty without one.
        summary: its first paragraph that says something besides links; empty without one.
        pictures: paths of the pictures that it shows from its own folder, each once.
        elsewhere: addresses of pictures that lie on the web, and paths that lead out of the folder.
        words: its text without code, addresses and marks.
    """

    title: str
    summary: str
    pictures: tuple[str, ...]
    elsewhere: tuple[str, ...]
    words: str


def read_readme(source: str) -> Readme:
    """What the text of a README says of its project."""
    tokens = _tokens(source)
    headings = [(opened.tag, said) for opened, said in _blocks(tokens, "heading_open") if said]
    highest = min((tag for tag, _ in headings), default="")
    addresses = dict.fromkeys(str(t.attrs.get("src", "")) for t in _pictures(tokens))
    inside = {a: path for a in addresses if (path := inside_path(a))}
    return Readme(
        title=_cut(next((said for tag, said in headings if tag == highest), ""), LONGEST_TITLE),
        summary=_cut(_summary(tokens), LONGEST_SUMMARY),
        pictures=tuple(dict.fromkeys(inside.values())),
        elsewhere=tuple(a for a in addresses if a and a not in inside),
        words="\n".join(_words(t.children or ()) for t in tokens if t.type == "inline"),
    )


def to_html(source: str, pictures: Mapping[str, str], title: str = "") -> str:
    """A README as HTML, for the middle of a page that has a heading of its own.

    Args:
        source: its text.
        pictures: path in the project's folder -> address of the picture for the page. Others become links, or words.
        title: of the page: a first heading that says the same is left out.
    """
    tokens = _tokens(source)
    for token in tokens:
        if token.type == "inline":
            token.children = _safe(token.children or [], pictures)
    shown = _without_title(_without_empty(tokens), title)
    _level_headings(shown)
    _describe_tables(shown)
    for token in shown:
        if token.type in _TURNING:
            token.attrs["dir"] = "auto"  # each block is written in the direction of its own letters
    return str(_markdown().renderer.render(shown, _markdown().options, {}))


def inside_path(address: str) -> str:
    """A relative address as a path below the README's folder; empty for what leads elsewhere."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or "\\" in path or "\0" in path or ":" in path:
        return ""
    path = posixpath.normpath(path.lstrip("/"))  # GitHub counts a leading slash from the README's repository
    return "" if path in {"", "."} or path.split("/")[0] == ".." else path


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _tokens(source: str) -> list[Token]:
    """The text in tokens, HTML among them as far as it says something."""
    found: list[Token] = []
    for token in _markdown().parse(source):
        if token.type == "html_block":
            found += block_tokens(token.content)
            continue
        if token.type == "inline":
            children = token.children or []
            token.children = [
                t for c in children for t in (inline_tokens(c.content) if c.type == "html_inline" else [c])
            ]
        found.append(token)
    return found


def _blocks(tokens: Sequence[Token], kind: str) -> Iterator[tuple[Token, str]]:
    """Blocks of a kind that stand in no other, each with its words."""
    for token, inner in pairwise(tokens):
        if token.type == kind and token.level == 0 and inner.type == "inline":
            yield token, _words(inner.children or ())


def _summary(tokens: Sequence[Token]) -> str:
    for token, inner in pairwise(tokens):
        if token.type == "paragraph_open" and token.level == 0 and inner.type == "inline":
            children, depth, outside = inner.children or (), 0, []
            for child in children:
                depth += child.nesting if child.type.startswith("link_") else 0
                outside += [] if depth else [child]
            if len(_words(outside)) >= LEAST_SAID:
                return _words(children)
    return ""


def _words(children: Sequence[Token]) -> str:
    """The words of a line, without those that stand for pictures."""
    parts = [" " if c.type in {"softbreak", "hardbreak"} else "" if c.type == "image" else c.content for c in children]
    return " ".join("".join(parts).split())


def _pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    return (c for t in tokens for c in t.children or () if c.type == "image")


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _safe(children: Sequence[Token], pictures: Mapping[str, str]) -> list[Token]:
    """A line with links that are safe to follow, and with the pictures that were kept."""
    found: list[Token] = []
    opened: list[bool] = []  # of each link around: whether it stays
    for child in children:
        if child.type == "link_open":
            link = safe_link(str(child.attrs.get("href", "")))
            opened.append(bool(link) and not any(opened))
            if opened[-1]:
                found.append(_link(link))
        elif child.type == "link_close":
            if opened and opened.pop():
                found.append(child)
        elif child.type == "image":
            found += _picture(child, pictures, in_link=any(opened))
        else:
            found.append(child)
    return _without_empty_links(found)


def _link(address: str) -> Token:
    return Token("link_open", "a", 1, attrs={"href": address, "rel": "noreferrer nofollow"})


def _picture(token: Token, pictures: Mapping[str, str], *, in_link: bool) -> list[Token]:
    address = str(token.attrs.get("src", ""))
    said = " ".join(token.content.split())
    path = inside_path(address)
    name = said or posixpath.basename(path or urlsplit(address).path if _is_address(address) else path)
    if path in pictures:
        words = name if in_link else said
        attrs: dict[str, str | int | float] = {"src": pictures[path], "alt": words, "loading": "lazy"}
        return [Token("image", "img", 0, attrs=attrs, content=words, children=[text(words)])]
    link = safe_link(address)
    label = text(f"Picture: {name}" if name else "Picture")
    if in_link or not link:
        return [text(name)] if in_link else [label]
    return [_link(link), label, Token("link_close", "a", -1)]


def _is_address(address: str) -> bool:
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return False


def _without_empty_links(children: Sequence[Token]) -> list[Token]:
    """Without links that have neither words nor a picture: nobody could tell what they are."""
    found: list[Token] = []
    for child in children:
        if child.type == "link_close" and _says_nothing(found):
            while found.pop().type != "link_open":
                pass
            continue
        found.append(child)
    return found


def _says_nothing(children: Sequence[Token]) -> bool:
    for child in reversed(children):
        if child.type == "link_open":
            return True
        if child.type == "image" or child.content.strip():
            return False
    return False


def _without_empty(tokens: Sequence[Token]) -> list[Token]:
    """Without headings and paragraphs in which nothing is left."""
    found: list[Token] = []
    for token in tokens:
        if token.type in {"heading_close", "paragraph_close"} and found[-1].type == "inline":
            left = found[-1].children or ()
            if not any(c.type == "image" or c.content.strip() for c in left):
                del found[-2:]
                continue
        found.append(token)
    return found


def _without_title(tokens: list[Token], title: str) -> list[Token]:
    """Without the first heading when it says what the page is called."""
    at = next((i for i, t in enumerate(tokens) if t.type == "heading_open"), None)
    if at is None or not title or _words(tokens[at + 1].children or ()) != title:
        return tokens
    return tokens[:at] + tokens[at + 3 :]


def _level_headings(tokens: Sequence[Token]) -> None:
    """Let headings begin below the page's own and skip no level (WCAG 2.2, technique G141)."""
    around: list[str] = []
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            while around and around[-1] >= token.tag:
                around.pop()
            around.append(token.tag)
            level = min(DEEPEST, 1 + len(around))
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{level}"


def _describe_tables(tokens: Sequence[Token]) -> None:
    """Let tables be cards on a phone and stay tables for a screen reader; see the macros of the templates."""
    names: list[str] = []
    column = 0
    for at, token in enumerate(tokens):
        if token.type not in {f"{tag}_open" for tag in _TABLE_ROLES}:
            continue
        token.attrs = {"role": _TABLE_ROLES[token.tag]}
        if token.tag in {"table", "tr"}:
            column = 0
            names = [] if token.tag == "table" else names
        elif token.tag == "th":
            names.append(_words(tokens[at + 1].children or ()))
            if names[-1]:
                token.attrs["scope"] = "col"
            else:  # the corner of a table heads nothing
                token.tag = tokens[at + 2].tag = "td"
                token.attrs["role"] = "cell"
        elif token.tag == "td":
            token.attrs["data-label"] = names[column] if column < len(names) else ""
            column += 1
