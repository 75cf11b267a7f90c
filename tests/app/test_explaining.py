"""Comparisons in words, as a use case gives them: sentences, trees and the page, of real records."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from credlens.app.evaluate import EvaluateResult, evaluate
from credlens.app.explaining import write_page
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.errors import OutsideError, UserError

IDS = ("google-data-analytics", "ms-pl-300")
Given = Callable[..., EvaluateResult]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    return open_home(tmp_path_factory.mktemp("home"), today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def result(home: Ports) -> EvaluateResult:
    folder = home.home / "worth"
    folder.mkdir()
    return evaluate(home, IDS, html=folder / "page.html")


def test_every_credential_has_its_tree_and_the_json_holds_it_under_why(result: EvaluateResult) -> None:
    found = json.loads(json.dumps(result.to_json()))
    for credential in found["credentials"]:
        quality, suitability, warnings = credential["why"]["parts"]
        assert credential["why"]["text"] == credential["title"]
        assert quality["text"] == "Quality: can it be trusted, and by whom"
        assert len(quality["parts"]) + len(suitability["parts"]) == len(credential["criteria"])
        assert len(warnings["parts"]) == len(credential["flags"])


def test_the_sources_of_evidence_reach_the_json(result: EvaluateResult) -> None:
    def sources(node: dict[str, object]) -> int:
        parts = node.get("parts", [])
        assert isinstance(parts, list)
        return ("source" in node) + sum(map(sources, parts))

    for credential in result.to_json()["credentials"]:
        cited = [e for part in (*credential["criteria"], *credential["flags"]) for e in part["evidence"]]
        assert sources(credential["why"]) == len(cited) > 5


def test_the_sentences_are_in_the_json(result: EvaluateResult) -> None:
    says = result.to_json()["says"]
    assert says["answer"] == result.told.wording.answer
    assert any(result.catalog[c].title in says["answer"] for c in IDS)
    assert says["holds"] == result.told.wording.holds != ""


def test_one_branch_of_all_or_all_of_one(result: EvaluateResult) -> None:
    assert [t.text for t in result.why("ms-pl-300")] == [result.catalog["ms-pl-300"].title]
    assert len(result.why()) == 2
    for tree in result.why("recognition"):
        assert [len(branch.parts) for branch in tree.parts] == [1]
    with pytest.raises(UserError, match="nothing called 'charm'"):
        result.why("charm")


def test_the_page_is_written_whole_and_named(result: EvaluateResult, home: Ports) -> None:
    assert result.page == home.home / "worth" / "page.html"
    html = result.page.read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert all(result.catalog[c].title in html for c in IDS)
    assert result.to_json()["page"] == str(result.page)


def test_a_page_that_cannot_be_written_is_said_with_its_place(
    result: EvaluateResult, home: Ports, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(OutsideError) as caught:
        write_page(home, result.told, blocked / "page.html")
    assert "page.html" in str(caught.value.where)


def test_a_page_that_has_no_place_is_refused_before_anything_is_judged(home: Ports, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there") as caught:
        evaluate(home, ["no-such-credential"], html=tmp_path / "none" / "page.html")
    assert caught.value.where == "--html"
    assert list(tmp_path.iterdir()) == []
