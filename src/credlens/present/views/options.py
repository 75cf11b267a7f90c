"""Options: for each missing skill, what would close it, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.loop import Option
from credlens.present import words
from credlens.present.context import Context
from credlens.present.notes import Value
from credlens.present.views.card import Card, Warns, card

BEST = 3


@dataclass(frozen=True, slots=True)
class Brief:
    """An option that is not among the best: enough to see why not."""

    title: str
    provider: Value
    teaches: Value
    cost: Value
    hours: Value
    quality: str
    flags: tuple[Warns, ...]


@dataclass(frozen=True, slots=True)
class SkillOptions:
    """What would close one skill: ``best`` up to :data:`BEST`, the others in ``rest``."""

    label: str
    anchor: str
    lead: str
    best: tuple[Card, ...]
    rest: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Options for the first skills, then for the others."""

    lead: str
    first: tuple[SkillOptions, ...]
    others: tuple[SkillOptions, ...]


def options(context: Context) -> Options:
    """The options of a loop. A credential's values are printed in full under each first skill, and elsewhere once."""
    loop = context.loop
    printed: set[str] = set()
    first = [_of(context, skill, printed, always_full=True) for skill in loop.gap.first]
    # The gap's order, not the mapping's, so that the most wanted skill is read first.
    ranked = [i.skill for i in loop.gap.missing if i.skill not in loop.gap.first and loop.options.get(i.skill)]
    ranked += [s for s in loop.options if s not in ranked and s not in loop.gap.first and loop.options[s]]
    others = [_of(context, skill, printed, always_full=False) for skill in ranked]
    return Options(_lead(context, first), tuple(first), tuple(others))


def _of(context: Context, skill: str, printed: set[str], *, always_full: bool) -> SkillOptions:
    found = context.loop.options.get(skill, ())
    cards = []
    for option in found[:BEST]:
        again = option.credential in printed
        full = always_full or not again
        cards.append(card(context, skill, option, full=full, again=again))
        printed.add(option.credential)
    return SkillOptions(
        label=context.skill(skill),
        anchor=context.anchor("options", skill),
        lead=_sentence(context, skill, found),
        best=tuple(cards),
        rest=tuple(_brief(context, skill, o) for o in found[BEST:]),
    )


def _brief(context: Context, skill: str, option: Option) -> Brief:
    full = card(context, skill, option, full=False, again=True)
    return Brief(
        full.title, full.provider, full.teaches, full.cost, full.hours, full.quality.replace(" of 100", ""), full.flags
    )


def _sentence(context: Context, skill: str, found: tuple[Option, ...]) -> str:
    label = context.skill(skill)
    if not found:
        return f"No credential in the catalog is known to teach {label}. Look for one, add it, and it is compared here."
    priced = sum(1 for o in found if o.quote.high is not None)
    text = f"{words.count(len(found), 'credential')} in the catalog for {label}"
    if priced < len(found):
        text += f"; the price is known for {priced} of {len(found)}"
    return f"{text}; the first {BEST} are shown." if len(found) > BEST else f"{text}."


def _lead(context: Context, first: list[SkillOptions]) -> str:
    if not first:
        return "There is no missing skill that a certificate proves well, so there is nothing to buy."
    offers = {o.credential for found in context.loop.options.values() for o in found}
    labels = words.listing([s.label for s in first])
    which = "the skill" if len(first) == 1 else "the skills"
    return (
        f"{words.count(len(offers), 'credential')} would close part of your gap. "
        f"Compared first for {labels}, {which} to begin with. Cost and hours are yours: at your pace, without what you know."
    )
