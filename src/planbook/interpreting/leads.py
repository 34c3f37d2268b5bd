"""Who leads an action: the names in a lead cell, each as it was typed, with what it is and whom it matches.

Known names come first: a register's people, groups and other names are found before anything is split, so that
`Rules, Guidance and Learning Sub Committee` stays whole. Then the rest is split by its separators, and only as far
as the words allow. A name that is near one of the register keeps its spelling and gets candidates: nobody is replaced.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planbook.interpreting.naming.known_names import with_known_names
from planbook.interpreting.naming.nobody import flags_of_nobody
from planbook.interpreting.naming.register_index import index_of
from planbook.interpreting.naming.register_match import MOST_SOUGHT, Match, is_known, match
from planbook.interpreting.naming.tokens import tokenise
from planbook.interpreting.naming.values import leads_of, pieces_in
from planbook.likeness import normalise
from planbook.model import Lead, LeadKind

if TYPE_CHECKING:
    from planbook.interpreting.naming.register_index import Index
    from planbook.settings import Register


_LONGEST = 3000
"""Characters of a cell that can be a list of leads: a hundred names. A longer one is a report in the wrong column."""


@dataclass(frozen=True, slots=True)
class LeadReading:
    """A lead cell as read: its leads, and what is to be said of the cell itself, above all where it names nobody."""

    leads: tuple[Lead, ...] = ()
    flags: tuple[str, ...] = ()


def parse_leads(text: str, register: Register | None = None) -> list[Lead]:
    """The leads that a cell names, in the order written (interpretation.md, Leads).

    Without a register nothing is matched, and one word alone may be a person, initials or a group.
    """
    return list(read_leads(text, register).leads)


def read_leads(text: str, register: Register | None = None) -> LeadReading:
    """As `parse_leads`, with the flags of the whole cell, which a cell without leads has too (leads.csv)."""
    shown = normalise(text)
    if not shown:
        return LeadReading((), ("blank", "no named lead"))
    if len(shown) > _LONGEST:
        return LeadReading((), ("sentence in lead cell", "no named lead"))
    index = index_of(register) if register is not None else None
    flags = () if index is not None and is_known(shown, index) else flags_of_nobody(shown)
    if flags:
        return LeadReading((), flags)
    leads = _read(text, index)
    if not leads:
        return LeadReading((), ("not a lead", "no named lead"))
    said = tuple(dict.fromkeys(flag for lead in leads for flag in lead.flags))
    return LeadReading(leads, said)


def unknown(lead: Lead) -> bool:
    """Whether a lead names somebody whom the register does not have; everybody (`All agencies`) is nobody to know."""
    return not lead.matched and "no named lead" not in lead.flags


# ------------------------------------------------------------------ from tokens to leads


def _read(text: str, index: Index | None) -> tuple[Lead, ...]:
    tokens = tokenise(text)
    if index is None:
        return tuple(lead for piece in pieces_in(tokens, text, None) for lead in leads_of(piece, text, None))
    tokens = with_known_names(tokens, index, text)
    sought: dict[str, Match] = {}
    return tuple(
        _matched(lead, index, sought)
        for piece in pieces_in(tokens, text, index)
        for lead in leads_of(piece, text, index)
    )


def _matched(lead: Lead, index: Index, sought: dict[str, Match]) -> Lead:
    """The lead with what it is in the register; a name that stands twice in a cell is looked for once."""
    if lead.name not in sought:
        seek = len(sought) < MOST_SOUGHT and "no named lead" not in lead.flags
        sought[lead.name] = match(lead.name, lead.kind is LeadKind.INITIALS, index, seek)
    fits = sought[lead.name]
    # A group of the register is a named lead, whatever its words (exceptions.md: never L004).
    flags = tuple(flag for flag in lead.flags if flag != "no named lead" or not fits.name)
    return replace(lead, matched=fits.name, candidates=fits.candidates, flags=flags)
