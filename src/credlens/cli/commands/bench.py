"""``credlens bench``: a group of its own, since each bench needs other libraries."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from credlens.app.bench import BENCHES
from credlens.app.bench.evaluate import RUNS as EVALUATIONS
from credlens.app.bench.missing import PROBLEMS
from credlens.app.bench.plan import CASES, EFFORT, SEEDS, SIZES, SKILLS
from credlens.app.bench.read import RUNS
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.failure import EXIT_INPUT, EXIT_OK
from credlens.cli.lazy import LazyGroup
from credlens.cli.show.bench import show_figures, show_gold, show_ranks, show_search
from credlens.cli.show.bench_plan import show_plans
from credlens.io.home import open_home

#: Bench -> where its command is.
TABLE = {
    "rank": (
        "credlens.cli.commands.bench:rank",
        "How well sentences are linked to skills, beside a plain lexical ranking.",
    ),
    "read": ("credlens.cli.commands.bench:read", "How fast ads are read, in each tier, beside other libraries."),
    "search": (
        "credlens.cli.commands.bench:search",
        "How fast a large catalog is imported and searched, on a made one.",
    ),
    "evaluate": (
        "credlens.cli.commands.bench:evaluate",
        "How fast and how well credentials are judged, and what missing facts cost.",
    ),
    "plan": (
        "credlens.cli.commands.bench:plan",
        "How fast and how well plans are made, beside every plan there is and other ways to plan.",
    ),
    "verify": (
        "credlens.cli.commands.bench_verify:verify",
        "How fast badges are verified, and whether tampered ones pass.",
    ),
}


@click.group(cls=LazyGroup, table=TABLE)
def bench() -> None:
    """How well and how fast the program does its work, on data that you name."""


@click.command()
@click.option("--ads", type=PATH, multiple=True, help="A file or folder with job ads; give it more than once for more.")
@click.argument("more_ads", nargs=-1, type=PATH, metavar="[ADS]...")
@click.option("--gold", type=PATH, help="Labels of ads; measures how well requirements are read instead of how fast.")
@click.option(
    "--tier", type=int, multiple=True, help="Which tier of reading; 0 and 1 when not given, since 2 takes long."
)
@click.option("--repeat", type=int, default=RUNS, show_default=True, help="Runs of each, every one from scratch.")
@click.option("--peers/--no-peers", default=True, show_default=True, help="Measure other libraries on the same names.")
@command_options
def read(
    *,
    ports: Ports,
    as_json: bool,
    ads: tuple[Path, ...],
    more_ads: tuple[Path, ...],
    gold: Path | None,
    tier: tuple[int, ...],
    repeat: int,
    peers: bool,
) -> int:
    """How many ads a second are read, on one processor core.

    Counted is processor time. Each run begins with nothing remembered; skills_again is the same ads a second time. With --gold: how well the
    requirements of labelled ads are read.
    """
    if not (ads or more_ads):
        raise click.UsageError("Name a file or folder with job ads: --ads PATH.")
    if gold is not None:
        measured = BENCHES["gold"](ports, gold, (*ads, *more_ads))
        give(measured, as_json, show_gold)
        unread = EXIT_OK if as_json else tell(measured.problems)
        return unread if measured.ads else EXIT_INPUT
    result = BENCHES["read"](ports, (*ads, *more_ads), tiers=tier, repeat=repeat, peers=peers)
    give(result, as_json, show_figures)
    return 0


@click.command()
@click.option("--labels", type=PATH, required=True, help="The labels to rank, one on each line.")
@click.option(
    "--data",
    type=PATH,
    multiple=True,
    help="Labelled sentences (CSV with sentence and label); give it more than once for more.",
)
@click.argument("more_data", nargs=-1, type=PATH, metavar="[DATA]...")
@click.option(
    "--tier",
    type=click.IntRange(1, 2),
    help="Which tier of reading; 2 when its encoder is installed, else 1, when not given.",
)
@command_options
def rank(
    *, ports: Ports, as_json: bool, labels: Path, data: tuple[Path, ...], more_data: tuple[Path, ...], tier: int | None
) -> int:
    """How well labelled sentences are ranked to skills.

    For each file: mean reciprocal rank and R-precision at 1, 5 and 10 with bootstrap intervals, and the same for TF-IDF over pieces of words.
    Other names and descriptions of the labels come from an imported ESCO. A sentence that the weights were trained on is ranked by weights
    that have not seen it.
    """
    files = (*data, *more_data)
    if not files:
        raise click.UsageError("Name a file with labelled sentences: --data PATH.")
    result = BENCHES["rank"](ports, labels, files, tier=tier)
    give(result, as_json, show_ranks)
    return 0


@click.command()
@click.option(
    "--size", type=click.IntRange(1), default=100_000, show_default=True, help="Credentials that are made up."
)
@click.option("--each", type=click.IntRange(1), default=50, show_default=True, help="Searches of each kind.")
@click.option("--peers/--no-peers", default=True, show_default=True, help="Measure ranking all finds beside it.")
@command_options
def search(*, ports: Ports, as_json: bool, size: int, each: int, peers: bool) -> int:
    """How long a large catalog takes to import and to search, and how large it gets.

    A catalog is made up with a fixed seed, imported into a passing folder and searched in there; your own data is not touched. Counted is
    processor time. Every search brings its total and the counts of all facets.
    """
    from credlens.io.catalog.peers import RankingAll

    with TemporaryDirectory(prefix="credlens-bench-") as folder:
        passing = open_home(Path(folder) / "home", today=ports.today, progress=ports.progress)
        others = {"ranking_all_finds": RankingAll(passing.home)} if peers else {}
        give(BENCHES["search"](passing, size=size, each=each, peers=others), as_json, show_search)
    return EXIT_OK


@click.command()
@click.option(
    "--labels", type=PATH, help="Labels of red flags (YAML); those that come with the program when not given."
)
@click.option(
    "--problems", type=click.IntRange(1), default=PROBLEMS, show_default=True, help="Made-up problems of each regime."
)
@click.option("--repeat", type=click.IntRange(1), default=EVALUATIONS, show_default=True, help="Runs of each timing.")
@command_options
def evaluate(*, ports: Ports, as_json: bool, labels: Path | None, problems: int, repeat: int) -> int:
    """How fast alternatives are ranked, what missing facts cost, and how often red flags are right.

    Made-up problems with known answers, the records of the starter catalog, and labels that you name. Your own data is not touched.
    """
    give(BENCHES["evaluate"](ports, labels=labels, problems=problems, repeat=repeat), as_json, show_figures)
    return EXIT_OK


@click.command()
@click.option(
    "--size",
    type=click.IntRange(0),
    multiple=True,
    help=f"Credentials of a made catalog; more than once for more; 0 for none. {', '.join(map(str, SIZES))} when not given.",
)
@click.option(
    "--skills",
    type=click.IntRange(1),
    multiple=True,
    help=f"Skills that are wanted; more than once for more. {', '.join(map(str, SKILLS))} when not given.",
)
@click.option("--seeds", type=click.IntRange(1), default=SEEDS, show_default=True, help="Made catalogs of each size.")
@click.option(
    "--cases",
    type=click.IntRange(0),
    default=CASES,
    show_default=True,
    help="Random small problems that are held against brute force.",
)
@click.option(
    "--effort",
    type=click.FloatRange(0, min_open=True),
    default=EFFORT,
    show_default=True,
    help="Seconds for each made catalog.",
)
@click.option("--peers/--no-peers", default=True, show_default=True, help="Measure other ways to plan beside it.")
@command_options
def plan(
    *,
    ports: Ports,
    as_json: bool,
    size: tuple[int, ...],
    skills: tuple[int, ...],
    seeds: int,
    cases: int,
    effort: float,
    peers: bool,
) -> int:
    """How fast and how well plans are made.

    Random small problems are held against every plan there is. For made catalogs: seconds of processor time until there is a first plan, one
    that is at most 1 % from the best, and a proof; memory, in a process of its own; and whether the answer is the same each time. Beside it,
    on the same problems: always adding what gains most, and one joint model of choice and calendar. Your own data is not touched.
    """
    from credlens.io.apart import apart

    sizes = tuple(s for s in size if s) if size else SIZES
    result = BENCHES["plan"](
        ports,
        sizes=sizes,
        skills=skills or SKILLS,
        seeds=seeds,
        cases=cases,
        effort=effort,
        peers=peers,
        apart=apart,
    )
    give(result, as_json, show_plans)
    return EXIT_OK
