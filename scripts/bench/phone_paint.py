"""What the phone costs over the bare camera picture: processor time of seconds on air at 50 comments a second.

python scripts/bench/phone_paint.py [--seconds 20] [--comments 50] [--size 388x690]

Told in one line of JSON: milliseconds of processor time for each second on air, of the whole phone (chat, toasts,
hearts, card, caption, likes at every tick) and of the same camera pictures without anything over them, and the ratio.
No clock is waited for: each second is 30 pictures and 10 ticks, painted one after the other, offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from simulator.media_port import VideoFrame
from simulator.ui.app import application, dress
from simulator.ui.cabin.overlays import CardFace, PhoneFace
from simulator.ui.cabin.phone import Phone
from simulator.ui.models import ChatModel
from simulator.ui.theme import Theme
from tests.ui.scripted import comment, shop

FPS, TICKS, WARM_S = 30, 10, 2
TEXTS = (
    "多少钱一斤？",
    "坏了给赔吗",
    "新疆包邮不？上次买的两天就到了，这次多买点",
    "甜不甜",
    "how much is one box",
    "哈哈哈哈",
    "已拍",
)


def pictures(count: int) -> list[VideoFrame]:
    """Pictures of 1280x720 that differ."""
    chance = np.random.default_rng(1)
    return [VideoFrame(0.0, chance.integers(0, 255, (720, 1280, 3), np.uint8)) for _ in range(count)]


def seconds_on_air(seconds: int, comments: int, size: tuple[int, int], *, bare: bool) -> float:
    """Milliseconds of processor time for each second."""
    app = application()
    dress(app, Theme())
    chat = ChatModel()
    now = [0.0]
    phone = Phone(Theme(), chat, clock=lambda: now[0])
    phone.resize(*size)
    phone.show()
    QApplication.processEvents()
    product = shop().products[0]
    card = CardFace(
        product=product,
        title=product.name,
        state="讲解中 · 仅剩 132 件",
        price="¥34.9",
        before="¥39.9",
        action="去抢购",
    )
    frames = pictures(5)
    began, number = 0.0, 0
    for beat in range((seconds + WARM_S) * FPS):
        now[0] = beat / FPS
        if beat == WARM_S * FPS:
            began = time.process_time()
        if not bare and beat % (FPS // TICKS) == 0:
            tick = beat // (FPS // TICKS)
            chat.add(
                comment(number + each, now[0], TEXTS[(number + each) % len(TEXTS)], asks=(number + each) % 9 == 0)
                for each in range(comments // TICKS)
            )
            number += comments // TICKS
            second = tick // TICKS
            phone.show_face(
                PhoneFace(
                    host="小秦果园",
                    likes=f"{second * 170} 赞",
                    online=f"在线 {10_000 + second}",
                    closings=(f"福袋 02:{second % 60:02}",),
                    toast=f"云朵 正在去购买  ×{1 + tick % 7}" if tick % 40 < 30 else "",
                    news=f"+{12 + tick // 30} 人进来了",
                    hearts=tick * 17,
                    card=card,
                    caption="我们这个苹果是现摘现发，" * (1 + tick % 3),
                    tail="就能到您家",
                ),
                now[0],
            )
        phone.show_frame(replace(frames[beat % len(frames)], at=now[0]))
        QApplication.processEvents()
    used = 1000 * (time.process_time() - began) / seconds
    phone.close()
    phone.deleteLater()
    QApplication.processEvents()
    return used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--comments", type=int, default=50)
    parser.add_argument("--size", default="388x690")
    asked = parser.parse_args()
    width, height = (int(each) for each in asked.size.split("x"))
    bare = seconds_on_air(asked.seconds, asked.comments, (width, height), bare=True)
    whole = seconds_on_air(asked.seconds, asked.comments, (width, height), bare=False)
    print(
        json.dumps(
            {
                "comments_a_second": asked.comments,
                "size": asked.size,
                "bare_ms_a_second": round(bare, 1),
                "phone_ms_a_second": round(whole, 1),
                "ratio": round(whole / bare, 2),
                "load": round(os.getloadavg()[0], 1),
            }
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
