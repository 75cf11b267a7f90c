"""Use cases: log what came of applications, and which skills were used at work; change and remove what was logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.learning.days import follows, happened
from credlens.app.learning.found import credentials_named, logged, matching, meant
from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.app.profile import find_skill
from credlens.model.application import Application, Proposal, Step, StepKind, UsedSkill
from credlens.model.serial import plain
from credlens.outcomes.steps import in_order


@dataclass(frozen=True)
class LogResult:
    """Applications and what else is in the log.

    Attributes:
        applications: those that were asked for or changed.
        waiting: what was read or said and has to be looked at first.
        used: skills used at work, with their labels.
        removed: ids of applications that are not in the log any more.
        words: what there is to say, in sentences.
    """

    applications: tuple[Application, ...] = ()
    waiting: tuple[Proposal, ...] = ()
    used: tuple[tuple[UsedSkill, str], ...] = ()
    removed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``{"applications", "waiting", "used", "removed", "words"}``."""
        return {
            "applications": plain(self.applications),
            "waiting": plain(self.waiting),
            "used": [{**plain(each), "label": label} for each, label in self.used],
            "removed": list(self.removed),
            "words": list(self.words),
        }


def show(ports: Ports) -> LogResult:
    """Everything in the log."""
    if not ports.has_state():
        return LogResult(words=("Nothing is logged yet. Log an application: credlens log application --ad FILE",))
    log = ports.log()
    used = log.used()
    taxonomy = Knowledge.of(ports).taxonomy if used else None
    labels = {u.skill: taxonomy[u.skill].label for u in used if taxonomy is not None and u.skill in taxonomy}
    found = log.applications()
    words = () if found else ("No application is logged yet: credlens log application --ad FILE",)
    return LogResult(found, log.proposals(), tuple((u, labels.get(u.skill, u.skill)) for u in used), (), words)


def log_step(ports: Ports, about: str, kind: StepKind, *, day: date | None = None, note: str = "") -> LogResult:
    """Log what came of an application. Where no application is logged that is meant, it waits to be looked at.

    Args:
        ports: the doors.
        about: an application's id or its beginning, or the employer.
        kind: what came.
        day: when; today when None.
        note: the person's own words.

    Raises:
        UserError: the day is still to come or before the application, or several applications could be meant.
    """
    when = day or ports.today
    happened(when, ports.today, "--on")
    step = Step(kind, when, note.strip())
    every = logged(ports)
    if not matching(every, about):
        return _waits(ports, about, step)
    application = meant(every, about)
    same = next((s for s in application.steps if (s.kind, s.day) == (step.kind, step.day)), None)
    if same is not None and step.note in ("", same.note):
        return LogResult((application,), words=("This is logged already.",))
    others = (s for s in application.steps if s is not same)  # the same step with another note takes its place
    made = replace(application, steps=in_order((*others, step)))
    advice = f"If the day of the application is wrong: credlens log change {application.id} --applied DATE"
    follows(made, "--on", advice)
    ports.log().save(LogChange((made,)))
    return LogResult((made,))


def use_skill(ports: Ports, words: str, *, day: date | None = None, note: str = "") -> LogResult:
    """Log that a skill was used at work.

    Raises:
        UserError: the taxonomy has no such skill, or the day is still to come.
    """
    when = day or ports.today
    happened(when, ports.today, "--on")
    taxonomy = Knowledge.of(ports).taxonomy
    used = UsedSkill(find_skill(taxonomy, words), when, note.strip())
    ports.store()  # makes the place where everything is kept
    ports.log().save(LogChange(used=(used,)))
    return LogResult(used=((used, taxonomy[used.skill].label),))


@dataclass(frozen=True)
class Mended:
    """What is different about an application; None and empty leave a thing as it was."""

    applied: date | None = None
    employer: str | None = None
    title: str | None = None
    shown: Sequence[str] | None = None
    hidden: Sequence[str] = ()
    resume: str | None = None
    referral: bool | None = None


def change(ports: Ports, about: str, mended: Mended) -> LogResult:
    """Correct what is logged of an application; its id stays. What a coin said of it stays, too.

    Raises:
        UserError: no application, or more than one, is meant; a day cannot be; or there is no such credential.
    """
    application = meant(logged(ports), about)
    if mended.applied is not None:
        happened(mended.applied, ports.today, "--applied")
    said: dict[str, Any] = {
        name: value
        for name in ("applied", "employer", "title", "resume", "referral")
        if (value := getattr(mended, name)) is not None
    }
    if mended.shown is not None or mended.hidden:
        knowledge = Knowledge.of(ports)
        shown, hidden = credentials_named(ports, knowledge, mended.shown or (), mended.hidden)
        if mended.shown is None:
            shown = {*application.shown} - hidden
            hidden |= {*application.hidden}
        said |= {"shown": tuple(sorted(shown)), "hidden": tuple(sorted(hidden - shown))}
        said["complete"] = mended.shown is not None or application.complete
    made = replace(application, **said)
    follows(made, "--applied", "Say the day on which you sent it.")
    ports.log().save(LogChange((made,)))
    tossed = [t for t in ports.log().tosses() if t.application == made.id]
    other = [t for t in tossed if made.showed(t.credential) not in (None, t.shown)]
    words = tuple(
        f"The coin said to {'show' if t.shown else 'leave off'} {t.credential}: that is what counts." for t in other
    )
    return LogResult((made,), words=words)


def remove(ports: Ports, about: str) -> LogResult:
    """Forget an application with its ad and what came of it. A toss for it stays: who could forget one could choose.

    Raises:
        UserError: no application, or more than one, is meant.
    """
    application = meant(logged(ports), about)
    ports.log().save(LogChange(removed=(application.id,)))
    tossed = any(t.application == application.id for t in ports.log().tosses())
    words = ("The toss for it stays: applications that were tossed for and not sent are counted.",) if tossed else ()
    return LogResult(removed=(application.id,), words=words)


def _waits(ports: Ports, about: str, step: Step) -> LogResult:
    """Keep a step without its application, for the person to look at."""
    said = f"{step.kind.value} of {about}, {step.day}"
    proposal = Proposal(
        id=sha256(said.encode()).hexdigest()[:8],
        source="logged by you",
        quote=said,
        because=f"No application {about!r} is logged.",
        application=Application("", step.day or ports.today, about, ""),
        steps=(step,),
    )
    ports.store()  # makes the place where everything is kept
    ports.log().save(LogChange(proposals=(proposal,)))
    settle = f"credlens log settle {proposal.id} --applied DATE"
    advice = f"No application {about!r} is logged, so this waits. Say when you applied: {settle}"
    return LogResult(waiting=(proposal,), words=(advice,))
