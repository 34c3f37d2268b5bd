"""Workbooks made by hand, part by part, so that each test says what is unusual in its file."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = f"""<styleSheet xmlns="{MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
<fonts count="2"><font/><font><strike/></font></fonts>
<fills count="7"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor theme="9" tint="-0.25"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>
<fill><patternFill patternType="lightUp"><fgColor rgb="FFFF0000"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="64"/></patternFill></fill></fills>
<borders><border/></borders>
<cellXfs count="12"><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>
<xf numFmtId="9"/><xf fontId="1"/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/>
<xf fillId="5"/><xf fillId="6"/></cellXfs></styleSheet>"""
DAY, MONTH, HOURS, CLOCK, PERCENT, STRUCK, GREEN, THEMED, INDEXED, HATCHED, AUTOMATIC = range(1, 12)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def sheet_part(rows: str, *, before: str = "", after: str = "", main: str = MAIN) -> str:
    """A sheet's part; `before` and `after` stand round its rows."""
    return f'<worksheet xmlns="{main}" xmlns:r="{REL}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts_of(
    rows: str = "", *, before: str = "", after: str = "", strings: str | None = None, main: str = MAIN, book: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook of one sheet, `Plan`."""
    relation = (
        f"{REL}/worksheet" if main == MAIN else "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": rels(("1", f"{REL}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{REL}">{book}'
        '<sheets><sheet name="Plan" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": rels(
            ("s1", relation, "worksheets/sheet1.xml"),
            ("st", f"{REL}/styles", "styles.xml"),
            ("ss", f"{REL}/sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet_part(rows, before=before, after=after, main=main),
        "xl/styles.xml": STYLES,
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    return parts


def rels(*relations: tuple[str, ...]) -> str:
    """A part of relations: number, type, target, and `External` where it lies outside."""
    lines = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}" TargetMode="{"".join(outside)}"/>'
        for number, kind, target, *outside in relations
    )
    return f'<Relationships xmlns="{PACKAGE_REL}">{lines}</Relationships>'


def text(words: str) -> str:
    """An inline text's element, in a cell without address or style."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """A row of cells."""
    return f'<row r="{number}">{"".join(cells)}</row>'
