"""Prints how well federal announcements are classified: ``python benchmarks/gold/education.py usajobs_education_dev_500.json``.

Rules were made looking at the first half only; the second was looked at after its figures had been written down (see AGREEMENT.md).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from credlens.app.bench.education import half, read, score

if __name__ == "__main__":
    rows = read(Path(sys.argv[1]).read_bytes())
    halves = {
        name: [r for r in rows if half(str(r["usajobs_control_number"])) == n]
        for n, name in enumerate(("first", "second"))
    }
    print(json.dumps({name: score(part) for name, part in {**halves, "all": rows}.items()}, indent=1))
