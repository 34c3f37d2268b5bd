"""Every code of the catalogue: a case that must raise it, where and as what, and a near miss that must not."""

from __future__ import annotations

import re

import pytest

from checking.cases import files, leads, merge, ratings, structure, timescales, updates
from checking.casework import REGISTER, Case
from planbook.catalogue import BY_CODE, RULES
from planbook.settings import DEFAULT_SCALE

MODULES = (files, structure, leads, timescales, ratings, updates, merge)
CASES: tuple[Case, ...] = tuple(case for module in MODULES for case in module.CASES)
NOT_YET = {"F006": "it takes two issues of a quarter: tests/stories/test_issue.py has its cases"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.says.replace(" ", "-")[:70])
def test_a_case_raises_what_it_says_and_nothing_else_of_its_families(case: Case) -> None:
    said = case.said()
    assert sorted(said) == sorted(case.raises)
    assert not {line.split()[0] for line in said} & set(case.misses)


@pytest.mark.parametrize("code", sorted(BY_CODE.keys() - NOT_YET.keys()))
def test_every_code_has_a_case_that_raises_it_and_a_near_miss(code: str) -> None:
    assert any(code in case.codes for case in CASES), f"no case raises {code}"
    assert any(code in case.misses for case in CASES), f"no near miss of {code}"


def test_the_codes_that_cannot_be_raised_yet_are_codes_and_have_no_case() -> None:
    assert NOT_YET.keys() <= BY_CODE.keys()
    assert not NOT_YET.keys() & {code for case in CASES for code in case.codes}


@pytest.mark.parametrize("case", [c for c in CASES if any("->" in r for r in c.raises)], ids=lambda c: c.says[:60])
def test_a_suggestion_can_be_taken_as_it_stands(case: Case) -> None:
    names = {p.name for p in REGISTER.people} | {g.name for g in REGISTER.groups}
    codes = {step.code for step in DEFAULT_SCALE.steps}
    for finding in case.findings:
        taken = finding.suggestion
        if taken and finding.code[0] == "T":
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", taken)
        if taken and finding.code[0] == "L":
            assert taken in names
        if taken and finding.code[0] == "R":
            assert taken in codes


@pytest.mark.parametrize("case", [c for c in CASES if c.raises], ids=lambda c: c.says[:60])
def test_a_finding_says_in_words_what_is_wrong_and_gives_the_value_it_is_about(case: Case) -> None:
    for finding in case.findings:
        assert finding.message.endswith(".")
        assert "  " not in finding.message
        assert finding.ref


def test_every_severity_of_the_catalogue_is_that_of_the_cases_unless_an_action_is_complete() -> None:
    said = {tuple(line.split()[:2]) for case in CASES for line in case.raises}
    for rule in RULES:
        found = {severity for code, severity in said if code == rule.code}
        assert found <= {rule.severity.value, "info"} if rule.code[0] in "LT" else found <= {rule.severity.value}
