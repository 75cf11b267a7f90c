"""What a browser does not show: words that are only there for machines are no words to the reader."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!|;|$))",
    re.IGNORECASE,
)
_MOST_OPENERS = 2_000


def opened_by_a_button(tree: LexborHTMLParser) -> frozenset[str]:
    """The ids of elements that a control of the page opens (an answer below its question): readers can see those."""
    ids: set[str] = set()
    for node in tree.css("[aria-controls]")[:_MOST_OPENERS]:
        ids.update((node.attributes.get("aria-controls") or "").split())
    return frozenset(ids)


def is_hidden(node: LexborNode, opened: frozenset[str]) -> bool:
    """Whether an element is hidden by its own attributes, and nothing on the page opens it."""
    said = node.attributes
    if not said:
        return False
    hidden = (
        "hidden" in said
        or (said.get("aria-hidden") or "").strip().casefold() == "true"
        or _STYLE.search((said.get("style") or "")[:2_000]) is not None
    )
    return hidden and (said.get("id") or "") not in opened and (said.get("role") or "") != "tabpanel"
