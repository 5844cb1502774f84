"""Every hot key of the cabin and of the desk's window, once: for the buttons, the key sheet and docs/keys.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from PySide6.QtCore import QObject


class Place(Enum):
    """Where a key works: a key of one window does nothing in another."""

    CABIN = auto()
    DESK = auto()
    """The window of whoever works the control desk."""


class Group(StrEnum):
    """How the key sheet sorts them."""

    SHELF = "shelf"
    CHAT = "chat"
    SHOW = "show"
    WINDOW = "window"


class Deed(StrEnum):
    """What a key does."""

    PIN_PRODUCT = "pin_product"
    COUPON = "coupon"
    LUCKY_BAG = "lucky_bag"
    COUNTDOWN = "countdown"
    PRICE = "price"
    SOLD_OUT = "sold_out"
    RESTOCK = "restock"
    CORRECT_STOCK = "correct_stock"
    CHAT_UP = "chat_up"
    CHAT_DOWN = "chat_down"
    PIN_COMMENT = "pin_comment"
    UNPIN_COMMENT = "unpin_comment"
    MUTE = "mute"
    DEMONSTRATION = "demonstration"
    NEXT_SEGMENT = "next_segment"
    CHOICE = "choice"
    CALIBRATE = "calibrate"
    PROMPTER = "prompter"
    READ_ALOUD = "read_aloud"
    PAUSE = "pause"
    OFF_AIR = "off_air"
    KEY_SHEET = "key_sheet"
    DESK_WINDOW = "desk_window"
    GIVE_BACK = "give_back"
    TELL_HOST = "tell_host"
    FULL_SCREEN = "full_screen"
    SCRIPT_UP = "script_up"
    SCRIPT_DOWN = "script_down"
    CURVES = "curves"
    MACHINE = "machine"
    CALL_OFF = "call_off"


@dataclass(frozen=True, slots=True)
class Hotkey:
    """A deed with its keys, as ``QKeySequence`` names them; numbered ones in their order."""

    deed: Deed
    keys: tuple[str, ...]
    group: Group
    places: frozenset[Place]

    @property
    def printed(self) -> str:
        """As a person reads it: 1 – 9, F1 – F4, ↑."""
        first, last = ({"Up": "↑", "Down": "↓"}.get(key, key) for key in (self.keys[0], self.keys[-1]))
        return first if len(self.keys) == 1 else f"{first} – {last}"


_BOTH = frozenset(Place)
_CABIN, _DESK = frozenset({Place.CABIN}), frozenset({Place.DESK})
HOTKEYS: tuple[Hotkey, ...] = (
    Hotkey(Deed.PIN_PRODUCT, tuple("123456789"), Group.SHELF, _BOTH),
    Hotkey(Deed.COUPON, ("C",), Group.SHELF, _BOTH),
    Hotkey(Deed.LUCKY_BAG, ("B",), Group.SHELF, _BOTH),
    Hotkey(Deed.COUNTDOWN, ("T",), Group.SHELF, _BOTH),
    Hotkey(Deed.PRICE, ("R",), Group.SHELF, _BOTH),
    Hotkey(Deed.SOLD_OUT, ("X",), Group.SHELF, _BOTH),
    Hotkey(Deed.RESTOCK, ("A",), Group.SHELF, _BOTH),
    Hotkey(Deed.CORRECT_STOCK, ("K",), Group.SHELF, _BOTH),
    Hotkey(Deed.CHAT_UP, ("Up",), Group.CHAT, _BOTH),
    Hotkey(Deed.CHAT_DOWN, ("Down",), Group.CHAT, _BOTH),
    Hotkey(Deed.PIN_COMMENT, ("P",), Group.CHAT, _BOTH),
    Hotkey(Deed.UNPIN_COMMENT, ("U",), Group.CHAT, _BOTH),
    Hotkey(Deed.MUTE, ("M",), Group.CHAT, _BOTH),
    Hotkey(Deed.READ_ALOUD, ("F8",), Group.CHAT, _CABIN),
    Hotkey(Deed.CHOICE, ("F1", "F2", "F3", "F4"), Group.SHOW, _BOTH),
    Hotkey(Deed.DEMONSTRATION, ("D",), Group.SHOW, _BOTH),
    Hotkey(Deed.NEXT_SEGMENT, ("N",), Group.SHOW, _BOTH),
    Hotkey(Deed.PROMPTER, ("F7",), Group.SHOW, _CABIN),
    Hotkey(Deed.SCRIPT_UP, ("PgUp",), Group.SHOW, _CABIN),
    Hotkey(Deed.SCRIPT_DOWN, ("PgDown",), Group.SHOW, _CABIN),
    Hotkey(Deed.CALIBRATE, ("L",), Group.SHOW, _CABIN),
    Hotkey(Deed.PAUSE, ("Space",), Group.SHOW, _CABIN),
    Hotkey(Deed.OFF_AIR, ("F10",), Group.SHOW, _CABIN),
    Hotkey(Deed.CALL_OFF, ("Esc",), Group.SHOW, _CABIN),
    Hotkey(Deed.CURVES, ("G",), Group.WINDOW, _CABIN),
    Hotkey(Deed.MACHINE, ("F12",), Group.WINDOW, _CABIN),
    Hotkey(Deed.KEY_SHEET, ("H",), Group.WINDOW, _BOTH),
    Hotkey(Deed.DESK_WINDOW, ("F9",), Group.WINDOW, _CABIN),
    Hotkey(Deed.GIVE_BACK, ("F9",), Group.WINDOW, _DESK),
    Hotkey(Deed.TELL_HOST, ("S",), Group.WINDOW, _DESK),
    Hotkey(Deed.FULL_SCREEN, ("F11",), Group.WINDOW, _BOTH),
)


def key(deed: Deed, number: int = 0) -> str:
    """The key of a deed, as a shortcut takes it; of numbered ones the one at this place."""
    return next(each for each in HOTKEYS if each.deed is deed).keys[number]


def keys_in(place: Place) -> tuple[Hotkey, ...]:
    """All keys of a window."""
    return tuple(each for each in HOTKEYS if place in each.places)


class KeyWords(QObject):
    """Says in words what a key does."""

    def group(self, group: Group) -> str:
        return {
            Group.SHELF: self.tr("Shelf"),
            Group.CHAT: self.tr("Chat"),
            Group.SHOW: self.tr("Show"),
            Group.WINDOW: self.tr("Windows"),
        }[group]

    def deed(self, deed: Deed) -> str:
        return {
            Deed.PIN_PRODUCT: self.tr("Put this product on show, or take it off"),
            Deed.COUPON: self.tr("Send the coupon of the product on show"),
            Deed.LUCKY_BAG: self.tr("Open a lucky bag"),
            Deed.COUNTDOWN: self.tr("Start a countdown for the product on show"),
            Deed.PRICE: self.tr("Change a price, or go back to the list price"),
            Deed.SOLD_OUT: self.tr("Mark a product as sold out"),
            Deed.RESTOCK: self.tr("Put more of a product on sale"),
            Deed.CORRECT_STOCK: self.tr("Correct what the counter shows"),
            Deed.CHAT_UP: self.tr("Choose an older line of the chat"),
            Deed.CHAT_DOWN: self.tr("Choose a newer line of the chat"),
            Deed.PIN_COMMENT: self.tr("Put the chosen line on top, else the oldest open question"),
            Deed.UNPIN_COMMENT: self.tr("Take the line on top away"),
            Deed.MUTE: self.tr("Mute whoever wrote the chosen line"),
            Deed.READ_ALOUD: self.tr("Have questions read aloud, or stop it"),
            Deed.CHOICE: self.tr("Take this choice in an incident"),
            Deed.DEMONSTRATION: self.tr("Begin or end a demonstration"),
            Deed.NEXT_SEGMENT: self.tr("Go on to the next part of the show"),
            Deed.PROMPTER: self.tr("Teleprompter on or off"),
            Deed.SCRIPT_UP: self.tr("Turn the script back"),
            Deed.SCRIPT_DOWN: self.tr("Turn the script on"),
            Deed.CALL_OFF: self.tr("Stop the countdown before going live"),
            Deed.CURVES: self.tr("Draw the next figures as curves"),
            Deed.MACHINE: self.tr("Show how the machine is doing"),
            Deed.CALIBRATE: self.tr("Calibrate the look into the camera"),
            Deed.PAUSE: self.tr("Pause, or resume"),
            Deed.OFF_AIR: self.tr("Go off air and score"),
            Deed.KEY_SHEET: self.tr("Show or close this sheet"),
            Deed.DESK_WINDOW: self.tr("Hand the desk to a second person, or take it back"),
            Deed.GIVE_BACK: self.tr("Give the desk back to the host"),
            Deed.TELL_HOST: self.tr("Write a line to the host"),
            Deed.FULL_SCREEN: self.tr("Full screen on or off"),
        }[deed]
