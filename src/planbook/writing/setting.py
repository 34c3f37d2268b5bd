"""What every sheet of one master is written from: the quarter, its figures, and where things stand in the book."""

from __future__ import annotations

from dataclasses import dataclass

from planbook import forms
from planbook.figures import Figures, Key
from planbook.model import Action, Consolidation, Plan
from planbook.settings import Scale
from planbook.writing.book import sheet_ref
from planbook.writing.listing import Link
from planbook.writing.names import sheet_names
from planbook.writing.plan_rows import action_rows


@dataclass(frozen=True, slots=True)
class Setting:
    """One quarter, ready to be written."""

    quarter: Consolidation
    figures: Figures
    scale: Scale
    names: dict[str, str]
    """The name of each plan's sheet, by the plan's id."""
    rows: dict[str, dict[str, int]]
    """By plan id and action id: the row of the action on its plan's sheet, from 0."""
    plans: dict[str, Plan]
    actions: dict[Key, Action]

    @property
    def version(self) -> str:
        """The version as a sentence names it."""
        return forms.bare_version(self.quarter.version)

    def name(self, plan_id: str) -> str:
        """What a plan is called in the book; its id where the book has no such plan."""
        return self.names.get(plan_id, plan_id)

    def target(self, plan_id: str, action_id: str = "") -> str:
        """Where a link to a plan, or to an action of it, leads; empty where there is none."""
        if plan_id not in self.names:
            return ""
        row = self.rows[plan_id].get(action_id, 0)
        return f"{sheet_ref(self.names[plan_id])}!A{row + 1}"

    def link(self, plan_id: str, action_id: str, text: str = "") -> Link | str:
        """An action's number as a link to its row; plain text where the action is no longer there."""
        words = text or action_id
        target = self.target(plan_id, action_id)
        there = target and action_id in self.rows[plan_id]
        return Link(words, target, f"Go to {action_id} in {self.name(plan_id)}") if there else words


def setting(quarter: Consolidation, figures: Figures, scale: Scale) -> Setting:
    """Names the sheets and finds the rows, once for all sheets."""
    return Setting(
        quarter=quarter,
        figures=figures,
        scale=scale,
        names=sheet_names(quarter.plans),
        rows={plan.id: action_rows(plan) for plan in quarter.plans},
        plans={plan.id: plan for plan in quarter.plans},
        actions={(plan.id, action.id): action for plan in quarter.plans for action in plan.actions},
    )


def capital(text: str) -> str:
    """A text that begins as a sentence does."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun, `1 action` or `3 actions`; `no actions` for nought."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"
