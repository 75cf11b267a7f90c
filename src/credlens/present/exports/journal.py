"""Posts about what was done, as one Markdown file to be edited."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.journal import Post
from credlens.model.naming import harmless


def render(posts: Iterable[Post]) -> str:
    """The drafts one after the other, each with its short form first as a quotation."""
    return harmless("\n".join(f"{post.long}\nShort:\n\n> {' '.join(post.short.split())}\n" for post in posts))
