"""The rows of one plan in all its versions, each row once: the spine that the merge walks along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planbook.matching.rows import Pairing, pair_rows
from planbook.merging.memory import Memory
from planbook.merging.nouns import Returned
from planbook.model import Action, Plan


@dataclass(slots=True)
class Row:
    """One action in every version that has it."""

    base: Action | None = None
    ours: Action | None = None
    theirs: list[tuple[Returned, Action]] = field(default_factory=list)
    missing_in: list[Returned] = field(default_factory=list)
    after: int | None = None
    """A new row's neighbour: the row of the spine that it stands below in its return."""
    before: int | None = None
    """The row that it stands above, where it is the first of its block."""
    started: dict[int, Action] = field(default_factory=dict)
    """What a return of another issue started from, by its index in `theirs`."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of a return that may be any of some actions."""

    returned: Returned
    action: Action
    rows: tuple[int, ...]


@dataclass(slots=True)
class Spine:
    """All rows; the master's first, in its order, then those it dropped, then what is new."""

    rows: list[Row] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    refused: list[tuple[Returned, Action]] = field(default_factory=list)
    """New rows that the business manager has taken out again."""


def build_spine(
    base: Plan, ours: Plan, returns: Sequence[Returned], memory: Memory, origins: Mapping[str, str]
) -> Spine:
    """Find each action in the base, the master and every return."""
    spine = Spine()
    index_of_base = _known_rows(spine, base, ours, origins)
    partial = _partial_returns(base, returns)
    for returned in returns:
        _add_return(spine, returned, base, index_of_base, memory, is_partial=returned.file in partial)
    return spine


def _known_rows(spine: Spine, base: Plan, ours: Plan, origins: Mapping[str, str]) -> dict[int, int]:
    """Rows of base and master; gives where in the spine each row of the base stands."""
    to_base = dict(enumerate(range(len(base.actions)))) if base is ours else _to_base(base, ours, origins)
    index: dict[int, int] = {}
    for j, action in enumerate(ours.actions):
        i = to_base.get(j)
        spine.rows.append(Row(base=base.actions[i] if i is not None else None, ours=action))
        if i is not None:
            index[i] = len(spine.rows) - 1
    for i, action in enumerate(base.actions):
        if i not in index:
            spine.rows.append(Row(base=action))
            index[i] = len(spine.rows) - 1
    return index


def _to_base(base: Plan, ours: Plan, origins: Mapping[str, str]) -> dict[int, int]:
    """Which action as issued each action of the master is: as the master knows it, else by what it says."""
    at = {a.id: i for i, a in enumerate(base.actions)}
    to_base = {j: at[o] for j, a in enumerate(ours.actions) if (o := origins.get(a.id)) in at}
    taken = set(to_base.values())
    unknown = [j for j, a in enumerate(ours.actions) if j not in to_base and a.id not in origins]
    left = [i for i in range(len(base.actions)) if i not in taken]
    pairing = pair_rows([base.actions[i] for i in left], [ours.actions[j] for j in unknown])
    for n, k in _likeliest(pairing).items():
        to_base[unknown[n]] = left[k]
    return to_base


def _likeliest(pairing: Pairing) -> dict[int, int]:
    """The pairs with the doubtful ones: in the master a row that was reworded is still the same one."""
    found = dict(pairing.pairs)
    taken = set(found.values())
    for j, candidates in pairing.doubtful.items():
        if candidates[0] not in taken:
            found[j] = candidates[0]
            taken.add(candidates[0])
    return found


def _partial_returns(known: Plan, returns: Sequence[Returned]) -> set[str]:
    """Files that hold less than half of a plan which other files complete: a group's own share of it."""
    if len(returns) < 2:
        return set()
    small = {r.file for r in returns if len(r.plan.actions) * 2 <= len(known.actions)}
    covered = sum(len(r.plan.actions) for r in returns)
    return small if covered >= len(known.actions) * 0.9 else set()


