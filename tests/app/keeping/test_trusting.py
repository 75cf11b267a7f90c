"""A report in a file is believed as far as it follows from what else is in the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from credlens.app.keeping.trusting import confirmed
from credlens.app.ports import Ports
from credlens.app.verifying.ports import Job
from credlens.io.home import open_home
from credlens.model.verification import AchievementClaim, Check, Claims, Fetched, Mode, Outcome, Party, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Kind, Missing, Need, Reply
from credlens.verify.record import report_from_record, report_to_record

THEN = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = Need("https://club.example/key", Kind.KEY, 10)
URN = "urn:uuid:9bd2ab94-21c7-4ff5-8e53-2d2b8cf1f7a1"


def report(verdict: Verdict = Verdict.VERIFIED, name: str = "Endgames", because: str = "found") -> Report:
    claims = Claims(achievements=(AchievementClaim(name=name),), issuer=Party("did:x"), subjects=(URN,))
    return Report(verdict, because, Mode.STRICT, THEN, claims=claims)


@dataclass
class Finds:
    """A verifier that finds what it is told to find, when it gets the issuer's key."""

    finds: Report = field(default_factory=report)
    asked: list[tuple[Settings, Reply]] = field(default_factory=list)

    def verify(
        self, jobs: Iterable[Job], settings: Settings, answer: Callable[[Job, Need], Reply]
    ) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            reply = answer(job, KEY)
            self.asked.append((settings, reply))
            how = "missing" if isinstance(reply, Missing) else "kept"
            yield job, replace(self.finds, at=settings.at, fetched=(Fetched(KEY.url, "key", how),))


def ports(tmp_path: Path, finds: Finds) -> Ports:
    return replace(open_home(tmp_path / "home"), verifier=finds)


def badge(said: Report | None, **more: Any) -> dict[str, Any]:
    text = "damaged" if said is None else json.dumps(report_to_record(said), ensure_ascii=False)
    return {"id": "aaaa", "name": "b.json", "data": b"{}", "verified": "2026-05-01", "report": text, **more}


def verdict(row: Any) -> Verdict:
    return report_from_record(json.loads(row["report"])).verdict


def test_a_report_that_can_be_found_again_stays_letter_by_letter(tmp_path: Path) -> None:
    fetched = replace(report(), fetched=(Fetched(KEY.url, "key", "fetched"),))
    copy = {"badge": "aaaa", "url": KEY.url, "data": b"key", "content_type": "text/plain"}
    state = {"badge": [badge(fetched)], "badge_copy": [copy, copy | {"badge": "bbbb", "data": b"other"}]}
    finds = Finds()

    assert confirmed(ports(tmp_path, finds), state) == (state, ())

    settings, reply = finds.asked[0]
    assert (settings.at, settings.now) == (THEN, THEN)  # judged for the moment of the report
    assert reply == Document(KEY.url, b"key", "kept", "text/plain")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (report(Verdict.VERIFIED), report(Verdict.INVALID)),
        (report(Verdict.VERIFIED), report(Verdict.COULD_NOT_CHECK)),
        (report(Verdict.AUTHENTIC_BUT_EXPIRED), report(Verdict.REVOKED)),
        (report(name="Doctor of Medicine"), report()),
        (None, report(Verdict.VERIFIED)),
    ],
)
def test_what_was_forged_gives_way_to_what_is_found(tmp_path: Path, said: Report | None, found: Report) -> None:
    state, lowered = confirmed(ports(tmp_path, Finds(found)), {"badge": [badge(said)]})
    assert verdict(state["badge"][0]) is found.verdict
    assert "Doctor" not in str(state["badge"][0]["report"])
    assert [(x.kind, x.id, x.said, x.found) for x in lowered] == [
        ("badge", "aaaa", said.verdict.value if said else "", found.verdict)
    ]
    assert lowered[0].to_json()["said"] == (said.verdict.value if said else None)


@pytest.mark.parametrize(
    "said",
    [
        report(because="Issued by the King himself."),
        replace(report(), checks=(Check("issuer", Outcome.PASSED, "forged", "forged"),)),
        report(Verdict.COULD_NOT_CHECK),  # found to be better
    ],
)
def test_words_that_were_changed_are_found_anew_without_a_word(tmp_path: Path, said: Report) -> None:
    state, lowered = confirmed(ports(tmp_path, Finds()), {"badge": [badge(said)]})
    assert report_from_record(json.loads(str(state["badge"][0]["report"]))).because == "found"
    assert lowered == ()
    assert confirmed(ports(tmp_path, Finds()), state) == (state, ())  # again changes nothing


def test_a_moment_to_come_is_none(tmp_path: Path) -> None:
    finds = Finds()
    future = replace(report(), at=datetime(2999, 1, 1, tzinfo=UTC))
    confirmed(ports(tmp_path, finds), {"badge": [badge(future)]})
    assert finds.asked[0][0].at < datetime(2998, 1, 1, tzinfo=UTC)


def test_lists_of_issuers_in_the_file_count_before_they_are_kept(tmp_path: Path) -> None:
    finds = Finds()
    listed: dict[str, Any] = {"name": "schools.list", "data": b"issuers:\n  - {id: 'did:x', name: School}\n"}
    confirmed(ports(tmp_path, finds), {"badge": [badge(report())], "registries": [listed]})
    trust = finds.asked[0][0].trust
    assert trust is not None
    assert [r.name for r in trust.registries] == ["schools"]
    assert not (tmp_path / "home").exists()


PROJECT: dict[str, Any] = {"id": "p", "content": json.dumps({"urn": URN})}


def review(comment: str = "Good work.", said: Report | None = None) -> dict[str, Any]:
    signed = {"credentialSubject": {"id": URN, "endorsementComment": " Good work. "}}
    kept = {"comment": comment, "digest": "", "report": report_to_record(said or report())}
    text = json.dumps(kept, ensure_ascii=False)
    return {"id": "cccc", "project": "p", "name": "r.json", "data": json.dumps(signed).encode(), "report": text}


def test_a_review_is_kept_with_the_words_that_were_signed(tmp_path: Path) -> None:
    said = replace(report(), fetched=(Fetched(KEY.url, "key", "missing"),))
    state = {"project": [PROJECT], "review": [review(said=said)]}
    assert confirmed(ports(tmp_path, Finds()), state) == (state, ())


def test_words_that_nobody_signed_are_left_out(tmp_path: Path) -> None:
    state = {"project": [PROJECT], "review": [review("The best I ever saw.")]}
    found, lowered = confirmed(ports(tmp_path, Finds()), state)
    assert json.loads(str(found["review"][0]["report"]))["comment"] == ""
    assert [x.id for x in lowered] == ["cccc"]


def test_a_review_of_something_else_is_none_of_this_project(tmp_path: Path) -> None:
    other = {"id": "p", "content": json.dumps({"urn": "urn:uuid:other"})}
    for projects in ([other], []):
        with pytest.raises(ValueError, match="something else than its project"):
            confirmed(ports(tmp_path, Finds()), {"project": projects, "review": [review()]})


def test_a_badge_without_bytes_is_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no content"):
        confirmed(ports(tmp_path, Finds()), {"badge": [badge(report(), data="text")]})
