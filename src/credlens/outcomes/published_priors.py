"""What is looked for, before a person's own log, of things that are done for the sake of an interview: (mean, sd) in log odds."""

from __future__ import annotations

from credlens.model.next_step import NextKind

EFFECTS: dict[NextKind, tuple[float, float, str]] = {
    NextKind.APPLY_MORE: (0.0, 0.0, "More applications bring more of the same."),
    NextKind.PROJECT: (
        0.05,
        0.25,
        "A judgement: on a platform earnings rose with what projects were worth, hardly with their number (Kässi & Lehdonvirta, JHR 2024).",
    ),
    NextKind.NETWORKING: (
        0.9,
        0.5,
        "A judgement: referred applicants are hired much more often (Burks and others, QJE 2015), and part of that is who gets referred.",
    ),
    NextKind.DEGREE: (
        0.3,
        0.4,
        "A judgement: a degree opens the ads that demand one; what it does to the others differs by field.",
    ),
}
"""By kind of choice; the effect of a credential is that of :class:`credlens.model.belief.EffectPrior`."""
