from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from credlens.app.ports import StoredClaim
from credlens.io.home import HOME_VARIABLE, default_home, open_home
from credlens.model.errors import OutsideError, UserError


def test_the_environment_names_the_home_else_the_platform_does() -> None:
    assert default_home({HOME_VARIABLE: "/somewhere/else"}) == Path("/somewhere/else")
    assert default_home({}).name == "credlens"
    assert default_home({HOME_VARIABLE: ""}) == default_home({})


def test_the_variable_counts_when_nobody_names_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "from-variable"))

    assert open_home().home == tmp_path / "from-variable"
    assert open_home(tmp_path / "named").home == tmp_path / "named"


def test_nothing_is_created_before_something_is_stored(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    ports = open_home(home)
    assert ports.starter.files("skills")
    assert not (tmp_path / "deep").exists()

    ports.store().claim(StoredClaim("sql", known=True))

    assert home.is_dir()
    assert open_home(home).store().claims() == (StoredClaim("sql", known=True),)


def test_the_store_is_opened_once(tmp_path: Path) -> None:
    ports = open_home(tmp_path)

    assert ports.store() is ports.store()


def test_a_home_that_is_a_file_is_a_users_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(UserError) as caught:
        open_home(tmp_path / "file")

    assert caught.value.message == f"{tmp_path / 'file'} is a file; a folder is needed."
    assert (caught.value.where, caught.value.what_to_do) == ("--home", "Name a folder.")


def test_a_home_that_cannot_be_made_is_told_when_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ports = open_home(tmp_path / "file" / "home")

    with pytest.raises(OutsideError) as caught:
        ports.store()

    assert "cannot be made" in caught.value.message
    assert caught.value.where == str(tmp_path / "file" / "home")
    assert caught.value.what_to_do == "Choose another with --home."


def test_the_day_is_the_one_given_else_the_clocks(tmp_path: Path) -> None:
    assert open_home(tmp_path, today=date(2026, 11, 22)).today == date(2026, 11, 22)
    clock = datetime.now().astimezone().date()
    assert open_home(tmp_path).today in {clock, clock + timedelta(days=1)}
    assert type(open_home(tmp_path).today) is date


def test_the_catalog_is_in_memory_until_there_is_a_store(tmp_path: Path) -> None:
    ports = open_home(tmp_path / "home")
    passing = ports.catalog()
    passing.set_mark("seen", "in memory")
    assert ports.catalog() is passing
    assert not (tmp_path / "home").exists()

    ports.store()
    kept = ports.catalog()
    kept.set_mark("seen", "in the store")

    assert ports.catalog() is kept
    assert passing.mark("seen") == "in memory"
    assert open_home(tmp_path / "home").catalog().mark("seen") == "in the store"
