"""What a workspace can set, as values. `workspace/` reads them from files; nothing here reads anything.

Every setting has a default, so an empty workspace needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rating scale: its code, its label, other wordings, the fills that mean it."""

    code: str
    label: str
    words: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    """Families of colour: red, amber, green, blue."""
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale, worst step first. A legend found in a workbook is a `Scale` too."""

    steps: tuple[Step, ...]

    def step(self, code: str) -> Step | None:
        """The step of this code, whatever its case; None where it is not on the scale."""
        return next((s for s in self.steps if s.code.casefold() == code.casefold()), None)

    def label(self, code: str) -> str:
        """The label of a code, empty where the code is not on the scale."""
        step = self.step(code)
        return step.label if step else ""

    def is_complete(self, code: str) -> bool:
        """Whether a code means that nothing is left to do. `blue` does, on or off the scale."""
        step = self.step(code)
        return step.complete if step else code.casefold() == "blue"


# The scale of interpretation.md: green is 3 or 4, since people colour both green.
DEFAULT_SCALE = Scale(
    (
        Step("1", "Work required", ("poor", "not started", "no progress"), ("red",)),
        Step("2", "Slow progress", ("some progress", "delayed"), ("amber",)),
        Step("3", "On target", ("on track", "ongoing", "in progress"), ("green",)),
        Step("4", "Complete", ("completed", "met", "done", "achieved"), ("green", "blue"), complete=True),
    )
)


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the register's sheet People."""

    name: str
    initials: str = ""
    role: str = ""
    organisation: str = ""
    committee: str = ""
    email: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A row of the register's sheet Groups, with its other names."""

    name: str
    also_known_as: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """The leads register: who can lead an action, and by what names they are known."""

    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Committee:
    """A sub-committee and the plans that it answers for."""

    name: str
    plans: tuple[str, ...] = ()
    email: str = ""
    expected: bool = True


@dataclass(frozen=True, slots=True)
class Policy:
    """What the merge takes from a return without asking (merge.md, Fields that returns may change)."""

    accept: tuple[str, ...] = ("update", "rag", "evidence", "section_notes")


@dataclass(frozen=True, slots=True)
class Folders:
    """Names of the files and folders of a workspace, relative to it."""

    issued: str = "issued"
    returns: str = "returns"
    history: str = "history"
    outbox: str = "outbox"
    master: str = "master.xlsx"
    register: str = "register.xlsx"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run depends on besides its files. The date is here: nothing asks the clock."""

    as_of: date
    title: str = "Business plan"
    author: str = ""
    period_start: date | None = None
    period_end: date | None = None
    scale: Scale = DEFAULT_SCALE
    register: Register | None = None
    committees: tuple[Committee, ...] = ()
    policy: Policy = field(default_factory=Policy)
    folders: Folders = field(default_factory=Folders)
    exclude: tuple[str, ...] = ()
