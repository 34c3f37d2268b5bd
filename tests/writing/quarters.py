"""Quarters made by hand, small and with every kind of trouble in them: what the tests of writing start from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from planbook.model import (
    Action,
    Block,
    CellKind,
    Change,
    Consolidation,
    Entry,
    Fate,
    Finding,
    Layout,
    LayoutCell,
    LayoutRow,
    Meaning,
    Place,
    Plan,
    PlanColumn,
    Rating,
    ReturnRecord,
    RowKind,
    Timescale,
    TimescaleKind,
    Version,
)
from planbook.settings import DEFAULT_SCALE

AS_OF = date(2024, 5, 17)


def entry(text, cell=(1, 1), book="issued/gardens.xlsx", sheet="Plan", **more):
    return Entry(text, Place(book, sheet, *cell), **more)


def meaning(code="", due=None, **more):
    kind = TimescaleKind.DATE if due else TimescaleKind.NONE
    label = DEFAULT_SCALE.label(code)
    rating = Rating(code=code, label=label)
    return Meaning(Timescale(kind, due=due), rating, complete=code == "4", rating_label=label, **more)


def columns(*named):
    return tuple(PlanColumn(at, heading, field) for at, (heading, field) in enumerate(named, 1))


FATHERS_LIKE = columns(
    ("No.", "number"),
    ("Objective and Action", "action"),
    ("Responsible Lead/s", "lead"),
    ("Completion by", "timescale"),
    ("Progress update", "update"),
    ("Impact RAG", "rag"),
)
EARLY_HELP_LIKE = columns(
    ("Objective (what)", "objective"),
    ("Action (how)", "action"),
    ("Lead (s) (who)", "lead"),
    ("Timescale (when)", "timescale"),
    ("Quarterly Update/comment and RAG rated", "rag_and_update"),
    ("Risks", "risk"),
    ("Mitigations", "mitigation"),
    ("Our own notes", "extra:Our own notes"),
)


def action(plan_columns, id_, row, texts, block=0, number="", inherited=(), **more):
    """An action whose entries are given as texts or entries, in the order of `fields_of` its columns."""
    fields = {}
    for column in plan_columns:
        for key in ("rag", "update") if column.field == "rag_and_update" else (column.field,):
            given = texts.get(key, "")
            made = given if isinstance(given, Entry) else entry(given, (row, column.position))
            fields[key] = replace(made, inherited=True) if key in inherited else made
    return Action(id_, fields, Place("issued/gardens.xlsx", "Plan", row), block, number, **more)


def line(kind, *cells, **more):
    return LayoutRow(kind, tuple(LayoutCell(*cell) for cell in cells), **more)


def heading_row(plan_columns, block=0):
    return line(RowKind.HEADING, *((c.position, c.position, c.heading) for c in plan_columns), block=block)


def combined_plan():
    """A plan with rating and update in one column, merged objectives and a column of its own."""
    cols = EARLY_HELP_LIKE
    rows = [
        {
            "objective": "1. Gardens are open to all",
            "action": "1a. Open the gates\nevery morning",
            "lead": "Petra Quill",
            "timescale": "31 March 2024",
            "rag": "3 - On target",
            "update": "2.4.24: Gates oiled.\n1.5.24: Opened daily.",
            "risk": "Rust",
            "mitigation": "=SUM(A1:A9)",
            "extra:Our own notes": "http://gates.example/notes",
        },
        {
            "objective": "1. Gardens are open to all",
            "action": "1b. Mend the fence",
            "lead": "@fencing",
            "timescale": "ongoing",
            "rag": "4",
            "update": "",
            "risk": "Rust",
            "mitigation": "=SUM(A1:A9)",
            "extra:Our own notes": "",
        },
        {
            "objective": "2. Paths are dry",
            "action": "2a. Lay gravel",
            "lead": "",
            "timescale": "",
            "rag": "",
            "update": "+ two paths",
            "risk": "",
            "mitigation": "",
            "extra:Our own notes": "",
        },
    ]
    ids = ("1a", "1b", "2a")
    actions = tuple(
        action(cols, i, at, texts, inherited=("objective",) if i == "1b" else (), agreed=i != "2a")
        for at, (i, texts) in enumerate(zip(ids, rows, strict=True), 5)
    )
    layout = Layout(
        (
            line(RowKind.TITLE, (1, 8, "1. Gardens and paths")),
            line(RowKind.TEXT, (1, 1, "Outcome: everybody can walk in the gardens.")),
            line(RowKind.BLANK),
            heading_row(cols),
            *(line(RowKind.ACTION, action=i) for i in ids),
        ),
        {1: 28.0, 2: 38.0, 3: 20.0, 4: 18.0, 5: 50.0},
    )
    source = Place("issued/gardens.xlsx", "Plan")
    return Plan("1", "1. Gardens and paths", actions, (Block(columns=cols),), layout, source)


def banded_plan():
    """A plan with bands, a narrative row, a typed date, numbers that must stay as they are."""
    cols = FATHERS_LIKE
    typed = entry("Jul-24", (6, 4), value=datetime(2024, 7, 1), number_format="mmm-yy", kind=CellKind.DATE)
    first = action(
        cols,
        "2.10",
        6,
        {
            "number": entry("2.1", (6, 1), value=2.1, kind=CellKind.NUMBER),
            "action": "Plant trees",
            "lead": "Sub-committee",
            "timescale": typed,
            "update": "=see minutes",
            "rag": "2 - Slow progress",
        },
        number="2.10",
        number_note="repaired",
    )
    second = action(
        cols,
        "2.2",
        10,
        {"number": "1.10", "action": "Water them", "lead": "RQ", "timescale": "TBC", "update": "x\u000by", "rag": "1"},
        block=1,
        number="1.10",
    )
    layout = Layout(
        (
            line(RowKind.TITLE, (1, 6, "2. Trees: [old] and new?")),
            line(RowKind.BLANK),
            heading_row(cols),
            line(RowKind.BAND, (1, 6, "Planting")),
            line(RowKind.ACTION, action="2.10"),
            line(RowKind.NARRATIVE, (2, 2, "Narrative evidence"), (3, 6, "as issued")),
            line(RowKind.BAND, (1, 1, "Watering"), block=1),
            line(RowKind.ACTION, action="2.2", block=1),
        ),
        {1: 6.0, 2: 48.0, 3: 24.0, 4: 14.0, 5: 60.0, 6: 18.0},
    )
    notes = entry("Forty trees were planted.", (7, 3))
    blocks = (Block("Planting", cols, notes), Block("Watering", cols))
    return Plan("2", "2. Trees: [old] and new?", (first, second), blocks, layout, Place("issued/trees.xlsx", "Trees"))


def quarter(**more):
    """Two plans, five actions, changes, findings and returns."""
    plans = (combined_plan(), banded_plan())
    place = Place("returns/gardens.xlsx", "Plan", 5, 5)
    base = Consolidation(
        as_of=AS_OF,
        title="Parks & paths: plan 2023 to 2025",
        version="3",
        plans=plans,
        meanings={
            ("1", "1a"): meaning("3", date(2024, 3, 31), on_target=True),
            ("1", "1b"): meaning("4"),
            ("1", "2a"): meaning(),
            ("2", "2.10"): meaning("2", date(2024, 7, 31)),
            ("2", "2.2"): meaning("1"),
        },
        changes=(
            Change("1", "1a", "update", "2.4.24: Gates oiled.", "2.4.24: Gates oiled.\n1.5.24: Opened daily.", place),
            Change("1", "1b", "rag", "3", "4", place),
        ),
        earlier_changes=(Change("1", "1a", "lead", "P. Quill", "Petra Quill", place, "Use my value", "2"),),
        findings=(
            Finding("T006", replace(place, column=4), "Due 31 March 2024.", "1", "1a", "timescale", "31 March 2024"),
            Finding("T001", replace(place, row=7, column=4), "No timescale.", "1", "2a", "timescale", ref="aa0001"),
            Finding("T001", Place("issued/trees.xlsx", "Trees", 10, 4), "No timescale.", "2", "2.2", "timescale"),
            Finding("M005", place, "The wording differs.", "2", "2.10", "action", "Plant bushes", held=True,
                    master_value="Plant trees", ref="bb0002"),
            Finding("U001", place, "No update since the last issue.", "2", "2.2", "update"),
            Finding("F005", Place("issued/trees.xlsx"), "No return for plan 2.", "2"),
            Finding("S001", place, "A column of its own.", "1", "", "", "Our own notes"),
        ),
        returns=(ReturnRecord("returns/gardens.xlsx", Fate.MERGED, ("1",), 3, 2, 3, "Gardens group"),),
        missing_returns=("2",),
        versions=(Version("3", AS_OF, "R. Editor", "Two."), Version("2", date(2024, 2, 1), "", "First returns.")),
        base_ratings={("1", "1a"): "3", ("1", "1b"): "3", ("2", "2.10"): "3", ("2", "2.2"): "1"},
        last_updated={("1", "1a"): date(2024, 5, 1)},
    )  # fmt: skip
    return replace(base, **more)
