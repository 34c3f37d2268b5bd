"""Every key of planbook.toml: its type, its default, what it is for.

The reader, `planbook init` and the page of the documentation are views of this table; a new setting is one line here
and one place where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from planbook.settings import Committee, Folders, Policy, Settings, Step

TOP, COMMITTEE, SCALE, MERGE, FOLDERS, SMTP = "", "committee", "scale", "merge", "folders", "smtp"
Value = str | bool | int | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SettingKey:
    """One key of one table of planbook.toml."""

    table: str
    """Empty for the keys at the top of the file."""
    key: str
    kind: type
    means: str
    default: Value = None
    """None where there is none; the file then shows `example`."""
    example: str = ""
    """How it is written in the file."""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class SettingTable:
    """One table of planbook.toml; `many` is a list of tables, written with two brackets."""

    name: str
    title: str
    means: str
    many: bool = False

    @property
    def heading(self) -> str:
        """How the file writes it."""
        return f"[[{self.name}]]" if self.many else f"[{self.name}]" if self.name else ""


TABLES: Final = (
    SettingTable(TOP, "At the top", "The plan as a whole."),
    SettingTable(COMMITTEE, "Sub-committees", "Who sends what. Without any, each plan is one.", many=True),
    SettingTable(SCALE, "The rating scale", "Worst step first. A workbook's own legend comes before it.", many=True),
    SettingTable(MERGE, "What is taken without asking", "What a return may change without a decision."),
    SettingTable(FOLDERS, "Files and folders", "Names of files and folders, where yours are other ones."),
    SettingTable(
        SMTP,
        "Sending",
        "The mail server for `planbook email --send`. The password is never in this file: it is taken from the "
        "environment variable PLANBOOK_SMTP_PASSWORD.",
    ),
)

_DEFAULT = Settings(date(2000, 1, 1))


def _folder(key: str, means: str) -> SettingKey:
    default = next(f.default for f in fields(Folders) if f.name == key)
    return SettingKey(FOLDERS, key, str, means, str(default))


KEYS: Final = (
    SettingKey(TOP, "title", str, "What the plan is called: the first line of the master.", _DEFAULT.title),
    SettingKey(
        TOP,
        "author",
        str,
        "Who makes the master: a name or initials, for `Version control` and the workbook's properties.",
        example='"JF"',
    ),
    SettingKey(
        TOP,
        "period_start",
        date,
        "First day of the plan's period. A date without a year gets its year from it, as a suggestion.",
        example="2025-04-01",
    ),
    SettingKey(TOP, "period_end", date, "Last day of the plan's period.", example="2027-03-31"),
    SettingKey(
        TOP,
        "exclude",
        list,
        "Files in the folder of returns that are not looked at, by name; `*` stands for anything.",
        example='["Training attendance*.xlsx"]',
    ),
    SettingKey(
        TOP,
        "partnership_email",
        str,
        "Who gets the message with the master; several addresses with commas between.",
        example='"partnership@example.org"',
    ),
    SettingKey(
        TOP,
        "answer_by",
        date,
        "The day by which the sub-committees are asked to answer, for `planbook email`.",
        example="2026-02-27",
    ),
    SettingKey(COMMITTEE, "name", str, "What it is called. Needed.", example='"Early Help Group"', needed=True),
    SettingKey(COMMITTEE, "plans", list, "The numbers of the plans that it answers for.", example='["1"]'),
    SettingKey(
        COMMITTEE,
        "email",
        str,
        "Its address; without one its drafts have an empty To.",
        Committee("").email,
        '"early.help@example.org"',
    ),
    SettingKey(
        COMMITTEE,
        "expected",
        bool,
        "Whether its return is waited for: a missing one is F005.",
        Committee("").expected,
    ),
    SettingKey(SCALE, "code", str, "What people type: `1`, `red`. Needed.", example='"1"', needed=True),
    SettingKey(SCALE, "label", str, "What it is called.", example='"Work required"'),
    SettingKey(SCALE, "words", list, "Other wordings that mean it.", example='["not started", "no progress"]'),
    SettingKey(SCALE, "colours", list, "Cell colours that mean it: red, amber, green, blue.", example='["red"]'),
    SettingKey(SCALE, "complete", bool, "Whether nothing is left to do at this step.", Step("", "").complete),
    SettingKey(
        MERGE,
        "accept",
        list,
        "The fields that a return may change. A changed field that is not among them waits for a decision.",
        Policy().accept,
    ),
    _folder("issued", "The plans as they were last sent out."),
    _folder("returns", "What came back, in sub-folders or not."),
    _folder("history", "Earlier masters, and what was issued and came back in earlier quarters."),
    _folder("outbox", "Drafts of messages, and the log of what was sent."),
    _folder("master", "The master workbook."),
    _folder("register", "The leads register."),
    SettingKey(SMTP, "host", str, "The name of the mail server.", example='"smtp.example.org"'),
    SettingKey(SMTP, "port", int, "Its port: 587 with `starttls`, 465 without.", 587),
    SettingKey(SMTP, "user", str, "The name to sign in with; without one nobody signs in.", example='"j.frith"'),
    SettingKey(SMTP, "sender", str, "The address that messages come from.", example='"j.frith@example.org"'),
    SettingKey(
        SMTP,
        "starttls",
        bool,
        "Whether the connection is made safe after it is opened; otherwise it is safe from the start. Nothing is "
        "ever sent over a connection that is not.",
        True,
    ),
)


def shape(table: str) -> dict[str, type]:
    """The keys of one table with their types; at the top the other tables count as keys."""
    found = {k.key: k.kind for k in KEYS if k.table == table}
    if table == TOP:
        found |= {t.name: list if t.many else dict for t in TABLES if t.name}
    return found


def written(value: Value) -> str:
    """A default as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(quoted(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, date) else str(value)


def quoted(text: str) -> str:
    """A text as a basic string of TOML, whatever stands in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def shown(one: SettingKey) -> str:
    """A key's value as the file shows it: its example, else its default."""
    return one.example or written(one.default)
