"""The phrases of lead cells, as data: what stands between names, beside them, or makes a sentence of them."""

from __future__ import annotations

from planbook.interpreting.naming.words import word_set

# Phrases in lower case, longest first, that open the supporters of a lead.
SUPPORT = (
    "in partnership with", "in conjunction with", "in collaboration with", "in consultation with", "in liaison with",
    "in association with", "with the support of", "with support from", "with input from", "with help from",
    "with assistance from", "working together with", "working in partnership with", "working with", "working alongside",
    "together with", "along with", "jointly with", "supported by", "assisted by", "support from", "support by",
    "supporting", "alongside", "with",
)  # fmt: skip

LEAD_LABELS = (
    "to be led by", "overall lead", "joint leads", "joint lead", "co-leads", "led by", "lead by", "lead agency",
    "lead officer", "lead person", "lead name", "leads", "lead", "owner", "responsible", "joint",
)  # fmt: skip

SUPPORT_LABELS = (
    "supporting agencies", "support", "supports", "supporters", "supporting", "supported", "deputy", "partners",
)  # fmt: skip

# What is still open about a lead, and the flag that says so.
OPEN = (
    ("to be confirmed", "to be confirmed"), ("to be agreed", "to be confirmed"),
    ("to be decided", "to be confirmed"), ("to be determined", "to be confirmed"),
    ("to be advised", "to be confirmed"), ("to be allocated", "to be confirmed"),
    ("to be assigned", "to be confirmed"), ("tbc", "to be confirmed"), ("to confirm", "to be confirmed"),
    ("tba", "to be confirmed"), ("tbd", "to be confirmed"), ("not confirmed", "to be confirmed"),
    ("unconfirmed", "to be confirmed"), ("provisional", "to be confirmed"), ("proposed", "to be confirmed"),
    ("to be nominated", "to be nominated"), ("to be identified", "to be nominated"),
    ("to be named", "to be nominated"), ("to be appointed", "to be appointed"),
    ("to be recruited", "to be appointed"), ("to be filled", "vacant"), ("to be established", "to be established"),
    ("to be set up", "to be established"), ("to be formed", "to be established"),
    ("when appointed", "to be appointed"), ("once appointed", "to be appointed"),
    ("when in post", "to be appointed"), ("vacant", "vacant"), ("vacancy", "vacant"), ("vacant post", "vacant"),
    ("post vacant", "vacant"),
)  # fmt: skip

# A change of lead: the words between the one who led and the one who leads.
CHANGES = (
    "until", "then", "replaced by", "handed over to", "handing over to", "taken over by", "previously", "formerly",
    "succeeded by", "left", "leaving", "now", "followed by", "till", "up to", "thereafter", "subsequently",
)  # fmt: skip

LED_BY = (
    "led by", "lead by", "chaired by", "coordinated by", "co-ordinated by", "overseen by", "managed by", "via",
    "facilitated by", "represented by", "owned by", "delivered by",
)  # fmt: skip

VERBS = word_set(
    "provides provide attends attend delivers ensures ensure continues continue coordinates co-ordinates monitors"
    " undertakes undertake completes complete holds meets reviews is are was were will would should must can has have"
    " had been shares produces develops develop agrees agree reports submits facilitates oversees considers identifies"
    " identify requires needs need makes takes receives works work promote promotes raise raises implements implement"
    " sends circulates arranges arrange discuss discussed update updates may could does do did"
)

# What was done, before a preposition: a sentence about the work (`Training offered to schools`) that names nobody.
PARTICIPLES = word_set(
    "discussed agreed completed reported presented reviewed raised updated shared circulated sent held delivered"
    " offered planned started commenced included embedded addressed considered monitored undertaken provided"
)

TELEPHONE = word_set("ext extension tel telephone mob mobile phone")
