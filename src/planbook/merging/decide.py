"""One field of one action: base, ours and every proposal, decided once (merge.md, Three versions of each cell)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from planbook.columns import is_agreed
from planbook.merging.equality import same_entry, value_key
from planbook.merging.nouns import Decided, Held, Outcome
from planbook.merging.updates import grow
from planbook.model import CellKind, Entry
from planbook.settings import Scale

Proposal = tuple[str, Entry]
"""The file that a value comes from, and the value."""


def decide(
    field: str,
    base: Entry | None,
    ours: Entry | None,
    proposals: Sequence[Proposal],
    accept: tuple[str, ...],
    scale: Scale,
    *,
    settled: bool = True,
    answered: frozenset[str] = frozenset(),
) -> Decided:
    """Decide one field. `base` is what the returns started from, `ours` what the master holds.

    `settled` is False for an action that nobody has agreed to yet: a return may change all of its fields.
    `answered` are values, in their normal form, about which the business manager has decided already.
    """
    stands = ours or base or _first(proposals)
    start = base or ours or Entry("", stands.place)
    outcomes: list[tuple[str, Entry, Outcome]] = []
    held: list[Held] = []
    changed: list[Proposal] = []
    for file, theirs in proposals:
        said, outcome = _one(field, start, stands, theirs, scale)
        if answered and value_key(field, theirs, scale) in answered and outcome is not Outcome.UNCHANGED:
            same = same_entry(field, stands, theirs, scale)
            said, outcome = [], Outcome.CHANGED if same else Outcome.HELD
        held.extend(said)
        if outcome is not None:
            outcomes.append((file, theirs, outcome))
        else:
            changed.append((file, theirs))
    decided = _among(field, start, stands, changed, scale, agreed=settled and is_agreed(field, accept))
    return replace(decided, outcomes=tuple(outcomes) + decided.outcomes, held=tuple(held) + decided.held)


def _first(proposals: Sequence[Proposal]) -> Entry:
    """A new action's field: the first return that says something."""
    return next((e for _, e in proposals if not e.is_blank), proposals[0][1])


def _one(field: str, base: Entry, ours: Entry, theirs: Entry, scale: Scale) -> tuple[list[Held], Outcome | None]:
    """What one return's cell is by itself; no outcome where it proposes another value."""
    if theirs.inherited or (base.inherited and theirs.is_blank):
        return [], Outcome.UNCHANGED
    if theirs.kind is CellKind.UNCALCULATED:
        return [Held("F008", "", field, theirs, ours, base, theirs.formula)], Outcome.HELD
    if theirs.kind is CellKind.ERROR:
        if same_entry(field, base, theirs, scale):
            return [], Outcome.UNCHANGED
        return [Held("F010", "", field, theirs, ours, base)], Outcome.HELD
    said = []
    if theirs.formula and theirs.formula != base.formula:
        said.append(Held("F007", "", field, theirs, ours, base, f"={theirs.formula}", waits=False))
    if same_entry(field, base, theirs, scale):
        return said, Outcome.UNCHANGED
    if theirs.is_blank:
        if ours.is_blank or base.is_blank:
            return said, Outcome.HELD if theirs.struck else Outcome.UNCHANGED
        return [*said, Held("M006", "", field, theirs, ours, base)], Outcome.HELD
    return said, None


def _among(field: str, base: Entry, ours: Entry, changed: Sequence[Proposal], scale: Scale, *, agreed: bool) -> Decided:
    """Decide between what stands and the values that returns propose instead."""
    if not changed:
        # What no return changed keeps the place where it was issued, so that a fault is said to stand there.
        stands = replace(base, inherited=ours.inherited) if same_entry(field, base, ours, scale) else ours
        return Decided(stands)
    if all(same_entry(field, ours, theirs, scale) for _, theirs in changed):
        return Decided(
            replace(ours, place=changed[0][1].place) if field == "update" else changed[0][1],
            tuple((file, theirs, Outcome.CHANGED) for file, theirs in changed),
            sources=tuple(theirs for _, theirs in changed),
        )
    if field == "update" and not agreed:
        return _grown(field, base, ours, changed, scale)
    return _single_valued(field, base, ours, changed, scale, agreed=agreed)


def _grown(field: str, base: Entry, ours: Entry, changed: Sequence[Proposal], scale: Scale) -> Decided:
    corrected = [i for i, (file, _) in enumerate(changed) if file == ours.place.workbook]
    growth = grow(base, ours, [theirs for _, theirs in changed], corrected)
    held = [
        Held(
            "U003",
            "",
            field,
            replace(changed[i][1], text=altered),
            replace(ours, text=entry),
            base,
            waits=bool(altered),
        )
        for i, entry, altered in growth.kept
    ]
    held += [Held(growth.conflict, "", field, changed[i][1], ours, base) for i in growth.rewriting]
    unwell = {i for i, _, altered in growth.kept if altered} | set(growth.rewriting)
    outcomes = tuple(
        (file, theirs, Outcome.HELD if i in unwell else Outcome.CHANGED) for i, (file, theirs) in enumerate(changed)
    )
    sources = tuple(changed[i][1] for i in growth.sources)
    # A text that stands already, and one that somebody has edited in the master, keep the place that they have.
    edited = not same_entry(field, base, ours, scale) and not corrected
    place = sources[0].place if sources and growth.text != ours.text and not edited else ours.place
    return Decided(replace(ours, text=growth.text, place=place), outcomes, tuple(held), sources)


def _single_valued(
    field: str, base: Entry, ours: Entry, changed: Sequence[Proposal], scale: Scale, *, agreed: bool
) -> Decided:
    moved = not same_entry(field, base, ours, scale)
    if any(not same_entry(field, one, other, scale) for (_, one), (_, other) in combinations(changed, 2)):
        return _all_held("M002", field, base, ours, changed)
    if moved and not _is_earlier_copy(ours, changed):
        return _all_held("M001", field, base, ours, changed)
    if agreed:
        return _all_held("M005", field, base, ours, changed)
    entry = changed[0][1]
    return Decided(
        entry,
        tuple((file, theirs, Outcome.CHANGED) for file, theirs in changed),
        sources=tuple(theirs for _, theirs in changed),
    )


def _is_earlier_copy(ours: Entry, changed: Sequence[Proposal]) -> bool:
    """Whether the master's value came from these same files: the sender has only sent it again, corrected."""
    return ours.place.workbook in {file for file, _ in changed}


def _all_held(code: str, field: str, base: Entry, ours: Entry, changed: Sequence[Proposal]) -> Decided:
    return Decided(
        ours,
        tuple((file, theirs, Outcome.HELD) for file, theirs in changed),
        tuple(Held(code, "", field, theirs, ours, base) for _, theirs in changed),
    )
