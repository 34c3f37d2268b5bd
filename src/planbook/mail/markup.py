"""HTML for messages: a small builder over `html.escape`. Nothing else in the project makes markup for mail.

Whatever is given as text is escaped; only what this file made itself is markup. Looks stand in the elements, since
mail programs read no style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from planbook import forms

_STYLES = {
    "body": "font-family:Arial,sans-serif;font-size:11pt;color:#1b2733",
    "table": "border-collapse:collapse;margin:8px 0 16px",
    "th": "background:#16324f;color:#ffffff;text-align:left;padding:6px 10px",
    "td": "border:1px solid #c9d2da;padding:6px 10px;vertical-align:top",
}


class Markup(str):
    """Text that is markup already; made here alone."""

    __slots__ = ()


def element(name: str, *children: str) -> Markup:
    """An element; children that are no markup are escaped, and their line breaks kept."""
    style = f' style="{_STYLES[name]}"' if name in _STYLES else ""
    return Markup(f"<{name}{style}>{''.join(map(_inside, children))}</{name}>")


def _inside(child: str) -> str:
    if isinstance(child, Markup):
        return child
    return escape(forms.writable(child)).replace("\n", "<br>\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table with its headings, for screen readers as well."""
    head = element("tr", *(element("th", heading) for heading in headings))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", head), element("tbody", *body))


def document(title: str, parts: Iterable[Markup]) -> str:
    """A whole page."""
    head = element("head", Markup('<meta charset="utf-8">'), element("title", title))
    return f'<!DOCTYPE html>\n<html lang="en-GB">{head}{element("body", *parts)}</html>\n'
