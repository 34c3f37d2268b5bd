"""A text as its elements open and close: one or many runs, struck out or not, phonetic guides left out.

Shared texts and texts that stand in their cells are built alike, so both readers hand their elements
to this one collector. It knows elements by their local names and does no parsing.
"""

from __future__ import annotations

from planbook.reading.outline import TRUE
from planbook.reading.texts import Rich


class RunCollector:
    """Collects the text of an `si` or `is`. `pieces` is where the parser puts characters."""

    __slots__ = ("_in_font", "_in_guide", "_in_run", "_runs", "_struck", "_text", "pieces")

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self.begin()

    def begin(self) -> None:
        """Forget the text before, and be ready for the next one."""
        self._runs: list[tuple[str, bool | None]] = []
        self._struck: bool | None = None
        self._text = ""
        self._in_run = self._in_font = self._in_guide = False

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element inside the text opens."""
        if name == "t":
            self.pieces.clear()
        elif name == "r":
            self._in_run, self._struck, self._text = True, None, ""
        elif name == "rPr" and self._in_run:
            self._in_font, self._struck = True, False
        elif name == "strike" and self._in_font:
            self._struck = self._struck or attributes.get("val", "1").casefold() in TRUE
        elif name == "rPh":
            self._in_guide = True

    def close(self, name: str) -> None:
        """An element inside the text closes."""
        if name == "t":
            text = "".join(self.pieces)
            if self._in_guide:
                return
            if self._in_run:
                self._text += text
            else:
                self._runs.append((text, None))
        elif name == "r":
            self._runs.append((self._text, self._struck))
            self._in_run = False
        elif name == "rPr":
            self._in_font = False
        elif name == "rPh":
            self._in_guide = False

    def taken(self) -> str | Rich:
        """The text as stored: plain where nothing says whether it is struck, else its runs."""
        runs = self._runs
        if len(runs) == 1 and runs[0][1] is None:
            return runs[0][0]
        if all(struck is None for _, struck in runs):
            return "".join(text for text, _ in runs)
        return Rich(tuple(runs))
