"""Faults of ratings: the R codes."""

from __future__ import annotations

from collections.abc import Iterator

from planbook.checking.context import Subject
from planbook.checking.timescales import day
from planbook.interpreting.fills import agrees, family
from planbook.likeness import same
from planbook.model import Finding
from planbook.settings import Scale


def check_rating(subject: Subject) -> Iterator[Finding]:
    """Every R code that one action deserves."""
    if "rag" not in subject.action.fields:
        return
    rating = subject.meaning.rating
    if not rating.code:
        yield _without_code(subject)
    elif "/" in rating.code or "split rating" in rating.flags:
        yield subject.finding("R005", "rag", f"'{_text(subject)}' is two ratings.")
    elif subject.scale.step(rating.code) is None:
        yield subject.finding(
            "R002", "rag", f"'{_text(subject)}' is not on the rating scale.", suggestion=rating.suggestion
        )
    else:
        yield from _on_scale(subject)
    yield from _since_issue(subject)


def _text(subject: Subject) -> str:
    return " ".join(subject.action.text("rag").split())[:80]


def _without_code(subject: Subject) -> Finding:
    entry = subject.action.fields["rag"]
    rating = subject.meaning.rating
    colour = family(entry.fill)
    step = next((s for s in subject.scale.steps if colour and colour in s.colours), None)
    if not entry.is_blank and (rating.label or rating.text.strip()):
        suggestion = rating.suggestion or (step.code if step else "")
        return subject.finding(
            "R002", "rag", f"'{_text(subject)}' has no code of the rating scale.", suggestion=suggestion
        )
    by_fill = f" The cell is filled {colour}." if step else ""
    return subject.finding("R001", "rag", f"There is no rating.{by_fill}", suggestion=step.code if step else "")


def _on_scale(subject: Subject) -> Iterator[Finding]:
    rating, scale = subject.meaning.rating, subject.scale
    entry = subject.action.fields["rag"]
    if "code-label mismatch" in rating.flags:
        yield subject.finding(
            "R003",
            "rag",
            f"The code {rating.code} means '{scale.label(rating.code)}', and the words beside it say otherwise.",
        )
    if agrees(entry.fill, rating.code, scale) is False:
        colour = family(entry.fill)
        yield subject.finding("R004", "rag", f"The rating is {rating.code} and the cell is filled {colour}.")
    if subject.meaning.on_target and subject.meaning.is_overdue(subject.settings.as_of):
        yield subject.finding("R007", "rag", f"It is rated on target, and was due on {day(subject.meaning.due)}.")


def _since_issue(subject: Subject) -> Iterator[Finding]:
    """What the rating did since the last issue: complete without a word, worse, open again."""
    before, now = subject.base_rating, subject.meaning
    if before is None or not before.code or not now.rating.code:
        return
    was_complete = subject.scale.is_complete(before.code)
    moved = f"It was {before.code} at the last issue and is {now.rating.code} now."
    if now.complete and not was_complete and not _was_something_said(subject):
        yield subject.finding("R006", "rag", "It became complete, and nothing says what was done.")
    if was_complete and not now.complete:
        yield subject.finding("R009", "rag", moved)
    elif _position(now.rating.code, subject.scale) < _position(before.code, subject.scale):
        yield subject.finding("R008", "rag", moved)


def _was_something_said(subject: Subject) -> bool:
    before = subject.base.text("update") if subject.base else ""
    said = not same(subject.action.text("update"), before)
    return said or bool(subject.action.text("evidence").strip()) or bool(subject.held_fields & {"update", "evidence"})


def _position(code: str, scale: Scale) -> int:
    """The place of a code on the scale, worst first; a code off the scale is never better or worse."""
    colours = {"red": 0, "amber": 1, "green": 2, "blue": 3}
    if code.casefold() in colours and scale.step(code) is None:
        return colours[code.casefold()]
    return next((i for i, s in enumerate(scale.steps) if s.code.casefold() == code.casefold()), 99)