def _add_return(
    spine: Spine,
    returned: Returned,
    base: Plan,
    index_of_base: dict[int, int],
    memory: Memory,
    *,
    is_partial: bool,
) -> None:
    rows = spine.rows
    theirs = returned.plan.actions
    old, where = base.actions, index_of_base
    if returned.base is not None:
        old, where = returned.base.actions, _rows_of_issue(spine, returned.base)
    pairing = pair_rows(old, theirs)
    at: dict[int, int] = {j: where[i] for j, i in pairing.pairs.items()}
    unsure = {j: tuple(where[i] for i in candidates) for j, candidates in pairing.doubtful.items()}
    extras = [i for i, r in enumerate(rows) if r.base is None or (returned.base and i not in where.values())]
    _pair_with_extras(spine, returned, extras, [*pairing.added, *pairing.doubtful], at, unsure)
    _decided_rows(spine, theirs, memory, at, unsure)
    for j, action in enumerate(theirs):
        if j not in at and memory.refuses(action):
            unsure.pop(j, None)
            spine.refused.append((returned, action))
        elif j in at:
            if returned.base and j in pairing.pairs:
                rows[at[j]].started[len(rows[at[j]].theirs)] = old[pairing.pairs[j]]
            rows[at[j]].theirs.append((returned, action))
        elif j in unsure:
            spine.doubts.append(Doubt(returned, action, unsure[j]))
        else:
            before = _row_below(theirs, j, at)
            rows.append(Row(theirs=[(returned, action)], after=at.get(j - 1) if j else None, before=before))
            at[j] = len(rows) - 1
    present = set(at.values()) | {few[0] for few in unsure.values()}
    for i in where.values():
        if i not in present and not is_partial:
            rows[i].missing_in.append(returned)


def _rows_of_issue(spine: Spine, issued: Plan) -> dict[int, int]:
    """Where each row of another issue stands in the spine; one that has gone since is a row that was dropped."""
    known = [(i, a) for i, row in enumerate(spine.rows) if (a := row.ours or row.base)]
    pairing = pair_rows([a for _, a in known], issued.actions)
    where = {j: known[n][0] for j, n in _likeliest(pairing).items()}
    for j, action in enumerate(issued.actions):
        if j not in where:
            spine.rows.append(Row(base=action))
            where[j] = len(spine.rows) - 1
    return where


def _row_below(theirs: Sequence[Action], j: int, at: dict[int, int]) -> int | None:
    """For a new row that opens its block: the known row that stands below it."""
    if j and theirs[j - 1].block == theirs[j].block:
        return None
    following = next((k for k in range(j + 1, len(theirs)) if k in at), None)
    return at[following] if following is not None and theirs[following].block == theirs[j].block else None


def _decided_rows(
    spine: Spine,
    theirs: Sequence[Action],
    memory: Memory,
    at: dict[int, int],
    unsure: dict[int, tuple[int, ...]],
) -> None:
    """Rows in doubt of which the business manager has said what they are."""
    for j in list(unsure):
        wanted = memory.known_as(theirs[j])
        if wanted is None:
            continue
        known = (i for i, r in enumerate(spine.rows) if (r.ours or r.base) and (r.ours or r.base).id == wanted)  # type: ignore[union-attr]
        found = next(known, None)
        if found is not None:
            at[j] = found
        unsure.pop(j)


def _pair_with_extras(
    spine: Spine,
    returned: Returned,
    extras: Sequence[int],
    left_over: Sequence[int],
    at: dict[int, int],
    unsure: dict[int, tuple[int, ...]],
) -> None:
    """Rows that the base lacks may stand in the master already, or be new in another return too.

    A doubtful pair is one all the same where the master has the row from this very file, which then put it right.
    """
    theirs = returned.plan.actions
    taken = set(at.values())
    left = [(i, spine.rows[i]) for i in extras if i not in taken]
    known = [(i, row.ours or row.theirs[0][1]) for i, row in left if row.ours or row.theirs]
    if not known or not left_over:
        return
    again = pair_rows([action for _, action in known], [theirs[j] for j in left_over])
    own = {few[0]: k for k, few in again.doubtful.items() if known[few[0]][1].place.workbook == returned.file}
    for k, n in ({k: n for n, k in own.items()} | again.pairs).items():
        at[left_over[k]] = known[n][0]
        unsure.pop(left_over[k], None)
