"""Advice that names a command, said for a page: the link to the page where the same is done."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from credlens.web.language import say

#: First words of a command -> (page below the person, its name). The longest that fits counts.
PAGES = {
    "profile import": ("profile", "Me"),
    "profile review": ("profile", "Me"),
    "profile know": ("profile", "Me"),
    "profile forget": ("profile", "Me"),
    "profile show": ("profile", "Me"),
    "profile set": ("plan", "Plan"),
    "gap": ("goal", "Goal"),
    "options": ("options", "Options"),
    "evaluate": ("compare", "Compare"),
    "compare": ("compare", "Compare"),
    "weights": ("compare", "Compare"),
    "plan": ("plan", "Plan"),
    "replan": ("plan", "Plan"),
    "catalog": ("catalog", "Catalog"),
    "verify": ("proof", "Proof"),
    "wallet": ("proof", "Proof"),
    "resume": ("resume", "Resume"),
    "brief": ("proof", "Proof"),
    "portfolio": ("proof", "Proof"),
    "calendar": ("proof", "Proof"),
    "linkedin": ("proof", "Proof"),
    "log": ("progress", "Progress"),
    "funnel": ("progress", "Progress"),
    "helped": ("progress", "Progress"),
    "next": ("progress", "Progress"),
    "export": ("data", "My data"),
    "import": ("data", "My data"),
    "erase": ("data", "My data"),
}
_LONGEST = sorted(PAGES.items(), key=lambda item: -len(item[0]))
_NAMED = re.compile(r"credlens(?: [a-z]+)+")
_REST = re.compile(r"(?: (?:--?[a-z-]+|[A-Z][A-Z_=.-]*\b|\.\.\.|[a-z]+=\S+|<[^>]*>|'[^']*'|\"[^\"]*\"))*")
_OPTION = re.compile(r"\s*\((?:--[a-z-]+)(?: or --[a-z-]+)*\)")


def for_page(words: str, who: str) -> Markup:
    """A sentence with each command that a page can do replaced by a link to that page; everything else escaped.

    Args:
        words: as a use case says it, for a terminal.
        who: whose page.
    """
    parts: list[Markup] = []
    last = 0
    text = _OPTION.sub("", words)
    for match in _NAMED.finditer(text):
        named = match.group().removeprefix("credlens ")
        found = next((page for start, page in _LONGEST if f"{named} ".startswith(f"{start} ")), None)
        if found is None:
            continue
        end = match.end()
        rest = _REST.match(text[end:])
        place, name = found
        parts.append(escape(text[last : match.start()]))
        parts.append(Markup('<a href="/{}/{}">{}</a>').format(who, place, say(name)))
        last = end + (rest.end() if rest else 0)
    parts.append(escape(text[last:]))
    return Markup("").join(parts)
