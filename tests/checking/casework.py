"""One case of an exception: a plan as issued, what came back, and every finding of a family that must come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from building import book, edited, master_of, quarter, shown
from planbook.model import Finding
from planbook.settings import Group, Person, Register

HEADING = "| No. | Action | Lead | Timescale | Update | RAG |"
"""Stands in row 3; the first action in row 4: lead C4, timescale D4, update E4, rating F4."""

REGISTER = Register(
    (
        Person("Ada Quill", role="Head gardener", organisation="Park service"),
        Person("Ben Tarn", organisation="Tool library"),
        Person("Bess Thorn", organisation="Seed bank"),
        Person("Cyril Moss", organisation="Seed bank", active=False),
    ),
    (Group("All Plots Together", ("APT",)),),
)


@dataclass(frozen=True)
class Case:
    """`issued` and `returned` are rows under `HEADING`, whole sheets where they hold a title, or workbooks by name.

    `raises` is every finding of the families of its codes and of `misses`, in their order, as `building.shown` puts
    it; `misses` are codes that a near miss must not raise. `edits` are made in the first master by hand.
    """

    says: str
    issued: Any
    returned: Any = None
    raises: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    edits: Mapping[str, str | None] | None = None
    without_row: tuple[str, int] | None = None
    families: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def codes(self) -> frozenset[str]:
        """The codes that this case raises."""
        return frozenset(line.split()[0] for line in self.raises)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What a run says of it, of the case's families alone."""
        issued, returned = workbooks(self.issued), workbooks(self.returned)
        master = None
        if self.edits is not None or self.without_row:
            first = quarter(issued, **self.settings)
            master = edited(master_of(first), self.edits or {}, without_row=self.without_row)
        found = quarter(issued, returned, master=master, **self.settings).quarter.findings
        families = self.families or "".join(sorted({code[0] for code in (*self.codes, *self.misses)}))
        return tuple(f for f in found if f.code[0] in families)

    def said(self) -> tuple[str, ...]:
        """The findings in lines."""
        return tuple(shown(f) for f in self.findings)


def workbooks(source: Any) -> Any:
    """Rows to a sheet of the usual headings; everything else as it is."""
    if isinstance(source, Mapping):
        return {name: workbooks(one) for name, one in source.items()}
    if not isinstance(source, str):
        return source
    return book(sheet(source))


def sheet(rows: str) -> str:
    """Rows under the usual title and headings; a text that has a title of its own stays as it is."""
    text = "\n".join(line.strip() for line in rows.strip().splitlines())
    return text if not text.startswith("|") else f"1. Allotments for all\n\n{HEADING}\n{text}"


def period(start: str, end: str) -> dict[str, date]:
    """Settings of a plan's period."""
    return {"period_start": date.fromisoformat(start), "period_end": date.fromisoformat(end)}
