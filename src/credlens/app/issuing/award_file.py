"""What a badge should say, as somebody wrote it down in YAML or JSON.

The shape, with everything that may stand in it::

    issuer: {name: Chess Club of Example, url: "https://chess.example.org", email: office@chess.example.org}
    achievement:
      name: Endgames
      description: Plays the common endgames without a mistake.
      criteria: Won ten of ten from drawn positions.          # in words, or
      criteria_url: https://chess.example.org/endgames        # where they are written; or both
      type: Certificate                                       # a kind of Open Badges 3.0, or one of your own: ext:Medal
      id: https://chess.example.org/endgames#badge            # made from the name when it is left out
      tags: [chess]
      code: E-1
      field: Games
      skills:
        - {name: analyse positions, url: "https://skills.example.org/7", framework: Skills of Example, code: "7"}
    recipient: {email: ada@example.com}                       # hidden in the badge; or {did: "did:key:..."}, which is shown
    until: 2029-12-31                                         # the last day it counts; for good when it is left out
    evidence:
      - {url: "https://ada.example.com/games.pgn", name: Ten games, narrative: All won., genre: Record}
    status: {list: "https://chess.example.org/revoked.json", index: 4711, purpose: revocation}
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from credlens.app.ports import NamedBytes
from credlens.model.errors import InputError
from credlens.model.verification import AchievementClaim, AlignedSkill, EvidenceClaim, Party
from credlens.yamlfile import Record, load

PURPOSES = ("revocation", "suspension")
_OWN_KIND = re.compile(r"ext:[A-Za-z0-9._-]+")  # OB 3.0, AchievementType: kinds of one's own
_WEB = re.compile(r"https?://[^\s/?#]+[^\s]*")
_ADDRESS = re.compile(r"(?:https?://|did:|urn:|mailto:)[^\s]+")
_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]+")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where it will show that a badge does not count any more.

    Attributes:
        index: None when any place will do.
    """

    address: str
    index: int | None
    purpose: str


@dataclass(frozen=True, slots=True)
class Award:
    """What a badge should say.

    Attributes:
        issuer: without an id: that is the key's.
        achievement: its id may be empty.
        email: of whoever earned it; ``did``: their id. One of the two is empty.
        until: the last day it counts.
    """

    issuer: Party
    achievement: AchievementClaim
    email: str
    did: str
    until: date | None
    evidence: tuple[EvidenceClaim, ...]
    status: Place | None


def read_award(file: NamedBytes, today: date, size: int) -> Award:
    """The award in a file.

    Args:
        file: YAML or JSON.
        today: a badge cannot have ended before.
        size: places in a list.

    Raises:
        InputError: every mistake, with its line.
    """
    top, problems = load(file.data, file.name)
    if top is not None:
        award = Award(
            _issuer(top), _achievement(top), *_recipient(top), _until(top, today), _evidence(top), _status(top, size)
        )
        top.finish()
        if not problems:
            return award
    raise InputError(problems)


def _needed(top: Record, name: str) -> Record | None:
    if not top.has(name):
        top.problem(name, f"`{name}` is missing.", f"Add `{name}:`, with its fields indented below it.")
    return top.record(name)


def _issuer(top: Record) -> Party:
    said = _needed(top, "issuer")
    if said is None:
        return Party()
    issuer = Party(name=said.text("name"), url=_fitting(said, "url", _WEB), email=_fitting(said, "email", _EMAIL))
    said.finish()
    return issuer


def _achievement(top: Record) -> AchievementClaim:
    said = _needed(top, "achievement")
    if said is None:
        return AchievementClaim()
    claim = AchievementClaim(
        id=_fitting(said, "id", _ADDRESS),
        name=said.text("name"),
        description=said.text("description"),
        kind=_kind(said),
        criteria=said.text("criteria", ""),
        criteria_url=_fitting(said, "criteria_url", _WEB),
        tags=said.strings("tags"),
        skills=tuple(_skill(each) for each in said.records("skills")),
        code=said.text("code", ""),
        field=said.text("field", ""),
    )
    if not (claim.criteria or claim.criteria_url):
        said.problem(
            "criteria", "It is not said what had to be done for it.", "Add `criteria:` in words, or `criteria_url:`."
        )
    said.finish()
    return claim


def _kind(said: Record) -> str:
    from credlens.verify.structure.ob3 import ACHIEVEMENT_TYPES

    kind = said.text("type", "")
    if kind and kind not in ACHIEVEMENT_TYPES and not _OWN_KIND.fullmatch(kind):
        said.problem(
            "type",
            f"`type` cannot be {kind!r}.",
            f"Use ext: and a word of your own, or one of: {', '.join(ACHIEVEMENT_TYPES)}.",
        )
    return kind


def _skill(said: Record) -> AlignedSkill:
    if not said.has("url"):
        said.problem("url", "`url` is missing.", "Add the address at which the skill is described.")
    skill = AlignedSkill(
        said.text("name"), _fitting(said, "url", _ADDRESS), said.text("framework", ""), said.text("code", "")
    )
    said.finish()
    return skill


def _recipient(top: Record) -> tuple[str, str]:
    said = _needed(top, "recipient")
    if said is None:
        return "", ""
    email, did = _fitting(said, "email", _EMAIL), _fitting(said, "did", _DID)
    if said.has("email") == said.has("did"):
        said.problem(None, "Whoever earned it is named in one way.", "Give `email:` or `did:`, not both.")
    said.finish()
    return email, did


def _until(top: Record, today: date) -> date | None:
    day = top.day("until")
    if day is not None and day < today:
        top.problem("until", f"The badge would have ended already: {day} is over.", "Name a day to come.")
    return day


def _evidence(top: Record) -> tuple[EvidenceClaim, ...]:
    found = []
    for said in top.records("evidence"):
        url = _fitting(said, "url", _WEB)
        piece = EvidenceClaim(url, said.text("name", ""), said.text("narrative", ""), said.text("genre", ""))
        if not (piece.url or piece.narrative):
            said.problem(None, "Nobody could find this evidence.", "Give its `url:`, or tell it as `narrative:`.")
        said.finish()
        found.append(piece)
    return tuple(found)


def _status(top: Record, size: int) -> Place | None:
    said = top.record("status")
    if said is None:
        return None
    if not said.has("list"):
        said.problem("list", "`list` is missing.", "Add the https address at which you will publish the list.")
    address, index = _fitting(said, "list", _WEB), said.whole("index", least=0)
    if address and (not address.startswith("https://") or "#" in address):
        said.problem("list", "A list is published at an https address without #.", "Mend the address.")
    if index is not None and index >= size:
        said.problem("index", f"There is no place {index}: a list has those from 0 to {size - 1}.", "Leave it out.")
    purpose = said.one_of("purpose", PURPOSES, PURPOSES[0])
    said.finish()
    return Place(address, index, purpose)


_MEANT = {
    _WEB: "the address of a page, such as https://example.org/page",
    _ADDRESS: "a whole address: https://..., did:... or urn:...",
    _DID: "a DID, such as did:web:example.org",
    _EMAIL: "an e-mail address",
}


def _fitting(said: Record, key: str, pattern: re.Pattern[str]) -> str:
    """A text of a certain form; empty when it is missing."""
    value = said.text(key, "")
    if value and not pattern.fullmatch(value):
        said.problem(key, f"`{key}` should be {_MEANT[pattern]}, not {value!r}.", "Mind blanks and spelling.")
    return value
