"""The vocabulary of headings: which word names which field. `heading_phrases.py` has the grammar, `headings.py` reads.

A new wording is one word in one line here. Words stand in the singular and in lower case; `words_of` brings a heading
to that form. Classes in capitals are no fields: what they mean depends on the words beside them.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


DATE, PARTY, BODY, RATE, REPORT, THROUGH, OTHER = "DATE", "PARTY", "BODY", "RATE", "REPORT", "THROUGH", "OTHER"

_HEADS = {
    "number": "number no num nr ref reference id identifier index serial",
    "objective": "objective aim goal finding issue recommendation rec duty project requirement standard ambition"
    " commitment concern lesson weakness problem vision pledge kloe",
    "action": "action task activity step intervention initiative item deliverable strategy output approach",
    "lead": "lead owner responsible responsibility accountability accountable who whom personnel sro leader sponsor"
    " ownership councillor leadership assignee",
    "timescale": "timescale timeline deadline timeframe timing due when schedule",
    "start": "start commencement",
    "impact": "impact outcome benefit difference why rationale reason effect result",
    "success_measures": "success measure measurement kpi indicator criterion metric",
    "update": "update progress comment commentary position note response remark feedback achievement",
    "rag": "rag status confidence percent trafficlight ontrack",
    "milestone": "milestone checkpoint",
    "risk": "risk barrier challenge obstacle constraint threat blocker hazard",
    "mitigation": "mitigation control contingency mitigate mitigating",
    "resources": "resource resourcing costing cost budget funding finance staffing expenditure investment cost/benefit",
    "priority": "priority theme urgency pillar",
    "subcommittee": "subcommittee subgroup committee governance oversight workinggroup",
    "evidence": "evidence assurance proof",
    "section_notes": "narrative",
    DATE: "date completion end finish fy year",
    # Who a lead can be. `Lead agency` is a lead; `Agency` alone is decided by the column.
    PARTY: "agency organisation officer person professional team manager director department service partner body"
    " staff people member individual name trustee governor practitioner contact representative executive role clinician"
    " teacher party",
    BODY: "group board forum panel meeting route line structure",
    RATE: "rating score level ranking grade grading assessment rank",
    REPORT: "report review summary statement information detail description",
    # Words that say nothing by themselves: what they stand beside decides.
    THROUGH: "source implication requirements factor plan point need implementation log list area gap register base"
    " target title arrangement mechanism estimate stream",
    OTHER: "version author change paper directorate category section link monitoring evaluation document type"
    " dependency baseline trend direction column location agenda minute page subject workstream scope distribution"
    " signature approval file appendix hyperlink attachment ward dependencies travel message decision policy",
}
HEADS: dict[str, str] = {word: field for field, words in _HEADS.items() for word in words.split()}

# What a date is the date of. A date that is past has no field: it is neither when work starts nor when it is due.
STARTING = word_set(
    "start started commence commenced commencement raised added opened open created logged identified begin began"
    " begun entered"
)
DEADLINE = word_set(
    "target due completion complete end finish review revised new forecast expected planned proposed original"
    " estimated anticipated delivery implementation achievement achieve deadline extended amended final required"
    " scheduled agreed to be by relevant projected updated_date next further intended finishing ending"
    " extension"
)
PAST = word_set(
    "completed actual closed achieved done signed actioned met updated last reported meeting approved issued"
    " received published agreed_on previous prior earlier former finished ended delivered reviewed revised_on"
    " discussed"
)
BYGONE = word_set("previous prior earlier former last old")

# Before PARTY and BODY: whoever is said to lead, or to answer for something.
LEADING = word_set(
    "lead leading responsible accountable named senior executive operational strategic managing key owning delivery"
    " project action nominated owner designated identified link risk"
)
GOVERNING = word_set(
    "lead responsible reporting governance oversight accountable delivery steering overseeing monitoring working"
    " accountability sponsoring owning"
)

# Words after the noun that leave its field alone: `Action required`, `Issue identified`, `Progress made`.
TRAILING = word_set(
    "required needed taken proposed planned identified expected anticipated intended made presented rated in_place"
    " involved agreed recommended responsible desired reported received necessary arising delivered achieved"
    " completed accountable leading requirement learned learnt provided submitted available supplied attached"
    " gathered collected held sought realised rate"
)

# Words that say nothing about the field, wherever they stand.
NEUTRAL = word_set(
    "the a an our your their its this that these those all any each key main overall specific current latest"
    " quarterly monthly annual weekly termly half yearly date q1 q2 q3 q4 quarter year month week term red amber"
    " green blue poor strong good weak high medium low yes y tick v1 give please state insert enter brief name"
    " relevant smart format jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june"
    " july august september october november december mid end of h m l category out per support supporting spring"
    " summer autumn winter yearend midyear"
)

PREPOSITIONS = word_set(
    "of for on to in at against from as since within towards toward after before during if we that which being"
)
RELATIVE = word_set("we that which being if")
"""What opens a clause about the noun, which may hold a verb: `Evidence that the action is complete`."""
CONJUNCTIONS = word_set("and or & / + , ; | plus with including includes incl inc")
FINITE = word_set("is are was were has have had will should must can cannot could would does do did been being not")

# Two words, or two spellings, of one word of the tables above.
SPELLED: tuple[tuple[str, str], ...] = (
    ("sub committee", "subcommittee"),
    ("sub group", "subgroup"),
    ("sub cttee", "subcommittee"),
    ("up date", "update"),
    ("time scale", "timescale"),
    ("time frame", "timeframe"),
    ("time line", "timeline"),
    ("dead line", "deadline"),
    ("mile stone", "milestone"),
    ("work stream", "workstream"),
    ("working group", "workinggroup"),
    ("key performance indicator", "kpi"),
    ("key line of enquiry", "kloe"),
    ("key line of inquiry", "kloe"),
    ("traffic light", "trafficlight"),
    ("on track", "ontrack"),
    ("on target", "ontrack"),
    ("r a g", "rag"),
    ("red amber green", "rag"),
    ("in place", "in_place"),
    ("end of year", "yearend"),
    ("year end", "yearend"),
    ("financial year", "fy"),
    ("senior responsible", "responsible"),
    ("co ordinator", "coordinator"),
)
WORD_FORMS: dict[str, str] = {
    "#": "no", "%": "percent", "percentage": "percent", "brag": "rag", "ragb": "rag", "rayg": "rag", "bragg": "rag",
    "criteria": "criterion", "activities": "activity", "priorities": "priority", "agencies": "agency",
    "responsibilities": "responsibility", "strategies": "strategy", "dependencies": "dependency", "duties": "duty",
    "organization": "organisation", "organizations": "organisation", "bodies": "body", "pts": "point",
    "cttee": "subcommittee", "finances": "finance", "financial": "finance", "successes": "success",
    "colour": "rag", "color": "rag", "nos": "no", "progression": "progress",
}  # fmt: skip
# Words that end on an s in the singular, or are something else without it.
SINGULAR = word_set("progress success status us this process does has is was as its yes analysis various requirements")
