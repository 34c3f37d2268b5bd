"""XlsxWriter, typed once: a `Book` of `Page`s that are written in looks, never in colours.

What comes from a person is text and stays text: `Page.text` never makes a formula, a link or a
number of it (`=see minutes`, `http://...`, `1.10`). Formulas and links are methods of their own,
and only our own words go into them. Rows and columns count from 0, as XlsxWriter counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from planbook.errors import PlanbookError
from planbook.forms import CELL_LIMIT, fitting, writable
from planbook.writing import package
from planbook.writing.theme import BASE, BODY, FONT, FOOTER, LOOKS, TABS

A3, A4 = 8, 9
_MOST_LINKS = 65_000
"""Excel opens no sheet with more; beyond it a link becomes its text."""


# XlsxWriter escapes text that looks like an escape of the format (`_x000D_`) twice in a rich string.
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")


def sheet_ref(title: str) -> str:
    """A sheet's title as formulas and links write it."""
    return "'" + title.replace("'", "''") + "'"


def footer_text(title: str) -> str:
    """A title as a footer can say it: short, on one line, and an ampersand doubled, since one is a command."""
    words = " ".join(writable(title).split())
    return (words if len(words) <= 90 else words[:88].rsplit(" ", 1)[0] + " …").replace("&", "&&")


class Book:
    """A workbook in the making."""

    def __init__(self, title: str, author: str, created: date) -> None:
        from xlsxwriter import Workbook

        self._bytes = BytesIO()
        options = {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": BODY}}
        self.raw: Any = Workbook(self._bytes, options)
        self.raw.set_properties(
            {"title": fitting(title), "author": fitting(author), "created": datetime.combine(created, time())}
        )
        self.raw.set_size(2400, 1400)
        self.raw.set_calc_mode("auto")
        self._looks: dict[object, Any] = {}
        self.footer = ("", "")

    def look(self, name: str, **extra: object) -> Any:
        """The format of a look, with what one cell has besides; made once."""
        key = (name, *sorted(extra.items())) if extra else name
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self.raw.add_format(BASE | LOOKS[name] | extra)
        return found

    def paint(self, fill: str, ink: str, bold: bool = False) -> Any:
        """What a conditional format lays over a cell."""
        key = ("conditional", fill, ink, bold)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self.raw.add_format(
                {"bg_color": fill, "font_color": ink} | ({"bold": True} if bold else {})
            )
        return found

    def page(self, title: str, tab: str, paper: int = A4, zoom: int = 100) -> Page:
        """A new sheet: landscape, one page wide, with the book's footer."""
        sheet = self.raw.add_worksheet(title)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(TABS[tab])
        sheet.set_zoom(zoom)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.65)
        font = f'&"{FONT}"&{FOOTER} '
        left, right = self.footer
        sheet.set_footer(f"&L{font}{left}&C{font}&A, page &P of &N&R{font}{right}", {"margin": 0.3})
        return Page(self, sheet, title, paper)

    def hidden(self, title: str, texts: Iterable[str]) -> None:
        """A hidden sheet with one text a row, exactly as it is."""
        sheet = self.raw.add_worksheet(title)
        for row, text in enumerate(texts):
            _done(sheet.write_string(row, 0, text), title)
        sheet.hide()

    def bytes(self) -> bytes:
        """The finished workbook."""
        package.close(self.raw)
        return self._bytes.getvalue()


