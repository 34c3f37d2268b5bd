"""The six-monthly highlight report: what the partnership should talk about, and nothing else.

An action stands here once, for its most pressing reason; other reasons are said in the sentence
beside it. An action that is on its way is not here at all. Actions without an update are told a
plan at a time, since a plan that sent nothing would fill the report with one sentence.
"""

from __future__ import annotations

from planbook.columns import title_of
from planbook.figures import Highlight, Key, Why
from planbook.forms import long_day
from planbook.model import Action, Consolidation, Finding, Plan
from planbook.reporting.movement import Movement

_OF_THE_WHOLE_ROW = frozenset({"M003", "M004", "M007", "M008"})  # an action that is gone, new, in doubt, back
ONE_BY_ONE = 3
"""Up to so many actions of a plan without an update are named one by one."""


def highlight_rows(
    quarter: Consolidation, moved: Movement, overdue: frozenset[Key], no_update: frozenset[Key]
) -> tuple[Highlight, ...]:
    """The lines of the report: by reason, then in the order of the plans."""
    waiting = _undecided(quarter)
    rows: list[Highlight] = []
    for plan in quarter.plans:
        silent: list[str] = []
        for action in plan.actions:
            key = (plan.id, action.id)
            whys = _whys(key, moved, overdue, no_update, waiting)
            if whys and whys[0] is Why.NO_UPDATE:
                silent.append(action.id)
            elif whys:
                rows.append(Highlight(whys[0], plan.id, (action.id,), _sentence(quarter, plan, action, whys, waiting)))
        rows.extend(_silent_rows(plan, silent))
    order = list(Why)
    return tuple(sorted(rows, key=lambda row: order.index(row.why)))


def _undecided(quarter: Consolidation) -> dict[Key, list[Finding]]:
    """What waits for a decision: held values, and actions that are new, gone or in doubt."""
    waiting: dict[Key, list[Finding]] = {}
    for finding in quarter.findings:
        if finding.action and finding.decision is None and (finding.held or finding.code[0] == "M"):
            waiting.setdefault((finding.plan, finding.action), []).append(finding)
    return waiting


def _whys(
    key: Key,
    moved: Movement,
    overdue: frozenset[Key],
    no_update: frozenset[Key],
    waiting: dict[Key, list[Finding]],
) -> list[Why]:
    """Every reason for one action to be here, most pressing first."""
    tests = (
        (Why.OVERDUE, key in overdue),
        (Why.REOPENED, key in moved.reopened),
        (Why.WORSE, key in moved.worse and key not in moved.reopened),
        (Why.UNDECIDED, key in waiting),
        (Why.NO_UPDATE, key in no_update),
        (Why.COMPLETED, key in moved.completed),
    )
    return [why for why, holds in tests if holds]


def _sentence(
    quarter: Consolidation, plan: Plan, action: Action, whys: list[Why], waiting: dict[Key, list[Finding]]
) -> str:
    """What is to be said of an action, all its reasons together."""
    meaning, key = quarter.meaning(plan, action), (plan.id, action.id)
    before, now = quarter.base_ratings.get(key, ""), meaning.rating.code
    move = f"from {before} to {now}" if before and now and before != now else ""
    said = {
        Why.OVERDUE: f"Was due on {long_day(meaning.due) if meaning.due else 'an earlier day'}"
        + (f", rated {now}." if now else ", not rated."),
        Why.REOPENED: f"Was complete at the last issue{', went ' + move if move else ''}.",
        Why.WORSE: f"Rating went {move or 'down'}.",
        Why.UNDECIDED: _waiting_sentence(waiting.get(key, [])),
        Why.NO_UPDATE: "No update since the last issue.",
        Why.COMPLETED: f"Rating went {move}." if move else "Completed since the last issue.",
    }
    return " ".join(said[why] for why in whys)


def _waiting_sentence(findings: list[Finding]) -> str:
    """The fields that wait, and in its own words what is about no field: an action that is new, or gone."""
    whole = list(dict.fromkeys(f.message for f in findings if not f.field or f.code in _OF_THE_WHOLE_ROW))
    fields = list(dict.fromkeys(title_of(f.field) for f in findings if f.field and f.code not in _OF_THE_WHOLE_ROW))
    return " ".join([*whole, f"Waits for a decision: {', '.join(fields)}." if fields else "Waits for a decision."])


def _silent_rows(plan: Plan, ids: list[str]) -> list[Highlight]:
    """The actions of one plan of which nothing worse can be said than that nothing was said."""
    if len(ids) <= ONE_BY_ONE:
        return [Highlight(Why.NO_UPDATE, plan.id, (i,), "No update since the last issue.") for i in ids]
    word = f"No update since the last issue on {len(ids)} of {len(plan.actions)} actions: {', '.join(ids)}."
    return [Highlight(Why.NO_UPDATE, plan.id, tuple(ids), word)]
