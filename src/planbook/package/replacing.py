"""A package with some of its parts replaced and some added; every other part is the same, byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from planbook.package.container import key, open_package

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name: the same parts give the same bytes."""


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts in place of those of the same name, and with the others of them at its end.

    Raises UnreadableWorkbook where the file is over a limit or damaged (`open_package`).
    """
    open_package(data)
    left = {key(name): (name, content) for name, content in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.comment = old.comment
        for info in old.infolist():
            _, content = left.pop(key(info.filename), ("", old.read(info)))
            new.writestr(_same(info), content)
        for name, content in left.values():
            added = zipfile.ZipInfo(name, _DAY)
            added.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(added, content)
    return out.getvalue()


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member as the old file describes it; how it was packed is packed anew."""
    one = zipfile.ZipInfo(info.orig_filename, info.date_time)
    one.compress_type, one.external_attr, one.create_system = info.compress_type, info.external_attr, info.create_system
    return one
