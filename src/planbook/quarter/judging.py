"""From a merged plan to its findings: what was held, what is wrong with what stands, what its files lack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planbook.checking.cells import cell_faults
from planbook.checking.context import Subject
from planbook.checking.held import HeldValue, held_finding
from planbook.checking.plans import check_action, once_a_cell
from planbook.checking.structure import check_numbers, missing_columns, unknown_columns
from planbook.interpreting.american_columns import is_american
from planbook.interpreting.meaning import interpret, read_column, scale_of
from planbook.interpreting.rag import parse_rag
from planbook.merging.nouns import Held, MergedPlan, Returned
from planbook.model import Action, Finding, Meaning, Plan, Rating
from planbook.settings import Settings


def judge(
    merged: MergedPlan, base: Plan | None, returns: Sequence[Returned], settings: Settings
) -> tuple[dict[str, Meaning], list[Finding]]:
    """What the actions of a merged plan mean, and everything that is to be said of it, in the plan's order."""
    plan = merged.plan
    meanings = interpret(plan, settings.scale, settings.register)
    held_of: dict[str, list[Held]] = defaultdict(list)
    for held in merged.held:
        if not _stood_as_issued(held):
            held_of[held.action].append(held)
    american = frozenset(r.file for r in returns if is_american(read_column(r.plan)))
    findings = list(_of_form(plan, base, returns))
    findings.extend(_of_cells(merged, base))
    for action in plan.actions:
        subject = _subject(merged, action, meanings[action.id], held_of[action.id], bool(returns), settings)
        waiting = [
            held_finding(_in_words(h, american), subject, plan.id, action.id) for h in held_of.pop(action.id, ())
        ]
        findings += [*waiting, *_not_twice(check_action(subject), waiting)]
    for others in held_of.values():  # of actions that the master no longer has, or of no action that is certain
        findings.extend(held_finding(_in_words(h, american), None, plan.id, h.action) for h in others)
    return meanings, list(once_a_cell(findings))


def _of_form(plan: Plan, base: Plan | None, returns: Sequence[Returned]) -> Iterator[Finding]:
    issued = base or plan
    known = frozenset(c.field for b in issued.blocks for c in b.columns)
    yield from (replace(f, plan=plan.id) for f in missing_columns(issued))
    yield from (replace(f, plan=plan.id) for f in unknown_columns(issued))
    for returned in returns:
        yield from (replace(f, plan=plan.id) for f in missing_columns(returned.plan, like=issued))
        yield from (replace(f, plan=plan.id) for f in unknown_columns(returned.plan, known))
    yield from check_numbers(plan)


def _of_cells(merged: MergedPlan, base: Plan | None) -> Iterator[Finding]:
    """Faults of single cells of the plan as issued, and of added rows where the merge has not raised them itself."""
    plan = merged.plan
    issued = {a.id: i for i, a in merged.base_of.items()}
    for action in base.actions if base else ():
        yield from cell_faults(plan.id, issued.get(action.id, action.id), action)
    said = {(held.code, held.theirs.place) for held in merged.held}
    for action in plan.actions if base is None else (a for a in plan.actions if not a.agreed):
        yield from (f for f in cell_faults(plan.id, action.id, action) if (f.code, f.place) not in said)


def _stood_as_issued(held: Held) -> bool:
    """A formula that had no result when the plan was issued is said of the issued workbook alone."""
    return held.code == "F008" and held.base is not None and held.base.formula == held.theirs.formula


def _subject(
    merged: MergedPlan, action: Action, meaning: Meaning, held: Sequence[Held], returned: bool, settings: Settings
) -> Subject:
    base = merged.base_of.get(action.id)
    scale = scale_of(merged.plan, settings.scale)
    return Subject(
        merged.plan,
        action,
        meaning,
        settings,
        scale,
        base,
        parse_rag(base.text("rag"), scale) if base else None,
        returned and bool(merged.touched.get(action.id)),
        frozenset(h.field for h in held if h.waits),
    )


def _in_words(held: Held, american: frozenset[str]) -> HeldValue:
    return HeldValue(
        held.code,
        held.field,
        held.theirs,
        held.ours,
        held.detail,
        held.waits,
        held.words,
        in_american_column=held.theirs.place.workbook in american,
    )


def _not_twice(found: Iterator[Finding], said: Sequence[Finding]) -> Iterator[Finding]:
    """A fault of a new action's cell that the merge has raised already is not raised again by the checks."""
    keys = {(f.code, f.plan, f.action, f.field, f.value) for f in said}
    return (f for f in found if (f.code, f.plan, f.action, f.field, f.value) not in keys)


def rating_of(action: Action, plan: Plan, settings: Settings) -> Rating:
    """The rating of an action as issued."""
    return parse_rag(action.text("rag"), scale_of(plan, settings.scale))
