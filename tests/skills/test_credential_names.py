from credlens.model.skill import Alias
from credlens.skills.credential_names import NameAlias, Trust, named, read

GOOD = b"""
field: test
label: Test
sources:
  memory: {method: recalled, date: 2026-11-22}
from: memory
names:
  - {id: wid, title: Widget Professional (WID), issuer: Zorblatt, aliases: ["=WID", "?WP", "~Widget", Certified Widget], codes: [WD-100]}
"""


def test_marks_say_how_far_a_way_of_writing_is_trusted() -> None:
    (name,), problems = read([("a.yaml", GOOD)])
    assert problems == []
    assert (name.id, name.title, name.issuer) == ("wid", "Widget Professional (WID)", "Zorblatt")
    assert name.aliases == (
        NameAlias(Alias("WID", exact=True)),
        NameAlias(Alias("WP", exact=True), Trust.DOUBTFUL),
        NameAlias(Alias("Widget"), Trust.SCHEME),
        NameAlias(Alias("Certified Widget")),
        NameAlias(Alias("WD-100", exact=True)),
    )
    assert [s.method.value for s in name.sources] == ["recalled"]


def test_mistakes_are_named_and_the_other_entries_kept() -> None:
    bad = (
        GOOD
        + b"  - {id: wid, title: Again}\n  - {id: other}\n  - {id: third, title: Third, alias: [x]}\n  - {id: fine, title: Fine One}\n"
    )
    names, problems = read([("a.yaml", bad)])
    assert [n.id for n in names] == ["wid", "fine"]
    assert len(problems) == 3
    assert "named twice" in str(problems[0])


def test_a_catalogs_names_are_sure() -> None:
    assert named("a", "A", [Alias("B")], licence=True).aliases == (NameAlias(Alias("B"), Trust.FIRM),)
