"""Sheets to plans: which of them are one plan (one sheet an objective), and which are different ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planbook.model import Block, Layout, LayoutCell, LayoutRow, Plan, RowKind
from planbook.tables.numbering import with_ids
from planbook.tables.titles import find_title

_PART = re.compile(
    r"\s*(?:strategic\s+)?(?:objective|obj|aim|goal|outcome|section|part)s?\.?\s*(?:no\.?\s*)?\d{1,2}\b", re.I
)


def put_together(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """Sheets of one plan become one; different plans of one name are told apart."""
    result: list[Plan] = []
    for plan in _sheets_of_objectives(plans):
        same = next((i for i, p in enumerate(result) if p.id == plan.id), None)
        if same is None:
            result.append(plan)
        elif plan.title == result[same].title or plan.id.isdigit():
            result[same] = _below(result[same], plan)
        else:
            taken = {p.id for p in result}
            result.append(
                replace(plan, id=next(f"{plan.id}-{n}" for n in range(2, 9999) if f"{plan.id}-{n}" not in taken))
            )
    return tuple(result)


def _below(first: Plan, second: Plan) -> Plan:
    """Two sheets of one plan, the second below the first."""
    offset = len(first.blocks)
    named = with_ids([*first.actions, *(replace(a, block=a.block + offset) for a in second.actions)])
    ids = [a.id for a in named]
    above = dict(zip((a.id for a in first.actions), ids[: len(first.actions)], strict=True))
    below = dict(zip((a.id for a in second.actions), ids[len(first.actions) :], strict=True))
    rows = [replace(r, action=above.get(r.action, "")) for r in first.layout.rows]
    rows += [replace(r, block=r.block + offset, action=below.get(r.action, "")) for r in second.layout.rows]
    blocks, layout = first.blocks + second.blocks, Layout(tuple(rows), first.layout.widths)
    return replace(first, actions=named, blocks=blocks, layout=layout, legend=first.legend or second.legend)


# ------------------------------------------------------------------ one sheet an objective


def _sheets_of_objectives(plans: Sequence[Plan]) -> list[Plan]:
    """The plans, with the sheets that are objectives of one plan put together as the plan that the file is named for.

    They have the same headings; and all are called or entitled `Objective 1` and the like, or none has a title and no
    two actions have one number.
    """
    parts = [p for p in plans if _is_part(p)]
    if len(parts) < 2:
        untitled = [p for p in plans if not _titles(p)]
        numbers = [n for p in untitled for n in dict.fromkeys(a.number for a in p.actions)]
        parts = untitled if all(numbers) and len(set(numbers)) == len(numbers) else []
    if len(parts) < 2 or len({_headings(p) for p in parts}) > 1 or len({p.source.sheet for p in parts}) < len(parts):
        return list(plans)
    whole = _as_section(parts[0])
    for part in parts[1:]:
        whole = _below(whole, _as_section(part))
    plan_id, title = find_title((), "Plan", whole.source.workbook)
    head = (LayoutRow(RowKind.TITLE, (LayoutCell(1, 1, title),)), LayoutRow(RowKind.BLANK))
    whole = replace(whole, id=plan_id, title=title, layout=Layout(head + whole.layout.rows, whole.layout.widths))
    return [whole if p is parts[0] else p for p in plans if p not in parts[1:]]


def _titles(plan: Plan) -> list[str]:
    """The texts above the first table."""
    rows = plan.layout.rows
    first = next((k for k, r in enumerate(rows) if r.kind is RowKind.HEADING), 0)
    return [c.text for r in rows[:first] for c in r.cells]


def _is_part(plan: Plan) -> bool:
    titles = _titles(plan)
    return bool(_PART.match(titles[0])) if titles else bool(_PART.match(plan.source.sheet))


def _headings(plan: Plan) -> tuple[str, ...]:
    return tuple(c.heading.casefold() for c in plan.blocks[0].columns)


def _as_section(plan: Plan) -> Plan:
    """A sheet as a section of a plan: under its title, or under the sheet's own name as a band."""
    titles = _titles(plan)
    section = " ".join((titles[0] if titles else plan.source.sheet).split())
    rows = tuple(replace(r, kind=RowKind.BAND) if r.kind is RowKind.TITLE else r for r in plan.layout.rows)
    if not titles:
        rows = (LayoutRow(RowKind.BAND, (LayoutCell(1, 1, section),)), *rows)
    blocks: tuple[Block, ...] = tuple(b if b.section else replace(b, section=section) for b in plan.blocks)
    return replace(plan, blocks=blocks, layout=Layout(rows, plan.layout.widths))
