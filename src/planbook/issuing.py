"""`planbook issue`: a workbook for each sub-committee out of the master, and the quarter turns.

The story on one page: see that nothing waits to be merged, make each book, read it back as a return will be read, and
only then move what was issued and what came back into the history and put the new books in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from planbook.consolidate import merge_opened, open_all, open_master
from planbook.errors import WorkspaceError
from planbook.going_out import (
    Issued,
    IssuedOne,
    committees_of,
    refuse_if_pending,
    told_before,
    told_later,
)
from planbook.issue_making import made_book
from planbook.keys import name_digest
from planbook.matching.workbooks import match_plan
from planbook.model import Fate, Plan
from planbook.quarter.issues import issue_names, issues_of
from planbook.quarter.receiving import Opened
from planbook.running import bytes_of, inputs_of, load_settings
from planbook.settings import Committee, Settings
from planbook.workspace.folder import find_workspace
from planbook.workspace.holding import hold, refuse_if_open
from planbook.workspace.quarters import files_to_move, free_folder, moves_to
from planbook.workspace.turning import Turned, finish_turn, turn
from planbook.writing.issue_names import file_names


def issue(workspace: Path, as_of: date, *, committee: str = "", dry_run: bool = False) -> Issued:
    """Write the workbooks of all sub-committees, or of one; `dry_run` writes nothing.

    WorkspaceError, with everything as it was, where there is no master, where something waits to be merged into it,
    or where a workbook does not read back as it was meant. An issue that was stopped on its way is finished instead.
    """
    root = find_workspace(workspace)
    settings = load_settings(root, as_of)
    master = root / settings.folders.master
    if not dry_run:
        refuse_if_open(master)
    with nullcontext() if dry_run else hold(root):
        if not dry_run and (begun := finish_turn(root)):
            return _as_turned(told_before(root, begun.told), begun)
        if not master.exists():
            raise WorkspaceError("There is no master yet. Run `planbook merge` first: what goes out is what it holds.")
        as_read = bytes_of(master)
        story = _Story(root, settings, committee)
        story.read(as_read)
        books = story.books()
        done = story.told([one for one, _ in books], written=not dry_run)
        if dry_run:
            return done
        if bytes_of(master) != as_read:
            raise WorkspaceError(
                f"{master.name} was changed while this run was working. Nothing was issued: run again."
            )
        new = {Path(one.file).name: data for one, data in books}
        return _as_turned(done, turn(root, settings, new, story.moves, told_later(done)))


def _as_turned(done: Issued, turned: Turned) -> Issued:
    moved = tuple(name for name in done.moved if name not in turned.stayed)
    return replace(done, moved=moved, stayed=turned.stayed, kept=done.kept if moved else "")


class _Story:
    """What one issue has found out, in the order in which it needs it."""

    def __init__(self, root: Path, settings: Settings, only: str) -> None:
        self.root, self.settings = root, settings
        self._only = only

    def read(self, master: bytes) -> None:
        """Read the workspace as a merge does, and stop where a merge would change anything."""
        settings = self.settings
        inputs = inputs_of(self.root, settings, master)
        self._issued = list(open_all(inputs.issued, settings.scale))
        self._returned = list(open_all(inputs.returns, settings.scale))
        book = open_master(inputs.master, settings)
        assert book is not None  # noqa: S101 - a master that cannot be read has been refused
        self._master = book
        self._result = merge_opened(inputs, settings, self._issued, self._returned, book)
        refuse_if_pending(self._result, book)
        self.plans = self._result.quarter.plans
        self.committees, self.unassigned = committees_of(self.plans, settings.committees, self._only)
        self._names = dict(zip(self._all_names(), file_names(self._all_names()), strict=True))
        self.kept = free_folder(self.root, settings, settings.as_of)
        # What was read is what goes: a file that comes or changes from here on is left where it is.
        as_read = dict((*inputs.issued, *inputs.returns))
        going = {name: as_read[name] if name in as_read else bytes_of(path) for name, path in self._going_away()}
        self.moves = moves_to(self.kept, settings, going)

    def _all_names(self) -> list[str]:
        """The names of all sub-committees: one is called the same whether it goes out alone or with the others."""
        everybody, _ = committees_of(self.plans, self.settings.committees, "")
        return list(dict.fromkeys(c.name for c in everybody))

    def _going_away(self) -> Iterable[tuple[str, Path]]:
        """Everything that was issued and came back; of one sub-committee alone, what is its own and nobody else's."""
        issued, returned = files_to_move(self.root, self.settings)
        if not self._only:
            return [*issued, *returned]
        opened = {o.name: o for o in (*self._issued, *self._returned)}
        mine = self.committees[0]
        return [
            (name, path) for name, path in (*issued, *returned) if name in opened and self._is_of(opened[name], mine)
        ]

    def _is_of(self, opened: Opened, committee: Committee) -> bool:
        if opened.issued.keys:
            return {key.committee for key in opened.issued.keys} == {committee.name}
        plans = opened.file.plans if opened.file else ()
        known = [match_plan(plan, self.plans) for plan in plans]
        return bool(known) and all(match is not None and match.plan.id in committee.plans for match in known)

    def books(self) -> list[tuple[IssuedOne, bytes]]:
        """Each sub-committee's workbook, proved."""
        made = []
        for committee in self.committees:
            plans = tuple(p for p in self.plans if p.id in committee.plans)
            file = self._names[committee.name]
            name = f"{self.settings.folders.issued}/{file}"
            sheets, findings = self._master.snapshot.sheets, self._result.quarter.findings
            data = made_book(name, committee, plans, sheets, findings, self._moved(plans), self.settings)
            made.append((IssuedOne(name, committee.name, committee.plans, sum(len(p.actions) for p in plans)), data))
        return made

    def _moved(self, plans: Sequence[Plan]) -> dict[str, str]:
        """Where the files that came back lie from now on; those of the last turn too where no merge came after it."""
        before = issues_of(self._issued)
        names, merged = issue_names(before), self._master.snapshot.issues
        unmerged = [k for p in plans if names.get(p.id, "") != merged.get(p.id, "") for k in before.get(p.id, ())]
        moved = {name: folder for key in unmerged for name, folder in key.moved.items()}
        came = f"{self.settings.folders.returns}/"
        return moved | {name_digest(m.source): f"{self.kept}/returns" for m in self.moves if m.source.startswith(came)}

    def told(self, books: Sequence[IssuedOne], *, written: bool) -> Issued:
        """What is done, for the report."""
        moved = tuple(m.source for m in self.moves)
        bad = (Fate.REFUSED, Fate.UNMATCHED)
        never = tuple(r.file for r in self._result.quarter.returns if r.fate in bad and r.file in moved)
        kept = self.kept if moved else ""
        day, made = self.settings.as_of, tuple(books)
        return Issued(self.root, day, made, kept, moved, (), never, self.unassigned, written)
