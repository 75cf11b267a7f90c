"""A process that reads texts: names of pieces come in on standard input, each is answered with its name when its results are on the disk.

It ends when its input does, so that none is left behind when whoever started it is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.io.market.work import DiskWork
from credlens.market.kernel import mentions, signatures


def serve(home: Path, folder: Path, tier: int) -> None:
    """Answer until the input ends."""
    knowledge, work = Knowledge(open_home(home)), DiskWork(folder)
    for line in sys.stdin:
        name = line.strip()
        read_piece(work, name, knowledge, tier)
        print(name, flush=True)  # noqa: T201 - its answer


def read_piece(work: DiskWork, name: str, knowledge: Knowledge, tier: int) -> None:
    """Put what the texts of one piece say beside it."""
    import pyarrow as pa

    reader, linked = knowledge.reader, knowledge.linked(tier)
    batches = work.get(name).to_batches()
    number = name.partition("-")[2]
    work.put(f"signatures-{number}", pa.Table.from_batches([signatures(b) for b in batches]))
    # The mentions are the mark that a piece is done, so they come last.
    work.put(
        f"mentions-{number}", pa.Table.from_batches([mentions(b, lambda t: reader.read(t, linked)) for b in batches])
    )


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
