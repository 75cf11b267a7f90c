"""Parts of an ad's text that came from a field of their own, such as schema.org's ``educationRequirements``.

Who fills in a field says what is asked for in so many words; where it and the prose of the same ad differ, the field wins.
"""

from __future__ import annotations

EDUCATION = "## Education requirements"
EXPERIENCE = "## Experience requirements"


def part(text: str, heading: str) -> tuple[int, int]:
    """Span of the part under a heading of the second level; empty when there is none."""
    start = 0 if text.startswith(f"{heading}\n") else text.find(f"\n{heading}\n") + 1
    if start == 0 and not text.startswith(f"{heading}\n"):
        return 0, 0
    end = text.find("\n## ", start + len(heading))
    return start, end if end >= 0 else len(text)
