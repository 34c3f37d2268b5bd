"""What opening and parsing a file's parts can raise, and the plain words for it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from xml.etree import ElementTree

from planbook.errors import UnreadableWorkbook

SEND_AGAIN = "Open it in Excel, save it again as Excel Workbook (.xlsx), then put it back."
DAMAGED = "Ask the sender for the file again, or open it in Excel, let Excel repair it and save it, then put it back."

# What zipfile and zlib raise over damaged or forged archives, each seen with a crafted file:
ZIP_FAULTS = (
    zipfile.BadZipFile,  # no directory, bad CRC, names that differ
    zipfile.LargeZipFile,
    zlib.error,  # a damaged stream
    struct.error,  # a header cut short
    EOFError,  # a stream cut short
    NotImplementedError,  # a compression that Python does not know
    RuntimeError,  # an encrypted member
    ValueError,  # a seek before the start
    OverflowError,
    OSError,  # an offset beyond the end
    IndexError,  # a member without a name
    UnicodeDecodeError,  # a name that is not UTF-8 though it says so
)

# What ElementTree raises over a part that is no XML:
XML_FAULTS = (
    ElementTree.ParseError,  # malformed
    ValueError,  # an encoding of several bytes
    LookupError,  # an encoding that Python does not know
    RecursionError,  # nested without end
)


def one_line(fault: object) -> str:
    """A library's complaint on one line, without a full stop."""
    return " ".join(str(fault).split())[:200].rstrip(".") or "it cannot be opened"


def damaged(part: str, fault: object) -> UnreadableWorkbook:
    """What to raise where a part is malformed: it names the part and says what to do."""
    return UnreadableWorkbook(
        f"This workbook is damaged: its part {part} cannot be read ({one_line(fault)}). {DAMAGED}"
    )
