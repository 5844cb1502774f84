"""An hour on air made up for measuring the review room: so many comments, so many words, and a recording of it.

Nothing of it is played: the events are put down as a session leaves them, and the recording is one minute of noisy
pictures, packed by the program's own recorder and repeated. Every picture carries its number in black and white bars.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.domain.crowd import (
    CardClicked,
    Cause,
    CommentPosted,
    IncidentClosed,
    IncidentOpened,
    Liked,
    OrderPaid,
    OrderPlaced,
    Reason,
    RoomCounted,
    StockChanged,
    Viewer,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.desk import CouponSent, LuckyBagOpened, ProductPinned, SegmentStarted
from simulator.domain.events import (
    Event,
    HostSpoke,
    PictureMeasured,
    SoundMeasured,
    VoiceStarted,
    VoiceStopped,
    WentLive,
    WentOffAir,
    Word,
)
from simulator.domain.machine import VitalsMeasured
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.domain.units import Seconds, Span
from simulator.live.studio import Studio
from simulator.media_port import SoundBlock, VideoFrame

LINES = (
    "大家好，欢迎来到直播间，今天卖我们自己山上种的脐橙。",
    "一箱净重五公斤，三十九块九，包邮到家。",
    "放在阴凉的地方可以放二十天。",
    "今天下单，二十四小时之内发货。",
    "收到有坏果，二十四小时之内拍照给客服就赔。",
    "要买的家人点击一号链接下单。",
    "喜欢吃橙子的、家里有老人孩子的都合适，想看的扣个一。",
)
ASKED = ("多少钱一斤？", "坏了给赔吗", "新疆包邮不？上次买的两天就到了，这次多买点", "甜不甜", "能放多久")
SAID = ("哈哈哈哈", "已拍", "来了来了", "主播好", "上次买的很好吃，家里老人都说甜，这次再来两箱", "666")
REASONS = (Reason.SILENCE, Reason.CHANCE, Reason.PRICE_CLEAR, Reason.ANSWERED, Reason.ATTENTION, Reason.TRUST)
BREACH, BREACH_EVERY = "我们的橙子是全网最甜的。", 90
"""What breaks a rule, and after how many phrases."""
FPS, SIZE = 30, (1280, 720)
PIECE_S = 60
BITS = 16


def make(studio: Studio, *, minutes: int, comments: int, words: int) -> str:
    """Enter the session, transcribed and scored; returns its id."""
    scenario = studio.library.scenario("S01")
    length = 60.0 * minutes
    store = studio.store
    header = SessionHeader(
        id="bench-review",
        scenario=scenario.id,
        scenario_version=scenario.version,
        language=scenario.language,
        seed=1,
        trainee=store.trainee("bench").id,
        take=1,
        began_utc="2026-11-23T09:00:00Z",
        app_version="0",
        audience_model="1",
    )
    store.begin(header, scenario)
    spoken = list(said(length, words))
    events = [
        WentLive(at=0.0),
        *spoken,
        *crowd(scenario, length, comments),
        *desk(scenario, length),
        *measured(length),
        WentOffAir(at=length),
    ]
    events.sort(key=lambda event: event.at)
    store.append(header.id, events)
    phrases = tuple(each for each in spoken if isinstance(each, HostSpoke))
    store.save_transcript(header.id, Transcript(engine="bench", final=False, phrases=phrases))
    store.save_transcript(header.id, Transcript(engine="bench", final=True, phrases=phrases, heard=length))
    marked = studio.marking.again(header.id)
    studio.marking.keep_score(marked)
    store.end(header.id, Ending.SCORED)
    return header.id


def said(length: Seconds, words: int) -> Iterator[Event]:
    """So many words (characters), spread over the time, with a rest of six seconds once a minute."""
    per_second = words / (length * 0.85)
    at, number, left = 1.0, 0, words
    while left > 0 and at < length - 10:
        text = (BREACH if number % BREACH_EVERY == 40 else LINES[number % len(LINES)])[:left]
        step = 1 / per_second
        spans = [Span(at + each * step, at + (each + 0.9) * step) for each in range(len(text))]
        end = spans[-1].end
        yield VoiceStarted(at=at)
        yield VoiceStopped(at=end)
        yield HostSpoke(
            at=end + 2.0,
            said=Span(at, end),
            text=text,
            words=tuple(Word(letter, span, 0.9) for letter, span in zip(text, spans, strict=True)),
            engine="bench",
        )
        left -= len(text)
        number += 1
        at = end + (6.0 if number % 8 == 0 else 0.6)


def crowd(scenario: Scenario, length: Seconds, comments: int) -> Iterator[Event]:
    """Viewers who come, go, write, like, click and order, each with a cause."""
    chance = np.random.default_rng(1)
    online = entered = left = likes = orders = 0
    product = scenario.products[0]
    for second in range(1, int(length) + 1):
        at = float(second) - 0.5
        came, went, liked = (int(each) for each in chance.poisson((3.0, 2.9, 4.0)))
        went = min(went, online)
        cause = Cause(REASONS[int(chance.integers(len(REASONS)))], max(0.0, at - float(chance.integers(1, 12))), 0.4)
        online, entered, left, likes = online + came - went, entered + came, left + went, likes + liked
        if came:
            yield ViewersEntered(at=at, count=came, cause=Cause(Reason.ARRIVAL))
        if went:
            yield ViewersLeft(at=at, count=went, cause=cause)
        if liked:
            yield Liked(at=at, count=liked)
        if second % 3 == 0:
            yield CardClicked(at=at, product=product.id, count=1, cause=cause)
        if second % 7 == 0:
            order = f"o{second}"
            orders += 1
            viewer = Viewer(f"v{second}", "桂花载酒", "local")
            yield OrderPlaced(at=at, order=order, viewer=viewer, product=product.id, price=product.price, cause=cause)
            yield OrderPaid(at=at + 0.2, order=order)
            yield StockChanged(at=at, product=product.id, left=max(0, 900 - orders), counter=max(0, 900 - orders))
        yield RoomCounted(
            at=float(second), online=online, entered=entered, left=left, comments=0, questions=0, waiting=0,
            likes=likes, follows=0, clicks=second // 3, orders=orders, paid=orders, attention=0.5, trust=0.5,
            discontent=0.1,
        )  # fmt: skip
    moments = np.sort(chance.uniform(0.5, length - 1, comments))
    for number, at in enumerate(moments.tolist()):
        asks = number % 9 == 0
        text = ASKED[number // 9 % len(ASKED)] if asks else SAID[number % len(SAID)]
        yield CommentPosted(
            at=at, id=f"c{number}", viewer=Viewer(f"v{number % 900}", f"观众{number % 900}", "local"), text=text,
            category="price" if asks else "noise", topic=None, product=None, wants_answer=asks,
            priority=2 if asks else 0, expires_at=at + 90, stands_for=1, cause=Cause(Reason.CHANCE),
        )  # fmt: skip


def desk(scenario: Scenario, length: Seconds) -> Iterator[Event]:
    """What the host did with the shop."""
    product = scenario.products[0]
    each = length / len(scenario.run_of_show)
    for number, segment in enumerate(scenario.run_of_show):
        yield SegmentStarted(at=number * each + 0.1, segment=segment.id)
    yield ProductPinned(at=20.0, product=product.id)
    for number in range(int(length // 600)):
        at = 600.0 * number + 90
        yield LuckyBagOpened(at=at, closes_at=at + 120)
        if product.coupon is not None:
            yield CouponSent(at=at + 200, product=product.id, off=product.coupon.off, closes_at=at + 320)
        yield IncidentOpened(at=at + 300, incident=f"i{number}", kind="health_trap")
        yield IncidentClosed(at=at + 340, incident=f"i{number}", handled=number % 2 == 0)


def measured(length: Seconds) -> Iterator[Event]:
    """Sound and pictures of every second, the machine of every ten."""
    chance = np.random.default_rng(2)
    for second in range(1, int(length)):
        loud = float(-23 + chance.normal(0, 3))
        yield SoundMeasured(
            at=float(second), speech_dbfs=loud, noise_dbfs=-55.0, clipped=0.0,
            pitch_hz=tuple(float(each) for each in chance.normal(200, 20, 10)), momentary_lufs=loud,
            short_term_lufs=loud, integrated_lufs=-23.0, range_lu=6.0, true_peak_dbtp=-3.0,
        )  # fmt: skip
        yield PictureMeasured(
            at=float(second), luma=120.0, too_dark=0.01, too_bright=0.01, sharpness=200.0, face=second % 40 > 2,
            pictures=5, face_share=1.0 if second % 40 > 2 else 0.0, looking=0.9, face_place=(0.3, 0.2, 0.3, 0.4),
        )  # fmt: skip
        if second % 10 == 0:
            yield VitalsMeasured(
                at=float(second), camera_fps=30.0, pictures=300, dropped=int(second % 400 == 0), audio_gaps=0,
                caption_delay=0.5, behind=0.1, cpu=0.6, lateness=0.004, free_bytes=10**11, quality="veryfast",
            )  # fmt: skip


# ------------------------------------------------------------------------------------ the recording


def film(path: Path, preset: str = "veryfast") -> Path:
    """A minute of noisy pictures with their numbers, and a tone, as the program's recorder packs them."""
    file = RecordingFile(path, Encoding(preset=preset), pictures=True)
    chance = np.random.default_rng(3)
    noise = [chance.integers(106, 132, (SIZE[1], SIZE[0], 3), np.uint8) for _ in range(6)]
    tone = (0.2 * np.sin(2 * np.pi * 440 * np.arange(48_000 // FPS) / 48_000)).astype(np.float32)
    for number in range(FPS * PIECE_S):
        at = number / FPS
        file.picture(VideoFrame(at, numbered(noise[number % len(noise)].copy(), number)))
        file.sound(SoundBlock(at, tone, 48_000))
    file.close()
    return path


def numbered(pixels: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    """The picture with its number written into it, as bars."""
    wide = SIZE[0] // BITS
    for bit in range(BITS):
        pixels[:120, bit * wide : (bit + 1) * wide] = 235 if number >> bit & 1 else 16
    return pixels


def number_in(grey: NDArray[np.uint8]) -> int:
    """The number of a picture, from its brightness (height, width)."""
    height, width = grey.shape
    wide, row = width / BITS, grey[height // 24 : height // 8].mean(axis=0)
    bars = [row[round((bit + 0.25) * wide) : round((bit + 0.75) * wide)].mean() > 128 for bit in range(BITS)]
    return sum(1 << bit for bit, bright in enumerate(bars) if bright)


REORDERED = 2
"""Pictures that the recorder's encoder holds back to put them in another order."""


def repeated(piece: Path, path: Path, minutes: int, title: str) -> None:
    """The film of a minute, one after the other."""
    with av.open(str(path), "w", format="matroska") as target:
        target.metadata["title"] = title
        streams: dict[str, av.stream.Stream] = {}
        last: dict[str, int] = {}
        for minute in range(minutes):
            with av.open(str(piece)) as source:
                for packet in source.demux():
                    if packet.pts is None or packet.time_base is None:
                        continue
                    kind = packet.stream.type
                    if kind not in streams:
                        for each in source.streams:
                            streams[each.type] = target.add_stream_from_template(each)
                    if packet.dts is None:  # the first pictures, of which the file does not tell when they are unpacked
                        packet.dts = packet.pts - round(REORDERED / FPS / packet.time_base)
                    offset = round(minute * PIECE_S / packet.time_base)
                    packet.pts += offset
                    packet.dts += offset
                    if packet.dts <= last.get(kind, -(10**9)):
                        continue  # the first packet of sound lies before 0
                    last[kind] = packet.dts
                    packet.stream = streams[kind]
                    target.mux(packet)
