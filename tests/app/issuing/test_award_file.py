"""An award is read as it was written, and every mistake in it is named with its line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.issuing.award_file import Award, Place, read_award
from credlens.app.ports import NamedBytes
from credlens.model.errors import InputError
from credlens.model.verification import AlignedSkill, EvidenceClaim, Party

TODAY = date(2026, 11, 22)
LEAST: dict[str, Any] = {
    "issuer": {"name": "Chess Club"},
    "achievement": {"name": "Endgames", "description": "Plays them.", "criteria": "Ten won."},
    "recipient": {"email": "ada@example.com"},
}


def read(text: str | bytes) -> Award:
    return read_award(NamedBytes("award.yaml", text.encode() if isinstance(text, str) else text), TODAY, 131072)


def with_(**changed: Any) -> str:
    """The least there has to be, with some fields changed; None takes one out."""
    made = json.loads(json.dumps(LEAST))
    for path, value in changed.items():
        *above, last = path.split("__")
        inner = made
        for name in above:
            inner = inner.setdefault(name, {})
        inner[last] = value
        if value is None:
            del inner[last]
    return json.dumps(made)


def test_everything_is_read(award: Path) -> None:
    found = read(award.read_bytes())
    assert found.issuer == Party("", "Chess Club of Example", "https://chess.example.org", "office@chess.example.org")
    assert found.achievement.name == "Endgames"
    assert found.achievement.criteria_url == "https://chess.example.org/endgames"
    assert found.achievement.kind == "Certificate"
    assert found.achievement.skills == (
        AlignedSkill("analyse positions", "https://skills.example.org/7", "Skills of Example", "7"),
    )
    assert (found.email, found.did, found.until) == ("Ada@example.com", "", date(2029, 12, 31))
    assert found.evidence == (EvidenceClaim("https://ada.example.com/games.pgn", "Ten games", "All won.", "Record"),)
    assert found.status == Place("https://chess.example.org/revoked.json", 4711, "revocation")


def test_the_example_in_the_description_of_the_format_can_be_read() -> None:
    from credlens.app.issuing import award_file

    example = str(award_file.__doc__).partition("::\n")[2].replace("did:key:...", "did:key:z1")
    assert read(example).status is not None


def test_json_is_read_as_well_and_little_is_needed() -> None:
    found = read(json.dumps(LEAST, indent="\t"))
    assert found.achievement.kind == ""
    assert (found.until, found.evidence, found.status) == (None, (), None)
    assert read(with_(recipient={"did": "did:web:ada.example.com"})).did == "did:web:ada.example.com"
    assert read(with_(achievement__type="ext:Medal")).achievement.kind == "ext:Medal"
    assert read(with_(status={"list": "https://a.example/l"})).status == Place(
        "https://a.example/l", None, "revocation"
    )


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (with_(issuer=None), "award.yaml:1: issuer", "`issuer` is missing"),
        (with_(achievement=None), "award.yaml:1: achievement", "`achievement` is missing"),
        (with_(recipient=None), "award.yaml:1: recipient", "`recipient` is missing"),
        (with_(issuer="Chess Club"), "award.yaml:1: issuer", "mapping"),
        (with_(issuer__name=None), "award.yaml:1: issuer.name", "missing"),
        (with_(issuer__url="chess.example.org"), "award.yaml:1: issuer.url", "address of a page"),
        (with_(achievement__criteria=None), "award.yaml:1: achievement.criteria", "had to be done"),
        (with_(achievement__type="Trophy"), "award.yaml:1: achievement.type", "'Trophy'"),
        (with_(achievement__id="endgames"), "award.yaml:1: achievement.id", "whole address"),
        (with_(achievement__skills=[{"name": "x"}]), "award.yaml:1: achievement.skills[0].url", "missing"),
        (with_(recipient={}), "award.yaml:1: recipient", "named in one way"),
        (with_(recipient__did="did:key:z1"), "award.yaml:1: recipient", "named in one way"),
        (with_(recipient={"email": "ada"}), "award.yaml:1: recipient.email", "an e-mail address"),
        (with_(recipient={"did": "ada"}), "award.yaml:1: recipient.did", "a DID"),
        (with_(until="2026-11-21"), "award.yaml:1: until", "is over"),
        (with_(until="soon"), "award.yaml:1: until", "should be a date"),
        (with_(evidence=[{"name": "x"}]), "award.yaml:1: evidence[0]", "find this evidence"),
        (with_(status={"index": 1}), "award.yaml:1: status.list", "missing"),
        (with_(status={"list": "http://a.example/l"}), "award.yaml:1: status.list", "https"),
        (with_(status={"list": "https://a.example/l", "index": 131072}), "award.yaml:1: status.index", "no place 131072"),
        (with_(status={"list": "https://a.example/l", "index": -1}), "award.yaml:1: status.index", "0 or more"),
        (with_(status={"list": "https://a.example/l", "purpose": "fun"}), "award.yaml:1: status.purpose", "'fun'"),
        (with_(untill="2027-01-01"), "award.yaml:1: untill", "not a field"),
        (with_(issuer__nmae="x"), "award.yaml:1: issuer.nmae", "not a field"),
        ("", "award.yaml", "empty"),
        ("- a\n", "award.yaml", "mapping"),
        ("a: [", "award.yaml:1", "not valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(text: str, where: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    problem = caught.value.problems[0]
    assert problem.where == where
    assert said in problem.message + problem.what_to_do


def test_all_mistakes_are_named_at_once_with_their_lines(award: Path) -> None:
    text = award.read_text("utf-8").replace("name: Endgames", "nam: Endgames").replace("2029", "2019")
    with pytest.raises(InputError) as caught:
        read(text)
    assert {p.where for p in caught.value.problems} == {
        "award.yaml:6: achievement.name",
        "award.yaml:6: achievement.nam",
        "award.yaml:21: until",
    }
