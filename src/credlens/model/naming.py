"""What the scorecard's parts are called, so that every face calls them alike; and letters that are shown and do nothing else."""

from __future__ import annotations

from credlens.model.scorecard import CriterionValue

MOSTLY_UNKNOWN = 0.5  # a value that may lie anywhere in half of the scale says more about us than about the credential

_CRITERIA = {
    "assessment_rigour": "how hard it is to pass",
    "supervision": "supervision and identity",
    "recognition": "named by employers",
    "quality_assurance": "outside quality check",
    "endorsement_credit": "endorsed, or worth credit",
    "transferability": "useful beyond one tool",
    "verifiability": "others can check it",
    "stackability": "counts towards more",
    "durability": "how long it lasts",
    "cost": "cost for you",
    "time": "time for you",
    "gap_coverage": "closes your gap",
}

_GROUPS = {"quality": "Quality: can it be trusted, and by whom", "suitability": "Suitability: what it means for you"}

# What would move the cursor, colour the screen or turn the direction of writing has no place in a text that is only shown.
_CONTROLS = (
    *range(9),
    *range(11, 32),
    *range(127, 160),
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_HARMLESS = dict.fromkeys(_CONTROLS, "\ufffd")


def plain(identifier: str) -> str:
    """An identifier as words: "gap_coverage" becomes "gap coverage"."""
    return identifier.replace("_", " ").replace("-", " ").strip()


def criterion(identifier: str) -> str:
    """What a criterion is called, in the middle of a sentence."""
    return _CRITERIA.get(identifier, plain(identifier))


def group(identifier: str) -> str:
    """What a group of criteria asks."""
    return _GROUPS.get(identifier, plain(identifier))


def harmless(text: str) -> str:
    """The text with every control character made visible; tabs and line ends stay."""
    return text.translate(_HARMLESS)


def unknown(value: CriterionValue) -> bool:
    """Whether hardly anything is known of a value."""
    return value.high - value.low >= MOSTLY_UNKNOWN


def interval(value: CriterionValue) -> str:
    """A value on the scale of 0 to 100 in words: "55", "between 10 and 30", "unknown: between 0 and 70"."""
    low, high = f"{value.low * 100:.0f}", f"{value.high * 100:.0f}"
    if low == high:
        return low
    return f"unknown: between {low} and {high}" if unknown(value) else f"between {low} and {high}"
