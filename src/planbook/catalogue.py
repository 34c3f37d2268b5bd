"""Every exception that planbook can raise: the second of the two tables that drive everything.

A code is a promise: it keeps its meaning for good, and a retired one is not used again. The legend
in the workbook, `planbook explain`, docs/exceptions.md and the severity of a finding all come from
here. The codes and severities are those of the specification; titles and words are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from planbook.model import Finding, Severity

FAMILIES = {
    "F": "Files",
    "S": "Structure",
    "L": "Leads",
    "T": "Timescales",
    "R": "Ratings",
    "U": "Updates",
    "M": "Merge",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of exception."""

    code: str
    severity: Severity
    title: str
    meaning: str
    to_do: str
    undecided: str = "The master keeps what it holds."
    """What happens if nobody does anything."""


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule(
        "F001",
        _E,
        "A return cannot be read",
        "The file is damaged, protected by a password, or not a workbook that planbook reads.",
        "Do what the message says, or ask the sender for the file again as an Excel Workbook (.xlsx).",
        "Nothing of this file is in the master.",
    ),
    Rule(
        "F002",
        _E,
        "No action plan in the workbook",
        "No table with the headings of an action plan was found on any sheet.",
        "Check that the right file was sent. If it was, see that its table has a heading row with lead, "
        "timescale and rating.",
        "Nothing of this file is in the master.",
    ),
    Rule(
        "F003",
        _E,
        "A return that fits no plan",
        "The file holds an action plan, but not one of this workspace.",
        "If it is a plan of yours, put the workbook as it was sent out into the folder of issued plans; "
        "if not, take the file out.",
        "Nothing of this file is in the master.",
    ),
    Rule(
        "F004",
        _I,
        "The same return twice",
        "Two files say the same. One of them was used.",
        "Nothing. Delete one of them if you like.",
    ),
    Rule(
        "F005",
        _W,
        "A return has not come",
        "A return was expected for this plan and none is in the folder.",
        "Send a reminder, or run again when it comes.",
        "The plan stands in the master as it was.",
    ),
    Rule(
        "F006",
        _W,
        "A return that started from an older issue",
        "The return was filled in on a copy that was sent out before the last one.",
        "Look at its changes with care: some may undo what was agreed since.",
    ),
    Rule(
        "F007",
        _W,
        "Active content was not carried over",
        "The file holds a formula in a text cell, a macro, a link to another workbook or the like. It "
        "was read, and is not passed on.",
        "If the words that the formula showed matter, type them into the cell as text.",
        "The stored result of the formula is used where there is one; the active part is dropped.",
    ),
    Rule(
        "F008",
        _W,
        "A formula without a result",
        "The cell holds a formula whose result was never stored, so nobody can read it. It does not count as cleared.",
        "Open the file in Excel, save it, and put it back; or type the text into the cell.",
    ),
    Rule(
        "F009",
        _W,
        "A file that was passed over",
        "The file is no return: a lock file of Excel, a conflict copy of a synchronised folder, or of a "
        "kind that is not read.",
        "Nothing, or save it as an Excel Workbook (.xlsx) if it holds a return.",
        "Nothing of this file is in the master.",
    ),
    Rule(
        "F010",
        _W,
        "A cell that shows an error",
        "The cell holds an error value such as #REF! or #N/A instead of words.",
        "Ask the sender what should stand there.",
    ),
    Rule(
        "S001",
        _I,
        "A column that is not recognised",
        "The heading is none that planbook knows. The column is carried along as it is.",
        "Nothing. If it is a column of the plan under another name, give it a heading that says so.",
        "The column stands in the master under its own heading.",
    ),
    Rule(
        "S002",
        _E,
        "A column is missing",
        "The table lacks a column that the plan needs.",
        "Ask for the return with all its columns, or say that the column has gone for good.",
        "The master keeps what that column held.",
    ),
    Rule(
        "S003",
        _W,
        "An action without a number",
        "The plan numbers its actions, and this one has no number.",
        "Give it a number, so that it can be found again next quarter.",
    ),
    Rule(
        "S004",
        _E,
        "Two actions with one number",
        "The number stands against more than one action that is not part of one objective.",
        "Give each action a number of its own.",
        "Both actions stand in the master, told apart as /1 and /2.",
    ),
    Rule(
        "S005",
        _W,
        "A number that Excel has damaged",
        "What was typed as 3.10 is stored as 3.1, or what was typed as 1-2 as a date. The number was "
        "put right from its neighbours.",
        "Nothing. Formatting the number column as text prevents it.",
        "The action keeps its right number.",
    ),
    Rule(
        "S006",
        _W,
        "New text outside the tables",
        "Somebody wrote outside the action plan: beside it, below it, or in a title or band.",
        "Read it. If it belongs to an action, put it there.",
        "The text is kept here, with its place.",
    ),
    Rule(
        "S007",
        _I,
        "Hidden cells were read too",
        "Rows, columns or sheets are hidden or filtered out in this file. They were read like all others.",
        "Nothing, unless they were hidden because they should not have been sent.",
    ),
    Rule("L001", _E, "No lead", "Nobody is named as lead.", "Ask the sub-committee who leads this action."),
    Rule(
        "L002",
        _W,
        "A lead who is not in the register",
        "The name is in the leads register neither as a person nor as a group.",
        "Correct the name, or add it to the register.",
    ),
    Rule(
        "L003",
        _W,
        "Initials that fit nobody, or several people",
        "The register has nobody with these initials, or more than one.",
        "Write the name out, or put the initials into the register.",
    ),
    Rule(
        "L004",
        _W,
        "No named lead",
        "Everybody is named, and so nobody answers for it.",
        "Ask the sub-committee for one person or one group.",
    ),
    Rule(
        "L005",
        _W,
        "A lead with a question mark",
        "The lead, or somebody's support, is still in question.",
        "Ask whether it is settled, and take the question mark out.",
    ),
    Rule(
        "L006",
        _W,
        "A lead who is no longer active",
        "The register says that this person has left or moved on.",
        "Ask who has taken the action over.",
    ),
    Rule(
        "L007",
        _W,
        "Not a lead",
        "A sentence, or words of another column, stand where the lead should be.",
        "Put a name there, and the words into the column where they belong.",
    ),
    Rule("T001", _E, "No timescale", "No date is given, or only TBC or n/a.", "Ask the sub-committee by when."),
    Rule(
        "T002",
        _E,
        "A timescale that names no time",
        "The text says something, but not by when.",
        "Ask for a date, and put the words into the update.",
    ),
    Rule(
        "T003",
        _E,
        "An impossible date",
        "There is no such day.",
        "Take the suggestion if it is what was meant, or ask.",
    ),
    Rule(
        "T004",
        _E,
        "Day and month in doubt",
        "The date reads as month before day, or may do so. Dates are read day first.",
        "Ask which was meant, and have it written with the month as a word.",
    ),
    Rule(
        "T005",
        _I,
        "No end date",
        "The timescale is ongoing, hangs on an event or a condition, or repeats without a date.",
        "Nothing, if it is meant so.",
    ),
    Rule(
        "T006",
        _W,
        "Overdue",
        "Its date has passed and it is not complete.",
        "Ask for a rating, an update or a new date.",
    ),
    Rule(
        "T007",
        _W,
        "Moved later than agreed",
        "The return gives a later date than the one that was agreed.",
        "Agree to the new date, or keep the old one.",
        "The agreed date stays.",
    ),
    Rule(
        "T008",
        _W,
        "'As above' with nothing above it",
        "The timescale refers to the row above, and no date stands there.",
        "Write the date out.",
    ),
    Rule(
        "T009",
        _W,
        "A date without a year",
        "The day or month is given and the year is not.",
        "Take the suggestion if the plan's period makes it plain, or ask.",
    ),
    Rule(
        "T010",
        _W,
        "A date that may be a month",
        "Excel makes 19 March of this year out of `Mar 19`. March 2019 may have been meant.",
        "Take the suggestion if the month was meant.",
    ),
    Rule("R001", _E, "No rating", "The action has no rating.", "Ask the sub-committee for one."),
    Rule(
        "R002",
        _E,
        "Not on the rating scale",
        "What stands in the rating is no step of the scale.",
        "Take the suggestion, or ask for a step of the scale (see the top of this sheet).",
    ),
    Rule(
        "R003",
        _W,
        "Code and wording disagree",
        "The code means one thing on the scale and the words beside it another.",
        "Ask which was meant. The code counts until then.",
        "The code counts.",
    ),
    Rule(
        "R004",
        _W,
        "Rating and colour disagree",
        "The cell is filled with the colour of another step of the scale.",
        "Ask which was meant. The text counts until then.",
        "The text counts.",
    ),
    Rule(
        "R005",
        _W,
        "A split rating",
        "Two ratings stand in one cell.",
        "Ask for one. Where in doubt the worse of the two is the safer.",
    ),
    Rule(
        "R006",
        _W,
        "Complete, and nothing said about it",
        "The action became complete since the last issue, with no word in its update and no evidence.",
        "Ask what was done, and how anyone can tell.",
    ),
    Rule(
        "R007",
        _W,
        "On target, though its date has passed",
        "The rating says on target and the date is behind us.",
        "Ask for a new rating or a new date.",
    ),
    Rule("R008", _I, "A rating that got worse", "The rating is lower than at the last issue.", "Read the update."),
    Rule(
        "R009",
        _W,
        "Open again",
        "The action was complete at the last issue and is open again.",
        "Ask what has happened.",
    ),
    Rule(
        "U001",
        _W,
        "No update",
        "The action is not complete and nothing was said about it since the last issue.",
        "Ask the lead for an update.",
    ),
    Rule(
        "U002",
        _W,
        "An update with a date that cannot be",
        "The entry is dated in the future, or on a day that does not exist.",
        "Ask for the right date.",
    ),
    Rule(
        "U003",
        _W,
        "An earlier entry altered or dropped",
        "An entry of the update that stood there before was rewritten or left out in the return. It was kept.",
        "Nothing, if the record should stay; else delete it in the master.",
        "The earlier entry stays.",
    ),
    Rule(
        "M001",
        _E,
        "Master and return changed one cell differently",
        "Since the last issue both the master and the return have changed this cell, each in its own way.",
        "Decide which is right.",
    ),
    Rule(
        "M002",
        _E,
        "Two returns changed one cell differently",
        "Two returns give this cell different values. Neither was taken.",
        "Decide which is right, or ask the two senders to agree.",
    ),
    Rule(
        "M003",
        _E,
        "An action is missing from the return",
        "The plan has this action and the return does not.",
        "Ask whether it was deleted on purpose.",
        "The action stays in the master.",
    ),
    Rule(
        "M004",
        _W,
        "A new action",
        "The return has an action that the plan did not have.",
        "Agree to it, or take it out.",
        "The action stands in the master, marked as not yet agreed.",
    ),
    Rule(
        "M005",
        _W,
        "An agreed field was changed",
        "The return changes words that the partnership has agreed.",
        "Agree to the change, or keep what was agreed.",
        "The agreed words stay.",
    ),
    Rule(
        "M006",
        _W,
        "A cell was cleared",
        "The return has nothing where the plan had something.",
        "Ask whether it was cleared on purpose.",
        "What stood there stays.",
    ),
    Rule(
        "M007",
        _W,
        "It is not certain which action this row is",
        "The row fits more than one action of the plan, or none well. Nothing of it was taken.",
        "Say which action it is, or ask the sender.",
    ),
    Rule(
        "M008",
        _E,
        "An edit of an action that the master dropped",
        "The action was taken out of the master, and the return still works on it.",
        "Decide whether it comes back.",
        "The action stays out.",
    ),
    Rule(
        "M009",
        _E,
        "The master holds two different edits of one cell",
        "The cell was edited both in All actions and on the plan's own sheet, differently.",
        "Make both the same.",
        "What the master held before both edits stays.",
    ),
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def severity_of(finding: Finding) -> Severity:
    """How much a finding matters: its own severity where it has one, else its code's."""
    return finding.severity or BY_CODE[finding.code].severity
