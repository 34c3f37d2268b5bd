"""Plans and results as pandas frames: the only room of pandas, which is loaded when a frame is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planbook.errors import MissingPackage

if TYPE_CHECKING:
    import pandas as pd

ACTION_COLUMNS = (
    *("plan", "plan_title", "section", "action", "number", "objective", "action_text", "lead", "timescale"),
    *("timescale_kind", "due", "recurrence_months", "rag", "rag_label", "update", "impact", "success_measures"),
    *("milestone", "milestone_2", "risk", "mitigation", "evidence", "start", "resources", "priority"),
    *("subcommittee", "section_notes", "file", "sheet", "row"),
)
CHANGE_COLUMNS = ("plan", "action", "field", "before", "after", "file", "sheet", "cell")
EXCEPTION_COLUMNS = (
    *("ref", "code", "severity", "plan", "action", "field", "message", "value", "suggestion"),
    *("file", "sheet", "cell", "decision"),
)
RETURN_COLUMNS = ("file", "plans", "status", "actions", "changes")
_DATES = ("due",)


def frame(items: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """A frame of report items with these columns, in this order; `due` as dates, everything else as it is."""
    try:
        import pandas as pd
    except ImportError as fault:
        raise MissingPackage("A frame needs the package pandas: install it with `pip install pandas`.") from fault
    result = pd.DataFrame([{c: item.get(c) for c in columns} for item in items], columns=list(columns))
    for column in _DATES:
        if column in result:
            result[column] = pd.to_datetime(result[column], format="%Y-%m-%d")
    return result
