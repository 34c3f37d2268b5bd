"""One plan in all its versions to one: its rows, their fields, its narrative, its layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planbook.merging.decide import decide
from planbook.merging.equality import same_entry, shown_value
from planbook.merging.layout import merged_layout, with_true_spans
from planbook.merging.narrative import merge_notes
from planbook.merging.nouns import Cells, Decided, Held, MergedPlan, Outcome, Returned, rank
from planbook.merging.numbers import as_typed, issued_damage, settle
from planbook.merging.rows import Row, Spine, build_spine, in_order
from planbook.model import Action, Change, Entry, Place, Plan
from planbook.settings import Policy, Scale
from planbook.tables.numbering import with_ids


@dataclass(slots=True)
class Tally:
    """What the merge of one plan gathers while it walks: the one place where something grows."""

    held: list[Held] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    outcomes: dict[str, dict[tuple[str, int, int], Outcome]] = field(default_factory=dict)

    def account(self, file: str, entry: Entry, outcome: Outcome) -> None:
        """Note how a cell ends; a cell with two fields keeps the outcome that ranks first."""
        if entry.inherited:
            return
        cells = self.outcomes.setdefault(file, {})
        key = (entry.place.sheet, entry.place.row, entry.place.column)
        if key not in cells or rank(outcome) < rank(cells[key]):
            cells[key] = outcome

    def account_row(self, file: str, action: Action, outcome: Outcome) -> None:
        """Note that every cell of a row ends alike."""
        for entry in action.fields.values():
            self.account(file, entry, outcome)


def merge_plan(
    base: Plan | None, ours: Plan | None, returns: Sequence[Returned], policy: Policy, scale: Scale
) -> MergedPlan:
    """Merge one plan. `ours` is None where there is no master yet; then the base is.

    At least one of `base`, `ours` and `returns` is there. The order of `returns` does not matter: they are taken
    by the names of their files.
    """
    returns = sorted(returns, key=lambda r: r.file)
    before = ours or base or returns[0].plan
    base = base if base or ours else before
    spine = build_spine(base, before, returns)
    tally = Tally()
    order = in_order(spine)
    merged = [_merge_row(spine.rows[i], str(i), policy, scale, tally) for i in order]
    placed = with_ids(with_true_spans(_in_blocks(before, merged, [spine.rows[i] for i in order])))
    ids = {str(i): action.id for i, action in zip(order, placed, strict=True)}
    _left_out(spine, order, tally)
    old_ids = {ids[str(i)]: row.ours.id for i, row in enumerate(spine.rows) if row.ours}
    plan = merged_layout(before, placed, old_ids, returns)
    plan, notes = merge_notes(plan, base, returns, policy, scale)
    for file, entry, outcome in notes.outcomes:
        tally.account(file, entry, outcome)
    held = [_renamed(h, ids) for h in tally.held]
    changes = [replace(c, plan=plan.id, action=ids.get(c.action, c.action)) for c in tally.changes]
    return MergedPlan(
        plan,
        (*changes, *notes.changes),
        (*held, *notes.held),
        tuple(Cells(file, found) for file, found in tally.outcomes.items()),
        {ids[str(i)]: spine.rows[i].base for i in order if spine.rows[i].base},
        {ids[str(i)]: tuple(r.file for r, _ in spine.rows[i].theirs) for i in order},
    )


def _merge_row(row: Row, uid: str, policy: Policy, scale: Scale, tally: Tally) -> Action:
    """One action of the merged plan, with everything that its versions say. `uid` is its name until it has an id."""
    known = row.ours or row.base
    first = known or row.theirs[0][1]
    row = _with_numbers(row, uid, tally)
    versions = [a for a in (row.base, row.ours) if a] + [a for _, a in row.theirs]
    fields: dict[str, Entry] = {}
    for key in dict.fromkeys(k for a in versions for k in a.fields):
        decided = _decide_field(key, row, policy, scale)
        fields[key] = decided.entry
        _note(key, decided, row, uid, scale, tally)
    number = fields["number"].text if "number" in fields and fields["number"].text else first.number
    agreed = known.agreed if known else False
    if not agreed:
        theirs = row.theirs[0][1] if row.theirs else first
        tally.held.append(Held("M004", uid, "action", _wording_entry(theirs), waits=False))
    return replace(first, id=uid, fields=fields, number=number, agreed=agreed)


def _wording_entry(action: Action) -> Entry:
    keys = ("action", "milestone", "milestone_2", "objective")
    return next((e for k in keys if (e := action.fields.get(k)) and not e.is_blank), Entry("", action.place))


def _with_numbers(row: Row, uid: str, tally: Tally) -> Row:
    """The row with the numbers that people read, and what is said of numbers that Excel has damaged."""
    said = [issued_damage(row.base)] if row.base else []
    theirs = []
    for returned, action in row.theirs:
        settled, damage = settle(row.base, action)
        theirs.append((returned, as_typed(settled)))
        said.append(damage)
    tally.held.extend(replace(h, action=uid) for h in said if h)
    return Row(row.base and as_typed(row.base), row.ours and as_typed(row.ours), theirs, row.missing_in, row.after)


def _decide_field(key: str, row: Row, policy: Policy, scale: Scale) -> Decided:
    base = row.base.fields.get(key) if row.base else None
    ours = row.ours.fields.get(key) if row.ours else None
    proposals = [(r.file, e) for r, a in row.theirs if (e := a.fields.get(key)) is not None]
    known = row.ours or row.base
    if known and base is None and ours is None:
        base = Entry("", known.place)  # a column that a return added: nothing stood there before
    return decide(key, base, ours, proposals, policy.accept, scale, settled=known is not None and known.agreed)


def _note(key: str, decided: Decided, row: Row, uid: str, scale: Scale, tally: Tally) -> None:
    """Write down what was decided: the cells' outcomes, what is held, and what changed in the master."""
    is_new = row.ours is None and row.base is None
    for file, entry, outcome in decided.outcomes:
        tally.account(file, entry, Outcome.CHANGED if is_new and outcome is Outcome.UNCHANGED else outcome)
    tally.held.extend(replace(h, action=uid) for h in decided.held)
    known = row.ours or row.base
    before = known.fields.get(key) if known else None
    if decided.entry.inherited or (before and same_entry(key, before, decided.entry, scale)):
        return
    if before is None and decided.entry.is_blank:
        return
    shown = shown_value(key, before, scale), shown_value(key, decided.entry, scale)
    for source in decided.sources or (decided.entry,):
        tally.changes.append(Change("", uid, key, *shown, source.place))


