"""What an action's texts mean together: the one call that the stories make of this room."""

from __future__ import annotations

from dataclasses import replace

from planbook.interpreting.american_columns import in_american_column, is_american
from planbook.interpreting.leads import parse_leads
from planbook.interpreting.legend import read_legend
from planbook.interpreting.rag import parse_rag
from planbook.interpreting.timescale import parse_timescale
from planbook.interpreting.updates import parse_updates
from planbook.model import Action, CellKind, Entry, Meaning, Plan, Rating, Timescale, TimescaleKind
from planbook.settings import Register, Scale


def scale_of(plan: Plan, default: Scale) -> Scale:
    """The plan's own rating legend where it has one, else the workspace's scale (interpretation.md, Ratings)."""
    return (read_legend(plan.legend.split("\n")) if plan.legend else None) or default


def read_timescale(entry: Entry | None) -> Timescale:
    """The reading of a timescale cell: a typed date by its value and precision, else its text."""
    if entry is None:
        return parse_timescale("")
    if entry.kind is CellKind.DATE and entry.value is not None and not isinstance(entry.value, str | bool):
        value = entry.value
        if not hasattr(value, "total_seconds"):
            return replace(parse_timescale(value, entry.number_format or None), text=entry.text)
    return parse_timescale(entry.text)


def read_column(plan: Plan) -> tuple[Timescale, ...]:
    """The timescales of a plan's actions; a day that reads either way is in doubt among American dates (T004)."""
    read = tuple(read_timescale(action.fields.get("timescale")) for action in plan.actions)
    return tuple(map(in_american_column, read)) if is_american(read) else read


def interpret(plan: Plan, scale: Scale, register: Register | None) -> dict[str, Meaning]:
    """What every action of a plan means, by its id. `As above` takes the due date of the row above."""
    scale = scale_of(plan, scale)
    meanings: dict[str, Meaning] = {}
    above: Timescale | None = None
    for action, read in zip(plan.actions, read_column(plan), strict=True):
        timescale = read
        if timescale.kind is TimescaleKind.REFERENCE and timescale.due is None and means_above(timescale) and above:
            timescale = replace(timescale, due=above.due, recurrence_months=above.recurrence_months)
        above = timescale
        meanings[action.id] = _meaning(action, timescale, scale, register)
    return meanings


def means_above(timescale: Timescale) -> bool:
    """Whether a reference is to the row above, and not to another action or paper."""
    return "above" in timescale.text.casefold() or "ditto" in timescale.text.casefold() or '"' in timescale.text


def _meaning(action: Action, timescale: Timescale, scale: Scale, register: Register | None) -> Meaning:
    rating = parse_rag(action.text("rag"), scale)
    return Meaning(
        timescale,
        rating,
        tuple(parse_leads(action.text("lead"), register)),
        tuple(parse_updates(action.text("update"))),
        complete=scale.is_complete(rating.code),
        on_target=is_on_target(rating, scale),
        rating_label=rating.label or scale.label(rating.code),
    )


def is_on_target(rating: Rating, scale: Scale) -> bool:
    """Whether a rating says that all is going well and is not done: green and not complete."""
    step = scale.step(rating.code)
    if step is None:
        return rating.code.casefold() == "green"
    return not step.complete and "green" in step.colours
