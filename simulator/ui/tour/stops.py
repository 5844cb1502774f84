"""What the tours tell: of home, and of what comes before going live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from simulator.ui.tour.cabin_sketch import CabinPart
from simulator.ui.tour.tour import Stop

if TYPE_CHECKING:
    from simulator.ui.check.page import CheckPage
    from simulator.ui.setup.page import HomePage

translate = QCoreApplication.translate


def home_stops(page: HomePage) -> tuple[Stop, ...]:
    """Six: who, what, check, cabin, review, help."""
    return (
        Stop(
            page.who.trainee,
            translate("Tour", "Who are you?"),
            translate(
                "Tour", "Type your name, or choose it. Your sessions and marks are kept under it, on this PC only."
            ),
        ),
        Stop(
            page.who.list,
            translate("Tour", "Choose a scenario"),
            translate(
                "Tour", "Each is a shop with its goods, its viewers and its troubles. Tier 1 is the place to begin."
            ),
        ),
        Stop(
            page.start,
            translate("Tour", "Try everything out"),
            translate(
                "Tour",
                "From here you go to the check page: camera, microphone, this PC, the fact card and your plan. "
                "Nobody is live yet.",
            ),
        ),
        Stop(
            page.start,
            translate("Tour", "Then into the cabin"),
            translate(
                "Tour",
                "On the left what to say, in the middle what viewers see, on the right the control desk. "
                "The viewers hear you and answer.",
            ),
            CabinPart.ALL,
        ),
        Stop(
            page.past,
            translate("Tour", "Look back"),
            translate(
                "Tour",
                "Every session waits here with its recording and its score. The review room shows the moment behind "
                "every mark.",
            ),
        ),
        Stop(
            page.help,
            translate("Tour", "Keys and help"),
            translate(
                "Tour",
                "Everything has its key, printed on it; on air, H shows them all. This tour comes again with F1. "
                "Beside it: language, colours, text size and motion.",
            ),
        ),
    )


def check_stops(page: CheckPage) -> tuple[Stop, ...]:
    """Five: the steps, the three columns of the cabin, and going live."""
    return (
        Stop(
            page.rail,
            translate("Tour", "Step by step"),
            translate(
                "Tour",
                "Each step says how it stands and what to mend. You may go on without; it then says what that costs.",
            ),
        ),
        Stop(
            page.start,
            translate("Tour", "In the cabin: what to say"),
            translate(
                "Tour",
                "The plan with its clock, and the selling points, which tick themselves off once you have said them. "
                "A forbidden claim is hinted at quietly, with a better wording. In exams both are off.",
            ),
            CabinPart.SAY,
        ),
        Stop(
            page.start,
            translate("Tour", "In the cabin: what viewers see"),
            translate(
                "Tour",
                "You on the phone, with the chat, who buys, and the caption of what was heard. "
                "A question that waits for you is outlined and counts its seconds.",
            ),
            CabinPart.STAGE,
        ),
        Stop(
            page.start,
            translate("Tour", "In the cabin: the control desk"),
            translate(
                "Tour",
                "Put goods on show with 1 to 9, send coupons, answer incidents with F1 to F4. H shows all keys.",
            ),
            CabinPart.DESK,
        ),
        Stop(
            page.start,
            translate("Tour", "Going live"),
            translate(
                "Tour",
                "Three seconds are counted down, and Esc calls it off. F10 goes off air and scores. Good luck!",
            ),
        ),
    )
