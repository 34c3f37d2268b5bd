"""How many pages a sheet is told to fit on, so that no last page is left nearly empty.

A sheet is one page wide. Left to itself it can end on a page with two rows on it; where that page
would be less than a third full, the sheet is told to be one page shorter, and shrinks by a little.
"""

from __future__ import annotations

from collections.abc import Sequence

from planbook.writing.book import A3, A4

# Points that a page has for cells, landscape, less the margins of `Book.page`: width and height.
_PAGES = {A3: (1133.0, 759.0), A4: (784.0, 513.0)}
_THIN = 1 / 3
_MOST_SHRUNK = 12
"""Only short sheets are squeezed: on a long one a thin last page is nothing, and the estimate is less sure."""


def pages_high(widths: Sequence[float], heights: Sequence[float], repeated: float, paper: int) -> int:
    """The number of pages to fit, or 0 to let it be, from widths in characters and heights in points."""
    wide, high = _PAGES[paper]
    scale = min(1.0, wide / max(1.0, sum(int(width * 7 + 5) * 0.75 for width in widths)))
    count, used = 1, 0.0
    for height in heights:
        if used + height * scale > high:
            count, used = count + 1, repeated * scale
        used += height * scale
    return count - 1 if 1 < count <= _MOST_SHRUNK and used < high * _THIN else 0
