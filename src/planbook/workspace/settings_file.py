"""planbook.toml to `Settings`: every fault at once, each with its key and the nearest one that there is."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from planbook.columns import BY_KEY
from planbook.errors import SettingsError
from planbook.mail_settings import MailSettings, Smtp
from planbook.model import Place
from planbook.setting_keys import KEYS, MERGE, SMTP, TABLES, TOP, SettingTable, shape
from planbook.settings import DEFAULT_SCALE, Committee, Folders, Policy, Scale, Settings, Step

FILE = "planbook.toml"
_KINDS = {str: "text", list: "a list", dict: "a table", bool: "true or false", date: "a date", int: "a whole number"}


def read_settings(root: Path, as_of: date) -> Settings:
    """The settings of a workspace; all defaults where it has no planbook.toml. SettingsError tells every fault."""
    body = _body(root)
    return _settings(body, as_of) if body else Settings(as_of)


def read_mail_settings(root: Path) -> MailSettings:
    """What `planbook email` needs of planbook.toml. SettingsError tells every fault of the file."""
    body = _body(root)
    return MailSettings(body.get("partnership_email", ""), body.get("answer_by"), Smtp(**body.get(SMTP, {})))


def _body(root: Path) -> dict[str, Any]:
    path = root / FILE
    if not path.exists():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        body = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingsError(f"{FILE} cannot be read: {fault}", Place(FILE)) from fault
    faults = _faults(body)
    if faults:
        lines = "\n".join(f"  line {_line_of(text, key)}: {say}" for key, say in faults)
        raise SettingsError(f"{FILE} is not understood:\n{lines}", Place(FILE))
    return body


def _faults(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    faults = _of_table(body, shape(TOP), "")
    for table in TABLES:
        value = body.get(table.name)
        if table.many and isinstance(value, list):
            faults += [fault for row in value for fault in _of_row(row, table)]
        elif table.name and isinstance(value, dict):
            faults += _of_table(value, shape(table.name), f"{table.name}.")
    accept = body.get(MERGE, {}).get("accept", []) if isinstance(body.get(MERGE), dict) else []
    for key in accept if isinstance(accept, list) else []:
        if key not in BY_KEY:
            faults.append(("accept", f"'{key}' is no field{_nearest(str(key), list(BY_KEY))}"))
    return faults


def _of_row(row: object, table: SettingTable) -> list[tuple[str, str]]:
    if not isinstance(row, dict):
        return [(table.name, f"write it as {table.heading}")]
    needed = [k.key for k in KEYS if k.table == table.name and k.needed and k.key not in row]
    lacking = [(table.name, f"a {table.heading} needs the key '{key}'") for key in needed]
    return _of_table(row, shape(table.name), f"{table.name}.") + lacking


def _of_table(table: Mapping[str, Any], shape: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    faults = []
    for key, value in table.items():
        if key not in shape:
            faults.append((key, f"'{prefix}{key}' is no setting{_nearest(key, list(shape))}"))
        elif not isinstance(value, shape[key]) or (shape[key] is int and isinstance(value, bool)):
            faults.append((key, f"'{prefix}{key}' should be {_KINDS[shape[key]]}"))
    return faults


def _nearest(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, 1)
    return f"; did you mean '{near[0]}'?" if near else f"; there are: {', '.join(sorted(known))}"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip().lstrip("[").startswith(key):
            return number
    return 1


def _settings(body: Mapping[str, Any], as_of: date) -> Settings:
    default = Settings(as_of)
    texts: Callable[[Any], tuple[str, ...]] = lambda values: tuple(str(v) for v in values)  # noqa: E731
    return Settings(
        as_of,
        body.get("title", default.title),
        body.get("author", default.author),
        body.get("period_start"),
        body.get("period_end"),
        _scale(body["scale"]) if body.get("scale") else DEFAULT_SCALE,
        None,
        tuple(
            Committee(c["name"], texts(c.get("plans", ())), c.get("email", ""), c.get("expected", True))
            for c in body.get("committee", ())
        ),
        Policy(texts(body["merge"]["accept"])) if body.get("merge", {}).get("accept") is not None else Policy(),
        Folders(**body.get("folders", {})),
        texts(body.get("exclude", ())),
    )


def _scale(steps: list[Mapping[str, Any]]) -> Scale:
    return Scale(
        tuple(
            Step(
                str(s["code"]),
                s.get("label", ""),
                tuple(s.get("words", ())),
                tuple(s.get("colours", ())),
                s.get("complete", False),
            )
            for s in steps
        )
    )
