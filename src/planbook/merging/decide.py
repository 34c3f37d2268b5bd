"""One field of one action: base, ours and every proposal, decided once (merge.md, Three versions of each cell)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from planbook.columns import is_agreed
from planbook.interpreting.fills import family
from planbook.likeness import same
from planbook.merging.equality import same_entry, value_key
from planbook.merging.nouns import NOTHING, Decided, Held, Outcome
from planbook.merging.updates import grow
from planbook.model import CellKind, Entry
from planbook.settings import Scale

Proposal = tuple[str, Entry]
"""The file that a value comes from, and the value."""


class _Proposed(NamedTuple):
    """A value that differs from what its return started from."""

    file: str
    theirs: Entry
    start: Entry


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
    started: Mapping[int, Entry] | None = None,
) -> Decided:
    """Decide one field. `base` is what the returns started from, `ours` what the master holds.

    `settled` is False for an action that nobody has agreed to yet: a return may change all of its fields.
    `answered` are values, in their normal form, about which the business manager has decided already. `started` is
    what a proposal started from, by its index, where that is not `base`: a return from another issue.
    """
    stands = ours or base or _first(proposals)
    start = base or ours or Entry("", stands.place)
    outcomes: list[tuple[str, Entry, Outcome]] = []
    held: list[Held] = []
    changed: list[_Proposed] = []
    for i, (file, theirs) in enumerate(proposals):
        own = started.get(i, start) if started else start
        said, outcome = _one(field, own, stands, theirs, scale)
        if answered and value_key(field, theirs, scale) in answered and outcome is not Outcome.UNCHANGED:
            same = same_entry(field, stands, theirs, scale)
            said, outcome = [], Outcome.CHANGED if same else Outcome.HELD
        held.extend(said)
        if outcome is not None:
            outcomes.append((file, theirs, outcome))
        else:
            changed.append(_Proposed(file, theirs, own))
    agreed = settled and is_agreed(field, accept)
    if not agreed and _is_withdrawn(field, start, stands, proposals, scale):
        stands = start
    decided = _among(field, start, stands, changed, scale, agreed=agreed)
    if field == "rag" and not changed:
        decided = replace(decided, entry=_recoloured(decided.entry, start, proposals))
    held = [replace(h, ours=decided.entry) for h in held]  # what the master holds now, whoever else changed it
    return replace(decided, outcomes=tuple(outcomes) + decided.outcomes, held=tuple(held) + decided.held)


def _recoloured(entry: Entry, base: Entry, proposals: Sequence[Proposal]) -> Entry:
    """A rating whose words stayed and whose colour a return changed: the colour is evidence, and named as the return's.

    Only another family of colour counts: a shade that another program gives is no change.
    """
    for _, theirs in proposals:
        colour = family(theirs.fill)
        if colour and colour != family(base.fill) and not theirs.inherited and same(theirs.text, entry.text):
            return replace(entry, fill=theirs.fill, place=theirs.place)
    return entry


def _first(proposals: Sequence[Proposal]) -> Entry:
    """A new action's field: the first return that says something."""
    return next((e for _, e in proposals if not e.is_blank), proposals[0][1])


def _one(field: str, base: Entry, ours: Entry, theirs: Entry, scale: Scale) -> tuple[list[Held], Outcome | None]:
    """What one return's cell is by itself; no outcome where it proposes another value."""
    if field == "number" and theirs.inherited and not base.inherited and not same(theirs.text, base.text):
        lost = replace(theirs, text="", inherited=False)  # the return's own cell is blank: it has only been filled down
        return [Held("M006", "", field, lost, ours, base)], Outcome.HELD
    if theirs.inherited or (base.inherited and theirs.is_blank):
        return [], Outcome.UNCHANGED
    if theirs.kind is CellKind.UNCALCULATED and (base.kind, base.formula) == (theirs.kind, theirs.formula):
        return [], Outcome.UNCHANGED  # it was issued so: that is said of the issued workbook
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


