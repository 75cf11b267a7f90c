"""The items of a line: what commas and the like set apart, unless they stand in parentheses."""

from __future__ import annotations


def item_spans(text: str, marks: str) -> list[tuple[int, int]]:
    """(start, end) of the parts between marks; a mark in parentheses separates nothing, an open parenthesis without an end holds nothing."""
    inside = _inside(text)
    ends = [i for i, c in enumerate(text) if c in marks and not inside[i]]
    return list(zip([0, *(e + 1 for e in ends)], [*ends, len(text)], strict=True))


def _inside(text: str) -> bytearray:
    """For each character whether it stands in parentheses that are closed."""
    inside, opened = bytearray(len(text)), -1
    for i, c in enumerate(text):
        if c == "(" and opened < 0:
            opened = i
        elif c == ")" and opened >= 0:
            inside[opened : i + 1] = b"\1" * (i + 1 - opened)
            opened = -1
    return inside
