"""What a person said of weights is kept, counts everywhere, and can be forgotten."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from credlens.app import plan
from credlens.app.constraints import Constraints, constraints, set_constraints
from credlens.app.evaluate import evaluate
from credlens.app.limits import limits
from credlens.app.loop import Wishes
from credlens.app.ports import Ports
from credlens.app.weighting import answer, presets, question, rank, read_answers, read_rankings, reset, show, use
from credlens.app.weights import NAME, chosen, from_file, kept
from credlens.model.errors import InputError, UserError
from credlens.model.interview import Answer, Says
from credlens.model.weighting import DEFAULT, Weighting

COST_FIRST = Weighting(above=(("cost", "time"),), origin="mine")


def test_given_now_beats_kept_beats_default(ports: Ports) -> None:
    assert chosen(ports, None) == DEFAULT
    use(ports, COST_FIRST)
    assert chosen(ports, None) == COST_FIRST
    assert chosen(ports, {"cost": 2}) == Weighting({"cost": 2}, origin="your points")
    assert chosen(ports, DEFAULT) == DEFAULT


def test_looking_leaves_no_file_behind(ports: Ports) -> None:
    assert not show(ports).kept
    assert not reset(ports).kept
    assert not ports.home.exists()


@pytest.mark.parametrize(
    "said",
    [
        DEFAULT,
        Weighting({"cost": 1e-9, "time": 1e300}, origin="your points"),
        Weighting(above=(("cost", "time"),), alike=(("supervision", "durability"),), origin="ötherwise"),
    ],
)
def test_what_is_kept_comes_back_as_it_was(ports: Ports, said: Weighting) -> None:
    use(ports, said)
    assert kept(ports) == said


def test_kept_weights_are_no_constraint(ports: Ports) -> None:
    use(ports, "survey")
    assert constraints(ports) == Constraints()
    assert set_constraints(ports, {"hours": "6"}).hours == 6
    with pytest.raises(UserError, match="no constraint 'weights'"):
        set_constraints(ports, {"weights": ""})
    assert kept(ports) is not None
    reset(ports)
    assert kept(ports) is None
    assert constraints(ports).hours == 6


def test_weights_that_make_no_sense_are_not_kept(ports: Ports) -> None:
    for given, complaint in ((Weighting({"beauty": 1.0}), "beauty"), ("survay", "no preset called 'survay'")):
        with pytest.raises(UserError, match=complaint):
            use(ports, given)
    assert kept(ports) is None


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"points": [], "above": [], "alike": [], "origin": ""}'])
def test_a_broken_preference_is_said_to_be_one(ports: Ports, text: str) -> None:
    ports.store().prefer(NAME, text)
    with pytest.raises(UserError, match="cannot be read") as caught:
        chosen(ports, None)
    assert "credlens weights reset" in (caught.value.what_to_do or "")
    assert not reset(ports).kept


def test_kept_weights_count_in_scorecards(ports: Ports) -> None:
    assert evaluate(ports, ["isc2-cissp"]).comparison.weighting == DEFAULT
    use(ports, "hiring")
    after = evaluate(ports, ["isc2-cissp"]).comparison
    assert after.weighting.origin == "preset hiring"
    weights = {c.id: c.weight for c in after.cards[0].criteria}
    assert weights["recognition"] == max(w for n, w in weights.items() if n not in {"cost", "time", "gap_coverage"})
    this_once = evaluate(ports, ["isc2-cissp"], weights={"durability": 1}).comparison
    assert {c.id: c.weight for c in this_once.cards[0].criteria}["durability"] == 1


def test_kept_weights_count_in_plans_unless_others_are_wished_for(
    ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Weighting | None] = []

    def run(_here: object, _read: object, _limits: object, wishes: Wishes) -> object:
        seen.append(wishes.weighting)
        raise ZeroDivisionError

    monkeypatch.setattr(plan, "aimed_situation", lambda *_: SimpleNamespace(key=None))
    monkeypatch.setattr(plan, "run", run)
    use(ports, COST_FIRST)
    for wishes in (None, Wishes(alternatives=1), Wishes(weighting=DEFAULT)):
        with pytest.raises(ZeroDivisionError):
            plan.make_plan(ports, limits(ports.today, budget=Decimal(0), hours_per_week=1), wishes)
    assert seen == [COST_FIRST, COST_FIRST, DEFAULT]


def test_answers_about_one_group_leave_the_other(ports: Ports) -> None:
    use(ports, "survey")
    before = {w.id: w.weight for w in show(ports).weights if w.group == "quality"}
    after = answer(ports, [Answer("cost", "time", Says.MORE), Answer("time", "gap_coverage", Says.MORE)])
    assert {w.id: w.weight for w in after.weights if w.group == "quality"} == before
    assert {w.id: round(w.weight, 3) for w in after.weights if w.group == "suitability"} == {
        "cost": 0.611,
        "time": 0.278,
        "gap_coverage": 0.111,
    }
    assert after.weighting.origin == "your answers; preset survey"
    assert rank(ports, "quality", "durability").weighting.origin == "your ranking; your answers; preset survey"


def test_knowing_nothing_changes_nothing(ports: Ports) -> None:
    assert not answer(ports, [Answer("cost", "time", Says.UNKNOWN)]).kept
    assert kept(ports) is None


def test_a_row_tells_what_an_order_leaves_open(ports: Ports) -> None:
    use(ports, COST_FIRST)
    for row in show(ports).weights:
        assert 0 <= row.low <= row.weight <= row.high <= 1
        assert row.question.endswith("?")


def test_the_next_question_is_asked_until_all_is_said(ports: Ports) -> None:
    first = question(ports, "suitability").question
    assert first is not None
    assert {first.one, first.other} == {"cost", "gap_coverage"}
    given = [Answer("cost", "time", Says.MORE), Answer("time", "gap_coverage", Says.MORE)]
    assert question(ports, "suitability", given).to_json() == {"question": None}
    assert question(ports, "suitability", most=0).question is None


def test_every_preset_says_for_whom(ports: Ports) -> None:
    rows = presets(ports).to_json()["presets"]
    assert [r["name"] for r in rows][:2] == ["experts", "survey"]
    assert all(r["for_whom"] and r["because"] and r["source"]["date"] for r in rows)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("w.json", '{\n\t"cost": 3,\n\t"time": 1.5\n}'),
        ("w.yaml", "cost: 3\ntime: 1.5\n"),
        ("w.yml", "points:\n  cost: 3\n  time: 1.5\n"),
    ],
)
def test_a_file_may_be_json_or_yaml(ports: Ports, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert from_file(ports, tmp_path / name).points == {"cost": 3, "time": 1.5}
    assert use(ports, tmp_path / name).weighting.origin == "your points"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"cost": 1, "cost": 2}', "w.json: cost"),
        ('{"cost": 1,\n"time" 2}', "w.json:2"),
        ("", "w.json:1"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_place(
    ports: Ports, tmp_path: Path, text: str, where: str
) -> None:
    (tmp_path / "w.json").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        from_file(ports, tmp_path / "w.json")
    assert caught.value.problems[0].where == str(tmp_path / where)


@pytest.mark.parametrize(("text", "line"), [("cost: 1\ntime: [2\n", ":2"), ("cost: 1\n\ttime: 2\n", ":2")])
def test_a_broken_yaml_file_is_named_with_its_line(ports: Ports, tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / "w.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError, match="not valid YAML") as caught:
        from_file(ports, tmp_path / "w.yaml")
    assert caught.value.where == f"{tmp_path / 'w.yaml'}{line}"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"[" * 100_000, "Too many lists or mappings stand inside one another."),
        (b'{"cost": "\xe9"}', "The file is not UTF-8 text."),
        (b'{"cost": ' + b"9" * 5_000 + b"}", "A number has too many digits."),
        (b'{"cost" 1}', "This is not JSON: Expecting ':' delimiter."),
    ],
)
def test_what_json_cannot_be_is_said_in_plain_words(ports: Ports, tmp_path: Path, data: bytes, complaint: str) -> None:
    (tmp_path / "w.json").write_bytes(data)
    with pytest.raises(InputError) as caught:
        from_file(ports, tmp_path / "w.json")
    assert (caught.value.message, caught.value.where.startswith(str(tmp_path / "w.json"))) == (complaint, True)
    assert caught.value.what_to_do


def test_answers_come_from_a_list(ports: Ports, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- {one: cost, other: time, says: less}\n", "utf-8")
    assert read_answers(ports, path) == (Answer("cost", "time", Says.LESS),)
    path.write_text("- {one: cost, says: less}\n- 3\n- {one: cost, other: time, says: very}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_answers(ports, path)
    assert [p.where for p in caught.value.problems] == [f"{path}: {at}" for at in ("[0].other", "[1]", "[2].says")]
    path.write_text("one: cost\n", "utf-8")
    with pytest.raises(InputError, match="Answers are a list"):
        read_answers(ports, path)


def test_one_answer_moves_two_weights_only(ports: Ports) -> None:
    before = {w.id: w.weight for w in show(ports).weights}
    after = {w.id: w.weight for w in answer(ports, [Answer("recognition", "durability", Says.MORE)]).weights}
    assert {n for n in before if after[n] != pytest.approx(before[n])} == {"recognition", "durability"}
    assert after["recognition"] == pytest.approx(0.225)


def test_criteria_that_count_nothing_for_want_of_points_are_told(ports: Ports) -> None:
    note = "7 criteria of quality count 0, since points were given to 2 only."
    said = use(ports, {"recognition": 2, "durability": 1})
    assert said.notes == show(ports).notes == (note,)
    assert said.to_json()["notes"] == [note]
    assert evaluate(ports, ["isc2-cissp"]).to_json()["says"]["weights"] == [note]
    assert reset(ports).notes == ()


@pytest.mark.parametrize("given", ["experts", "survey", "equal", "switcher", {"cost": 1, "time": 1, "gap_coverage": 1}])
def test_printed_weights_of_a_group_add_up_to_one(ports: Ports, given: str | dict[str, float]) -> None:
    rows = use(ports, given).to_json()["weights"]
    for group in ("quality", "suitability"):
        for key in ("weight", "default"):
            assert abs(sum(row[key] for row in rows if row["group"] == group) - 1) < 1e-9


def test_rankings_come_by_group(ports: Ports, tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text("quality: recognition, durability\n", "utf-8")
    assert read_rankings(ports, path) == {"quality": "recognition, durability"}
    path.write_text("quality: [recognition]\n", "utf-8")
    with pytest.raises(InputError, match="A ranking is words"):
        read_rankings(ports, path)
