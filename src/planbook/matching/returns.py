"""What each file in `returns/` is: a return of some plans, the same as another, or nobody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planbook.likeness import normalise
from planbook.matching.workbooks import match_plan
from planbook.model import Plan, PlanFile


@dataclass(frozen=True, slots=True)
class Recognised:
    """One file and the workspace's plans that it returns: (as returned, as known)."""

    file: PlanFile
    plans: tuple[tuple[Plan, Plan], ...]
    unknown: tuple[Plan, ...] = ()
    """Plans in the file that are none of the workspace's."""
    same_as: str = ""
    """The file that says exactly the same and is used instead."""
    started: tuple[Plan, ...] = ()
    """The plans as they were issued, where the file carries them itself."""
    superseded_by: str = ""
    """A later copy from the same sub-committee, which is used instead."""

    @property
    def is_used(self) -> bool:
        """Whether its cells count: it is no copy of another file."""
        return not self.same_as and not self.superseded_by


def recognise(
    files: Sequence[PlanFile], known: Sequence[Plan], started: Mapping[str, tuple[Plan, ...]] | None = None
) -> tuple[Recognised, ...]:
    """Match every returned file with the workspace's plans, whatever it is called.

    The first of several files that say the same, by name, is the one that is used. Without any known plan every
    plan returned is its own first version. `started` are the plans that a file carries as they were issued, by its
    name: what it then returns is one of those before it is anything else.
    """
    result: list[Recognised] = []
    first: dict[tuple[str, ...], str] = {}
    for file in sorted(files, key=lambda f: (len(f.name), f.name)):
        own = started.get(file.name, ()) if started else ()
        pairs: list[tuple[Plan, Plan]] = []
        unknown: list[Plan] = []
        for plan in file.plans:
            match = _match(plan, known, own)
            if match is not None:
                pairs.append((plan, match))
            elif known:
                unknown.append(plan)
            else:
                pairs.append((plan, plan))
        words = signature(file) + (signature(PlanFile("", own)) if own else ())
        result.append(Recognised(file, tuple(pairs), tuple(unknown), first.get(words, ""), own))
        if pairs:
            first.setdefault(words, file.name)
    return tuple(result)


def _match(plan: Plan, known: Sequence[Plan], own: Sequence[Plan]) -> Plan | None:
    """The workspace's plan that a returned one is: by what it was issued as, else by what it says."""
    if not known:
        return None
    issued = match_plan(plan, own) if own else None
    same = next((k for k in known if issued and k.id == issued.plan.id), None)
    if same is not None:
        return same
    match = match_plan(plan, known)
    return match.plan if match else None


def signature(file: PlanFile) -> tuple[str, ...]:
    """Everything that a file says, in order, whatever cells it stands in: the same for two copies of one return."""
    words: list[str] = []
    for plan in file.plans:
        words.extend(normalise(c.text) for r in plan.layout.rows for c in r.cells)
        for action in plan.actions:
            words.append(action.id)
            words.extend(
                f"{key}={normalise(e.text)}{e.formula}{normalise(e.note)}" for key, e in sorted(action.fields.items())
            )
    words.extend(normalise(loose.text) for loose in file.loose)
    return tuple(words)
