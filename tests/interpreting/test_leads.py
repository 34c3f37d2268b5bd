"""Lead cells: who is named, as what, and whom the register knows them as."""

from __future__ import annotations

import csv
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.leads import parse_leads, read_leads, unknown
from planbook.model import Lead, LeadKind
from planbook.settings import Group, Person, Register

PHRASEBOOK = Path(__file__).parents[3] / "shared" / "phrasebook" / "leads.csv"


def cases() -> list[tuple[str, str]]:
    """Cells with their leads, from the table beside this file."""
    lines = Path(__file__).with_name("lead_cases.txt").read_text(encoding="utf-8").splitlines()
    found = [line.partition(" => ") for line in lines if " => " in line]
    return [(text.replace("\\n", "\n"), leads) for text, _, leads in found]


@pytest.mark.parametrize(("text", "leads"), cases())
def test_a_cell_is_split_into_its_leads_as_typed(text: str, leads: str) -> None:
    assert " | ".join(f"{lead.name}: {lead.kind}" for lead in parse_leads(text)) == leads


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Imogen Sallis (CCG)", ["CCG"]),
        ("Imogen Sallis, Designated Nurse", ["Designated Nurse"]),
        ("Imogen Sallis, Head of Policy and Research", ["Head of Policy and Research"]),
        ("Imogen Sallis - Team Manager", ["Team Manager"]),
        ("Imogen Sallis Team Manager", ["Team Manager"]),
        ("Imogen Sallis, Team Manager, Early Help", ["Team Manager, Early Help"]),
        ("Police - Imogen Sallis", ["Police"]),
        ("Head of Housing (Imogen Sallis)", ["Head of Housing"]),
        ("IS (Team Manager)", ["Team Manager"]),
        ("LA (Education and Skills)", ["Education and Skills"]),
        ("Imogen Sallis, Derek Poyntz", ["", ""]),
        ("Imogen Sallis, Police, CCG", ["", "", ""]),
        ("Training Group, Quality Group", ["", ""]),
        ("Topic = Team Manager", [""]),
    ],
)
def test_what_stands_behind_one_person_is_where_they_come_from(text: str, organisations: list[str]) -> None:
    assert [lead.organisation for lead in parse_leads(text)] == organisations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Imogen Sallis with Derek Poyntz", ["lead", "support"]),
        ("Imogen Sallis supported by Derek Poyntz and the Police", ["lead", "support", "support"]),
        ("Imogen Sallis\nsupported by\nDerek Poyntz", ["lead", "support"]),
        ("Imogen Sallis supported by Derek Poyntz\nPublic Health", ["lead", "support", "lead"]),
        ("Lead - Imogen Sallis, Support - Derek Poyntz", ["lead", "support"]),
        ("Imogen Sallis (lead), Derek Poyntz (support)", ["lead", "support"]),
        ("Imogen Sallis to lead, supported by Derek Poyntz", ["lead", "support"]),
        ("Imogen Sallis in partnership with Public Health", ["lead", "support"]),
        ("Imogen Sallis and Derek Poyntz", ["lead", "lead"]),
        ("Victim Support", ["lead"]),
        ("Business Support Officer", ["lead"]),
    ],
)
def test_supporters_are_told_from_leads(text: str, relations: list[str]) -> None:
    assert [lead.relation for lead in parse_leads(text)] == relations


@pytest.mark.parametrize(
    ("text", "queried"),
    [
        ("Imogen Sallis?", [True]),
        ("Imogen Sallis TBC", [True]),
        ("Imogen Sallis (tbc) / Derek Poyntz", [True, False]),
        ("Imogen Sallis / Derek Poyntz to be confirmed", [False, True]),
        ("Imogen Sallis supported by NSPCC?", [False, True]),
        ("Imogen Sallis", [False]),
    ],
)
def test_a_query_stands_against_the_lead_before_it(text: str, queried: list[bool]) -> None:
    assert [lead.queried for lead in parse_leads(text)] == queried


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("All agencies", "no named lead"),
        ("Partners", "no named lead"),
        ("Heads of Service", "no named lead"),
        ("Team managers in every partner agency", "no named lead"),
        ("Practice nurse to be nominated", "no named lead"),
        ("Police will report to the Board each quarter", "sentence in lead cell"),
        ("Imogen Sallis until March 2020 then Derek Poyntz", "change of lead"),
        ("Imogen Sallis until March 2020 then Derek Poyntz", "date in lead cell"),
        ("Training Group (to be established)", "to be established"),
        ("Business Manager (vacant)", "vacant"),
        ("Vacant post", "vacant"),
        ("TBC", "to be confirmed"),
        ("As above", "reference"),
        ("March 2021", "not a lead"),
        ("3 - On target", "not a lead"),
        ("", "blank"),
        ("\u200b \n", "blank"),
        ("Sallis, Imogen", "surname first"),
        ("Imogen Sallis Quality Group", "separator lost"),
    ],
)
def test_the_cell_is_flagged_for_what_is_wrong_with_it(text: str, flag: str) -> None:
    assert flag in read_leads(text).flags


