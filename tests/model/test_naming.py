"""What the scorecard's parts are called, and texts that can do no harm."""

from __future__ import annotations

from decimal import Decimal

import pytest

from credlens.catalog.sources.yaml_parts import RENEWED_BY
from credlens.evaluate import CRITERIA, FLAGS
from credlens.model import naming
from credlens.model.credential import AssessmentType, Depth, Grader, OrganisationKind, Renewal, Supervision
from credlens.model.occupation import LawReach
from credlens.model.scorecard import CriterionValue


def test_every_criterion_has_a_name_that_is_not_its_identifier() -> None:
    names = [naming.criterion(c) for c in CRITERIA.names()]
    assert len(set(names)) == len(names)
    assert not any("_" in n for n in names)
    assert naming.criterion("somebody_elses") == "somebody elses"


def test_groups_are_questions() -> None:
    assert naming.group("quality") == "Quality: can it be trusted, and by whom"
    assert naming.group("somebody_elses") == "somebody elses"


@pytest.mark.parametrize(
    ("low", "high", "words", "unknown"),
    [
        (0.55, 0.55, "55", False),
        (0.1, 0.3, "between 10 and 30", False),
        (0.0, 0.7, "unknown: between 0 and 70", True),
        (0.25, 0.75, "unknown: between 25 and 75", True),
    ],
)
def test_an_interval_in_words(low: float, high: float, words: str, unknown: bool) -> None:
    value = CriterionValue("supervision", "quality", low, high, 0.1, "")
    assert naming.interval(value) == words
    assert naming.unknown(value) is unknown


def test_what_could_be_looked_up_is_unknown_in_part() -> None:
    value = CriterionValue("supervision", "quality", 0.1, 0.3, 0.1, "", (), ("supervision",))
    assert naming.interval(value) == "partly unknown: between 10 and 30"
    assert naming.unknown(value)
    assert not naming.unknown(CriterionValue("supervision", "quality", 0.3, 0.3, 0.1, "", (), ("supervision",)))


def test_a_lead_that_would_print_as_nothing_is_level() -> None:
    assert naming.ahead(0.027) == "2.7 points ahead"
    assert naming.ahead(0.0004) == "level"


def test_every_flag_has_a_name_without_underscores() -> None:
    names = [naming.flag(f) for f in FLAGS.names()]
    assert len(set(names)) == len(names)
    assert not any("_" in n for n in names)


@pytest.mark.parametrize("control", ["\x1b", "\x00", "\u202e", "\u2066", "\u200f", "\x9b"])
def test_what_could_act_is_made_visible(control: str) -> None:
    assert naming.harmless(f"a{control}b") == "a\ufffdb"


def test_ordinary_texts_stay_as_they_are() -> None:
    text = "Zürich, 資格, شهادة\tand\nmore <script>"
    assert naming.harmless(text) == text


def test_everything_that_the_model_enumerates_has_words_of_its_own() -> None:
    assert set(naming.SUPERVISION) == set(Supervision)
    assert set(naming.DEPTHS) == set(Depth)
    assert set(naming.GRADERS) == set(Grader)
    assert set(naming.RENEWAL) == set(RENEWED_BY)
    assert [k for k in AssessmentType if "_" in naming.assessment(k)] == []


def test_a_value_is_said_in_words() -> None:
    assert naming.value(True) == "yes"
    assert naming.value(Supervision.SUPERVISED_NO_ID) == "supervised, no identity check"
    assert naming.value(OrganisationKind.PROFESSIONAL_BODY) == "professional body"
    assert naming.value(Renewal("fee", Decimal(1200), "EUR", 2)) == "paying a fee, EUR 1,200, 2 h"
    assert naming.value(("es", "en")) == "es, en"


def test_a_law_that_nobody_looked_into_is_said_and_a_known_one_is_not() -> None:
    nurse = LawReach(("US-NY", "the European Union"), "Registered nurse", ("US-NY",), "BR")
    assert naming.law_unknown(nurse).startswith(
        "What the law demands of a registered nurse in BR is not known here; known are the rules of US-NY."
    )
    assert naming.law_unknown(LawReach(("US-NY",), place="BR")) == ""
