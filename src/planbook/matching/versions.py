"""Which of two file names is the later version of the other: `Plan`, `Plan (1)`, `Plan v2`, `Plan final`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from planbook.likeness import folded

_MARK = re.compile(
    r"[\s._-]{0,4}(?:"
    r"\((?P<copy>\d{1,3})\)"
    r"|(?<![a-z])v(?:ersion)?[\s.]?(?P<version>\d{1,3})"
    r"|(?<![a-z])(?P<last>final|revised|corrected|amended|updated)"
    r"|(?<![a-z])(?P<first>draft)"
    r"|(?<![a-z])copy"
    r")$"
)
_MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A file's name without the marks of its version, and how late those say it is."""

    stem: str
    rank: tuple[int, int, int]
    """Draft, nothing or final; the version's number; the copy's number."""


def named_version(name: str) -> NamedVersion:
    """The version that a file's name tells. Names that have one stem are versions of one file."""
    stem = folded(PurePosixPath(name).stem)
    stage = version = copy = 0
    for _ in range(_MOST_MARKS):
        mark = _MARK.search(stem)
        if mark is None or not stem[: mark.start()].strip():
            break
        stem = stem[: mark.start()].rstrip(" ._-")
        stage = max(stage, 1) if mark["last"] else min(stage, -1) if mark["first"] else stage
        version = version or int(mark["version"] or 0)
        copy = copy or int(mark["copy"] or 0)
    return NamedVersion(stem, (stage, version, copy))
