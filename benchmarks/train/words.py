"""Counts how often words stand in plain prose, for the reader's judgement of names that are also words.

    python benchmarks/train/words.py --esco FOLDER --onet FOLDER

The prose is what ESCO and O*NET say about skills, occupations and tasks (the official releases, see ``docs/how-to``). Counted are words in
small letters that do not begin a sentence, so that names do not count. Also kept: which words are verbs, by their standing first in the
names of ESCO's skills or O*NET's tasks. The result is ``src/credlens/data/senses/words.txt``.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from credlens.skills.forms import stem

TARGET = Path(__file__).parents[2] / "src" / "credlens" / "data" / "senses" / "words.txt"
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+|\u2022")
WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?", re.IGNORECASE)
FEWEST_VERBS = 3  # names or tasks that begin with a word before it counts as a verb
ESCO = (
    ("skills_en", ("description", "scopeNote", "definition")),
    ("occupations_en", ("description", "scopeNote", "definition")),
    ("ISCOGroups_en", ("description",)),
    ("skillGroups_en", ("description", "scopeNote")),
    ("skillsHierarchy_en", ("Description",)),
)
ONET = (("Task Statements.txt", "Task"), ("Occupation Data.txt", "Description"))
ABOUT = """\
# How often words stand inside the sentences of descriptions in {sources}: {total} words in all.
# A line is a count and the words that have it; the first line holds the stems of verbs. Made by benchmarks/train/words.py.
# Sources: ESCO classification of the European Commission; O*NET, U.S. Department of Labor/Employment and Training Administration, CC BY 4.0.
"""


def main() -> None:
    """Read the releases and write the counts."""
    parser = argparse.ArgumentParser(description="Count words of plain prose.")
    parser.add_argument("--esco", type=Path, required=True, help="folder of ESCO's CSV files, in English")
    parser.add_argument("--onet", type=Path, required=True, help="folder of O*NET's text files")
    chosen = parser.parse_args()
    texts = list(dict.fromkeys((*esco_texts(chosen.esco), *onet_texts(chosen.onet))))
    counts, total = count(texts)
    found = verbs(chosen.esco, chosen.onet)
    sources = f"{chosen.esco.name} and {chosen.onet.name}"
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(ABOUT.format(sources=sources, total=total) + lines(counts, found), encoding="utf-8")
    print(f"{TARGET}: {len(counts)} words, {len(found)} verbs, {TARGET.stat().st_size} bytes")


def esco_texts(folder: Path) -> Iterator[str]:
    """What ESCO says about its concepts."""
    for start, columns in ESCO:
        for row in rows(folder, start):
            yield from (row[c] for c in columns if row.get(c))


def onet_texts(folder: Path) -> Iterator[str]:
    """What O*NET says about occupations and tasks."""
    for name, column in ONET:
        with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
            yield from (row[column] for row in csv.DictReader(stream, delimiter="\t"))


def rows(folder: Path, start: str) -> Iterator[dict[str, str]]:
    """The rows of ESCO's files whose name begins so."""
    csv.field_size_limit(1 << 24)
    for path in sorted(folder.glob(f"{start}*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from csv.DictReader(stream)


def count(texts: list[str]) -> tuple[Counter[str], int]:
    """Words in small letters inside sentences, and how many words there are in all."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        for sentence in SENTENCE.split(text):
            words = WORD.findall(sentence)
            total += len(words)
            counts.update(w.replace("\u2019", "'") for w in words[1:] if w.islower())
    return counts, total


def verbs(esco: Path, onet: Path) -> set[str]:
    """Stems of words that several names of ESCO's skills or several tasks begin with."""
    firsts: Counter[str] = Counter()
    for row in rows(esco, "skills_en"):
        if row["skillType"] == "skill/competence":
            firsts.update(WORD.findall(row["preferredLabel"])[:1])
    with (onet / "Task Statements.txt").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            firsts.update(w.lower() for w in WORD.findall(row["Task"])[:1])
    return {stem(w) for w, n in firsts.items() if n >= FEWEST_VERBS and not w.endswith("ing")}


def lines(counts: Counter[str], found: set[str]) -> str:
    """The file's lines: verbs, then words by count."""
    by_count: dict[int, list[str]] = {}
    for word, n in counts.items():
        by_count.setdefault(n, []).append(word)
    body = [" ".join((str(n), *sorted(by_count[n]))) for n in sorted(by_count, reverse=True)]
    return "\n".join((" ".join(("verbs", *sorted(found))), *body)) + "\n"


if __name__ == "__main__":
    main()