@pytest.mark.parametrize(
    "text", ["Imogen Sallis", "Business Manager", "Training Sub Group", "IS", "Chair of Governors"]
)
def test_a_plain_lead_has_no_flag(text: str) -> None:
    assert read_leads(text).flags == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("imogen.sallis@example.org", ["imogen.sallis@example.org"]),
        ("Imogen Sallis imogen.sallis@example.org", ["Imogen Sallis"]),
        ("Imogen Sallis, is@example.org; Derek Poyntz, dp@example.org", ["Imogen Sallis", "Derek Poyntz"]),
    ],
)
def test_an_address_is_a_lead_only_where_no_name_stands_beside_it(text: str, names: list[str]) -> None:
    assert [lead.name for lead in parse_leads(text)] == names


# ------------------------------------------------------------------ with a register

REGISTER = Register(
    people=(
        Person("Imogen Sallis", "IS", "Team manager"),
        Person("Derek Poyntz", "DP", "Designated nurse"),
        Person("Thea Marlowe", "TMa", "Coordinator"),
        Person("Tom Mercer", "TMe", "Officer"),
        Person("Gail Harker-Dunne", "GHD", "Business manager"),
        Person("Nell Quayle", "", "Independent Chair"),
        Person("Nell Osgood", "", "Doctor"),
    ),
    groups=(
        Group("Business Group", ("LSP Business Group",)),
        Group("LSP Members", ("Members",)),
        Group("Early Years and Early Support Sub Committee", ("Early Years Sub Committee", "EYES")),
        Group(
            "Audit, Quality and Assurance Sub Committee", ("AQA", "AQA Sub Committee", "Audit, Quality and Assurance")
        ),
        Group("Rules, Guidance and Learning Sub Committee", ("RGL Sub-Committee", "Learning sub group")),
        Group("FM & HBA Steering Group"),
        Group("FM & HBA Coordinator"),
        Group("Public Health"),
        Group("EY coordination staff", ("EY Co-ordination staff", "EY Coordinators")),
        Group("TANDEM"),
        Group("Harbour"),
        Group("Lantern", ("Lantern Support Service",)),
        Group("St Bride's"),
        Group("All agencies group", ("All agencies",)),
    ),
)


