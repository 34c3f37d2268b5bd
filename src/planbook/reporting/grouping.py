"""Findings to the rows of the exception sheets: what says the same of many cells stands once.

A quarter's returns can bring two hundred findings that are one question ("these initials are in no
register"). People decide questions, so the sheets show questions; JSON goes on to list each cell
(exceptions.md, first paragraph; interface.md, Exceptions).
"""

from __future__ import annotations

from collections.abc import Iterable

from planbook.catalogue import severity_of
from planbook.choices import choices_for
from planbook.figures import ExceptionRow, Key
from planbook.model import Consolidation, Finding, Severity

MOST_IN_A_ROW = 24
"""More cells than this go on in a next row: a list has to fit the height that a row can have."""

# The families whose value is a return's even where nothing is held: files, structure, merge.
_OF_THE_RETURN = "FSM"
# Said of an action whatever its cell holds: the cell's words are not in question, its sub-committee is asked.
_OF_THE_WHOLE_ACTION = frozenset({"U001"})
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(Severity)}


def exception_rows(quarter: Consolidation) -> tuple[ExceptionRow, ...]:
    """All findings of a quarter as rows: errors first, then in the order of the plans and their actions."""
    order = _plan_order(quarter)
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in sorted(quarter.findings, key=lambda f: _rank(f, order)):
        groups.setdefault(_question(finding), []).append(finding)
    return tuple(_row(part) for same in groups.values() for part in _parts(same))


def _plan_order(quarter: Consolidation) -> dict[Key, int]:
    """Where each plan, and each action of it, comes in the book."""
    keys: list[Key] = []
    for plan in quarter.plans:
        keys.append((plan.id, ""))
        keys.extend((plan.id, action.id) for action in plan.actions)
    return {key: place for place, key in enumerate(keys)}


def _rank(finding: Finding, order: dict[Key, int]) -> tuple[int, int, str]:
    """Errors first; what is about no action of ours stands after its plan's title, or before all plans."""
    plan_place = order.get((finding.plan, ""), -1)
    return (
        _SEVERITY_ORDER[severity_of(finding)],
        order.get((finding.plan, finding.action), plan_place),
        finding.code,
    )


def _question(finding: Finding) -> tuple[object, ...]:
    """What findings must share to be one question: code, field, words, value and the answer given."""
    held = (finding.master_value, finding.held) if finding.held else ()
    value = finding.plan if finding.code in _OF_THE_WHOLE_ACTION else finding.value
    return (
        finding.code,
        severity_of(finding),
        finding.field,
        finding.message,
        value,
        finding.suggestion,
        finding.decision,
        choices_for(finding),
        finding.remark,
        *held,
    )


def _parts(findings: list[Finding]) -> Iterable[list[Finding]]:
    """A group in pieces that a row can show; a settled or held value is never parted from its like."""
    for start in range(0, len(findings), MOST_IN_A_ROW):
        yield findings[start : start + MOST_IN_A_ROW]


def _row(findings: list[Finding]) -> ExceptionRow:
    first = findings[0]
    return ExceptionRow(
        code=first.code,
        severity=severity_of(first),
        message=first.message,
        field=first.field,
        plans=tuple(dict.fromkeys(f.plan for f in findings if f.plan)),
        actions=tuple(dict.fromkeys((f.plan, f.action) for f in findings if f.action)),
        refs=tuple(dict.fromkeys(f.ref for f in findings if f.ref)),
        places=tuple(dict.fromkeys(f.place for f in findings)),
        in_master=_in_master(findings),
        in_return=first.value if _is_of_a_return(first) else "",
        suggestion=first.suggestion,
        held=first.held,
        decision=first.decision,
        choices=choices_for(first),
        remark=first.remark,
    )


def _is_of_a_return(finding: Finding) -> bool:
    """Whether its value stands in a return; a standing fault's value is the master's own."""
    return finding.held or finding.code[0] in _OF_THE_RETURN


def _in_master(findings: list[Finding]) -> str:
    """What stands in the master: the whole cell, or the words at fault where several cells only share those."""
    wholes = list(dict.fromkeys(f.master_value for f in findings))
    if len(wholes) == 1:
        first = findings[0]
        return first.master_value or ("" if _is_of_a_return(first) else first.value)
    return f"({len(wholes)} different texts)" if findings[0].code in _OF_THE_WHOLE_ACTION else findings[0].value
