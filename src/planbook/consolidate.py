"""The story of a quarter on one page: open, recognise, merge, judge, sum up. Bytes in, values out.

Nothing here touches a disk, a clock or a terminal: `workspace/` brings the files and puts the master in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planbook.errors import WorkspaceError
from planbook.matching.returns import Recognised, recognise
from planbook.matching.workbooks import match_plan
from planbook.model import Place, Plan
from planbook.quarter.inputs import Inputs, NamedBytes, Opener, Result
from planbook.quarter.issues import issues_of, started_from, with_superseded
from planbook.quarter.merging_all import Merging, known_plans
from planbook.quarter.outcome import result_of
from planbook.quarter.receiving import Opened, open_file
from planbook.reading import read
from planbook.settings import Scale, Settings
from planbook.tables.master import MasterBook, read_master


def open_all(files: Sequence[NamedBytes], scale: Scale) -> Iterable[Opened]:
    """Open files one after the other, in this process."""
    return (open_file(name, data, scale) for name, data in files)


def consolidate(inputs: Inputs, settings: Settings, opener: Opener = open_all) -> Result:
    """Merge what came back into what was issued and what the master holds (merge.md).

    WorkspaceError where there is no plan at all, or the master cannot be read; anything else that is wrong with a
    file is a finding.
    """
    issued = list(opener(inputs.issued, settings.scale))
    master = open_master(inputs.master, settings)
    returned = list(opener(inputs.returns, settings.scale))
    return merge_opened(inputs, settings, issued, returned, master)


def merge_opened(
    inputs: Inputs, settings: Settings, issued: Sequence[Opened], returned: Sequence[Opened], master: MasterBook | None
) -> Result:
    """The same with every file opened. `inputs` are the files again: their bytes alone tell whether anything is new."""
    bases = _bases(issued, master)
    of_issued = frozenset(bases)
    bases = _remembered(master) | bases
    files = [o.file for o in returned if o.file and o.fate is None]
    recognised = recognise(files, known_plans(bases, master), started_from(returned))
    recognised = with_superseded(recognised, returned, settings.scale)
    if not bases and not master:
        bases, recognised = _adopted(recognised)
    if not bases and not (master and master.snapshot.plans):
        raise WorkspaceError(_nothing_to_merge(issued, returned))
    merging = Merging(settings, bases, master, recognised, of_issued, issues_of(issued))
    merging.run()
    return result_of(inputs, settings, issued, returned, merging)


# ------------------------------------------------------------------ what there is to begin with


def open_master(master: NamedBytes | None, settings: Settings) -> MasterBook | None:
    """The master as it stands, None where there is none yet; WorkspaceError where it is none of ours."""
    if master is None:
        return None
    name, data = master
    book = read_master(read(data, name), settings.scale)
    if book is None:
        raise WorkspaceError(
            f"{name} was not written by planbook, or its hidden sheet is damaged. Move it away or bring an earlier "
            "one back from the folder of earlier masters, then run again.",
            Place(name),
        )
    return book


def _bases(issued: Sequence[Opened], master: MasterBook | None) -> dict[str, Plan]:
    """The plans as issued, by id. A plan that the master has under another id keeps the master's.

    A plan that went out to two sub-committees is one plan.
    """
    bases: dict[str, Plan] = {}
    for opened in issued:
        for plan in opened.file.plans if opened.file else ():
            own = match_plan(plan, opened.issued.plans) if opened.issued.plans else None
            known = match_plan(own.plan if own else plan, master.snapshot.plans) if master else None
            wanted = known.plan.id if known else own.plan.id if own else plan.id
            if wanted in bases and own and any(a.key for a in bases[wanted].actions):
                continue
            if wanted in bases:
                wanted = next(f"{wanted}-{n}" for n in range(2, 10_000) if f"{wanted}-{n}" not in bases)
            bases[wanted] = replace(plan, id=wanted)
    return bases


def _remembered(master: MasterBook | None) -> dict[str, Plan]:
    """What returns started from where nothing was issued: the first version, else the last master as it was written.

    What people edited in the master since is no part of it, so a return that has not changed does not undo it.
    """
    if master is None:
        return {}
    return {p.id: p for p in (*master.snapshot.plans, *master.snapshot.bases)}


def _adopted(recognised: Sequence[Recognised]) -> tuple[dict[str, Plan], tuple[Recognised, ...]]:
    """Without anything issued and without a master, the returns are the first version of their plans."""
    plans: dict[str, Plan] = {}
    result = []
    for one in recognised:
        pairs = []
        for plan, _ in one.plans:
            match = match_plan(plan, list(plans.values()))
            known = match.plan if match else plans.setdefault(plan.id, plan)
            pairs.append((plan, known))
        result.append(replace(one, plans=tuple(pairs)))
    return plans, tuple(result)


def _nothing_to_merge(issued: Sequence[Opened], returned: Sequence[Opened]) -> str:
    said = [f"{f.place}: {f.message}" for o in (*issued, *returned) for f in o.findings if f.code[0] == "F"]
    head = "No action plan was found. Put the plan workbooks as they were sent out into the folder 'issued'."
    return "\n".join([head, *said[:10]])
