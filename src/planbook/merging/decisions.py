"""Decisions come back: what the business manager decided on the exception sheets, applied to the master.

A decision is an edit of the master, made before the returns are looked at; what it answers is remembered, so that a
return that still says the same is not asked about again. One that no longer fits is not applied, and that is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from planbook import forms
from planbook.choices import choices_for
from planbook.likeness import normalise, same
from planbook.merging.equality import shown_value, value_key
from planbook.merging.layout import merged_layout
from planbook.model import (
    Action,
    Answer,
    Answered,
    Change,
    Choice,
    Decision,
    Entry,
    Finding,
    Plan,
)
from planbook.settings import Scale


@dataclass(slots=True)
class Decided:
    """A plan with decisions applied: what changed, what is answered for good, what could not be applied and why."""

    plan: Plan
    changes: list[Change] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def apply_decisions(
    plan: Plan, base: Plan | None, waiting: Sequence[Finding], decisions: Mapping[str, Decision], scale: Scale
) -> Decided:
    """Apply what was decided of the exceptions that wait on one plan. `waiting` are those that its sheets showed.

    `base` is the plan as issued: an action that the master dropped comes back from there.
    """
    decided = Decided(plan)
    asked = [(f, decisions[f.ref]) for f in waiting if f.ref in decisions and decisions[f.ref].words]
    twice = _taken_twice(asked)
    for finding, decision in asked:
        why_not = twice.get(finding.ref) or _why_not(decided.plan, finding, decision)
        if why_not:
            decided.refused[finding.ref] = why_not
        else:
            _apply(decided, base, finding, decision, scale)
            _settle_rivals(decided, finding, waiting, scale)
    return decided


def _settle_rivals(decided: Decided, finding: Finding, waiting: Sequence[Finding], scale: Scale) -> None:
    """Where two returns differ, deciding about one value settles the other (merge.md)."""
    if finding.code != "M002" or finding.ref in decided.refused:
        return
    rivals = (f for f in waiting if (f.code, f.action, f.field) == ("M002", finding.action, finding.field))
    for rival in rivals:
        if rival.theirs is not None and rival.ref != finding.ref:
            key = value_key(rival.field, rival.theirs, scale)
            decided.answered.append(Answered(Answer.VALUE, rival.plan, rival.action, rival.field, key))


def _taken_twice(asked: Iterable[tuple[Finding, Decision]]) -> dict[str, str]:
    """Of two returns that differ over one cell only one can be taken."""
    taken: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding, decision in asked:
        if finding.code == "M002" and decision.choice in (Choice.TAKE, Choice.SUGGESTION, Choice.VALUE):
            taken[(finding.action, finding.field)].append(finding)
    return {
        f.ref: "two different values were taken for this cell: take one and leave the other blank"
        for rivals in taken.values()
        if len(rivals) > 1
        for f in rivals
    }


def _why_not(plan: Plan, finding: Finding, decision: Decision) -> str:
    """Why a decision cannot be applied; empty where it can."""
    if decision.choice is None:
        words = ", ".join(f"'{c.value}'" for c in choices_for(finding))
        return f"'{decision.words}' is none of the decisions: choose {words}"
    if decision.choice not in choices_for(finding):
        return f"'{decision.choice.value}' makes no sense here"
    if decision.choice is Choice.VALUE and not decision.value.strip():
        return "there is no value beside it: type one into the column Value"
    action = plan.action(finding.action) if finding.action else None
    if finding.code in ("M007", "M008") or not finding.field or not finding.action:
        return ""
    if action is None:
        return "the action is not in the master any more"
    if finding.code not in ("M003", "M004") and not same(action.text(finding.field), finding.master_value):
        return "the master has changed since: look at it again"
    return ""


def _apply(decided: Decided, base: Plan | None, finding: Finding, decision: Decision, scale: Scale) -> None:
    rows = {"M003": _missing_row, "M004": _new_row, "M007": _doubtful_row}
    if finding.code == "M008":
        _dropped_row(decided, base, finding, decision)
        return
    if finding.code in rows:
        rows[finding.code](decided, finding, decision)
        return
    entry = _new_entry(decided.plan, finding, decision, scale)
    action = decided.plan.action(finding.action)
    now = action.fields.get(finding.field) if action else None
    if entry is not None:
        _set(decided, finding, decision, entry, scale)
    else:
        _log(decided, finding, decision, finding.master_value, finding.master_value)
    _answer(decided, finding, now, entry, scale)


def _answer(decided: Decided, finding: Finding, now: Entry | None, entry: Entry | None, scale: Scale) -> None:
    """Remember what is settled: the value that the return proposed or had brought, or the fault as it stands."""
    value = finding.theirs if finding.theirs is not None and finding.held else now if entry is not None else None
    if value is not None:
        key = value_key(finding.field, value, scale)
        decided.answered.append(Answered(Answer.VALUE, finding.plan, finding.action, finding.field, key))
    if entry is None:
        decided.answered.append(Answered(Answer.FINDING, finding.plan, finding.action, finding.field, finding.ref))


def _new_entry(plan: Plan, finding: Finding, decision: Decision, scale: Scale) -> Entry | None:
    """What the field holds after the decision; None where it stays as it is."""
    action = plan.action(finding.action)
    now = action.fields.get(finding.field) if action else None
    if decision.choice is Choice.TAKE and finding.theirs is not None:
        if finding.code == "U003" and now is not None:
            return replace(now, text=_without(now.text, finding))
        return replace(finding.theirs, inherited=False)
    if decision.choice is Choice.VALUE:
        return Entry(_rating_words(finding, decision.value.strip(), scale), decision.place)
    if decision.choice is Choice.SUGGESTION:
        start = finding.theirs if finding.theirs is not None and finding.held else now
        return Entry(suggested_text(start.text if start else "", finding, scale), decision.place)
    return None


def _without(text: str, finding: Finding) -> str:
    """The update with its earlier entry as the return has it: altered, or left out."""
    assert finding.theirs is not None  # noqa: S101 - the caller has looked
    at = text.find(finding.faulty)
    if not finding.faulty or at < 0:
        return text
    return "\n".join(p for p in (text[:at].strip(), finding.theirs.text, text[at + len(finding.faulty) :].strip()) if p)


def suggested_text(text: str, finding: Finding, scale: Scale) -> str:
    """The text with the suggestion in the place of its faulty words; the rest of the cell stays (merge.md)."""
    words = _as_written(finding, scale)
    if finding.faulty and finding.faulty in text:
        return text.replace(finding.faulty, words, 1)
    return words


def _as_written(finding: Finding, scale: Scale) -> str:
    """A suggestion as a person would write it: a day in words, a code with its label."""
    if finding.field in ("timescale", "update", "start"):
        try:
            return forms.long_day(date.fromisoformat(finding.suggestion))
        except ValueError:
            return finding.suggestion
    return _rating_words(finding, finding.suggestion, scale)


def _rating_words(finding: Finding, value: str, scale: Scale) -> str:
    label = scale.label(value) if finding.field == "rag" else ""
    return f"{value} - {label}" if label else value


def _set(decided: Decided, finding: Finding, decision: Decision, entry: Entry, scale: Scale) -> None:
    plan = decided.plan
    action = plan.action(finding.action)
    assert action is not None  # noqa: S101 - _why_not has looked
    before = action.fields.get(finding.field)
    fields = {**action.fields, finding.field: entry}
    number = entry.text if finding.field == "number" else action.number
    changed = replace(action, fields=fields, number=number)
    decided.plan = replace(plan, actions=tuple(changed if a.id == action.id else a for a in plan.actions))
    shown = shown_value(finding.field, before, scale), shown_value(finding.field, entry, scale)
    _log(decided, finding, decision, *shown)


def _log(decided: Decided, finding: Finding, decision: Decision, before: str, after: str) -> None:
    words = decision.choice.value if decision.choice else ""
    remark = f"; {decision.remark}" if decision.remark else ""
    why = f"decision: {words} ({finding.code} {finding.ref}){remark}"
    place = finding.theirs.place if decision.choice is Choice.TAKE and finding.theirs else decision.place
    decided.changes.append(Change(finding.plan, finding.action, finding.field, before, after, place, why))


def _missing_row(decided: Decided, finding: Finding, decision: Decision) -> None:
    if decision.choice is Choice.TAKE:
        _take_out(decided, finding, decision)
    else:
        _log(decided, finding, decision, finding.master_value, finding.master_value)
        decided.answered.append(Answered(Answer.FINDING, finding.plan, finding.action, finding.field, finding.ref))


def _new_row(decided: Decided, finding: Finding, decision: Decision) -> None:
    action = decided.plan.action(finding.action)
    assert action is not None  # noqa: S101 - _why_not has looked
    if decision.choice is Choice.TAKE:
        agreed = tuple(replace(a, agreed=True) if a.id == action.id else a for a in decided.plan.actions)
        decided.plan = replace(decided.plan, actions=agreed)
        _log(decided, finding, decision, action.wording, action.wording)
        return
    decided.answered.append(Answered(Answer.NEW_ROW, finding.plan, "", "action", normalise(action.wording)))
    _take_out(decided, finding, decision)


def _take_out(decided: Decided, finding: Finding, decision: Decision) -> None:
    plan = decided.plan
    action = plan.action(finding.action)
    assert action is not None  # noqa: S101 - _why_not has looked
    left: list[Action] = [a for a in plan.actions if a.id != action.id]
    decided.plan = merged_layout(plan, left, {a.id: a.id for a in left}, ())
    _log(decided, finding, decision, action.wording, "")


def _doubtful_row(decided: Decided, finding: Finding, decision: Decision) -> None:
    """M007: the row is the action whose number was typed, or a new one, or nobody's."""
    assert finding.theirs is not None  # noqa: S101 - a doubtful row always holds its words
    wording = normalise(finding.theirs.text)
    if decision.choice is Choice.VALUE:
        wanted = decision.value.strip()
        if decided.plan.action(wanted) is None:
            decided.refused[finding.ref] = f"'{wanted}' is no action of this plan"
            return
        decided.answered.append(Answered(Answer.SAME_ROW, finding.plan, wanted, "action", wording))
    elif decision.choice is Choice.TAKE:
        decided.answered.append(Answered(Answer.SAME_ROW, finding.plan, "", "action", wording))
    else:
        decided.answered.append(Answered(Answer.NEW_ROW, finding.plan, "", "action", wording))
    _log(decided, finding, decision, "", "")


def _dropped_row(decided: Decided, base: Plan | None, finding: Finding, decision: Decision) -> None:
    """M008: the action comes back as it was issued, to where it stood, or stays out for good."""
    if decision.choice is not Choice.TAKE:
        _log(decided, finding, decision, "", "")
        decided.answered.append(Answered(Answer.FINDING, finding.plan, finding.action, finding.field, finding.ref))
        return
    action = base.action(finding.action) if base else None
    if base is None or action is None or decided.plan.action(finding.action):
        decided.refused[finding.ref] = "the action is not in the plan as issued any more"
        return
    above = [a.id for a in base.actions[: base.actions.index(action)]]
    actions = list(decided.plan.actions)
    at = next((k + 1 for k in reversed(range(len(actions))) if actions[k].id in above), 0)
    actions.insert(at, replace(action, block=actions[at - 1].block if at else 0))
    decided.plan = merged_layout(decided.plan, actions, {a.id: a.id for a in actions if a.id != action.id}, ())
    _log(decided, finding, decision, "", action.wording)
