"""Whether two records speak of the same credential: by names that belong to one thing only, else by title and issuer, with a probability.

The weights are log-odds set by hand (``docs/decisions/0015``): how much likelier an agreement is between two records of one thing than
between two things that share the telling words of their titles. They were checked on pairs, not fitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from credlens.catalog.titles import words
from credlens.model.offer import Identifier

SURE = 0.95  # from here on two records become one
DOUBTFUL = 0.5  # from here on a person is asked

# Of the number of telling words that two titles share: "Python" is said by everybody, five words rarely by chance.
_SHARED = (-3.0, -0.5, 0.5, 1.5, 2.5)
_SAME_ISSUER, _OTHER_ISSUER, _NO_ISSUER = 3.5, -4.5, -1.0
_SAME_KIND, _OTHER_KIND = 0.7, -2.5
_SAME_TITLE = 1.0
_OTHER_LEVEL, _OTHER_LANGUAGE, _OTHER_HOURS = -1.0, -2.0, -1.5
_SAME_SOURCE = -5.0  # a source that lists both holds them for two things
HOURS_APART = 3.0  # times as long

# Addresses and codes. An address may show a whole family of credentials, so it is only sure together with the title.
_BY_CODE, _BY_ADDRESS, _BY_ADDRESS_ALONE = 0.999, 0.99, 0.6
_BY_NAME = 0.985  # at most: what shares an address goes before what shares a name
_TITLES_AGREE = 0.5  # share of common words from which on one address means one thing


@dataclass(frozen=True, slots=True)
class Sketch:
    """What identity is judged by; see :class:`credlens.catalog.entry.Entry`. ``sources`` are ``source`` names; empty for hand-written records."""

    id: str
    title: str
    key: str
    issuers: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    hours: float | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """How probable it is that two are one, and why, in words."""

    probability: float
    because: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two credentials of the catalog that may be one; ``one`` is first in order."""

    one: str
    other: str
    probability: float
    because: str


def judge(one: Sketch, other: Sketch) -> Judgement:
    """How probable it is that two records are of the same credential.

    Records that share neither an identifier nor a title key get 0: nothing speaks for it.
    """
    shared = set(one.identifiers) & set(other.identifiers)
    codes = sorted(i for i in shared if i.scheme != "url")
    if codes:
        return Judgement(_BY_CODE, f"both are {codes[0]}")
    agree = _overlap(one.title, other.title)
    twice = set(one.sources) & set(other.sources)
    if shared and not twice:
        address = min(shared).value
        if agree >= _TITLES_AGREE or one.key == other.key:
            return Judgement(_BY_ADDRESS, f"one address, {address}, and titles that agree")
        return Judgement(_BY_ADDRESS_ALONE, f"one address, {address}, but titles that differ")
    if one.key != other.key or not one.key:
        return Judgement(0.0, "no name in common")
    return _by_name(one, other, bool(twice), agree)


def _by_name(one: Sketch, other: Sketch, twice: bool, agree: float) -> Judgement:
    telling = len(one.key.split())
    odds = _SHARED[min(telling, len(_SHARED) - 1)]
    said = [f"{telling} telling word{'s' if telling > 1 else ''} of the titles"]
    if one.issuers and other.issuers:
        same = any(same_organisation(a, b) for a in one.issuers for b in other.issuers)
        odds += _SAME_ISSUER if same else _OTHER_ISSUER
        said.append("the issuer" if same else "not the issuer")
    else:
        odds += _NO_ISSUER
    for name, same_odds, other_odds in (
        ("kind", _SAME_KIND, _OTHER_KIND),
        ("level", 0.0, _OTHER_LEVEL),
        ("language", 0.0, _OTHER_LANGUAGE),
    ):
        mine, theirs = set(getattr(one, name)), set(getattr(other, name))
        if mine and theirs:
            odds += same_odds if mine & theirs else other_odds
            if not mine & theirs:
                said.append(f"not the {name}")
    if agree == 1.0:
        odds += _SAME_TITLE
    if one.hours and other.hours and max(one.hours, other.hours) > HOURS_APART * min(one.hours, other.hours):
        odds += _OTHER_HOURS
        said.append("not the hours")
    if twice:
        odds += _SAME_SOURCE
        said.append("one source lists both")
    return Judgement(round(min(1 / (1 + exp(-odds)), _BY_NAME), 3), "in common: " + ", ".join(said))


def _overlap(one: str, other: str) -> float:
    mine, theirs = set(words(one)), set(words(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def same_organisation(one: str, other: str) -> bool:
    """One key, one the beginning of the other in whole words ("ibm", "ibm skills network"), or the initials of its first words ("aws")."""
    short, long = sorted((one.split(), other.split()), key=len)
    if not short:
        return False
    if short == long[: len(short)]:
        return True
    initials = "".join(w[0] for w in long)
    return len(short) == 1 and len(short[0]) > 2 and initials.startswith(short[0])
