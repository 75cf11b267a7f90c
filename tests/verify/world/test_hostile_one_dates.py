"""Dates that say nothing, two things, or something else than they seem to; judged for noon of 23 November 2026 (UTC)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import first_envelope, open_badge
from credlens.app.bench.badges.keys import jws
from credlens.app.bench.badges.signing import as_first_jwt
from credlens.app.bench.badges.world import ACADEMY, academy_key
from credlens.model.verification import Mode

GOOD, INVALID, ENDED = "VERIFIED", "INVALID", "AUTHENTIC_BUT_EXPIRED"
SIGNER, KID = academy_key("p256")
Build = Callable[[Any], Any]


def since(value: Any) -> Build:
    """The academy's badge, which counts from then on."""
    return lambda stage: stage.token(stage.badge(validFrom=value))


def until(value: Any, **changes: Any) -> Build:
    return lambda stage: stage.token(stage.badge(validUntil=value, **changes))


def claimed(without: str = "", *, wrapped: bool = False, **claims: Any) -> Build:
    """A badge in a token that has dates of its own."""

    def build(_stage: Any) -> str:
        badge = {k: v for k, v in open_badge(ACADEMY).items() if k != without}
        if not wrapped:
            return jws({**badge, "iss": ACADEMY, **claims}, SIGNER, {"kid": KID})
        first = {k: v for k, v in first_envelope(ACADEMY).items() if k != without}
        return jws({"vc": first, "iss": ACADEMY, **claims}, SIGNER, {"kid": KID})

    return build


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


