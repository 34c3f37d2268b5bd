"""Small workspaces on disk, and LibreOffice where it is installed: what the tests of the desk's commands share."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from building import book, early_help, fathers
from planbook.cli import main

ALLOTMENTS = """
| Every plot is let  | 1a. Walk the rows each spring | Olwen Trask | March 2024 | 3 On target     | 2.2.24: All walked |
| ^                  | 1b. Write to absent holders   | Jory Penna  | ongoing    | 2 Slow progress |                    |
| Water for everyone | 2a. Mend the west pump        | Olwen Trask | June 2024  | 1 Work required |                    |
"""
SEEDS = """
| Seeds for all | Share the seed list with schools | Tamsin Roe | 31/03/2024 | 3 | 1.2.24: Shared. |
| ^             | Hold a swap in the autumn        | Jory Penna | 31/10/2024 | 2 |                 |
"""


def plan_file(folder: Path, name: str, text: str = ALLOTMENTS, layout=early_help) -> Path:
    """A plan workbook of one of the familiar layouts on disk."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(book({"Action plan": layout(text)}))
    return path


def workspace(folder: Path, settings: str = "") -> Path:
    """A workspace of two plans, issued and not yet merged."""
    plan_file(folder, "issued/allotments.xlsx")
    plan_file(folder, "issued/seeds.xlsx", SEEDS, fathers)
    (folder / "returns").mkdir()
    if settings:
        (folder / "planbook.toml").write_text(settings, encoding="utf-8")
    return folder


def run(*words: object) -> int:
    """One command, as a person types it."""
    return main([str(word) for word in words])


def through_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook opened and saved again by LibreOffice; the test is skipped where that is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    out = folder / "saved again"
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", out, path]
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=200)
    return out / path.name
