"""What was worked out is given again as long as nothing that it rests on has changed."""

from __future__ import annotations

from pathlib import Path

from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.profile import know
from credlens.app.remembering import Remembering, forgetful, no_stamp
from credlens.app.target import kept_situation
from credlens.io.home import open_home
from tests.web.site import TODAY


def test_the_same_state_gives_the_same_thing() -> None:
    made: list[int] = []
    remember = Remembering()

    def make() -> list[int]:
        made.append(1)
        return list(made)

    first = remember("a", lambda: 1, make)
    assert remember("a", lambda: 1, make) is first
    assert remember("b", lambda: 1, make) is not first  # another name
    assert remember("a", lambda: 2, make) == [1, 1, 1]  # another state
    assert remember("a", lambda: 1, make) == [1, 1, 1, 1]  # only the last is kept
    assert remember.state("a") == 1
    assert remember.state("nothing") is None


def test_what_changes_while_it_is_made_is_seen_the_next_time() -> None:
    state = [1]
    remember = Remembering()

    def make() -> int:
        state[0] += 1
        return state[0]

    assert remember("a", lambda: state[0], make) == 2
    assert remember("a", lambda: state[0], make) == 3


def test_a_command_remembers_nothing() -> None:
    assert [forgetful("a", no_stamp, object) is forgetful("a", no_stamp, object)] == [False]


def test_a_change_of_the_stored_state_is_seen_whoever_makes_it(tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text("Data Analyst at Harbour Shop (invented)\n\nRequirements\n- SQL\n- Tableau\n", "utf-8")
    kept = open_home(tmp_path / "home", today=TODAY, remember=Remembering())
    find_gap(kept, ads=[ad])
    before = kept_situation(kept, Knowledge.of(kept))
    assert before is not None
    assert kept_situation(kept, Knowledge.of(kept)) is before
    know(open_home(tmp_path / "home", today=TODAY), "SQL")  # a command in a terminal, meanwhile
    after = kept_situation(kept, Knowledge.of(kept))
    assert after is not None
    assert "sql" in after.person.skills
    assert "sql" not in before.person.skills
