"""`planbook email`: drafts that open ready to send, nothing of one group in another's, nothing sent twice."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from desk import ALLOTMENTS, SEEDS, plan_file, run, workspace
from mail_server import PASSWORD, USER, Box, mail_server

SETTINGS = """
title = "Allotments of Nether Wold"
partnership_email = "all@example.org"
answer_by = 2024-06-14

[[committee]]
name = "Plots Group"
plans = ["1"]
email = "plots@example.org, chair.plots@example.org"

[[committee]]
name = "Seeds Group"
plans = ["3"]
email = "seeds@example.org"
"""
SMTP = """
[smtp]
host = "127.0.0.1"
port = {port}
user = "{user}"
sender = "desk@example.org"
"""
DAY = ("--as-of", "2024-05-17")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A merged workspace of two groups; the Plots Group has answered, with a day that is none."""
    folder = workspace(tmp_path / "w", SETTINGS)
    plan_file(folder, "returns/plots.xlsx", ALLOTMENTS.replace("June 2024", "31st June 2024"))
    run("merge", folder, *DAY, "--quiet")
    return folder


def drafts(folder: Path) -> dict[str, EmailMessage]:
    found = {
        p.stem: message_from_bytes(p.read_bytes(), policy=policy.default) for p in (folder / "outbox").glob("*.eml")
    }
    return {name.removeprefix("2024-05-17 "): made for name, made in sorted(found.items())}  # type: ignore[misc]


def bodies(made: EmailMessage) -> tuple[str, str]:
    plain, page = made.get_body(("plain",)), made.get_body(("html",))
    assert plain is not None
    assert page is not None
    return plain.get_content(), page.get_content()


def test_one_to_all_one_a_group_and_reminders_to_those_who_are_missing(root, capsys) -> None:
    assert run("email", root, *DAY) == 0
    made = drafts(root)
    assert list(made) == ["Partnership", "Reminder to Seeds Group", "To Plots Group", "To Seeds Group"]
    assert {d["X-Unsent"] for d in made.values()} == {"1"}
    assert made["Partnership"]["To"] == "all@example.org"
    assert made["To Plots Group"]["To"] == "plots@example.org, chair.plots@example.org"
    assert made["To Seeds Group"]["To"] == "Seeds Group <seeds@example.org>"
    attached = {name: [a.get_filename() for a in d.iter_attachments()] for name, d in made.items()}
    assert attached == {
        "Partnership": ["master.xlsx"],
        "Reminder to Seeds Group": ["seeds.xlsx"],
        "To Plots Group": ["allotments.xlsx"],
        "To Seeds Group": ["seeds.xlsx"],
    }
    assert "4 drafts" in capsys.readouterr().out


def test_attachments_are_the_files_byte_for_byte(root) -> None:
    run("email", root, *DAY, "--quiet")
    made = drafts(root)
    (master,) = made["Partnership"].iter_attachments()
    (issued,) = made["To Plots Group"].iter_attachments()
    assert master.get_content() == (root / "master.xlsx").read_bytes()
    assert issued.get_content() == (root / "issued" / "allotments.xlsx").read_bytes()


def test_a_group_reads_its_own_exceptions_and_the_day_to_answer(root) -> None:
    run("email", root, *DAY, "--quiet")
    for words in bodies(drafts(root)["To Plots Group"]):
        assert "14 June 2024" in words
        assert "31st June 2024" in " ".join(words.split())


def test_nothing_of_one_group_stands_in_the_message_of_another(root) -> None:
    run("email", root, *DAY, "--quiet")
    made = drafts(root)
    theirs = ("Seeds", "seed list", "Tamsin", "Working on")
    for name, strange in (("To Plots Group", theirs), ("To Seeds Group", ("Plots", "31st June", "pump", "Olwen"))):
        whole = made[name].as_string() + "".join(bodies(made[name]))
        assert [word for word in strange if word in whole] == []


