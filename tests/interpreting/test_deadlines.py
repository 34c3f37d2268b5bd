"""What each date of a text is for."""

from __future__ import annotations

import pytest

from planbook.interpreting.dates import find_in
from planbook.interpreting.dating.plain import make_plain
from planbook.interpreting.timing.deadlines import Role, dates_with_roles


def roles(text):
    plain = make_plain(text)
    return [d.role.name.lower() for d in dates_with_roles(plain.low, find_in(plain))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by May 2020", ["deadline"]),
        ("from May 2020", ["start"]),
        ("May 2020 onwards", ["start"]),
        ("from May 2020 to July 2020", ["start", "deadline"]),
        ("start of May 2020", ["deadline"]),
        ("week commencing 4 May 2020", ["deadline"]),
        ("was May 2020, now July 2020", ["former", "revised"]),
        ("moved from May 2020 to July 2020", ["former", "revised"]),
        ("May 2020 → July 2020", ["deadline", "revised"]),
        ("July 2020 (originally May 2020)", ["deadline", "former"]),
        ("brought forward to May 2020 (from July 2020)", ["revised", "former"]),
        ("not before May 2020", ["after"]),
        ("no later than May 2020", ["deadline"]),
        ("not later than May 2020", ["deadline"]),
        ("6 weeks after 4 May 2020", ["after"]),
        ("within 6 months, by May 2020", ["deadline"]),
        ("2018/19 audit", ["title"]),
        ("in 2018/19", ["deadline"]),
        ("May 2020 to date", ["start"]),
    ],
)
def test_a_date_has_its_role(text, expected):
    assert roles(text) == expected


def test_every_role_is_tried_above():
    assert {role.name for role in Role} == {"DEADLINE", "REVISED", "FORMER", "START", "AFTER", "TITLE"}
