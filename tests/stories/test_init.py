"""`planbook init`: a workspace that works at once, and nothing that was there is touched."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from building import book, fathers
from desk import ALLOTMENTS, SEEDS, plan_file, run
from planbook.library import read_workbook
from planbook.settings import Committee
from planbook.workspace.register_file import read_register
from planbook.workspace.settings_file import read_settings

DAY = date(2024, 5, 17)


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Two plan workbooks that people share already."""
    return [plan_file(tmp_path, "shared/a.xlsx"), plan_file(tmp_path, "shared/b.xlsx", SEEDS, fathers)]


def test_plans_are_copied_byte_for_byte_and_the_workspace_is_complete(sources, tmp_path, capsys) -> None:
    root = tmp_path / "new" / "work space"
    assert run("init", root, "--from", *sources) == 0
    assert sorted(p.name for p in root.iterdir()) == [
        *("history", "issued", "outbox", "planbook.toml", "register.xlsx", "returns"),
    ]
    assert [(root / "issued" / s.name).read_bytes() for s in sources] == [s.read_bytes() for s in sources]
    assert f'planbook merge "{root}"' in capsys.readouterr().out


def test_each_plan_is_a_sub_committee_to_be_named(sources, tmp_path) -> None:
    root = tmp_path / "w"
    run("init", root, "--from", *sources, "--quiet")
    assert read_settings(root, DAY).committees == (
        Committee("Allotments for all", ("1",)),
        Committee("Working on allotments", ("3",)),
    )


def test_the_register_holds_each_lead_once_and_makes_all_of_them_known(tmp_path, capsys) -> None:
    text = (
        SEEDS.replace("Jory Penna", "JP; Soil Sub-Committee")
        + "| ^ | Dry beans | Tamsin  Roe, Jory Penna | ongoing | 2 | |"
    )
    source = plan_file(tmp_path, "a.xlsx", text, fathers)
    root = tmp_path / "w"
    run("init", root, "--from", source, "--quiet")
    register = read_register(root / "register.xlsx", "register.xlsx")
    assert [(p.name, p.initials, p.active) for p in register.people] == [
        ("Jory Penna", "JP", True),
        ("Tamsin Roe", "TR", True),
    ]
    assert [g.name for g in register.groups] == ["Soil Sub-Committee"]
    run("merge", root, "--as-of", "2024-05-17", "--format", "json")
    codes = {e["code"] for e in json.loads(capsys.readouterr().out)["exceptions"]}
    assert not codes & {"L002", "L003"}


def test_a_slip_of_a_name_is_shown_beside_the_name_that_it_is_near(tmp_path) -> None:
    source = plan_file(tmp_path, "a.xlsx", ALLOTMENTS.replace("Olwen Trask | June", "Olwyn Trask | June"))
    run("init", tmp_path / "w", "--from", source, "--quiet")
    from openpyxl import load_workbook

    sheet = load_workbook(tmp_path / "w" / "register.xlsx")["People"]
    near = {row[0].value: row[7].value for row in sheet.iter_rows(min_row=4) if row[0].value}
    assert near == {"Jory Penna": None, "Olwen Trask": "Olwyn Trask", "Olwyn Trask": "Olwen Trask"}


def test_everybody_and_nobody_are_no_leads_of_the_register(tmp_path) -> None:
    text = ALLOTMENTS.replace("Olwen Trask", "All agencies").replace("Jory Penna", "TBC")
    run("init", tmp_path / "w", "--from", plan_file(tmp_path, "a.xlsx", text), "--quiet")
    assert not (tmp_path / "w" / "register.xlsx").exists()


def test_an_empty_workspace_has_a_template_that_is_a_plan(tmp_path, capsys) -> None:
    root = tmp_path / "w"
    assert run("init", root, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    (template,) = (root / "issued").iterdir()
    assert f"issued/{template.name}" in report["made"]
    (plan,) = read_workbook(template).plans
    assert [(a.id, a.wording) for a in plan.actions] == [("1.1", "Type the first action here")]
    assert {c.field for c in plan.blocks[0].columns} == {
        *("number", "objective", "action", "lead", "timescale", "update", "rag"),
    }
    assert run("merge", root, "--as-of", "2024-05-17", "--quiet") == 1


def test_what_is_there_is_said_and_kept(sources, tmp_path, capsys) -> None:
    root = tmp_path / "w"
    (root / "issued").mkdir(parents=True)
    (root / "issued" / "a.xlsx").write_bytes(b"mine")
    (root / "planbook.toml").write_text("title = 'Mine'\n", encoding="utf-8")
    assert run("init", root, "--from", *sources, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert {"issued/", "issued/a.xlsx", "planbook.toml"} == set(report["kept"])
    assert (root / "issued" / "a.xlsx").read_bytes() == b"mine"
    assert (root / "planbook.toml").read_text(encoding="utf-8") == "title = 'Mine'\n"


def test_a_second_time_changes_nothing(sources, tmp_path) -> None:
    root = tmp_path / "w"
    run("init", root, "--from", *sources, "--quiet")
    before = files(root)
    assert run("init", root, "--from", *sources, "--quiet") == 0
    assert files(root) == before


def test_plans_that_lie_in_issued_already_give_the_register(tmp_path) -> None:
    root = tmp_path / "w"
    plan_file(root, "issued/a.xlsx")
    before = files(root)
    assert run("init", root, "--quiet") == 0
    assert [p.name for p in read_register(root / "register.xlsx", "r").people] == ["Jory Penna", "Olwen Trask"]
    assert files(root) | before == files(root)


def test_two_sources_of_one_name_are_both_copied(tmp_path) -> None:
    one, two = plan_file(tmp_path, "x/plan.xlsx"), plan_file(tmp_path, "y/plan.xlsx", SEEDS, fathers)
    run("init", tmp_path / "w", "--from", one, two, "--quiet")
    issued = {p.name: p.read_bytes() for p in (tmp_path / "w" / "issued").iterdir()}
    assert issued == {"plan.xlsx": one.read_bytes(), "plan (2).xlsx": two.read_bytes()}


@pytest.mark.parametrize("kind", ["no plan", "no workbook", "not there", "a master"])
def test_a_source_without_a_plan_is_named_and_nothing_is_made(kind, sources, tmp_path, capsys) -> None:
    bad = tmp_path / "bad.xlsx"
    if kind == "a master":
        run("init", tmp_path / "first", "--from", *sources, "--quiet")
        run("merge", tmp_path / "first", "--as-of", "2024-05-17", "--quiet")
        bad = tmp_path / "first" / "master.xlsx"
    elif kind != "not there":
        bad.write_bytes(book("Minutes of the meeting") if kind == "no plan" else b"x")
    assert run("init", tmp_path / "w", "--from", *sources, bad) == 2
    assert f"{bad}:" in capsys.readouterr().err
    assert not (tmp_path / "w").exists()


def test_a_dry_run_tells_the_same_and_makes_nothing(sources, tmp_path, capsys) -> None:
    root = tmp_path / "w"
    assert run("init", root, "--from", *sources, "--dry-run", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert not root.exists()
    run("init", root, "--from", *sources, "--format", "json")
    assert json.loads(capsys.readouterr().out) == told
