"""Studies of credentials: hand-written YAML in, those that may say something about a credential and a person out, nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from credlens.evaluate.surroundings.resemblance import resemblance
from credlens.model.credential import Credential, EvidenceClass, OrganisationKind
from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Person
from credlens.model.study import Applied, Applies, Design, Direction, Effect, Fit, Study
from credlens.yamlfile import E, Record, load, read_sources, sources_of

MOST = 5  # studies shown for one credential: what fits a page and is still read
CONDITIONS = (
    "evidence",
    "degrees",
    "providers",
    "platforms",
    "online",
    "verifiable",
    "years",
    "degree_below",
    "places",
    "circumstances",
)
UNITS = ("percent", "percentage_points", "percent_of_credentials", "projects")
_NEARNESS = tuple(Fit)
_STRENGTH = tuple(Design)


def read_studies(files: Iterable[tuple[str, bytes]]) -> tuple[list[Study], list[Problem]]:
    """Studies out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    studies: dict[str, Study] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            table = read_sources(top)
            for entry in top.records("studies"):
                study = _study(entry, table)
                if study is not None and study.id in studies:
                    entry.problem("id", f"The study {study.id!r} is defined twice.")
                elif study is not None:
                    studies[study.id] = study
            top.finish()
        problems += found
    return list(studies.values()), problems


def applicable(
    credential: Credential, person: Person, studies: Iterable[Study], place: str | None = None
) -> tuple[Applied, ...]:
    """Up to :data:`MOST` studies that may say something about this credential for this person, nearest first.

    A study whose main finding is no effect, or that found harm, is never left out for one with good news: those are taken first, then
    the good news, then those whose result was not seen. Among equals a finding for people with as much experience comes first, then the
    nearer fit, then the one with more alike, then the stronger design, then the larger n.

    Args:
        place: ISO 3166 code of where the person looks for work; None when they did not say.
    """
    found = [a for study in studies if (a := apply(study, credential, person, place)) is not None]
    years = person.years
    chosen = sorted(found, key=lambda a: (not a.contrary, a.silent, not _of_years(a, years), *_order(a)))[:MOST]
    return tuple(sorted(chosen, key=_order))


def apply(study: Study, credential: Credential, person: Person, place: str | None = None) -> Applied | None:
    """The study as it is shown for a credential and a person; None when it says nothing about them."""
    met = resemblance(study.applies, credential, person, place)
    if any(met.answers.get(name) is False for name in study.applies.must):
        return None
    years = person.years
    fitting = tuple(e for e in study.effects if e.found_for(years))
    because = " ".join(part for part in (_years(study, years), met.because()) if part)
    return Applied(study, met.fit, because, fitting or study.effects, met.alike)


def _years(study: Study, years: float | None) -> str:
    """What the study found for people with as much experience, where its findings differ by experience."""
    special = [e for e in study.effects if e.years_min is not None or e.years_max is not None]
    if not special:
        return ""
    if years is None:
        return "Its findings differ by years of work, and yours are not known."
    mine = [e for e in special if e.found_for(years)]
    if not mine:
        return f"Its findings are for other lengths of work than yours ({_count(years)})."
    verb = {
        Direction.NEGATIVE: "harmed people with about as much",
        Direction.POSITIVE: "helped people with about as much",
        Direction.NONE: "did nothing for people with about as much",
        Direction.UNCLEAR: "was looked at for people with about as much, with an unclear result",
    }[mine[0].direction]
    return f"You have {_count(years)} of work; it found that such a credential {verb}."


def _of_years(applied: Applied, years: float | None) -> bool:
    """Whether it found something for people with as much experience, and something else for others."""
    special = (e for e in applied.effects if e.years_min is not None or e.years_max is not None)
    return years is not None and any(e.found_for(years) for e in special)


def _count(years: float) -> str:
    whole = round(years)
    return "less than a year" if whole < 1 else "1 year" if whole == 1 else f"{whole} years"


def _order(applied: Applied) -> tuple[int, float, int, int, str]:
    study = applied.study
    return (_NEARNESS.index(applied.fit), -applied.alike, _STRENGTH.index(study.design), -(study.n or 0), study.id)


