"""Whether what is spelt like a code rates anything where it stands.

`4 Complete` rates and `4 schools trained` counts; `A - drafted` rates and `A Smith to lead` names; `Red: late` rates
and `Red Cross briefed` does not. What decides is what follows: the kind of gap, a status phrase, a capital, a date.
The rule is the phrasebook's: a number that counts something is no rating, and a wrong rating is worse than none.
"""

from __future__ import annotations

import re

from planbook.interpreting.rating.codes import Code, Kind, code_at
from planbook.interpreting.rating.folding import Folded, word_set
from planbook.interpreting.rating.status_words import Label, label_at
from planbook.settings import Scale

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
DATE = re.compile(
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)|\d{{4}}-\d{{2}}-\d{{2}}(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]{{0,2}}(?:of )?{_MONTH}(?:[ ,'-]{{1,3}}\d{{2,4}})?(?!\w)|"
    rf"{_MONTH}\.?[ '-]{{1,2}}\d{{2,4}}(?!\d)"
)
"""A date, as far as a rating needs to know one; what it says is `dates.py`'s to read."""

_PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff"
END = re.compile(rf"[\s\-:=.,;|~/>*)\]}}!?\"'_#↑↓↔→+✓✗\ufe0f{_PICTURES}]*\Z")
_STRONG = re.compile(r" *(?:[:=;|~_)\]}!?,*>\"(\[{↑↓↔→+✓✗]|\.(?![^\W_])|\.(?=[a-z])|\n|\Z)| +[-/]| *-(?=[ \n]|\Z)")
_GAP = re.compile(r"[\s\-:=.,;|~/>*)\]}(\[{\"']*")
_RATIO = re.compile(r" *(?:[:,/]\d|\.\d|[(\[]? ?of\b|%|per ?cent\b|[x×✗*] ?\d)")
_COUNTED = word_set("""schools school staff sessions session people persons families family practitioners cases
    case audits referrals meetings agencies partners children parents carers fathers mothers professionals
    workers managers teams visits reviews reports courses workshops events policies indicators actions plans
    weeks months days years hours wards social young care health training briefings delegates members leads
    champions responses returns settings gps nurses teachers governors learners pupils assessments conferences
    services sites posts quarters times items tasks issues recommendations documents x""")
_UNCOUNTED = word_set("awaiting no not still due because all but see will has now yet being currently we this")
# What a sentence may go on with after a colour: "Amber due to staffing", "Green for now".
_AFTER_COLOUR = _UNCOUNTED | word_set("""for as pending at until with overall following since subject while
    though however again rated rating status rag from to and or although where when until given heading towards
    working approaching close near tending trending edging bordering action actions progress work remains if
    after before owing""")
_COMPOUNDS = word_set("""cross book thread flag nose box paper papers badge light lights party space spaces card
    ribbon country history lives area areas matter day dragon lion book energy deal room asian minority house
    line lane street road team""")
_NO_PLURAL = word_set("as is us was has this its thus across plus process progress business less various")
_DESCRIBING = word_set("draft open live late new outstanding planned proposed good poor strong weak fair reasonable")
_AFTER_STATUS = word_set("""and or but with without to for from by in on at as of until due pending awaiting subject
    since see not no still yet now because while when if except however than""")
_SMALL_WORD = re.compile(r" ([a-z]+)")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FREQUENCY = re.compile(r"-? ?(?:monthly|weekly|yearly|month|week|day|year|hour|minute)")
_IS_NAME = re.compile(r" [^\W\d_]{1,30} to [a-z]")  # Amber is a person's name too
_TOWARDS = re.compile(r" (?:moving|going|improving|progressing|turning) towards? ")
_LIST_GOES_ON = re.compile(r"(?:\n|[.;:] )[ \t]{0,4}2[.)][ \t]")


def is_strong(low: str, place: int) -> bool:
    """Whether punctuation that parts, a line break or the end stands here: more than a bare space."""
    return _STRONG.match(low, place) is not None


def _next_word(folded: Folded, place: int) -> str:
    while folded.kept[place : place + 1] in (" ", "-", "\n"):
        place += 1
    found = _WORD.match(folded.kept, place)
    return found[0] if found else ""


def _is_plural(word: str) -> bool:
    low = word.lower()
    return len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "'s")) and low not in _NO_PLURAL


