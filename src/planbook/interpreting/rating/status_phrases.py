"""The status phrases of action plans, each with what it says about an action. `status_words.py` finds them."""

from __future__ import annotations

import enum
from collections.abc import Iterable


class Meaning(enum.StrEnum):
    """What a status says. `UNKNOWN` is a status word that tells nothing about progress."""

    BAD = "bad"
    SLOW = "slow"
    PARTIAL = "partial"
    PROGRESS = "progress"
    ON_TRACK = "on track"
    COMPLETE = "complete"
    STRONG = "strong"
    LATER = "later"
    UNKNOWN = ""


TABLES: dict[Meaning, str] = {
    Meaning.COMPLETE: """complete; completed; completion; done; met; achieved; delivered; closed; finished;
        implemented; embedded; signed off; actioned; discharged; concluded; fulfilled; in place; resolved;
        business as usual; bau; accomplished; closed down; complete and closed; completed and closed; complete
        and embedded; completed and embedded; objective met; target met; action met; no further action; no
        further action required; ended""",
    Meaning.ON_TRACK: """on target; on track; on schedule; on plan; on course; on time; to plan; as planned; to
        schedule; according to plan; ahead of schedule; ahead of plan; under control; within tolerance; going
        well; good progress; progressing well; good progress made; good progress being made; progressing to
        plan; progressing as planned; proceeding to plan; expected to complete on time""",
    Meaning.PROGRESS: """ongoing; on going; in progress; progressing; underway; under way; started; commenced;
        continuing; work in progress; work ongoing; work underway; work started; work commenced; wip; in hand;
        begun; live; active; open; being progressed; in development; being developed; progressed; in train;
        progress being made; progress made; developing; some progress made in line with plan; work continues;
        continues""",
    Meaning.SLOW: """slow progress; some progress; limited progress; little progress; minimal progress; delayed;
        slipped; slipping; slippage; some slippage; minor slippage; slight slippage; behind schedule; behind;
        behind target; behind plan; at risk; some issues; issues; minor issues; some delay; some delays; delay;
        delays; slight delay; minor delay; minor delays; some concerns; concerns; minor concerns; below target;
        slow; some progress made; stalled; off schedule; some risk; some risks; at risk of delay; at risk of
        slippage; needs attention; progress slow; progress is slow; some progress being made; needs improvement;
        requires improvement; some improvement needed""",
    Meaning.BAD: """no progress; work required; work needed; overdue; off track; off target; off plan; poor;
        incomplete; outstanding; failed; failing; critical; major issues; significant issues; major concerns;
        serious concerns; missed; action required; unmet; no action; no action taken; weak; inadequate;
        unsatisfactory; deadline missed; target missed; significant delay; significant delays; major delay;
        major delays; further work required; significant work required; more work required; no work started; not
        on target; not on track; very poor; not in place; urgent action required; immediate action required;
        significantly delayed; unachievable""",
    Meaning.STRONG: """strong; good; very good; excellent; very strong; exemplary""",
    Meaning.LATER: """not due; not yet due; not due yet; due; on hold; hold; paused; suspended; deferred;
        superseded; cancelled; canceled; withdrawn; no longer applicable; no longer required; no longer
        relevant; not applicable; proposed for closure; propose to close; proposed to close; carry forward;
        carried forward; carried over; revised completion date; transferred; merged; pending; to be started; to
        start; to begin; future action; planned; scheduled; proposed; not required; not needed; postponed;
        parked; rescheduled; re-scheduled; removed; deleted; abandoned; awaiting start; transferred to business
        as usual; awaiting approval; awaiting sign off; under review; reopened; re-opened; new; not yet
        required; not currently required; no action required""",
    Meaning.UNKNOWN: """fair; satisfactory; adequate; moderate; sufficient; average; reasonable; acceptable; no
        change; unchanged; improving; stable; worsening; deteriorating; declining; static; draft; drafted;
        approved; agreed; reviewed; monitoring; mature; emerging; established; developing well""",
}


def phrases_of(table: str) -> Iterable[tuple[str, ...]]:
    """The phrases of a table, each as its words; a hyphen parts words as a space does."""
    return (tuple(phrase.replace("-", " ").split()) for phrase in table.split(";"))


MEANINGS: dict[tuple[str, ...], Meaning] = {
    phrase: meaning for meaning, table in TABLES.items() for phrase in phrases_of(table)
}
"""Every phrase, by its words."""
