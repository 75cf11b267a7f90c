from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from credlens.app.catalog import taking
from credlens.app.catalog.importing import import_records
from credlens.app.catalog.judging import judge
from credlens.app.catalog.searching import search
from credlens.app.catalog.showing import show
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.errors import InputError, UserError

SQL = {
    "key": "sql-1",
    "title": "SQL for Zebra Keepers",
    "issuer": "Example University",
    "price": "90",
    "skills": ["SQL"],
}


def test_a_record_is_there_to_be_found_shown_and_judged(ports: Ports, written: Any) -> None:
    result = import_records(ports, "one", [written(SQL)], as_of=date(2026, 1, 5))
    assert (result.files, result.new, result.problems) == (1, 1, ())

    found = search(ports, "zebra")
    assert [c.title for c in found.credentials] == ["SQL for Zebra Keepers"]
    credential = found.credentials[0]
    assert credential.id == "example-university-sql-for-zebra-keepers"
    assert credential.costs[0].amount.sources[0].date == date(2026, 1, 5)
    assert [t.skill for t in credential.skills] == ["sql"]
    assert credential in Knowledge(ports).catalog.teaching("sql")
    assert show(ports, "SQL for Zebra Keepers").credential == credential


def test_importing_twice_changes_nothing(ports: Ports, written: Any) -> None:
    path = written(SQL, {"key": "b", "title": "Basket Weaving"})
    import_records(ports, "one", [path])
    before = dict(Knowledge(ports).catalog.credentials)
    again = import_records(ports, "one", [path])

    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert dict(Knowledge(ports).catalog.credentials) == before
    assert len(show(ports, "Basket Weaving").statements) == 1


def test_the_same_catalog_of_another_day_is_no_change_but_newer(ports: Ports, written: Any) -> None:
    path = written(SQL)
    import_records(ports, "one", [path], as_of=date(2026, 1, 5))
    again = import_records(ports, "one", [path], as_of=date(2026, 9, 5))

    assert (again.changed, again.unchanged) == (0, 1)
    shown = show(ports, "SQL for Zebra Keepers")
    assert shown.credential.costs[0].amount.sources[0].date == date(2026, 9, 5)
    assert len(shown.statements) == 1


def test_the_same_without_a_date_does_not_make_it_undated(ports: Ports, written: Any) -> None:
    path = written(SQL)
    import_records(ports, "one", [path], as_of=date(2026, 9, 5))
    assert import_records(ports, "one", [path]).unchanged == 1
    assert show(ports, "SQL for Zebra Keepers").credential.costs[0].amount.sources[0].date == date(2026, 9, 5)


def test_what_shares_a_code_goes_before_what_shares_a_name(ports: Ports, written: Any) -> None:
    title = "Advanced Zebra Grooming Practice Methods"
    one = {"key": "1", "title": title, "issuer": "Example University", "names": ["url:example.org/fog-1"]}
    two = one | {"key": "2", "names": ["url:example.org/fog-2"]}
    import_records(ports, "one", [written(one, two)])
    result = import_records(ports, "two", [written(two | {"key": "x"})])
    assert [s.key for s in show(ports, result.joined[0].credential).statements] == ["2", "x"]


def test_a_new_price_takes_the_place_of_the_old_one_which_stays_as_history(ports: Ports, written: Any) -> None:
    import_records(ports, "one", [written(SQL)])
    later = replace(ports, today=date(2026, 12, 1))
    result = import_records(later, "one", [written(SQL | {"price": "120"})])

    assert (result.changed, result.new) == (1, 0)
    shown = show(later, "SQL for Zebra Keepers")
    assert shown.credential.costs[0].amount.value == Decimal(120)
    assert [(s.seen, s.until) for s in shown.statements] == [
        (date(2026, 11, 22), date(2026, 12, 1)),
        (date(2026, 12, 1), None),
    ]


def test_two_sources_of_one_credential_become_one_record_with_the_conflict(ports: Ports, written: Any) -> None:
    import_records(ports, "one", [written(SQL)])
    other = {"key": "x9", "title": "SQL for Zebra Keepers Certificate", "issuer": "Example University", "price": "75"}
    result = import_records(ports, "two", [written(other)])

    assert result.new == 0
    assert [j.credential for j in result.joined] == ["example-university-sql-for-zebra-keepers"]
    assert result.joined[0].probability >= 0.95
    assert "issuer" in result.joined[0].because
    shown = show(ports, "example-university-sql-for-zebra-keepers")
    assert shown.credential.costs[0].amount.candidates() == (Decimal(90), Decimal(75))
    assert {s.source for s in shown.statements} == {"one", "two"}


