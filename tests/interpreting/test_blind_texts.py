"""Texts written without sight of the interpreters, in the words of public plans with invented names.

Each file of `blind/` was first read as an examination; what it showed was mended, whole kinds at a time. What counts
is what decides in a plan: a date, a code, the names, the entries and the field. Texts that the conventions leave open
were left out.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from planbook.interpreting.headings import recognise_heading
from planbook.interpreting.leads import parse_leads
from planbook.interpreting.rag import parse_rag
from planbook.interpreting.timescale import parse_timescale
from planbook.interpreting.updates import parse_updates
from planbook.model import Lead, LeadKind

HERE = Path(__file__).with_name("blind")


def lines_of(name: str) -> list[str]:
    """The lines of a file of texts, with their line breaks, without comments and blank lines."""
    found = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in found if line.strip() and not line.startswith("# ")]


def pairs_of(name: str) -> list[tuple[str, str]]:
    """The texts of a file with what they come to."""
    parted = [line.rpartition(" =>") for line in lines_of(name)]
    return [(text, meaning.strip()) for text, _, meaning in parted]


def headings() -> list[tuple[str, str | None]]:
    """Headings with their fields: the name in brackets above them."""
    found: list[tuple[str, str | None]] = []
    field: str | None = None
    for line in lines_of("headings.txt"):
        if line.startswith("[") and line.endswith("]"):
            field = None if line == "[none]" else line[1:-1]
        else:
            found.append((line, field))
    return found


def timescales() -> list[tuple[str, str, str, str, str]]:
    """Text, number format, kind, due date and months."""
    rows = [[*(part.strip() for part in line.split(" |")), "", ""] for line in lines_of("timescales.txt")]
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


@pytest.mark.parametrize(("text", "number_format", "kind", "due", "months"), timescales())
def test_a_timescale_is_due_when_its_words_say(text: str, number_format: str, kind: str, due: str, months: str) -> None:
    value = datetime.fromisoformat(text) if number_format else text
    got = parse_timescale(value, number_format=number_format or None)
    assert (str(got.kind), str(got.due or ""), str(got.recurrence_months or "")) == (kind, due, months)


@pytest.mark.parametrize(("text", "code"), pairs_of("rag.txt"))
def test_a_rating_has_the_code_that_is_written_and_no_other(text: str, code: str) -> None:
    assert parse_rag(text).code == code


def shown(lead: Lead) -> str:
    """A lead as the table has it. One word alone can be either: only a register can tell."""
    one = lead.kind in (LeadKind.PERSON, LeadKind.INITIALS)
    name = re.sub(r"\s*([-/])\s*", r"\1", " ".join(lead.name.split()))
    return name + ("" if " " not in name else "!" if one else "*")


def expected(lead: str) -> str:
    """As `shown`, of an entry of the table."""
    name = re.sub(r"\s*([-/])\s*", r"\1", " ".join(lead[:-1].lstrip("+").split()))
    return name + (lead[-1] if " " in name else "")


@pytest.mark.parametrize(("text", "leads"), pairs_of("leads.txt"))
def test_a_lead_cell_names_these_and_nobody_else(text: str, leads: str) -> None:
    wanted = [lead for lead in leads.split(" | ") if lead]
    assert sorted(map(shown, parse_leads(text))) == sorted(map(expected, wanted))


@pytest.mark.parametrize("line", (HERE / "updates.jsonl").read_text(encoding="utf-8").splitlines())
def test_an_update_cell_comes_apart_into_its_entries(line: str) -> None:
    case = json.loads(line)
    got = [[str(update.date or ""), " ".join(update.text.split()).casefold()] for update in parse_updates(case["text"])]
    assert got == [[date, text.casefold()] for date, text in case["entries"]]


@pytest.mark.parametrize(("heading", "field"), headings())
def test_a_heading_names_its_field_or_none(heading: str, field: str | None) -> None:
    assert recognise_heading(heading) == field
