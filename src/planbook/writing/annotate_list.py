"""The sheet `planbook` of an annotated workbook: every fault with a link to its cell, in the plainest of sheets.

It uses no style, so that the part of styles stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from planbook import forms
from planbook.catalogue import BY_CODE, severity_of
from planbook.model import Finding, Place, column_letters
from planbook.package.editing import ascii_of

_WIDTHS = (26, 20, 8, 10, 70, 30, 70)
_FIRST = 5


@dataclass(frozen=True, slots=True)
class _Cell:
    address: str
    text: str

    def __str__(self) -> str:
        words = escape(forms.fitting(self.text))
        return f'<c r="{self.address}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def list_sheet(findings: Sequence[Finding], main: str) -> bytes:
    """The sheet's part."""
    rows: list[Sequence[str]] = [(forms.CHECK_TITLE,), (forms.CHECK_EXPLAINED,), (), forms.CHECK_HEADINGS]
    rows += [_words(f) for f in findings] or [(forms.CHECK_NOTHING,)]
    body = "".join(_row(number, row) for number, row in enumerate(rows, 1) if row)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, 1)
    )
    links = "".join(_links(findings))
    return ascii_of(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{main}"><cols>{columns}</cols>'
        f"<sheetData>{body}</sheetData>{f'<hyperlinks>{links}</hyperlinks>' if links else ''}</worksheet>"
    )


def _words(finding: Finding) -> tuple[str, ...]:
    rule = BY_CODE[finding.code]
    place = finding.place
    where = f"{place.sheet}!{place.cell}" if place.cell else place.sheet or "the whole workbook"
    severity = severity_of(finding).value
    return (where, severity, finding.code, finding.action, finding.message, finding.suggestion, rule.to_do)


def _row(number: int, words: Sequence[str]) -> str:
    cells = "".join(str(_Cell(f"{column_letters(n)}{number}", text)) for n, text in enumerate(words, 1) if text)
    return f'<row r="{number}">{cells}</row>'


def _links(findings: Sequence[Finding]) -> Iterable[str]:
    for number, finding in enumerate(findings, _FIRST):
        if finding.place.sheet:
            target = quoteattr(_target(finding.place), {"\n": " ", "\r": " "})
            yield f'<hyperlink ref="A{number}" location={target} display={target}/>'


def _target(place: Place) -> str:
    title = forms.writable(place.sheet).replace("'", "''")
    return f"'{title}'!{place.cell or f'A{place.row or 1}'}"