def _among(
    field: str, base: Entry, ours: Entry, changed: Sequence[_Proposed], scale: Scale, *, agreed: bool
) -> Decided:
    """Decide between what stands and the values that returns propose instead."""
    if not changed:
        # What no return changed keeps the place where it was issued, so that a fault is said to stand there.
        as_issued = base is not NOTHING and same_entry(field, base, ours, scale)
        return Decided(replace(base, inherited=ours.inherited) if as_issued else ours)
    if all(same_entry(field, ours, p.theirs, scale) for p in changed):
        return Decided(
            replace(ours, place=changed[0].theirs.place) if field == "update" else changed[0].theirs,
            tuple((p.file, p.theirs, Outcome.CHANGED) for p in changed),
            sources=tuple(p.theirs for p in changed),
        )
    if field == "update" and not agreed:
        return _grown(field, base, ours, changed, scale)
    return _single_valued(field, ours, changed, scale, agreed=agreed)


def _grown(field: str, base: Entry, ours: Entry, changed: Sequence[_Proposed], scale: Scale) -> Decided:
    corrected = [i for i, p in enumerate(changed) if p.file == ours.place.workbook]
    growth = grow(base, ours, [p.theirs for p in changed], corrected, [p.start for p in changed])
    held = [
        Held(
            "U003",
            "",
            field,
            replace(changed[i].theirs, text=altered),
            replace(ours, text=entry),
            changed[i].start,
            waits=bool(altered),
        )
        for i, entry, altered in growth.kept
    ]
    stands = replace(ours, text=growth.text)
    held += [Held(growth.conflict, "", field, changed[i].theirs, stands, changed[i].start) for i in growth.rewriting]
    unwell = {i for i, _, altered in growth.kept if altered} | set(growth.rewriting)
    outcomes = tuple(
        (p.file, p.theirs, Outcome.HELD if i in unwell else Outcome.CHANGED) for i, p in enumerate(changed)
    )
    sources = tuple(changed[i].theirs for i in growth.sources)
    # A text that stands already, and one that somebody has edited in the master, keep the place that they have.
    edited = not same_entry(field, base, ours, scale) and not corrected
    place = sources[0].place if sources and growth.text != ours.text and not edited else ours.place
    if all(same(growth.text, p.theirs.text) for p in changed):
        place = changed[0].theirs.place
    return Decided(replace(ours, text=growth.text, place=place), outcomes, tuple(held), sources)


def _single_valued(field: str, ours: Entry, changed: Sequence[_Proposed], scale: Scale, *, agreed: bool) -> Decided:
    # Who started from what the master holds now has seen it, and means to change it.
    moved = not any(same_entry(field, p.start, ours, scale) for p in changed)
    if any(not same_entry(field, one.theirs, other.theirs, scale) for one, other in combinations(changed, 2)):
        return _all_held("M002", field, ours, changed)
    if moved and not _is_earlier_copy(ours, changed):
        return _all_held("M001", field, ours, changed)
    if agreed:
        return _all_held("M005", field, ours, changed)
    return Decided(
        changed[0].theirs,
        tuple((p.file, p.theirs, Outcome.CHANGED) for p in changed),
        sources=tuple(p.theirs for p in changed),
    )


def _is_earlier_copy(ours: Entry, changed: Sequence[_Proposed]) -> bool:
    """Whether the master's value came from these same files: the sender has only sent it again, corrected."""
    return ours.place.workbook in {p.file for p in changed}


def _is_withdrawn(field: str, base: Entry, ours: Entry, proposals: Sequence[Proposal], scale: Scale) -> bool:
    """Whether the file that the master's value came from says again what was issued, and nobody else says that value.

    An update is never taken back so: its entries are words that somebody wrote.
    """
    if field == "update" or base is NOTHING or base.is_blank or same_entry(field, base, ours, scale):
        return False
    from_it = [e for file, e in proposals if file == ours.place.workbook and not e.inherited]
    others = [e for file, e in proposals if file != ours.place.workbook]
    return any(same_entry(field, base, e, scale) for e in from_it) and not any(
        same_entry(field, ours, e, scale) for e in (*from_it, *others)
    )


def _all_held(code: str, field: str, ours: Entry, changed: Sequence[_Proposed]) -> Decided:
    return Decided(
        ours,
        tuple((p.file, p.theirs, Outcome.HELD) for p in changed),
        tuple(Held(code, "", field, p.theirs, ours, p.start) for p in changed),
    )
