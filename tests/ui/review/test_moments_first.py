"""Three moments first, and skill and luck beside the reasons: seen, played, called off, kept."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.domain.outcome import Outcome
from simulator.live.outcomes import Wanted, outcome_of
from simulator.live.studio import Studio
from simulator.ui.jobs import Jobs
from simulator.ui.review.instructor import BLIND
from simulator.ui.review.page import LEAD, ReviewPage
from simulator.ui.theme import LIGHT, Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.controls import used_controls
from tests.ui.review.conftest import Open


def shown(qtbot: QtBot, page: ReviewPage) -> ReviewPage:
    """Wait until the moments stand there."""
    qtbot.waitUntil(lambda: page.weighing.found is not None, timeout=20_000)
    return page


def asked(qtbot: QtBot, page: ReviewPage) -> Outcome:
    """Wait until the audience was asked."""
    qtbot.waitUntil(lambda: page.weighing.outcome is not None, timeout=60_000)
    assert page.weighing.outcome is not None
    return page.weighing.outcome


@pytest.fixture
def unasked(studio: Studio, session_id: str) -> str:
    """The session, as if its audience had never been asked."""
    studio.store._db.execute("DELETE FROM outcomes")  # type: ignore[attr-defined]
    return session_id


def test_the_red_line_comes_first_and_says_what_to_say_instead(qtbot: QtBot, open_review: Open) -> None:
    page = shown(qtbot, open_review())
    card = page.weighing.strip.cards[0]
    assert card.moment is not None and card.moment.gates == ("G1",)
    assert "Red line" in card.play.accessibleName() and "bars a pass" in card.worth.whole
    assert "治" in card.quote.whole
    assert card.instead.whole.startswith("Instead: ")
    assert "by rule" in page.weighing.strip.rule.whole
    assert page.weighing.found is not None
    shown_ = [each.isVisible() for each in page.weighing.strip.cards]
    assert shown_ == [number < len(page.weighing.found.moments) for number in range(3)]


def test_the_keys_one_to_three_play_them(qtbot: QtBot, open_review: Open) -> None:
    page = shown(qtbot, open_review())
    for key, card in zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), page.weighing.strip.cards, strict=True):
        page.player.seek(60.0)
        qtbot.keyClick(page, key)
        expected = 60.0 if card.moment is None else max(card.moment.span.start - LEAD, 0.0)
        assert page.player.at == pytest.approx(expected, abs=0.5)
    qtbot.waitUntil(lambda: page.player.playing)


def test_digits_that_are_written_stay_words(qtbot: QtBot, open_review: Open) -> None:
    page = shown(qtbot, open_review())
    page.tabs["notes"].click()
    page.notes.begin()
    qtbot.keyClicks(page.notes.text, "123")
    assert page.notes.text.text() == "123"
    assert page.player.at == 0.0


def test_folded_away_a_line_of_each_stays(qtbot: QtBot, open_review: Open) -> None:
    page = shown(qtbot, open_review())
    strip = page.weighing.strip
    high = strip.sizeHint().height()
    qtbot.keyClick(page, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert not strip.cards[0].why.isVisible() and strip.cards[0].play.isVisible()
    qtbot.waitUntil(lambda: strip.sizeHint().height() < high)
    QTest.mouseClick(strip.fold, Qt.MouseButton.LeftButton)
    assert strip.cards[0].why.isVisible()


def test_nothing_of_it_is_seen_while_levels_are_given_blind(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    studio.store.keep_setting(BLIND, True)
    page = shown(qtbot, open_review())
    assert not page.weighing.strip.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert not page.player.playing
    page.judging.lift()
    assert page.weighing.strip.isVisible()


def test_a_struck_red_line_is_no_moment_any_more(qtbot: QtBot, open_review: Open) -> None:
    page = shown(qtbot, open_review())
    first = page.weighing.found
    assert first is not None and page.session is not None
    page.judging.decide(page.session.grave[0].id, False, "quoting a viewer")
    qtbot.waitUntil(lambda: page.weighing.found is not first, timeout=20_000)
    assert page.weighing.found is not None
    assert all(not each.gates for each in page.weighing.found.moments)


@pytest.mark.usefixtures("unasked")
def test_what_was_worked_out_once_is_there_at_once(qtbot: QtBot, open_review: Open, jobs: Jobs) -> None:
    page = shown(qtbot, open_review())
    found = asked(qtbot, page)
    words = page.weighing.view
    assert "audiences" in words.expected.whole and "Luck" in words.luck.whole and "Skill" in words.skill.whole
    assert len(words.chart.rows) == 5 and words.chart.rows[-1].own
    assert "silent" in words.chart.accessibleName() and "¥" in words.chart.accessibleName()
    assert "assumption" in words.assumptions.whole
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)
    again = shown(qtbot, open_review())
    assert again.weighing.outcome == found
    assert again.weighing._playing is None


def test_a_kept_outcome_tells_of_the_moments(qtbot: QtBot, open_review: Open, studio: Studio, session_id: str) -> None:
    page = shown(qtbot, open_review())
    outcome = asked(qtbot, page)
    told = [each.audience.whole for each in page.weighing.strip.cards if each.moment is not None]
    assert all(words.startswith("Audience:") for words in told), told
    assert studio.store.outcome(session_id) == outcome
    lines = [label.whole for label in page.weighing.view.moments if label.isVisibleTo(page.weighing.view)]
    assert len(lines) == len(told)


def test_the_buttons_of_skill_and_luck(qtbot: QtBot, open_review: Open, studio: Studio, unasked: str) -> None:
    with used_controls("review/outcome_view.py", "review/crowd.py") as uses:
        page = shown(qtbot, open_review())
        uses.press(page.tabs["reasons"])
        uses.press(page.crowd.outcome)
        view = page.weighing.view
        qtbot.waitUntil(lambda: view.stop.isVisible(), timeout=20_000)
        uses.press(view.stop)
        qtbot.waitUntil(lambda: view.begin.isVisible(), timeout=20_000)
        assert studio.store.outcome(unasked) is None and page.weighing._playing is None
        uses.press(view.begin, by_key=True)
        kept = asked(qtbot, page)
        few = tuple(replace(each, orders=each.orders[:4]) for each in kept.hosts)
        page.weighing._show(replace(kept, hosts=few))
        uses.press(view.exactly, by_key=True)
        assert view.stop.isVisible()
        uses.press(view.stop, by_key=True)
        qtbot.waitUntil(lambda: view.chart.isVisible(), timeout=20_000)
        qtbot.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
        assert page.reasons.isVisible()
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
        assert view.isVisible()
        uses.press(page.crowd.reasons)


def test_a_page_that_is_left_leaves_nothing_running(
    qtbot: QtBot, open_review: Open, jobs: Jobs, unasked: str, studio: Studio
) -> None:
    page = shown(qtbot, open_review())
    qtbot.waitUntil(lambda: page.weighing._playing is not None, timeout=20_000)
    page.close()
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)
    assert studio.store.outcome(unasked) is None


def test_a_session_of_another_model_says_why_not(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    db = studio.store._db  # type: ignore[attr-defined]
    (header,) = db.execute("SELECT header FROM sessions").fetchone()
    db.execute("UPDATE sessions SET header = ?", [header.replace('"audience_model":"', '"audience_model":"0-')])
    page = shown(qtbot, open_review())
    assert "another model" in page.weighing.view.state.whole
    assert not page.weighing.view.begin.isVisibleTo(page.weighing.view)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_in_both_languages(qtbot: QtBot, open_review: Open, scale: float) -> None:
    for language in (ScreenLanguage.EN, ScreenLanguage.ZH_CN):
        page = shown(qtbot, open_review(Theme(tokens=LIGHT, scale=scale), language))
        assert page.weighing.strip.minimumSizeHint().width() <= 1366, (language, scale)
        assert page.crowd.minimumSizeHint().width() <= page.pages.width(), (language, scale)
        assert page.weighing.strip.cards[0].play.isVisible()
        page.close()


def test_processes_need_what_a_store_names(studio: Studio, session_id: str) -> None:
    log = studio.store.log(session_id)
    wanted = Wanted(studio.store.stored_log(session_id), studio.library.taxonomy(), ())
    with pytest.raises(InterruptedError):
        outcome_of(wanted, cancelled=lambda: True)
    assert pickle.loads(pickle.dumps(wanted)).stored.log() == log
