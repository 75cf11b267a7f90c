"""What is asked of the web: nothing unless it is allowed, and then only what the badge's standard names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.badges.world import ACADEMY, CLUB, HOST, PAUSED, STATUS, Sample, shared
from credlens.app.ports import Ports
from credlens.app.verifying.asking import Asked
from credlens.app.verifying.verify import verify
from credlens.io.home import open_home
from credlens.model.verification import Verdict
from credlens.verify.needs import Document, Missing, Need, Reply, Why

WORLD = shared()
DID = f"{HOST}/.well-known/did.json"  # where did:web:academy.example is (did:web method, section 3.2)
OB2 = f"{HOST}/ob2"
NAMED = {
    "hosted": {f"{OB2}/assertions/1", f"{OB2}/badges/sql", f"{OB2}/issuer"},
    "signed": {f"{OB2}/badges/sql", f"{OB2}/issuer", f"{OB2}/keys/1", f"{OB2}/revoked"},
    "with status": {DID, STATUS, PAUSED},
    "derived": {DID, STATUS},
    "of a profile": {CLUB},
    "of a did:key": set(),
    "of a did:jwk": set(),
    "peer review": set(),
}
"""What each badge's standard has a verifier look up; of all others the issuer's DID document."""


class Web:
    """Documents of the world, and what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, need: Need) -> Reply:
        self.asked.append(need.url)
        data = WORLD.documents.get(need.url)
        return Missing(need.url, Why.NOT_FOUND, "") if data is None else Document(need.url, data, "fetched")


def judged(folder: Path, web: Web, data: bytes, *, online: bool) -> Any:
    def door() -> Web:
        assert online, "the door to the web was opened"
        return web

    ports: Ports = replace(open_home(folder / "home", today=date(2026, 11, 23)), fetcher=door)
    badges = folder / "badges"  # of a folder, nothing is told that takes longer than verifying
    badges.mkdir(exist_ok=True)
    (badges / ("badge.json" if data.lstrip().startswith(b"{") else "badge.jwt")).write_bytes(data)
    return verify(ports, str(badges), Asked(online=online)).badges[0].report


ONE_EACH = list({(s.name, s.format): s for s in WORLD.samples}.values())


@pytest.mark.parametrize("sample", ONE_EACH, ids=lambda sample: f"{sample.format} {sample.name}")
def test_only_what_the_standard_names_is_asked_for(tmp_path: Path, sample: Sample) -> None:
    web = Web()
    assert judged(tmp_path, web, sample.data, online=True).verdict is Verdict.VERIFIED
    assert set(web.asked) == NAMED.get(sample.name, {DID})


def test_nothing_that_a_badge_only_mentions_is_asked_for(tmp_path: Path) -> None:
    web = Web()
    odd = "https://tracker.example"
    badge = {
        "@context": ["https://www.w3.org/ns/credentials/v2", f"{odd}/context"],
        "id": f"{odd}/id",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": ACADEMY, "type": ["Profile"], "url": f"{odd}/url", "image": {"id": f"{odd}/i", "type": "Image"}},
        "validFrom": "2026-01-01T00:00:00Z",
        "evidence": [{"id": f"{odd}/evidence", "type": ["Evidence"]}],
        "termsOfUse": [{"id": f"{odd}/terms", "type": "Terms"}],
        "credentialSubject": {"id": f"{odd}/kim", "type": ["AchievementSubject"], "image": {"id": f"{odd}/image", "type": "Image"}},
    }  # fmt: skip
    assert judged(tmp_path, web, json.dumps(badge).encode(), online=True).verdict is not Verdict.VERIFIED
    assert [url for url in web.asked if url.startswith(odd)] == []


def test_offline_the_door_to_the_web_is_not_even_opened(tmp_path: Path) -> None:
    web = Web()
    for sample in WORLD.samples[:3]:
        judged(tmp_path, web, sample.data, online=False)
    assert web.asked == []
