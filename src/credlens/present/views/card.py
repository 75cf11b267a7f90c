"""One credential as an option: everything that is known of it, and everything that is not."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from credlens.model import naming
from credlens.model.credential import Assessment, Credential
from credlens.model.fact import Source
from credlens.model.loop import Option
from credlens.model.quote import Quote
from credlens.model.scorecard import FlagState, Scorecard
from credlens.present import terms, words
from credlens.present.charts import interval
from credlens.present.context import Context
from credlens.present.notes import Value, safe_link


@dataclass(frozen=True, slots=True)
class Warns:
    """A flag that fires.

    Attributes:
        meaning: ``caution`` or ``stop``; ``word``: the same in a word.
    """

    meaning: str
    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Card:
    """One option.

    Attributes:
        teaches: how much of it is about the skill.
        cost, hours: for this person.
        rows: (name, value) pairs, what decides first; ``more``: what rarely decides.
        full: False for an option whose other values stand at ``anchor``.
        again: whether it was printed before.
        used: names of the plans that use it, in words; may be empty.
    """

    title: str
    anchor: str
    provider: Value
    teaches: Value
    cost: Value
    other_costs: tuple[Value, ...]
    hours: Value
    rows: tuple[tuple[str, Value], ...]
    more: tuple[tuple[str, Value], ...]
    flags: tuple[Warns, ...]
    cannot_tell: str
    quality: str
    strip: Markup
    link: str
    used: str
    full: bool
    again: bool


def card(context: Context, skill_id: str, option: Option, *, full: bool, again: bool) -> Card:
    """The card of one option for one skill."""
    credential = context.credential(option.credential)
    score = context.cards.get(option.credential)
    plans = context.plans_with(option.credential)
    return Card(
        title=credential.title,
        anchor=context.anchor("credential", credential.id),
        provider=context.notes.fact(credential.provider, terms.organisation),
        teaches=_teaches(context, credential, skill_id),
        cost=cost(context, option.quote),
        other_costs=tuple(cost(context, q, name=True) for q in option.others),
        hours=_hours(context, credential, option.quote),
        rows=_rows(context, credential) if full else (),
        more=_more(context, credential) if full else (),
        flags=_flags(score),
        cannot_tell=_cannot_tell(score),
        quality=_quality(score),
        strip=interval.interval(score.quality.low, score.quality.median, score.quality.high)
        if score
        else interval.empty(),
        link=safe_link(credential.official_url.get("")),
        used=f"In the plan: {words.listing(plans)}" if plans else "",
        full=full,
        again=again,
    )


def cost(context: Context, quote: Quote, *, name: bool = False) -> Value:
    """What a cost option comes to at this person's pace, and how."""
    label = f"{terms.plain(quote.option)}: " if name and quote.option else ""
    if quote.low is None or quote.high is None:
        why = quote.unknown or "no price is known"
        return context.notes.value(f"{label}unknown: {why}", quote.sources, quote.because, unknown=True)
    hint = "; ".join(p for p in (quote.because, quote.unknown) if p)
    amount = words.money_range(quote.low, quote.high)
    return context.notes.value(label + amount, quote.sources, "" if hint == amount else hint)


def _hours(context: Context, credential: Credential, quote: Quote) -> Value:
    if quote.hours is None:
        return (
            context.notes.fact(credential.hours, words.hours)
            if not credential.hours.known
            else Value(f"unknown: {quote.unknown or 'no workload is known'}", unknown=True)
        )
    whole = credential.hours.get(None)
    hint = f"of {words.hours(whole)} for somebody who begins from nothing" if whole and whole != quote.hours else ""
    return context.notes.value(words.hours(quote.hours), credential.hours.sources, hint)


def _teaches(context: Context, credential: Credential, skill_id: str) -> Value:
    taught = credential.teaches(skill_id)
    if taught is None:
        return Value(f"{context.skill(skill_id)}: through a narrower or broader skill")
    return context.notes.value(f"{context.skill(skill_id)}: {terms.DEPTHS[taught.depth]}", taught.sources)


