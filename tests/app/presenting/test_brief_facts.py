"""The facts of a brief: what is meant by an id, what closes a gap, and whose word each thing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports, StoredDocument, Target
from credlens.app.presenting.brief_facts import facts, meant
from credlens.app.presenting.holdings import holdings
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.model.errors import UserError
from credlens.model.person import EvidenceKind
from credlens.model.posting import Posting
from credlens.model.verification import AchievementClaim, Claims, Mode, Party, Report, Verdict

RESUME = """# Robin Example

Example person, invented.

## Experience

### Analyst, Harbour Office (invented)
2022-01 to 2025-06

- Wrote SQL queries against the register of ships and built reports in Excel.

## Certifications

- Google Data Analytics Professional Certificate, Google, issued 2024-05
- CompTIA Security+, CompTIA, issued 2020-03, expires 2023-03
- Certificate of Lamp Keeping, Harbour School (invented), 2019
"""
AD = """Data Analyst
We require SQL, Python, Excel and Tableau. A Google Data Analytics Professional Certificate is a plus."""


@dataclass
class Says:
    """A verifier that finds an achievement of the name that stands in the file."""

    verdict: Verdict = Verdict.VERIFIED

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            achievement = AchievementClaim(name=job.data.decode(), criteria="Kept the lamp for a year.")
            claims = Claims(
                "https://badges.example/7", "", Party("https://harbour.example", "Harbour School"), (achievement,)
            )
            yield job, Report(self.verdict, "as told", Mode.STRICT, datetime(2026, 11, 22, tzinfo=UTC), claims=claims)


@pytest.fixture
def robin(ports: Ports) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    return ports


@pytest.fixture
def aiming(robin: Ports) -> Ports:
    ads = tuple(Posting(f"ad-{n}", "Data Analyst", f"{AD} Office {n}.", f"ad-{n}.txt") for n in range(4))
    robin.store().save_target(Target("data analyst", ads, len(ads)))
    return robin


def with_badge(ports: Ports, tmp_path: Path, name: str, verdict: Verdict = Verdict.VERIFIED) -> tuple[Ports, str]:
    (tmp_path / "badge.json").write_text(name)
    ports = replace(ports, verifier=Says(verdict))
    return ports, add(ports, [str(tmp_path / "badge.json")]).badges[0].id


def held_ids(ports: Ports) -> list[str]:
    return [h.credential.id if h.credential else h.card for h in holdings(ports, Knowledge(ports))]


def test_what_is_held_by_a_line_is_found_by_its_catalog_id_title_and_card(robin: Ports) -> None:
    brief = facts(robin, "google-data-analytics")
    assert brief.held is not None
    assert (brief.held.issued, brief.held.where, brief.held.by_badge) == ("2024-05", "cv.md:14", False)
    assert brief.badge is None
    knowledge = Knowledge(robin)
    for name in ("Google Data Analytics Professional Certificate", brief.held.card):
        assert meant(robin, knowledge, name).ids == ("google-data-analytics", brief.held.card)


def test_what_no_catalog_knows_has_a_brief_of_its_own_words_only(robin: Ports) -> None:
    card = next(h for h in held_ids(robin) if h.startswith("credential-"))
    brief = facts(robin, card)
    assert (brief.title, brief.credential, brief.uncovered, brief.card) == (
        "Certificate of Lamp Keeping",
        None,
        None,
        None,
    )


def test_what_is_not_held_has_a_brief_that_says_so(robin: Ports) -> None:
    brief = facts(robin, "elements-of-ai")
    assert brief.held is None
    assert brief.credential is not None
    assert brief.aim is None
    assert brief.uncovered is None


def test_what_lapsed_is_known_to_have(robin: Ports) -> None:
    assert facts(robin, "comptia-security-plus").expired
    assert not facts(robin, "google-data-analytics").expired


def test_nothing_is_called_so(robin: Ports) -> None:
    with pytest.raises(UserError, match="no credential 'qqqqqq'"):
        facts(robin, "qqqqqq")


def test_the_ads_say_what_it_leaves_out_and_the_documents_what_closed_that(aiming: Ports) -> None:
    brief = facts(aiming, "google-data-analytics")
    assert brief.aim is not None
    assert brief.aim.named is not None
    assert (brief.aim.name, brief.aim.named.share.k, brief.aim.named.share.n) == ("data analyst", 4, 4)
    assert brief.uncovered is not None
    found = {u.skill: u for u in brief.uncovered}
    assert "sql" not in found
    assert found["python"].shown == ()
    assert found["excel"].shown[0].kind is EvidenceKind.USED
    assert "Excel" in found["excel"].shown[0].quote
    assert found["excel"].depth is not None  # touched, which is not covered


def test_a_credential_is_no_evidence_beside_itself_nor_for_what_it_only_touches(aiming: Ports) -> None:
    brief = facts(aiming, "google-data-analytics")
    assert all(e.kind is not EvidenceKind.CERTIFIED for found in brief.evidence.values() for e in found)
    assert [e.kind for e in brief.evidence["sql"]] == [EvidenceKind.USED]
    other = facts(aiming, "comptia-security-plus")
    assert other.uncovered is not None
    shown = {u.skill: [e.kind for e in u.shown] for u in other.uncovered}
    assert EvidenceKind.CERTIFIED in shown["sql"]
    assert EvidenceKind.CERTIFIED not in shown["excel"]


def test_a_badge_is_found_by_the_beginning_of_its_id(robin: Ports, tmp_path: Path) -> None:
    ports, badge = with_badge(robin, tmp_path, "Lamp Keeping")
    brief = facts(ports, badge[:6])
    assert brief.badge is not None
    assert (brief.id, brief.title, brief.badge.id, brief.badge.file) == (badge, "Lamp Keeping", badge, "badge.json")
    assert brief.badge.achievement.criteria == "Kept the lamp for a year."
    assert brief.held is not None
    assert brief.held.by_badge


def test_a_badge_that_did_not_hold_has_a_brief_and_shows_nothing(robin: Ports, tmp_path: Path) -> None:
    ports, badge = with_badge(robin, tmp_path, "Lamp Keeping", Verdict.REVOKED)
    brief = facts(ports, badge[:6])
    assert brief.held is None
    assert brief.badge is not None
    assert brief.badge.verdict is Verdict.REVOKED


def test_a_badge_beside_a_line_belongs_to_the_same_credential(robin: Ports, tmp_path: Path) -> None:
    name = "Google Data Analytics Professional Certificate"
    ports, badge = with_badge(robin, tmp_path, name, Verdict.REVOKED)
    brief = facts(ports, "google-data-analytics")
    assert brief.held is not None
    assert not brief.held.by_badge
    assert brief.badge is not None
    assert brief.badge.id == badge
