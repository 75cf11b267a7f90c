"""What a person shows is kept as they put it in: in its order, each part with what belongs to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from credlens.app.presenting.ports import StoredFile, StoredNote, StoredProject, StoredReview
from credlens.io.store.showcase import SqlShowcase
from credlens.io.store.sqlite import file_engine

MAY = date(2026, 5, 1)


@pytest.fixture
def showcase(tmp_path: Path) -> SqlShowcase:
    return SqlShowcase(file_engine(tmp_path), "here")


def project(id: str, *files: str) -> StoredProject:  # noqa: A002
    return StoredProject(id, '{"title": "T"}', tuple(StoredFile(name, name.encode()) for name in files))


def review(id: str, of: str) -> StoredReview:  # noqa: A002
    return StoredReview(id, of, "review.json", b"signed", MAY, "{}")


def test_a_decision_lasts_until_it_is_left_to_the_program_again(showcase: SqlShowcase) -> None:
    showcase.show("credential-1", shown=False)
    showcase.show("job-1", shown=True)
    showcase.show("credential-1", shown=True)
    assert showcase.shown() == {"credential-1": True, "job-1": True}
    showcase.show("credential-1", None)
    assert showcase.shown() == {"job-1": True}


def test_one_note_for_each_question_about_a_thing(showcase: SqlShowcase) -> None:
    showcase.note("google", "built", "a dashboard")
    showcase.note("google", "built", "two dashboards")
    showcase.note("cfa", "hardest", "ethics")
    assert showcase.notes() == (StoredNote("cfa", "hardest", "ethics"), StoredNote("google", "built", "two dashboards"))
    showcase.note("cfa", "hardest", None)
    assert [n.about for n in showcase.notes()] == ["google"]


def test_a_project_that_is_put_in_again_stays_in_its_place_with_its_new_files(showcase: SqlShowcase) -> None:
    first, second = project("first", "README.md", "a.png"), project("second", "README.md")
    showcase.keep_project(first)
    showcase.keep_project(second)
    newer = project("first", "README.md")
    showcase.keep_project(newer)
    assert showcase.projects() == (newer, second)


def test_with_a_project_go_its_reviews_and_the_notes_about_it(showcase: SqlShowcase) -> None:
    showcase.keep_project(project("mine", "README.md"))
    showcase.keep_project(project("other", "README.md"))
    showcase.keep_reviews([review("r1", "mine"), review("r2", "other")])
    showcase.note("mine", "built", "all of it")
    showcase.note("other", "built", "half of it")
    showcase.remove_project("mine")
    assert [p.id for p in showcase.projects()] == ["other"]
    assert [r.id for r in showcase.reviews()] == ["r2"]
    assert [n.about for n in showcase.notes()] == ["other"]


def test_reviews_are_kept_in_their_order_and_forgotten_one_by_one(showcase: SqlShowcase) -> None:
    showcase.keep_reviews([review("r1", "mine"), review("r2", "mine")])
    showcase.keep_reviews([review("r1", "mine")])
    assert showcase.reviews() == (review("r1", "mine"), review("r2", "mine"))
    showcase.remove_review("r1")
    assert [r.id for r in showcase.reviews()] == ["r2"]


def test_one_persons_things_are_not_anothers(tmp_path: Path) -> None:
    engine = file_engine(tmp_path)
    mine, yours = SqlShowcase(engine, "here", "me"), SqlShowcase(engine, "here", "you")
    mine.keep_project(project("same", "README.md"))
    yours.show("card", shown=True)
    assert yours.projects() == ()
    assert mine.shown() == {}
    yours.remove_project("same")
    assert [p.id for p in mine.projects()] == ["same"]
