"""What a person aims at: the ads given now, or the ones given last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from credlens.app.ads import AdsRead, read_paths
from credlens.app.constraints import constraints
from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports, Target
from credlens.app.prior import nothing_known, prior
from credlens.app.situation import Situation, measure, situation, without_target
from credlens.evaluate.together.foundations import recognise as known_occupation
from credlens.gap.occupations import recognise as regulated_occupation
from credlens.model.demand import Demand
from credlens.model.errors import UserError


def name_of(knowledge: Knowledge, demand: Demand, jurisdiction: str | None = None) -> str:
    """The goal in words when nobody named it: the occupation that the ads' titles name, else their most frequent title."""
    regulated = regulated_occupation(demand.titles, knowledge.occupations, jurisdiction)
    known = regulated or known_occupation("", demand.titles, knowledge.foundations)
    if known is not None:
        return known.title
    return demand.titles[0][0] if demand.titles else "the jobs in these ads"


def target_of(
    ports: Ports,
    knowledge: Knowledge,
    ads: Sequence[Path] = (),
    occupation: str | None = None,
    jurisdiction: str | None = None,
) -> tuple[Target, AdsRead]:
    """The target: of these ads, or without any of this occupation alone, which is then remembered; else the stored one.

    Where nobody named a jurisdiction, the place that the person wants to work in counts.

    Raises:
        UserError: there is none, or nothing is known of the occupation.
    """
    if ads or occupation:
        read = read_paths(ports, ads) if ads else AdsRead((), 0, (), ())
        regulated = occupation if occupation in {o.id for o in knowledge.occupations} else None
        title = next((o.title for o in knowledge.occupations if o.id == regulated), occupation)
        name = title or name_of(knowledge, measure(ports, knowledge, read), jurisdiction)
        if not ads and prior(ports, knowledge, name) is None:  # before anything is stored: the target before it stays
            raise nothing_known(name)
        target = Target(name, read.postings, read.read, regulated, jurisdiction)
        ports.store().save_target(target)
        return _in_place(ports, target), read
    kept = stored_target(ports)
    if kept is None:
        raise _no_ads()
    return _in_place(ports, kept), AdsRead(kept.postings, kept.read, (), ())


def _no_ads() -> UserError:
    return UserError(
        "There are no job ads yet.",
        where="--ads",
        what_to_do="Give some: credlens gap --ads FOLDER (text, Markdown, HTML, JSON, CSV, Parquet), or an --occupation.",
    )


def _in_place(ports: Ports, target: Target) -> Target:
    return replace(target, jurisdiction=target.jurisdiction or constraints(ports).place)


def stored_target(ports: Ports) -> Target | None:
    """What the person is aiming at; None when there is no target yet."""
    return ports.store().target() if ports.has_state() else None


def kept_situation(ports: Ports, knowledge: Knowledge) -> Situation | None:
    """The stored person before the stored target; None when there is no target yet."""

    def found() -> Situation | None:
        if stored_target(ports) is None:
            return None
        target, read = target_of(ports, knowledge)
        return situation(ports, knowledge, stored(ports, knowledge), read, target)

    return ports.remember("situation", lambda: (knowledge, ports.today, ports.stamp()), found)


def aimed_situation(ports: Ports, knowledge: Knowledge) -> Situation:
    """The stored person before the stored target.

    Raises:
        UserError: there is no target yet.
    """
    here = kept_situation(ports, knowledge)
    if here is None:
        raise _no_ads()
    return here


def stored_situation(ports: Ports, knowledge: Knowledge | None = None) -> Situation:
    """The stored person before the stored target; before no ads at all when there is no target yet.

    Args:
        knowledge: what texts are read with; what the person has when None.
    """
    knowledge = knowledge or Knowledge.of(ports)
    return kept_situation(ports, knowledge) or without_target(ports, knowledge, stored(ports, knowledge))
