"""The wallet keeps badges as they came, and never calls one good because it once was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from credlens.app.ports import Ports
from credlens.app.verifying.asking import Asked
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add, remove, show, verify_again
from credlens.io.home import open_home
from credlens.model.errors import InputError, NetworkNotAllowedError, OutsideError, UserError
from credlens.model.verification import Check, Claims, Mode, Outcome, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Kind, Missing, Need, Reply, Why

ISSUER = Need("https://issuer.example/profile", Kind.ISSUER, 1000)
STATUS = Need("https://issuer.example/status", Kind.STATUS_LIST, 1000)
MAY = date(2026, 5, 1)


@dataclass
class Says:
    """A verifier that asks for two documents and finds what it is told to find."""

    verdict: Verdict = Verdict.VERIFIED
    expires: datetime | None = None
    replies: list[Reply] = field(default_factory=list)
    checks: tuple[Check, ...] = ()

    def verify(
        self, jobs: Iterable[Job], settings: Settings, answer: Callable[[Job, Need], Reply]
    ) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            self.replies += [answer(job, ISSUER), answer(job, STATUS)]
            claims = Claims(id=job.data.decode(), expires=self.expires)
            yield job, Report(self.verdict, "as told", Mode.STRICT, settings.at, claims=claims, checks=self.checks)


@dataclass
class Web:
    """The web, in which everything is there."""

    def fetch(self, need: Need) -> Reply:
        return Document(need.url, b"{}", "fetched", "application/json")


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return replace(open_home(tmp_path / "home", today=MAY), verifier=Says(), fetcher=Web)


def file(tmp_path: Path, name: str = "badge.json", data: bytes = b"one") -> str:
    (tmp_path / name).write_bytes(data)
    return str(tmp_path / name)


def test_a_badge_is_kept_with_its_bytes_its_report_and_what_was_fetched(ports: Ports, tmp_path: Path) -> None:
    kept = add(ports, [file(tmp_path)], Asked(online=True)).badges[0]
    assert kept.copies == (ISSUER.url, STATUS.url)
    stored = ports.wallet().badges()[0]
    assert stored.data == b"one"
    assert [(c.url, c.data, c.got) for c in ports.wallet().copies(kept.id)] == [
        (ISSUER.url, b"{}", MAY),
        (STATUS.url, b"{}", MAY),
    ]
    assert show(ports) == show(ports, [kept.id[:6]])
    assert show(ports).badges[0] == kept


def test_the_same_badge_is_kept_once_and_stays_in_its_place(ports: Ports, tmp_path: Path) -> None:
    first, second = file(tmp_path), file(tmp_path, "b.json", b"two")
    add(ports, [first, second])
    add(ports, [file(tmp_path, "renamed.json")])
    assert [Path(b.file).name for b in show(ports).badges] == ["renamed.json", "b.json"]


def test_what_is_not_valid_is_not_kept_and_the_rest_is(ports: Ports, tmp_path: Path) -> None:
    bad = replace(ports, verifier=Says(Verdict.INVALID))
    found = add(bad, [file(tmp_path)])
    assert found.badges == ()
    assert "not kept" in found.refused[0].message
    assert show(ports).badges == ()


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.INVALID])
def test_every_other_badge_is_kept_as_what_it_is(ports: Ports, tmp_path: Path, verdict: Verdict) -> None:
    add(replace(ports, verifier=Says(verdict)), [file(tmp_path)])
    assert show(ports).badges[0].verdict is verdict


def test_a_badge_that_expires_in_the_wallet_is_no_longer_called_verified(ports: Ports, tmp_path: Path) -> None:
    add(replace(ports, verifier=Says(expires=datetime(2026, 6, 1, tzinfo=UTC))), [file(tmp_path)])
    assert show(ports).badges[0].verdict is Verdict.VERIFIED
    later = replace(ports, today=date(2026, 6, 2))
    assert show(later).badges[0].verdict is Verdict.AUTHENTIC_BUT_EXPIRED
    assert show(later).badges[0].expired


def test_offline_an_old_status_list_says_nothing_and_an_old_profile_helps(ports: Ports, tmp_path: Path) -> None:
    add(ports, [file(tmp_path)], Asked(online=True))
    again = Says()
    later = replace(ports, verifier=again, today=date(2026, 7, 1))
    found = verify_again(later)
    issuer, status = again.replies
    assert isinstance(issuer, Document)
    assert issuer.how == "kept"
    assert isinstance(status, Missing)
    assert status.why is Why.OFFLINE
    assert found.badges[0].added == MAY
    assert found.badges[0].verified == date(2026, 7, 1)
    assert found.badges[0].copies == (ISSUER.url, STATUS.url)  # nothing that was kept is lost


@pytest.mark.parametrize("before", [Verdict.VERIFIED, Verdict.REVOKED, Verdict.AUTHENTIC_BUT_EXPIRED])
def test_what_cannot_be_seen_now_is_no_reason_to_forget_what_was_seen(
    ports: Ports, tmp_path: Path, before: Verdict
) -> None:
    add(replace(ports, verifier=Says(before)), [file(tmp_path)], Asked(online=True))
    later = replace(ports, verifier=Says(Verdict.COULD_NOT_CHECK), today=date(2026, 7, 1))
    for found in (verify_again(later), add(later, [file(tmp_path)]), show(later)):
        (badge,) = found.badges
        assert (badge.verdict, badge.verified, badge.copies) == (before, MAY, (ISSUER.url, STATUS.url))
    assert verify_again(later).badges[0].not_now == "as told"
    assert show(later).badges[0].not_now == ""


def test_what_speaks_against_a_badge_now_replaces_what_was_seen(ports: Ports, tmp_path: Path) -> None:
    add(ports, [file(tmp_path)], Asked(online=True))
    bad = (Check("work", Outcome.FAILED, "Could it be checked?"),)
    found = verify_again(replace(ports, verifier=Says(Verdict.COULD_NOT_CHECK, checks=bad)))
    assert found.badges[0].verdict is Verdict.COULD_NOT_CHECK


def test_online_everything_is_looked_up_anew(ports: Ports, tmp_path: Path) -> None:
    add(ports, [file(tmp_path)])
    again = Says(Verdict.REVOKED)
    verify_again(replace(ports, verifier=again), asked=Asked(online=True))
    assert [r.how for r in again.replies if isinstance(r, Document)] == ["fetched", "fetched"]
    assert show(ports).badges[0].verdict is Verdict.REVOKED


def test_a_removed_badge_is_gone_with_its_copies(ports: Ports, tmp_path: Path) -> None:
    kept = add(ports, [file(tmp_path)], Asked(online=True)).badges[0]
    assert remove(ports, [kept.id]).removed == (kept.id,)
    assert show(ports).badges == ()
    assert ports.wallet().copies(kept.id) == ()


@pytest.mark.parametrize("id", ["nothing", ""])
def test_an_unknown_id_is_named_and_nothing_is_removed(ports: Ports, tmp_path: Path, id: str) -> None:  # noqa: A002
    kept = add(ports, [file(tmp_path)]).badges[0]
    with pytest.raises(UserError, match="no badge"):
        remove(ports, [kept.id, id])
    assert len(show(ports).badges) == 1


def test_looking_into_an_empty_wallet_leaves_no_file(tmp_path: Path) -> None:
    ports = open_home(tmp_path / "home")
    assert show(ports).badges == ()
    assert verify_again(ports).badges == ()
    assert not (tmp_path / "home").exists()


def test_an_address_needs_the_network(ports: Ports) -> None:
    with pytest.raises(NetworkNotAllowedError, match="allow"):
        add(ports, ["https://issuer.example/badges/1"])
    assert add(ports, ["https://issuer.example/badges/1"], Asked(online=True)).badges


def test_a_folder_s_badges_are_kept_and_nothing_else_of_it(ports: Ports, tmp_path: Path) -> None:
    folder = tmp_path / "badges"
    folder.mkdir()
    for name in ("b.png", "a.json", "notes.txt"):
        file(folder, name, name.encode())
    assert [Path(b.file).name for b in add(ports, [str(folder)]).badges] == ["a.json", "b.png"]
    with pytest.raises(InputError):
        add(ports, [str(tmp_path / "home")])


def test_an_empty_file_is_no_badge(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        add(ports, [file(tmp_path, data=b"")])


def test_a_damaged_report_is_told_with_a_way_out(ports: Ports, tmp_path: Path) -> None:
    kept = add(ports, [file(tmp_path)]).badges[0]
    stored = ports.wallet().badges()[0]
    ports.wallet().keep(replace(stored, report="{}"), ())
    with pytest.raises(OutsideError, match="cannot be read") as caught:
        show(ports)
    assert kept.id in str(caught.value.what_to_do)
