"""Arrays computed from taxonomies, kept with a digest of what they were computed from and memory-mapped when they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.io.disk import cleared, json_of, new_folder, replaced, safe, told, written
from credlens.io.taxonomies import FOLDER, FORMAT

if TYPE_CHECKING:
    import numpy as np

DERIVED = "derived"  # folder below that of the taxonomies


class DiskArrays:
    """Named sets of arrays under a home folder.

    Args:
        home: the folder that holds a person's state.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._place = home / FOLDER / DERIVED

    def save_arrays(self, name: str, digest: str, arrays: Mapping[str, np.ndarray]) -> None:
        """Keep arrays in one step; they replace those kept under this name.

        Args:
            name: of the set.
            digest: of everything they were computed from.
            arrays: by name; numbers only.

        Raises:
            OutsideError: the disk refuses; then all is as before.
        """
        import numpy as np

        with told("What was computed", self._place), new_folder(self._home, self._place) as data:
            for key, array in arrays.items():
                written(data / f"{safe(key)}.npy", partial(np.save, arr=array, allow_pickle=False))
            about = {"format": FORMAT, "digest": digest, "data": data.name, "arrays": list(arrays)}
            replaced(self._pointer(name), about)
        cleared(self._place, {str(json_of(p).get("data")) for p in self._place.glob("*.json")})

    def load_arrays(self, name: str, digest: str) -> dict[str, np.ndarray] | None:
        """Arrays kept under this name, memory-mapped and not to be written to.

        Returns:
            None when there are none computed from this digest, or when they are damaged: then they have to be computed again.
        """
        import numpy as np

        about: Mapping[str, Any] = json_of(self._pointer(name))
        if (about.get("digest"), about.get("format")) != (digest, FORMAT):
            return None
        try:
            data = self._place / safe(about["data"])
            return {k: np.load(data / f"{safe(k)}.npy", mmap_mode="r", allow_pickle=False) for k in about["arrays"]}
        except (OSError, ValueError, KeyError, TypeError, EOFError):
            return None

    def _pointer(self, name: str) -> Path:
        return self._place / f"{safe(name)}.json"
