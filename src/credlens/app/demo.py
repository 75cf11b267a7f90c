"""Use case: the whole loop on invented persons and ads that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from credlens.app import loop, scorecard_shapes, shapes
from credlens.app.ads import AdsRead, read_files
from credlens.app.constraints import set_constraints
from credlens.app.examples import FOLDER, names
from credlens.app.knowledge import Knowledge
from credlens.app.limits import limits as checked_limits
from credlens.app.person import from_documents, opened
from credlens.app.ports import NamedBytes, Ports, Target
from credlens.app.situation import Situation, situation
from credlens.model.errors import InputError, UserError
from credlens.model.loop import Loop
from credlens.model.plan import Limits
from credlens.present.exports import EXPORTS
from credlens.yamlfile import load


@dataclass(frozen=True)
class DemoPerson:
    """Who an example person is, and what they want."""

    id: str
    name: str
    story: str
    field: str
    target: Target
    limits: Limits
    resume: NamedBytes
    ads: tuple[NamedBytes, ...]
    considering: tuple[str, ...]


@dataclass(frozen=True)
class DemoResult:
    """The loop of one example person, and where its report lies."""

    id: str
    loop: Loop
    report: Path | None

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens demo --json``."""
        run = self.loop
        return {
            "person": {"id": self.id, "name": run.person.name, "story": run.story, "example": run.example},
            "gap": shapes.gap(run.gap, run.taxonomy),
            "options": shapes.options(run.options, run),
            "considering": [scorecard_shapes.scorecard(run.comparison.card(c), run.catalog) for c in run.considering],
            "plan": shapes.plans(run),
            "look_up_next": [scorecard_shapes.look_up(u) for u in run.comparison.look_up_next],
            "report": str(self.report) if self.report else None,
        }


def run(ports: Ports, person: str = "maria", *, report: bool = True) -> DemoResult:
    """Gap, options, worth and plan of one example person; nothing of it touches the stored profile.

    Args:
        person: one of :func:`names`.
        report: whether to write the HTML report below the home folder.

    Raises:
        UserError: there is no such example person.
    """
    who, here, read = placed(ports, Knowledge(ports, own=False), person)
    result = loop.run(here, read, who.limits, loop.Wishes(considering=who.considering, explain=report))
    result = replace(result, story=who.story, example=True)
    path = None
    if report:
        path = ports.files.write(ports.home / "reports" / f"demo-{person}.html", EXPORTS["report"](result))
    return DemoResult(person, result, path)


def placed(ports: Ports, knowledge: Knowledge, person: str) -> tuple[DemoPerson, Situation, AdsRead]:
    """An example person before their ads.

    Raises:
        UserError: there is no such example person.
    """
    _known(ports, person)
    who = _person(ports, person)
    read = read_files(ports, who.ads)
    known = replace(from_documents(ports, knowledge, [who.resume]), name=who.name, field=who.field)
    here = situation(ports, knowledge, known, read, replace(who.target, postings=read.postings, read=read.read))
    return who, here, read


def move_in(ports: Ports, person: str) -> None:
    """Make an example person the one of an empty home: their resume, ads and limits, as if they had given them.

    Raises:
        UserError: there is no such example person, or the home is somebody's already.
    """
    if ports.has_state():
        raise UserError("Somebody lives here already.", where="--home", what_to_do="Use an empty folder.")
    _known(ports, person)
    who = _person(ports, person)
    read = read_files(ports, who.ads)
    store = ports.store()
    store.replace_documents([opened(ports, who.resume)])
    store.save_target(replace(who.target, postings=read.postings, read=read.read))
    said = {"budget": f"{who.limits.budget.amount:f}", "currency": who.limits.budget.currency}
    said |= {"hours": f"{who.limits.hours_per_week:g}", "deadline": who.limits.deadline.isoformat()}
    said |= {"place": who.target.jurisdiction} if who.target.jurisdiction else {}
    set_constraints(ports, said)


def _known(ports: Ports, person: str) -> None:
    if person not in names(ports):
        raise UserError(
            f"There is no example person {person!r}.",
            where="--person",
            what_to_do=f"Use one of: {', '.join(names(ports))}.",
        )


def _person(ports: Ports, person: str) -> DemoPerson:
    folder = f"{FOLDER}/{person}"
    files = {f.name.rpartition("/")[2]: f for f in ports.starter.files(folder)}
    top, problems = load(files["person.yaml"].data, files["person.yaml"].name)
    if top is None:
        raise InputError(problems)
    spend = top.record("limits")
    weeks = spend.number("weeks") if spend else None
    found = DemoPerson(
        id=top.text("id"),
        name=top.text("name"),
        story=top.text("story"),
        field=top.text("field"),
        target=Target(top.text("target"), (), 0, top.optional("occupation"), top.optional("jurisdiction")),
        limits=checked_limits(
            ports.today,
            budget=(spend.decimal("budget") if spend else None) or Decimal(0),
            currency=spend.text("currency", "USD") if spend else "USD",
            hours_per_week=(spend.number("hours_per_week") if spend else None) or 0.0,
            deadline=ports.today + timedelta(weeks=weeks or 0.0),
            max_credentials=int((spend.number("max_credentials") if spend else None) or 4),
        ),
        resume=files[top.text("resume")],
        ads=tuple(ports.starter.files(f"{folder}/ads")),
        considering=top.strings("considering"),
    )
    if spend is not None:
        spend.finish()
    if not top.finish():
        raise InputError(problems)
    return found
