"""When two sources give the same value in two writings, and which of the two says more."""

from __future__ import annotations

from typing import Any

from credlens.catalog.values.addresses import canonical
from credlens.model.credential import Organisation, OrganisationKind, Verification
from credlens.model.offer import Schedule
from credlens.model.quantity import Hours, Months
from credlens.skills.organisations import organisation_key


def joined(name: str, one: Any, other: Any) -> Any | None:
    """The value that both may mean, the more telling one; None when they contradict each other.

    Args:
        name: the field's.
        one: the more trusted one, kept when neither says more.
    """
    if one == other:
        return one
    if isinstance(one, Organisation) and isinstance(other, Organisation):
        return _organisation(one, other)
    if isinstance(one, Hours | Months) and isinstance(other, Hours | Months):
        return _interval(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _codes(one, other)
    if isinstance(one, Verification) and isinstance(other, Verification):
        return _verification(one, other)
    if isinstance(one, Schedule) and isinstance(other, Schedule):
        return one if one.self_paced is None or other.self_paced in {None, one.self_paced} else None
    if isinstance(one, str) and isinstance(other, str):
        return _words(name, one, other)
    return None


def _organisation(one: Organisation, other: Organisation) -> Organisation | None:
    mine, theirs = organisation_key(one.name).split(), organisation_key(other.name).split()
    short, long = sorted((mine, theirs), key=len)
    if short != long[: len(short)]:
        return None
    return other if one.kind is OrganisationKind.OTHER and mine == theirs else one


def _interval(one: Hours | Months, other: Hours | Months) -> Hours | Months | None:
    """The narrower one when it lies in the other: a bucket and a number do not contradict each other."""
    if other.min <= one.min and one.max <= other.max:
        return one
    return other if one.min <= other.min and other.max <= one.max else None


def _codes(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """The longer list when it has all of the other: few sources list every language."""
    if set(other) <= set(one):
        return one
    return other if set(one) <= set(other) else None


def _verification(one: Verification, other: Verification) -> Verification | None:
    if one.format != other.format:
        return None
    if one.host and other.host and one.host.casefold() != other.host.casefold():
        return None
    if None not in (one.status_list, other.status_list) and one.status_list != other.status_list:
        return None
    told, others = ((bool(v.host), v.status_list is not None) for v in (one, other))
    return one if told >= others else other


def _words(name: str, one: str, other: str) -> str | None:
    if name == "official_url":
        return one if canonical(one) == canonical(other) is not None else None
    return one if " ".join(one.casefold().split()) == " ".join(other.casefold().split()) else None