def read(text: str) -> list[tuple[str, str]]:
    return [(lead.name, lead.matched) for lead in parse_leads(text, REGISTER)]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Imogen Sallis", [("Imogen Sallis", "Imogen Sallis")]),
        ("imogen  sallis", [("imogen  sallis", "Imogen Sallis")]),
        ("Dr Imogen Sallis", [("Dr Imogen Sallis", "Imogen Sallis")]),
        ("Sallis, Imogen", [("Imogen Sallis", "Imogen Sallis")]),
        ("Gail Harker Dunne", [("Gail Harker Dunne", "Gail Harker-Dunne")]),
        ("Imogen Sallis-Reed", [("Imogen Sallis-Reed", "")]),
        ("Imogen Sallis Reed", [("Imogen Sallis Reed", "")]),
        (
            "Rules, Guidance and learning Sub Committee and LSP Business Manager",
            [
                ("Rules, Guidance and learning Sub Committee", "Rules, Guidance and Learning Sub Committee"),
                ("LSP Business Manager", ""),
            ],
        ),
        (
            "Derek Poyntz and AQA Sub -Committee",
            [("Derek Poyntz", "Derek Poyntz"), ("AQA Sub -Committee", "Audit, Quality and Assurance Sub Committee")],
        ),
        (
            "Derek Poyntz Audit, Quality and Assurance/LSP",
            [
                ("Derek Poyntz", "Derek Poyntz"),
                ("Audit, Quality and Assurance", "Audit, Quality and Assurance Sub Committee"),
                ("LSP", ""),
            ],
        ),
        (
            "TANDEM Harbour Lantern FM & HBA Steering Group",
            [
                ("TANDEM", "TANDEM"),
                ("Harbour", "Harbour"),
                ("Lantern", "Lantern"),
                ("FM & HBA Steering Group", "FM & HBA Steering Group"),
            ],
        ),
        ("FM and HBA Coordinator", [("FM and HBA Coordinator", "FM & HBA Coordinator")]),
        (
            "FM & HBA Coordinator FM week task & finish",
            [("FM & HBA Coordinator", "FM & HBA Coordinator"), ("FM week task & finish", "")],
        ),
        ("FM & HBA Steering Group Chair", [("FM & HBA Steering Group Chair", "")]),
        ("Director of Public Health", [("Director of Public Health", "")]),
        ("Chair of Business Group", [("Chair of Business Group", "")]),
        ("Harbour Smith", [("Harbour Smith", "")]),
        ("St Brides", [("St Brides", "St Bride's")]),
        ("EY Co-ordination staff", [("EY Co-ordination staff", "EY coordination staff")]),
        ("Learning sub-group", [("Learning sub-group", "Rules, Guidance and Learning Sub Committee")]),
        (
            "Rules, Guidance and Learning (RGL) Sub-Committee",
            [("Rules, Guidance and Learning (RGL) Sub-Committee", "Rules, Guidance and Learning Sub Committee")],
        ),
        ("IS/DP", [("IS", "Imogen Sallis"), ("DP", "Derek Poyntz")]),
        ("i.s.", [("i.s", "")]),
        ("I.S.", [("I.S.", "Imogen Sallis")]),
        ("TMa", [("TMa", "Thea Marlowe")]),
        ("TM", [("TM", "")]),
        ("NQ", [("NQ", "Nell Quayle")]),
        ("ZZ", [("ZZ", "")]),
        ("Nell", [("Nell", "")]),
    ],
)
def test_known_names_are_found_before_anything_is_split(text: str, leads: list[tuple[str, str]]) -> None:
    assert read(text) == leads


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Imogen Salliss", ("Imogen Sallis",)),
        ("Imogin Sallis", ("Imogen Sallis",)),
        ("Buisness Group", ("Business Group",)),
        ("TM", ("Thea Marlowe", "Tom Mercer")),
        ("Nell", ("Nell Quayle", "Nell Osgood")),
        ("D Poyntz", ("Derek Poyntz",)),
        ("Imogen Sallis", ()),
        ("ZZ", ()),
        ("Wilfred Tunnicliffe", ()),
        ("LSP Business Manager", ()),
    ],
)
def test_a_name_that_is_near_gets_candidates_and_stays_as_written(text: str, candidates: tuple[str, ...]) -> None:
    (lead,) = parse_leads(text, REGISTER)
    assert lead.name == text
    assert lead.candidates == candidates
    assert not (lead.candidates and lead.matched)


def test_a_misspelt_person_and_a_group_by_its_other_name_come_apart() -> None:
    person, group = parse_leads("Thea Marlow/EY Coordinators", REGISTER)
    assert (person.name, person.matched, person.candidates[0]) == ("Thea Marlow", "", "Thea Marlowe")
    assert (group.matched, group.candidates) == ("EY coordination staff", ())


def test_a_supporting_group_of_the_register_can_be_queried() -> None:
    members, tandem = parse_leads("LSP Members supported by TANDEM?", REGISTER)
    assert (members.matched, members.relation, members.queried) == ("LSP Members", "lead", False)
    assert (tandem.matched, tandem.relation, tandem.queried) == ("TANDEM", "support", True)


def test_a_group_of_the_register_is_a_named_lead_whatever_its_words() -> None:
    assert "no named lead" not in parse_leads("All agencies", REGISTER)[0].flags
    assert "no named lead" in parse_leads("All agencies", Register())[0].flags


