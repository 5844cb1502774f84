"""Consent holds for what was asked, and for no longer than was said."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.domain.consent import CONSENT_VERSION, Consent
from simulator.live.keeping import Kept, expired

BEGAN = "2026-01-10T08:00:00+00:00"


def answer(days: int | None, version: str = CONSENT_VERSION) -> Consent:
    return Consent(id="c1", trainee="t1", version=version, agreed=True, days=days, given_utc=BEGAN)


@pytest.mark.parametrize(
    ("said", "now", "holds"),
    [
        (180, 180, True),
        (180, 90, True),  # kept for less than was agreed to
        (180, 365, False),
        (180, None, False),
        (None, 90, True),
        (None, None, True),
    ],
)
def test_an_answer_holds_for_no_longer_than_was_said(said: int | None, now: int | None, holds: bool) -> None:
    assert answer(said).holds(CONSENT_VERSION, now) is holds


def test_another_text_is_asked_anew() -> None:
    assert not answer(180, version="0").holds(CONSENT_VERSION, 180)


@pytest.mark.parametrize(
    ("said", "lab", "last"),
    [(30, 180, date(2026, 2, 9)), (180, 30, date(2026, 2, 9)), (30, None, date(2026, 2, 9))],
)
def test_the_shorter_period_counts(said: int, lab: int | None, last: date) -> None:
    kept = [Kept(session="s1", began_utc=BEGAN, consent="c1")]
    consents = {"c1": answer(said)}
    assert expired(kept, consents, lab, last) == (), "the last day is a day of keeping"
    assert expired(kept, consents, lab, date(2026, 2, 10)) == (("s1", last),)


def test_without_a_period_nothing_expires() -> None:
    kept = [Kept(session="s1", began_utc=BEGAN, consent="c1"), Kept(session="s2", began_utc="?", consent=None)]
    assert expired(kept, {"c1": answer(None)}, None, date(2099, 1, 1)) == ()
    assert expired(kept, {}, 30, date(2099, 1, 1)) == (("s1", date(2026, 2, 9)),)
