"""What a page states as data: the schema.org reader's record of it, told as read on this page."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

from credlens.catalog.offer import Offer, Settings, SourceFile
from credlens.catalog.pages.words import folded
from credlens.catalog.sources.schema_org.source import SOURCE
from credlens.model.credential import Credential
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source

_NOTHING = "There is no Course"
_ITEMS = re.compile(r"\bitem(?:scope|prop)\b", re.IGNORECASE)
_MOST_ITEMS = 3_000  # marked elements; each is looked up from all that stand in it
_DEEPEST = 12  # dataclasses in each other: a credential, its facts, their values


def stated(html: str, where: str, title: str, address: str, today: date) -> tuple[Credential, list[Problem]] | None:
    """(the record of the course that the page is about, problems); None when its data say nothing, or speak of others."""
    if len(_ITEMS.findall(html)) > _MOST_ITEMS:
        html = _ITEMS.sub("data-x", html)
    file = SourceFile(f"{where}.html", lambda: closing(BytesIO(html.encode("utf-8", "replace"))))
    events = list(SOURCE.read([file], Settings(as_of=today)))
    problems = [
        Problem(e.where.replace(f"{where}.html", where), e.message, e.what_to_do)
        for e in events
        if isinstance(e, Problem) and not e.message.startswith(_NOTHING)
    ]
    offers = [e.credential for e in events if isinstance(e, Offer)]
    same = [c for c in offers if _alike(c.title, title)]
    if not same:
        if offers:
            names = ", ".join(repr(c.title[:60]) for c in offers[:3])
            problems.append(
                Problem(
                    where, f"The page's data speak of {names}, its text of {title[:60]!r}.", "The data are left out."
                )
            )
            return Credential(id="page", title=title), problems
        return (Credential(id="page", title=title), problems) if problems else None
    chosen = next((c for c in same if folded(c.title) == folded(title)), same[0])
    return _as_read(
        replace(chosen, identifiers=(), official_url=type(chosen)(id="", title="").official_url, kept=()),
        address,
        today,
    ), problems


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(re.findall(r"\w+", folded(one))), set(re.findall(r"\w+", folded(other)))
    return bool(mine) and len(mine & theirs) * 3 >= 2 * min(len(mine), len(theirs))


def _as_read(value: Any, address: str, today: date, said: str = "", depth: int = 0) -> Any:
    """A record with its sources made those of a program that read this page; the note quotes the value."""
    if isinstance(value, Source):
        if value.method is Method.COMPUTED:
            return value
        return Source(
            Method.PARSED, address or None, today, f"the page's own data: {said}" if said else "the page's own data"
        )
    if isinstance(value, tuple):
        return tuple(_as_read(v, address, today, said, depth) for v in value)
    if depth > _DEEPEST or not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, Fact):
        said = str(value.value)[:120] if value.known else value.note[:120]
    elif hasattr(value, "sources"):
        said = ", ".join(
            str(v) for f in fields(value) if isinstance(v := getattr(value, f.name), str | float | int) and v != ""
        )[:120]
    changed = {f.name: _as_read(getattr(value, f.name), address, today, said, depth + 1) for f in fields(value)}
    return replace(value, **{k: v for k, v in changed.items() if v is not getattr(value, k)})
