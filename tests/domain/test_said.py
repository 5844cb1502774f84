"""Taking back and saying again: derived from the words alone, so that it is the same after a crash."""

from __future__ import annotations

from simulator.domain.judgement import Note, Withdrawal, Word
from simulator.domain.said import Said, steps, taken_back

ME, OTHER = "王老师", "李老师"


def note(at: float, by: str = ME) -> Note:
    return Note(at=at, text="听", instructor=by, at_utc="2026-11-27T08:00:00+00:00")


def back(word: int, *, stands: bool = False, by: str = ME, erased: bool = False) -> Withdrawal:
    return Withdrawal(word=word, stands=stands, instructor=by, at_utc="2026-11-27T08:00:00+00:00", erased=erased)


def said(*words: Word | None) -> tuple[Said, ...]:
    gone = taken_back(enumerate(words))
    return tuple(
        Said(
            number=number,
            word=word,
            instructor=ME if word is None else word.instructor,
            at_utc="2026-11-27T08:00:00+00:00",
            holds=number not in gone,
        )
        for number, word in enumerate(words)
    )


def what(words: tuple[Said, ...], by: str = ME) -> tuple[int | None, int | None]:
    found = steps(words, by)
    return (found.undo.number if found.undo else None, found.redo.number if found.redo else None)


def test_nothing_was_said() -> None:
    assert what(()) == (None, None)


def test_the_last_word_is_taken_back_first_and_said_again_last() -> None:
    assert what(said(note(1), note(2))) == (1, None)
    assert what(said(note(1), note(2), back(1))) == (0, 1)
    assert what(said(note(1), note(2), back(1), back(0))) == (None, 0)
    assert what(said(note(1), note(2), back(1), back(0), back(0, stands=True))) == (0, 1)


def test_a_new_word_ends_what_could_be_said_again() -> None:
    assert what(said(note(1), back(0), note(2))) == (2, None)


def test_only_own_words_are_taken_back() -> None:
    words = said(note(1), note(2, by=OTHER))
    assert what(words) == (0, None)
    assert what(words, OTHER) == (1, None)


def test_what_was_signed_is_not_taken_back_by_a_key() -> None:
    assert what(said(note(1), None)) == (None, None)
    assert what(said(note(1), None, note(2))) == (2, None)


def test_a_sound_that_was_deleted_cannot_be_said_again() -> None:
    assert what(said(note(1), back(0, erased=True))) == (None, None)


def test_the_last_withdrawal_of_a_word_decides() -> None:
    words = (note(1), back(0), back(0, stands=True))
    assert taken_back(enumerate(words)) == frozenset()
    assert taken_back(enumerate(words[:2])) == {0}
