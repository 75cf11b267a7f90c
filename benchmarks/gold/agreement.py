"""Prints how far the two passes of labels agree: ``python benchmarks/gold/agreement.py``."""

from __future__ import annotations

from pathlib import Path

from credlens.app.bench.agreement import as_table, compare
from credlens.app.bench.gold import load

FOLDER = Path(__file__).parent

if __name__ == "__main__":
    passes = [load((FOLDER / name).read_bytes(), name)[0] for name in ("pass1.jsonl", "pass2.jsonl")]
    print(as_table(compare(*passes)))
