"""What the reader knows of words, from the data that comes with the program."""

from __future__ import annotations

import pytest

from credlens.io.starter import PackageStarter
from credlens.skills import ambiguity, prose
from credlens.skills.ambiguity import Senses


@pytest.fixture(scope="session")
def senses() -> Senses:
    files = {f.name: f.data for f in PackageStarter().files("senses")}
    return ambiguity.read(files["senses/names.json"], prose.read(files["senses/words.txt"]))
