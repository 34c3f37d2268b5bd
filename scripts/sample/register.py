"""The sample's leads register. Every person, organisation and place is invented."""

from __future__ import annotations

_PEOPLE = (
    # name, initials, role, organisation, sub-committee, active
    ("Priya Castell", "PC", "Early help manager", "Fellmarsh Council", "Earlier Help Group", "Yes"),
    ("Owen Tarrant", "OT", "Family hub lead", "Fellmarsh Council", "Earlier Help Group", "Yes"),
    ("Tom Garside", "TG", "Housing options manager", "Fellmarsh Council", "Earlier Help Group", "No"),
    ("Ruth Oakshott", "RO", "Designated nurse", "Fellmarsh Community Health", "Babies and Infants Group", "Yes"),
    ("Nell Ambrose", "NA", "Health visiting manager", "Fellmarsh Community Health", "Babies and Infants Group", "Yes"),
    ("Bea Thornwick", "BT", "Exploitation coordinator", "Fellmarsh Council", "Exploitation Group", "Yes"),
    ("Samir Holloway", "SH", "Detective inspector", "Fellmarsh Police", "Exploitation Group", "Yes"),
    ("Hana Lowther", "HL", "Mental health lead", "Fellmarsh Council", "Mental Health Partnership Group", "Yes"),
    ("Cora Ashdown", "CA", "School nurse", "Fellmarsh Community Health", "Mental Health Partnership Group", "Yes"),
    ("Colin Aske", "CA", "Education welfare manager", "Fellmarsh Council", "Mental Health Partnership Group", "Yes"),
    ("Dilys Penhallow", "DP", "Training officer", "FSCP", "Training Group", "Yes"),
    ("Marcus Yelland", "MY", "Performance analyst", "FSCP", "Business Group", "Yes"),
    ("Joan Feversham", "JF", "Business manager", "FSCP", "Business Group", "Yes"),
)
_GROUPS = (
    # name, other names
    ("Business Group", "FSCP Business Group"),
    ("Earlier Help Group", "EHG"),
    ("Babies and Infants Group", "Babies Group"),
    ("Exploitation Group", "Child Exploitation Group"),
    ("Mental Health Partnership Group", ""),
    ("Training Group", "FSCP Training Group; Training sub group"),
    ("Schools Forum", ""),
    ("Health Visiting Service", "Health visitors"),
    ("Fellmarsh Police", "Police"),
    ("Kitebridge Family Centre", "Kitebridge"),
    ("Youth Harbour", ""),
)


def _address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.org"


def register_sheets() -> dict[str, list[tuple[str, ...]]]:
    """The two sheets of register.xlsx, headings first."""
    people = [("Name", "Initials", "Role", "Organisation", "Sub-committee", "Email", "Active")]
    groups = [("Name", "Also known as", "Email")]
    return {
        "People": [
            *people,
            *((n, i, role, org, group, _address(n), active) for n, i, role, org, group, active in _PEOPLE),
        ],
        "Groups": [*groups, *((name, others, _address(name)) for name, others in _GROUPS)],
    }
