"""What hangs on several credentials of a problem file: bundles, awards, paid subscriptions, what is fixed or excluded."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from credlens.plan.files.credentials import proofs
from credlens.plan.files.schema import names
from credlens.plan.files.sizes import MOST_ENTRIES
from credlens.plan.files.tree import Record, shown
from credlens.plan.offer import Award, Bundle, Paid

_BUNDLE, _AWARD, _PAID = names("bundle"), names("award"), names("paid")
_EXCLUDED, _REMARK = names("excluded"), names("remark")


def bundles(top: Record, known: Collection[str]) -> tuple[Bundle, ...]:
    """The bundles, by name; no two may share a member."""
    found: list[Bundle] = []
    taken: dict[str, str] = {}
    for record in top.records("bundles", _BUNDLE):
        bundle = Bundle(record.text("name"), _members(record, known), record.amount("saves"))
        for member in bundle.members:
            if member in taken:
                record.problem(
                    "members", f"{shown(member)} is in the bundle {shown(taken[member])}, too.", "Keep it in one."
                )
            taken[member] = bundle.name
        found.append(bundle)
    return tuple(sorted(found, key=lambda b: b.name))


def awards(top: Record, known: Collection[str], titles: dict[str, str]) -> tuple[Award, ...]:
    """The awards, by credential; a credential may be awarded for one set of parts or another."""
    found = []
    for record in top.records("awards", _AWARD):
        name = record.text("credential")
        titles[name] = record.text("title", titles.get(name, name))
        found.append(Award(name, _members(record, known), proofs(record)))
    return tuple(sorted(found, key=lambda a: a.credential))


def rivals(top: Record, known: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The groups of equivalent credentials, in order."""
    groups = []
    for place, value in top.listed("rivals"):
        group = Record({place: value}, top.notes, top).texts(place)
        strangers(top, place, group, known)
        groups.append(tuple(sorted(group)))
    return tuple(sorted(groups))


def remarks(top: Record, known: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(credential, what to know about it), by credential."""
    found = []
    for record in top.records("remarks", _REMARK, MOST_ENTRIES):
        name = record.text("id")
        strangers(record, "id", [name], known)
        if not record.has("says"):
            record.missing("says")
        found.append((name, record.text("says", "")))
    return tuple(sorted(found, key=lambda r: r[0]))


def paid(top: Record) -> tuple[Paid, ...]:
    """The subscriptions that are paid already, by name."""
    found: dict[str, Paid] = {}
    for record in top.records("paid", _PAID):
        name = record.text("subscription")
        if name in found:
            record.problem("subscription", f"{shown(name)} is there already.", "Keep one of them.")
        found[name] = Paid(name, record.day("until"))
    return tuple(found[name] for name in sorted(found))


def excluded(top: Record, titles: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """(credential, why) of those that no plan may use, by credential."""
    found: dict[str, str] = {}
    for record in top.records("excluded", _EXCLUDED, MOST_ENTRIES):
        name = record.text("id")
        if name in found:
            record.problem("id", f"{shown(name)} is there already.", "Keep one of them.")
        titles[name] = record.text("title", titles.get(name, name))
        found[name] = record.text("because", "")
    return tuple(sorted(found.items()))


def fixed(top: Record, known: Collection[str]) -> tuple[str, ...]:
    """The credentials that every plan has to contain, by id."""
    found = top.texts("fixed")
    strangers(top, "fixed", found, known)
    return tuple(sorted(found))


def strangers(record: Record, key: str, named: Iterable[str], known: Collection[str]) -> None:
    """Note the ids that the file does not know."""
    for name in named:
        if name and name not in known:
            record.problem(
                key,
                f"There is no credential {shown(name)} in the file.",
                "Mind the spelling, or add it without options.",
            )


def _members(record: Record, known: Collection[str]) -> tuple[str, ...]:
    members = record.texts("members")
    if not record.data.get("members"):
        record.problem("members", "Nobody is named here.", "Name the credentials.")
    strangers(record, "members", members, known)
    return members
