"""Whether two copies of a badge say the same: the one that somebody shows, and the one at its issuer.

JSON-LD has several ways to write one thing: one value or a list of it, an address or an object with only that id. These count as the same;
anything else that differs is told, with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from credlens.verify.dates import moment, stamp
from credlens.verify.earlier.form import id_of
from credlens.verify.structure.shapes import Place, pointer

_LATER = frozenset({"revoked", "revocationReason"})
"""What an issuer says only later: a copy need not have it."""
_DATES = frozenset({"issuedOn", "issued_on", "expires"})
_LINKED = frozenset({"badge", "issuer", "publisher"})
"""What has an address of its own, where it is compared with what is there."""
_BARE = frozenset({"id", "type", "@context"})
_TOLD = 3


def differences(shown: Mapping[str, Any], kept: Mapping[str, Any], *, abridged: bool = False) -> tuple[str, ...]:
    """Places (JSON Pointers) at which they differ, the first few.

    Args:
        shown: the copy that is judged.
        kept: the issuer's.
        abridged: whether the copy may leave something out.
    """
    found: list[str] = []
    for place in _objects(shown, kept, None, abridged=abridged):
        found.append(pointer(place))
        if len(found) == _TOLD:
            break
    return tuple(found)


def _objects(shown: Mapping[str, Any], kept: Mapping[str, Any], around: Place, *, abridged: bool) -> Iterator[Place]:
    for name in dict.fromkeys((*shown, *kept)):
        if (name in _LATER and name not in shown) or (name == "@context" and abridged):
            continue
        one, other = _single(shown.get(name)), _single(kept.get(name))
        if one is None and (other is None or abridged):
            continue
        yield from _values(one, other, (around, name), name, abridged=abridged)


def _values(one: Any, other: Any, place: Place, name: str, *, abridged: bool) -> Iterator[Place]:
    if isinstance(one, dict) and isinstance(other, dict):
        yield from _objects(one, other, place, abridged=abridged)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from _values(_single(a), _single(b), (place, index), name, abridged=abridged)
    elif isinstance(one, dict) != isinstance(other, dict) and _same_thing(one, other, name):
        return
    elif (type(one) is not type(other) or one != other) and (name not in _DATES or not _same_moment(one, other)):
        yield place


def _single(value: Any) -> Any:
    """A list of one value is that value; an empty one is none."""
    while isinstance(value, list) and len(value) < 2:
        value = value[0] if value else None
    return value


def _same_thing(one: Any, other: Any, name: str) -> bool:
    """Whether an object and an address are the same thing."""
    thing, address = (one, other) if isinstance(one, dict) else (other, one)
    return (
        isinstance(address, str)
        and address != ""
        and id_of(thing) == address
        and (name in _LINKED or thing.keys() <= _BARE)
    )


def _same_moment(one: Any, other: Any) -> bool:
    if str(one) != str(one).upper() or str(other) != str(other).upper():
        return False  # a T or Z in lower case: nobody writes so whose copy was not changed
    first, second = moment(one, early=True), moment(other, early=True)
    return first is not None and first == second and _is_usual(one) and _is_usual(other)


def _is_usual(value: Any) -> bool:
    """Whether a moment is written as issuers' copies write it, one time so and one time so; a rarer form, or one without zone, was changed."""
    return "T" not in str(value) or (stamp(str(value)) == value and moment(value) is not None)
