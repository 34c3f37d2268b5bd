"""Messages hold whatever people call things, and no header can be slipped into them."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.mail.cleaning import addresses, file_name, one_line
from planbook.mail.drafts import COMMITTEE, Attachment, Draft
from planbook.mail.markup import element, table
from planbook.mail.message import digest, message
from planbook.mail.words import Points, html, plain

DAY = date(2024, 5, 17)
HEADERS = ["X-Unsent", "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]
any_text = st.text()
NASTY = [
    "Group\r\nBcc: spy@example.org",
    "Group\nX-Spy: 1\n\nbody",
    "Group \u202egro.elpmaxe\u202c",
    "Grúpa čtenářů " * 30,
    "x" * 900,
    "\u2028Bcc: spy@example.org\u2029",
    "a\x00b\x0bBcc: spy@example.org",
    "\ud800",
    '"quoted" <spy@example.org>',
    "",
]


def draft(name="Seeds Group", to="seeds@example.org", subject="Seeds", words=("Dear all,",), files=()) -> Draft:
    return Draft(COMMITTEE, name, to, subject, words, files)


def read_back(one: Draft):
    return message_from_bytes(message(one, "desk@example.org", DAY).as_bytes(), policy=policy.default)


@pytest.mark.parametrize("text", NASTY)
def test_no_name_brings_a_header_of_its_own(text) -> None:
    made = read_back(draft(text, subject=text, words=(text,), files=(Attachment(f"{text}.xlsx", b"PK"),)))
    assert made.keys() == HEADERS
    assert [a.addr_spec for a in made["To"].addresses] == ["seeds@example.org"]
    assert [a.get_content() for a in made.iter_attachments()] == [b"PK"]


@given(any_text, any_text, any_text, any_text)
def test_any_text_makes_a_message_that_can_be_read(name, subject, words, file) -> None:
    made = read_back(draft(name, subject=subject, words=(words,), files=(Attachment(f"{file}.xlsx", b"PK"),)))
    assert made.keys() == HEADERS
    assert len(list(made.iter_attachments())) == 1
    assert made["Subject"] == one_line(subject)


@given(any_text)
def test_a_line_has_no_break_no_mark_of_direction_and_an_end(text) -> None:
    line = one_line(text)
    assert len(line) <= 180
    assert line.isprintable()
    assert not any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in line)
    assert one_line(line) == line


@given(any_text)
def test_a_file_name_is_one_on_every_system(text) -> None:
    name = file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\r\n\0')
    assert not name.startswith((".", "~"))
    assert name == name.rstrip(". ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@example.org", ("a@example.org",)),
        (" a@example.org; b.c@example.org ,", ("a@example.org", "b.c@example.org")),
        ("", ()),
        ("a@b@c.org", None),
        ("a b@example.org", None),
        ("Ann <a@example.org>", None),
        ("a..b@example.org", None),
        ("ä@example.org", None),
    ],
)
def test_addresses_are_looked_at(text, expected) -> None:
    assert addresses(text) == expected


@given(any_text)
def test_markup_in_a_text_is_shown_and_never_live(text) -> None:
    for whole in (element("p", text), table(("A",), [(text,)])):
        inner = whole.replace("<br>", "")
        assert inner.count("<script") == 0
        assert inner.count("<") == element("p", "x").count("<") or whole.startswith("<table")


def test_markup_is_escaped_in_paragraphs_and_tables() -> None:
    page = html("<title>", ("<b>&", Points(("<th>",), [("<td>",)])))
    for text in ("&lt;title&gt;", "&lt;b&gt;&amp;", "&lt;th&gt;", "&lt;td&gt;"):
        assert text in page


def test_plain_text_lists_what_html_shows_as_a_table() -> None:
    words = ("Dear all,", Points(("Action", "Suggestion"), [("1a", "31 May"), ("2b", "")]))
    assert plain(words) == "Dear all,\n\n- Action: 1a; Suggestion: 31 May\n- Action: 2b\n"


def test_the_same_draft_gives_the_same_bytes_and_another_day_the_same_digest() -> None:
    one = draft(files=(Attachment("plan.xlsx", b"PK"),))
    first, again = (message(one, "", DAY).as_bytes() for _ in range(2))
    assert first == again
    assert message(one, "", date(2024, 5, 18)).as_bytes() != first
    assert digest(one) != digest(draft(files=(Attachment("plan.xlsx", b"PK2"),)))
    assert digest(one) != digest(draft(to="other@example.org", files=(Attachment("plan.xlsx", b"PK"),)))
