"""Many returns on two processes: `pool.py FOLDER read` reads them, `pool.py FOLDER open` hands their plans over too."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from planbook.reading import read


def count_cells(data: bytes, name: str) -> int:
    """Read a workbook whole; only the number of its cells goes back."""
    return sum(len(line) for sheet in read(data, name).sheets for line in sheet.rows.values())


def main(folder: str, how: str) -> None:
    """Read or open every file of a folder, and say how many cells or files there were."""
    paths = sorted(Path(folder).iterdir())
    data, names = [path.read_bytes() for path in paths], [path.name for path in paths]
    with ProcessPoolExecutor(2) as pool:
        if how == "read":
            print(sum(pool.map(count_cells, data, names, chunksize=10)))
        else:
            from planbook.quarter.receiving import open_file
            from planbook.settings import DEFAULT_SCALE

            scales = [DEFAULT_SCALE] * len(data)
            print(sum(1 for _ in pool.map(open_file, names, data, scales, chunksize=10)))


if __name__ == "__main__":
    main(*sys.argv[1:])
