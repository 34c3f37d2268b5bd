"""The refs of exceptions: a short name that stays the same from run to run while what it is about does."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from planbook.likeness import normalise
from planbook.model import Finding

_LENGTH = 8


def with_refs(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding with its ref. Where it stands is no part of it, since rows move; what it says of whom is.

    Faults of files and of their form are about the file, so its name counts there. Two findings that are about the
    very same thing are told apart by their order.
    """
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        about = [finding.code, finding.plan, finding.action, finding.field, normalise(finding.value)]
        if finding.code[0] in "FS":
            about.append(finding.place.workbook)
        if finding.code == "S006":
            about.append(finding.place.sheet)
        key = "\x1f".join(about)
        seen[key] += 1
        if seen[key] > 1:
            key += f"\x1f{seen[key]}"
        result.append(replace(finding, ref=_digest(key)))
    return _apart(result)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _apart(findings: list[Finding]) -> tuple[Finding, ...]:
    """Two different keys with one digest: so rare that a letter behind the second one serves."""
    taken: set[str] = set()
    result = []
    for finding in findings:
        ref = finding.ref
        while ref in taken:
            ref += "x"
        taken.add(ref)
        result.append(replace(finding, ref=ref))
    return tuple(result)
