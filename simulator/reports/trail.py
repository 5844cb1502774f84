"""Every word instructors said of a session, in the order it was given, with what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation, EvidenceAdded, Joint, Note, Override, Withdrawal, Word
from simulator.domain.said import Said
from simulator.reports.dossier import Dossier
from simulator.reports.figures import clock, points
from simulator.reports.pages import utc
from simulator.reports.rows import headings, short
from simulator.reports.wording_reports import EVIDENCE


def trail(dossier: Dossier, language: str) -> list[dict[str, str]]:
    """A line for each word and each signature: when, who, what. Numbers count from 1.

    Where all that was said is not at hand, what holds is told.
    """
    more = {id: wording[language] for id, wording in EVIDENCE.items()}
    return [
        {"when": utc(each.at_utc), "who": each.instructor, "what": _what(each, dossier, language, more)}
        for each in dossier.said or _held(dossier)
    ]


def _what(each: Said, dossier: Dossier, language: str, more: dict[str, str]) -> str:
    said = "" if each.word is None else _word(each.word, dossier, language, more)
    if each.word is None:
        said = more["signature"]
        if each.signature is not None:
            total = points(each.signature.total)
            said += f" · {more['version'].format(number=each.signature.version, total=total)}"
    taken = "" if each.holds else f" ({more['taken_back']})"
    return f"{each.number + 1}. {said}{taken}"


def _word(word: Word, dossier: Dossier, language: str, more: dict[str, str]) -> str:
    say = headings(language)
    match word:
        case Override():
            machine = "—" if word.machine_level is None else str(word.machine_level)
            given = more["confirmed" if word.confirms else "gave"].format(level=word.level, machine=machine)
            return f"{word.criterion}: {given}" + (f" · {word.reason}" if word.reason else "")
        case Confirmation():
            verdict = say["stands" if word.stands else "struck_out"]
            return f"{more['finding']} {quoted(dossier, word.finding)}: {verdict} · {word.reason}"
        case Note():
            spoken = "" if word.voice_s is None else more["spoken"].format(seconds=f"{word.voice_s:.0f}")
            told = " · ".join(part for part in (word.text, spoken) if part)
            return f"{more['note_at'].format(time=clock(word.at))}: {told}"
        case EvidenceAdded():
            return more["holds_up"].format(
                criterion=word.criterion, time=clock(word.span.start), quote=short(word.quote)
            )
        case Joint():
            return f"{more['together']}: {_word(word.said, dossier, language, more)}"
        case Withdrawal():
            return more["says_again" if word.stands else "takes_back"].format(number=word.word + 1)


def quoted(dossier: Dossier, finding: str) -> str:
    """What was said in a breach, by its id."""
    for broken in dossier.log.only(RuleBroken):
        if broken.id == finding:
            return f"{clock(broken.said.start)} {short(broken.quote)}"
    return finding


def _held(dossier: Dossier) -> Iterator[Said]:
    """The words that hold, in the order of their times, the signature last."""
    judgement = dossier.judgement
    words: list[Word] = [*judgement.overrides, *judgement.confirmations, *judgement.notes, *judgement.evidence]
    words.sort(key=lambda word: word.at_utc)
    for number, word in enumerate(words):
        yield Said(number=number, word=word, instructor=word.instructor, at_utc=word.at_utc, holds=True)
    if judgement.signed_by is not None:
        at = judgement.signed_at_utc or ""
        yield Said(number=len(words), word=None, instructor=judgement.signed_by, at_utc=at, holds=True)
