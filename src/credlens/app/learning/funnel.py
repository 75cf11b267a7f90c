"""Use case: how far applications come, and where the search is stuck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app.learning.found import logged
from credlens.app.ports import Ports
from credlens.model.funnel import Funnel, FunnelStage, Stuck
from credlens.model.serial import plain
from credlens.outcomes.funnel import credentials_said, groups, stuck

ADVICE = {
    FunnelStage.SCREEN: "Few applications come to a talk: look at which ads you answer, and at what your resume shows. See credlens next.",
    FunnelStage.INTERVIEW: "Talks do not end in offers: prepare what you say about your credentials and projects. See credlens brief.",
    None: "Log on; the pending ones count when their 45 days are over.",
}
NOT_RANKED = "Credentials stand in alphabetical order: no log of fewer than 100 applications with and without each says which is better."


@dataclass(frozen=True)
class FunnelResult:
    """The funnel of all applications, then of each group."""

    groups: tuple[Funnel, ...]
    stuck: Stuck
    waiting: int

    @property
    def whole(self) -> Funnel:
        """Of all applications."""
        return self.groups[0]

    @property
    def advice(self) -> str:
        """What to do about it."""
        return ADVICE[self.stuck.stage]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens funnel --json``."""
        return {
            **plain(self.whole),
            "groups": plain(self.groups[1:]),
            "stuck": {"stage": plain(self.stuck.stage), "because": self.stuck.because, "what_to_do": self.advice},
            "waiting_for_review": self.waiting,
            "words": [NOT_RANKED] if any(g.by not in {"all", "target", "resume"} for g in self.groups) else [],
        }


def find_funnel(ports: Ports) -> FunnelResult:
    """How far the applications in the log came; all empty when there are none."""
    every = logged(ports)
    found = groups(every, ports.today, credentials_said(every))
    waiting = len(ports.log().proposals()) if ports.has_state() else 0
    return FunnelResult(found, stuck(found[0]), waiting)
