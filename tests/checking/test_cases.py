"""Every code of the catalogue: a case that must raise it, where and as what, and a near miss that must not."""

from __future__ import annotations

import pytest

from checking.cases import files, leads, merge, ratings, structure, timescales, updates
from checking.casework import Case

CASES: tuple[Case, ...] = (*files.CASES, *structure.CASES, *merge.CASES, *timescales.CASES, *leads.CASES, *ratings.CASES, *updates.CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.says.replace(" ", "-")[:70])
def test_a_case_raises_what_it_says_and_nothing_else_of_its_families(case: Case) -> None:
    said = case.said()
    print(*said, sep='\n')
    assert sorted(said) == sorted(case.raises)
    assert not {line.split()[0] for line in said} & set(case.misses)
