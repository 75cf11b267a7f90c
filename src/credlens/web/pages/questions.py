"""Questions that people ask, each answered from the person's own data, with a link to the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from credlens.app.catalog.finding import find_credential
from credlens.app.constraints import constraints
from credlens.app.evaluate import evaluate
from credlens.app.knowledge import Knowledge
from credlens.app.learning.next_step import find_next
from credlens.app.limits import USUAL_HOURS
from credlens.app.options import find_options
from credlens.app.plan_kept import last_kept
from credlens.app.ports import Ports
from credlens.app.presenting.resume import resume
from credlens.app.target import kept_situation
from credlens.model.credential import Credential
from credlens.model.errors import CredlensError
from credlens.model.gap import GateState
from credlens.model.naming import renewal as renewal_words
from credlens.web import render
from credlens.web.at import At, warmed
from credlens.web.commands import for_page
from credlens.web.language import current, say, say_many
from credlens.web.render import english
from credlens.web.words import named

router = APIRouter()


@dataclass(frozen=True)
class Answered:
    """One question.

    Attributes:
        anchor: its place on the page.
        asked: the question.
        lines: the answer, the main sentence first.
        evidence: (address below the person, words) where it can be seen.
        known: whether the person's data answer it.
    """

    anchor: str
    asked: str
    lines: tuple[str | Markup, ...]
    evidence: tuple[tuple[str, str], ...] = ()
    known: bool = True


@router.get("/{who}/questions")
def show(request: Request, desk: At, id: str = "") -> Response:  # noqa: A002 - the name it has everywhere
    """The answers, for one credential where a question is about one."""
    slow = warmed(request, desk)
    if slow is not None:
        return slow
    try:
        with desk.open() as ports:
            state = (Knowledge.of(ports), ports.today, ports.stamp(), id, current())
            found, answers, offered = ports.remember("questions", lambda: state, lambda: _asked(ports, desk.who, id))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "questions")
    return render.page(request, "questions.html.j2", desk, "questions", answers=answers, about=found, offered=offered)


def _asked(ports: Ports, who: str, name: str) -> tuple[Credential | None, tuple[Answered, ...], list[tuple[str, str]]]:
    found = _about(ports, name)
    return found, tuple(_answers(ports, who, found)), _offered(ports, found)


def _about(ports: Ports, name: str) -> Credential | None:
    """The credential that is asked about: as named, else the next step of the plan, else the best option for the first skill."""
    knowledge = Knowledge.of(ports)
    if name:
        return find_credential(ports, knowledge, name)
    plan = last_kept(ports) if ports.has_state() else None
    for step in plan.plans[0].steps if plan and plan.plans else ():
        if step.credential in knowledge.catalog:
            return knowledge.catalog[step.credential]
    here = kept_situation(ports, knowledge)
    if here is not None and here.gap.first:
        options = find_options(ports, here.gap.first[0]).options
        return knowledge.catalog[options[0].credential] if options else None
    return None


def _offered(ports: Ports, about: Credential | None) -> list[tuple[str, str]]:
    """Credentials to ask about: of the plan, and the best for each skill to close first."""
    knowledge = Knowledge.of(ports)
    plan = last_kept(ports) if ports.has_state() else None
    ids = [about.id] if about else []
    ids += [s.credential for s in plan.plans[0].steps] if plan and plan.plans else []
    here = kept_situation(ports, knowledge)
    for skill in here.gap.first if here else ():
        ids += [o.credential for o in find_options(ports, skill).options[:3]]
    return [(i, knowledge.catalog[i].title) for i in dict.fromkeys(ids) if i in knowledge.catalog]


def _answers(ports: Ports, who: str, about: Credential | None) -> Iterator[Answered]:
    yield _worth(ports, who, about)
    yield _respected(ports, about)
    yield _choose(ports)
    yield _resume(ports)
    yield _long(ports, about)
    yield _expire(about)
    yield _degree(ports)
    yield _next(ports, who)


def _no(anchor: str, asked: str) -> Answered:
    words = say("Your data do not say yet: give job ads, or name a credential above.")
    return Answered(anchor, asked, (words,), (("goal", say("Give job ads")),), known=False)


def _worth(ports: Ports, who: str, about: Credential | None) -> Answered:
    asked = say("Is it worth it?")
    if about is None:
        return _no("worth", asked)
    found = evaluate(ports, [about.id])
    card = found.comparison.cards[0]
    quality, fit = card.quality, card.suitability
    said = say("Trust: %(q)s of 100 (%(ql)s to %(qh)s). Fit for you: %(s)s of 100 (%(sl)s to %(sh)s).") % {
        name: f"{100 * value:.0f}"
        for name, value in (
            ("q", quality.median),
            ("ql", quality.low),
            ("qh", quality.high),
            ("s", fit.median),
            ("sl", fit.low),
            ("sh", fit.high),
        )
    }
    lines: list[str | Markup] = [said]
    lines += [Markup("{}: {}").format(named(f.id), english(for_page(f.because, who))) for f in card.firing()]
    return Answered(
        "worth", asked, tuple(lines), ((f"compare?id={quote(about.id)}", say("The scorecard with its evidence")),)
    )


def _respected(ports: Ports, about: Credential | None) -> Answered:
    asked = say("Is it respected?")
    if about is None:
        return _no("respected", asked)
    lines: list[str | Markup] = []
    here = kept_situation(ports, Knowledge.of(ports))
    if here is not None and here.demand.n:
        named = here.demand.recognition(about.id).share
        low, high = named.ci95
        lines.append(
            say("%(k)d of your %(n)d ads name it (95 %% interval %(low)s to %(high)s). Not named is not rejected.")
            % {"k": named.k, "n": named.n, "low": f"{100 * low:.0f} %", "high": f"{100 * high:.0f} %"}
        )
    bodies = [*(a.body for a in about.accreditation), *(r.by for r in about.recognition)]
    if bodies:
        lines.append(say("Accredited or recognised by: %s.") % ", ".join(dict.fromkeys(bodies)))
    else:
        lines.append(say("Nobody has recorded who accredits or recognises it: that is unknown, not no."))
    return Answered(
        "respected", asked, tuple(lines), ((f"catalog/{quote(about.id)}", say("All facts with their sources")),)
    )


def _choose(ports: Ports) -> Answered:
    asked = say("How do I choose?")
    here = kept_situation(ports, Knowledge.of(ports))
    if here is None or not here.gap.first:
        return _no("choose", asked)
    skill = here.gap.first[0]
    found = find_options(ports, skill)
    best = [o.credential for o in found.options[:3]]
    named = ", ".join(found.catalog[i].title for i in best)
    line = say("For %(skill)s %(n)d credentials are known; the first to compare are %(which)s.") % {
        "skill": found.skill.label,
        "n": len(found.options),
        "which": named,
    }
    query = "&".join(f"id={quote(i)}" for i in best)
    advice = say("Look at what is proven and by whom before the price, and move the weights to what matters to you.")
    evidence = ((f"compare?{query}", say("Compare these")), (f"options?skill={quote(skill)}", say("All options")))
    return Answered("choose", asked, (line, advice), evidence)


def _resume(ports: Ports) -> Answered:
    asked = say("Does it belong on my resume?")
    cv = resume(ports).cv
    if not (cv.certificates or cv.left_off):
        words = say(
            "No credential of yours is known yet. What was little work, has expired or cannot be verified is left off, with the reason."
        )
        return Answered(
            "resume", asked, (words,), (("profile", say("Give a resume")), ("proof", say("Check a badge"))), known=False
        )
    shown = ", ".join(c.name for c in cv.certificates) or say("none")
    lines = [say("On it: %s.") % shown]
    lines += [Markup("{} {}").format(say("Left off: %s.") % x.name, english(x.because)) for x in cv.left_off[:5]]
    return Answered("resume", asked, tuple(lines), (("resume", say("Your resume, and what is left off")),))


def _long(ports: Ports, about: Credential | None) -> Answered:
    asked = say("How long does it take?")
    if about is None:
        return _no("long", asked)
    hours = constraints(ports).hours
    pace = USUAL_HOURS if hours is None else hours
    found = about.hours.get(None)
    lines = []
    if found is None:
        lines.append(say("How many hours %s takes is unknown.") % about.title)
    else:
        lines.append(
            say(
                "%(title)s takes %(hours)s hours: %(weeks)s weeks at %(pace)s hours a week, less what you know already."
            )
            % {
                "title": about.title,
                "hours": _between(found.min, found.max),
                "weeks": _between(max(1.0, found.min / pace), max(1.0, found.max / pace)),
                "pace": f"{pace:g}",
            }
        )
    plan = last_kept(ports) if ports.has_state() else None
    if plan and plan.plans:
        lines.append(say("Your whole plan is done by %s.") % plan.plans[0].finish.isoformat())
    return Answered("long", asked, tuple(lines), (("plan", say("The plan by weeks")),))


def _between(low: float, high: float) -> str:
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}\N{EN DASH}{high:.0f}"


def _expire(about: Credential | None) -> Answered:
    asked = say("Does it expire?")
    if about is None:
        return _no("expire", asked)
    validity, renewal = about.validity.get(None), about.renewal.get(None)
    if validity is None:
        lines = [say("Whether %s expires is unknown.") % about.title]
    elif validity.months is None:
        lines = [say("%s does not expire.") % about.title]
    else:
        held = say_many("%(title)s holds for %(n)d month.", "%(title)s holds for %(n)d months.", validity.months)
        lines = [held % {"title": about.title, "n": validity.months}]
    if renewal is not None:
        cost = f", {renewal.currency} {renewal.cost:f}" if renewal.cost is not None else ""
        lines.append(say("To renew it: %s.") % f"{renewal_words(renewal.method)}{cost}")
    evidence = (
        (f"catalog/{quote(about.id)}", say("All facts with their sources")),
        ("proof", say("What you hold, and a calendar")),
    )
    return Answered("expire", asked, tuple(lines), evidence)


def _degree(ports: Ports) -> Answered:
    asked = say("Do I need a degree?")
    here = kept_situation(ports, Knowledge.of(ports))
    if here is None:
        return _no("degree", asked)
    if not here.gap.gates:
        lines = [say("Your %d ads ask for no degree or licence before the skills.") % here.demand.n]
    else:
        states = {
            GateState.OPEN: say("you can show it"),
            GateState.CLOSED: say("you cannot show it"),
            GateState.CANNOT_TELL: say("your papers do not say"),
        }
        lines = [
            Markup("{}: {}. {}").format(g.requirement, states[g.state], english(g.opens_with)) for g in here.gap.gates
        ]
    return Answered("degree", asked, tuple(lines), (("gap#gates", say("The gates, with the ads")),))


def _next(ports: Ports, who: str) -> Answered:
    asked = say("What next?")
    if kept_situation(ports, Knowledge.of(ports)) is None:
        return _no("next", asked)
    found = find_next(ports).found
    lines = (english(found.do.choice.title), *(english(for_page(line, who)) for line in found.because[:2]))
    return Answered(
        "next", asked, lines, (("next", say("What each choice is expected to bring")), ("progress", say("Your log")))
    )
