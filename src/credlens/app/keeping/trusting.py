"""Reports on badges and reviews that came in a file: believed as far as they follow from the badges themselves.

Whoever makes a file can write any verdict into it. So each badge is verified again, with the documents that were kept with it and for the moment
of its report, without the network. A report that says the same is kept as it is; else the new one takes its place. Where the key of an issuer was
fetched, the copy of it came in the file, too, so that only ``credlens wallet verify --online`` tells who really signed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from credlens.app.carried import unpacked
from credlens.app.keeping.ports import REGISTRIES, Row, State
from credlens.app.ports import NamedBytes, Ports
from credlens.app.verifying.asking import USUAL, Asked, answers, settings_of
from credlens.app.verifying.documents import read_map
from credlens.app.verifying.ports import Job, StoredRegistry
from credlens.model.verification import Report, Verdict
from credlens.verify.needs import Document, Need, Reply
from credlens.verify.record import report_from_record, report_to_record

_SIGNED = ("comment", "digest")  # what is kept of a review beside its report

_ORDER = list(Verdict)  # best first


@dataclass(frozen=True, slots=True)
class Lowered:
    """A badge or review of which the file said something better, or something else, than what is in it shows.

    Attributes:
        said: the verdict in the file; empty when there was none that can be read.
        because: what was found, in a sentence.
    """

    kind: str
    id: str
    said: str
    found: Verdict
    because: str

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {
            "kind": self.kind,
            "id": self.id,
            "said": self.said or None,
            "found": self.found.value,
            "because": self.because,
        }


@dataclass(frozen=True, slots=True)
class _Case:
    """A badge or review, with what the file says of it.

    Attributes:
        words: of a review, what is kept beside its report.
        copies: of a badge, what it refers to, by address.
    """

    kind: str
    row: Row
    data: bytes
    said: Report | None
    words: Mapping[str, Any]
    copies: Mapping[str, Row]


def confirmed(ports: Ports, state: State) -> tuple[State, tuple[Lowered, ...]]:
    """The state with reports that follow from what is in it, and which said something else.

    Raises:
        ValueError: a row is none of a badge or review, or a review is about something else than its project.
    """
    trusting = replace(ports, registries=_InTheFile(_registries(state.get(REGISTRIES, ()))))
    cases = [_badge(row, state) for row in state.get("badge", ())]
    cases += [_review(row) for row in state.get("review", ())]
    found: dict[str, list[Row]] = {}
    lowered = []
    for case, report in zip(cases, _reports(trusting, cases), strict=True):
        row, worse = _judged(case, report) if case.kind == "badge" else _judged_review(ports, case, report, state)
        found.setdefault(case.kind, []).append(row)
        lowered += [worse] if worse else []
    return {**state, **found}, tuple(lowered)


def _badge(row: Row, state: State) -> _Case:
    copies = {str(c.get("url")): c for c in state.get("badge_copy", ()) if c.get("badge") == row.get("id")}
    return _Case("badge", row, _content(row), _said(row.get("report")), {}, copies)


def _review(row: Row) -> _Case:
    try:
        kept = json.loads(str(row.get("report")))
    except (ValueError, RecursionError):
        kept = None
    words = kept if isinstance(kept, dict) else {}
    return _Case("review", row, _content(row), _said(words.get("report")), words, {})


def _judged(case: _Case, report: Report) -> tuple[Row, Lowered | None]:
    if case.said and _same(case.said, report):
        return case.row, None
    text = json.dumps(report_to_record(report), ensure_ascii=False)
    return {**case.row, "report": text}, _worse(case, report)


def _judged_review(ports: Ports, case: _Case, report: Report, state: State) -> tuple[Row, Lowered | None]:
    """A review's own words, and the digest it was signed over, have to be in what was signed, too."""
    row, words = case.row, case.words
    projects = [p for p in state.get("project", ()) if p.get("id") == row.get("project")]
    if not projects or not set(report.claims.subjects) <= _texts_of(projects[0].get("content")):
        raise ValueError(f"the review {row.get('id')!r} is about something else than its project")
    signed = _texts_of(unpacked(ports, NamedBytes(str(row.get("name")), case.data)).file.data)
    true = all(isinstance(words.get(part), str) and words[part] in {*signed, ""} for part in _SIGNED)
    if case.said and true and _same(case.said, report):
        return row, None
    record = {**{part: words[part] if true else "" for part in _SIGNED}, "report": report_to_record(report)}
    lowered = _worse(case, report) or (None if true else _lowered(case, report))
    return {**row, "report": json.dumps(record, ensure_ascii=False)}, lowered


