"""The plain wordings a rule's regular expression stands for, so that they can be looked for by sound."""

from __future__ import annotations

from functools import lru_cache

_MANY = 400
"""An expression with more wordings than this has too many to be worth listening for."""

_FEW = 60
"""The same where gaps are left out: of a large family hardly one wording is said as it stands there."""


class _TooMany(Exception):
    """The expression stands for no short list of wordings."""


@lru_cache(maxsize=2048)
def literals(regex: str, least: int, gaps: bool = True) -> frozenset[str]:
    """Wordings of at least ``least`` characters that the expression matches; gaps are taken as empty and an
    alternative that looks around is left out; without ``gaps`` it is the other way round.

    Understands literals, groups, alternatives, ``?``, ``{0,n}`` and character classes of a few characters; an
    alternative with anything else (numbers, look-around) is left out.
    """
    found: set[str] = set()
    for alternative in _alternatives(regex):
        try:
            found.update(_sequence(alternative, gaps))
        except _TooMany:
            continue
    return frozenset(each for each in found if len(each) >= least)


def _alternatives(regex: str) -> list[str]:
    """The expression cut at its outermost bars."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(regex):
        character = regex[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = _class_end(regex, at)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "|" and depth == 0:
            parts.append(regex[start:at])
            start = at + 1
        at += 1
    return [*parts, regex[start:]]


def _sequence(regex: str, gaps: bool) -> set[str]:
    """All wordings of an expression without bars at its outermost level."""
    found = {""}
    at = 0
    while at < len(regex):
        character = regex[at]
        if character == "(":
            end = _group_end(regex, at)
            inner = regex[at + 1 : end]
            if inner.startswith("?"):
                if not inner.startswith("?:"):
                    if gaps or not inner.startswith(("?!", "?=", "?<!", "?<=")):
                        raise _TooMany
                    at = end + 1
                    continue
                inner = inner[2:]
            choices = set().union(*(_sequence(each, gaps) for each in _alternatives(inner)))
            at = end + 1
        elif character == "[":
            end = _class_end(regex, at)
            body = regex[at + 1 : end]
            at = end + 1
            if body.startswith("^"):
                if not (gaps and regex.startswith("{0,", at)):
                    raise _TooMany
                choices = {""}
            elif "-" in body or "\\" in body or len(body) > 8:
                raise _TooMany
            else:
                choices = set(body)
        elif character == "\\":
            if regex[at + 1 : at + 2] != ".":
                raise _TooMany
            choices = {"."}
            at += 2
        elif character in ".^$+*":
            raise _TooMany
        else:
            choices = {character}
            at += 1
        if at < len(regex) and regex[at] == "?":
            choices = choices | {""}
            at += 1
        elif at < len(regex) and regex[at] == "{":
            if not regex.startswith("{0,", at):
                raise _TooMany
            choices = choices | {""} if choices != {""} else choices
            at = regex.index("}", at) + 1
        elif at < len(regex) and regex[at] in "+*":
            raise _TooMany
        found = {head + tail for head in found for tail in choices}
        if len(found) > (_MANY if gaps else _FEW):
            raise _TooMany
    return found


def _class_end(regex: str, start: int) -> int:
    at = start + 1
    while regex[at] != "]":
        at += 2 if regex[at] == "\\" else 1
    return at


def _group_end(regex: str, start: int) -> int:
    depth, at = 0, start
    while True:
        if regex[at] == "\\":
            at += 1
        elif regex[at] == "[":
            at = _class_end(regex, at)
        elif regex[at] == "(":
            depth += 1
        elif regex[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
