"""The page of one credential as rows of plain values: what each section says, before anything is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from credlens.app.catalog.offered import COMPARED, filled
from credlens.app.catalog.showing import ShowResult
from credlens.app.catalog.telling.words import (
    amount_words,
    assessment_words,
    field_words,
    in_brackets,
    kind_words,
    needed_words,
    price_words,
    sides,
    value_words,
    who,
)
from credlens.model.credential import CostItem, Credential, Depth
from credlens.model.fact import Fact, Source, Unknown, WhyUnknown
from credlens.model.offer import OutcomeFigure, Relation

CAUTION = "yellow"
FEW = 12  # parts of a program that are listed; the others are counted

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A label, its lines (words, style), and who says so."""

    label: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Section:
    """A question with its answers."""

    title: str
    rows: tuple[Row, ...]


def sections(result: ShowResult) -> tuple[Section, ...]:
    """What is known, question by question; questions without an answer are left out."""
    made = (
        ("What it is", _what(result)),
        ("Who stands behind it", _who(result)),
        ("What it teaches", _teaches(result)),
        ("What it costs", _costs(result)),
        ("What has to come before, and how it is assessed", _assessed(result)),
        ("How long it holds", _holds(result)),
        ("What it counts for", _counts(result)),
    )
    return tuple(Section(title, found) for title, rows in made if (found := tuple(rows)))


