"""One sentence in clauses, each under the cue that speaks for it."""

from __future__ import annotations

import re
from itertools import pairwise

from credlens.model.posting import Requirement
from credlens.skills import cues
from credlens.skills.stems import DEMANDS, PREFERS

_CLAUSE = re.compile(r"[,;()\[\]]|\b(?:but|and|while|with)\b|\s[-\u2013\u2014]\s")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_FILLER = re.compile(
    r"\b(?:is|are|an?|but|not|required|needed|necessary|essential|mandatory|strongly|highly|very|would|be)\b|\W"
)
_LEADS = re.compile(r"\bmust\b|\brequire")

Clause = tuple[int, int, Requirement, bool]
"""Start and end in the sentence, how firmly it asks, and whether it is said not to be needed."""


def clauses(words: str, heading: Requirement, asked: Requirement, cued: int, refusing: int) -> list[Clause]:
    """A sentence's clauses; mostly one, the sentence itself.

    Args:
        words: the sentence in lower case with straight quotes.
        heading: what its heading says.
        asked: what is said by a sentence without a firm word of its own.
        cued: which cues it may hold, as bits of :mod:`credlens.skills.stems`.
        refusing: whether it may hold a refusal; 0 when it cannot.
    """
    refused = cues.negation(words) if refusing else None
    said = words if refused is None else words[: refused[0]] + " " * (refused[1] - refused[0]) + words[refused[1] :]
    own = cues.cue(said, prefers=bool(cued & PREFERS), demanding=bool(cued & DEMANDS)) if cued else None
    if own is None:
        return _inherit(words, said, refused, heading) if refused else [(0, len(words), asked, False)]
    if own is Requirement.PREFERRED and not (cued & DEMANDS and cues.demands(said)):
        return _preferred(
            words, heading if heading is not Requirement.UNCLEAR else asked
        )  # also "not required, but a plus"
    if refused or own is Requirement.PREFERRED:
        return _inherit(words, said, refused, heading)
    return [(0, len(words), own, False)]


def _preferred(words: str, heading: Requirement) -> list[Clause]:
    """A sentence that only prefers: all of it, unless an aside or a word like "ideally" narrows it."""
    aside = _aside(words)
    if aside and not cues.PREFERRED.search(words[: aside[0]] + words[aside[1] :]):
        first, last = aside
        outer = [(0, first, heading, False), (last, len(words), heading, False)]
        return [outer[0], (first, last, Requirement.PREFERRED, False), outer[1]]
    forward = cues.FORWARD.search(words)
    if (
        forward
        and forward.start() > 3
        and _FILLER.sub("", words[forward.end() :])
        and not cues.PREFERRED.search(words, 0, forward.start())
    ):
        cut = forward.start()
        return [(0, cut, heading, False), (cut, len(words), Requirement.PREFERRED, False)]
    return [(0, len(words), Requirement.PREFERRED, False)]


def _aside(words: str) -> tuple[int, int] | None:
    """The span of a parenthesis that asks for something of its own: "(Tableau preferred)", but not "(a plus)"."""
    for found in _PARENTHESIS.finditer(words):
        if cues.PREFERRED.search(found[1]) and _FILLER.sub("", cues.PREFERRED.sub("", found[1])):
            return found.span(1)
    return None


def _inherit(words: str, said: str, refused: tuple[int, int] | None, heading: Requirement) -> list[Clause]:
    """A sentence's clauses, each under its own cue; one without takes that of its neighbour.

    A cue at the head of a clause ("ideally Tableau, Looker") reaches forward, one at its end ("Python, SQL required") backward.

    Args:
        words: the sentence.
        said: the same with the words of refusal blanked.
        refused: their span; what is named in that clause is not asked for.
        heading: what its heading says.
    """
    low, high = refused or (0, 0)
    cuts = [m.start() for m in _CLAUSE.finditer(words) if not low < m.start() < high]
    bounds = [0, *cuts, len(words)]
    spans = [(a, b) for a, b in pairwise(bounds) if b > a]
    own = [cues.cue(said[a:b]) for a, b in spans]
    cued = [i for i, asked in enumerate(own) if asked]
    result: list[Clause] = []
    for i, (a, b) in enumerate(spans):
        before = max((j for j in cued if j <= i), default=None)
        after = min((j for j in cued if j >= i), default=None)
        reaches = before is not None and (before == i or after is None or _leads(said[slice(*spans[before])]))
        source = before if reaches else after
        asked = own[source] if source is not None else None
        negated = refused is not None and a < high and b > low and own[i] is None
        result.append((a, b, asked or heading, negated))
    return result


def _leads(clause: str) -> bool:
    """Whether the clause's cue stands in its first half."""
    found = cues.PREFERRED.search(clause) or _LEADS.search(clause)
    return found is not None and found.start() <= len(clause) / 3
