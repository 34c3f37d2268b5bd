"""Rows are paired by the key that an issued workbook carries, unless the words show that keys and rows were parted."""

from __future__ import annotations

from planbook.matching.rows import pair_rows
from planbook.matching.workbooks import match_plan
from planbook.model import Action, Entry, Layout, Place, Plan

PLACE = Place("a.xlsx", "Plan", 5)
WORDS = ("Walk the rows each spring", "Mend the western pump", "Write to absent holders", "Hold an autumn swap")


def row(number: str, words: str, key: str = "") -> Action:
    return Action(number, {"action": Entry(words, PLACE)}, PLACE, number=number, key=key)


OLD = [row(str(n), words, f"k{n}") for n, words in enumerate(WORDS)]


def pairs(*new: Action) -> dict[int, int]:
    return pair_rows(OLD, new).pairs


def test_a_key_finds_a_row_of_which_number_and_words_are_new() -> None:
    found = pairs(row("9", "Something else altogether", "k1"), row("0", WORDS[0], "k0"))
    assert found == {0: 1, 1: 0}


def test_a_key_that_stands_twice_says_nothing() -> None:
    found = pairs(row("0", WORDS[0], "k0"), row("7", "Paint the shed green", "k0"))
    assert found == {0: 0}


def test_a_key_that_nobody_gave_says_nothing() -> None:
    assert pairs(row("1", WORDS[1], "k99")) == {0: 1}


def test_keys_that_stayed_behind_when_the_words_were_sorted_are_not_believed() -> None:
    """One row of the four was reworded too: its key would be another row's, so its words decide."""
    moved = [WORDS[1], "Write to every absent holder", WORDS[0], WORDS[3]]
    found = pairs(*(row("", words, f"k{n}") for n, words in enumerate(moved)))
    assert found == {0: 1, 1: 2, 2: 0, 3: 3}


def test_keys_are_believed_again_where_the_words_agree() -> None:
    """Two rows that say the same are told apart by their keys."""
    old = [row("1", "Review", "a"), row("2", "Review", "b")]
    assert pair_rows(old, [row("", "Review", "b"), row("", "Review", "a")]).pairs == {0: 1, 1: 0}


def test_a_plan_is_known_by_the_keys_of_its_rows_whatever_it_says() -> None:
    def plan(name: str, *rows: Action) -> Plan:
        return Plan(name, name, rows, (), Layout(), PLACE)

    twin = plan("2", *(row(a.number, a.wording, f"x{a.key}") for a in OLD))
    known = [plan("1", *OLD), twin]
    match = match_plan(plan("?", row("8", WORDS[0], "xk0")), known)
    assert match is not None
    assert match.plan is twin