def _counts(folded: Folded, place: int) -> bool:
    """Whether the words here are what a number counts: `schools`, `Early Help Coordinators`, `HVs`."""
    word = _next_word(folded, place)
    if not word or word.lower() in _COUNTED:
        return bool(word)
    if not word[0].isupper():
        return word.lower() not in _UNCOUNTED
    at, last = folded.kept.index(word, place), word
    for _ in range(4):  # the run of capitalised words, which ends in what is counted
        at += len(last)
        follows = _next_word(folded, at) if folded.kept[at : at + 1] == " " else ""
        if not follows[:1].isupper():
            break
        at, last = folded.kept.index(follows, at), follows
    return _is_plural(last)


def _label_counts(folded: Folded, code: Code, label: Label) -> bool:
    """`4 complete sets of records`, `1 outstanding action`: a small word, and what is counted after it."""
    word = _next_word(folded, label.end) if folded.low[label.end : label.end + 1] == " " else ""
    counted = _is_plural(word) or (code.name == "1" and f"{word}s" in _COUNTED)
    return folded.kept[label.start].islower() and word[:1].islower() and counted


def describes(folded: Folded, label: Label) -> bool:
    """Whether a status word belongs to the noun or verb behind it: `2 - Draft circulated`, `3 - Good response`."""
    word = _SMALL_WORD.match(folded.kept, label.end)
    return label.words in _DESCRIBING and word is not None and word[1] not in _AFTER_STATUS


def _label(folded: Folded, code: Code, scale: Scale) -> Label | None:
    gap = _GAP.match(folded.low, code.end)
    return label_at(folded.low, gap.end() if gap else code.end, scale)


def _number_stands(folded: Folded, code: Code, scale: Scale) -> bool:
    low, end = folded.low, code.end
    label = _label(folded, code, scale)
    on_scale = scale.step(code.name) is not None
    if DATE.match(low, code.start) or _FREQUENCY.match(low, end) or (_RATIO.match(low, end)):
        return False
    if code.name == "1" and low[end : end + 1] in (".", ")") and _LIST_GOES_ON.search(low, end, end + 4000):
        return False
    if label and not (low[end : end + 1] == " " and not is_strong(low, end) and _label_counts(folded, code, label)):
        return on_scale or not low[end : end + 1].isalnum()
    if is_strong(low, end):
        return on_scale or low[end : end + 1] not in (".", ")")  # `9)` numbers a list
    after = low[end : end + 1]
    if code.kind is Kind.NUMBER_WORD or not on_scale:
        return False
    if after == "-":
        return folded.kept[end + 1 : end + 2].isupper()
    if after != " ":
        return False
    following = code_at(folded, end + 1, scale)
    coloured = following is not None and following.kind is Kind.COLOUR
    return coloured or DATE.match(low, end + 1) is not None or not _counts(folded, end)


def _colour_stands(folded: Folded, code: Code, scale: Scale) -> bool:
    low, end = folded.low, code.end
    if is_strong(low, end) or _label(folded, code, scale):
        return True
    after = low[end : end + 1]
    word = _next_word(folded, end)
    if code.name in ("black", "white"):
        return False  # people are, and plans speak of them: `White British cohort`
    if after == "-":
        return word[:1].isupper() and word.lower() not in _COMPOUNDS
    if after != " " or word.lower() in _COMPOUNDS or "spelling" in code.flags:
        return False
    if code.name.casefold() == "amber" and word[:1].isupper() and _IS_NAME.match(folded.kept, end):
        return False
    return (
        word.lower() in _AFTER_COLOUR
        or _TOWARDS.match(low, end) is not None
        or word[:1].isupper()
        or low[end + 1 : end + 2].isdecimal()
    )


def _letter_stands(folded: Folded, code: Code, scale: Scale) -> bool:
    low, end = folded.low, code.end
    if not folded.kept[code.start].isupper():
        return False
    label = _label(folded, code, scale)
    if label and (low[end : end + 1] != " " or is_strong(low, end)):
        return True
    if label:  # `A complete review` is an article and no amber
        word = _next_word(folded, label.end)
        return is_strong(low, label.end) or word[:1].isupper() or code.name.casefold() not in ("a", "amber")
    if low[end : end + 1] in (".", ",", ")") or (low[end : end + 1] == " " and not is_strong(low, end)):
        return low[end : end + 1] == " " and DATE.match(low, end + 1) is not None
    return is_strong(low, end)


def stands(folded: Folded, code: Code, scale: Scale) -> bool:
    """Whether this code rates something here; a code that is the rest of the text always does."""
    if END.match(folded.low, code.end):
        return True
    if code.is_number:
        return _number_stands(folded, code, scale)
    if code.kind is Kind.LETTER:
        return _letter_stands(folded, code, scale)
    if code.kind is Kind.OWN:
        return is_strong(folded.low, code.end) or _label(folded, code, scale) is not None
    return code.kind is Kind.SIGN or _colour_stands(folded, code, scale)
