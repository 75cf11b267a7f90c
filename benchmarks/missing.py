"""What missing facts cost a ranking, over shares of missing facts and over how alike an alternative's criteria are: printed as JSON.

    python benchmarks/missing.py [--problems 400] [--seed 0] > benchmarks/results/missing.json

``credlens bench evaluate`` measures the one setting that has a bar; here is whether the answer hangs on it.
"""

from __future__ import annotations

import argparse
import json
from itertools import product

from credlens.app.bench.missing import PROBLEMS, REGIMES, missing

SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
HALOS = (0.0, 0.2, 0.35, 0.5, 0.65)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--problems", type=int, default=PROBLEMS)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    rows = [
        {"regime": regime, "halo": halo}
        | missing(regime, share=share, halo=halo, problems=given.problems, seed=given.seed).to_json()
        for regime, halo, share in product(REGIMES, HALOS, SHARES)
    ]
    print(json.dumps({"seed": given.seed, "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
