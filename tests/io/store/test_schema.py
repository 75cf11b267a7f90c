from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.engine import Engine

from credlens.app.ports import StoredClaim
from credlens.io.catalog import fts
from credlens.io.catalog.store import open_catalog
from credlens.io.store import SQLITE_FILE as FILE
from credlens.io.store import schema
from credlens.io.store.sqlite import file_engine, open_sqlite
from credlens.io.store.tables import metadata
from credlens.model.errors import OutsideError


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(files("credlens.io.store") / "migrations"))
    return ScriptDirectory.from_config(config)


def _pretend(home: Path, revision: str | None) -> None:
    with sqlite3.connect(home / FILE) as db:
        db.execute("DELETE FROM alembic_version")
        if revision is not None:
            db.execute("INSERT INTO alembic_version VALUES (?)", [revision])
    db.close()


def _differences(engine: Engine) -> list[Any]:
    """Between the database and the tables the program speaks of; the index of words is SQLite's own."""

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith("catalog_words")

    with engine.connect() as db:
        return list(compare_metadata(MigrationContext.configure(db, opts={"include_name": ours}), metadata))


def test_the_migrations_make_the_tables_that_the_program_speaks_of(tmp_path: Path) -> None:
    assert _differences(open_sqlite(tmp_path)._engine) == []


def test_the_migrations_make_the_index_of_words_that_the_program_speaks_of(tmp_path: Path) -> None:
    with open_sqlite(tmp_path)._engine.connect() as db:
        made = db.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'catalog_words'").scalar()

    assert "".join(str(made).split()) == "".join(fts.CREATE.split())


def test_a_table_more_would_be_noticed(tmp_path: Path) -> None:
    engine = open_sqlite(tmp_path)._engine
    with engine.begin() as db:
        db.exec_driver_sql("CREATE TABLE another (id INTEGER)")

    assert len(_differences(engine)) == 1


def test_head_is_the_newest_migration_and_they_are_one_line() -> None:
    scripts = _scripts()

    assert scripts.get_current_head() == schema.HEAD
    numbers = [script.revision for script in scripts.walk_revisions()][::-1]
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)], "compared as texts"


def test_a_fresh_database_is_at_head_and_opening_again_migrates_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_sqlite(tmp_path)
    assert schema.revision(store._engine) == schema.HEAD

    def never(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(schema, "upgrade", never)
    open_sqlite(tmp_path)


def test_a_home_from_before_the_catalog_keeps_what_it_holds_and_gets_one(tmp_path: Path) -> None:
    schema.upgrade(file_engine(tmp_path), "0002")
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("INSERT INTO person VALUES ('me')")
        db.execute("INSERT INTO claim (person, skill, known) VALUES ('me', 'sql', 1)")
    db.close()

    assert open_sqlite(tmp_path).claims() == (StoredClaim("sql", known=True),)
    assert open_catalog(file_engine(tmp_path), "here").count() == 0


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path) -> None:
    open_sqlite(tmp_path)
    _pretend(tmp_path, "0999")
    before = (tmp_path / FILE).read_bytes()

    with pytest.raises(OutsideError) as caught:
        open_sqlite(tmp_path)

    assert caught.value.message == (
        f"The state was written by a newer version of credlens (schema 0999; this one knows {schema.HEAD})."
    )
    assert caught.value.where == str(tmp_path / FILE)
    assert caught.value.what_to_do == "Update credlens, or use another --home."
    assert (tmp_path / FILE).read_bytes() == before


def test_a_schema_nobody_wrote_is_refused(tmp_path: Path) -> None:
    open_sqlite(tmp_path)
    _pretend(tmp_path, "0000")

    with pytest.raises(OutsideError, match=r"no version of credlens wrote \(0000\)"):
        open_sqlite(tmp_path)


def test_tables_without_a_version_are_refused(tmp_path: Path) -> None:
    open_sqlite(tmp_path)
    _pretend(tmp_path, None)

    with pytest.raises(OutsideError, match="already exists"):
        open_sqlite(tmp_path)


class _InjectedError(Exception):
    pass


def test_a_migration_that_fails_leaves_an_empty_database(tmp_path: Path) -> None:
    def refuse(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if "CREATE TABLE catalog_record" in sql:
            raise _InjectedError

    event.listen(Engine, "before_cursor_execute", refuse)
    try:
        with pytest.raises(_InjectedError):
            open_sqlite(tmp_path)
    finally:
        event.remove(Engine, "before_cursor_execute", refuse)

    with sqlite3.connect(tmp_path / FILE) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == []
    db.close()
    assert open_sqlite(tmp_path).check() == ()
