"""How badges are asked to be verified: what the person said, as settings and as answers to what badges ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from credlens.app.ports import Ports
from credlens.app.verifying.documents import GivenDocuments
from credlens.app.verifying.ports import Job
from credlens.app.verifying.trust import trusted
from credlens.model.verification import Mode
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Missing, Need, Reply, Why

SUFFIXES = (".json", ".jsonld", ".jwt", ".png", ".svg", ".pdf", ".1ob")
"""Files that are looked into in a folder."""

_OFFLINE = "nothing is looked up unless you allow it."


@dataclass(frozen=True, slots=True)
class Asked:
    """How to verify.

    Attributes:
        recipient: identity of the person the badge should belong to, usually an e-mail address.
        online: whether documents may be fetched.
        at: the moment to judge for; now when None.
        documents: a map from addresses to files, used instead of fetching.
        scorecard: whether to judge what can be earned according to the badge as well.
    """

    recipient: str | None = None
    mode: Mode = Mode.STRICT
    online: bool = False
    at: datetime | None = None
    documents: Path | None = None
    scorecard: bool = False


USUAL = Asked()


def settings_of(ports: Ports, asked: Asked) -> Settings:
    """How the room shall judge."""
    now = ports.now()
    return Settings(asked.at or now, asked.mode, asked.recipient, trusted(ports), now=now)


def answers(ports: Ports, documents: GivenDocuments, *, online: bool) -> Callable[[Job, Need], Reply]:
    """Who answers what badges ask for: the person's files first, then the web if it may be used."""
    fetcher = ports.fetcher() if online else None

    def answer(_job: Job, need: Need) -> Reply:
        given = documents.fetch(need)
        if given is not None:
            return given
        return fetcher.fetch(need) if fetcher else Missing(need.url, Why.OFFLINE, _OFFLINE)

    return answer


def is_address(target: str) -> bool:
    """Whether it is an address on the web and no path."""
    return target.lower().startswith(("https://", "http://"))
