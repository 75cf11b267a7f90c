"""A saved page of a course that nobody has catalogued, as a record: every field with the words it was read from, or unknown.

``page.py`` is where reading begins; one file reads one thing, and ``parts.py`` lists them. English and Spanish wording is understood.
"""

from __future__ import annotations

from credlens.catalog.pages.page import PageRead, read_page

__all__ = ["PageRead", "read_page"]
