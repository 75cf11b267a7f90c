"""What a person's projects show of them: skills named in a project of their own."""

from __future__ import annotations

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.kept_projects import KeptProject, kept
from credlens.model.person import EvidenceKind
from credlens.profile.dates import Span
from credlens.profile.found import Findings, Found, Mention

WHERE = "project "  # begins the place of what a project shows; its id follows
SURE = 1.0  # of a skill that the person named: nothing was guessed


def findings(ports: Ports, knowledge: Knowledge) -> tuple[Findings, ...]:
    """What each project shows, in the order they were put in. A skill of a taxonomy that is no longer imported waits until it is there again."""
    return tuple(_findings(project, knowledge) for project in kept(ports))


def _findings(project: KeptProject, knowledge: Knowledge) -> Findings:
    sample = project.sample
    span = Span(sample.done, sample.done, (0, 0)) if sample.done else None
    sure = {**project.read, **dict.fromkeys(project.named, SURE)}
    mentions = (
        Found(Mention(skill, EvidenceKind.PROJECT, f"{WHERE}{sample.id}", sample.title, span=span), sure[skill])
        for skill in sample.skills
        if skill in knowledge.taxonomy
    )
    return Findings(mentions=tuple(mentions))
