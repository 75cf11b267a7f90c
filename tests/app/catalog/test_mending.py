"""A fact is said anew with its source; what was said before stays beside it, and comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from credlens.app.catalog.mending import mend, mendable
from credlens.app.catalog.removing import remove
from credlens.app.catalog.searching import search
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.credential import Credential
from credlens.model.errors import InputError, UserError
from credlens.model.fact import Method
from tests.web.site import TODAY

ID = "google-data-analytics"
PAGE = "https://example.org/hours"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A home with the whole catalog, in which this credential's facts are known."""
    return open_home(tmp_path / "home", today=TODAY)


def now(ports: Ports) -> Credential:
    return Knowledge.of(ports).catalog[ID]


def test_a_fact_is_replaced_with_its_source_and_the_old_one_stays_beside_it(ports: Ports) -> None:
    before = now(ports)
    made = mend(ports, ID, {"hours": "33"}, address=PAGE, seen=date(2026, 11, 1), note="on the page of the course")
    assert made.fields == ("hours",)
    after = now(ports)
    hours = after.hours.get(None)
    assert hours is not None
    assert (hours.min, hours.max) == (33, 33)
    (source,) = after.hours.sources
    assert (source.method, source.address, source.date) == (Method.READ, PAGE, date(2026, 11, 1))
    assert after.hours.overruled[0].value == before.hours.value
    assert (after.title, after.provider, after.costs) == (before.title, before.provider, before.costs)


def test_without_a_page_it_counts_as_said_by_the_person(ports: Ports) -> None:
    mend(ports, ID, {"hours": "30-40"})
    (source,) = now(ports).hours.sources
    assert (source.method, source.date) == (Method.STATED, ports.today)


def test_a_second_word_keeps_the_first(ports: Ports) -> None:
    mend(ports, ID, {"hours": "33"})
    mend(ports, ID, {"level": "advanced"})
    after = now(ports)
    hours = after.hours.get(None)
    assert hours is not None
    assert hours.min == 33
    assert str(after.level.get(None)) == "advanced" or getattr(after.level.get(None), "value", "") == "advanced"


def test_a_list_that_is_said_to_be_empty_is_known_to_be_so(ports: Ports) -> None:
    mend(ports, ID, {"recognition": "none"}, address=PAGE)
    after = now(ports)
    assert after.recognition == ()
    assert "recognition" in {a.field for a in after.absent}


def test_removing_the_own_record_brings_the_old_facts_back(ports: Ports) -> None:
    before = now(ports)
    mend(ports, ID, {"hours": "33"})
    remove(ports, ID)
    assert now(ports) == before


def test_a_search_finds_what_it_says_now(ports: Ports) -> None:
    mend(ports, ID, {"hours": "1"})
    assert ID in [c.id for c in search(ports, "google data analytics", most_hours=1).credentials]


@pytest.mark.parametrize(
    ("answers", "options", "said"),
    [
        ({}, {}, "Nothing is said"),
        ({"title": "x"}, {}, "cannot be changed so"),
        ({"skills": "SQL"}, {}, "cannot be changed so"),
        ({"hours": "5"}, {"address": "javascript:alert(1)"}, "no address of a page"),
        ({"hours": "5"}, {"address": "example.org"}, "no address of a page"),
        ({"hours": "5"}, {"seen": date(2026, 11, 23)}, "still to come"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    ports: Ports, answers: dict[str, object], options: dict[str, object], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        mend(ports, ID, answers, **options)  # type: ignore[arg-type]
    assert not ports.has_state()


@pytest.mark.parametrize("answers", [{"hours": "many"}, {"hors": "5"}, {"level": "genius"}, {"price_amount": "49 USD"}])
def test_an_answer_that_makes_no_sense_is_told_by_its_question(ports: Ports, answers: dict[str, object]) -> None:
    with pytest.raises(InputError) as failure:
        mend(ports, ID, answers)
    assert failure.value.problems[0].where == next(iter(answers))


def test_what_the_catalog_does_not_have_cannot_be_mended(ports: Ports) -> None:
    with pytest.raises(UserError):
        mend(ports, "none-such", {"hours": "5"})


def test_every_question_but_who_it_is_can_be_answered() -> None:
    assert {"hours", "price", "assessment", "expires"} <= {q.id for q in mendable()}
    assert not {"title", "skills"} & {q.id for q in mendable()}
