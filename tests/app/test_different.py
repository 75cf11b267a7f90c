"""Three truly different options, or why not."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.different import ASPECTS, ENOUGH, Profile, apart, band, leading, profile, why_not
from credlens.model.credential import Credential, Depth, EvidenceClass, Organisation, OrganisationKind, TaughtSkill
from credlens.model.fact import Fact
from credlens.model.quantity import Money
from credlens.model.quote import Quote

UNI, CORP, PLATFORM = OrganisationKind.UNIVERSITY, OrganisationKind.CORPORATION, OrganisationKind.PLATFORM
CERT, EXAM = EvidenceClass.ASSESSED_CERTIFICATE, EvidenceClass.CERTIFICATION
CHEAP, MIDDLE = "under USD 100", "under USD 500"


def _quote(amount: str | None) -> Quote:
    money = None if amount is None else Money(Decimal(amount))
    return Quote("x", "standard", None, money, money, "", "", ())


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "free"), ("0.01", CHEAP), ("99.99", CHEAP), ("100", MIDDLE), ("500", "USD 500 or more"), (None, None)],
)
def test_bands_of_cost(amount: str | None, words: str | None) -> None:
    assert band(_quote(amount)) == words


def test_what_is_unknown_differs_from_nothing() -> None:
    nothing = Profile(None, None, None, None)
    assert nothing.differs(Profile(UNI, CHEAP, Depth.CORE, CERT)) == frozenset()
    assert Profile(UNI, CHEAP, Depth.CORE, CERT).differs(Profile(CORP, CHEAP, Depth.PART, CERT)) == {
        ASPECTS[0],
        ASPECTS[2],
    }


def test_an_organisation_of_another_kind_is_of_an_unknown_kind() -> None:
    provider = Fact(Organisation("Someone", OrganisationKind.OTHER))
    credential = Credential("x", "X", provider=provider, skills=(TaughtSkill("sql", Depth.PART, ()),))
    assert profile(credential, "sql", _quote("5")) == Profile(None, CHEAP, Depth.PART, None)
    assert profile(credential, "r", _quote("5")).depth is None


def test_the_best_three_that_differ_lead() -> None:
    profiles = [
        Profile(CORP, CHEAP, Depth.CORE, CERT),
        Profile(CORP, MIDDLE, Depth.CORE, CERT),  # only dearer than the first
        Profile(UNI, MIDDLE, Depth.CORE, CERT),
        Profile(UNI, "free", Depth.CORE, EXAM),  # kept back by a flag
        Profile(PLATFORM, "free", Depth.CORE, CERT),
    ]
    assert leading(profiles, lambda place: place != 3) == (0, 2, 4)
    assert leading(profiles[:3], lambda _: True) == ()


def test_each_says_in_what_it_differs_from_both_others() -> None:
    three = [
        Profile(CORP, CHEAP, Depth.CORE, CERT),
        Profile(UNI, MIDDLE, Depth.CORE, CERT),
        Profile(PLATFORM, MIDDLE, Depth.PART, CERT),
    ]
    assert apart(three) == (("kind of provider", "cost"), ("kind of provider",), (ASPECTS[0], ASPECTS[2]))


PROFILES = st.lists(
    st.builds(
        Profile,
        st.sampled_from([UNI, CORP, PLATFORM, None]),
        st.sampled_from(["free", CHEAP, MIDDLE, None]),
        st.sampled_from([Depth.CORE, Depth.PART, None]),
        st.sampled_from([CERT, EXAM, None]),
    ),
    max_size=9,
)


@given(PROFILES, st.sets(st.integers(0, 8)))
def test_whoever_leads_differs_and_nobody_is_overlooked(profiles: list[Profile], barred: set[int]) -> None:
    def fits(three: tuple[int, ...]) -> bool:
        return all(len(profiles[a].differs(profiles[b])) >= ENOUGH for a, b in combinations(three, 2))

    every = [t for t in combinations([p for p in range(len(profiles)) if p not in barred], 3) if fits(t)]
    assert leading(profiles, lambda p: p not in barred) == (min(every) if every else ())


def test_why_there_are_no_three() -> None:
    one = Profile(CORP, None, Depth.CORE, CERT)
    assert why_not([], 0, "SQL") == "The catalog has no credential that teaches SQL."
    assert why_not([one], 2, "SQL") == (
        "The catalog has only one credential that teaches SQL. 2 more are kept back by a red flag."
    )
    said = why_not([one, one, Profile(CORP, None, Depth.CORE, None)], 1, "SQL")
    assert "Of 3 credentials for SQL, no three differ" in said
    assert "All are by the same kind of provider (corporation); all go as deep (core)" in said
    assert "the price of 3 is unknown" in said
    assert "the strength as proof of 1 is unknown" in said
    assert said.endswith("1 more is kept back by a red flag.")
