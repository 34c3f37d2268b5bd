"""planbook.toml: one table of keys that the reader, `planbook init` and the documentation share."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.errors import SettingsError
from planbook.mail_settings import MailSettings, Smtp
from planbook.setting_keys import KEYS, TABLES, TOP, quoted, shown
from planbook.settings import Committee, Folders, Policy, Settings, Step
from planbook.workspace.settings_file import read_mail_settings, read_settings
from planbook.workspace.settings_made import settings_text

DAY = date(2024, 5, 17)


def written(folder, text):
    (folder / "planbook.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_file_to_begin_with_sets_nothing(tmp_path) -> None:
    root = written(tmp_path, settings_text(()))
    assert read_settings(root, DAY) == Settings(DAY)
    assert read_mail_settings(root) == MailSettings()


def test_the_file_with_every_key_awake_is_read_without_a_fault(tmp_path) -> None:
    awake = re.sub(r"^# (?=\[|\w+ = )", "", settings_text(()), flags=re.MULTILINE)
    body = tomllib.loads(awake)
    for table in TABLES:
        keys = {k.key for k in KEYS if k.table == table.name}
        there = body if table.name == TOP else body[table.name][0] if table.many else body[table.name]
        assert keys <= there.keys()
    read_settings(written(tmp_path, awake), DAY)


@pytest.mark.parametrize(
    ("table", "noun", "apart"),
    [
        ("committee", Committee, set()),
        ("scale", Step, set()),
        ("merge", Policy, set()),
        ("folders", Folders, set()),
        ("smtp", Smtp, set()),
        ("", Settings, {"as_of", "register", "scale", "committees", "policy", "folders"}),
    ],
)
def test_every_setting_has_a_key_and_every_key_a_setting(table, noun, apart) -> None:
    mail = {"partnership_email", "answer_by"} if not table else set()
    assert {k.key for k in KEYS if k.table == table} == {f.name for f in fields(noun)} - apart | mail


def test_defaults_are_the_ones_that_the_code_has() -> None:
    for table, noun in (("folders", Folders()), ("smtp", Smtp()), ("merge", Policy())):
        for key in (k for k in KEYS if k.table == table and k.default is not None):
            assert key.default == getattr(noun, key.key)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "x"', "line 1: 'titel' is no setting; did you mean 'title'?"),
        ("[smtp]\nport = true", "line 2: 'smtp.port' should be a whole number"),
        ("[smtp]\npasswort = 'x'", "'smtp.passwort' is no setting"),
        ("answer_by = 'soon'", "'answer_by' should be a date"),
        ("[[committee]]\nplans = ['1']", "a [[committee]] needs the key 'name'"),
        ("[[scale]]\nlabel = 'Done'", "a [[scale]] needs the key 'code'"),
        ("committee = ['Early Help']", "write it as [[committee]]"),
        ("[merge]\naccept = ['updat']", "'updat' is no field; did you mean 'update'?"),
    ],
)
def test_a_fault_is_named_with_its_line_and_the_nearest_key(text, said, tmp_path) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        read_settings(written(tmp_path, text), DAY)


def test_all_faults_are_told_at_once(tmp_path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(written(tmp_path, "a1 = 1\n[smtp]\nb2 = 2\n[folders]\nissued = 3\n"), DAY)
    assert all(key in str(caught.value) for key in ("'a1'", "'smtp.b2'", "'folders.issued'"))


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_a_string_of_toml(text) -> None:
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}


def test_every_key_is_shown_with_a_value_of_its_kind() -> None:
    for key in KEYS:
        assert isinstance(tomllib.loads(f"x = {shown(key)}")["x"], key.kind)
