"""A return that was sent again, corrected or gone on with: the later copy counts (every return has a fate).

Two people of one sub-committee may fill in two copies of one issue. So an earlier copy is left out only where the later
one says all that it says, or is by its name a later version of the same file and has something in every cell that the
earlier one changed. Whatever cannot be told so is merged as two returns: then nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from planbook.likeness import normalise
from planbook.matching.rows import pair_rows
from planbook.matching.versions import named_version
from planbook.merging.equality import same_entry
from planbook.model import Action, Entry, Plan
from planbook.settings import Scale

_OF_ONE_VALUE = ("number", "rag", "lead", "timescale", "start", "priority")
_END = " .,;-"

Spot = tuple[str, ...]
Changed = Mapping[Spot, Entry]
"""What a return changed, by plan, action and field."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One return of an issue."""

    name: str
    issues: tuple[str, ...]
    """The issues that it is a copy of: the same for two copies of one sub-committee's workbook."""
    plans: tuple[tuple[Plan, Plan], ...]
    """Each plan as returned, and as it was issued."""
    loose: tuple[str, ...] = ()
    """What it says beside its plans that was not sent out."""
    saved: datetime | None = None


def superseded(copies: Sequence[Copy], scale: Scale) -> dict[str, str]:
    """The copies that a later one replaces, by name, with the name of the one that is used instead."""
    result: dict[str, str] = {}
    groups: dict[tuple[str, ...], list[Copy]] = {}
    for copy in copies:
        if copy.issues:
            groups.setdefault(copy.issues, []).append(copy)
    for group in groups.values():
        if len(group) > 1:
            result |= _of_group(group, scale)
    return result


def _of_group(group: Sequence[Copy], scale: Scale) -> dict[str, str]:
    changed = {copy.name: _changes(copy, scale) for copy in group}
    said = {name: sum(len(normalise(e.text)) for e in found.values()) for name, found in changed.items()}
    ordered = sorted(group, key=lambda c: (_moment(c), named_version(c.name).rank, said[c.name], c.name))
    result: dict[str, str] = {}
    for k in range(len(ordered) - 2, -1, -1):
        earlier = ordered[k]
        for later in reversed(ordered[k + 1 :]):
            if later.name not in result and _replaces(later, earlier, changed, scale):
                result[earlier.name] = later.name
                break
    return result


def _moment(copy: Copy) -> float:
    return copy.saved.timestamp() if copy.saved else 0.0


def _replaces(later: Copy, earlier: Copy, changed: Mapping[str, Changed], scale: Scale) -> bool:
    new, old = changed[later.name], changed[earlier.name]
    if _contains(new, old, scale):
        return True
    names = named_version(later.name), named_version(earlier.name)
    if names[0].stem != names[1].stem:
        return False
    dated = later.saved and earlier.saved and later.saved != earlier.saved
    is_later = later.saved > earlier.saved if dated and later.saved and earlier.saved else names[0].rank > names[1].rank
    return is_later and all(spot in new and not new[spot].is_blank for spot in old if not old[spot].is_blank)


def _contains(new: Changed, old: Changed, scale: Scale) -> bool:
    """Whether everything that one copy says that is new stands in the other."""
    return all(
        entry.is_blank or (spot in new and _has(spot[-1], new[spot], entry, scale)) for spot, entry in old.items()
    )


def _has(field: str, longer: Entry, shorter: Entry, scale: Scale) -> bool:
    """Whether a cell says the same, or goes on with it where the field is one of running words."""
    if same_entry(field, longer, shorter, scale):
        return True
    return field not in _OF_ONE_VALUE and normalise(shorter.text).rstrip(_END) in normalise(longer.text)


# ------------------------------------------------------------------ what a copy changed


def _changes(copy: Copy, scale: Scale) -> Changed:
    found: dict[Spot, Entry] = {}
    for plan, issued in copy.plans:
        found.update(_of_rows(plan, issued, scale))
        found.update(_of_texts(plan, issued))
    found.update((("beside", normalise(text)), Entry(text, copy.plans[0][0].source)) for text in copy.loose)
    return found


def _of_rows(plan: Plan, issued: Plan, scale: Scale) -> dict[Spot, Entry]:
    found: dict[Spot, Entry] = {}
    pairing = pair_rows(issued.actions, plan.actions)
    for j, action in enumerate(plan.actions):
        i = pairing.pairs.get(j)
        before = issued.actions[i] if i is not None else None
        name = str(i) if i is not None else f"new {normalise(action.wording)}"
        for key, entry in action.fields.items():
            was = _start(before, key)
            if not entry.inherited and not (was is not None and same_entry(key, was, entry, scale)):
                found[(issued.id, name, key)] = entry
    return {spot: entry for spot, entry in found.items() if spot[1].isdigit() or not entry.is_blank}


def _start(before: Action | None, key: str) -> Entry | None:
    return before.fields.get(key) if before else None


def _of_texts(plan: Plan, issued: Plan) -> dict[Spot, Entry]:
    """Narrative, and texts of the layout that were not sent out."""
    found: dict[Spot, Entry] = {}
    sent = {normalise(b.notes.text) for b in issued.blocks if b.notes}
    for k, block in enumerate(plan.blocks):
        if block.notes and normalise(block.notes.text) not in sent:
            found[(issued.id, f"notes {k}", "section_notes")] = block.notes
    known = sent | {normalise(c.text) for r in issued.layout.rows for c in r.cells}
    notes = {normalise(b.notes.text) for b in plan.blocks if b.notes}
    for row in plan.layout.rows:
        for cell in row.cells:
            if normalise(cell.text) not in known | notes:
                found[(issued.id, "text", normalise(cell.text))] = Entry(cell.text, row.place or plan.source)
    return found
