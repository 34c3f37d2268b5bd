"""Which decisions make sense for which exception: what the drop-down offers and what the next run accepts."""

from __future__ import annotations

from planbook.model import Choice, Finding

_ROWS = {
    "M003": (Choice.TAKE, Choice.KEEP),
    "M004": (Choice.TAKE, Choice.KEEP),
    "M007": (Choice.VALUE, Choice.TAKE, Choice.KEEP),
    "M008": (Choice.TAKE, Choice.KEEP),
}
"""Exceptions about whole rows. The value of M007 is the number of the action that the row is."""
_VALUED = "LTR"
"""Families whose standing faults can be mended by typing or taking a value."""


def choices_for(finding: Finding) -> tuple[Choice, ...]:
    """The decisions that one exception can have, in the order of the drop-down."""
    if finding.code in _ROWS:
        return _ROWS[finding.code]
    suggestion = (Choice.SUGGESTION,) if finding.suggestion and finding.field and finding.action else ()
    if finding.held and finding.theirs is not None:
        taken = () if _is_unreadable(finding) else (Choice.TAKE,)
        return (*taken, Choice.KEEP, *suggestion, Choice.VALUE)
    if finding.code[0] in _VALUED and finding.action:
        return (*suggestion, Choice.VALUE, Choice.LEAVE)
    return (Choice.LEAVE,)


def _is_unreadable(finding: Finding) -> bool:
    """Nothing can be taken from a cell that shows an error or has no stored result."""
    return finding.code in ("F008", "F010")
