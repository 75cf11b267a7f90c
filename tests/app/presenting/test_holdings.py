"""What is held, put together from badges, documents and the catalog; each value from where somebody says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports, StoredDocument
from credlens.app.presenting.holdings import Holding, find_holding, holdings
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.model.errors import UserError
from credlens.model.verification import AchievementClaim, Check, Claims, Mode, Outcome, Party, Report, Verdict

RESUME = """# Robin Example

## Certifications

- Google Data Analytics Professional Certificate, issued May 2024
- Fog Signalling, Harbour School, 2023, Credential ID: FS-0042, https://harbour.example/c/42
- First Aid, expires December 2027
"""


@dataclass
class Says:
    """A verifier that finds a badge for whatever its bytes say."""

    verdict: Verdict = Verdict.VERIFIED
    checks: tuple[Check, ...] = ()

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            claims = Claims(
                id="https://badges.example/7",
                issuer=Party("https://badges.example", "Badge House"),
                achievements=(AchievementClaim(name=job.data.decode()),),
                issued=datetime(2026, 3, 4, tzinfo=UTC),
            )
            at = datetime(2026, 11, 22, tzinfo=UTC)
            yield job, Report(self.verdict, "as told", Mode.STRICT, at, claims=claims, checks=self.checks)


@pytest.fixture
def ports(ports: Ports) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    return ports


def held(ports: Ports) -> dict[str, Holding]:
    return {h.name: h for h in holdings(ports, Knowledge(ports))}


def put(
    ports: Ports, tmp_path: Path, says: str, verdict: Verdict = Verdict.VERIFIED, checks: tuple[Check, ...] = ()
) -> Ports:
    told = replace(ports, verifier=Says(verdict, checks))
    (tmp_path / "badge.json").write_text(says)
    add(told, [str(tmp_path / "badge.json")])
    return told


def test_a_line_says_who_when_which_number_and_where(ports: Ports) -> None:
    found = held(ports)["Fog Signalling"]
    assert (found.issuer, found.number, found.link) == ("Harbour School", "FS-0042", "https://harbour.example/c/42")
    assert (found.issued_said, found.expires_said) == ("2023", "")
    assert found.credential is None
    assert found.badge is None


def test_what_the_line_does_not_say_of_its_issuer_the_catalog_does(ports: Ports) -> None:
    found = held(ports)["Google Data Analytics Professional Certificate"]
    assert found.credential is not None
    assert (found.credential.id, found.issuer, found.issued_said) == ("google-data-analytics", "Google", "2024-05")


def test_a_day_is_as_exact_as_it_was_named(ports: Ports) -> None:
    found = held(ports)["First Aid"]
    assert (found.expires, found.expires_said) == (date(2027, 12, 31), "2027-12")
    assert found.expired(date(2027, 12, 31)) is False
    assert found.expired(date(2028, 1, 1)) is True
    assert held(ports)["Fog Signalling"].expired(date(2028, 1, 1)) is None


def test_a_badge_speaks_for_itself(ports: Ports, tmp_path: Path) -> None:
    found = held(put(ports, tmp_path, "Lamp Keeping"))["Lamp Keeping"]
    assert found.badge is not None
    assert (found.issuer, found.link, found.issued_said) == ("Badge House", "https://badges.example/7", "2026-03-04")
    assert found.verified == date(2026, 11, 22)


def test_under_a_name_that_looks_like_anothers_it_is_not_called_verified(ports: Ports, tmp_path: Path) -> None:
    odd = Check("issuer_name", Outcome.WARNING, "It looks like Google.")
    assert held(put(ports, tmp_path, "Lamp Keeping", checks=(odd,)))["Lamp Keeping"].verified is None


def test_a_badge_that_did_not_hold_is_no_credential(ports: Ports, tmp_path: Path) -> None:
    assert "Lamp Keeping" not in held(put(ports, tmp_path, "Lamp Keeping", Verdict.REVOKED))


def test_it_is_found_by_catalog_id_card_and_the_beginning_of_a_badge(ports: Ports, tmp_path: Path) -> None:
    known = put(ports, tmp_path, "Lamp Keeping")
    found = holdings(known, Knowledge(known))
    lamp = next(h for h in found if h.name == "Lamp Keeping")
    assert lamp.badge is not None
    assert find_holding(found, lamp.badge.id[:5]) is lamp
    assert find_holding(found, lamp.card) is lamp
    google = find_holding(found, "google-data-analytics")
    assert google is not None
    assert google.name.startswith("Google")
    assert find_holding(found, "") is None
    assert find_holding(found, "nothing") is None


def test_a_beginning_that_two_badges_share_names_none(ports: Ports, tmp_path: Path) -> None:
    known = put(ports, tmp_path, "Lamp Keeping")
    found = holdings(known, Knowledge(known))
    lamp = next(h for h in found if h.badge)
    assert lamp.badge is not None
    twin = replace(lamp, card="other", badge=replace(lamp.badge, id=lamp.badge.id[:4] + "0000"))
    with pytest.raises(UserError, match="Several badges"):
        find_holding([*found, twin], lamp.badge.id[:4])
