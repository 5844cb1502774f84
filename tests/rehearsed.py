"""A good ten-minute run, whole: everything a machine can mark has something to go by."""

from __future__ import annotations

from math import sin

from simulator.domain.compliance import Severity
from simulator.domain.desk import CouponSent, ProductUnpinned
from simulator.domain.events import PictureMeasured, SoundMeasured
from simulator.domain.findings import Support
from tests.stream import ORANGE, RICE, Stream, operation, scenario, yuan


def good_run() -> Stream:
    """Two products in ten minutes, each on plan; two facts, one operation and one caution short of perfect."""
    required = (
        operation("pin_orange", "pin", 0, 90),
        operation("pin_rice", "pin", 250, 350, "rice"),
        operation("pin_orange_again", "pin", 500, 600),
        operation("coupon", "coupon", 300, 400, "rice"),
        operation("unpin", "unpin", 580, 600),
    )
    stream = Stream(scenario(ORANGE, RICE, required_operations=required))
    stream.talks(1, 599, 250).voice((1, 300), (305, 599))
    stream.segment("open", 0).segment("sell_orange", 60).segment("sell_rice", 300).segment("close", 540)
    stream.pins(60).pins(300, "rice").pins(545)
    stream.add(CouponSent(at=318, product="rice", off=yuan("3"), closes_at=420), ProductUnpinned(at=570))
    for at, element in ((3, "who_sells"), (8, "reason_to_stay"), (12, "invitation"), (20, "suits")):
        stream.element(element, at)
    stream.names(5).names(310, "rice")
    for at, fact in enumerate(("origin", "size", "keeping", "shipping", "after_sales", "use")):
        stream.tells(fact, 70 + 20 * at)
    stream.prices(65)
    for at, fact in enumerate(("size", "keeping", "shipping", "after_sales")):
        stream.tells(fact, 330 + 20 * at, "rice")
    stream.prices(320, product="rice", price="45").calls(316, "coupon")
    for at in (140, 260, 400, 480, 550):
        stream.calls(at)
    stream.names(551).prices(552)
    for at, element in (
        (555, "recap"),
        (560, "after_sales"),
        (565, "next_show"),
        (590, "thanks"),
        (595, "announced_end"),
    ):
        stream.element(element, at)
    for number in range(6):
        stream.asked(f"c{number}", 80 + 60 * number, f"topic{number}")
        stream.answers(90 + 60 * number, f"c{number}", category=f"topic{number}")
    stream.claims(200, Support.SUPPORTED).breaks("r1", "data_citation", Severity.S2, 210, "百分之九十的人")
    for at in range(600):
        pitch = tuple(200 * 2 ** (2.5 * sin(0.7 * (25 * at + frame)) / 12) for frame in range(25))
        stream.add(SoundMeasured(at=at, speech_dbfs=-20, noise_dbfs=-55, clipped=0, pitch_hz=pitch))
        stream.add(PictureMeasured(at=at, luma=120, too_dark=0, too_bright=0, sharpness=90, face=True))
    for second in range(1, 600):
        stream.counted(second, 20 + second % 7)
    return stream.sells("o1", 150).sells("o2", 420, "42")