def _renamed(held: Held, ids: dict[str, str]) -> Held:
    """What was held, with the ids that the actions have now; the detail of M007 lists ids too."""
    detail = ", ".join(ids.get(n, n) for n in held.detail.split()) if held.code == "M007" else held.detail
    return replace(held, action=ids.get(held.action, held.action), detail=detail)


def _in_blocks(before: Plan, merged: Sequence[Action], rows: Sequence[Row]) -> list[Action]:
    """Each action in its block; a new one stands with the action above it."""
    placed: list[Action] = []
    last = max(0, len(before.blocks) - 1)
    for action, row in zip(merged, rows, strict=True):
        above = placed[-1].block if placed else 0
        placed.append(replace(action, block=min(row.ours.block if row.ours else above, last)))
    return placed


def _left_out(spine: Spine, order: Sequence[int], tally: Tally) -> None:
    """Rows that a return lacks (M003), rows that the master dropped (M008), rows that may be several (M007)."""
    standing = set(order)
    for i, row in enumerate(spine.rows):
        if i in standing:
            for returned in row.missing_in:
                place = Place(returned.file, returned.plan.source.sheet)
                known = row.ours or row.base
                words = known.wording if known else ""
                tally.held.append(Held("M003", str(i), "action", Entry("", place), Entry(words, place)))
        elif row.base:
            _dropped(row, tally)
    for doubt in spine.doubts:
        names = [str(i) for i in doubt.rows if i in standing]
        tally.account_row(doubt.returned.file, doubt.action, Outcome.HELD)
        held = Held("M007", names[0] if names else "", "action", _wording_entry(doubt.action), detail=" ".join(names))
        tally.held.append(held)


def _dropped(row: Row, tally: Tally) -> None:
    """An action that the manager took out: a return that still edits it is asked about, one that does not is not."""
    assert row.base is not None  # noqa: S101 - the caller has looked
    for returned, action in row.theirs:
        edited = any(
            not e.inherited and not e.is_blank and e.text != row.base.text(k)
            for k, e in as_typed(action).fields.items()
        )
        tally.account_row(returned.file, action, Outcome.HELD if edited else Outcome.UNCHANGED)
        if edited:
            tally.held.append(Held("M008", row.base.id, "action", _wording_entry(action)))
