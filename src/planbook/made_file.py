"""The file that a command makes where `-o` names it: an input is never written over, and it is said what was made."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from planbook.errors import PlanbookError


def write_made(output: str | Path, data: bytes, inputs: Iterable[str | Path], *, asked: bool, quiet: bool) -> Path:
    """Write what a command made to `output`. Never over an input; over another file only where it was `asked` for."""
    path = Path(output)
    if any(_is_same_file(path, Path(one)) for one in inputs):
        raise PlanbookError(f"{path} is what was read: it is never written over. Name another file with -o.")
    if path.exists() and not asked:
        raise PlanbookError(f"{path} is there already. Name another file with -o, or delete it.")
    path.write_bytes(data)
    if not quiet:
        print(f"Written: {path}", file=sys.stderr)
    return path


def _is_same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
