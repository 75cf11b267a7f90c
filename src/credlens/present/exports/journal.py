"""Posts about what was done, as one Markdown file to be edited."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.journal import Post
from credlens.model.naming import harmless


def render(posts: Iterable[Post]) -> str:
    """The drafts one after the other, each with its short form below it, as text that is no markup and can be copied as it is."""
    return harmless(
        "\n".join(f"{post.long}\nShort:\n\n```text\n{' '.join(post.short.split())}\n```\n" for post in posts)
    )
