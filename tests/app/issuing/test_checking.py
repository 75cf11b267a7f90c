"""What our own verifier would call invalid is not handed out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from credlens.app.issuing import signing
from credlens.app.issuing.checking import must_hold
from credlens.app.issuing.lists import state_of
from credlens.app.issuing.signers import make_key, signer
from credlens.app.issuing.signing import issue, sign
from credlens.app.ports import Ports
from credlens.issue.credentials import endorsement
from credlens.model.errors import UserError
from credlens.model.verification import Party


@pytest.mark.parametrize("kind", ["ed25519", "p256"])
@pytest.mark.parametrize("site", [None, "https://chess.example.org"])
def test_what_is_sound_holds_also_before_anything_is_published(
    ports: Ports, award: Path, tmp_path: Path, kind: str, site: str | None
) -> None:
    make_key(ports, "club", kind, site)
    text = issue(ports, award, tmp_path / "badge", key="club").file.read_text("utf-8")
    must_hold(ports, text, signer(ports, "club"), ports.now())


def test_what_was_changed_does_not_hold(ports: Ports, award: Path, tmp_path: Path) -> None:
    make_key(ports, "club")
    text = issue(ports, award, tmp_path / "badge", key="club").file.read_text("utf-8")
    with pytest.raises(UserError, match="no verifier would accept it"):
        must_hold(ports, text.replace("Endgames", "Openings"), signer(ports, "club"), ports.now())


def test_a_key_that_the_issuers_document_does_not_name_does_not_hold(ports: Ports) -> None:
    make_key(ports, "club", did_web="https://chess.example.org")
    make_key(ports, "stranger")
    forger = replace(signer(ports, "stranger"), web="did:web:chess.example.org")
    document = endorsement(Party(forger.did, "Bo"), "urn:x", "Sound.", id="urn:y", at=ports.now())
    with pytest.raises(UserError, match="no verifier would accept it"):
        sign(ports, document, forger, ports.now(), None)


def test_nothing_is_written_or_noted_that_does_not_hold(
    ports: Ports, award: Path, tmp_path: Path, list_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_key(ports, "club")
    monkeypatch.setattr(signing, "written_out", lambda _: "{}")
    with pytest.raises(UserError, match="was not written"):
        issue(ports, award, tmp_path / "badge", key="club")
    assert not (tmp_path / "badge").exists()
    assert state_of(ports, list_address).given == {}