def _rows(context: Context, credential: Credential) -> tuple[tuple[str, Value], ...]:
    notes = context.notes
    return (
        ("Assessed by", _assessment(context, credential.assessment)),
        ("Supervision", notes.fact(credential.supervision, terms.supervision)),
        ("Named by employers", _named(context, credential)),
        ("Others can check it", notes.fact(credential.verification, terms.verification)),
        ("Expires", notes.fact(credential.validity, terms.validity)),
    )


def _more(context: Context, credential: Credential) -> tuple[tuple[str, Value], ...]:
    notes = context.notes
    rows = (
        ("Kind", notes.fact(credential.kind, terms.credential_kind)),
        ("Level", notes.fact(credential.level, str)),
        ("Renewal", notes.fact(credential.renewal, terms.renewal)),
        ("Platform", notes.fact(credential.platform, terms.organisation)),
        ("Known parts can be skipped", notes.fact(credential.modules_skippable, _yes_no)),
        ("Open to anybody", notes.fact(credential.open_to_public, _yes_no)),
        ("Financial aid", notes.fact(credential.free_aid, str)),
    )
    return (*rows, *_listed(context, credential))


def _listed(context: Context, credential: Credential) -> list[tuple[str, Value]]:
    """What is a list rather than a fact: an empty list says that nothing was recorded, not that there is nothing."""

    def row(name: str, lines: list[tuple[str, tuple[Source, ...]]]) -> tuple[str, Value]:
        if not lines:
            return (name, Value("unknown: nothing recorded", unknown=True))
        sources = [s for _, found in lines for s in found]
        return (name, context.notes.value("; ".join(text for text, _ in lines), sources))

    credit = [(_credit(c.system, c.amount, c.condition), c.sources) for c in credential.credit]
    stacks = [(f"{s.into} (confirmed by the {s.confirmed_by})", s.sources) for s in credential.stacks_into]
    accredited = [(f"{a.what}: {a.standard}, {a.body}", a.sources) for a in credential.accreditation]
    recognised = [(f"{r.by} ({terms.plain(r.kind)})", r.sources) for r in credential.recognition]
    return [
        row("Credit", credit),
        row("Counts towards", stacks),
        row("Accredited", accredited),
        row("Recognised by", recognised),
    ]


def _credit(system: str, amount: float | None, condition: str) -> str:
    text = f"{system}: {'amount unknown' if amount is None else f'{amount:g}'}"
    return f"{text} ({condition})" if condition else text


def _assessment(context: Context, parts: tuple[Assessment, ...]) -> Value:
    if not parts:
        return Value("unknown: nobody has looked it up yet", unknown=True)
    sources = [s for part in parts for s in part.sources]
    return context.notes.value("; ".join(terms.assessment(p) for p in parts), sources)


def _named(context: Context, credential: Credential) -> Value:
    seen = context.loop.demand.recognition(credential.id)
    hint = "not named is not rejected" if not seen.share.k else f"{words.count(seen.employers, 'employer')}"
    return Value(words.share(seen.share), not seen.share.n, context.ads(), hint)


def _flags(score: Scorecard | None) -> tuple[Warns, ...]:
    """Flags that fire: those that keep it out of plans are warnings, the others cautions."""
    return tuple(
        Warns("stop" if f.gates else "caution", "Warning" if f.gates else "Mind", words.full_stop(f.because))
        for f in (score.firing() if score else ())
    )


def _cannot_tell(score: Scorecard | None) -> str:
    if score is None:
        return "Not scored."
    open_checks = [naming.flag(f.id) for f in score.flags if f.state is FlagState.CANNOT_TELL]
    return f"Cannot tell yet: {words.listing(open_checks)}." if open_checks else ""


def _quality(score: Scorecard | None) -> str:
    if score is None:
        return "unknown"
    return f"{words.score(score.quality.median)} of 100 ({words.score_range(score.quality.low, score.quality.high)})"


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"
