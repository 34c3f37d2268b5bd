"""Headings that name their field by no noun, or by several words together: questions, passives, idioms.

Tried in order, on one phrase in its plain form (`heading_reading.plain_words`): singular, lower case, one spelling.
"""

from __future__ import annotations

import re

UNKNOWN = ""
NO_FIELD = "-"
"""The phrase is understood, and it is none of our fields (`Date completed`, `Signed off by`)."""

# Tried in order on the phrase in its plain form. `.*` is bounded by a phrase's length, and never nested.
IDIOMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        # who, when, why, where
        ((r"^(by |to )?who(m)? .*\b(told|know|inform(ed)?|consult(ed)?|benefit(s)?|affected|monitor(s"
          r"|ed)?|check(s)?|review(s)?)\b"), NO_FIELD),
        (r"^(by |to )?who(m)?\b", "lead"),
        (r"^(by )?when .*\b(start|begin|commence)", "start"),
        (r"^when (was|did)\b", NO_FIELD),
        (r"^(by )?when\b", "timescale"),
        (r"^why\b", "impact"),
        (r"^so what$", "impact"),
        (r"^where .*\b(evidence|evidenced|proof|found)\b", "evidence"),
        (r"^where are we( now)?$", "update"),
        (r"^where\b", NO_FIELD),
        # how
        ((r"^how .*\b(know|known|measure|measured|success|successful|tell|evaluate|evaluated|judge"
          r"|judged|worked)\b"), "success_measures"),
        (r"^how .*\b(evidence|evidenced|demonstrate|demonstrated|prove|proved|show|shown)\b", "evidence"),
        (r"^how (much|many)\b", "resources"),
        (r"^how .*\b(fund|funded|resource|resourced|pay|paid)\b", "resources"),
        (r"^how .*\b(benefit|impact|affect|difference)\b", "impact"),
        (r"^how .*\b(mitigate|mitigated|risk|managed)\b", "mitigation"),
        (r"^how .*\b(monitor|monitored|review|reviewed|report|reported|often|well|far|doing)\b", NO_FIELD),
        (r"^how (will|do|can|are|is|to|we|it|this|they)\b", "action"),
        (r"^how$", "action"),
        # what
        (r"^what .*\b(look like|success|good)\b", "success_measures"),
        (r"^what .*\b(difference|different|impact|benefit|outcome|result)\b", "impact"),
        (r"^what .*\b(evidence|prove|proof)\b", "evidence"),
        (r"^what .*\b(resource|cost|fund|funding|money|budget|support|help|material|equipment)\b", "resources"),
        (r"^what .*\b(risk|wrong|stop|prevent|barrier|challenge|get in)\b", "risk"),
        (r"^what .*\b(mitigate|mitigation|manage)\b", "mitigation"),
        (r"^what (did|have|has) .*\b(find|found)$", "objective"),
        ((r"^what .*\b(progress|position|so far|to date|have we|has been|happened|was done|did we"
          r"|been done)\b"), "update"),
        ((r"^what .*\b(achieve|change|issue|problem|aim|improve|objective|goal|finding|recommendation"
          r"|priority|want|trying)\b"), "objective"),
        (r"^what .*\b(do|done|action|task|step|happen|take|doing|deliver)\b", "action"),
        (r"^what\b", UNKNOWN),
        # by
        (r"\b(sign|signed|signing) off\b|^sign(ed)?off\b", NO_FIELD),
        ((r"\b(monitored|approved|reviewed|updated|prepared|raised|checked|verified|agreed|produced"
          r"|written) by( whom?)?$"), NO_FIELD),
        (r"^(led|lead|managed|manage|owned|actioned|action|undertaken|carried out|to be actioned) by$", "lead"),
        (r"^to be (led|managed|owned|undertaken|carried out) by$", "lead"),
        (r"^((action|task) )?(assigned|allocated|delegated) to$", "lead"),
        ((r"^((action|task) )?to be (completed?|achieved|finished|done|implemented|met)"
          r" by( when)?$"), "timescale"),
        (r"^(complete|completion|due|achieve|finish|target|needed|required|end)( date)? by$", "timescale"),
        (r"^(start|begin|commence)( date)? by$", "start"),
        (r"^(completed|delivered|implemented|to be delivered|achieved) by$", UNKNOWN),
        (r"^percent( complete| completion| completed| achieved| progress)?$", "rag"),
        (r"^(report|reporting|answerable|accountable) to$", "subcommittee"),
        # what is done, or how far
        (r"^previous\b|^prior\b|^earlier\b|^former\b|^last (rag|rating|status|score|update|review)", NO_FIELD),
        (r"^last updated?\b|^date (of )?last\b|\bupdated$", NO_FIELD),
        ((r"^(action |task |milestone |objective )?(complete|completed|done|achieved|met|closed"
          r"|implemented)( y n| yes no| tick)?$"), "rag"),
        (r"^(is |are )?(it |we |action |this |the action )?(ontrack|complete|completed|done)$", "rag"),
        (r"^(proposed to )?(open|opened|live)( or)? (close|closed|complete|completed)$", "rag"),
        (r"^(proposed to )?(open|close|closed)$", "rag"),
        (r"^action (taken|undertaken|completed)( so far| to date)?$", "update"),
        ((r"^(work|activity|progress|achievement|achieved|delivered|completed)( undertaken| completed| done)? (to date"
          r"|so far|undertaken|done|completed)$"), "update"),
        (r"^current (status|position|situation) of\b|^current (position|situation)$", "update"),
        (r"^current status$|^status of\b", UNKNOWN),
        (r"^(q|quarter|qtr) ?[1-4]( position)?( [0-9./ ]+)?$", "update"),
        (r"\bleading (the |this )?(project|action|task|work|objective|activity)$", "lead"),
        (r"^name of (the )?((action|project|responsible|named) )?(lead|owner|officer|person)\b", "lead"),
        (r"^(action|task) holder$|^post( holder)? responsible$|^(person|officer|staff) in charge$", "lead"),
        (r"^(issue|concern|problem|point) (raised|arising)$", "objective"),
        ((r"^(related|linked|associated) (strategy|policy|plan|document|action|project|objective"
          r"|workstream)$"), NO_FIELD),
        (r"^(page|telephone|phone|contact|version) (number|no)$", NO_FIELD),
        (r"^date (of )?(the )?(action |item |issue )(was )?(agreed|set|assigned|allocated)$", "start"),
        (r"^tick (when|if|once) (done|complete|completed|achieved|met)$", "rag"),
        (r"^(identified|key) learning$|^learning (identified|from review)$", "objective"),
        (r"^officer$|^(portfolio holder|(cabinet|executive|lead) member)$", "lead"),
        (r"^started$", "start"),
        ((r"^(has|have) (it|this|these|they|we|action|the action|objective) (been )?(achieved|completed"
          r"|done|met)$"), "rag"),
        (r"^progress (by|at) (the )?(end|half)\b", "update"),
        # nouns that go together
        (r"^success (is |will be )?(measured|judged|determined) by$", "success_measures"),
        (r"^(identified |key )?gap( identified)?$", "objective"),
        (r"^risk (of|if|in) not\b", "risk"),
        (r"^link to (the )?evidence$", "evidence"),
        (r"^priority order$|^order of priority$", "priority"),
        (r"^rag code$", "rag"),
        (r"^performance (target|standard)$", "success_measures"),
        (r"^(project|action|plan|school|team|service|department|agency) name$|^cross reference$", NO_FIELD),
        (r"^good practice( .*)?$", "objective"),
        (r"^gap in (control|assurance)$", "risk"),
        (r"^quality assurance$", NO_FIELD),
        ((r"^((ofsted|cqc|inspection|audit|peer review) )?(identified )?(area|focus|key area)"
          r"( identified)?( (for|of|to))? (development|improvement|improve"
          r"|focus|concern|action|change)$"), "objective"),
        (r"^(development|improvement|learning|focus) (area|point|need|priority)$", "objective"),
        (r"^(area of )?focus$", "objective"),
        (r"^(strategic |key |high )?priority area$|^priority$", "priority"),
        (r"^(identified |key |area of )?need( identified)?$", "objective"),
        (r"^(manage|managing) risk$|^risk (management|response|treatment)$", "mitigation"),
        (r"^(action|measure|step|plan) to (mitigate|reduce|manage|address (the )?risk)\b", "mitigation"),
        (r"^(issue|concern) (or )?risk$|^risk (or )?issue$", "risk"),
        (r"^number of\b|^no of\b", NO_FIELD),
        (r"^next step$|^way forward$|^work required$|^work to be (done|undertaken|completed)$", "action"),
        (r"^support(ing)? (document|documentation|information)$|^documentation$|^documentary evidence$", "evidence"),
        (r"^support (required|needed)$", "resources"),
        (r"^(milestone|checkpoint) (2|two)( .*)?$|^second milestone$", "milestone_2"),
        (r"^(interim|intermediate|key) (target|date)$", "milestone"),
        (r"^(start|from)( date)? (and|to|end|/)( end)?( date)?$", "timescale"),
        (r"^(impact|risk|equality|need) assessment$", NO_FIELD),
        (r"^(y n|yes no|tick)$", UNKNOWN),
    )
)  # fmt: skip

IDIOM_WORDS = frozenset(word for pattern, _ in IDIOMS for word in re.findall(r"[a-z]{2,}", pattern.pattern))
"""So that a word of an idiom is never taken for a slip of another word (`managed` for `manager`)."""