def test_an_imported_record_joins_a_hand_written_one(ports: Ports, written: Any) -> None:
    record = {"key": "g", "title": "Google Data Analytics", "issuer": "Google", "text": "You learn zebra counting."}
    result = import_records(ports, "one", [written(record)])

    assert [j.credential for j in result.joined] == ["google-data-analytics"]
    credential = Knowledge(ports).catalog["google-data-analytics"]
    assert credential.title == "Google Data Analytics Professional Certificate"
    assert credential.description.value == "You learn zebra counting."
    assert search(ports, "zebra").found.ids == ("google-data-analytics",)


def test_what_may_be_the_same_is_asked_and_the_answer_counts(ports: Ports, written: Any) -> None:
    import_records(ports, "one", [written({"key": "a", "title": "Advanced Zebra Grooming Practice Methods"})])
    other = {"key": "b", "title": "Advanced Zebra Grooming Practice Methods", "issuer": "Example Institute"}
    result = import_records(ports, "two", [written(other)])
    assert result.new == 1
    assert len(result.doubts) == 1
    doubt = result.doubts[0]

    judged = judge(ports, doubt.one, doubt.other, same=True)
    assert judged.kept is not None
    gone = {doubt.one, doubt.other} - {judged.kept}
    assert search(ports, "grooming").found.ids == (judged.kept,)
    assert {s.source for s in show(ports, judged.kept).statements} == {"one", "two"}
    assert not gone & set(Knowledge(ports).catalog.credentials)
    # Later imports follow.
    assert import_records(ports, "two", [written(other)]).unchanged == 1
    assert search(ports, "grooming").found.total == 1


def test_a_person_may_say_that_they_are_two(ports: Ports, written: Any) -> None:
    import_records(ports, "one", [written({"key": "a", "title": "Advanced Zebra Grooming Practice Methods"})])
    other = {"key": "b", "title": "Advanced Zebra Grooming Practice Methods", "issuer": "Example Institute"}
    doubt = import_records(ports, "two", [written(other)]).doubts[0]
    judge(ports, doubt.one, doubt.other, same=False)

    assert show(ports, doubt.one).doubts == ()
    import_records(ports, "two", [written(other | {"price": "5"})])
    assert show(ports, doubt.one).doubts == ()


def test_what_was_put_together_wrongly_can_be_taken_apart(ports: Ports, written: Any) -> None:
    record = {"key": "g", "title": "Google Data Analytics", "issuer": "Google", "text": "You learn zebra counting."}
    import_records(ports, "one", [written(record)])
    judged = judge(ports, "google-data-analytics", "one:g", same=False)

    knowledge = Knowledge(ports)
    assert knowledge.catalog["google-data-analytics"] == knowledge.curated["google-data-analytics"]
    assert knowledge.catalog[judged.other].description.value == "You learn zebra counting."
    assert search(ports, "zebra").found.ids == (judged.other,)
    # Later imports keep to it.
    assert import_records(ports, "one", [written(record | {"text": "Zebra sums."})]).changed == 1
    assert Knowledge(ports).catalog[judged.other].description.value == "Zebra sums."
    with pytest.raises(UserError, match="Nothing else is known"):
        judge(ports, judged.other, "one:g", same=False)


def test_the_same_rows_in_another_file_or_order_are_no_change(ports: Ports, written: Any) -> None:
    other = {"key": "b", "title": "Basket Weaving", "price": "5"}
    import_records(ports, "one", [written(SQL, other)])
    moved = import_records(ports, "one", [written(other, SQL, name="another.jsonl")])
    assert (moved.changed, moved.unchanged) == (0, 2)
    assert len(show(ports, "Basket Weaving").statements) == 1


def test_a_word_that_nothing_has_is_asked_back(ports: Ports, written: Any) -> None:
    import_records(ports, "one", [written(SQL)])
    assert search(ports, "phyton").did_you_mean == "python"
    assert search(ports, "zebra").did_you_mean is None
    assert search(ports, "xqzzy").did_you_mean is None


