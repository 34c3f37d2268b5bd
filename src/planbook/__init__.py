"""planbook: a folder of e-mailed action plan spreadsheets, turned into one agreed plan.

The public names. They are loaded when they are first used, so that `import planbook` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planbook._version import __version__

if TYPE_CHECKING:
    from planbook.comparing import compare
    from planbook.comparison import Comparison
    from planbook.errors import MissingPackage, PlanbookError, SettingsError, UnreadableWorkbook, WorkspaceError
    from planbook.interpreting.headings import recognise_heading
    from planbook.interpreting.leads import parse_leads
    from planbook.interpreting.rag import parse_rag
    from planbook.interpreting.timescale import parse_timescale
    from planbook.interpreting.updates import parse_updates
    from planbook.library import MergeResult, PlanBook, merge, read_workbook

_HOMES = {
    "Comparison": "planbook.comparison",
    "compare": "planbook.comparing",
    "MissingPackage": "planbook.errors",
    "PlanbookError": "planbook.errors",
    "SettingsError": "planbook.errors",
    "UnreadableWorkbook": "planbook.errors",
    "WorkspaceError": "planbook.errors",
    "MergeResult": "planbook.library",
    "PlanBook": "planbook.library",
    "merge": "planbook.library",
    "read_workbook": "planbook.library",
    "parse_leads": "planbook.interpreting.leads",
    "parse_rag": "planbook.interpreting.rag",
    "parse_timescale": "planbook.interpreting.timescale",
    "parse_updates": "planbook.interpreting.updates",
    "recognise_heading": "planbook.interpreting.headings",
}

__all__ = [
    "Comparison",
    "MergeResult",
    "MissingPackage",
    "PlanBook",
    "PlanbookError",
    "SettingsError",
    "UnreadableWorkbook",
    "WorkspaceError",
    "__version__",
    "compare",
    "merge",
    "parse_leads",
    "parse_rag",
    "parse_timescale",
    "parse_updates",
    "read_workbook",
    "recognise_heading",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'planbook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
