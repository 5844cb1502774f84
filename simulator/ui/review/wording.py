"""What the review room calls things that are ids below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.crowd import Reason
from simulator.domain.findings import PriceVerdict
from simulator.domain.units import Seconds
from simulator.review.causes import Movement
from simulator.ui.amounts import clock
from simulator.ui.plain import shown
from simulator.ui.review.player import Trouble

translate = QCoreApplication.translate


def movement(kind: Movement) -> str:
    """What viewers did, as a heading of its reasons."""
    return {
        Movement.LEFT: translate("ReviewWording", "Why viewers left"),
        Movement.ORDERED: translate("ReviewWording", "Why viewers ordered"),
        Movement.CLICKED: translate("ReviewWording", "Why viewers opened the product card"),
        Movement.JOINED: translate("ReviewWording", "Why viewers came in"),
        Movement.CANCELLED: translate("ReviewWording", "Why orders were cancelled"),
        Movement.REFUSED: translate("ReviewWording", "Why viewers could not order"),
        Movement.FOLLOWED: translate("ReviewWording", "Why viewers followed"),
    }[kind]


def reason(kind: Reason) -> str:
    """What moved viewers."""
    return {
        Reason.ARRIVAL: translate("ReviewWording", "the platform sent them, as it does all the time"),
        Reason.BURST: translate("ReviewWording", "a wave of viewers from the platform"),
        Reason.CHANCE: translate("ReviewWording", "nothing the host did stands out"),
        Reason.ATTENTION: translate("ReviewWording", "how much the stream held their attention"),
        Reason.SILENCE: translate("ReviewWording", "the host was silent"),
        Reason.TRUST: translate("ReviewWording", "they trusted the host"),
        Reason.DISTRUST: translate("ReviewWording", "they did not trust the host"),
        Reason.DISCONTENT: translate("ReviewWording", "they were annoyed"),
        Reason.UNDERSTANDING: translate("ReviewWording", "they understood the product"),
        Reason.NOT_UNDERSTOOD: translate("ReviewWording", "they did not understand the product"),
        Reason.PRICE_CLEAR: translate("ReviewWording", "the price was clear"),
        Reason.PRICE_UNCLEAR: translate("ReviewWording", "the price was not clear"),
        Reason.CALL_TO_ACTION: translate("ReviewWording", "the host asked them to order"),
        Reason.URGENCY: translate("ReviewWording", "true scarcity or a deadline"),
        Reason.FALSE_URGENCY: translate("ReviewWording", "scarcity or a deadline that was not true"),
        Reason.DISCOUNT: translate("ReviewWording", "a discount"),
        Reason.DEARER: translate("ReviewWording", "the price went up"),
        Reason.SOCIAL_PROOF: translate("ReviewWording", "they saw others order"),
        Reason.LUCKY_BAG: translate("ReviewWording", "the lucky bag"),
        Reason.ANSWERED: translate("ReviewWording", "their question was answered"),
        Reason.UNANSWERED: translate("ReviewWording", "their question was not answered"),
        Reason.OUT_OF_STOCK: translate("ReviewWording", "there was no stock"),
        Reason.INCIDENT: translate("ReviewWording", "an incident"),
        Reason.PEERS: translate("ReviewWording", "what others wrote"),
        Reason.MUTED: translate("ReviewWording", "a viewer muted unjustly"),
    }[kind]


def trouble(kind: Trouble, ends: Seconds | None = None) -> str:
    """Why a recording is not played as it should, and what still works; ``ends`` is where it ends."""
    return {
        Trouble.NONE: "",
        Trouble.NO_RECORDING: translate(
            "ReviewWording",
            "There is no recording of this session. Transcript, chat and timeline are here all the same.",
        ),
        Trouble.UNREADABLE: translate(
            "ReviewWording", "The recording cannot be played: its file is damaged. All else is here all the same."
        ),
        Trouble.OTHER_SESSION: translate(
            "ReviewWording",
            "This recording belongs to another session and is not played. All else is here all the same.",
        ),
        Trouble.CUT_SHORT: translate(
            "ReviewWording",
            "The recording was cut short: it ends at {time}. Behind that, transcript, chat and timeline go on.",
        ).format(time=clock(ends)),
        Trouble.NO_SOUND_DEVICE: translate("ReviewWording", "No sound output was found: playing without sound."),
        Trouble.NO_SOUND: translate("ReviewWording", "The recording has no sound."),
        Trouble.NO_PICTURE: translate("ReviewWording", "The recording has sound only, no picture."),
    }[kind]


def price_verdict(verdict: PriceVerdict) -> str:
    """How a spoken price stands to the true one; "" where there is nothing to say."""
    return {
        PriceVerdict.RIGHT: translate("ReviewWording", "right"),
        PriceVerdict.WRONG: translate("ReviewWording", "wrong"),
        PriceVerdict.UNSURE: translate("ReviewWording", "perhaps misheard"),
        PriceVerdict.COMPARISON: translate("ReviewWording", "a comparison"),
        PriceVerdict.FITS: translate("ReviewWording", "fits the price"),
    }[verdict]


def severity(level: int) -> str:
    """How grave a breach is."""
    return {
        1: translate("ReviewWording", "a hint"),
        2: translate("ReviewWording", "caution"),
        3: translate("ReviewWording", "likely breach"),
        4: translate("ReviewWording", "red line"),
    }.get(level, shown(str(level), 8))
