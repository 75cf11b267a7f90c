"""The gap in words: why a skill ranks where it does, what is special about what is held, what to begin with and what to skip."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.demand import DemandSource, SkillDemand
from credlens.model.gap import GapItem
from credlens.model.person import EvidenceKind, HeldSkill
from credlens.model.skill import SkillLevel, Taxonomy

_SOURCES = {
    DemandSource.ADS: "the ads given",
    DemandSource.MARKET: "the market",
    DemandSource.PROFILE: "the occupation's profile",
}
_PART = "you know part of it through a narrower skill"


def why(item: GapItem, first: Sequence[str], n: int) -> str:
    """The reason for a rank: "asked for in 31 of 40 ads, required in 24; alone it opens 12, with the other two of the first three 25".

    Args:
        item: the skill with its figures.
        first: the skills to close first.
        n: ads that can be judged; 0 when none are known.
    """
    parts = [asked(item.demand)]
    if item.rank is None or not n:
        return parts[0]
    if item.umbrella:
        parts.append("it does not count towards reach: the name of a whole field closes as its parts close")
    elif not item.learnable:
        parts.append("it does not count towards reach: a certificate hardly proves it")
    else:
        parts.append(_opens(item, first, n))
    return "; ".join(parts)


def asked(demand: SkillDemand) -> str:
    """How often and how firmly: "asked for in 31 of 40 ads, required in 24 of the 27 that say"."""
    share, firm = demand.share, demand.required
    if demand.blend is not None:
        behind = " and ".join(
            _SOURCES[p.source] for p in demand.blend.parts if p.weight > 0 or len(demand.blend.parts) == 1
        )
        text = f"asked for in about {100 * demand.expected:.0f} % of ads by {behind or 'what was known before'}"
        text += f" ({share.k} of the {share.n} given)" if share.n else ""
    else:
        text = f"asked for in {share.k} of {share.n} ads"
    if firm.n == 0:
        return text
    return f"{text}, required in {firm.k}" + ("" if firm.n == share.k else f" of the {firm.n} that say")


def remarks(item: GapItem) -> tuple[str, ...]:
    """What is special about what is held: without proof, below the level asked for, not used for long."""
    held = item.held
    if held is None:
        return ()
    lines = []
    if item.unproven:
        lines.append(_without_proof(held))
    lines += _level(item, held)
    if item.stale is not None:
        lines.append(f"last used {item.stale:%Y-%m}: refresh it, or show a recent project")
    return tuple(lines)


def begin(chosen: GapItem, others: Sequence[GapItem], n: int, taxonomy: Taxonomy) -> str:
    """Why this one of the first three comes first of all.

    Args:
        chosen: the one to begin with.
        others: the other ones of the first three.
        n: ads that can be judged; 0 when none are known.
        taxonomy: for the names.
    """
    if not n or chosen.opens is None:
        return f"{asked(chosen.demand)}; how many ads it would open is not known without ads"
    text = f"alone it opens {_ads(chosen.opens)} of {n}"
    if not others:
        return text
    if chosen.opens:
        rest = [f"{taxonomy[o.skill].label} {o.opens or 'none'}" for o in others]
        text += f" ({', '.join(rest)})"
    else:
        text = "none of these opens an ad alone"
    most = max(o.opens_together or 0.0 for o in others)
    if chosen.opens == max(o.opens or 0 for o in others) and (chosen.opens_together or 0.0) >= most:
        text += f"; of what closing everything would open, the most falls to it ({chosen.opens_together or 0:.1f} ads)"
    return text


def proof(item: GapItem) -> str:
    """What a badge or a project for a skill without proof would be worth."""
    parts = [_PART] if _implied(item.held) else []
    parts.append(asked(item.demand))
    if item.rank is not None and item.opens:
        parts.append(f"a proof of it alone opens {_ads(item.opens)}")
    return "; ".join(parts)


def skip(held: HeldSkill, demand: SkillDemand) -> str:
    """Why no course is needed: "8.0 years at work, expert level"."""
    years = f"{held.years:.1f} years at work" if held.years is not None else "certified" if _certified(held) else "used"
    text = f"{years}, {held.level.value} level"
    if demand.level is not SkillLevel.UNKNOWN:
        text += f"; ads that say how far ask for {demand.level.value}"
    return text


def _opens(item: GapItem, first: Sequence[str], n: int) -> str:
    alone = f"alone it opens {item.opens or 'none'}"
    others = [s for s in first if s != item.skill]
    if not others:
        return f"{alone} of {n}"
    if item.skill in first:
        beside = (
            f"the other {'two' if len(others) == 2 else 'one'} of the first {'three' if len(first) == 3 else 'two'}"
        )
    else:
        beside = f"the first {'three' if len(first) == 3 else 'two' if len(first) == 2 else 'one'}"
    return f"{alone}, with {beside} {item.opens_with_first or 'none'}"


def _level(item: GapItem, held: HeldSkill) -> list[str]:
    wanted = item.demand.level
    if wanted is SkillLevel.UNKNOWN or item.unproven:
        return []
    said = sum(n for _, n in item.demand.levels)
    who = f"{said} {'ad says' if said == 1 else 'ads say'} how far"
    if item.level_gap is None:
        return [
            f"{who}, half of them {wanted.value} or more; your papers do not say how far you are, so it cannot be told"
        ]
    return [f"{who}, half of them {wanted.value} or more; you show {held.level.value}"] if item.level_gap else []


def _without_proof(held: HeldSkill) -> str:
    if _implied(held):
        return f"{_PART}, and nothing shows it by name: a badge or a project is enough"
    return "you know it and cannot show it: a badge or a project is enough"


def _implied(held: HeldSkill | None) -> bool:
    return held is not None and {e.kind for e in held.evidence} == {EvidenceKind.IMPLIED}


def _certified(held: HeldSkill) -> bool:
    return any(e.kind is EvidenceKind.CERTIFIED for e in held.evidence)


def _ads(count: int) -> str:
    return f"{count} ad" if count == 1 else f"{count} ads"
