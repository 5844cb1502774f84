"""Dossiers of streams written down by hand, and the pages made of them read back."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from simulator.domain.compliance import RulePack
from simulator.domain.judgement import Judgement
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.metrics.room import figures
from simulator.reports.dossier import Dossier
from simulator.scoring import score
from simulator.storage.content import FolderLibrary
from tests.stream import ASSETS, Stream, default_rubric, surprise

WHEN = "2026-11-23T10:00:00+00:00"
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = '=HYPERLINK("http://x","y")'


@cache
def rules(language: Language = Language.ZH) -> RulePack:
    return FolderLibrary(ASSETS).rules(language)


@cache
def taxonomy() -> Taxonomy:
    return FolderLibrary(ASSETS).taxonomy()


def dossier_of(log: SessionLog, judgement: Judgement | None = None, **more: object) -> Dossier:
    rubric = default_rubric()
    judgement = judgement or Judgement(session=log.header.id)
    known = {"trainee": "小满", "names": taxonomy().names, **more}
    return Dossier(
        log=log,
        scorecard=score(log, rubric, provisional=False, confirmations=judgement.confirmations),
        judgement=judgement,
        rubric=rubric,
        figures=figures(log),
        **known,  # type: ignore[arg-type]
    )


class Page(HTMLParser):
    """A page as a browser takes it: its text, its tags, and what it would fetch."""

    APART = frozenset({"td", "th", "p", "br", "div", "h1", "h2", "h3"})
    VOID = frozenset({"meta", "img", "br", "line", "rect", "polygon", "polyline", "circle"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.handlers: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in self.APART:
            self.text.append(" ")
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "data")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def weak_run() -> Stream:
    """Ten minutes with much to do better: a red line, an unanswered question, facts left out, a silence."""
    stream = Stream().talks(1, 200, 250).talks(230, 599, 250).voice((1, 200), (230, 599))
    stream.pins(60).names(65).tells("size", 70).prices(75)
    stream.calls(100)
    for number in range(6):
        stream.asked(f"c{number}", 100 + 60 * number, "shipping", priority=3, text=f"什么时候发货{number}")
    return stream.answers(110, "c0", category="shipping")


__all__ = ["ATTACK", "FORMULA", "WHEN", "Page", "dossier_of", "rules", "surprise", "taxonomy", "weak_run"]
