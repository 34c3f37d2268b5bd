"""The inputs of the benchmarks, made by code: plans as issued, returns with a quarter's edits, one long sheet.

Every word is invented here and every choice is drawn from one seeded generator, so that two runs on
two machines measure the same work.
"""

from __future__ import annotations

import random
from pathlib import Path

import xlsxwriter

HEADINGS = ("No.", "Objective", "Action", "Lead", "Timescale", "Success measures", "RAG", "Update", "Evidence")
WIDTHS = (6, 24, 40, 18, 14, 30, 14, 40, 24)
THEMES = ("Listening", "Housing", "Health", "Schools", "Travel", "Safety", "Transitions", "Nutrition", "Reading")
VERBS = ("Review", "Publish", "Agree", "Audit", "Share", "Update", "Deliver", "Refresh", "Map", "Evaluate")
WORDS = (
    *("family", "school", "visit", "record", "partner", "briefing", "training", "survey", "report", "practice"),
    *("team", "local", "young", "people", "support", "early", "safe", "voice", "plan", "offer", "service"),
    *("session", "guidance", "quality", "learning", "carers", "network", "outcome"),
)
NAMES = ("Sam Field", "Jo Marsh", "Ann Orchard", "Lee Brook", "Kit Heath", "Pat Moor", "Ali Dale", "Max Ridge")
RATINGS = ("1 Not started", "2 Behind", "3 On target", "4 Complete")
FILLS = ("#FF0000", "#FFC000", "#92D050", "#00B0F0")
WHENS = ("March 2020", "By 31.7.20", "Ongoing", "Quarterly", "June 2020 and then every six months")


class Draw:
    """Invented words, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - made inputs are no secrets

    def phrase(self, words: int) -> str:
        """Some words with a verb before them."""
        return f"{self._random.choice(VERBS)} {' '.join(self._random.choices(WORDS, k=words))}"

    def one(self, of: tuple[str, ...]) -> str:
        """One of several."""
        return self._random.choice(of)

    def below(self, limit: int) -> int:
        """A number from 0."""
        return self._random.randrange(limit)


def make_rows(plan: int, actions: int) -> list[list[str | int]]:
    """The rows of one plan as issued; every fifth timescale is a typed date."""
    draw = Draw(plan)
    return [
        [
            f"{plan}.{number}",
            draw.phrase(5) if number % 4 == 1 else "",
            f"{draw.phrase(9)} ({plan}.{number})",
            draw.one(NAMES),
            43_700 + draw.below(600) if number % 5 == 0 else draw.one(WHENS),
            draw.phrase(6),
            draw.one(RATINGS),
            f"{1 + draw.below(28)}.{1 + draw.below(9)}.19: {draw.phrase(10)}",
            draw.phrase(3) if number % 3 == 0 else "",
        ]
        for number in range(1, actions + 1)
    ]


def edit_rows(rows: list[list[str | int]], plan: int) -> list[list[str | int]]:
    """A quarter later: a third of the updates grew, some ratings and dates moved."""
    draw = Draw(1_000_000 + plan)
    edited = [list(row) for row in rows]
    for row in edited:
        if draw.below(3) == 0:
            row[7] = f"{row[7]}\n{1 + draw.below(28)}.1.20: {draw.phrase(8)}"
        if draw.below(6) == 0:
            row[6] = draw.one(RATINGS)
        if draw.below(25) == 0:
            row[4] = draw.one(WHENS)
    return edited


def write_plan(path: Path, plan: int, rows: list[list[str | int]]) -> None:
    """A plan's workbook as a sub-committee keeps it: title, headings, colours, merged objectives."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Action Plan")
        wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
        head = book.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True})
        fills = {
            rating: book.add_format({"bg_color": fill, "border": 1})
            for rating, fill in zip(RATINGS, FILLS, strict=True)
        }
        sheet.merge_range(0, 0, 0, 8, f"{plan}. {THEMES[plan % len(THEMES)]} for area {plan}", head)
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.write_string(2, column, heading, head)
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows, 3):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(number, column, value, day)
                elif value:
                    sheet.write_string(number, column, value, fills.get(value, wrap))
                else:
                    sheet.write_blank(number, column, None, wrap)


def make_workspace(root: Path, plans: int, actions: int) -> None:
    """A workspace with its plans as issued and one return for each."""
    for plan in range(1, plans + 1):
        rows = make_rows(plan, actions)
        write_plan(root / "issued" / f"{plan} plan.xlsx", plan, rows)
        write_plan(root / "returns" / f"{plan} plan returned.xlsx", plan, edit_rows(rows, plan))


def make_long_sheet(path: Path, rows: int) -> None:
    """One plan of very many rows."""
    write_plan(path, 1, make_rows(1, rows))
