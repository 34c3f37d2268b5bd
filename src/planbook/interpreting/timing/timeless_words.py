"""The words of timescales that name no date, kind by kind. `timeless.py` tries them in its order.

Each is a pattern over a plain text: lower case, single spaces, one kind of dash. Weak words ("when", "after",
"on") count only at the beginning of a text, where they say when; further in they are part of a sentence.
"""

from __future__ import annotations

import re

COUNT = (
    r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty(?:-four)?|"
    r"thirty(?:-six)?|few|couple of|several)"
)
UNIT = (
    r"(?:(?:working |school |calendar )?(?:days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|hours?|"
    r"hrs?|terms?))(?![a-z])"
)
SETTLED = (
    "confirmed|agreed|advised|arranged|determined|decided|set|scheduled|identified|finalised|negotiated|established|"
    "announced|notified"
)
MEETING = (
    r"(?:meetings?|boards?|committees?|sub-?committees?|panels?|conferences?|groups?|forums?|supervisions?|"
    r"governors|cabinet|executive|visits?|"
    r"inspections?|audits?|sessions?|agm|plenary)(?![a-z])"
)

NOTHING = re.compile(
    r"(?:[-.?*/x_ ]{1,12}|n ?[/.\\]? ?a\.?|not applicable|nil|none|null|date|no (?:specific |fixed |"
    r"set )?(?:date|deadline|time ?scale|timeframe)s?(?: set| given| yet| agreed| specified| identified)?|"
    r"none (?:set|identified|given|specified|agreed|stated)|"
    r"(?:(?:date|time ?scale|deadline)s? )?not (?:yet )?(?:set|known|specified|agreed|stated|"
    r"applicable|determined|decided|confirmed)|unknown|to follow|awaiting dates?|date awaited|blank)[ .?!*)]{0,3}"
)
NOT_YET = re.compile(
    rf"\bt\.?b\.?[cad]\b|\bto be (?:{SETTLED})\b(?:$|[ .,;:)?(-]{{1,2}}(?:$|by |in |at |with |following |when |"
    rf"once |after |subject |-|tb))|"
    rf"^(?:(?:exact |new |revised )?(?:dates?|time ?scales?|deadlines?|targets?|timeframes?)(?: and \w+)?(?: is|"
    rf" are)? (?:still )?)?to be (?:{SETTLED})\b"
)
REFERENCE = re.compile(
    r'^["\s]+$|^"|\bas (?:above|below|before|previous(?:ly)?|per (?!n)|stated|detailed|outlined|listed|shown|noted)|'
    r"^(?:same|ditto|do\.?$|idem|see |refer(?:s)? to|cf\.? |"
    r"per (?:\d|(?:action|objective|item|section|point|no)\b)|link(?:ed|s)? (?:to|with) |above|below)|"
    r"^(?:same )?(?:as|in line with|aligned (?:to|with)|in accordance with) (?:for |in |at |with )?(?:action|"
    r"objective|item|section|point|priority|row|no\.?|\d)"
)
ONGOING = re.compile(
    r"\bon[ -]?goi?ng(?![a-z])|\bcontinu(?:ous(?:ly)?|al(?:ly)?|ing)\b(?! professional)|\brolling\b|"
    r"\bbusiness as usual\b|\bb\.?a\.?u\b|"
    r"\bat all times\b|\bperpetual|\bin perpetuity|\bindefinite|\bthroughout\b|\b(?:life|lifetime|"
    r"duration) of\b|\bpermanent(?:ly)?\b|"
    r"\balways\b|\buntil further notice\b|\bopen[ -]ended\b|\byear[ -]round\b|\b(?:all|whole) year\b|\b24/7\b|"
    r"\bregular(?:ly)?\b|\bconstant(?:ly)?\b|\bno end date\b|"
    r"^routine(?:ly)?\b|\bon a daily\b|\bcontinues\b|^continue\b"
)
STATUS = re.compile(
    r"^(?:\d ?[-.:] ?)?(?:completed?|done|overdue|green|amber|red|blue|grey|white|yellow|in progress|under ?way|"
    r"started|not started|not yet started|"
    r"on track|on target|off track|delayed|slipped|achieved|not achieved|met|not met|closed|open|on hold|paused|"
    r"outstanding|"
    r"cancelled|withdrawn|superseded|work in progress|wip|live|in place|implemented|actioned|finished|behind|at risk|"
    r"embedded|no longer|partially|partly|part complete|nearly|slow progress|work required|pending(?! [a-z])|"
    r"in development|in draft|"
    r"draft(?:ed)?$|discontinued|stopped|abandoned|rag)(?![a-z])"
)
LEGEND = re.compile(
    r"^(?:(?:short|medium|long|mid|near)[ /-]{0,3}(?:to |or )?){1,3}(?:term)?(?: \(.{0,30}\))?[ .]{0,2}$|"
    r"^immediate term|"
    r"^(?:very )?(?:high|medium|low|urgent|h|m|l|s|quick win)s?(?: priority| term)?[ .]{0,2}$|^priority [\da-c]"
)
FROM_START = re.compile(
    r"^(?:by |end of |in |during )*(?:the )?(?:end of )?(?:(?:year|yr|month|mth|week|wk|day|phase|"
    r"stage)s?[ -]?(?:\d{1,2}|one|two|three|four|five)|"
    r"first (?:year|month|phase|stage)|y\d|m\d{1,2})(?![a-z0-9])"
)
IMMEDIATE = re.compile(
    r"\ba\.?s\.?a\.?p\b|\bas soon as (?:possible|practicable|practical|reasonably|is|able|can)|^immediate|"
    r"\bimmediately\b|\bwith immediate effect\b|"
    r"\bstraight ?away\b|^urgent|^now[.!]?$|^at once|^forthwith|^without delay"
)
RELATIVE = re.compile(
    rf"\b(?:with)?in (?:the )?(?:next |first |coming |following |last )?(?:{COUNT}(?: ?(?:-|/|to|or) ?"
    rf"(?:\d{{1,3}}|[a-z]{{3,6}}))?[ -]?)?{UNIT}|"
    rf"(?:^|\bfor )(?:the )?(?:next|coming|following) {COUNT} {UNIT}|"
    rf"\bover (?:the )?(?:next|coming) |\b{COUNT}[ -]?(?:- ?\d{{1,3}} ?|to \d{{1,3}} )?{UNIT} (?:after|before|"
    rf"following|prior|from|of|post|in|pre|later|ahead|time)(?![a-z])|"
    rf"^(?:up to |approx(?:imately)? |about |every )?{COUNT}(?: ?(?:-|/|to) ?\d{{1,3}})?[ -]?{UNIT}[ .]{{0,2}}$|"
    r"\b(?:next|this|following|coming) (?:week|month|fortnight|year|quarter)(?![a-z])|\bend of (?:the )?(?:week|"
    r"month)(?![a-z])|^(?:tomorrow|today)"
)
CONDITIONAL = re.compile(
    r"\bsubject to\b|\bdepend(?:s|ent|ing|ant)?(?: (?:up)?on)?\b|\bconditional|\bcontingent|\bpending [a-z]|"
    r"\bwhen .{0,40}\b(?:allows?|permits?|available|secured)\b|"
    r"^(?:as |when |if |where )?(?:funding|budgets?|resources|capacity) (?:allow|permit)|^(?:only )?(?:if|"
    r"unless|providing|provided)\b|^awaiting\b|\b(?:if|once) funding\b|\bas resources allow"
)
AT_MEETING = re.compile(
    rf"\b(?:next|each|every|following|forthcoming|prior to|before|by|at|after|first|all|for)(?: (?:the|next|"
    rf"each|every|first|all|of)){{0,4}}(?: [a-z&'-]{{1,16}}){{0,3}} {MEETING}"
    rf"|^(?:the )?(?:[a-z&'-]{{1,16}} )?(?:{MEETING})(?: {MEETING})?[ .]{{0,2}}$"
)
WHEN = re.compile(
    r"^(?:(?:to be )?(?:report(?:s|ed)?|review(?:s|ed)?|completed?|produced|undertaken|circulated|delivered|"
    r"updated?|implement(?:ed)?|launch(?:ed)?|training)(?: produced| made)? )?"
    r"(?:immediately |shortly |straight |soon |directly )?(?:prior|before|after|following|upon|once (?=[a-z])|"
    r"when(?:ever)?|where|until|till|post[ -]|pre[ -]|during|alongside|"
    r"(?:at |by )?(?:the )?next (?:available|scheduled|planned|edition|issue|round|cycle|"
    r"update|revision|refresh)(?![a-z])|"
    r"by the time|in (?:advance|time|response|line|conjunction|parallel|preparation)|ahead of|to coincide|"
    r"to align|at (?:the )?(?:point|time|start|beginning|end|each|every|next|"
    r"induction|outset|appointment|recruitment)|on (?:the )?[a-z-]{4,16}(?: of| to| by| from|$)|"
    r"on (?:publication|receipt|appointment|request|demand|referral|completion|release|"
    r"approval|notification|recruitment|induction|launch|agreement|discharge|admission)|as (?:and when|required|"
    r"needed|necessary|appropriate|part|soon|they|it|and|cases|"
    r"issues|opportunities|when|identified|directed|requested|each)|if |for each|with (?:each|every|the launch)|"
    r"per (?:case|incident|referral)|(?:each|every) (?:time|case|referral|assessment|visit|contact|incident|"
    r"occasion|new|placement|admission|core group)|by exception|ad[ -]?hoc)"
)
WHEN_ANYWHERE = re.compile(
    r"\b(?:prior to|in advance of|as and when|(?:as|if|when|where) (?:and when )?(?:required|needed|necessary|"
    r"appropriate|requested|applicable)|on completion of|on publication of|on receipt of|"
    r"following (?:the )?(?:publication|completion|approval|appointment|outcome|launch|review|inspection|"
    r"attendance|recruitment|implementation|agreement|receipt|"
    r"release|training|audit|sign[ -]?off|feedback|restructure|consultation)|at (?:each|every)|upon [a-z]+ion|"
    r"ad[ -]?hoc|by exception|case[ -]by[ -]case)\b"
)
NOTATION = re.compile(r"\b(?:20\d\d ?[-/] ?(?:20)?\d\d|\d{1,2}/\d{1,2})(?!\d)")
ERROR = re.compile(r"#(?:n/a|ref!|value!|name\?|div/0!|num!|null!|spill!|calc!)")
