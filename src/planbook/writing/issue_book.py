"""One sub-committee's workbook as it goes out, to the bytes of an xlsx. The same plans give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbook import forms
from planbook.keys import IssueKey, key_texts
from planbook.writing.book import Book, footer_text
from planbook.writing.issue_guidance import Line, guidance_lines, write_guidance
from planbook.writing.issue_lists import Choices, write_lists
from planbook.writing.issue_plan import Going, write_issued_plan


@dataclass(frozen=True, slots=True)
class Issuing:
    """Everything that one sub-committee's workbook is made from."""

    title: str
    """Of the whole plan."""
    author: str
    committee: str
    day: date
    issue: str
    plans: tuple[Going, ...]
    leads: tuple[str, ...]
    """The names that the drop-down of leads offers."""
    open_fields: frozenset[str]

    @property
    def choices(self) -> Choices:
        """The lists of its drop-downs."""
        scales = dict.fromkeys(going.ratings for going in self.plans if going.ratings)
        return Choices(self.leads, tuple(scales), forms.long_day(self.day))


def issue_bytes(issuing: Issuing, key: IssueKey | None) -> bytes:
    """The workbook. Without its key it says the same; the key holds what it says, so it comes second."""
    book = Book(f"{issuing.title}: {issuing.committee}", issuing.author, issuing.day)
    book.footer = (footer_text(issuing.committee), f"Sent out on {forms.long_day(issuing.day)}")
    choices = issuing.choices
    write_guidance(book, _lines(issuing))
    for going in issuing.plans:
        write_issued_plan(book, going, issuing.issue, choices, issuing.open_fields)
    write_lists(book, choices)
    if key is not None:
        book.hidden(forms.SNAPSHOT, key_texts(key))
    return book.bytes()


def own_texts(issuing: Issuing) -> frozenset[str]:
    """Every text of ours in it beside the plans."""
    said = (forms.fitting(line.text) for line in _lines(issuing))
    return frozenset(said) | {forms.fitting(word) for words in issuing.choices.lists for word in words}


def _lines(issuing: Issuing) -> tuple[Line, ...]:
    return guidance_lines(issuing.title, issuing.committee, forms.long_day(issuing.day), issuing.plans)
