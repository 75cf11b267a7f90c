"""The first tier on names that are also words. Sentences are written for these tests, not those it was trained on."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.skill import Alias, Skill, SkillKind, Taxonomy
from credlens.skills import gazetteer as tier
from credlens.skills.ambiguity import Senses
from credlens.skills.gazetteer import KEEP, UNJUDGED, Gazetteer, written

TOOLS = [
    "Go",
    "R",
    "C",
    "C++",
    "C#",
    ".NET",
    "Node.js",
    "Excel",
    "Word",
    "PowerPoint",
    "Access",
    "Spring",
    "Java",
    "Swift",
    "Rust",
    "Scala",
    "Less",
    "Puppet",
    "Chef",
    "Salt",
    "Julia",
    "Ruby",
    "Outlook",
    "Teams",
    "Oracle",
    "Assembly",
    "Dash",
    "Flask",
    "Express",
    "React",
    "Make",
    "Segment",
    "Notion",
    "Slack",
    "Python",
    "SQL",
    "Tableau",
    "JavaScript",
    "Kubernetes",
    "Hibernate",
    "Golang",
    "IT",
]


def own(id_: str, *names: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(id_, names[0], tuple(map(Alias, names)), kind, None, "mine", ())


def published(id_: str, *names: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(id_, names[0], tuple(map(Alias, names)), kind, None, "", ())


def taxonomy(*skills: Skill) -> Taxonomy:
    return Taxonomy("test", "1", "invented", {s.id: s for s in skills})


@pytest.fixture(scope="session")
def tools(senses: Senses) -> Gazetteer:
    """Everyday words that are also tools, as published: nothing says which of them are ambiguous."""
    phrases = (
        published("ms-access", "MS Access", kind=SkillKind.TOOL),
        published("spring-boot", "Spring Boot", kind=SkillKind.TOOL),
    )
    names = (published(t, t, kind=SkillKind.TOOL) for t in TOOLS)
    return Gazetteer(taxonomy(*names, *phrases), senses)


@pytest.mark.parametrize(
    "text",
    [
        "Go Sooners!",
        "You own the go to market plan.",
        "Go-to-market and pricing",
        "You excel at building trust.",
        "Excel at what you do",
        "we go the extra mile",
        "C-suite stakeholders and C-level reports",
        "rich in vitamin C",
        "A Class C licence is needed",
        "Toys R Us stores",
        "spring 2025 internship",
        "A swift response to guests",
        "access to care for everybody",
        "Access to care for everybody",
        "growth by word of mouth",
        "Please express interest by Friday",
        "a puppet show for children",
        "Lead teams of nurses",
        "Assembly of furniture on site",
        "The chef plans the menu",
        "less than two days",
        "React calmly when alarms ring",
        "make it happen",
        "a strong notion of right and wrong",
        "pick up the slack",
        "R&D and P&L",
        "J. R. Smith",
        "it matters to us",
        "a dash of salt",
        "market outlook for next year",
    ],
)
def test_everyday_words_are_no_tools(tools: Gazetteer, text: str) -> None:
    assert tools.find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go, Rust and Python", ["Go", "Rust", "Python"]),
        ("experience in Go", ["Go"]),
        ("Golang", ["Golang"]),
        ("R or Python", ["R", "Python"]),
        ("R/Python", ["R", "Python"]),
        ("C/C++", ["C", "C++"]),
        ("C, C++", ["C", "C++"]),
        ("C#", ["C#"]),
        (".NET", [".NET"]),
        ("Node.js", ["Node.js"]),
        ("Excel, Word, PowerPoint", ["Excel", "Word", "PowerPoint"]),
        ("MS Access", ["ms-access"]),
        ("Spring Boot", ["spring-boot"]),
        ("Java (Spring)", ["Java", "Spring"]),
        ("python, go, rust", ["Python", "Go", "Rust"]),
        ("Microservices in Spring and Hibernate", ["Spring", "Hibernate"]),
        ("Knowledge of Swift or Kotlin", ["Swift"]),
        ("SQL, Access and Oracle databases", ["SQL", "Access", "Oracle"]),
        ("Infrastructure with Puppet, Chef or Salt", ["Puppet", "Chef", "Salt"]),
        ("React, Express and Node.js", ["React", "Express", "Node.js"]),
        ("Fluent in R", ["R"]),
        ("IT helpdesk", ["IT"]),
        ("Slack, Notion and Teams", ["Slack", "Notion", "Teams"]),
        ("sql, tableau and javascript", ["SQL", "Tableau", "JavaScript"]),
    ],
)
def test_names_are_found_by_what_stands_around_them(tools: Gazetteer, text: str, expected: list[str]) -> None:
    found = tools.find(text)
    assert [f.skill for f in found] == expected
    assert all(KEEP * KEEP <= f.probability <= 1 for f in found)


def test_both_senses_in_one_sentence(tools: Gazetteer) -> None:
    text = "We go live with services in Go. You excel at dashboards, in Excel and Tableau."
    assert [(f.skill, text[f.start : f.end]) for f in tools.find(text)] == [
        ("Go", "Go"),
        ("Excel", "Excel"),
        ("Tableau", "Tableau"),
    ]


def test_our_own_names_that_prose_does_not_know_are_believed_wherever_they_stand(senses: Senses) -> None:
    find = Gazetteer(taxonomy(own("python", "Python", kind=SkillKind.TOOL)), senses).find
    for text in ("Python for five years", "help others python", "we love python"):
        assert [f.skill for f in find(text)] == ["python"]


def test_a_name_that_its_taxonomy_marks_as_exact_needs_company_in_another_case(senses: Senses) -> None:
    exact = Skill("sap", "SAP", (Alias("SAP", exact=True),), SkillKind.TOOL, None, "tools", ())
    safe = Skill("safe", "SAFe", (Alias("SAFe", exact=True),), SkillKind.TOOL, None, "tools", ())
    sql = own("sql", "SQL", kind=SkillKind.TOOL)
    found = Gazetteer(taxonomy(exact, safe, sql), senses).find
    assert [f.skill for f in found("Knowledge of SAP")] == ["sap"]
    assert found("the sap of trees") == []
    assert [f.skill for f in found("sql, sap, SQL")] == ["sql", "sap", "sql"]
    assert [f.skill for f in found("sql, safe and sound")] == ["sql"]


def test_words_in_capitals_inside_a_longer_name_keep_them(senses: Senses) -> None:
    find = Gazetteer(taxonomy(own("support", "IT support")), senses).find
    assert find("It supports many teams.") == []
    assert [f.skill for f in find("IT support, IT Support")] == ["support", "support"]


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("analyse data", ["analyze data", "analysing data", "analyzes the data", "Analysed data"]),
        ("manage budgets", ["managing budgets", "manages budgets", "managed the budget", "manage a budget"]),
        ("customer requirement", ["customer requirements", "Customer Requirements", "customer-requirement"]),
        ("e-commerce", ["ecommerce", "E-Commerce", "e commerce"]),
        ("Java (computer programming)", ["Java", "java"]),
        ("research & development", ["research and development"]),
        ("organise catalogues", ["organize catalogs", "organising a catalogue"]),
        ("Espa\u00f1ol t\u00e9cnico", ["espanol tecnico", "Espan\u0303ol te\u0301cnico", "ESPA\u00d1OL T\u00c9CNICO"]),
    ],
)
def test_a_name_is_found_in_its_forms(senses: Senses, name: str, texts: list[str]) -> None:
    find = Gazetteer(taxonomy(published("it", name)), senses).find
    for text in texts:
        assert [(f.start, f.end) for f in find(text)] == [(0, len(text))], text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("manage budgets", "budget management"),
        ("manage budgets", "manage budget meetings"),
        ("manage contracts", "Manage contract negotiations"),
        ("software engineering", "software engineers"),
        ("account manager", "account managers"),
        ("marketing", "market"),
        ("accounting", "accounts"),
        ("economics", "economic growth"),
        ("sales", "the sale of goods"),
    ],
)
def test_other_words_are_no_forms(senses: Senses, name: str, text: str) -> None:
    assert Gazetteer(taxonomy(published("it", name)), senses).find(text) == []


def test_names_of_tools_are_not_inflected(senses: Senses) -> None:
    find = Gazetteer(taxonomy(*(own(t, t, kind=SkillKind.TOOL) for t in ("Tableau", "Power Query"))), senses).find
    assert find("Tableaus and Power Queries") == []


def test_a_label_is_believed_more_than_another_published_name_and_a_common_word_least(senses: Senses) -> None:
    skills = (
        published("stats", "statistics", "data", "statistical data analysis"),
        own("storage", "Storage", "data storage"),
    )
    find = Gazetteer(taxonomy(*skills), senses).find
    (label,) = find("Statistics")
    assert label.probability > KEEP
    assert find("data") == []
    (mine,) = find("data storage")
    assert mine.probability > label.probability


def test_what_was_written_for_ads_may_be_named_one_by_one(senses: Senses) -> None:
    skill = own("stats", "Statistics", "stats", "sampling")
    assert [f.alias.text for f in Gazetteer(taxonomy(skill), senses).find("stats, sampling")] == ["stats", "sampling"]
    only = Gazetteer(taxonomy(skill), senses, [("stats", "stats")])
    assert [f.alias.text for f in only.find("stats, sampling")] == ["stats"]


def test_without_knowledge_of_words_every_name_in_its_case_counts() -> None:
    exact = Skill("go", "Go", (Alias("Go", exact=True),), SkillKind.TOOL, None, "tools", ())
    find = Gazetteer(taxonomy(exact, own("sql", "SQL"))).find
    assert [(f.skill, f.probability) for f in find("Go home, go, sql")] == [("go", UNJUDGED), ("sql", UNJUDGED)]


def test_names_follow_from_names() -> None:
    skill = published("c", "C (programming language)", "e-learning tools", "learning")
    assert [a.text for a in written(skill)] == [
        "C (programming language)",
        "e-learning tools",
        "learning",
        "C",
        "elearning tools",
    ]
    assert written(skill)[3].exact


PIECES = [
    "Go",
    "go ",
    "R",
    ", ",
    "Python",
    "Excel",
    " in ",
    "we ",
    "\n",
    "\n- ",
    "\n\n",
    "stra\u00dfe ",
    "S\u00adQ\u00adL ",
    "Access",
    " to ",
    ". ",
]


@given(texts=st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=6))
def test_what_is_remembered_changes_nothing(tools: Gazetteer, texts: list[str]) -> None:
    fresh = Gazetteer(taxonomy(*tools._skills.values()), tools._senses)
    for text in texts + texts:
        alone = [
            (f.skill, start + f.start, start + f.end, f.probability)
            for start, end in tier.units(text)
            for f in fresh.read([text[start:end]])[0]
        ]
        assert [(f.skill, f.start, f.end, f.probability) for f in tools.find(text)] == alone


@pytest.mark.parametrize(("most", "longest"), [(1, 2_000), (2, 2_000), (2, 3)])
def test_memory_is_bounded_and_forgetting_changes_nothing(
    senses: Senses, monkeypatch: pytest.MonkeyPatch, most: int, longest: int
) -> None:
    monkeypatch.setattr(tier, "REMEMBERED", most)
    monkeypatch.setattr(tier, "LONGEST_REMEMBERED", longest)
    find = Gazetteer(taxonomy(own("sql", "SQL"), own("excel", "Excel")), senses)
    for text in ["SQL", "- SQL\n- Excel\n- SQL", "nothing", "Excel", "SQL"] * 3:
        assert len(find.find(text)) == text.count("SQL") + text.count("Excel")
        assert len(find._memory) <= 2 * most


@given(text=st.text(max_size=60), form=st.sampled_from(["NFC", "NFD"]))
def test_places_are_where_the_words_are(tools: Gazetteer, text: str, form: str) -> None:
    whole = unicodedata.normalize(form, text) + "\n- Kubernetes, SQL"
    found = tools.find(whole)
    assert [whole[f.start : f.end] for f in found][-2:] == ["Kubernetes", "SQL"]
    ends = [0, *(f.end for f in found)]
    assert all(end <= f.start < f.end for end, f in zip(ends, found, strict=False))


def test_right_to_left_text_around_a_name_does_no_harm(tools: Gazetteer) -> None:
    text = "\u0646\u0628\u062d\u062b \u0639\u0646 \u0645\u0637\u0648\u0631 Python \u0648 SQL\u060c \u202bTableau\u202c"
    assert [text[f.start : f.end] for f in tools.find(text)] == ["Python", "SQL", "Tableau"]


def test_one_long_line_costs_about_its_length(tools: Gazetteer) -> None:
    started = time.process_time()
    found = tools.find("We go far with Go, Excel and SQL in Spring 2026 " * 5_000)
    assert time.process_time() - started < 20  # a quarter of a megabyte; usually under a second
    assert {f.skill for f in found} >= {"SQL", "Go", "Excel"}
