"""What a set of credentials covers, in words, the conclusion first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from credlens.model.credential import Catalog, Depth
from credlens.model.gap import Gap, Gate, GateState
from credlens.model.skill import Taxonomy
from credlens.model.together import Area, Needed, Proof, Together

MOST = 6  # areas named in one sentence
NO_TARGET = (
    "What this leaves out cannot be told yet: there is no target to compare it with. "
    "Give job ads (credlens gap --ads FOLDER), or an occupation (credlens gap --occupation NAME)."
)


def said(made: Together, catalog: Catalog, taxonomy: Taxonomy, gap: Gap) -> Together:
    """The same, with what it says."""
    if not made.known:
        return replace(made, says=(NO_TARGET,))
    parts = (
        _covers(made),
        *(_law(g) for g in gap.gates if g.blocks and g.state is GateState.CLOSED),
        _left_out(made),
        *dict.fromkeys(_needed(n, made, catalog) for n in made.needed),
        _by_name(made, taxonomy),
        _held(made),
        _beyond(made),
        _proof(made),
    )
    return replace(made, says=tuple(p for p in parts if p))


def _covers(made: Together) -> str:
    counts, n = made.counts, len(made.wanted)
    who = "this credential covers" if len(made.credentials) == 1 else f"these {len(made.credentials)} credentials cover"
    if not n:
        return f"You can show {_work(made, len(made.areas))} already, as far as a credential could prove it."
    core, part = (counts[k] or "none" for k in ("core", "part"))
    if counts["held"]:
        return f"Of {_work(made, n)} that you cannot show yet, {who} {core} in depth and {part} in part."
    return f"{who[:1].upper()}{who[1:]} {core} of {_work(made, n)} in depth, {part} in part."


def _work(made: Together, n: int) -> str:
    """The areas in words: "the 12 areas of a data analyst's work"."""
    if not made.occupation:
        by = f"these {made.n} ads name most" if made.n else f"are asked for most of: {made.target}"
        return f"the {n} skills that {by}" if n != 1 else f"the one skill that {by}"
    whose = f"{'an' if made.occupation[0] in 'aeioAEIO' else 'a'} {made.occupation}'s work"
    return f"the {n} areas of {whose}" if n != 1 else f"the one area of {whose}"


def _law(gate: Gate) -> str:
    return f"The law keeps this work for those with: {gate.requirement}. No number of credentials replaces it."


def _left_out(made: Together) -> str:
    left = made.left_out
    if not left:
        return "Nothing is left out altogether." if made.wanted else ""
    return f"Left out: {listed([with_share(a) for a in left])}."


def _needed(needed: Needed, made: Together, catalog: Catalog) -> str:
    label = {a.id: a.label for a in made.areas}
    aim = "have a unit on each of these" if needed.depth is Depth.PART else "cover every area in depth"
    none = f"No credential of the catalog does that for {listed([label[a] for a in needed.out_of_reach])}."
    if not needed.areas:
        return "" if needed.depth is Depth.CORE and made.left_out else none.replace("does that for", "has a unit on")
    titles = listed([catalog[c].title for c in needed.credentials])
    more = "credential" if needed.low == 1 else "credentials"
    least = f"At least {needed.low} more {more} of the catalog would be needed to {aim}"
    enough = (
        f"{needed.high} would do: {titles}"
        if not needed.exact
        else f"{'one' if needed.high == 1 else 'so many'} would do: {titles}"
    )
    rest = f" {none}" if needed.out_of_reach else ""
    because = f" Fewer cannot do: {needed.low_because}." if needed.low > 1 else ""
    return f"{least}; {enough}.{because}{rest}"


def _by_name(made: Together, taxonomy: Taxonomy) -> str:
    """Tools that ads name in areas that are covered without them."""
    named = [
        (x.share, taxonomy[x.skill].label)
        for a in made.wanted
        if not a.left_out
        for x in a.asked
        if x.depth is None and x.share.k and x.skill not in a.skills and not taxonomy[x.skill].whole_field
    ]
    if not named:
        return ""
    ordered = sorted(named, key=lambda x: (-x[0].k, x[1]))
    return f"Within what is covered, ads name these too: {listed([f'{w} ({s.k} of {s.n} ads)' for s, w in ordered])}."


def _held(made: Together) -> str:
    held = [a.label for a in made.areas if a.held]
    return f"You can show already: {listed(held)}." if held and made.wanted else ""


def _beyond(made: Together) -> str:
    beyond = [with_share(a) for a in made.areas if not a.by_course and not a.held]
    return f"A certificate hardly proves {listed(beyond)}: work and projects do." if beyond else ""


def _proof(made: Together) -> str:
    deep = [a for a in made.wanted if a.depth is Depth.CORE]
    if not deep:
        return ""
    judged, unknown = (sum(a.proof is p for a in deep) for p in (Proof.JUDGED, Proof.UNKNOWN))
    if judged == len(deep):
        return "All that is covered in depth is assessed by a person, in a project or an exam."
    tested = sum(a.proof is Proof.EXAMINED for a in deep)
    said = [f"{judged} by a person"] if judged else []
    said += [f"{tested} by an exam"] if tested else []
    said += [f"of {unknown} it is not known"] if unknown else []
    if not said:
        return "What is covered in depth is taught and quizzed; no person is known to judge what you made."
    return (
        f"How the {len(deep)} covered in depth are assessed: {', '.join(said)}; the rest by quizzes or other learners."
        if (judged + tested + unknown < len(deep))
        else f"How the {len(deep)} covered in depth are assessed: {', '.join(said)}."
    )


def with_share(area: Area) -> str:
    """An area with how many ads name it, where ads do."""
    if area.share is None or not area.share.k:
        return area.label
    return f"{area.label} ({area.share.k} of {area.share.n} ads)"


def listed(names: Sequence[str], most: int = MOST) -> str:
    """Names in a row, the first ones, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def largest(most: int, n: int) -> str:
    """Why fewer credentials cannot do: each adds so many of ``n`` areas at most."""
    return f"none of the catalog covers more than {most} of these {n}" if n > 1 else "nothing covers it yet"


def none_shared(labels: Sequence[str]) -> str:
    """Why fewer credentials cannot do: no credential covers two of these areas."""
    return f"none of the catalog covers any two of {listed(labels)}"
