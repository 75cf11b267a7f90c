import gc

import pytest

from credlens.app.heap import staying


def test_what_is_made_inside_is_passed_over() -> None:
    before = gc.get_freeze_count()
    try:
        with staying():
            assert not gc.isenabled()
            made = [[n] for n in range(1000)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        gc.unfreeze()


def test_the_search_stays_as_it_was_even_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), staying():
        raise ValueError("broken")
    assert gc.isenabled()
    gc.disable()
    try:
        with staying():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
