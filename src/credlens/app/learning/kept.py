"""An application, an ad and a proposal as the store keeps them (JSON)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.model.posting import Posting
from credlens.model.serial import plain

_OWN_COLUMNS = ("id", "applied", "steps")  # kept beside the text
_TUPLES = ("shown", "hidden", "required", "named")


def application_text(application: Application) -> str:
    """What is known of an application but its id, its day and its steps; what is not known is left out."""
    empty = Application("", application.applied, "", "")
    known = {
        f.name: plain(value)
        for f in fields(Application)
        if f.name not in _OWN_COLUMNS and (value := getattr(application, f.name)) != getattr(empty, f.name)
    }
    return json.dumps(known, ensure_ascii=False)


def application_of(id: str, applied: date, text: str, steps: Sequence[Step] = ()) -> Application:  # noqa: A002
    """The application that was kept."""
    return _application({**json.loads(text), "id": id}, applied, tuple(steps))


def posting_text(ad: Posting) -> str:
    """An ad."""
    return json.dumps(plain(ad), ensure_ascii=False)


def posting_of(text: str) -> Posting:
    """The ad that was kept."""
    found = json.loads(text)
    posted = found.get("posted")
    return Posting(**{**found, "posted": date.fromisoformat(posted) if posted else None})


def proposal_text(proposal: Proposal) -> str:
    """A proposal but its id."""
    new = proposal.application
    return json.dumps(
        {
            **{name: getattr(proposal, name) for name in ("source", "quote", "because", "about")},
            "application": None if new is None else {**plain(new), "steps": []},
            "steps": [plain(s) for s in proposal.steps],
        },
        ensure_ascii=False,
    )


def proposal_of(id: str, text: str) -> Proposal:  # noqa: A002
    """The proposal that was kept."""
    found = json.loads(text)
    new = found["application"]
    steps = tuple(_step(s) for s in found["steps"])
    return Proposal(
        id,
        found["source"],
        found["quote"],
        found["because"],
        None if new is None else _application(new, date.fromisoformat(new["applied"]), ()),
        found["about"],
        steps,
    )


def _application(found: dict[str, Any], applied: date, steps: tuple[Step, ...]) -> Application:
    known: dict[str, Any] = {
        f.name: found[f.name] for f in fields(Application) if f.name in found and f.name not in _OWN_COLUMNS
    }
    known |= {name: tuple(known[name]) for name in _TUPLES if name in known}
    made = Application(found["id"], applied, known.pop("employer", ""), known.pop("title", ""), steps=steps)
    return replace(made, **known)


def _step(found: dict[str, Any]) -> Step:
    day = found["day"]
    return Step(StepKind(found["kind"]), date.fromisoformat(day) if day else None, found.get("note", ""))