def _content(row: Row) -> bytes:
    data = row.get("data")
    if not isinstance(data, bytes):
        raise ValueError(f"{row.get('id')!r} has no content")  # noqa: TRY004 - a file's fault, not a caller's
    return data


def _said(record: object) -> Report | None:
    try:
        return report_from_record(json.loads(record) if isinstance(record, str) else record)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _reports(ports: Ports, cases: Sequence[_Case]) -> list[Report]:
    """What is found now, in the order of the cases. Those of one day are judged for one moment of it, since a start costs more than a badge."""
    days: dict[date, list[int]] = {}
    moments = [_moment(ports, case.said) for case in cases]
    for place, moment in enumerate(moments):
        days.setdefault(moment.astimezone(UTC).date(), []).append(place)
    found: dict[str, Report] = {}
    for places in days.values():
        jobs = [Job(str(place), cases[place].data) for place in places]
        at = max(moments[place] for place in places)
        settings = replace(settings_of(ports, Asked(at=at)), now=at)
        found |= {job.name: report for job, report in ports.verifier.verify(jobs, settings, _answers(ports, cases))}
        ports.progress("badges verified", len(found), len(cases))
    return [found[str(place)] for place in range(len(cases))]


def _moment(ports: Ports, said: Report | None) -> datetime:
    """The moment of a report; now when it has none, or one that is still to come."""
    now = ports.now()
    return said.at if said and said.at.tzinfo and said.at <= now else now


def _answers(ports: Ports, cases: Sequence[_Case]) -> Callable[[Job, Need], Reply]:
    """Documents that came in the file; nothing else is looked up."""
    offline = answers(ports, read_map(ports.files, USUAL.documents), online=False)

    def answer(job: Job, need: Need) -> Reply:
        copy = cases[int(job.name)].copies.get(need.url)
        content = None if copy is None else copy.get("data")
        if copy is None or not isinstance(content, bytes) or len(content) > need.max_bytes:
            return offline(job, need)
        return Document(need.url, content, "kept", str(copy.get("content_type") or ""))

    return answer


def _same(one: Report, other: Report) -> bool:
    """Whether two reports say the same, but for the moment and how documents were come by."""
    return _gist(one) == _gist(other)


def _gist(report: Report) -> dict[str, Any]:
    found = report.to_json()
    stack = [found]
    while stack:
        each = stack.pop()
        del each["at"]
        each["fetched"] = sorted((f["url"], f["kind"], f["sha256"]) for f in each["fetched"])
        stack += [*each["parts"], *each["endorsements"]]
    return found


def _worse(case: _Case, report: Report) -> Lowered | None:
    """What there is to tell: a better verdict in the file than is shown by what is in it, or other claims."""
    said = case.said
    if said and _ORDER.index(report.verdict) <= _ORDER.index(said.verdict) and report.claims == said.claims:
        return None
    return _lowered(case, report)


def _lowered(case: _Case, report: Report) -> Lowered:
    said = case.said.verdict.value if case.said else ""
    return Lowered(case.kind, str(case.row.get("id")), said, report.verdict, report.because)


def _texts_of(document: object) -> set[str]:
    """Every text in a JSON document."""
    try:
        stack = [json.loads(document) if isinstance(document, str | bytes) else None]
    except (ValueError, RecursionError):
        return set()
    found = set()
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            found |= {each, each.strip()}
        elif isinstance(each, list):
            stack += each
        elif isinstance(each, dict):
            stack += each.values()
    return found


def _registries(rows: Sequence[Row]) -> tuple[StoredRegistry, ...]:
    """Lists of issuers, each with its key when it is a signed one."""
    files = {str(row.get("name")): row.get("data") for row in rows}
    found = []
    for name, data in sorted(files.items()):
        called, _, ending = name.rpartition(".")
        if ending == "list" and isinstance(data, bytes):
            key = files.get(f"{called}.key")
            found.append(StoredRegistry(called, data, key.decode().strip() if isinstance(key, bytes) else ""))
    return tuple(found)


class _InTheFile:
    """Lists of issuers that are not kept yet."""

    def __init__(self, found: tuple[StoredRegistry, ...]) -> None:
        self._found = found

    def all(self) -> tuple[StoredRegistry, ...]:
        """In the order of their names."""
        return self._found

    def keep(self, registry: StoredRegistry) -> None:
        """Nothing is kept while badges are looked at."""
        raise TypeError(registry.name)

    def remove(self, name: str) -> bool:
        """Nothing is removed either."""
        raise TypeError(name)
