"""The person decides which entries their resume shows; the word is remembered. The person is invented."""

from __future__ import annotations

import pytest

from credlens.app.ports import Ports, StoredDocument
from credlens.app.presenting import deciding as module
from credlens.app.presenting.deciding import Decided, decide, decide_all, on_it
from credlens.model.cv import Cv, CvCertificate, CvEntry, CvSkill, LeftOff, WhyLeftOff
from credlens.model.errors import UserError
from credlens.profile.ids import skill_id

LAPSED = LeftOff("credential-0a", "Fog Signalling", WhyLeftOff.EXPIRED, "It expired.")
REVOKED = LeftOff("badge-77", "Rope Work", WhyLeftOff.NOT_VERIFIED, "It was revoked.")
CV = Cv(
    "Robin Example",
    work=(CvEntry("job-0a", "Clerk", "Bramble"), CvEntry("job-0b", "Packer")),
    certificates=(CvCertificate("credential-1", "Lamp Keeping"),),
    skills=(CvSkill("sql", "SQL"),),
    left_off=(LAPSED, REVOKED),
)


@pytest.fixture
def ports(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> Ports:
    monkeypatch.setattr(module, "cv_of", lambda _ports, _knowledge: CV)
    return ports


def test_the_word_is_remembered_and_taken_back(ports: Ports) -> None:
    decide(ports, "job-0a", False)
    assert dict(ports.showcase().shown()) == {"job-0a": False}
    decide(ports, "job-0a", None)
    assert dict(ports.showcase().shown()) == {}


def test_the_beginning_of_a_name_is_enough_when_no_other_begins_so(ports: Ports) -> None:
    assert decide(ports, "credential-0", True) == Decided("credential-0a", "Fog Signalling", True, False, LAPSED)
    with pytest.raises(UserError, match="2 entries begin with 'job'"):
        decide(ports, "job", False)


@pytest.mark.parametrize("words", ["job-0c", "", "nothing like it"])
def test_what_is_not_there_cannot_be_decided(ports: Ports, words: str) -> None:
    with pytest.raises(UserError, match="no entry") as failure:
        decide(ports, words, True)
    assert ("Did you mean job-0" in (failure.value.what_to_do or "")) is (words == "job-0c")
    assert dict(ports.showcase().shown()) == {}


def test_a_badge_that_did_not_hold_cannot_be_put_on(ports: Ports) -> None:
    with pytest.raises(UserError, match="Rope Work cannot be put on a resume: It was revoked"):
        decide(ports, "badge-77", True)


def test_of_several_words_none_is_remembered_when_one_names_no_entry(ports: Ports) -> None:
    with pytest.raises(UserError, match="no entry 'job-0c'"):
        decide_all(ports, [("job-0a", False), ("job-0c", False)])
    assert dict(ports.showcase().shown()) == {}


def test_every_entry_has_a_name() -> None:
    assert dict(on_it(CV)) == {
        "job-0a": "Clerk, Bramble",
        "job-0b": "Packer",
        "credential-1": "Lamp Keeping",
        skill_id("sql"): "SQL",
    }


def test_a_decision_changes_the_resume(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ports.store().replace_documents(
        [StoredDocument("cv.txt", b"Robin Example\n\nExperience\n\nClerk, Bramble, 2016 - 2019\n")]
    )
    from credlens.app.knowledge import Knowledge
    from credlens.app.presenting.cv import cv_of

    (job,) = cv_of(ports, Knowledge(ports)).work
    off = decide(ports, job.card, False)
    assert (off.now, off.to_json()["why"]) == (False, "your_word")
    assert decide(ports, job.card, None).to_json() == {
        "card": job.card, "name": "Clerk, Bramble", "shown": None, "now": True, "why": None, "because": None,
    }  # fmt: skip
