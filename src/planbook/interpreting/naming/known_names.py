"""Names of the register in a text, found before anything is split.

So names with `and` and commas inside stay whole, and names that follow each other without a separator come apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.interpreting.naming.register_index import parts_of
from planbook.interpreting.naming.tokens import Token
from planbook.interpreting.naming.word_kinds import is_body_word, is_given, is_role_word, is_title, is_vocabulary
from planbook.interpreting.naming.words import word_set

if TYPE_CHECKING:
    from planbook.interpreting.naming.register_index import Index


def with_known_names(tokens: list[Token], index: Index, text: str) -> list[Token]:
    """The tokens, with each name of the register that stands by itself put together as one token of kind `known`."""
    spans = _standing_alone(_spans(tokens, index), tokens, index)
    found: list[Token] = []
    place = 0
    for start, end, entry in spans:
        if index.entries[entry].is_person:
            while start > place and tokens[start - 1].kind == "word" and is_title(tokens[start - 1].text):
                start -= 1  # noqa: PLW2901  `Dr Imogen Sallis` is one name, known without its title
        found += tokens[place:start]
        first, last = tokens[start].start, tokens[end - 1].end
        found.append(Token("known", text[first:last], first, last, entry))
        place = end
    return found + tokens[place:]


def _spans(tokens: list[Token], index: Index) -> list[tuple[int, int, int]]:
    """Where names stand, longest first from the left: first token, the token after the last, entry."""
    said = [_said(token) for token in tokens]
    spans: list[tuple[int, int, int]] = []
    place = 0
    while place < len(tokens):
        parts = said[place]
        best = None
        if parts and tokens[place].kind == "word":
            best = next(
                ((end, e) for words, e in index.by_first.get(parts[0], ()) if (end := _ends(words, said, place))), None
            )
        if best:
            spans.append((place, *best))
        place = best[0] if best else place + 1
    return spans


def _said(token: Token) -> tuple[str, ...]:
    if token.kind == "word" or (token.kind == "mark" and token.text == "&"):
        return parts_of(token.text)
    if token.kind in ("open", "close"):
        return (token.kind.upper(),)
    return () if token.kind == "mark" and token.text in (",", "-", "/") else ("\n",)


def _ends(words: tuple[str, ...], said: list[tuple[str, ...]], place: int) -> int:
    """The token after the name, where all its words stand here; 0 where they do not.

    One word in brackets inside a name is its short form, and not compared: `Rules and Guidance (RG) Sub Committee`.
    """
    done = 0
    while done < len(words) and place < len(said):
        here = said[place]
        if done and here == ("OPEN",) and said[place + 2 : place + 3] == [("CLOSE",)]:
            place += 3
            continue
        if here != words[done : done + len(here)]:
            return 0
        done += len(here)
        place += 1
    return place if done == len(words) else 0


_JOINTS = word_set("and or with by supported alongside lead c/o then until along together leads led support from plus")


def _standing_alone(spans: list[tuple[int, int, int]], tokens: list[Token], index: Index) -> list[tuple[int, int, int]]:
    """Without the names that are only a part of a longer one: `Public Health` in `Director of Public Health`.

    Names that touch each other are taken as a run, and a run must begin and end where a lead can.
    """
    kept: list[tuple[int, int, int]] = []
    run: list[tuple[int, int, int]] = []
    for span in spans:
        if run and run[-1][1] != span[0]:
            kept += _whole_run(run, tokens, index)
            run = []
        run.append(span)
    return kept + (_whole_run(run, tokens, index) if run else [])


def _whole_run(run: list[tuple[int, int, int]], tokens: list[Token], index: Index) -> list[tuple[int, int, int]]:
    run = list(run)
    while run and not (_is_edge(tokens, run[-1][1]) or _stands_out(run[-1], tokens, index)):
        run.pop()
    first = 0
    while (
        first < len(run) and not _is_edge(tokens, run[first][0] - 1) and not _is_full_person(run[first], tokens, index)
    ):
        first += 1
    return run[first:]


def _is_edge(tokens: list[Token], place: int) -> bool:
    """Whether a lead can begin or end beside this token."""
    if not 0 <= place < len(tokens):
        return True
    token = tokens[place]
    return token.kind != "word" or token.low in _JOINTS


def _stands_out(span: tuple[int, int, int], tokens: list[Token], index: Index) -> bool:
    """Whether a name is itself though words follow: a full person, or a long name before another that begins anew."""
    start, end, _ = span
    following = tokens[end].text
    begins_anew = following[:1].isupper() and not is_role_word(following) and not is_body_word(following)
    return _is_full_person(span, tokens, index) or (end - start > 3 and begins_anew)


def _is_full_person(span: tuple[int, int, int], tokens: list[Token], index: Index) -> bool:
    """A person's name of two words is that person, unless a further name goes on with it (`Imogen Sallis Reed`)."""
    start, end, entry = span
    if not index.entries[entry].is_person or end - start < 2:
        return False
    following = tokens[end] if end < len(tokens) else None
    return following is None or following.kind != "word" or not _goes_on(following.text)


def _goes_on(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and not is_vocabulary(word) and not is_given(word)