def unknown_fields(result: ShowResult) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Why nothing is known, and of which of the compared fields: those nobody looked up, and those a source does not state."""
    found: dict[WhyUnknown, list[str]] = {WhyUnknown.NOT_LOOKED_UP: [], WhyUnknown.NOT_STATED: []}
    credential = result.credential
    known = filled(credential)
    for name in (n for n in COMPARED if n not in known):
        value = credential.costs[0].amount if name == "costs" and credential.costs else getattr(credential, name)
        why = value.value.why if isinstance(value, Fact) and isinstance(value.value, Unknown) else None
        if why is not WhyUnknown.CONFLICTING:
            found[why if why in found else WhyUnknown.NOT_LOOKED_UP].append(field_words(name))
    return tuple((_WHY[why], tuple(names)) for why, names in found.items() if names)


_WHY = {WhyUnknown.NOT_LOOKED_UP: "Nobody has looked up yet", WhyUnknown.NOT_STATED: "Looked for, and not stated"}


def disagreements(credential: Credential) -> tuple[tuple[str, str], ...]:
    """Field in words, and every side of a conflict with the one who says it."""
    found = [
        (field_words(f.name), sides(value, _say(f.name)))
        for f in fields(credential)
        if isinstance(value := getattr(credential, f.name), Fact) and _conflicting(value)
    ]
    found += [
        (f"price ({i.what})", sides(i.amount, lambda a, c=i.currency: amount_words(a, c)))
        for i in credential.costs
        if _conflicting(i.amount)
    ]
    return tuple(found)


def overruled(credential: Credential) -> tuple[tuple[str, str], ...]:
    """Field in words, and each value that was given up for another one, with who said it and why."""
    facts = [(f.name, getattr(credential, f.name), _say(f.name)) for f in fields(credential)]
    facts += [
        (f"price ({i.what})", i.amount, lambda a, c=i.currency: amount_words(a, c))  # type: ignore[misc]
        for i in credential.costs
    ]
    return tuple(
        (field_words(name), f"{say(o.value)} ({who(o.source)}): {o.why}")
        for name, fact, say in facts
        if isinstance(fact, Fact)
        for o in fact.overruled
    )


def said_of(credential: Credential, name: str) -> tuple[Source, ...]:
    """Who says something on a field, amounts and lists that are known to be empty included."""
    value = getattr(credential, name)
    if isinstance(value, Fact):
        return value.sources
    if not isinstance(value, tuple):
        return ()
    said = [s for part in value for s in getattr(part, "sources", ())]
    said += [s for part in value if isinstance(part, CostItem) for s in part.amount.sources]
    said += [s for a in credential.absent if a.field == name for s in a.sources]
    return tuple(said)


def newest_word(credential: Credential, name: str) -> date | None:
    """The day of the newest source of a field; None when none has a date."""
    return max((s.date for s in said_of(credential, name) if s.date), default=None)


def _conflicting(fact: Fact[Any]) -> bool:
    return isinstance(fact.value, Unknown) and fact.value.why is WhyUnknown.CONFLICTING


def _say(name: str) -> Callable[[Any], str]:
    return kind_words if name == "kind" else value_words


def _fact(result: ShowResult, name: str) -> Iterator[Row]:
    """One field; nothing when it is unknown."""
    fact: Fact[Any] = getattr(result.credential, name)
    say = _say(name)
    if _conflicting(fact):
        yield Row(field_words(name), ((f"sources disagree: {sides(fact, say)}", CAUTION),), fact.sources)
        return
    if isinstance(fact.value, Unknown):
        if fact.value.why is WhyUnknown.NOT_APPLICABLE:
            yield Row(field_words(name), (("does not apply", ""),), fact.sources)
        return
    words = say(fact.value) + in_brackets([fact.condition, fact.note])
    yield Row(field_words(name), ((words, ""), *_aged(result, name)), fact.sources)


def _facts(result: ShowResult, *names: str) -> Iterator[Row]:
    for name in names:
        yield from _fact(result, name)


def _aged(result: ShowResult, name: str) -> tuple[Line, ...]:
    """A remark when the newest word on a field is old; of a price also when it has no date, the others are listed once at the end."""
    if name not in result.old:
        return ()
    newest = newest_word(result.credential, name)
    if newest is None:
        return (("undated", CAUTION),) if name == "costs" else ()
    return ((f"old: newest word of {newest:%Y-%m}", CAUTION),)


def _absent(result: ShowResult, name: str) -> Iterator[Row]:
    for entry in result.credential.absent:
        if entry.field == name:
            yield Row(field_words(name), (("none: somebody looked", ""),), entry.sources)


def _listed(result: ShowResult, name: str, parts: Iterable[tuple[str, tuple[Source, ...]]]) -> Iterator[Row]:
    """A list field as one row, or the word that there is nothing."""
    found = list(parts)
    if not found:
        yield from _absent(result, name)
        return
    times = Counter(words for words, _ in found)
    lines = [(f"{n} times: {words}" if n > 1 else words, "") for words, n in list(times.items())[:FEW]]
    lines += [(f"... and {len(times) - FEW} more", "dim")] if len(times) > FEW else []
    said = tuple(dict.fromkeys(s for _, sources in found for s in sources))
    yield Row(field_words(name), (*lines, *_aged(result, name)), said)


def _what(result: ShowResult) -> Iterator[Row]:
    credential = result.credential
    yield from _facts(result, "kind", "evidence_class", "level", "eqf", "status", "ends")
    for row in _fact(result, "superseded_by"):
        names = [_title(result, t) for t in credential.superseded_by.candidates()]
        yield replace(row, lines=((" / ".join(names), ""),)) if names else row
    yield from _facts(result, "version", "languages", "hours", "duration", "mode", "schedule", "modules_skippable")
    yield from _facts(result, "open_to_public", "jurisdictions", "official_url")
    if credential.aliases:
        yield Row("also called", ((", ".join(a.text for a in credential.aliases[:FEW]), ""),))


def _who(result: ShowResult) -> Iterator[Row]:
    credential = result.credential
    yield from _facts(result, "issuer", "provider", "platform")
    yield from _listed(
        result,
        "accreditation",
        (
            (
                f"{value_words(a.what)} by {a.body}"
                + in_brackets(
                    [a.standard, f"since {a.since}" if a.since else "", f"until {a.until}" if a.until else "", a.report]
                ),
                a.sources,
            )
            for a in credential.accreditation
        ),
    )
    yield from _listed(
        result,
        "recognition",
        ((f"{r.by}: {r.kind.replace('_', ' ')}" + in_brackets([r.note]), r.sources) for r in credential.recognition),
    )


def _teaches(result: ShowResult) -> Iterator[Row]:
    taught = result.credential.skills
    for depth, label in ((Depth.CORE, "at its core"), (Depth.PART, "in parts"), (Depth.TOUCHED, "touched")):
        some = [t for t in taught if t.depth is depth]
        if some:
            names = [
                _label(result, t.skill) + (f" ({t.probability:.0%} sure)" if t.probability < 1 else "") for t in some
            ]
            said = tuple(dict.fromkeys(s for t in some for s in t.sources))
            yield Row(label, ((", ".join(names), ""),), said)
    stated = result.credential.stated
    if stated:
        names = list(dict.fromkeys(s.name for s in stated))
        more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
        said = tuple(dict.fromkeys(s for skill in stated for s in skill.sources))
        yield Row("in its own words", (("; ".join(names[:FEW]) + more, "dim"),), said)
    if not taught:
        yield from _absent(result, "skills")


def _costs(result: ShowResult) -> Iterator[Row]:
    for option, items in result.credential.cost_options().items():
        together = ["", *["plus "] * (len(items) - 1)]
        lines = tuple(
            (plus + price_words(i), CAUTION if _conflicting(i.amount) else "")
            for plus, i in zip(together, items, strict=True)
        )
        said = tuple(dict.fromkeys(s for i in items for s in i.amount.sources))
        yield Row(option.replace("_", " ").replace("-", " "), lines, said)
    if result.credential.costs and "costs" in result.old:
        yield Row("", _aged(result, "costs"))
    yield from _absent(result, "costs")
    yield from _fact(result, "free_aid")


def _assessed(result: ShowResult) -> Iterator[Row]:
    credential = result.credential
    yield from _listed(
        result,
        "prerequisites",
        (
            (needed_words(p, lambda c: _title(result, c), lambda s: _label(result, s)), p.sources)
            for p in credential.prerequisites
        ),
    )
    yield from _fact(result, "prior_learning")
    yield from _listed(result, "assessment", ((assessment_words(p), p.sources) for p in credential.assessment))
    yield from _fact(result, "supervision")


def _holds(result: ShowResult) -> Iterator[Row]:
    return _facts(result, "validity", "renewal", "verification")


def _counts(result: ShowResult) -> Iterator[Row]:
    credential = result.credential
    yield from _listed(
        result,
        "credit",
        (
            (
                f"{c.system}: {'amount unknown' if c.amount is None else f'{c.amount:g}'}"
                + in_brackets([c.by, c.level, c.subject, c.condition, f"until {c.until}" if c.until else ""]),
                c.sources,
            )
            for c in credential.credit
        ),
    )
    yield from _listed(
        result,
        "stacks_into",
        (
            (f"{s.into} (confirmed by the {value_words(s.confirmed_by)})" + in_brackets([s.note]), s.sources)
            for s in credential.stacks_into
        ),
    )
    yield from _listed(result, "relations", ((_relation(result, r), r.sources) for r in credential.relations))
    yield from _listed(
        result,
        "classifications",
        (
            (f"{c.name or c.code} ({c.scheme.upper()}{' ' + c.code if c.code and c.name else ''})", c.sources)
            for c in credential.classifications
        ),
    )
    yield from _listed(result, "outcomes", ((_outcome(o), o.sources) for o in credential.outcomes))
    yield from _fact(result, "rating")


def _relation(result: ShowResult, relation: Relation) -> str:
    return f"{value_words(relation.kind)}: {relation.title or _title(result, relation.target)}" + in_brackets(
        [relation.note]
    )


def _outcome(figure: OutcomeFigure) -> str:
    number = f"{figure.unit} {figure.value:,.0f}" if figure.unit else f"{figure.value:.0%}"
    if figure.metric == "holders":
        number = f"{figure.value:,.0f}"
    n = f"n = {figure.n:,}" if figure.n is not None else "n unknown"
    after = f"{figure.months:g} months after" if figure.months is not None else ""
    return f"{figure.metric.replace('_', ' ')}: {number}" + in_brackets([n, after, figure.note])


def _title(result: ShowResult, name: str) -> str:
    return result.titles.get(name, name)


def _label(result: ShowResult, skill: str) -> str:
    return result.taxonomy[skill].label if skill in result.taxonomy else skill
