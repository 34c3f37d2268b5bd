"""Rows that no action of the merged plan comes from: missing, dropped, refused or in doubt. Their words are shown."""

from __future__ import annotations

from collections.abc import Sequence

from planbook.merging.equality import same_entry
from planbook.merging.nouns import Held, Outcome
from planbook.merging.numbers import as_typed
from planbook.merging.rows import Row, Spine
from planbook.merging.tally import Tally
from planbook.model import Action, Entry, Place
from planbook.settings import Scale


def left_out(spine: Spine, order: Sequence[int], tally: Tally, scale: Scale) -> None:
    """Rows that a return lacks (M003), rows that the master dropped (M008), rows that may be several (M007)."""
    standing = set(order)
    for i, row in enumerate(spine.rows):
        if i in standing:
            for returned in row.missing_in:
                place = Place(returned.file, returned.plan.source.sheet)
                known = row.ours or row.base
                words = known.wording if known else ""
                tally.held.append(Held("M003", str(i), "action", Entry("", place), Entry(words, place)))
        elif row.base:
            _dropped(row, tally, scale)
    for returned, action in spine.refused:
        tally.account_row(returned.file, action, Outcome.HELD)
    for doubt in spine.doubts:
        names = [str(i) for i in doubt.rows if i in standing]
        tally.account_row(doubt.returned.file, doubt.action, Outcome.HELD)
        entry, words = wording_entry(doubt.action), _all_words(doubt.action)
        about = names[0] if names else ""
        tally.held.append(Held("M007", about, "action", entry, detail=" ".join(names), words=words))


def _all_words(action: Action) -> str:
    """Every text of a row of which nothing was taken, its wording first: nobody's words are lost."""
    first = wording_entry(action)
    others = (e for e in action.fields.values() if e is not first and not e.inherited)
    return "\n".join(dict.fromkeys(t for e in (first, *others) if (t := (e.text or e.struck).strip())))


def _dropped(row: Row, tally: Tally, scale: Scale) -> None:
    """An action that the manager took out: a return that still edits it is asked about, one that does not is not."""
    assert row.base is not None  # noqa: S101 - the caller has looked
    for k, (returned, action) in enumerate(row.theirs):
        before = as_typed(row.started.get(k, row.base)).fields
        edited = any(
            not e.inherited and not e.is_blank and not (k in before and same_entry(k, before[k], e, scale))
            for k, e in as_typed(action).fields.items()
        )
        tally.account_row(returned.file, action, Outcome.HELD if edited else Outcome.UNCHANGED)
        if edited:
            words = _all_words(action)
            tally.held.append(Held("M008", row.base.id, "action", wording_entry(action), words=words))


def wording_entry(action: Action) -> Entry:
    """The entry that says what an action is; a blank one at its row where it says nothing."""
    keys = ("action", "milestone", "milestone_2", "objective")
    return next((e for k in keys if (e := action.fields.get(k)) and not e.is_blank), Entry("", action.place))
