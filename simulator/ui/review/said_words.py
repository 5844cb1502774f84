"""What instructors said, as lines: for Undo and Redo, and for the list of signed versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from simulator.domain.judgement import Confirmation, EvidenceAdded, Note, Override, Withdrawal, Word
from simulator.domain.said import Altered, Said, SealState, SignedVersion
from simulator.ui.amounts import clock, points, when
from simulator.ui.plain import shown

translate = QCoreApplication.translate


def briefly(word: Word | None) -> str:
    """A word in a few words, as on a button."""
    match word:
        case Override(criterion=criterion, level=level) if word.confirms and not word.reason:
            return translate("SaidWords", "level {level} of {criterion} confirmed").format(
                level=level, criterion=shown(criterion, 20)
            )
        case Override(criterion=criterion, level=level):
            return translate("SaidWords", "level {level} for {criterion}").format(
                level=level, criterion=shown(criterion, 20)
            )
        case Confirmation(stands=stands, broken=broken):
            quote = shown(broken.quote, 12) if broken is not None else ""
            words = translate("SaidWords", "“{quote}” stands") if stands else translate("SaidWords", "“{quote}” struck")
            return words.format(quote=quote)
        case Note(at=at, voice=voice):
            words = (
                translate("SaidWords", "spoken note at {time}") if voice else translate("SaidWords", "note at {time}")
            )
            return words.format(time=clock(at))
        case EvidenceAdded(criterion=criterion, span=span):
            return translate("SaidWords", "evidence at {time} for {criterion}").format(
                time=clock(span.start), criterion=shown(criterion, 20)
            )
        case _:
            return ""


def line(said: Said, before: Mapping[int, Said]) -> str:
    """A word whole: what, why, who and when."""
    word = said.word
    if isinstance(word, Withdrawal):
        target = before.get(word.word)
        what = briefly(target.word) if target is not None else "?"
        words = (
            translate("SaidWords", "said again: {what}")
            if word.stands
            else translate("SaidWords", "taken back: {what}")
        )
        if word.erased:
            words = translate("SaidWords", "deleted for good: {what}")
        told = words.format(what=what)
    else:
        told = briefly(word)
        reason = (
            word.reason if isinstance(word, Override | Confirmation) else word.text if isinstance(word, Note) else ""
        )
        if reason:
            told += f": {shown(reason, 200)}"
    return f"{told} ({shown(said.instructor, 40)}, {when(said.at_utc)})"


def versions(found: Sequence[SignedVersion], after: Sequence[Said]) -> str:
    """The trail: every signed version with what led to it, and what was said since."""
    known = {each.number: each for version in found for each in version.said} | {each.number: each for each in after}
    lines: list[str] = []
    for version in found:
        head = translate("SaidWords", "Version {number} · signed by {name}, {when} · {total} · {state}")
        lines.append(
            head.format(
                number=version.number,
                name=shown(version.by, 40),
                when=when(version.at_utc),
                total=_totals(version),
                state=state(version),
            )
        )
        lines += [f"    {line(each, known)}" for each in version.said] or [
            f"    {translate('SaidWords', 'nothing was said before it')}"
        ]
    if after:
        lines.append(translate("SaidWords", "Since then, not signed:"))
        lines += [f"    {line(each, known)}" for each in after]
    return "\n".join(lines)


def _totals(version: SignedVersion) -> str:
    now = translate("SaidWords", "total {points}").format(points=points(version.total))
    if version.number == 1 or version.before == version.total:
        return now
    return translate("SaidWords", "total {before} → {points}").format(
        before=points(version.before), points=points(version.total)
    )


def state(version: SignedVersion) -> str:
    """What checking a signature came to."""
    if version.state is SealState.ALTERED:
        what = ", ".join(altered(each) for each in version.altered)
        return translate("SaidWords", "✗ CHANGED BY HAND AFTERWARDS: {what}").format(what=what)
    return {
        SealState.INTACT: translate("SaidWords", "✓ seal intact"),
        SealState.FOREIGN: translate("SaidWords", "sealed at another centre, whose key is not here; its digests fit"),
        SealState.UNSEALED: translate("SaidWords", "signed before results were sealed: cannot be checked"),
    }[version.state]


def altered(what: Altered) -> str:
    """What is not what it was."""
    return {
        Altered.SIGNATURE: translate("SaidWords", "the signature itself"),
        Altered.SEAL: translate("SaidWords", "its seal"),
        Altered.CHAIN: translate("SaidWords", "the signature before it"),
        Altered.SCORECARD: translate("SaidWords", "the machine's scorecard"),
        Altered.WORDS: translate("SaidWords", "what instructors said"),
        Altered.LOG: translate("SaidWords", "the session's log"),
        Altered.TOTAL: translate("SaidWords", "the total, or the rubric it rests on"),
    }[what]
