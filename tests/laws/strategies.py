"""Plans, edits and quarters for hypothesis. What shrinks shrinks to one plan of one action and no edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from laws.papers import COLUMNS, EARLY, FATHERS, LAYOUTS, NEGLECT, NUMBERS, Line, Paper, Section

NOUNS = [
    "compost",
    "beds",
    "gates",
    "benches",
    "orchard",
    "hives",
    "paths",
    "ponds",
    "sheds",
    "tools",
    "seeds",
    "hedges",
    "wardens",
    "visitors",
    "schools",
    "notices",
    "gardeners",
    "rakes",
    "barrows",
    "fences",
    "signs",
    "frames",
    "bulbs",
    "walls",
    "tanks",
    "keys",
    "lamps",
    "rotas",
    "leaflets",
    "maps",
]
VERBS = [
    "Repair",
    "Survey",
    "Count",
    "Publish",
    "Agree",
    "Review",
    "Buy",
    "Paint",
    "Train",
    "Invite",
    "Plant",
    "Measure",
    "Collect",
    "Write",
    "Arrange",
]
LEADS = ("Wilma Oakes", "Tariq Boone", "Ines Calder", "Ottoline Reeve", "Hugo Marsh", "Beekeepers group")
TIMES = ("31 March 2025", "Sept 2024", "Ongoing", "By June 2025", "Quarterly", "15/01/2025", "TBC", "")
RATINGS = ("1 - Work required", "2", "3 - On target", "4 - Complete", "3 - On track", "")
FIRST = date(2023, 1, 9)

rough = st.text(alphabet="abcdefg hik.,:;-'’–é()/&\n12", min_size=1, max_size=24).map(str.strip).filter(bool)
words = st.lists(st.sampled_from(NOUNS), min_size=2, max_size=5, unique=True).map(" ".join)


@st.composite
def wordings(draw: st.DrawFn) -> str:
    return f"{draw(st.sampled_from(VERBS))} the {draw(words)}"


@st.composite
def entries(draw: st.DrawFn, after: int = 0) -> str:
    """A dated entry; `after` moves it beyond what was issued."""
    day = FIRST + timedelta(days=after + draw(st.integers(0, 300)))
    return f"{day.day}.{day.month}.{day:%y}: {draw(words)}"


@st.composite
def updates(draw: st.DrawFn) -> str:
    parts = draw(st.lists(entries(), max_size=3, unique=True))
    loose = draw(st.sampled_from(["", "", "Nothing dug yet.", "Waiting for rain and seeds."]))
    return "\n".join([loose, *parts] if loose else parts)


@st.composite
def lines(draw: st.DrawFn, number: str = "9.9") -> Line:
    texts = {
        "lead": draw(st.sampled_from(LEADS)),
        "timescale": draw(st.sampled_from(TIMES)),
        "rag": draw(st.sampled_from(RATINGS)),
        "update": draw(updates()),
    }
    for key in ("impact", "success_measures", "risk", "mitigation"):
        texts[key] = draw(st.sampled_from(["", "Fewer weeds", "More visitors", "Frost"]))
    wording = draw(wordings())
    return Line(number, {**texts, "action": wording, "milestone": wording, "extra": ""})


def numbered(layout: str, section: int, index: int, total: int) -> str:
    """The number of an action by its layout's habit."""
    if layout == EARLY:
        return f"{section + 1}{chr(97 + index)}"
    return f"2.{section + 1}" if layout == NEGLECT else f"3.{total + 1}"


@st.composite
def papers(draw: st.DrawFn, layout: str = "", most: int = 3) -> Paper:
    """A plan whose actions all say something different."""
    layout = layout or draw(st.sampled_from(LAYOUTS))
    sections = []
    total, seen = 0, set()
    for s in range(draw(st.integers(1, 2))):
        found = []
        for i in range(draw(st.integers(1, most))):
            line = draw(lines(numbered(layout, s, i, total)).filter(lambda x: x.texts["action"] not in seen))
            seen.add(line.texts["action"])
            found.append(line)
            total += 1
        notes = draw(st.sampled_from(["", "Forty beds were dug.", "A dry year."])) if layout == NEGLECT else ""
        sections.append(Section(f"{draw(words)} {s}", tuple(found), notes))
    return Paper(layout, tuple(sections))


# ------------------------------------------------------------------ what people do to a plan

Edit = tuple[object, ...]


def cells_of(paper: Paper) -> tuple[str, ...]:
    """The texts of an action that stand in cells of their own, besides its number and its objective."""
    keys = [k for k, _ in COLUMNS[paper.layout] if k not in ("number", "objective", "rag_and_update")]
    return (*keys, *(k for k in ("rag", "update") if k not in keys))


