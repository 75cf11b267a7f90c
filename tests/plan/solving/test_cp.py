"""CP-SAT is loaded without what nobody here uses, and works so; who wants that library gets the real one."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
{first}
from credlens.plan.solving.cp import cp_model
assert ("pandas" in sys.modules) is {there}
model = cp_model.CpModel()
x, y = model.new_int_var(0, 9, "x"), model.new_bool_var("y")
interval = model.new_optional_interval_var(x, 2, x + 2, y, "i")
model.add_no_overlap([interval])
model.add(x + y <= 7)
model.maximize(2 * x + y)
solver = cp_model.CpSolver()
assert solver.solve(model) == cp_model.OPTIMAL
assert (solver.value(x), solver.objective_value) == (7, 14)
import pandas
assert pandas.Series([1, 2]).sum() == 3
"""


def run(first: str, *, there: bool) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(first=first, there=there)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_it_works_without() -> None:
    done = run("", there=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_works_beside_the_real_one() -> None:
    done = run("import pandas", there=True)
    assert (done.returncode, done.stderr) == (0, "")
