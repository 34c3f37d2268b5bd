"""One bad return never stops the run: it gets its exception with its place, and the others are merged."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building import book

PLAN = """
3. Safer streets

| No. | Objective and Action | Responsible Lead/s | Completion by | Progress update | Impact RAG |
| 3.1 | Walk the routes to school with pupils | Ann Lee | March 2026 | Two routes walked | 3 - On target |
| 3.2 | Agree lighting with the highways team | Bo Marsh | June 2026 | Letter sent | 2 - Slow progress |
"""
RETURN = PLAN.replace("Two routes walked", "All four routes walked")


def _zip(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def merged(root: Path, **returns: bytes) -> tuple[int, dict, str]:
    (root / "issued").mkdir()
    (root / "returns").mkdir()
    (root / "issued" / "3 Safer streets.xlsx").write_bytes(book(PLAN))
    (root / "returns" / "good.xlsx").write_bytes(book(RETURN))
    for name, data in returns.items():
        (root / "returns" / name.replace("__", ".")).write_bytes(data)
    words = [sys.executable, "-m", "planbook", "merge", str(root), "--as-of", "2026-02-06", "--format", "json"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, encoding="utf-8")
    return done.returncode, json.loads(done.stdout), done.stderr


@pytest.mark.parametrize(
    ("name", "data", "code", "status"),
    [
        ("cut__xlsx", book(RETURN)[:900], "F001", "refused"),
        ("empty__xlsx", b"", "F001", "refused"),
        ("protected__xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "F001", "refused"),
        ("page__xls", b"<html><table><tr><td>Action</td></tr></table></html>", "F001", "refused"),
        ("zip__xlsx", _zip(**{"hello.txt": "x"}), "F001", "refused"),
        (
            "letter__docx",
            _zip(**{"word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>"}),
            "F009",
            "passed over",
        ),
        ("mail__txt", b"See attached.", "F009", "passed over"),
        ("picture__png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "F009", "passed over"),
        ("no plan__xlsx", book("Minutes of the meeting\n\n| Name | Present |\n| Ann | yes |"), "F002", "refused"),
        (
            "other__xlsx",
            book(
                "9. Rivers\n\n| No. | Action | Lead | Completion by | Progress update | RAG |\n"
                "| 9.1 | Count the otters | Otto | May 2026 | none seen | 2 - Slow progress |\n"
                "| 9.2 | Clean the weir | Wim | May 2026 | half done | 3 - On target |"
            ),
            "F003",
            "unmatched",
        ),
    ],
)
def test_each_bad_return_is_named_and_the_good_one_is_merged(
    tmp_path: Path, name: str, data: bytes, code: str, status: str
) -> None:
    exit_status, report, stderr = merged(tmp_path, **{name: data})
    file = f"returns/{name.replace('__', '.')}"
    said = [e for e in report["exceptions"] if e["file"] == file and e["code"] == code]
    assert said, [(e["code"], e["file"]) for e in report["exceptions"]]
    assert len(said[0]["message"]) > 30  # a sentence that says what to do, not a name of an exception
    assert {r["file"]: r["status"] for r in report["returns"]}[file] == status
    assert [(c["action"], c["file"]) for c in report["changes"]] == [("3.1", "returns/good.xlsx")]
    assert exit_status == (1 if any(e["severity"] == "error" for e in report["exceptions"]) else 0)
    assert "Traceback" not in stderr
    assert (tmp_path / "master.xlsx").exists()


def test_a_missing_column_is_said_and_what_it_held_stays(tmp_path: Path) -> None:
    lines = [line.rsplit("|", 2)[0] + "|" if line.startswith("|") else line for line in RETURN.splitlines()]
    _, report, _ = merged(tmp_path, less__xlsx=book("\n".join(lines)))
    missing = [e for e in report["exceptions"] if e["code"] == "S002"]
    assert [(e["file"], e["field"]) for e in missing] == [("returns/less.xlsx", "rag")]
    assert missing[0]["sheet"]
    assert missing[0]["cell"]
    assert not [e for e in report["exceptions"] if e["code"] in ("M006", "R001")]


def test_without_any_plan_nothing_is_written_and_the_status_is_2(tmp_path: Path) -> None:
    (tmp_path / "issued").mkdir()
    (tmp_path / "returns").mkdir()
    (tmp_path / "returns" / "broken.xlsx").write_bytes(b"PK")
    words = [sys.executable, "-m", "planbook", "merge", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "issued" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "master.xlsx").exists()


def test_a_master_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "issued").mkdir()
    (tmp_path / "issued" / "plan.xlsx").write_bytes(book(PLAN))
    theirs = book("My own notes")
    (tmp_path / "master.xlsx").write_bytes(theirs)
    done = subprocess.run(
        [sys.executable, "-m", "planbook", "merge", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "master.xlsx" in done.stderr
    assert (tmp_path / "master.xlsx").read_bytes() == theirs
