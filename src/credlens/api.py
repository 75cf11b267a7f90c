"""The Python face: each use case as a function that opens the doors itself.

The functions are written out, under names that no room has (``credlens.gap`` is a room), so that editors and type checkers see them. ``home`` is the folder of the state (``CREDLENS_HOME`` or the
platform's data folder when None); ``today`` the day to reckon from (the clock's when None).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from credlens.app import constraints as _constraints
from credlens.app import demo as _demo
from credlens.app import doctor as _doctor
from credlens.app import evaluate as _evaluate
from credlens.app import events as _events
from credlens.app import gap as _gap
from credlens.app import loop as _loop
from credlens.app import options as _options
from credlens.app import plan as _plan
from credlens.app import plan_problem as _plan_problem
from credlens.app import profile as _profile
from credlens.app import questions as _questions
from credlens.app import read as _read
from credlens.app import replan as _replan
from credlens.app import review as _review
from credlens.app import taxonomy as _taxonomy
from credlens.app import weighting as _weighting
from credlens.app.bench import gold as _bench_gold
from credlens.app.bench import rank as _bench_rank
from credlens.app.bench import read as _bench_read
from credlens.app.bench import search as _bench_search
from credlens.app.catalog import checking as _checking
from credlens.app.catalog import columns as _columns
from credlens.app.catalog import counting as _counting
from credlens.app.catalog import exporting as _exporting
from credlens.app.catalog import imported as _imported
from credlens.app.catalog import importing as _importing
from credlens.app.catalog import judging as _judging
from credlens.app.catalog import removing as _removing
from credlens.app.catalog import searching as _searching
from credlens.app.catalog import showing as _showing
from credlens.app.knowledge import TIER
from credlens.app.market import build as _market_build
from credlens.app.market import demand as _market_demand
from credlens.app.market import recognition as _market_recognition
from credlens.app.market import show as _market_show
from credlens.app.market import trend as _market_trend
from credlens.app.ports import NamedBytes
from credlens.io.home import open_home
from credlens.model.interview import Answer
from credlens.model.plan import Limits
from credlens.model.progress import Event
from credlens.model.skill import SkillLevel
from credlens.model.weighting import Weighting


def demo(
    person: str = "maria", *, report: bool = True, home: Path | None = None, today: date | None = None
) -> _demo.DemoResult:
    """The whole loop on an invented person; see :func:`credlens.app.demo.run`."""
    return _demo.run(open_home(home, today=today), person, report=report)


def read_text(text: str, *, tier: int = TIER) -> _read.ReadResult:
    """Skills and requirements in a text; see :func:`credlens.app.read.read_text`."""
    return _read.read_text(open_home(), NamedBytes("text", text.encode()), tier=tier)


def read_lines(source: Path, *, tier: int = TIER, home: Path | None = None) -> Iterator[_read.LineResult]:
    """The same for many texts, one JSON object a line; see :func:`credlens.app.read.read_lines`."""
    return _read.read_lines(open_home(home), source, tier=tier)


def import_profile(*paths: Path, home: Path | None = None, today: date | None = None) -> _profile.ProfileResult:
    """Read documents as the profile; see :func:`credlens.app.profile.import_documents`."""
    return _profile.import_documents(open_home(home, today=today), paths)


def show_profile(*, home: Path | None = None, today: date | None = None) -> _profile.ProfileResult:
    """What the person can show; see :func:`credlens.app.profile.show`."""
    return _profile.show(open_home(home, today=today))


def know(skill: str, level: SkillLevel = SkillLevel.UNKNOWN, *, home: Path | None = None) -> _profile.ProfileResult:
    """The person has this skill; see :func:`credlens.app.profile.know`."""
    return _profile.know(open_home(home), skill, level)


def forget(skill: str, *, home: Path | None = None) -> _profile.ProfileResult:
    """The person does not have this skill; see :func:`credlens.app.profile.forget`."""
    return _profile.forget(open_home(home), skill)


def review(*, every: bool = False, home: Path | None = None, today: date | None = None) -> _review.ReviewResult:
    """What was read, to be looked at; see :func:`credlens.app.review.review`."""
    return _review.review(open_home(home, today=today), every=every)


def keep(*cards: str, home: Path | None = None) -> _review.ReviewResult:
    """These cards were read right; see :func:`credlens.app.review.keep`."""
    return _review.keep(open_home(home), cards)


def drop(*cards: str, home: Path | None = None) -> _review.ReviewResult:
    """These cards were read wrongly; see :func:`credlens.app.review.drop`."""
    return _review.drop(open_home(home), cards)


def correct(card: str, value: str, *, home: Path | None = None) -> _review.ReviewResult:
    """This card should say something else; see :func:`credlens.app.review.correct`."""
    return _review.correct(open_home(home), card, value)


def set_constraints(
    *, home: Path | None = None, today: date | None = None, **settings: str
) -> _constraints.Constraints:
    """What the person can spend and where they want to work; see :func:`credlens.app.constraints.set_constraints`."""
    return _constraints.set_constraints(open_home(home, today=today), settings)


def find_gap(
    ads: Sequence[Path] = (),
    *,
    resume: Sequence[Path] = (),
    occupation: str | None = None,
    jurisdiction: str | None = None,
    learn: Sequence[str] = (),
    home: Path | None = None,
    today: date | None = None,
) -> _gap.GapResult:
    """The gap between ads and profile; see :func:`credlens.app.gap.find_gap`."""
    return _gap.find_gap(
        open_home(home, today=today),
        ads=ads,
        resume=resume,
        occupation=occupation,
        jurisdiction=jurisdiction,
        learn=learn,
    )


def build_market(
    *paths: Path,
    engine: str = _market_build.ENGINE,
    tier: int = _market_build.TIER,
    out: Path | None = None,
    again: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _market_build.BuildResult:
    """Count many ads; see :func:`credlens.app.market.build.build`."""
    return _market_build.build(open_home(home, today=today), paths, engine=engine, tier=tier, out=out, again=again)


def show_market(*, home: Path | None = None) -> _market_show.MarketResult:
    """What the market was built from; see :func:`credlens.app.market.show.show`."""
    return _market_show.show(open_home(home))


def find_demand(
    occupation: str | None = None, *, region: str | None = None, months: int | None = None, home: Path | None = None
) -> _market_demand.DemandResult:
    """What the market's ads for an occupation ask for; see :func:`credlens.app.market.demand.demand`."""
    return _market_demand.demand(open_home(home), occupation, region=region, months=months)


