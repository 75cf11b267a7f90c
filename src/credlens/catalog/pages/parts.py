"""What is read out of a page: one line for each thing, one file behind it.

A part is a function from a page (:class:`~credlens.catalog.pages.said.Page`) to what it found
(:class:`~credlens.catalog.pages.said.Found`): fields of a credential, lists that the page says are empty, and what is doubtful.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from credlens.catalog.pages.said import Found, Page
from credlens.registry import Registry

PagePart: TypeAlias = Callable[[Page], Found]

_HERE = "credlens.catalog.pages"
PARTS: Registry[PagePart] = Registry(
    "page_part",
    {
        "kind": f"{_HERE}.kind:read",
        "organisations": f"{_HERE}.organisations:read",
        "level": f"{_HERE}.level:read",
        "languages": f"{_HERE}.languages:read",
        "workload": f"{_HERE}.workload:read",
        "taking": f"{_HERE}.taking:read",
        "costs": f"{_HERE}.costs:read",
        "assessment": f"{_HERE}.assessment:read",
        "supervision": f"{_HERE}.supervision:read",
        "validity": f"{_HERE}.validity:read",
        "renewal": f"{_HERE}.renewal:read",
        "verification": f"{_HERE}.verification:read",
        "credit": f"{_HERE}.credit:read",
        "accreditation": f"{_HERE}.accreditation:read",
        "recognition": f"{_HERE}.recognition:read",
        "stacks_into": f"{_HERE}.stacks:read",
        "prerequisites": f"{_HERE}.prerequisites:read",
        "retirement": f"{_HERE}.retirement:read",
        "outcomes": f"{_HERE}.outcomes:read",
        "rating": f"{_HERE}.rating:read",
        "description": f"{_HERE}.description:read",
    },
)
"""Name -> what reads it."""
