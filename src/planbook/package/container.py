"""Bytes to a checked set of parts. Nothing reads a workbook's zip but through here.

A small file can inflate to gigabytes, a directory can lie about sizes, two members can share one
name or one place, and an entity can grow without end. So every part is inflated once, counted
while inflating, and looked through before any reader sees it (robustness.md, Limits).
A part's name is a key in a dictionary and never a path on disk.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from dataclasses import dataclass

from planbook.errors import UnreadableWorkbook
from planbook.package.faults import DAMAGED, SEND_AGAIN, ZIP_FAULTS, damaged, one_line

MOST_PARTS = 2_000
MOST_BYTES = 200_000_000
MOST_BYTES_A_PART = 100_000_000
HIGHEST_RATIO = 200
RATIO_COUNTS_ABOVE = 10_000_000

CHUNK = 1 << 20
LOCAL_HEADER = 30
UTF16_STARTS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
DECLARATION = re.compile(r"\s{0,200}<\?xml[^>]{0,400}\?>")
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file. Names are found whatever their case, slashes or leading slash."""

    names: tuple[str, ...]
    """As they stand in the file, with forward slashes and no leading one, in its order."""
    content: dict[str, bytes]
    """By `key(name)`; parts of XML are UTF-8, whatever they were."""

    def __contains__(self, name: str) -> bool:
        return key(name) in self.content

    def get(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the file has none of that name."""
        return self.content.get(key(name))

    def part(self, name: str) -> bytes:
        """The bytes of a part that has to be there; raises UnreadableWorkbook naming it."""
        data = self.get(name)
        if data is None:
            raise UnreadableWorkbook(f"This workbook is damaged: its part {name} is missing. {DAMAGED}")
        return data


def key(name: str) -> str:
    """A part's name as it is compared: OPC names differ neither by case nor by a leading slash."""
    return name.replace("\\", "/").lstrip("/").casefold()


def open_package(data: bytes) -> Package:
    """Take a zip file's bytes, give its parts; raise UnreadableWorkbook over any limit or damage.

    Limits: robustness.md, "Limits that cost no honest file".
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _check_directory(members, data, archive.start_dir)
            return _inflate_all(archive, members)
    except ZIP_FAULTS as fault:
        raise UnreadableWorkbook(f"This workbook is damaged ({one_line(fault)}). {DAMAGED}") from fault


def _check_directory(members: list[zipfile.ZipInfo], data: bytes, start_of_directory: int) -> None:
    if len(members) > MOST_PARTS:
        raise UnreadableWorkbook(
            f"This file has {len(members):,} parts, and no workbook needs more than {MOST_PARTS:,}. {SEND_AGAIN}"
        )
    seen: set[str] = set()
    for info in members:
        if not info.filename:
            raise UnreadableWorkbook(f"A part of this workbook has no name. {DAMAGED}")
        if info.flag_bits & 0x1:
            raise UnreadableWorkbook(
                f"A part of this workbook is encrypted ({info.filename}). Open it in Excel, remove the password, "
                "save it, then put it back."
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableWorkbook(
                f"A part of this workbook is packed in an unusual way ({info.filename}). {SEND_AGAIN}"
            )
        if key(info.filename) in seen:
            raise UnreadableWorkbook(f"This workbook holds the part {info.filename} twice. {SEND_AGAIN}")
        seen.add(key(info.filename))
    _check_overlaps(members, data, start_of_directory)


def _check_overlaps(members: list[zipfile.ZipInfo], data: bytes, start_of_directory: int) -> None:
    """Two members over the same bytes are how a small file pretends to be a huge one."""
    end, before = 0, ""
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end or info.header_offset + LOCAL_HEADER > len(data):
            raise UnreadableWorkbook(f"Two parts of this workbook overlap ({before}, {info.filename}). {DAMAGED}")
        name_and_extra = struct.unpack_from("<HH", data, info.header_offset + LOCAL_HEADER - 4)
        end = info.header_offset + LOCAL_HEADER + sum(name_and_extra) + info.compress_size
        before = info.filename
    if end > start_of_directory:
        raise UnreadableWorkbook(f"A part of this workbook runs into its directory ({before}). {DAMAGED}")


def _inflate_all(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Package:
    content: dict[str, bytes] = {}
    names: list[str] = []
    total = 0
    for info in members:
        part = _inflate(archive, info, MOST_BYTES - total)
        total += len(part)
        name = info.filename.replace("\\", "/").lstrip("/")
        names.append(name)
        content[key(name)] = _checked(name, part)
    return Package(tuple(names), content)


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """One part's bytes, counted as they come; what the directory claims is not believed."""
    most = min(left, MOST_BYTES_A_PART)
    chunks: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > most or (size > RATIO_COUNTS_ABOVE and size > HIGHEST_RATIO * max(info.compress_size, 1)):
                raise UnreadableWorkbook(
                    f"A part of this workbook is far too large when unpacked ({info.filename}). If it comes from "
                    "somebody you know, copy the plan into a new workbook and save that; otherwise do not open it."
                )
            chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _checked(name: str, part: bytes) -> bytes:
    """A part of XML as UTF-8, refused where it declares a document type or an entity."""
    if not _is_xml(name, part):
        return part
    text = _as_utf8(name, part)
    if any(word in text for word in FORBIDDEN):
        raise UnreadableWorkbook(
            f"This workbook's part {name} declares a document type or an entity, which no spreadsheet program does. "
            f"Do not open it unless you know its sender. {SEND_AGAIN}"
        )
    return text


def _is_xml(name: str, part: bytes) -> bool:
    """By its name or its first byte. Pictures are left alone: an SVG may declare its type."""
    folded = key(name)
    if folded.endswith((".xml", ".rels", ".vml")):
        return True
    return "/media/" not in folded and part[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")


def _as_utf8(name: str, part: bytes) -> bytes:
    for start, encoding in UTF16_STARTS:
        if part.startswith(start):
            try:
                text = part.decode(encoding)
                return DECLARATION.sub("", text.lstrip("\ufeff"), count=1).encode()
            except UnicodeError as fault:
                raise damaged(name, fault) from fault
    return part