def find_trend(
    skill: str,
    *,
    occupation: str | None = None,
    quarters: int | None = _market_trend.QUARTERS,
    home: Path | None = None,
) -> _market_trend.TrendResult:
    """Whether a skill is asked for more or less than it was; see :func:`credlens.app.market.trend.trend`."""
    return _market_trend.trend(open_home(home), skill, occupation=occupation, last=quarters)


def find_recognition(
    credential: str, *, occupation: str | None = None, region: str | None = None, home: Path | None = None
) -> _market_recognition.RecognitionResult:
    """How often ads name a credential; see :func:`credlens.app.market.recognition.recognition`."""
    return _market_recognition.recognition(open_home(home), credential, occupation=occupation, region=region)


def find_options(
    skill: str,
    *,
    minimum: int = 3,
    hours_per_week: float | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _options.OptionsResult:
    """Credentials that would close one skill; see :func:`credlens.app.options.find_options`."""
    return _options.find_options(open_home(home, today=today), skill, minimum=minimum, hours_per_week=hours_per_week)


def judge(
    *ids: str,
    pages: Sequence[Path] = (),
    badges: Sequence[Path] = (),
    answers: Mapping[str, object] | None = None,
    keep: bool = False,
    limits: Limits | None = None,
    weights: Weighting | Mapping[str, float] | None = None,
    html: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _evaluate.EvaluateResult:
    """Scorecards, compared; see :func:`credlens.app.evaluate.evaluate`."""
    return _evaluate.evaluate(
        open_home(home, today=today),
        ids,
        pages=pages,
        badges=badges,
        answers=answers,
        keep=keep,
        limits=limits,
        weights=weights,
        html=html,
    )


def credential_questions(
    answers: Mapping[str, object] | None = None, *, home: Path | None = None
) -> _questions.QuestionsResult:
    """The questions that describe a credential nobody has catalogued; see :func:`credlens.app.questions.questions`."""
    return _questions.questions(open_home(home), answers)


def show_weights(*, home: Path | None = None) -> _weighting.WeightsResult:
    """What each criterion counts now; see :func:`credlens.app.weighting.show`."""
    return _weighting.show(open_home(home))


def weight_presets(*, home: Path | None = None) -> _weighting.PresetsResult:
    """Weights with a name; see :func:`credlens.app.weighting.presets`."""
    return _weighting.presets(open_home(home))


def use_weights(
    given: Weighting | Mapping[str, float] | Path | str, *, home: Path | None = None
) -> _weighting.WeightsResult:
    """Keep weights for everything that follows; see :func:`credlens.app.weighting.use`."""
    return _weighting.use(open_home(home), given)


def weight_question(
    group: str, answers: Sequence[Answer] = (), *, most: int | None = None, home: Path | None = None
) -> _weighting.QuestionResult:
    """What to ask next about weights; see :func:`credlens.app.weighting.question`."""
    return _weighting.question(open_home(home), group, answers, most)


def answer_weights(answers: Sequence[Answer], *, home: Path | None = None) -> _weighting.WeightsResult:
    """Keep what answers say of weights; see :func:`credlens.app.weighting.answer`."""
    return _weighting.answer(open_home(home), answers)


def rank_weights(group: str, words: str, *, home: Path | None = None) -> _weighting.WeightsResult:
    """Keep a ranking of criteria; see :func:`credlens.app.weighting.rank`."""
    return _weighting.rank(open_home(home), group, words)


def reset_weights(*, home: Path | None = None) -> _weighting.WeightsResult:
    """The default weights count again; see :func:`credlens.app.weighting.reset`."""
    return _weighting.reset(open_home(home))


def make_plan(
    budget: Decimal | int | str | None = None,
    hours_per_week: float | None = None,
    *,
    deadline: date | None = None,
    currency: str | None = None,
    max_credentials: int = 4,
    budget_per_month: Decimal | int | str | None = None,
    off: Sequence[tuple[date, date]] = (),
    languages: Sequence[str] = (),
    keep_until: date | None = None,
    alternatives: int = 3,
    effort: float | None = None,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    save_problem: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _plan.PlanResult:
    """Plans for the stored profile and target; see :func:`credlens.app.plan.make_plan`.

    What is left out is taken from :func:`set_constraints`.
    """
    ports = open_home(home, today=today)
    spend = _constraints.limits_of(
        ports,
        budget=None if budget is None else Decimal(budget),
        hours_per_week=hours_per_week,
        deadline=deadline,
        currency=currency,
        max_credentials=max_credentials,
        budget_per_month=None if budget_per_month is None else Decimal(budget_per_month),
        off=off,
        languages=languages,
        keep_until=keep_until,
    )
    wishes = _loop.Wishes(
        alternatives, exclude=tuple(exclude), fixed=tuple(include), effort=effort, save_problem=save_problem
    )
    return _plan.make_plan(ports, spend, wishes)


def plan_problem(
    path: Path, *, alternatives: int = 3, effort: float | None = None, home: Path | None = None
) -> _plan_problem.ProblemPlans:
    """Plans for a problem in a file; see :func:`credlens.app.plan_problem.plan_problem`."""
    return _plan_problem.plan_problem(open_home(home), path, alternatives, effort)


def check_plan(problem: Path, plan: Path, *, home: Path | None = None) -> _plan_problem.CheckedPlans:
    """Whether plans keep the rules of a problem; see :func:`credlens.app.plan_problem.check_plan`."""
    return _plan_problem.check_plan(open_home(home), problem, plan)


def problem_schema(*, home: Path | None = None) -> _plan_problem.ProblemSchema:
    """What a problem file may hold; see :func:`credlens.app.plan_problem.problem_schema`."""
    return _plan_problem.problem_schema(open_home(home))


def replan(
    events: Sequence[Event] = (),
    *,
    budget: Decimal | int | str | None = None,
    hours_per_week: float | None = None,
    deadline: date | None = None,
    ads: Sequence[Path] = (),
    follow: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _replan.ReplanResult:
    """The last plan, planned again from today after events; see :func:`credlens.app.replan.replan`."""
    limits = _replan.NewLimits(None if budget is None else Decimal(budget), hours_per_week, deadline)
    return _replan.replan(open_home(home, today=today), events, limits, ads=ads, follow=follow)


def plan_events(*, home: Path | None = None) -> _events.EventsResult:
    """What was told about plans so far; see :func:`credlens.app.events.events`."""
    return _events.events(open_home(home))


def undo_event(*, home: Path | None = None) -> _events.EventsResult:
    """Take back what was told last; see :func:`credlens.app.events.undo`."""
    return _events.undo(open_home(home))


def import_catalog(
    source: str,
    *paths: Path,
    as_of: date | None = None,
    mapping: Mapping[str, str] | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _imported.ImportResult:
    """Take records of a published catalog; see :func:`credlens.app.catalog.importing.import_records`."""
    return _importing.import_records(open_home(home, today=today), source, paths, as_of=as_of, mapping=mapping)


def propose_columns(path: Path, *, home: Path | None = None) -> _columns.ColumnsResult:
    """What each column of a table may hold; see :func:`credlens.app.catalog.columns.columns`."""
    return _columns.columns(open_home(home), path)


def search_catalog(
    query: str = "",
    *,
    wanted: Mapping[str, Sequence[str]] | None = None,
    skill: str | None = None,
    most_cost: float | None = None,
    most_hours: float | None = None,
    hours_per_week: float | None = None,
    first: int = 0,
    count: int = 20,
    home: Path | None = None,
) -> _searching.SearchResult:
    """Find credentials by words and facets; see :func:`credlens.app.catalog.searching.search`."""
    return _searching.search(
        open_home(home),
        query,
        wanted=wanted,
        skill=skill,
        most_cost=most_cost,
        most_hours=most_hours,
        hours_per_week=hours_per_week,
        first=first,
        count=count,
    )


def show_credential(credential: str, *, home: Path | None = None, today: date | None = None) -> _showing.ShowResult:
    """Everything known of one credential; see :func:`credlens.app.catalog.showing.show`."""
    return _showing.show(open_home(home, today=today), credential)


def catalog_stats(*, home: Path | None = None, today: date | None = None) -> _counting.StatsResult:
    """How much is known; see :func:`credlens.app.catalog.counting.stats`."""
    return _counting.stats(open_home(home, today=today))


def check_catalog(*paths: Path, home: Path | None = None, today: date | None = None) -> _checking.CheckResult:
    """Mistakes, and what to look up; see :func:`credlens.app.catalog.checking.check`."""
    return _checking.check(open_home(home, today=today), paths)


def judge_pair(one: str, other: str, *, same: bool = True, home: Path | None = None) -> _judging.JudgeResult:
    """Say that two credentials are one, or are not; see :func:`credlens.app.catalog.judging.judge`."""
    return _judging.judge(open_home(home), one, other, same=same)


def remove_credential(credential: str, *, home: Path | None = None) -> _removing.RemoveResult:
    """Forget a record of one's own; see :func:`credlens.app.catalog.removing.remove`."""
    return _removing.remove(open_home(home), credential)


def export_catalog(form: str, path: Path, *ids: str, home: Path | None = None) -> _exporting.ExportResult:
    """Write credentials down in a published format; see :func:`credlens.app.catalog.exporting.export`."""
    return _exporting.export(open_home(home), form, path, ids)


def import_taxonomy(
    kind: str,
    path: Path,
    *,
    version: str | None = None,
    crosswalk: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _taxonomy.TaxonomyImportResult:
    """Take a published taxonomy into use; see :func:`credlens.app.taxonomy.import_taxonomy`."""
    return _taxonomy.import_taxonomy(open_home(home, today=today), kind, path, version=version, crosswalk=crosswalk)


def show_taxonomy(*, home: Path | None = None) -> _taxonomy.TaxonomyResult:
    """The taxonomies in use; see :func:`credlens.app.taxonomy.show`."""
    return _taxonomy.show(open_home(home))


def doctor(*, home: Path | None = None) -> _doctor.DoctorResult:
    """Is this installation healthy? See :func:`credlens.app.doctor.examine`."""
    return _doctor.examine(open_home(home))


def bench_read(
    *ads: Path, tiers: Sequence[int] = (), repeat: int = 3, peers: bool = True, home: Path | None = None
) -> _bench_read.ReadBench:
    """How fast ads are read; see :func:`credlens.app.bench.read.read`."""
    return _bench_read.read(open_home(home), ads, tiers=tiers, repeat=repeat, peers=peers)


def bench_rank(labels: Path, *data: Path, tier: int | None = None, home: Path | None = None) -> _bench_rank.RankResult:
    """How well labelled sentences are linked to skills; see :func:`credlens.app.bench.rank.rank`."""
    return _bench_rank.rank(open_home(home), labels, data, tier=tier)


def bench_search(
    *, size: int = _bench_search.SIZE, each: int = _bench_search.EACH, home: Path | None = None
) -> _bench_search.SearchBench:
    """How fast a large catalog is imported and searched, in a home that holds nothing; see :func:`credlens.app.bench.search.search`."""
    return _bench_search.search(open_home(home), size=size, each=each)


def bench_gold(labels: Path, *ads: Path, home: Path | None = None) -> _bench_gold.GoldBench:
    """How well the requirements of labelled ads are read; see :func:`credlens.app.bench.gold.gold`."""
    return _bench_gold.gold(open_home(home), labels, ads)
