"""SVG elements as escaped markup."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup


def tag(name: str, *children: Markup | str, **attributes: str | float) -> Markup:
    """One element; every value is escaped.

    Args:
        name: element name.
        children: what stands inside; text is escaped.
        attributes: numbers are printed with at most two decimals; ``class_`` and ``text_anchor`` become ``class`` and
            ``text-anchor``.
    """
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _number(value))
        for key, value in attributes.items()
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, said, Markup("").join(children))


def drawing(children: Iterable[Markup], kind: str, height: int) -> Markup:
    """A drawing ``height`` CSS pixels high and as wide as its place."""
    return tag(
        "svg", *children, class_=f"chart {kind}", width="100%", height=height, aria_hidden="true", focusable="false"
    )


def at(share: float) -> str:
    """A place along the width: a share in [0, 1], what lies outside is put on the edge."""
    return f"{_number(100 * min(1.0, max(0.0, share)))}%"


def diamond(share: float, y: int, kind: str) -> Markup:
    """A small diamond at a place along the width."""
    shape = tag("path", d="M0 -5 L5 0 L0 5 L-5 0 Z", class_=kind)
    return tag("svg", shape, x=at(share), y=y, width=1, height=1, overflow="visible")


def triangle(share: float, y: int, kind: str) -> Markup:
    """A small triangle that points down at a place along the width."""
    shape = tag("path", d="M-5 -4 L5 -4 L0 4 Z", class_=kind)
    return tag("svg", shape, x=at(share), y=y, width=1, height=1, overflow="visible")


def _number(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.2f}".rstrip("0").rstrip(".")
