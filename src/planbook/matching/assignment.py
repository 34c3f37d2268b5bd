"""One best assignment of rows to rows: the greatest sum of scores over all of them, not the first that fits."""

from __future__ import annotations

from collections.abc import Mapping

_EXACT_UP_TO = 100
"""Rows of an independent group that are assigned exactly; larger groups greedily, best pair first."""

Scores = Mapping[tuple[int, int], float]


def best_assignment(scores: Scores) -> dict[int, int]:
    """Pair lefts with rights, each at most once, so that the scores add up to the most.

    Only pairs in `scores` can be chosen. Groups that share no row are solved apart, which keeps the cost low.
    """
    chosen: dict[int, int] = {}
    for group in _independent_groups(scores):
        lefts = sorted({a for a, _ in group})
        rights = sorted({b for _, b in group})
        solve = _exact if max(len(lefts), len(rights)) <= _EXACT_UP_TO else _greedy
        chosen.update(solve({pair: scores[pair] for pair in group}, lefts, rights))
    return chosen


def _independent_groups(scores: Scores) -> list[list[tuple[int, int]]]:
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in scores:
        parent[root(("a", a))] = root(("b", b))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for pair in sorted(scores):
        groups.setdefault(root(("a", pair[0])), []).append(pair)
    return list(groups.values())


def _greedy(scores: Scores, _lefts: list[int], _rights: list[int]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for (a, b), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if a not in chosen and b not in taken:
            chosen[a] = b
            taken.add(b)
    return chosen


def _exact(scores: Scores, lefts: list[int], rights: list[int]) -> dict[int, int]:
    """The Hungarian method with potentials on a square of costs; pairs without a score cost nothing and are dropped."""
    size = max(len(lefts), len(rights))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    row_of = {a: i for i, a in enumerate(lefts, 1)}
    column_of = {b: j for j, b in enumerate(rights, 1)}
    for (a, b), score in scores.items():
        cost[row_of[a]][column_of[b]] = -score
    match = _hungarian(cost, size)
    return {
        lefts[i - 1]: rights[j - 1]
        for j, i in enumerate(match)
        if j and i and i <= len(lefts) and j <= len(rights) and (lefts[i - 1], rights[j - 1]) in scores
    }


def _hungarian(cost: list[list[float]], size: int) -> list[int]:
    """The row that each column is given; index 0 is the method's own."""
    u, v, match, way = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for i in range(1, size + 1):
        match[0] = i
        column = 0
        least = [float("inf")] * (size + 1)
        used = [False] * (size + 1)
        while match[column] != 0:
            used[column] = True
            row, delta, following = match[column], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                reduced = cost[row][j] - u[row] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return match