def test_an_issuer_in_a_title_is_cut_out_however_it_is_spelled(ports: Ports, written: Any) -> None:
    title = "AWS Certified Cloud Juggling Practitioner"
    import_records(ports, "one", [written({"key": "1", "title": title, "issuer": "Amazon Web Services"})])
    assert import_records(ports, "two", [written({"key": "3", "title": title})]).doubts, "nobody says who issues it"
    named = {"key": "2", "title": title, "issuer": "Amazon Web Services Training and Certification"}
    result = import_records(ports, "two", [written(named)])
    assert [j.credential for j in result.joined] == ["amazon-web-services-aws-certified-cloud-juggling-practitioner"]


def test_names_elsewhere_lead_to_the_record_whichever_came_first(ports: Ports, written: Any) -> None:
    bundle = {"key": "whole", "title": "Zebra Bundle", "names": ["ctid:ce-1"]}
    part = {"key": "part", "title": "Zebra Part", "part_of": ["ctid:ce-1"], "needs": ["ctid:ce-77"]}
    import_records(ports, "one", [written(part)])
    import_records(ports, "one", [written(bundle)])

    credential = Knowledge(ports).catalog["zebra-part"]
    assert [r.target for r in credential.relations] == ["zebra-bundle"]
    assert credential.prerequisites[0].credentials == ("ctid:ce-77",)


def test_a_bad_record_is_listed_and_a_circle_too(ports: Ports, written: Any) -> None:
    path = written(
        SQL,
        '{"key": broken',
        {"key": "a", "title": "Chicken Course", "names": ["own:a"], "needs": ["own:b"]},
        {"key": "b", "title": "Egg Course", "names": ["own:b"], "needs": ["own:a"]},
    )
    result = import_records(ports, "one", [path])

    assert result.new == 3
    assert result.problems[0].where.endswith("catalog.jsonl:2")
    assert "Nobody can begin here" in result.problems[1].message
    assert result.notes == (f"{path.as_posix()}: read as invented records",)


def test_nothing_that_can_be_used_is_an_error_and_leaves_nothing_behind(fresh: Ports, written: Any) -> None:
    with pytest.raises(InputError, match="no record"):
        import_records(fresh, "one", [written("{")])
    assert not fresh.has_state()
    with pytest.raises(UserError, match="no catalog source called 'three'"):
        import_records(fresh, "three", [written(SQL)])


def test_a_home_without_state_gets_one_with_the_first_record(fresh: Ports, written: Any) -> None:
    assert import_records(fresh, "one", [written(SQL)]).new == 1
    assert search(fresh, "zebra").found.total == 1


def test_what_was_taken_before_a_stop_stays_and_the_next_run_finishes(
    ports: Ports, written: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "BATCH", 2)
    monkeypatch.setattr("credlens.app.catalog.importing.BATCH", 2)
    path = written(*({"key": str(n), "title": f"Zebra Course Number {n}"} for n in range(7)))
    calls = []
    real = taking.Taking.take

    def stopped(self: taking.Taking, offers: Any) -> None:
        calls.append(len(offers))
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(self, offers)

    monkeypatch.setattr(taking.Taking, "take", stopped)
    with pytest.raises(KeyboardInterrupt):
        import_records(ports, "one", [path])
    monkeypatch.setattr(taking.Taking, "take", real)
    assert search(ports, "zebra").found.total == 4

    again = import_records(ports, "one", [path])
    assert (again.unchanged, again.new) == (4, 3)
    assert search(ports, "zebra").found.total == 7


def test_titles_that_are_alike_get_names_of_their_own(ports: Ports, written: Any) -> None:
    path = written(
        {"key": "1", "title": "Zebra Care"}, {"key": "2", "title": "Zebra care!"}, {"key": "3", "title": "測試"}
    )
    import_records(ports, "one", [path])
    knowledge = Knowledge(ports)
    ids = [i for i in knowledge.catalog.credentials if i not in knowledge.curated]
    assert len(ids) == 3
    assert "zebra-care" in ids
    assert len({i for i in ids if i.startswith("zebra-care")}) == 2


def test_files_that_are_not_there_are_told(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        import_records(ports, "one", [tmp_path / "nothing.jsonl"])
