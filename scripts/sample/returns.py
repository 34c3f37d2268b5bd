"""What came back in January: the edits that each sub-committee made in its copy, with an ordinary quarter's mess."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from sample.drafts import Draft, Formula, ShortDay
from sample.sheets import plan_bytes, table_bytes


def returned_files() -> dict[str, bytes]:
    """Every file of returns/, by its name there."""
    earlier_help = plan_bytes(_earlier_help())
    return {
        "Earlier help - January return.xlsx": earlier_help,
        "Fw Earlier help - January return.xlsx": earlier_help,
        "Safer babies - health.xlsx": plan_bytes(_babies_by_health()),
        "from the Training Group/Safer babies.xlsx": plan_bytes(_babies_by_training()),
        "3 Exploitation (2).xlsx": plan_bytes(_exploitation()),
        "Exploitation - police copy.xlsx": _cut_short(plan_bytes(Draft.of(3))),
        "Training attendance January.xlsx": table_bytes({"January": list(_ATTENDANCE)}),
        "RE plan from Housing.txt": _HOUSING.encode(),
    }


def _earlier_help() -> Draft:
    """An impossible date, a name misspelt, a row lost and a row added; the rest is as asked."""
    draft = Draft.of(1)
    draft.append("1a", "rag_and_update", "22.1.26: All agencies but one have agreed the form.")
    draft.append("1b", "rag_and_update", "26.1.26: All eleven wards listed. Goes online on 2 February.")
    draft.append("1c", "rag_and_update", "29.1.26: Second report sent to the Business Group.")
    draft.set(
        "2b", rag_and_update="3 - On target\n14.10.25: 120 staff briefed so far.\n20.1.26: 410 staff briefed by now."
    )
    draft.set("2c", timescale="31st April 2026")
    draft.set("3a", lead="Cora Ashdowne")
    draft.drop("3d")
    draft.insert_after(
        "3c",
        action="3e. Invite grandparents who bring up children to the hub mornings",
        lead="Owen Tarrant",
        timescale="31st May 2026",
        impact="",
        success_measures="",
        rag_and_update="1 - Work required",
    )
    return draft


def _babies_by_health() -> Draft:
    """Two ratings in one cell, complete without a word, a month that became a day; and a figure that others dispute."""
    draft = Draft.of(2)
    draft.set("2.1/2", rag_and_update="3 - On target Fathers named in 66% of records.")
    draft.set("2.1/3", rag_and_update="Amber/Green Agreement with Housing is with the lawyers.")
    draft.set("2.3", rag_and_update="3 - On target 52 of 61 nurseries trained.")
    draft.set("2.4/1", timescale=ShortDay(date(2026, 9, 26)))
    draft.set("2.4/3", rag_and_update="4 - Complete")
    return draft


def _babies_by_training() -> Draft:
    """The other return of the same plan: it rates 2.3 lower, and has a story to tell."""
    draft = Draft.of(2)
    draft.set("2.3", rag_and_update="2 - Slow progress 44 of 61 nurseries trained; the rest have cancelled twice.")
    story = next(row for row in draft.rows if str(row.get("narrative", "")).startswith("Two nurseries"))
    story["narrative"] += " A third call, in January, led to a visit on the same day."
    return draft


def _exploitation() -> Draft:
    """Columns that changed places, one of their own, 3.10 as a number, a formula, an agreed wording touched."""
    draft = Draft.of(3)
    draft.append("3.1", "update", "14.1.27: Eleven schools by now.")
    draft.set("3.2", update=Formula('86+31&" drivers trained by January"', "117 drivers trained by January"))
    draft.append("3.3", "update", "Jan 2026: Third evening held, 40 parents.")
    draft.set("3.4", rag="3 - On target", fill="#FF0000")
    draft.append("3.4", "update", "Jan 2026: Offered in three days in 91% of cases.")
    draft.set("3.5", update="")
    draft.set("3.6", hidden=True)
    draft.set("3.7", rag="5 - Exceeded")
    draft.append("3.7", "update", "Jan 2026: Worker in post.")
    draft.set(
        "3.8", action="Safe places map: where children and parents say they feel unsafe, and what is done about it."
    )
    draft.set("3.8", update="Sept 2025: 24 children answered the survey.\nJan 2026: Map shown to the council.")
    draft.set("3.9", rag="4 - Ongoing")
    draft.append("3.9", "update", "Jan 2026: Licensing has agreed.")
    draft.append("3.10", "update", "Jan 2026: First table shown to the group.")
    draft.set("3.11", timescale=date(2026, 5, 1))
    draft.append("3.11", "update", "Jan 2026: Seven of twelve cases read.")
    draft.add_column("Help needed from others", {"3.9": "Could the Business Group remind Housing?"})
    draft.swap("lead", "timescale")
    draft.set("3.10", number=3.1)
    draft.below.append("Next meeting of the group: 12 March 2026, Eastmere hub.")
    return draft


def _cut_short(data: bytes) -> bytes:
    """A workbook as a broken download leaves it. Stored first, so that the cut falls alike with every zlib."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as stored:
        for part in whole.infolist():
            stored.writestr(zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0)), whole.read(part))
    return buffer.getvalue()[:9000]


_ATTENDANCE = (
    ("Course", "Date", "Places", "Came"),
    ("Levels of need: briefing", "13 January 2026", "40", "37"),
    ("Safer sleep for nursery staff", "20 January 2026", "25", "11"),
    ("Grooming and debt bondage", "27 January 2026", "30", "30"),
)
_HOUSING = """From: housing@example.org
To: partnership@example.org
Subject: RE: action plan, January return

Nothing to add from our side this quarter. Tom has left; somebody will be named in February.
"""
