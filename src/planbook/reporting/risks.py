"""The risk register: every risk and mitigation that the plans name, each once, worst rated first."""

from __future__ import annotations

from planbook.figures import RiskRow
from planbook.model import Action, Consolidation, Plan
from planbook.settings import Scale


def risk_rows(quarter: Consolidation, scale: Scale) -> tuple[RiskRow, ...]:
    """One row for each risk of each plan, with all the actions that name it in the same words."""
    places = {step.code.casefold(): place for place, step in enumerate(scale.steps)}
    rows = [row for plan in quarter.plans for row in _rows_of(quarter, plan, places)]
    return tuple(sorted(rows, key=lambda row: places.get(row.rating.casefold(), -1)))


def _rows_of(quarter: Consolidation, plan: Plan, places: dict[str, int]) -> list[RiskRow]:
    same: dict[tuple[str, str], list[Action]] = {}
    for action in plan.actions:
        words = (action.text("risk").strip(), action.text("mitigation").strip())
        if any(words):
            same.setdefault(words, []).append(action)
    return [_row(quarter, plan, words, actions, places) for words, actions in same.items()]


def _row(
    quarter: Consolidation, plan: Plan, words: tuple[str, str], actions: list[Action], places: dict[str, int]
) -> RiskRow:
    codes = [quarter.meaning(plan, action).rating.code for action in actions]
    return RiskRow(
        plan=plan.id,
        actions=tuple(action.id for action in actions),
        risk=words[0],
        mitigation=words[1],
        leads=tuple(dict.fromkeys(text for text in (a.text("lead").strip() for a in actions) if text)),
        rating=min((code for code in codes if code), key=lambda c: places.get(c.casefold(), len(places)), default=""),
    )
