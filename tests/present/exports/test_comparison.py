"""The page of a comparison: one file, the answer first, uncertainty drawn, every number with the statements behind it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.credential import Catalog
from credlens.model.evaluation import LAW, Evaluation, Wording
from credlens.model.fact import Fact, Method, Source
from credlens.model.gap import Evidence
from credlens.model.scorecard import Comparison, CriterionValue, Estimate, Flag, FlagState, Statement
from credlens.present.exports import EXPORTS
from credlens.present.exports.comparison import render

HOSTILE = '\u202e<script>alert("x")</script><img src="https://evil.example/x">' + "W" * 300
LINK = "https://www.edx.org/certificates/professional-certificate/harvardx"

OLD = Source(Method.READ, "https://provider.example/prices", date(2025, 7, 24), "price list")
MEMORY = Source(Method.RECALLED, None, date(2026, 11, 22))


def text_of(html: str, part: str = "body") -> str:
    return plain(HTMLParser(html).css_first(part).text(separator=" "))


def plain(text: str) -> str:
    """In single spaces and plain hyphens."""
    return re.sub(r"\s+", " ", text).strip().replace("\N{EN DASH}", "-")


def alone(evaluation: Evaluation) -> Evaluation:
    card = replace(evaluation.comparison.cards[0], p_best=None, p_top3=None)
    return replace(
        evaluation,
        comparison=Comparison((card,), ()),
        wording=Wording("It can be trusted 44 of 100."),
        why={card.credential: evaluation.why[card.credential]},
        motives={},
        studies={},
        together=None,
    )


def test_it_is_an_export_and_the_same_evaluation_gives_the_same_bytes(evaluation: Evaluation) -> None:
    assert EXPORTS["comparison"](evaluation) == render(evaluation)


@pytest.mark.parametrize("shape", [lambda e: e, alone], ids=["three", "one"])
def test_the_page_is_well_made(evaluation: Evaluation, shape: Callable[[Evaluation], Evaluation]) -> None:
    html = render(shape(evaluation))
    tree = HTMLParser(html)
    levels = [int(n) for n in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    ids = [n.attributes["id"] for n in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(n.attributes["href"])[1:] for n in tree.css("[href^='#']")} <= set(ids)
    for table in tree.css("table"):
        assert table.css_first("caption").text(strip=True)
        columns = len(table.css("thead th"))
        assert all(len(row.css("th, td")) == columns for row in table.css("tbody tr"))
    assert not tree.css("script, img, iframe, form, base, [src], [style]")
    assert "default-src 'none'" in str(tree.css_first("meta[http-equiv]").attributes["content"])


def test_the_answer_stands_first_and_what_stops_stands_above_the_scores(evaluation: Evaluation) -> None:
    html = render(evaluation)
    order = ['class="answer"', 'id="stops"', 'id="scores"', 'id="warnings"', 'id="criteria"', 'id="ranking"']
    order += [
        'id="weights"',
        'id="look-up"',
        'id="covering"',
        'id="studies"',
        'id="motives"',
        'id="why"',
        'id="sources"',
    ]
    places = [html.index(mark) for mark in order]
    assert places == sorted(places)
    assert "Retired: It ended in 2025." in text_of(html, "#stops")
    assert "keeps it out of plans" in text_of(html, "#stops")


def test_a_score_is_a_dot_with_its_interval_and_says_so_in_figures(evaluation: Evaluation) -> None:
    tree = HTMLParser(render(evaluation))
    for chart in ("#quality", "#suitability"):
        rows = tree.css(f"{chart} li:not(.axisrow)")
        assert len(rows) == 3
        for row in rows:
            assert len(row.css("circle.dot")) == 1
            assert len(row.css("line.whisker")) == 3
            assert re.search(r"\d+ \(\d+-\d+\), no grade yet", plain(row.text()))
    assert "best in 31 %" in text_of(render(evaluation), "#quality")


def test_a_grade_is_printed_when_there_is_one(evaluation: Evaluation) -> None:
    one = alone(evaluation)
    card = replace(one.comparison.cards[0], quality=Estimate(0.9, 0.85, 0.95, "A"))
    html = render(replace(one, comparison=Comparison((card,), ())))
    assert "90 (85-95), grade A" in text_of(html, "#quality")


def test_unknown_is_hatched_and_said_for_every_credential(evaluation: Evaluation) -> None:
    row = next(r for r in HTMLParser(render(evaluation)).css("table.criteria tr") if "Outside quality" in r.text())
    assert len(row.css("rect.hatched")) == 3
    assert len(row.css(".unknown")) == 3
    assert "unknown: 0-70" in plain(row.text())


def test_more_credentials_than_columns_are_printed_in_further_tables(evaluation: Evaluation) -> None:
    five = tuple(replace(evaluation.comparison.cards[0], credential=f"c-{n}") for n in range(5))
    books = Catalog({c.credential: replace(evaluation.catalog["comptia-data"], id=c.credential) for c in five})
    why = {c.credential: Statement(c.credential) for c in five}
    html = render(
        replace(evaluation, comparison=Comparison(five, ()), catalog=books, why=why, wording=Wording("Five."))
    )
    tables = HTMLParser(html).css("table.criteria")
    assert [len(t.css("thead th")) for t in tables] == [5, 2]


def test_warnings_say_their_state_and_where_to_look(evaluation: Evaluation) -> None:
    html = render(evaluation)
    firsts = text_of(html, "#warnings article")
    assert "No warning fires" in firsts
    assert "1 warning that cannot be told yet" in firsts
    assert "Clear: too narrow." in firsts
    third = HTMLParser(html).css("#warnings article")[2]
    assert "stop" in str(third.attributes["class"])
    assert len(third.css(".badge.stop")) == 1  # it gates; the other one that fires is a caution
    assert "Too narrow: warns" in third.text()


def test_duels_are_said_both_ways_and_never_as_certain(evaluation: Evaluation) -> None:
    rows = [
        [plain(c.text()) for c in row.css("td")] for row in HTMLParser(render(evaluation)).css("table.duels tbody tr")
    ]
    assert rows == [["-", "52 %", "over 99 %"], ["48 %", "-", "93 %"], ["under 1 %", "7 %", "-"]]


def test_each_weight_is_moved_both_ways_and_a_change_of_the_first_is_marked(evaluation: Evaluation) -> None:
    html = render(evaluation)
    rows = HTMLParser(html).css("table.shifts tbody tr")
    cells = [[plain(c.text()) for c in row.css("td")] for row in rows]
    assert cells == [
        ["18 %", "stays, 1.2 points ahead", "stays, 4.0 points ahead"],
        ["7 %", "stays, 2.0 points ahead", "HarvardX Data Science Professional Certificate first, 1.3 points ahead"],
    ]
    assert [len(row.css(".badge.caution")) for row in rows] == [0, 1]
    assert "It depends The first place depends on the weights." in text_of(html, "#weights")


def test_a_first_place_that_holds_is_called_so(evaluation: Evaluation) -> None:
    held = evaluation.comparison.sensitivity
    assert held is not None
    stays = replace(held, shifts=tuple(replace(s, first=held.first) for s in held.shifts))
    both = replace(evaluation, comparison=replace(evaluation.comparison, sensitivity=stays))
    firm = render(replace(both, wording=replace(both.wording, firm=True)))
    assert HTMLParser(firm).css_first("#weights .badge.good").text() == "It holds"
    assert HTMLParser(render(both)).css_first("#weights .badge.caution").text() == "Too near to rely on"


def test_what_to_look_up_leads_to_the_official_page(evaluation: Evaluation) -> None:
    html = render(evaluation)
    assert "supervision and identity. The answer settles 12 % of what is open." in text_of(html, "#look-up")
    assert HTMLParser(html).css_first("#look-up a").attributes["href"] == LINK


def test_every_statement_of_the_tree_is_on_the_page_with_its_sources(evaluation: Evaluation) -> None:
    html = render(evaluation)
    why = text_of(html, "#why-1")
    assert "Supervision and identity: unknown: between 0 and 100, weighs 7 % 3.5 points of 7.0" in why
    assert why.count("Supervision as stated") == 1  # two sources say it: said once, with two notes
    leaf = next(li for li in HTMLParser(html).css("#why-1 li") if li.text().strip().startswith("Supervision as"))
    assert len(leaf.css(".refs a")) == 2
    assert len(HTMLParser(html).css("#why-1 details")) == 4
    assert HTMLParser(html).css("#why-1 .unknown")


def test_what_is_left_out_stands_with_how_far_the_rest_is_covered(evaluation: Evaluation) -> None:
    html = render(evaluation)
    said = text_of(html, "#covering")
    assert said.startswith("What it leaves out These cover 1 of the 2 areas.")
    rows = [plain(r.text(separator=" ")) for r in HTMLParser(html).css("table.areas tbody tr")]
    assert [words in row for row, words in zip(rows, (
        "Databases left out 80 % (33 of 41 ads", "covered in depth the ads do not name it HarvardX",
        "work proves it, not a course", "you can show it",
    ), strict=True)] == [True] * 4  # fmt: skip
    assert "7 ECTS, 4 % of a usual bachelor's degree" in said
    assert "recommended, for a university to decide (ACE), but that is over" in said
    assert "credit, nobody says where it counts amount unknown nobody says who confirms it" in said


def test_a_study_is_printed_once_with_every_credential_it_is_shown_for(evaluation: Evaluation) -> None:
    html = render(evaluation)
    assert len(HTMLParser(html).css("#studies article")) == 1
    said = text_of(html, "#studies")
    assert "no promise" in said
    assert "n = 2,400 job seekers" in said
    assert "helped a call back: 2 points more often (95 % interval 0.4 to 3.6 percentage points)" in said
    assert "no effect found pay: no difference" in said
    assert "close to your case" in said
    assert "far from your case" in said
    assert "Mind Done with the platform." in said


def test_motives_say_what_to_check(evaluation: Evaluation) -> None:
    said = text_of(render(evaluation), "#motives")
    assert "It earns as long as you stay. What to check How fast can you finish." in said


def test_one_alone_has_no_ranking(evaluation: Evaluation) -> None:
    html = render(alone(evaluation))
    assert text_of(html, "h1") == "Google Data Analytics Professional Certificate"
    for part in ("#stops", "#ranking", "#weights", "#look-up", "#covering", "#studies", "#motives"):
        assert not HTMLParser(html).css(part)
    assert "best in" not in text_of(html)


def test_invented_ads_are_called_invented(evaluation: Evaluation) -> None:
    assert "invented examples" in text_of(render(evaluation), "header")
    real = replace(evaluation, demand=replace(evaluation.demand, examples=False, n=0))
    assert "invented" not in text_of(render(real), "header")
    assert "Ads read none" in text_of(render(real), "header")


def test_whatever_a_text_holds_stays_text(evaluation: Evaluation) -> None:
    source = Source(Method.READ, f"javascript:{HOSTILE}", date(2026, 1, 1), HOSTILE)
    name = evaluation.comparison.cards[0].credential
    odd = replace(evaluation.catalog[name], title=HOSTILE, official_url=Fact("javascript:alert(1)"))
    planted = Statement(HOSTILE, HOSTILE, parts=(Statement(HOSTILE, parts=(Statement(HOSTILE, source=source),)),))
    html = render(
        replace(
            evaluation,
            catalog=Catalog({**evaluation.catalog.credentials, name: odd}),
            why={**evaluation.why, name: planted},
            wording=replace(evaluation.wording, answer=HOSTILE, holds=HOSTILE, look_up=((name, HOSTILE, HOSTILE),)),
        )
    )
    tree = HTMLParser(html)
    assert not tree.css("script, img, a[href^='javascript']")
    assert html.count("&lt;script&gt;alert") > 10
    assert "\u202e" not in html
    heads = [th.text() for th in tree.css("table.criteria thead th")]
    assert max(map(len, heads)) <= 60


def test_what_the_law_demands_stands_above_the_answer_and_is_said_once(evaluation: Evaluation) -> None:
    law = Flag(LAW, FlagState.FIRES, "the law demands a licence", (Evidence("statute", OLD),), gates=True)
    cards = tuple(replace(c, flags=(law,)) for c in evaluation.comparison.cards)
    said = replace(evaluation.wording, gates=("The law demands a licence.",))
    html = render(replace(evaluation, comparison=replace(evaluation.comparison, cards=cards), wording=said))
    assert html.index("The law demands a licence.") < html.index('class="answer"')
    assert text_of(html).count("The law demands a licence") == 1
    assert not HTMLParser(html).css("#stops")
    assert len(HTMLParser(html).css("#warnings .refs a")) == 3  # its sources stay with the warnings


def test_the_same_reason_to_stop_is_said_once_for_all_it_holds_for(evaluation: Evaluation) -> None:
    stop = Flag("retired", FlagState.FIRES, "it ended in 2025", gates=True)
    cards = tuple(replace(c, flags=(stop,)) for c in evaluation.comparison.cards)
    html = render(replace(evaluation, comparison=replace(evaluation.comparison, cards=cards)))
    assert text_of(html).count("It ended in 2025") == 1
    assert len(HTMLParser(html).css("#stops article")) == 1


def test_what_fires_not_is_no_approval_while_something_is_open_or_only_remembered(evaluation: Evaluation) -> None:
    def badges(*flags: Flag) -> tuple[list[str], str]:
        card = replace(evaluation.comparison.cards[0], flags=flags)
        html = render(replace(evaluation, comparison=Comparison((card,), ())))
        article = HTMLParser(html).css_first("#warnings article")
        found = article.css_first(".badge")
        return [str(found.attributes["class"]), plain(found.text())], plain(article.text(separator=" "))

    sure = Flag("retired", FlagState.CLEAR, "it is offered", (Evidence("status", OLD),))
    memory = Flag("too_narrow", FlagState.CLEAR, "it teaches many", (Evidence("skills", MEMORY),))
    hedge = Flag("job_guarantee", FlagState.CLEAR, "no job is promised in what is recorded of it")
    open_ = Flag("low_effort", FlagState.CANNOT_TELL, "its hours are not known")
    assert badges(sure)[0] == ["badge good", "No warning fires"]
    assert badges(sure, open_)[0] == ["badge neutral", "No warning fires; 1 cannot be told yet"]
    for only in (memory, hedge):
        found, text = badges(sure, only)
        assert found == ["badge neutral", "No warning fires"]
        assert "Clear: retired." in text
    assert "job guarantee: No job is promised in what is recorded of it." in badges(hedge)[1].replace("Job g", "job g")


def test_where_the_fit_cannot_be_told_no_chart_pretends_it(evaluation: Evaluation) -> None:
    said = replace(evaluation.wording, fits="How it suits you cannot be told yet.")
    html = render(replace(evaluation, wording=said))
    assert not HTMLParser(html).css("#suitability")
    assert "How it suits you cannot be told yet." in text_of(html, "#scores")


def test_among_the_first_three_is_said_only_of_more_than_three(evaluation: Evaluation) -> None:
    assert "among the first 3" not in text_of(render(evaluation), "#quality")
    cards = evaluation.comparison.cards
    fourth = replace(cards[0], credential="comptia-data")
    four = replace(
        evaluation,
        comparison=Comparison((*cards, fourth), ()),
        why={**evaluation.why, "comptia-data": Statement("Fourth")},
    )
    assert "among the first 3 in" in text_of(render(four), "#quality")
    unranked = replace(cards[2], p_best=None, p_top3=None, unranked="too little is known")
    html = render(replace(evaluation, comparison=replace(evaluation.comparison, cards=(*cards[:2], unranked))))
    assert "not ranked" in text_of(html, "#quality")


def test_what_is_measured_is_a_bar_and_only_the_unknown_is_hatched(evaluation: Evaluation) -> None:
    card = evaluation.comparison.cards[0]
    values = (
        CriterionValue("transferability", "quality", 0.2, 0.4, 0.5, "measured"),
        CriterionValue("supervision", "quality", 0.2, 0.4, 0.3, "open", (), ("supervision",)),
        CriterionValue("recognition", "quality", 0.0, 0.6, 0.2, "wide"),
    )
    html = render(replace(evaluation, comparison=Comparison((replace(card, criteria=values),), ())))
    rows = HTMLParser(html).css("table.criteria tbody tr")
    assert [(len(r.css("rect.between")), len(r.css("rect.hatched"))) for r in rows] == [(1, 0), (0, 1), (0, 1)]
    assert [plain(r.css_first("td").text()) for r in rows] == ["20-40", "partly unknown: 20-40", "unknown: 0-60"]


def test_motives_in_the_same_words_are_said_once(evaluation: Evaluation) -> None:
    (motive,) = evaluation.motives.values()
    shared = dict.fromkeys((c.credential for c in evaluation.comparison.cards[:2]), motive)
    html = render(replace(evaluation, motives=shared))
    assert len(HTMLParser(html).css("#motives article")) == 1
    assert "Google Data Analytics Professional Certificate and HarvardX" in text_of(html, "#motives")


def test_of_many_studies_the_first_three_stand_open(evaluation: Evaluation) -> None:
    name = evaluation.comparison.cards[0].credential
    (shown,) = evaluation.studies[name]
    many = tuple(replace(shown, study=replace(shown.study, id=f"s{n}", title=f"Study {n}")) for n in range(5))
    tree = HTMLParser(render(replace(evaluation, studies={name: many})))
    assert [h.text() for h in tree.css("#studies > article h3")] == ["Study 0", "Study 1", "Study 2"]
    assert [h.text() for h in tree.css("#studies > details h3")] == ["Study 3", "Study 4"]


def test_criteria_that_count_nothing_for_want_of_points_stand_beside_whose_weights_they_are(
    evaluation: Evaluation,
) -> None:
    note = "7 criteria of quality count 0, since points were given to 2 only."
    told = replace(evaluation, wording=replace(evaluation.wording, weights=(note,)))
    assert f"default weights. {note}" in text_of(render(told), "dl.facts")
    assert note in text_of(render(told), "#weights")
    assert note in text_of(render(replace(alone(evaluation), wording=told.wording)), "dl.facts")
