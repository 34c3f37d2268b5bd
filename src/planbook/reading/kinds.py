"""What a file is, by its bytes and never by its ending, and what to tell its sender.

Returns come as whatever people have. A file that is no workbook of the kind we read gets one
sentence that says what it is and one that says what to do (known fault 21).
"""

from __future__ import annotations

import enum
import io
import re
import zipfile

from planbook.package import ZIP_FAULTS

SAVE_AS = "Open it in Excel and save it as Excel Workbook (.xlsx), then put it back."
COPY_OVER = "Copy the plan into an Excel workbook (.xlsx), then put that here instead."
ASK_AGAIN = "Ask the sender for the file again."


class Kind(enum.Enum):
    """The kinds of file that come. The value is what is said to people; WORKBOOK alone says nothing."""

    WORKBOOK = ""
    EMPTY = f"This file is empty (0 bytes): it was not saved or not sent whole. {ASK_AGAIN}"
    NOTHING_BUT_NOUGHTS = f"This file holds nothing but noughts: it was not copied whole. {ASK_AGAIN}"
    CUT_SHORT = f"This workbook is damaged: it was cut short, or is no complete zip file. {ASK_AGAIN}"
    ENCRYPTED = (
        "This workbook is password protected. Open it in Excel, remove the password, save it again, then put it back."
    )
    OLD_EXCEL = f"This is an old Excel workbook (.xls). {SAVE_AS}"
    BINARY_EXCEL = f"This is an Excel binary workbook (.xlsb). {SAVE_AS}"
    OPEN_DOCUMENT = (
        "This is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as "
        "Excel Workbook (.xlsx), then put it back."
    )
    OPEN_TEXT = f"This is an OpenDocument text or presentation, not a workbook. {COPY_OVER}"
    NUMBERS = "This is an Apple Numbers file. Export it from Numbers to Excel (.xlsx), then put that here instead."
    WORD = f"This is a Word document (.docx), not a workbook. {COPY_OVER}"
    OLD_WORD = f"This is an old Word document (.doc), not a workbook. {COPY_OVER}"
    SLIDES = f"This is a PowerPoint presentation, not a workbook. {COPY_OVER}"
    MESSAGE = (
        "This is a saved e-mail message, not a workbook. Open it, save the workbook that is attached to it, "
        "then put that here instead."
    )
    OLE = f"This is an old Office file that is not a workbook. {COPY_OVER}"
    PDF = f"This is a PDF, not a workbook. Ask the sender for the workbook that it was made from. {COPY_OVER}"
    RICH_TEXT = f"This is a rich text document (.rtf), not a workbook. {COPY_OVER}"
    PICTURE = f"This is a picture, not a workbook. {COPY_OVER}"
    HTML = f"This is a web page (HTML), whatever its name says. {SAVE_AS}"
    XML_SPREADSHEET = f"This is an XML spreadsheet of Excel 2003, whatever its name says. {SAVE_AS}"
    XML = f"This is an XML file, not a workbook. {ASK_AGAIN}"
    TEXT = f"This is a text file (such as .csv), whatever its name says. {SAVE_AS}"
    ZIP_OF_WORKBOOKS = "This is a zip file with workbooks in it. Take them out of it and put them here instead of it."
    OTHER_ZIP = f"This is a zip file, not a workbook. {ASK_AGAIN}"
    UNKNOWN = f"This is not a workbook, or it is damaged: Excel would not open it either. {ASK_AGAIN}"


OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENTRY = 128  # a directory entry's length, and what its place is a multiple of
# The stream that tells what an OLE file is. The first in the file counts: embedded objects follow.
OLE_STREAMS: dict[str, Kind] = {
    "EncryptedPackage": Kind.ENCRYPTED,
    "EncryptionInfo": Kind.ENCRYPTED,
    "Workbook": Kind.OLD_EXCEL,
    "Book": Kind.OLD_EXCEL,
    "WordDocument": Kind.OLD_WORD,
    "PowerPoint Document": Kind.SLIDES,
    "__properties_version1.0": Kind.MESSAGE,
}

STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RICH_TEXT),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"\x09\x08", Kind.OLD_EXCEL),  # BIFF without a container: Excel 5 and before
    (b"\x09\x04\x06\x00", Kind.OLD_EXCEL),
    (b"\x09\x02\x06\x00", Kind.OLD_EXCEL),
)

# A zip is told by a member's name, folded; the first line that fits counts.
MEMBERS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"xl/workbook\.bin"), Kind.BINARY_EXCEL),
    (re.compile(r"xl/workbook[^/]{0,40}\.xml|xl/worksheets/.{1,200}"), Kind.WORKBOOK),
    (re.compile(r"word/.{1,200}\.xml"), Kind.WORD),
    (re.compile(r"ppt/.{1,200}\.xml"), Kind.SLIDES),
    (re.compile(r"index\.zip|index/.{1,200}\.iwa"), Kind.NUMBERS),
    (re.compile(r"\[content_types\]\.xml"), Kind.WORKBOOK),
    (re.compile(r".{1,400}\.(?:xlsx|xlsm|xlsb|xls|ods|csv)"), Kind.ZIP_OF_WORKBOOKS),
)
HTML_START = re.compile(r"<(?:!doctype html|html|head|body|table|meta|style|div)\b")
MAIL_START = re.compile(r"(?:mime-version|received|return-path|delivered-to|message-id|from|x-sender):")
PRINTABLE_SHARE = 0.95


def kind_of(data: bytes) -> Kind:
    """What kind of file these bytes are. Never raises."""
    if not data:
        return Kind.EMPTY
    if data.startswith(OLE_SIGNATURE):
        return _ole_kind(data)
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if not data.strip(b"\x00"):
        return Kind.NOTHING_BUT_NOUGHTS
    text = _as_text(data[:4096])
    for start, kind in STARTS:
        if data.startswith(start) and (kind is not Kind.PICTURE or not text):
            return kind
    return _text_kind(text) if text else Kind.UNKNOWN


def _ole_kind(data: bytes) -> Kind:
    """By the names in its directory, without following its chains: those are what crafted files loop."""
    found: list[tuple[int, Kind]] = []
    for name, kind in OLE_STREAMS.items():
        entry = name.encode("utf-16-le") + b"\x00\x00"
        at = data.find(entry)
        while at >= 0 and at % OLE_ENTRY:
            at = data.find(entry, at + 1)
        if at >= 0:
            found.append((at, kind))
    if any(kind is Kind.ENCRYPTED for _, kind in found):
        return Kind.ENCRYPTED
    return min(found, key=lambda hit: hit[0])[1] if found else Kind.OLE


def _zip_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lstrip("/").casefold() for name in archive.namelist()]
            mimetype = archive.read("mimetype")[:200] if "mimetype" in archive.namelist() else b""
    except ZIP_FAULTS:
        return Kind.CUT_SHORT
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return Kind.OPEN_DOCUMENT if b"spreadsheet" in mimetype else Kind.OPEN_TEXT
    for pattern, kind in MEMBERS:
        if any(pattern.fullmatch(name) for name in names):
            return kind
    return Kind.OTHER_ZIP


def _as_text(start: bytes) -> str:
    """The start of a text file in lower case, empty where the bytes are no text."""
    for signature, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(signature):
            return start[2:].decode(encoding, "ignore").strip().casefold()
    text = start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    good = sum(character >= " " or character in "\t\r\n" for character in text)
    return text.strip().casefold() if text and "\x00" not in text and good >= PRINTABLE_SHARE * len(text) else ""


def _text_kind(text: str) -> Kind:
    if HTML_START.match(text) or "<html" in text or "<table" in text:
        return Kind.HTML
    if text.startswith("<"):
        return Kind.XML_SPREADSHEET if "urn:schemas-microsoft-com:office:spreadsheet" in text else Kind.XML
    return Kind.MESSAGE if MAIL_START.match(text) else Kind.TEXT