@st.composite
def cell_edits(draw: st.DrawFn, paper: Paper) -> Edit:
    index = draw(st.integers(0, len(paper.lines) - 1))
    key = draw(st.sampled_from(cells_of(paper)))
    old = paper.lines[index].texts[key]
    if key == "update":
        more = draw(entries(after=400))
        how = draw(st.integers(0, 4))
        text = (f"{old}\n{more}".strip(), f"{more}\n{old}".strip(), draw(words), "", f"{old} indeed")[how]
    elif key == "rag":
        text = draw(st.sampled_from(RATINGS))
    else:
        text = draw(st.one_of(rough, st.just(""), words.map(lambda w: f"{old} {w}".strip())))
    return ("set", index, key, text)


@st.composite
def edits(draw: st.DrawFn, paper: Paper) -> Edit:
    """One thing that somebody does to a plan."""
    count = len(paper.lines)
    kinds = [
        cell_edits(paper),
        cell_edits(paper),
        st.tuples(st.just("insert"), st.integers(0, count), lines()),
        st.tuples(st.just("copy"), st.integers(0, count - 1)),
        st.tuples(st.just("renumber"), st.integers(0, count - 1), st.sampled_from(["9", "7.7", "3a", "2.1"])),
        st.tuples(st.just("columns"), st.randoms(use_true_random=False)),
        st.tuples(st.just("right"), st.integers(0, 2)),
        st.tuples(st.just("extra"), st.just("Our own notes"), words),
        st.tuples(st.just("loose"), rough),
        st.tuples(st.just("notes"), st.integers(0, 1), st.one_of(words, st.just(""))),
        st.tuples(st.just("title"), words.map(lambda w: f"{NUMBERS[paper.layout]}. {w}")),
    ]
    if count > 1:
        kinds += [st.tuples(st.just("delete"), st.integers(0, count - 1))]
        kinds += [st.tuples(st.just("move"), st.integers(0, count - 1), st.integers(0, count - 1))]
    return draw(st.one_of(*kinds))


def edited(paper: Paper, edit: Edit) -> Paper:
    """The plan after somebody has done that."""
    kind, *rest = edit
    if kind in ("set", "insert", "copy", "renumber", "delete", "move"):
        return _with_rows(paper, str(kind), rest)
    if kind == "columns":
        order = [k for k, _ in COLUMNS[paper.layout]]
        rest[0].shuffle(order)  # type: ignore[attr-defined]
        return replace(paper, order=tuple(order))
    if kind == "notes":
        at = rest[0] % len(paper.sections)  # type: ignore[operator]
        changed = replace(paper.sections[at], notes=rest[1] if paper.layout == NEGLECT else "")
        return replace(paper, sections=(*paper.sections[:at], changed, *paper.sections[at + 1 :]))
    if kind == "extra":
        paper = _with_rows(paper, "set", [0, "extra", rest[1]])
        return replace(paper, extra=rest[0])
    if kind == "loose":
        return replace(paper, loose=(*paper.loose, rest[0]))
    return replace(paper, **{str(kind): rest[0]})


def _with_rows(paper: Paper, kind: str, rest: list[object]) -> Paper:
    rows = [(s, line) for s, section in enumerate(paper.sections) for line in section.lines]
    at = int(rest[0]) % max(1, len(rows))  # type: ignore[call-overload]
    section, line = rows[at] if rows else (0, None)
    if kind == "set":
        rows[at] = (section, line.with_text(rest[1], rest[2]))
    elif kind == "insert":
        number = {EARLY: "8z", NEGLECT: line.number if line else "2.1", FATHERS: "3.99"}[paper.layout]
        rows.insert(int(rest[0]), (section, replace(rest[1], number=number)))
    elif kind == "copy":
        rows.insert(at, (section, line))
    elif kind == "renumber":
        rows[at] = (section, replace(line, number=rest[1]))
    elif kind == "delete" and len(rows) > 1:
        rows.pop(at)
    elif kind == "move" and rows:
        moved = rows.pop(at)
        to = int(rest[1]) % len(rows) if rows else 0
        rows.insert(to, (rows[to][0] if rows else 0, moved[1]))
    sections = [replace(s, lines=tuple(x for k, x in rows if k == i)) for i, s in enumerate(paper.sections)]
    return replace(paper, sections=tuple(s for s in sections if s.lines))


@st.composite
def returns(draw: st.DrawFn, paper: Paper, most: int = 4) -> Paper:
    """A plan as it came back."""
    for _ in range(draw(st.integers(0, most))):
        paper = edited(paper, draw(edits(paper)))
    return paper


@st.composite
def quarters(draw: st.DrawFn, most: int = 3) -> tuple[Paper, tuple[Paper, ...]]:
    """A plan as issued, and as it came back from several."""
    paper = draw(papers())
    return paper, tuple(draw(returns(paper)) for _ in range(draw(st.integers(1, most))))
