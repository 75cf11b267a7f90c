"""Contrast, computed from the style sheet's own variables (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from credlens.present.html import stylesheet

_VARIABLE = re.compile(r"--([a-z-]+):\s*#([0-9a-f]{3,6})\b")

TEXT = [
    *((ink, back) for ink in ("ink", "muted", "accent", "good", "caution", "stop") for back in ("paper", "card")),
    *(("unknown", back) for back in ("paper", "card", "hatch-back", "sunk")),
    *((ink, "sunk") for ink in ("ink", "muted", "accent")),
    *((ink, back) for ink in ("ink", "accent") for back in ("stop-back", "caution-back")),
    ("good", "good-back"),
    ("caution", "caution-back"),
    ("caution", "sunk"),
    ("stop", "stop-back"),
    ("card", "accent"),  # the number of the first three skills
]
GRAPHIC = [
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "sunk"),
    ("caution", "sunk"),
    ("good", "card"),
    ("axis", "paper"),
    ("hatch-line", "hatch-back"),
    ("hatch-line", "paper"),
]


def themes() -> dict[str, dict[str, str]]:
    css = stylesheet()
    light = dict(_VARIABLE.findall(css[: css.index("@media")]))
    dark = dict(_VARIABLE.findall(css[css.index("prefers-color-scheme: dark") : css.index("*, *::before")]))
    printed = dict(_VARIABLE.findall(css[css.index("@media print") :]))
    return {"light": light, "dark": dark, "print": printed}


def luminance(colour: str) -> float:
    if len(colour) == 3:
        colour = "".join(c * 2 for c in colour)
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "back"), TEXT)
def test_text_can_be_read(theme: str, ink: str, back: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[ink], colours[back]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "back"), GRAPHIC)
def test_drawings_can_be_seen(theme: str, mark: str, back: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[mark], colours[back]) >= 3


def test_every_theme_defines_the_same_colours() -> None:
    found = themes()
    assert set(found["light"]) == set(found["dark"])
    assert set(found["print"]) <= set(found["light"])


def test_colours_are_only_named_as_variables() -> None:
    css = re.sub(r"--[a-z0-9-]+:[^;]+;", "", stylesheet())
    assert not re.search(r"#[0-9a-f]{3,6}\b", css)


def test_the_sheet_loads_nothing() -> None:
    assert "@import" not in stylesheet()
    assert "url(" not in stylesheet()
    assert "@font-face" not in stylesheet()


@pytest.mark.parametrize(
    "feature", ["prefers-color-scheme", "prefers-reduced-motion", "@media print", "max-width: 44rem"]
)
def test_the_sheet_answers_to(feature: str) -> None:
    assert feature in stylesheet()
