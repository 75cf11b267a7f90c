"""What a shape of records is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one publisher lays out the record of an ad.

    Attributes:
        name: as notes call it ("postings of Lever").
        fits: whether a record is of this shape; asked for any record, whatever its values.
        plain: the record under plain names: title, employer, location, posted, url, description and other parts of the text. Asked only
            for records that fit; it takes any values in them.
    """

    name: str
    fits: Callable[[Record], bool]
    plain: Callable[[Record], Record]


def inner(record: Record, *names: str) -> Record:
    """The mapping that lies under these names, one inside the other; an empty one when there is none."""
    here: Any = record
    for name in names:
        here = here.get(name) if isinstance(here, Mapping) else None
    return here if isinstance(here, Mapping) else {}


def members(value: Any) -> list[Record]:
    """The mappings in a list; none when it is no list."""
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text without spaces around; empty when it is no text."""
    return value.strip() if isinstance(value, str) else ""


def paragraphs(text: str) -> str:
    """Plain text as HTML, its line breaks kept."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def board(address: Any) -> str:
    """The name of an employer's board in its address: "acme" in "https://jobs.lever.co/acme/123"; empty when there is none.

    It is what publishers of boards let employers choose, mostly their name; their records hold no other.
    """
    found = re.match(r"https?://(?:jobs|boards|job-boards)\.[^/]+/(?:embed/)?([^/?#]+)/", words(address))
    return unquote(found[1]).replace("-", " ") if found else ""
