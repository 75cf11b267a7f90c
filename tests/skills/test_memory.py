from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.memory import Memory


def test_what_is_asked_for_stays_and_the_rest_is_forgotten() -> None:
    memory: Memory[str, int] = Memory(2)
    for key in ("a", "b", "c"):
        memory.put(key, ord(key))
    assert memory.get("a") == 97
    for key in ("d", "e"):
        memory.put(key, ord(key))
    assert memory.get("a") == 97
    assert memory.get("b") is None


def test_it_can_forget_everything() -> None:
    memory: Memory[str, int] = Memory(2)
    memory.put("a", 1)
    memory.cache_clear()
    assert (memory.get("a"), len(memory)) == (None, 0)


@given(st.lists(st.integers(0, 20)), st.integers(1, 5))
def test_it_never_lies_and_never_grows_beyond_two_generations(keys: list[int], most: int) -> None:
    memory: Memory[int, int] = Memory(most)
    for key in keys:
        assert memory.get(key) in {None, key * key}
        memory.put(key, key * key)
        assert memory.get(key) == key * key
        assert len(memory) <= 2 * most
