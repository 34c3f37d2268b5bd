"""Every file that these tests read by default is read by both engines, which have to agree on it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from planbook import reading
from planbook.errors import UnreadableWorkbook
from planbook.model import Workbook


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "engines_differ(why): the engines do not agree on this test's files, and why")


def outcome(engine: str, data: bytes, name: str) -> Workbook | str:
    """What an engine makes of a file; a refusal is one word, since their sentences may differ."""
    try:
        book: Workbook = import_module(reading.ENGINES[engine]).read(data, name)
    except UnreadableWorkbook:
        return "refused"
    return replace(book, engine="")


@pytest.fixture(autouse=True)
def both_engines(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Compare the engines over each file, whole: every cell with all that it has, and all that surrounds it."""
    if request.node.get_closest_marker("engines_differ"):
        return
    read_by_default = reading._read_by_default

    def compared(data: bytes, name: str) -> Workbook:
        assert outcome("expat", data, name) == outcome("openpyxl", data, name)
        return read_by_default(data, name)

    monkeypatch.setattr(reading, "_read_by_default", compared)
