"""The order of the rows of a merged plan: the master's, with each new row where its return has it."""

from __future__ import annotations

from planbook.merging.rows import Row, Spine


def in_order(spine: Spine) -> list[int]:
    """The rows of the merged plan, in order: the master's, each new one below its neighbour in its return.

    A new row that shares its number with others goes below the last of them, so that the ids of those
    that stand there already stay what they are.
    """
    order = [i for i, row in enumerate(spine.rows) if row.ours is not None]
    for i, row in enumerate(spine.rows):
        if row.ours is None and row.base is None and row.theirs:
            order.insert(_place_of_new(spine, order, row), i)
    return order


def _place_of_new(spine: Spine, order: list[int], row: Row) -> int:
    number = row.theirs[0][1].number
    sharing = [k for k, i in enumerate(order) if number and _number(spine.rows[i]) == number]
    if sharing:
        return sharing[-1] + 1
    if row.before in order:
        return order.index(row.before)
    if row.after in order:
        return order.index(row.after) + 1
    return 0 if row.after is None else len(order)


def _number(row: Row) -> str:
    known = row.ours or row.base or row.theirs[0][1]
    return known.number
