"""The loop on a person's own documents: each step goes on from the one before, and a failed one changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from credlens.app.catalog.importing import import_records
from credlens.app.evaluate import evaluate
from credlens.app.gap import NO_PROFILE, find_gap
from credlens.app.limits import limits
from credlens.app.options import find_options
from credlens.app.plan import make_plan
from credlens.app.ports import Ports
from credlens.app.profile import forget, import_documents, know, show
from credlens.io.home import open_home
from credlens.model.errors import InputError, UserError
from credlens.model.gap import GapItem
from credlens.model.plan import Limits

RESUME = """# Ann Example

## Experience

**Office Assistant**, Some Shop (invented), Springfield
January 2022 - present

- Weekly sales reports in Excel

## Education

**Bachelor of Arts in History**, Some University (invented)
2017 - 2021
"""
ADS = {
    "first.md": "# Data Analyst\n\nRequirements\n\n- You must know SQL and Excel\n- Tableau\n",
    "second.md": "# Data Analyst\n\nRequirements\n\n- SQL is required\n- Python is required\n- Excel\n",
    "third.txt": "Reporting Analyst\n\nRequirements:\nSQL, Tableau and Excel. You must know all three of them well.\n",
}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.md"
    path.write_text(RESUME, encoding="utf-8")
    return path


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    folder = tmp_path / "ads"
    folder.mkdir()
    for name, text in ADS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def spend(ports: Ports) -> Limits:
    return limits(ports.today, budget=Decimal(300), hours_per_week=10, deadline=date(2027, 9, 30))


def item(ports: Ports, skill: str) -> GapItem:
    found = find_gap(ports).here.gap.item(skill)
    assert found is not None
    return found


def again(ports: Ports, day: date | None = None) -> Ports:
    """The same home, as a later command opens it."""
    return open_home(ports.home, today=day or ports.today)


def test_the_whole_loop_on_own_data(ports: Ports, resume: Path, ads: Path, spend: Limits) -> None:
    read = import_documents(ports, [resume])
    assert set(read.person.skills) >= {"excel"}
    assert read.documents == (str(resume),)

    gap = find_gap(again(ports), ads=[ads]).here.gap
    assert (gap.n, gap.target, gap.first[0]) == (3, "data analyst", "sql")
    sql, excel = gap.item("sql"), gap.item("excel")
    assert sql is not None
    assert (sql.demand.share.k, sql.held, sql.rank) == (3, None, 1)
    assert excel is not None
    assert excel.held is not None

    plans = make_plan(again(ports), spend).loop.plans
    assert plans
    assert all(p.cost.amount <= 300 and p.finish <= spend.deadline for p in plans)
    assert any("sql" in s.skills for s in plans[0].steps)

    options = find_options(again(ports), "SQL")
    assert len(options.options) >= 3
    assert options.demand.n == 3
    assert {o.credential for o in options.options} >= {s.credential for s in plans[0].steps if "sql" in s.skills}


def test_a_gap_without_a_profile_says_so(ports: Ports, ads: Path) -> None:
    found = find_gap(ports, ads=[ads])
    assert NO_PROFILE in found.notes
    assert all(i.held is None for i in found.here.gap.items)


def test_the_target_stays_until_other_ads_are_given(ports: Ports, ads: Path, tmp_path: Path) -> None:
    first = find_gap(ports, ads=[ads], occupation="analyst in a shop")
    second = find_gap(again(ports))
    assert second.here.demand == first.here.demand
    assert second.here.gap == first.here.gap
    assert second.here.gap.target == "analyst in a shop"

    other = tmp_path / "other.txt"
    other.write_text("Nurse\n\nRequirements:\nBLS is required, and you must have a registered nurse licence.\n")
    assert find_gap(again(ports), ads=[other]).here.gap.item("sql") is None
    assert find_gap(again(ports)).here.demand.n == 1


@pytest.mark.parametrize("ask", ["gap", "plan"])
def test_without_any_ads_the_next_step_is_said(ports: Ports, resume: Path, spend: Limits, ask: str) -> None:
    import_documents(ports, [resume])
    with pytest.raises(UserError) as caught:
        find_gap(ports) if ask == "gap" else make_plan(ports, spend)
    assert "credlens gap --ads" in str(caught.value.what_to_do)


def test_know_counts_everywhere(ports: Ports, resume: Path, ads: Path, spend: Limits) -> None:
    find_gap(ports, ads=[ads], resume=[resume])
    before = {o.credential: o.quote.hours for o in find_options(ports, "Tableau").options}

    assert "sql" in know(again(ports), "structured query language").person.skills

    known = item(again(ports), "sql")
    assert (known.rank, known.missing) == (None, 0)
    assert "sql" not in find_gap(again(ports)).here.gap.first
    loop = make_plan(again(ports), spend).loop
    assert "sql" not in loop.options
    assert all("sql" not in {c.skill for c in p.by_skill} for p in loop.plans)
    after = {o.credential: o.quote.hours for o in find_options(again(ports), "Tableau").options}
    assert after["google-data-analytics"].max < before["google-data-analytics"].max, "half of it is known now"


def test_forget_counts_everywhere_and_know_takes_it_back(ports: Ports, resume: Path, ads: Path, spend: Limits) -> None:
    find_gap(ports, ads=[ads], resume=[resume])

    assert forget(again(ports), "Excel").person.refused == ("excel",)

    missing = item(again(ports), "excel")
    assert (missing.held, missing.missing) == (None, 1)
    assert "excel" in make_plan(again(ports), spend).loop.options
    assert "excel" not in show(again(ports)).person.skills

    know(again(ports), "Excel")
    assert item(again(ports), "excel").missing == 0


def test_own_words_outlive_a_new_resume(ports: Ports, resume: Path, tmp_path: Path) -> None:
    know(ports, "Python")
    newer = tmp_path / "newer.md"
    newer.write_text(RESUME.replace("Excel", "PowerPoint"), encoding="utf-8")
    import_documents(ports, [resume])
    person = import_documents(again(ports), [newer]).person
    assert "python" in person.skills
    assert "excel" not in person.skills, "documents replace the earlier ones"


def test_an_unreadable_resume_changes_nothing(ports: Ports, resume: Path, ads: Path, tmp_path: Path) -> None:
    find_gap(ports, ads=[ads], resume=[resume])
    before = know(ports, "Python").to_json()
    bad = {"resume.txt": b"%PDF-1.7\n", "resume.docx": b"PK\x03\x04", "resume.json": b'{"basics": ', "gone.md": None}
    for name, data in bad.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError) as caught:
            import_documents(again(ports), [resume, tmp_path / name])
        assert name in caught.value.problems[0].where
    with pytest.raises(InputError):
        find_gap(again(ports), ads=[ads], resume=[tmp_path / "resume.docx"])

    assert show(again(ports)).to_json() == before
    assert find_gap(again(ports)).here.demand.n == 3


@pytest.mark.parametrize("given", ["an empty folder", "no ads at all"])
def test_ads_that_cannot_be_read_leave_the_resume_as_it_was(
    ports: Ports, resume: Path, tmp_path: Path, given: str
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises((InputError, UserError)):
        find_gap(ports, resume=[resume], ads=[tmp_path / "empty"] if given == "an empty folder" else [])
    assert show(again(ports)).documents == ()


def test_an_unknown_skill_is_named_with_its_likeness_and_nothing_is_kept(ports: Ports) -> None:
    with pytest.raises(UserError) as caught:
        know(ports, "Pythn")
    assert "Python" in str(caught.value.what_to_do)
    assert again(ports).store().claims() == ()


def test_an_own_record_wins_over_the_starters(ports: Ports, ads: Path, tmp_path: Path) -> None:
    find_gap(ports, ads=[ads])
    offered = next(o for o in find_options(ports, "SQL").options if o.credential == "google-data-analytics")
    assert offered.quote.because.startswith("USD 49 a month")
    record = tmp_path / "google-data-analytics.yaml"
    starter = next(f for f in ports.starter.files("credentials") if f.name.endswith(record.name))
    record.write_bytes(starter.data.replace(b"pattern: per_month, amount: 49", b"pattern: per_month, amount: 9"))

    assert import_records(again(ports), "yaml", [record]).changed == 1
    assert import_records(again(ports), "yaml", [record]).unchanged == 1
    assert [r.name for r in ports.store().records()] == ["google-data-analytics"], "twice is once"

    cheaper = next(o for o in find_options(again(ports), "SQL").options if o.credential == "google-data-analytics")
    assert cheaper.quote.because.startswith("USD 9 a month")
    assert cheaper.quote.high is not None
    assert offered.quote.high is not None
    assert cheaper.quote.high.amount * 49 == offered.quote.high.amount * 9


def test_without_a_target_nothing_is_counted_and_nothing_is_zero(ports: Ports) -> None:
    judged = evaluate(ports, ["google-data-analytics"])
    assert judged.demand.n == 0
    assert judged.to_json()["postings"] == 0
    card = judged.comparison.cards[0]
    recognition = card.criterion("recognition")
    assert (recognition.low, recognition.high) == (0, 1)
    assert "no ads" in recognition.because
    assert {f.id: f.state for f in card.flags}["too_narrow"] != "fires"
