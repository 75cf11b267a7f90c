from __future__ import annotations

from credlens.io.starter import PackageStarter

STARTER = PackageStarter()


def test_files_come_in_name_order_under_the_name_of_their_folder() -> None:
    names = [f.name for f in STARTER.files("skills")]

    assert names == sorted(names)
    assert "skills/data-analytics.yaml" in names
    assert all(f.data for f in STARTER.files("skills"))


def test_the_top_folder_and_folders_inside_folders_are_reached() -> None:
    assert "communities.yaml" in [f.name for f in STARTER.files("")]
    assert [f.name for f in STARTER.files("demo/maria") if f.name.endswith(".yaml")] == ["demo/maria/person.yaml"]


def test_only_files_directly_inside_count() -> None:
    assert STARTER.files("demo") == []
    assert {"credentials", "demo", "skills"} <= set(STARTER.folders(""))
    assert STARTER.folders("demo") == sorted(STARTER.folders("demo"))
    assert "maria" in STARTER.folders("demo")


def test_a_folder_that_is_not_there_has_nothing() -> None:
    assert STARTER.files("nowhere") == []
    assert STARTER.folders("nowhere/at/all") == []