def _study(entry: Record, table: Mapping[str, Source]) -> Study | None:
    n = entry.whole("n") if not _says_unknown(entry) else None
    design = entry.choice("design", Design)
    if design is None and not entry.has("design"):
        entry.problem("design", "`design` is missing.", f"Use one of: {', '.join(Design)}.")
    effects = tuple(e for r in entry.records("effects") if (e := _effect(r, table)) is not None)
    if entry.ok and not effects:
        entry.problem("effects", "The study names no finding.", "Add `effects:` with at least one entry.")
    authors = entry.strings("authors")
    if not authors:
        entry.problem("authors", "`authors` is missing.", "Write their family names, or the body that published it.")
    year = entry.whole("year", least=1900)
    if year is None and not entry.has("year"):
        entry.problem("year", "`year` is missing.", "Write the year of the version that was read.")
    study = Study(
        id=entry.text("id"),
        title=entry.text("title"),
        authors=authors,
        year=year or 0,
        design=design or Design.ASSOCIATION,
        studied=entry.text("studied"),
        population=entry.text("population"),
        n=n,
        n_of=entry.text("n_of"),
        effects=effects,
        caveat=entry.text("caveat"),
        sources=sources_of(entry, table),
        applies=_applies(entry.record("applies")),
    )
    return study if entry.finish() else None


def _says_unknown(entry: Record) -> bool:
    """Whether the study says that its n was not seen; a study that says nothing about n is a mistake."""
    if not entry.has("n"):
        entry.problem("n", "`n` is missing.", "Write how many, or `n: unknown` when it was not seen.")
    return entry.raw("n") in (None, "unknown")


def _effect(entry: Record, table: Mapping[str, Source]) -> Effect | None:
    direction = entry.choice("direction", Direction)
    if direction is None and not entry.has("direction"):
        entry.problem("direction", "`direction` is missing.", f"Use one of: {', '.join(Direction)}.")
    value, low, high = _amount(entry)
    years_min, years_max = _span(entry, "years")
    effect = Effect(
        outcome=entry.text("outcome"),
        size=entry.text("size"),
        direction=direction or Direction.UNCLEAR,
        value=value,
        unit=entry.one_of("unit", UNITS, default="") if value is None else entry.one_of("unit", UNITS),
        low=low,
        high=high,
        years_min=years_min,
        years_max=years_max,
        sources=sources_of(entry, table) if entry.has("from") else (),
    )
    return effect if entry.finish() else None


def _amount(entry: Record) -> tuple[float | None, float | None, float | None]:
    """The value with its interval. Losses are written as ``minus: 22``, since every number in the data is 0 or more."""
    gain, loss = entry.number("plus"), entry.number("minus")
    if gain is not None and loss is not None:
        entry.problem("minus", "An effect cannot be a gain and a loss.", "Keep `plus` or `minus`.")
    low, high = _span(entry, "interval")
    if loss is None:
        return gain, low, high
    return -loss, None if high is None else -high, None if low is None else -low


def _span(entry: Record, key: str) -> tuple[float | None, float | None]:
    span = entry.record(key)
    if span is None:
        return None, None
    low, high = span.number("min"), span.number("max")
    if low is not None and high is not None and low > high:
        span.problem(None, "`min` is more than `max`.", "Write {min: 1, max: 3}.")
    span.finish()
    return low, high


def _applies(entry: Record | None) -> Applies:
    if entry is None:
        return Applies()
    years_min, years_max = _span(entry, "years")
    must = entry.strings("must")
    for name in must:
        if name not in CONDITIONS or not entry.has(name):
            entry.problem("must", f"There is no condition {name!r} here.", f"Use one of: {', '.join(CONDITIONS)}.")
    found = Applies(
        evidence=_choices(entry, "evidence", EvidenceClass),
        degrees=entry.flag("degrees", default=True) if entry.has("degrees") else None,
        providers=_choices(entry, "providers", OrganisationKind),
        platforms=entry.strings("platforms"),
        online=entry.flag("online", default=True) if entry.has("online") else None,
        verifiable=entry.flag("verifiable", default=True) if entry.has("verifiable") else None,
        years_min=years_min,
        years_max=years_max,
        degree_below=entry.choice("degree_below", DegreeLevel),
        places=entry.strings("places"),
        circumstances=entry.text("circumstances", ""),
        nearest=entry.choice("nearest", Fit) or Fit.CLOSE,
        must=must,
    )
    entry.finish()
    return found


def _choices(entry: Record, key: str, kind: type[E]) -> tuple[E, ...]:
    chosen: list[E] = []
    words: Sequence[str] = [str(m.value) for m in kind]
    for word in entry.strings(key):
        if word in words:
            chosen.append(kind(word))
        else:
            entry.problem(key, f"`{key}` cannot hold {word!r}.", f"Use: {', '.join(words)}.")
    return tuple(chosen)
