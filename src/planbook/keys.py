"""What a workbook carries that `planbook issue` wrote: the key of the book, and the key of each action's row.

Both are read back from whatever comes, so they are written and understood here alone. The book's key stands on a
hidden sheet: which issue it is, of which sub-committee, and the plans as they were sent out, which is what its return
started from. A row's key stands in a hidden column beside the action, and names the issue too: a sheet that was copied
into another workbook takes it along where the hidden sheet is lost.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from planbook import forms
from planbook.snapshot import Snapshot, dump, load

KIND = "return"
_ROW = re.compile(r"pb-([0-9a-f]{12})\.(\d{4}-\d\d-\d\d-[0-9a-f]{8})")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class IssueKey:
    """The key of one issued workbook."""

    issue: str
    """The day and a digest of what was sent: the same plans sent on one day are one issue."""
    committee: str
    snapshot: Snapshot
    """The plans as they stand on its sheets, and the name of each one's sheet."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The folder into which each file went that had come back before, by the digest of its name."""
    texts: frozenset[str] = field(default_factory=frozenset)
    """The texts of ours beside the plans: guidance and lists."""

    @property
    def day(self) -> date:
        """The day of the issue."""
        return date.fromisoformat(self.issue[:10])


def issue_id(day: date, committee: str, words: str) -> str:
    """The id of an issue, from its day and from what is sent."""
    return f"{day.isoformat()}-{_digest(committee, words)[:8]}"


def new_row_key(issue: str, plan: str, action: str, wording: str) -> str:
    """The key of an action that has none yet. It is never given again, since the issue is part of it."""
    return _digest(issue, plan, action, wording)[:12]


def name_digest(file: str) -> str:
    """A file by its name, without the name: whoever gets an issued workbook learns nothing of others' files."""
    return _digest(file)[:12]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


# ------------------------------------------------------------------ the hidden column


def row_key_text(key: str, issue: str) -> str:
    """What stands beside an action."""
    return f"pb-{key}.{issue}"


def read_row_key(text: str) -> tuple[str, str] | None:
    """The key and the issue that such a text names; None where it is none."""
    found = _ROW.fullmatch(text.strip()) if text.lstrip().startswith("pb-") else None
    return (found.group(1), found.group(2)) if found else None


# ------------------------------------------------------------------ the hidden sheet


def key_texts(key: IssueKey) -> Iterator[str]:
    """The texts of the hidden sheet, one a row."""
    head = {
        "kind": KIND,
        "issue": key.issue,
        "committee": key.committee,
        "moved": dict(key.moved),
        "texts": sorted(key.texts),
    }
    words = json.dumps(head, ensure_ascii=True, separators=(",", ":"))
    return forms.chunks(forms.RETURN_MARK + words + dump(key.snapshot))


def read_key(texts: Iterable[str]) -> IssueKey | None:
    """The key that these texts are; None where they are none, or somebody has typed into them."""
    whole = forms.joined(texts)
    if not whole.startswith(forms.RETURN_MARK):
        return None
    try:
        head, end = _DECODER.raw_decode(whole, len(forms.RETURN_MARK))
        snapshot = load(whole[end:])
        if snapshot is None or head["kind"] != KIND:
            return None
        date.fromisoformat(head["issue"][:10])
        ours = frozenset(str(t) for t in head["texts"])
        return IssueKey(str(head["issue"]), str(head["committee"]), snapshot, dict(head["moved"]), ours)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