PAST, LATER, FAR = seconds("2026-03-01"), seconds("2027-03-01"), seconds("2099-01-01")
NO_START, NO_END, NONSENSE = ("valid_from", "failed"), ("valid_until", "failed"), ("structure", "failed")
STARTED, COUNTING = ("valid_from", "passed"), ("valid_until", "passed")
Found = tuple[str, tuple[str, str]]
BOTH: list[tuple[str, Build, Found]] = [
    ("a beginning without a zone", since("2026-01-15T09:00:00"), (INVALID, NO_START)),
    ("an end without a zone", until("2036-01-15T09:00:00"), (INVALID, NO_END)),
    ("an end without a zone, long past", until("2026-02-01T09:00:00"), (INVALID, NONSENSE)),
    ("a day as the beginning", since("2026-01-15"), (INVALID, NO_START)),
    ("a day as the end", until("2036-01-15"), (INVALID, NONSENSE)),
    ("a time as the end", until("09:00:00Z"), (INVALID, NONSENSE)),
    ("a beginning in the future", since("2026-11-23T12:00:01Z"), (INVALID, NO_START)),
    ("a beginning in the future that looks past in its zone", since("2026-11-23T11:30:00-01:00"), (INVALID, NO_START)),
    ("a beginning now", since("2026-11-23T12:00:00Z"), (GOOD, STARTED)),
    ("a beginning now in a far zone", since("2026-11-24T02:00:00+14:00"), (GOOD, STARTED)),
    ("an end now", until("2026-11-23T12:00:00Z"), (GOOD, COUNTING)),
    ("an end a second ago", until("2026-11-23T11:59:59Z"), (ENDED, NO_END)),
    ("an end a billionth of a second ago", until("2026-11-23T11:59:59.999999999Z"), (ENDED, NO_END)),
    ("an end that looks future in its zone", until("2026-11-24T01:59:59+14:00"), (ENDED, NO_END)),
    ("an end before its beginning", until("2026-01-14T09:00:00Z"), (INVALID, NONSENSE)),
    ("an end before its beginning, both to come", until(
        "2027-01-01T00:00:00Z", validFrom="2028-01-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("an end in the last second of the year 9999", until("9999-12-31T23:59:59Z"), (GOOD, COUNTING)),
    ("an end that is past the year 9999 in our zone", until("9999-12-31T23:59:59-12:00"), (GOOD, COUNTING)),
    ("an end in the year 10000", until("10000-01-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("an end in the year 0", until("0000-01-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("a beginning before the year 1", since("-0044-03-15T00:00:00Z"), (INVALID, NO_START)),
    ("a beginning in the year 1", since("0001-01-01T00:00:00Z"), (GOOD, STARTED)),
    ("a leap second that there was", since("2016-12-31T23:59:60Z"), (GOOD, STARTED)),
    ("a second that there never was", until("2036-12-31T23:59:61Z"), (INVALID, NONSENSE)),
    ("30 February", until("2036-02-30T00:00:00Z"), (INVALID, NONSENSE)),
    ("29 February of a year that has none", until("2027-02-29T00:00:00Z"), (INVALID, NONSENSE)),
    ("a month 13", until("2036-13-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("25 o'clock", until("2036-01-01T25:00:00Z"), (INVALID, NONSENSE)),
    ("a zone of 25 hours", until("2036-01-01T00:00:00+25:00"), (INVALID, NONSENSE)),
    ("a zone by name", until("2036-01-01T00:00:00 CET"), (INVALID, NONSENSE)),
    ("a blank instead of T", until("2036-01-01 00:00:00Z"), (INVALID, NONSENSE)),
    ("a blank behind it", until("2036-01-01T00:00:00Z "), (INVALID, NONSENSE)),
    ("a line break behind it", until("2036-01-01T00:00:00Z\n"), (INVALID, NONSENSE)),
    ("digits of another alphabet", until("２０３６-01-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("small t and z", until("2036-03-01t00:00:00z"), (INVALID, NONSENSE)),
    ("a comma before the fraction", until("2036-01-01T00:00:00,5Z"), (INVALID, NONSENSE)),
    ("a week", until("2036-W01-1T00:00:00Z"), (INVALID, NONSENSE)),
    ("a span", until("P10Y"), (INVALID, NONSENSE)),
    ("a word", until("never"), (INVALID, NONSENSE)),
    ("an empty text", until(""), (INVALID, NONSENSE)),
    ("a number", until(FAR), (INVALID, NONSENSE)),
    ("null", lambda s: jws(s.badge(validUntil=None), SIGNER, {"kid": KID}), (INVALID, NONSENSE)),
    ("false", until(False), (INVALID, NONSENSE)),
    ("two ends", until(["2036-01-01T00:00:00Z", "2026-03-01T00:00:00Z"]), (INVALID, NONSENSE)),
    ("an end as an object", until({"@value": "2036-01-01T00:00:00Z"}), (INVALID, NONSENSE)),
    # Dates of the token
    ("a token that begins later than the badge, in the future", claimed(nbf=LATER), (INVALID, NO_START)),
    ("a token that ended before the badge does", claimed(exp=PAST), (ENDED, NO_END)),
    ("a token that ends after the badge has", lambda _s: jws(
        {**open_badge(ACADEMY, validUntil="2026-03-01T00:00:00Z"), "exp": FAR}, SIGNER, {"kid": KID}), (ENDED, NO_END)),
    ("a token that ended, around a badge without end", claimed("validUntil", exp=PAST), (ENDED, NO_END)),
    ("a token of the first envelope that ended, around a badge without end", claimed(
        "expirationDate", wrapped=True, exp=PAST), (ENDED, NO_END)),
    ("a token whose exp is a text", claimed(exp="2099-01-01T00:00:00Z"), (INVALID, NONSENSE)),
    ("a token whose exp is a number in a text", claimed(exp=str(FAR)), (INVALID, NONSENSE)),
    ("a token whose exp counts thousandths", claimed(exp=FAR * 1_000), (INVALID, NONSENSE)),
    ("a token whose exp is below zero", claimed(exp=-1), (INVALID, NONSENSE)),
    ("a token whose exp is true", claimed(exp=True), (INVALID, NONSENSE)),
    ("a token whose exp is a list", claimed(exp=[FAR]), (INVALID, NONSENSE)),
    ("a token whose exp is null", claimed(exp=None), (INVALID, NONSENSE)),
    ("a token whose nbf is a text", claimed(nbf="yesterday"), (INVALID, NONSENSE)),
    ("a token whose iat is a text", claimed(iat="yesterday"), (INVALID, NONSENSE)),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [c[1:] for c in BOTH], ids=[c[0] for c in BOTH])
def test_a_date_counts_when_it_is_one_and_ends_what_has_ended(
    judged: Any, build: Build, found: Found, mode: Mode
) -> None:
    judged(build, found[0], *found[1], mode)


def first(**claims: Any) -> Build:
    """A badge in the first envelope, whose token repeats its dates, or does not."""

    def build(_stage: Any) -> str:
        token = as_first_jwt(first_envelope(ACADEMY), SIGNER, KID)
        return token if not claims else claimed(wrapped=True, **claims)(_stage)

    return build


STRICTER: list[tuple[str, Build, Found, str]] = [
    ("an end under its older name, past", lambda s: s.token({
        **{k: v for k, v in s.badge().items() if k != "validUntil"}, "expirationDate": "2026-03-01T00:00:00Z"}),
     (ENDED, NO_END), INVALID),
    ("a token made in the future", claimed(iat=LATER), (INVALID, ("proof_dates", "failed")), GOOD),
    ("a token of the first envelope with the same dates", first(), (GOOD, STARTED), GOOD),
    ("a token of the first envelope that begins earlier", first(nbf=1), (INVALID, NONSENSE), GOOD),
    ("a token of the first envelope that ends later", first(exp=FAR), (INVALID, NONSENSE), GOOD),
    ("a token of the second envelope that ends later", claimed(exp=FAR), (GOOD, ("structure", "warning")), GOOD),
    ("a token of the second envelope that begins earlier", claimed(nbf=1), (GOOD, ("structure", "warning")), GOOD),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found", "official"), [c[1:] for c in STRICTER], ids=[c[0] for c in STRICTER])
def test_a_token_says_the_same_as_its_badge_or_is_told_of(
    stage: Any, judged: Any, build: Build, found: Found, official: str
) -> None:
    judged(build, found[0], *found[1])
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


def proven(**options: Any) -> Build:
    """The academy's badge, whose proof has these dates."""

    def build(stage: Any) -> Any:
        badge = stage.badge()
        return {**badge, "proof": stage.proof(badge, academy_key("ed")[0], **options)}

    return build


WRONG = ("proof_dates", "failed")
PROOFS: list[tuple[str, Build, Found, str]] = [
    ("made in the future", proven(created="2027-01-15T09:00:00Z"), (INVALID, WRONG), GOOD),
    ("made in the future, in another zone", proven(created="2026-11-23T11:30:00-01:00"), (INVALID, WRONG), GOOD),
    ("made now", proven(created="2026-11-23T12:00:00Z"), (GOOD, ("proof_dates", "passed")), GOOD),
    ("made at a time without zone", proven(created="2026-01-15T09:00:00"), (INVALID, NONSENSE), INVALID),
    ("made on a day", proven(created="2026-01-15"), (INVALID, NONSENSE), INVALID),
    ("made at a number", proven(created=1_768_467_600), (INVALID, NONSENSE), INVALID),
    ("made at two times", proven(created=["2026-01-15T09:00:00Z", "2027-01-15T09:00:00Z"]), (INVALID, WRONG), INVALID),
    ("that does not say when", proven(created=None), (GOOD, ("proof_dates", "not_applicable")), GOOD),
    ("that has ended", proven(expires="2026-03-01T00:00:00Z"), (INVALID, WRONG), INVALID),
    ("that ended before it was made", proven(expires="2026-01-14T00:00:00Z"), (INVALID, WRONG), INVALID),
    ("that ends later", proven(expires="2027-03-01T00:00:00Z"), (GOOD, ("proof_dates", "passed")), GOOD),
    ("that ends at a time without zone", proven(expires="2027-03-01T00:00:00"), (INVALID, WRONG), INVALID),
    ("that ends in the year 10000", proven(expires="10000-01-01T00:00:00Z"), (INVALID, WRONG), INVALID),
    ("that ends before it is made, both to come", proven(
        created="2028-01-01T00:00:00Z", expires="2027-03-01T00:00:00Z"), (INVALID, WRONG), GOOD),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found", "official"), [p[1:] for p in PROOFS], ids=[p[0] for p in PROOFS])
def test_a_proof_counts_at_its_own_time(stage: Any, judged: Any, build: Build, found: Found, official: str) -> None:
    judged(build, found[0], *found[1])
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


def test_an_end_that_was_moved_after_signing_is_a_change(judged: Any) -> None:
    judged(lambda s: {**s.signed(s.badge(validUntil="2026-03-01T00:00:00Z")), "validUntil": "2036-03-01T00:00:00Z"},
           INVALID, "signature", "failed")  # fmt: skip


def test_an_end_that_was_taken_out_after_signing_is_a_change(judged: Any) -> None:
    def build(stage: Any) -> Any:
        return {k: v for k, v in stage.signed().items() if k != "validUntil"}

    judged(build, INVALID, "signature", "failed")