def test_a_workbook_that_holds_plans_of_others_is_not_attached_and_this_is_said(root, capsys) -> None:
    from building import book, early_help, fathers

    for path in (root / "issued").iterdir():
        path.unlink()
    both = {"One": early_help(ALLOTMENTS), "Two": fathers(SEEDS)}
    (root / "issued" / "all.xlsx").write_bytes(book(both))
    assert run("email", root, *DAY, "--to", "plots group", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert [d["attachments"] for d in report["drafts"]] == [[]]
    assert report["notes"] == ["all.xlsx was not attached for Plots Group: it holds plans of others as well."]


def test_no_machine_and_no_folder_is_named(root) -> None:
    import getpass
    import platform

    run("email", root, *DAY, "--quiet")
    for made in drafts(root).values():
        head = "\n".join(f"{k}: {v}" for k, v in made.items()) + "".join(bodies(made))
        for word in (str(root), platform.node(), getpass.getuser()):
            assert word not in head
        assert made["Message-ID"].endswith("@planbook.invalid>")
        assert made["Date"] == "Fri, 17 May 2024 12:00:00 +0000"


def test_the_same_drafts_again_are_the_same_files(root) -> None:
    run("email", root, *DAY, "--quiet")
    before = {p.name: p.read_bytes() for p in (root / "outbox").iterdir()}
    run("email", root, *DAY, "--quiet")
    assert {p.name: p.read_bytes() for p in (root / "outbox").iterdir()} == before


def test_a_draft_that_somebody_edited_is_kept(root) -> None:
    run("email", root, *DAY, "--quiet")
    mine = root / "outbox" / "2024-05-17 Partnership.eml"
    mine.write_bytes(b"mine")
    run("email", root, *DAY, "--quiet")
    assert mine.read_bytes() == b"mine"
    assert (root / "outbox" / "2024-05-17 Partnership (2).eml").exists()


def test_without_committees_each_plan_is_one_and_to_is_empty(tmp_path) -> None:
    root = workspace(tmp_path / "w")
    run("merge", root, *DAY, "--quiet")
    assert run("email", root, *DAY, "--quiet") == 0
    made = drafts(root)
    assert {"To Allotments for all", "To Working on allotments", "Partnership"} < made.keys()
    assert {str(d["To"]) for d in made.values()} == {""}


@pytest.mark.parametrize("address", ["plots at example.org", "a@b.c\\r\\nBcc: spy@example.org", "<a@b.c>", "é@b.c"])
def test_an_address_that_is_none_is_left_out_and_said(address, root, capsys) -> None:
    text = SETTINGS.replace("plots@example.org, chair.plots@example.org", address)
    (root / "planbook.toml").write_text(text, encoding="utf-8")
    assert run("email", root, *DAY, "--to", "Plots Group") == 0
    assert "The address set for Plots Group is none" in capsys.readouterr().out
    made = drafts(root)["To Plots Group"]
    assert not made["To"]
    assert "Bcc" not in made


def test_a_name_that_is_nobodys_gets_the_nearest(root, capsys) -> None:
    assert run("email", root, *DAY, "--to", "Plot Group") == 2
    assert "The nearest is 'Plots Group'" in capsys.readouterr().err


def test_without_a_master_it_says_what_to_do_first(tmp_path, capsys) -> None:
    assert run("email", workspace(tmp_path / "w"), *DAY) == 2
    assert "planbook merge" in capsys.readouterr().err


def test_a_merge_ends_with_a_paragraph_to_paste(root, capsys) -> None:
    run("merge", root, *DAY)
    words = capsys.readouterr().out
    assert (
        words.rstrip()
        .rpartition("To paste into a message:")[2]
        .strip()
        .startswith(
            "Allotments of Nether Wold, version 1, as of 17 May 2024: 5 actions in 2 plans, 0 complete and 2 overdue. "
            "1 return came in; still to come: Working on allotments."
        )
    )


def test_a_dry_run_tells_the_same_and_writes_and_sends_nothing(root, capsys) -> None:
    assert run("email", root, *DAY, "--send", "--dry-run", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert not (root / "outbox").exists()
    run("email", root, *DAY, "--format", "json")
    assert json.loads(capsys.readouterr().out) == told


# ------------------------------------------------------------------ sending


@pytest.fixture
def trusted(tmp_path, monkeypatch) -> Path:
    """The tests' own authority is the one that is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("PLANBOOK_SMTP_PASSWORD", PASSWORD)
    return tmp_path


def served(root: Path, port: int, **more: str) -> None:
    smtp = SMTP.format(port=port, user=more.get("user", USER))
    (root / "planbook.toml").write_text(SETTINGS + smtp, encoding="utf-8")


def test_messages_are_sent_once_and_logged(root, trusted, capsys) -> None:
    box = Box()
    with mail_server(trusted, box) as port:
        served(root, port)
        assert run("email", root, *DAY, "--send", "--format", "json") == 0
        report = json.loads(capsys.readouterr().out)
        assert [d["sent"] for d in report["drafts"]] == [True] * 4
        assert run("email", root, "--as-of", "2024-05-18", "--send", "--quiet") == 0
        assert len(box.messages) == 4
        assert run("email", root, *DAY, "--send", "--again", "--to", "partnership", "--quiet") == 0
    assert [to for to, _ in box.messages] == [
        ["all@example.org"],
        ["plots@example.org", "chair.plots@example.org"],
        ["seeds@example.org"],
        ["seeds@example.org"],
        ["all@example.org"],
    ]
    assert {made["From"] for _, made in box.messages} == {"desk@example.org"}
    assert not any("X-Unsent" in made for _, made in box.messages)
    lines = [line.split("\t") for line in (root / "outbox" / "sent.log").read_text(encoding="utf-8").splitlines()]
    assert [line[1] for line in lines] == [", ".join(to) for to, _ in box.messages]
    assert {len(line) for line in lines} == {4}
    assert len({line[3] for line in lines}) == 4


def test_what_changed_since_is_sent_again(root, trusted) -> None:
    box = Box()
    with mail_server(trusted, box) as port:
        served(root, port)
        run("email", root, *DAY, "--send", "--quiet", "--to", "partnership")
        plan_file(root, "returns/seeds.xlsx", SEEDS.replace("| 2 |  ", "| 3 |  "), __import__("building").fathers)
        run("merge", root, *DAY, "--quiet")
        run("email", root, *DAY, "--send", "--quiet", "--to", "partnership")
    assert len(box.messages) == 2


def test_one_refused_address_stops_nobody_else(root, trusted, capsys) -> None:
    box = Box(refuse="all@example.org")
    with mail_server(trusted, box) as port:
        served(root, port)
        assert run("email", root, *DAY, "--send", "--quiet") == 2
    assert len(box.messages) == 3
    assert "Partnership.eml: not sent" in capsys.readouterr().err
    assert "all@example.org" not in (root / "outbox" / "sent.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "trouble", ["no tls", "unknown certificate", "wrong password", "no password", "no server", "no host"]
)
def test_nothing_is_sent_over_a_connection_that_is_not_safe_or_not_ours(
    trouble, root, trusted, monkeypatch, capsys
) -> None:
    box = Box()
    with mail_server(trusted, box, safe=trouble != "no tls") as port:
        served(root, port if trouble != "no server" else 1)
        if trouble == "unknown certificate":
            monkeypatch.delenv("SSL_CERT_FILE")
        if trouble.endswith("password"):
            monkeypatch.setenv("PLANBOOK_SMTP_PASSWORD", "" if trouble.startswith("no") else "guess")
        if trouble == "no host":
            (root / "planbook.toml").write_text(SETTINGS, encoding="utf-8")
        assert run("email", root, *DAY, "--send") == 2
    assert "Nothing was sent." in capsys.readouterr().err
    assert box.messages == []
    assert not (root / "outbox" / "sent.log").exists()
