"""How high a row must be for its text, since no spreadsheet fits rows of a file that a program wrote.

Excel does not grow a row for a merged cell, and neither Excel nor LibreOffice fits the rows of a
file on opening. So every height is estimated from the advance widths of the font, wrapped as
spreadsheets wrap: at spaces and after hyphens, an over-long word by force.

The widths are bytes and the running sum is one pass in C, since this is done for every text of the
book: a line then costs one search, however long it is.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from planbook.writing.theme import BODY, ROW_LIMIT

# Advance widths of the printable ASCII characters of Arial, from the space on: units of 1/2048 em.
_ASCII = (
    "569 569 727 1139 1139 1821 1366 391 682 682 797 1196 569 682 569 569 1139 1139 1139 1139 1139 1139 1139 1139"
    " 1139 1139 569 569 1196 1196 1196 1139 2079 1366 1366 1479 1479 1366 1251 1593 1479 569 1024 1366 1139 1706"
    " 1479 1593 1366 1593 1479 1366 1251 1479 1366 1933 1366 1366 1251 569 569 569 961 1139 682 1139 1139 1024 1139"
    " 1139 569 1139 1139 455 455 1024 455 1706 1139 1139 1139 1139 682 1024 569 1139 1024 1479 1024 1024 1024 684"
    " 532 684 1196"
)
_UNIT = 9
"""The widths are kept in ninths of their unit, so that the widest Latin letter fits a byte."""

_OTHER = 1139  # an average letter
_BOLD = 1.06  # bold letters are about so much wider
_PITCH = 1.275  # Excel's height of a line of Arial to its size: 12.75 points at 10
_AIR = 5.0  # points a row has besides its lines
_INDENT, _EDGE, _PADDING, _PIXEL = 9, 6, 5, 0.75  # pixels, and points to a pixel


def _width_table() -> bytes:
    widths = [_OTHER] * 256
    for code, width in enumerate(_ASCII.split(), 32):
        widths[code] = int(width)
    widths[9] = 4 * _OTHER // 2
    return bytes(min(255, -(-width // _UNIT)) for width in widths)


_TABLE = _width_table()
_SMART = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "n", 0x2022: "*", 0x00A0: "_", 0x2026: "@"}


def room(width: float) -> float:
    """The points that text can use in a column so many characters wide, less one step of indent."""
    return max(8.0, (int(width * 7 + _PADDING) - _EDGE - _INDENT) * _PIXEL)


@lru_cache(maxsize=50_000)
def lines(text: str, width: float, size: float = BODY, bold: bool = False) -> int:
    """How many lines a text takes in a column, one at least."""
    units = room(width) * 2048 / (size * (_BOLD if bold else 1.0)) / _UNIT
    return sum(_lines_of(paragraph, units) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, units: float) -> int:
    """The lines of one paragraph in a room of so many units: as many words on each as fit."""
    if len(paragraph) * 228 <= units:
        return 1
    sums = list(accumulate(_widths(paragraph)))
    if sums[-1] <= units:
        return 1
    count, start, used = 0, 0, 0.0
    while start < len(paragraph):
        count += 1
        end = bisect_right(sums, used + units)
        if end >= len(paragraph):
            break
        start = _break_before(paragraph, start, end)
        used = sums[start - 1]
    return count


def _break_before(paragraph: str, start: int, end: int) -> int:
    """Where the next line begins when this one, from `start`, is full at `end`."""
    if paragraph[end] == " ":
        while end < len(paragraph) and paragraph[end] == " ":
            end += 1
        return end
    cut = max(paragraph.rfind(" ", start, end), paragraph.rfind("-", start, end))
    return cut + 1 if cut >= start else max(end, start + 1)


def _widths(text: str) -> bytes:
    """The widths of the characters as bytes. What is neither Latin nor punctuation counts as an em."""
    if not text.isascii():
        text = text.translate(_SMART)
        text = "".join(c if c < "\u0100" else "@" for c in text) if not text.isascii() else text
    return text.encode("latin-1").translate(_TABLE)


def text_height(text: str, width: float, size: float = BODY, bold: bool = False) -> float:
    """The points that a text needs in a column, with a little air; not limited to what a row can have."""
    if len(text) * size <= width * 3 and "\n" not in text:  # one line, even of the widest letters
        return _PITCH * size + _AIR
    return lines(text, width, size, bold) * _PITCH * size + _AIR


def what_fits(text: str, width: float, height: float) -> int:
    """How many characters of a text, from its beginning, a cell so wide and so high can show."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_height(text[:middle], width) <= height:
            low = middle
        else:
            high = middle - 1
    return low


def row_height(needs: list[float], least: int = 1) -> float:
    """The height of a row from what its cells need, at least so many lines of body text, at most the limit."""
    return min(ROW_LIMIT, max([least * _PITCH * BODY + _AIR, *needs]))
