"""A sub-committee's name as the name of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.writing.issue_names import file_names


@pytest.mark.parametrize(
    ("committee", "file"),
    [
        ("Plots Group", "Plots Group.xlsx"),
        ("Seeds: sharing / saving", "Seeds sharing saving.xlsx"),
        ("../../etc/passwd", "etc passwd.xlsx"),
        ("con", "_con.xlsx"),
        ("LPT1.old", "_LPT1.old.xlsx"),
        ("Group.  ", "Group.xlsx"),
        ("~$Group", "Group.xlsx"),
        ("Two\nlines\u202e turned", "Two lines turned.xlsx"),
        ("", "Return.xlsx"),
        ("???", "Return.xlsx"),
        ("Gärten & Ösen", "Gärten & Ösen.xlsx"),
    ],
)
def test_a_name_is_made_safe(committee, file) -> None:
    assert file_names([committee]) == (file,)


def test_names_that_differ_by_case_or_marks_alone_are_told_apart() -> None:
    assert file_names(["Plots", "PLOTS", "Plots?"]) == ("Plots.xlsx", "PLOTS 2.xlsx", "Plots 3.xlsx")


@given(st.lists(st.text(max_size=300), max_size=8))
def test_any_names_give_as_many_files_that_every_system_can_have(names) -> None:
    files = file_names(names)
    assert len({f.casefold() for f in files}) == len(names)
    for file in files:
        stem = file.removesuffix(".xlsx")
        assert stem == stem.strip(" .")
        assert not set(file) & set('<>:"/\\|?*')
        assert not stem.startswith((".", "~"))
        assert len(file.encode()) <= 255 * 2
        assert all(c.isprintable() or c == " " for c in file)
