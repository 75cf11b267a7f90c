from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.skill import Alias
from credlens.skills.forms import Slot
from credlens.skills.matcher import PhraseIndex
from credlens.skills.words import fold

INDEX = PhraseIndex(
    [
        ("r", [Alias("R", exact=True)]),
        ("go", [Alias("Go", exact=True)]),
        ("c", [Alias("C", exact=True)]),
        ("cpp", [Alias("C++")]),
        ("csharp", [Alias("C#")]),
        ("dotnet", [Alias(".NET")]),
        ("node", [Alias("Node.js")]),
        ("javascript", [Alias("JS"), Alias("JavaScript")]),
        ("ab", [Alias("A/B testing")]),
        ("cicd", [Alias("CI/CD")]),
        ("sql", [Alias("SQL")]),
        ("plsql", [Alias("PL/SQL")]),
        ("python", [Alias("Python")]),
        ("security", [Alias("security")]),
        ("data", [Alias("data analysis")]),
        ("excel", [Alias("Excel", exact=True)]),
        ("rd", [Alias("research & development")]),
        ("licence", [Alias("driver's license")]),
        ("java", [Alias("Java (computer programming)")]),
    ]
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("R&D and H&R", []),
        ("R & D", []),
        ("R, Python", ["r", "python"]),
        ("Python/R", ["python", "r"]),
        ("R/Python", ["r", "python"]),
        ("R-based models", ["r"]),
        ("R.N. wanted, A/R clerk", []),
        ("SAP R/3", []),
        ("C-level", []),
        ("C, C++, C# and C++17", ["c", "cpp", "csharp", "cpp"]),
        ("C/C++", ["c", "cpp"]),
        ("ASP.NET", []),
        (".NET Core", ["dotnet"]),
        ("Node.js", ["node"]),
        ("backbone.js", []),
        ("learning.Python is", ["python"]),
        ("a/b-Testing", ["ab"]),
        ("ci-cd, CI/CD", ["cicd", "cicd"]),
        ("SQL-based", ["sql"]),
        ("PL/SQL", ["plsql"]),
        ("MySQL and NoSQL", []),
        ("Security+ certificate", []),
        ("Python+SQL", ["python", "sql"]),
        ("sql@example.org", []),
        ("Go, go and GO", ["go"]),
        ("excel at Excel", ["excel"]),
        ("research and development, Research & Development", ["rd", "rd"]),
        ("driver\u2019s licence or driver license", ["licence", "licence"]),
        ("Java (computer programming)", ["java"]),
        ("Java computer programming", ["java"]),
        ("data; analysis", []),
        ("data (analysis)", []),
        ("data\n\nanalysis", []),
        ("- data\n- analysis", []),
        ("data \u2013 analysis", ["data"]),
        ("a / b testing", ["ab"]),
        ("see https://example.org/go/sql", []),
        ("D\u00e4ta \uff41nalysis", ["data"]),
        ("data\nanalysis", ["data"]),
        ("data analyst", []),
    ],
)
def test_names_are_found_as_whole_words(text: str, keys: list[str]) -> None:
    assert [hit.key for hit in INDEX.find(text)] == keys


def test_offsets_are_code_points_of_the_text_given() -> None:
    text = "\U0001f600  \u2013 data\u2011  analysis"
    (hit,) = INDEX.find(text)
    assert text[hit.start : hit.end] == "data\u2011  analysis"


def test_the_longest_wins_and_a_longest_that_is_no_word_hides_nothing() -> None:
    index = PhraseIndex([("short", [Alias("data")]), ("long", [Alias("data analysis")])])
    assert [h.key for h in index.find("data analysis")] == ["long"]
    assert [h.key for h in index.find("data analysist")] == ["short"]


def test_of_two_entries_that_read_alike_the_first_wins_unless_its_case_differs() -> None:
    index = PhraseIndex([("tool", [Alias("Go", exact=True)]), ("verb", [Alias("go")]), ("late", [Alias("GO")])])
    assert [h.key for h in index.find("Go, go")] == ["tool", "verb"]


def test_of_two_entries_the_one_that_is_called_so_wins() -> None:
    index = PhraseIndex([("alias", [Alias("styles"), Alias("CSS")]), ("label", [Alias("CSS")])])
    assert [h.key for h in index.find("CSS")] == ["label"]


def test_names_are_written_as_freely_as_the_caller_says() -> None:
    entries = [("budget", [Alias("manage budgets")]), ("excel", [Alias("Excel")])]
    texts = (
        "managing budgets",
        "manages a budget",
        "manage the budgets",
        "managed budget",
        "budget management",
        "excels",
    )

    def free(_key: str, _alias: Alias, words: Sequence[str]) -> tuple[Slot, ...]:
        return (Slot.VERB, Slot.PLURAL) if len(words) == 2 else (Slot.SPELLING,)

    assert [len(PhraseIndex(entries, free).find(t)) for t in texts] == [1, 1, 1, 0, 0, 0]
    assert [len(PhraseIndex(entries).find(t)) for t in texts] == [0, 0, 1, 0, 0, 0]


def test_an_article_between_the_first_two_words_belongs_to_the_place() -> None:
    (hit,) = PhraseIndex([("budget", [Alias("manage budgets")])]).find("You manage the budgets")
    assert (hit.start, hit.end) == (4, 22)


def test_matches_in_any_case_name_all_that_stand_there_the_best_first() -> None:
    index = PhraseIndex([("tool", [Alias("Go", exact=True)]), ("verb", [Alias("go")])])
    (match,) = index.matches(fold("go"), cased=False)
    assert [n.key for n in match.names] == ["tool", "verb"]
    assert [n.in_case(fold("go"), 0, 0) for n in match.names] == [False, True]


def test_an_empty_index_finds_nothing() -> None:
    assert PhraseIndex([("none", [Alias(" - ")])]).find("anything - at all") == ()


@given(st.text(st.sampled_from("RC#+. /&sqlSQL-\n")))
def test_hits_are_in_order_apart_and_inside_the_text(text: str) -> None:
    hits = INDEX.find(text)
    ends = [0, *(h.end for h in hits)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, hits, strict=False))


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text(st.sampled_from(" ,;\n"), min_size=1, max_size=5),
)
def test_a_name_set_off_by_commas_is_always_found(before: str, gap: str) -> None:
    text = f"{before},{gap}Python,{gap}"
    assert any(text[h.start : h.end] == "Python" for h in INDEX.find(text))
