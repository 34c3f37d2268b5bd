"""When a workbook was last saved, by its own account: what tells an earlier copy of a return from a later one."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from planbook.package.container import key
from planbook.package.faults import ZIP_FAULTS

_CORE = "docprops/core.xml"
_MOST_BYTES = 100_000
_STAMP = re.compile(rb"<(?:[\w.-]{1,20}:)?(created|modified)\b[^<>]{0,200}>\s{0,20}([^<>\s]{10,40})\s{0,20}<")


def saved_on(data: bytes) -> datetime | None:
    """The time of the last saving that a workbook names; None where it names none, or was never saved since made.

    A date that is out of shape is none: it is only a hint, and no fault of the file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = next((i for i in archive.infolist() if key(i.filename) == _CORE), None)
            if info is None or info.file_size > _MOST_BYTES:
                return None
            stamps = dict(_STAMP.findall(archive.read(info)))
    except ZIP_FAULTS:
        return None
    saved = stamps.get(b"modified")
    if saved is None or saved == stamps.get(b"created"):
        return None
    try:
        when = datetime.fromisoformat(saved.decode("ascii"))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
