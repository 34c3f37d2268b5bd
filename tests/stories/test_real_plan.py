"""The real plan comes through whole. Its workbooks lie beside the project; without them this is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

import planbook

SEED = Path(__file__).parents[3] / "shared" / "seed" / "workbooks"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the real plan is not here")
ACTIONS = {"1": 20, "2": 17, "3": 12, "4": 11, "5": 18}


@pytest.fixture(scope="module")
def books() -> dict[str, planbook.PlanBook]:
    found = [planbook.read_workbook(path) for path in sorted(SEED.glob("*.xlsx"))]
    return {book.plans[0].id: book for book in found}


def test_every_action_of_the_three_layouts_is_read(books: dict[str, planbook.PlanBook]) -> None:
    assert {plan: len(book.items()) for plan, book in books.items()} == ACTIONS


def test_each_action_has_what_its_layout_gives_it(books: dict[str, planbook.PlanBook]) -> None:
    for plan, book in books.items():
        for item in book.items():
            assert item["number"], item
            assert item["action_text"], item
            assert item["rag"] in "1234", item
            if plan in "12":
                assert item["objective"], item
            if plan in "234":
                assert item["section"], item


def test_a_merged_objective_applies_to_all_its_actions_and_names_its_anchor(
    books: dict[str, planbook.PlanBook],
) -> None:
    first = [item for item in books["1"].items() if item["action"] in ("1a", "1b", "1e")]
    assert len({item["objective"] for item in first}) == 1
    assert len({item["cells"]["objective"] for item in first}) == 1


def test_narrative_belongs_to_its_block(books: dict[str, planbook.PlanBook]) -> None:
    notes = {item["action"]: item["section_notes"] for item in books["2"].items()}
    assert notes["2.1/1"] == notes["2.1/3"]
    assert notes["2.1/1"] != notes["2.2"]


def test_months_typed_as_dates_are_due_on_their_last_day(books: dict[str, planbook.PlanBook]) -> None:
    assert {item["due"] for item in books["5"].items()} == {"2020-03-31"}


def test_nothing_is_wrong_with_the_form_of_the_real_workbooks() -> None:
    from datetime import date

    from planbook.library import check_workbook
    from planbook.settings import Settings

    for path in sorted(SEED.glob("*.xlsx")):
        codes = {f.code for f in check_workbook(path, Settings(date(2020, 2, 14))).findings}
        assert not codes & {"S001", "S002", "S003", "S004", "S005", "S006", "S007"}, (path.name, codes)
