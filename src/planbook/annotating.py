"""`planbook check --annotate`: a person's own workbook back, with a note on each faulty cell and a list of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planbook.errors import PlanbookError, UnreadableWorkbook
from planbook.library import Check
from planbook.made_file import write_made
from planbook.model import Place
from planbook.writing.annotate import annotated


def annotate(files: Sequence[str], checks: Sequence[Check], output: str | None, *, quiet: bool) -> list[Path]:
    """Write the annotated copy of each checked file: beside it, or to `output` where there is one file.

    PlanbookError where that cannot be done; a file that is there already is not written over unless `output` names it.
    """
    if output and len(files) > 1:
        raise PlanbookError(
            "-o names one file, and there are several to annotate: leave it out, or take them one by one."
        )
    made = []
    for file, check in zip(files, checks, strict=True):
        source = Path(file)
        try:
            data = annotated(source.read_bytes(), check.findings)
        except UnreadableWorkbook as fault:
            raise PlanbookError(f"{source} cannot be annotated: {fault}", Place(source.name)) from fault
        target = output or source.with_name(f"{source.stem} checked{source.suffix}")
        made.append(write_made(target, data, (file,), asked=output is not None, quiet=quiet))
    return made
