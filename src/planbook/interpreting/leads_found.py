"""Who is named in the lead columns of plans: what a register is begun with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbook.interpreting.leads import parse_leads
from planbook.likeness import folded, nearest
from planbook.model import Lead, LeadKind, Plan

_NOBODY = {
    "blank",
    "vacant",
    "to be confirmed",
    "not a lead",
    "sentence in lead cell",
    "reference",
    "no named lead",
}
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class FoundLead:
    """One distinct name, as it is written most often."""

    name: str
    is_person: bool
    initials: str = ""
    organisation: str = ""
    near: str = ""
    """The nearest of the other names: one of the two may be a slip."""


def leads_found(plans: Iterable[Plan]) -> tuple[FoundLead, ...]:
    """Every distinct name of the plans' leads, by name; initials that are somebody's here are left out."""
    spellings: dict[str, dict[str, int]] = {}
    first: dict[str, Lead] = {}
    for lead in _named(plans):
        key = folded(lead.name)
        counts = spellings.setdefault(key, {})
        counts[lead.name] = counts.get(lead.name, 0) + 1
        known = first.setdefault(key, lead)
        if lead.organisation and not known.organisation:
            first[key] = lead
    names = {key: max(counts, key=lambda n: counts[n]) for key, counts in spellings.items()}
    known_initials = {_initials(names[k]) for k, lead in first.items() if lead.kind is LeadKind.PERSON}
    kept = [k for k, lead in first.items() if not (lead.kind is LeadKind.INITIALS and lead.name in known_initials)]
    return tuple(_found(names[k], first[k], [names[o] for o in kept if o != k]) for k in sorted(kept))


def _named(plans: Iterable[Plan]) -> Iterator[Lead]:
    """The leads of all actions in their order; a lead cell that is merged over rows counts once."""
    for plan in plans:
        for action in plan.actions:
            entry = action.fields.get("lead")
            if entry and not entry.inherited:
                yield from (lead for lead in parse_leads(entry.text) if not _NOBODY & set(lead.flags))


def _found(name: str, lead: Lead, others: list[str]) -> FoundLead:
    person = lead.kind in (LeadKind.PERSON, LeadKind.INITIALS)
    initials = name if lead.kind is LeadKind.INITIALS else _initials(name) if person else ""
    near = nearest(name, others, _NEAR, 1)
    return FoundLead(name, person, initials, lead.organisation, near[0][0] if near else "")


def _initials(name: str) -> str:
    """The first letters of a name of several words; one word alone has none that would tell it from others."""
    letters = "".join(word[0].upper() for word in name.replace("-", " ").split() if word[0].isalpha())
    return letters if len(letters) > 1 else ""