class Page:
    """A sheet in the making."""

    def __init__(self, book: Book, raw: Any, title: str, paper: int) -> None:
        self.book, self.raw, self.title, self.paper = book, raw, title, paper
        self._links = 0

    def text(self, row: int, column: int, text: str, look: str = "cell", **extra: object) -> None:
        """A text, as text whatever it begins with; an empty one is a cell with its look alone."""
        form = self.book.look(look, **extra) if extra else self.book.look(look)
        write = self.raw.write_string if text else self.raw.write_blank
        if write(row, column, fitting(text) if text else None, form):
            _done(-1, self.title)

    def number(self, row: int, column: int, number: float, look: str = "count") -> None:
        """A number of ours."""
        _done(self.raw.write_number(row, column, number, self.book.look(look)), self.title)

    def day(self, row: int, column: int, day: date | None, look: str = "day", **extra: object) -> None:
        """A real date, or the empty cell of one."""
        form = self.book.look(look, **extra)
        if day is None:
            _done(self.raw.write_blank(row, column, None, form), self.title)
        else:
            _done(self.raw.write_datetime(row, column, day, form), self.title)

    def link(
        self, row: int, column: int, target: str, text: str, look: str = "link", tip: str = "", **extra: object
    ) -> None:
        """A link to a place in this workbook (`'Sheet'!A1`); nothing ever links out of it."""
        self._links += 1
        if self._links > _MOST_LINKS or not text:
            self.text(row, column, text, look, **extra)
            return
        form = self.book.look(look, **extra)
        _done(
            self.raw.write_url(row, column, f"internal:{target}", form, fitting(text), fitting(tip)[:200] or None),
            self.title,
        )

    def choose(self, row: int, column: int, words: Sequence[str], prompt: str) -> None:
        """A drop-down of a few words of ours: together they stay under the 255 characters that Excel can open."""
        rule = {
            "validate": "list",
            "source": list(words),
            "input_message": prompt,
            "error_title": "Not one of the choices",
            "error_message": f"Choose one of: {'; '.join(words)}."[:250],
        }
        _done(self.raw.data_validation(row, column, row, column, rule), self.title)

    def formula(self, row: int, column: int, formula: str, result: float | str, look: str, **extra: object) -> None:
        """A formula of ours with its result stored, since many programs show what is stored."""
        _done(self.raw.write_formula(row, column, formula, self.book.look(look, **extra), result), self.title)

    def rich(
        self, row: int, column: int, parts: Sequence[tuple[str, str]], look: str = "cell", **extra: object
    ) -> None:
        """Texts in looks of their own, one after another in one cell."""
        clean = [(name, fitting(text)) for name, text in parts if text]
        whole = "".join(text for _, text in clean)
        if len(clean) < 2 or len(whole) * 2 > CELL_LIMIT or _ESCAPE.search(whole):
            only = {"bold": True} if len(clean) == 1 and clean[0][0] == "bold" else {}
            only |= {"font_strikeout": True} if len(clean) == 1 and clean[0][0] == "struck" else {}
            self.text(row, column, whole, look, **(extra | only))
            return
        fragments = [piece for name, text in clean for piece in (self.book.look(name), text)]
        _done(self.raw.write_rich_string(row, column, *fragments, self.book.look(look, **extra)), self.title)

    def merge(self, top: int, left: int, bottom: int, right: int, look: str, **extra: object) -> None:
        """Makes one cell of several, blank; what stands in it is written over its first.

        Where another merge has taken some of them the cells stay as they are: no layout may stop a run.
        """
        from xlsxwriter.exceptions import OverlappingRange

        if (top, left) == (bottom, right):
            return
        try:
            self.raw.merge_range(top, left, bottom, right, "", self.book.look(look, **extra))
        except OverlappingRange:
            return

    def paint(self, area: tuple[int, int, int, int], formula: str, fill: str, ink: str, bold: bool = False) -> None:
        """A conditional format: where the formula, written for the first cell, holds."""
        rule = {"type": "formula", "criteria": formula, "format": self.book.paint(fill, ink, bold)}
        self.raw.conditional_format(*area, rule)


def _done(code: int, title: str) -> None:
    """XlsxWriter tells by a number alone that it has not written a cell."""
    if code:
        raise PlanbookError(
            f"The sheet {title!r} has more rows than a workbook can hold. Split the plan, or clear old changes."
        )