def test_a_known_coordinator_is_a_role_and_a_known_board_a_group() -> None:
    assert parse_leads("FM & HBA Coordinator", REGISTER)[0].kind is LeadKind.ROLE
    assert parse_leads("Harbour", REGISTER)[0].kind is LeadKind.GROUP


def test_the_register_beats_what_a_text_looks_like() -> None:
    register = Register(groups=(Group("Ongoing"), Group("Met")))
    assert [lead.matched for lead in parse_leads("Met", register)] == ["Met"]
    assert parse_leads("Met") == []


def test_unknown_is_a_lead_that_the_register_does_not_have() -> None:
    assert unknown(Lead("Wilfred Tunnicliffe"))
    assert not unknown(Lead("IS", matched="Imogen Sallis"))
    assert not unknown(parse_leads("All partners")[0])


# ------------------------------------------------------------------ whatever is typed

LIKELY = st.lists(
    st.sampled_from(
        [
            "Imogen",
            "Sallis",
            "Derek",
            "Dr",
            "and",
            "&",
            "/",
            ",",
            ";",
            "(",
            ")",
            "-",
            ":",
            "?",
            "TBC",
            "with",
            "supported",
            "by",
            "lead",
            "Group",
            "Head",
            "of",
            "Police",
            "IS",
            "\n",
            "1.",
            "until",
            "2020",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(st.one_of(st.text(max_size=200), LIKELY), st.booleans())
def test_any_text_is_read_without_a_fault_and_always_the_same(text: str, known: bool) -> None:
    register = REGISTER if known else None
    leads = parse_leads(text, register)
    assert leads == parse_leads(text, register)
    assert all(lead.name.strip() == lead.name != "" for lead in leads)
    assert known or not any(lead.matched or lead.candidates for lead in leads)


@given(LIKELY)
def test_a_name_stands_in_the_text_as_it_was_typed(text: str) -> None:
    for lead in parse_leads(text, REGISTER):
        assert lead.name in text or "surname first" in lead.flags


BIG = Register(
    tuple(Person(f"Given{n} Family{n * 7}", f"G{n}") for n in range(200)),
    tuple(Group(f"Early {n} Sub Committee", (f"E{n}",)) for n in range(60)),
)


@pytest.mark.parametrize("register", [None, BIG], ids=["alone", "with a register"])
@pytest.mark.parametrize(
    "part",
    [
        "and ",
        "A/",
        "Early ",
        "Imogen Sallis, ",
        "(",
        "Imogen ",
        "Dr ",
        "Sallis, Imogen; ",
        "1. ",
        "with ",
        "O'",
        "of ",
        "\n",
    ],
)
def test_a_full_cell_takes_time_in_line_with_its_length(part: str, register: Register | None) -> None:
    text = (part * 32767)[:32767]
    parse_leads(text[:4000], register)
    start = time.process_time()
    parse_leads(text, register)
    assert time.process_time() - start < 30  # quadratic would take minutes


# ------------------------------------------------------------------ the phrasebook


def graded(name: str, kind: str, loose: bool) -> tuple[str, str]:
    name = re.sub(r"\s*([-/])\s*", r"\1", " ".join(name.split()).casefold())
    one = "one" if kind in ("person", "initials") else "many"
    return name, "" if loose or " " not in name else one


@pytest.mark.skipif(not PHRASEBOOK.exists(), reason="the phrasebook is not beside this checkout")
def test_the_phrasebook_is_read_to_its_floor() -> None:
    with PHRASEBOOK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = invented = 0
    for row in rows:
        loose = "acronym" in row["flags"]
        want = sorted(graded(lead["name"], lead["kind"], loose) for lead in json.loads(row["leads_json"]))
        got = sorted(graded(lead.name, lead.kind, loose) for lead in parse_leads(row["text"]))
        right += got == want
        invented += bool({n for n, one in got if one == "one"} - {n for n, _ in want})
    assert right >= 0.93 * len(rows)
    assert invented <= 0.03 * len(rows)


def test_a_report_in_the_lead_column_is_no_list_of_leads():
    """A cell far longer than any list of names is said to be a sentence, and nobody in it is taken for a lead."""
    reading = read_leads("Ann Lee met the group and agreed with Bo Marsh to go on. " * 100)
    assert reading.leads == ()
    assert "sentence in lead cell" in reading.flags
