"""How well resumes are read back from PDF and DOCX.

Each JSON Resume of a folder (without one: three invented ones) is drawn by several generators, in one column and in two, with different
habits, and in a few whole designs; each drawing is read, and names, dates of work and education to the month, skills and certificates are
compared with the original; so are the jobs and the education of the person that comes out of it, with those of the person that comes out
of the original itself. Prints JSON: by generator, and over all in one column and in two. Needs Chromium for the designs and one of the generators.

    python -m benchmarks.resumes [FOLDER] [--only GENERATOR] [--out DRAWINGS]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks import people
from benchmarks.render.content import HABITS, drawn
from benchmarks.render.pdf import PDF
from benchmarks.render.themes import THEMES
from benchmarks.render.word import DOCX
from credlens.model.errors import InputError
from credlens.profile.openers import OPENERS
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes import OPENED_FORMATS

FIELDS = ("names", "dates", "skills", "certificates", "jobs", "education")
_SPLIT = re.compile(r"\s*[,;|\u2022]\s*|\s/\s")
LOW = 0.8  # a quality below this counts as said to be low
GENERATORS = [*(("pdf", n, d) for n, d in PDF.items()), *(("docx", n, d) for n, d in DOCX.items())]
INVENTED = Path(__file__).parent / "gold" / "resumes"


@dataclass
class Count:
    """Right, found and wanted items."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, wanted: Iterable[str], found: Iterable[str], where: str) -> None:
        """Compare two bags of items."""
        want, have = sorted(wanted), sorted(found)
        left = list(have)
        for one in want:
            if one in left:
                left.remove(one)
                self.right += 1
            else:
                self.misses.append(f"{where}: not found: {one}")
        self.misses += [f"{where}: not there: {one}" for one in left]
        self.found += len(have)
        self.wanted += len(want)

    def to_json(self) -> dict[str, float | int]:
        """P, R and F1 with what they were counted from."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"n": self.wanted, "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def wanted(resume: dict[str, Any]) -> dict[str, list[str]]:
    """What should be read."""
    dates = [
        f"{record.get('startDate', '')[:7]}..{record.get('endDate', '')[:7]}"
        for part in ("work", "education")
        for record in resume.get(part, [])
        if record.get("startDate") or record.get("endDate")
    ]
    return {
        "names": [folded(resume.get("basics", {}).get("name", ""))],
        "dates": dates,
        "skills": [folded(w) for s in resume.get("skills", []) for w in (s.get("keywords") or [s.get("name", "")])],
        "certificates": [folded(c["name"]) for c in resume.get("certificates", [])],
        **people.of_original(resume),
    }


def found(resume: Resume) -> dict[str, list[str]]:
    """What was read."""
    dates = [
        f"{e.span.start:%Y-%m}..{e.span.end:%Y-%m}" if e.span.end else f"{e.span.start:%Y-%m}.."
        for e in resume.of(Section.EXPERIENCE, Section.EDUCATION)
        if e.span
    ]
    skills = [
        folded(w)
        for e in resume.of(Section.SKILLS)
        for line in e.lines
        for w in _SPLIT.split(re.sub(r"^[^:,]{2,40}:\s+", "", line.text))
        if w
    ]
    certificates = [folded(e.title) for e in resume.of(Section.CERTIFICATIONS)]
    return {
        "names": [folded(resume.name)],
        "dates": dates,
        "skills": skills,
        "certificates": certificates,
        **people.of_resume(resume),
    }


def folded(words: str) -> str:
    """Words as they are compared."""
    return " ".join(words.casefold().replace("\u2019", "'").split())


@dataclass(frozen=True)
class Drawing:
    """One resume, drawn.

    Attributes:
        kind: "pdf" or "docx".
        name: generator and number of columns.
        original: the JSON Resume.
    """

    kind: str
    name: str
    original: dict[str, Any]
    data: bytes


def drawings(folder: Path, only: str | None) -> Iterator[Drawing]:
    """Every resume of a folder in every design, and by every generator with every habit in one column and in two."""
    for number, path in enumerate(sorted(folder.rglob("*resume.json"))):
        original = json.loads(path.read_text("utf-8"))
        if "basics" not in original:
            continue
        for name, (layout, theme) in THEMES.items():
            if only in {None, name}:
                yield Drawing("pdf", f"{name} {layout}", original, theme(original))
        for place, (kind, name, draw) in enumerate(GENERATORS):
            for turn, two in product(range(len(HABITS)), (False, True)):
                if only in {None, name}:
                    content = drawn(original, HABITS[(turn + number + place) % len(HABITS)], two=two)
                    data = draw(content, number + place + turn // 2)
                    yield Drawing(kind, f"{name} {'two' if two else 'one'}", original, data)


def read(drawing: Drawing, where: str) -> tuple[dict[str, list[str]], bool]:
    """What was read, and whether it is said that the reading is bad. Names of groups of skills do not count, either way."""
    try:
        resume = OPENED_FORMATS[drawing.kind](OPENERS[drawing.kind](drawing.data), where)
    except InputError:
        return {name: [] for name in FIELDS}, True
    have = found(resume)
    groups = {folded(s.get("name", "")) for s in drawing.original.get("skills", []) if s.get("keywords")}
    have["skills"] = [w for w in have["skills"] if w.rstrip(":") not in groups]
    return have, resume.quality < LOW


def main() -> None:
    """Draw, read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=INVENTED, help="with JSON Resumes, *resume.json")
    parser.add_argument("--out", type=Path, help="keep the drawings here")
    parser.add_argument("--only", help="one generator")
    options = parser.parse_args()
    counts: dict[str, dict[str, Count]] = defaultdict(lambda: {name: Count() for name in FIELDS})
    said: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for number, drawing in enumerate(drawings(options.folder, options.only)):
        where = f"{number:03}-{drawing.name.replace(' ', '-')}.{drawing.kind}"
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / where).write_bytes(drawing.data)
        want, (have, low) = wanted(drawing.original), read(drawing, where)
        for group in (drawing.name, f"all {drawing.name.split()[-1]}"):
            total[group] += 1
            said[group] += low
        for name, group in product(FIELDS, (drawing.name, f"all {drawing.name.split()[-1]}")):
            counts[group][name].add(want[name], have[name], where)
    results = {
        name: {**{n: c.to_json() for n, c in parts.items()}, "drawings": total[name], "low_quality_said": said[name]}
        for name, parts in counts.items()
    }
    own = [parts for name, parts in counts.items() if not name.startswith("all ")]
    misses = [m for parts in own for c in parts.values() for m in c.misses]
    print(json.dumps({"results": results, "misses": misses}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
