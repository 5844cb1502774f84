"""The picture of a host in front of many audiences: it shows the figures, in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from simulator.audience.gathered import Gathered
from simulator.audience.rollouts import COUNTERS, Outcomes
from simulator.ui.audience_picture import HEIGHT, WIDTH, picture
from simulator.ui.theme import LIGHT
from simulator.ui.translations import ScreenLanguage, Translations

EVERY, STEPS = 10.0, 30


def gathered(scale: float = 1000.0) -> Gathered:
    """Viewers rise to ``scale``; what is counted by the minute goes on evenly; each rollout is a little higher."""
    counters = np.zeros((5, STEPS, len(COUNTERS) + 1))
    grows = np.arange(1, STEPS + 1)
    for rollout in range(5):
        counters[rollout] = ((0.6 + 0.1 * rollout) * scale * grows / STEPS)[:, None]
    found = Gathered(EVERY * STEPS, EVERY)
    found.add(Outcomes(EVERY, counters))
    return found


def coloured(image: QImage, colour: str) -> list[tuple[int, int]]:
    """Where a colour stands, unmixed."""
    wanted = QColor(colour).rgb()
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == wanted]


def test_each_figure_has_its_panel_and_its_colour(translations: Translations) -> None:
    translations.use(ScreenLanguage.EN)
    image = picture(gathered(), "Reference room", "novice")
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    viewers = coloured(image, LIGHT.info)
    assert all(x < WIDTH / 2 and y < HEIGHT / 2 for x, y in viewers)
    left, right = min(viewers), max(viewers)
    assert right[1] < left[1]  # they rise
    clicks, orders = coloured(image, LIGHT.good), coloured(image, LIGHT.warn)
    assert clicks and all(x < WIDTH / 2 and y > HEIGHT / 2 for x, y in clicks)
    assert orders and all(x > WIDTH / 2 and y > HEIGHT / 2 for x, y in orders)
    assert max(y for _, y in orders) - min(y for _, y in orders) <= 3  # an even pace is a level line


@pytest.mark.parametrize("scale", [0.0, 3.0, 1e7])
def test_the_largest_and_the_smallest_room_fit(scale: float, translations: Translations) -> None:
    translations.use(ScreenLanguage.EN)
    image = picture(gathered(scale), "Room", "expert")
    margin = image.copy(0, 0, 28, HEIGHT)
    assert all(margin.pixelColor(x, y) == QColor(LIGHT.background) for x in range(28) for y in range(HEIGHT))


def test_it_speaks_the_language_of_the_screen(translations: Translations) -> None:
    pictures = []
    for language in (ScreenLanguage.EN, ScreenLanguage.ZH_CN, ScreenLanguage.EN):
        translations.use(language)
        pictures.append(picture(gathered(), "x", "silent"))
    assert pictures[0] == pictures[2]
    assert pictures[0] != pictures[1]
