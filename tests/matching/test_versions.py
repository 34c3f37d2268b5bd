"""The marks that people and programs put on the name of a later copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.matching.versions import named_version

IN_ORDER = [
    ("Plots draft.xlsx", "Plots.xlsx", "Plots (1).xlsx", "Plots (2).xlsx", "Plots (10).xlsx"),
    ("Plots.xlsx", "Plots v2.xlsx", "Plots V3.xlsx", "Plots version 12.xlsx"),
    ("Plots_v1.xlsx", "Plots_v2.xlsx", "Plots_v2 (1).xlsx"),
    ("Plots.xlsx", "Plots FINAL.xlsx", "Plots final (1).xlsx", "Plots final v2.xlsx"),
    ("sub/Plots.xlsx", "other/Plots - revised.xlsx"),
]


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: names[-1])
def test_later_versions_of_one_file_come_after_earlier_ones(names) -> None:
    versions = [named_version(name) for name in names]
    assert len({v.stem for v in versions}) == 1
    ranks = [v.rank for v in versions]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(
    "names",
    [
        ("Plots north.xlsx", "Plots south.xlsx"),
        ("Semifinal.xlsx", "Semi.xlsx"),
        ("Plan 1.xlsx", "Plan 2.xlsx"),
        ("Rev2.xlsx", "Re.xlsx"),
        ("final.xlsx", "v2.xlsx"),
    ],
    ids=lambda names: names[0],
)
def test_other_names_are_not_versions_of_each_other(names) -> None:
    first, second = (named_version(name) for name in names)
    assert first.stem != second.stem


@given(st.text(max_size=300))
def test_any_name_has_a_version(name) -> None:
    assert named_version(f"{name}.xlsx") == named_version(f"{name}.xlsx")


def test_a_long_name_of_nothing_but_marks_is_read_at_once() -> None:
    assert named_version("x" + " final" * 5000 + ".xlsx").rank[0] == 1
