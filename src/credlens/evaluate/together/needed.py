"""How many more credentials it takes to cover what is missing, between two bounds.

The least number of sets that cover something is NP-hard (Karp 1972), so it is not computed. From above: the greedy cover, at most
H(n) times the least number for n areas (Chvatal 1979, Mathematics of Operations Research 4, 233-235). From below: no fewer than it takes when
each could add as much as the largest do; and no fewer than there are areas of which no two have a credential in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate


def greedy(covers: Mapping[str, frozenset[str]], wanted: frozenset[str], fit: Mapping[str, float]) -> tuple[str, ...]:
    """Keys of sets that cover everything wanted, each time the one that adds most; ties by fit, then by key.

    Args:
        covers: what each key covers.
        wanted: has to be covered by all of them together.
        fit: how well each key suits otherwise.
    """
    left, chosen = set(wanted), list[str]()
    while left:
        best = min(covers, key=lambda key: (-len(covers[key] & left), -fit[key], key))
        chosen.append(best)
        left -= covers[best]
    return tuple(chosen)


def least_by_size(covers: Mapping[str, frozenset[str]], wanted: frozenset[str]) -> int:
    """No fewer sets do than so many of the largest, which might overlap nowhere."""
    if not wanted:
        return 0
    sizes = sorted((len(found & wanted) for found in covers.values()), reverse=True)
    return next(k for k, total in enumerate(accumulate(sizes), 1) if total >= len(wanted))


def apart(covers: Mapping[str, frozenset[str]], wanted: Sequence[str]) -> tuple[str, ...]:
    """Wanted things of which no two are covered by one set, hence each needs its own; those that fewest cover are taken first."""
    by = {w: frozenset(key for key, found in covers.items() if w in found) for w in wanted}
    chosen: list[str] = []
    taken: set[str] = set()
    for each in sorted(wanted, key=lambda w: (len(by[w]), w)):
        if by[each] and not by[each] & taken:
            chosen.append(each)
            taken |= by[each]
    return tuple(chosen)
