"""Words that stand in rating cells and are no rating: not rated, templates, ticks, signs, percentages, risk scores.

Each reader looks at the whole of a short cell. What it says becomes flags, in the phrasebook's words.
"""

from __future__ import annotations

import re

_NOT_RATED = re.compile(
    r"[\s\-_.?/*~:]*\Z|"
    r"(?:rag |rating |status |to be |date )*(?:tbc|tba|tbd|t\.b\.c\.?|n/?a|n\.a\.?|not applicable|nil|none|"
    r"not? known|unknown|"
    r"to be (?:confirmed|agreed|advised|determined|assessed|rated|decided|completed|updated|reviewed)|confirmed|"
    r"agreed later)\b.*|"
    r"(?:not|un|no|un-|not yet|not been|not currently|yet to be|cannot be|to be) ?(?:yet )?(?:rag[ -]?)?(?:rated|"
    r"rating|rag|scored?|assessed|graded|dca|evaluated)\b.*|"
    r"(?:rag |rating |status )?(?:not (?:yet )?(?:available|provided|given|received|set|agreed|determined)|"
    r"awaited|awaiting (?:rating|rag|update|assessment)|blank|missing)\b.*|"
    r"(?:awaiting|no|pending) (?:update|rating|rag|score|data|information|return|response|assessment)(?: .*)?|"
    r"exempt\b.*|section \d+\b.*|see (?:above|below|comments?|update|notes?|narrative)\b[^.:;=]*[.]?|as (?:above|"
    r"below|before)|ditto|same(?: as .*)?"
)
_TEMPLATE = re.compile(
    r"[\[<({\"']*(?:please )?(?:select|choose|pick|insert|enter|add|delete|click|type|tick|circle|complete|"
    r"highlight|use|state)\b.*"
    r"(?:rag|rating|status|item|one|option|list|drop|here|appropriate|colour|color|code|as app|score)\b.*|"
    r"[\[<({\"']*(?:select|choose|please select|select\.\.\.)[\])}>\"'. ]*|"
    r"[\[<({\"']*(?:b?rag|r ?/ ?a ?/ ?g(?: ?/ ?b)?|b ?/ ?r ?/ ?a ?/ ?g|r,? a,? (?:or |and )?g|ragb|rag rated)"
    r"(?: (?:rating|status|rated|score|colour))*[\])}>\"'.:? ]*|"
    r"[\[<({\"']*(?:rating|status|current status|rag (?:rating|status)[:= ]*\(.*)[\])}>\"'.:? ]*"
)
_TICK = re.compile(r"[\[( ]*[✓✗xyn][\]) .]*|(?:yes|no|y|n|true|false|ticked|tick|✓+|✗+)\b ?[.!✓✗]*|[✓✗]")
_PERCENT = re.compile(r"[~<>c.= ]*\d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b|pc\b)")
_PERCENT_ANYWHERE = re.compile(r"\d ?(?:%|per ?cent\b)")
_RISK = re.compile(
    r"(?:risk |score |rating |risk score|total |=|:|\s)*\d{1,2}(?: ?[x×*✗] ?\d{1,2}(?: ?= ?\d{1,3})?)(?!\d).*|"
    r"(?:l|i|c|s|likelihood|impact|consequence|severity)[ :=]*\d[ ,;x×*/&]*(?:(?:l|i|c|s|likelihood|impact|"
    r"consequence|severity)[ :=]*\d).*|"
    r"(?:current |residual |inherent |target )?risk\b.*\d.*|(?:score|scored)?[ :=]*(?:1[0-9]|2[0-5]|"
    r"\d{2})(?: ?[(/\-].{0,20})?|"
    r"\d{1,2} ?[(\[=\-/ ]+ ?\d ?[x×*✗] ?\d.*"
)
_LEVEL = re.compile(
    r"(?:very |medium ?[/-] ?|low ?[/-] ?)?(?:high|medium|low|med|h|m|l|critical priority|urgent|priority \d|rag|"
    r"level \d)[ .]*"
)
_WORD_OR_DIGIT = re.compile(r"[^\W_]")


def is_not_rated(low: str) -> bool:
    """`TBC`, `n/a`, `-`, `Not RAG rated`, `See above`: nobody has rated this."""
    return len(low) < 80 and _NOT_RATED.fullmatch(low) is not None


def is_template(low: str) -> bool:
    """`RAG`, `Choose an item`, `R/A/G`: the form's own words, nothing chosen."""
    return len(low) < 80 and _TEMPLATE.fullmatch(low) is not None


def is_tick(low: str) -> bool:
    """A tick, a cross, yes or no, and nothing else."""
    return len(low) < 40 and _TICK.fullmatch(low) is not None


def percent_at(low: str) -> int:
    """Where the percentage that opens this text ends; 0 where none opens it."""
    found = _PERCENT.match(low)
    return found.end() if found else 0


def names_percent(low: str) -> bool:
    """Whether a percentage stands anywhere in these words."""
    return _PERCENT_ANYWHERE.search(low) is not None


def is_risk_score(low: str) -> bool:
    """`12`, `3 x 4 = 12`, `L3 I4`: likelihood times impact, and no rating of progress."""
    return len(low) < 60 and _RISK.fullmatch(low) is not None


def is_level(low: str) -> bool:
    """`High`, `Medium`: a priority or a risk."""
    return len(low) < 30 and _LEVEL.fullmatch(low) is not None


def is_sign(low: str) -> bool:
    """Nothing but signs: arrows, stars, faces."""
    return bool(low) and len(low) < 40 and not _WORD_OR_DIGIT.search(low)
