"""No file needs, directly or through others, a file that needs it: not even inside a function, or for a type alone."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import grimp


def cycle(needs: Mapping[str, set[str]]) -> list[str]:
    """One cycle, from a file back to itself; empty when there is none."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_no_import_runs_in_a_circle() -> None:
    graph = grimp.build_graph("credlens", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(needs) > 600
    assert cycle(needs) == []


def test_a_circle_would_be_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) in (["b", "c", "b"], ["c", "b", "c"])
