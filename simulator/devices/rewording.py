"""A language model on this PC that says a viewer's line in other words; off unless the settings name its address."""

from __future__ import annotations

import json
import queue
import threading
import urllib.request
from ipaddress import ip_address
from urllib.parse import urlsplit

from simulator.audience.chat import Line
from simulator.domain.language import Language
from simulator.ports import ContentError

TIME_LIMIT_S = 0.3
"""For one line; a slower answer is not waited for."""
GIVES_UP_AFTER = 5
"""Failures in a row after which it is not asked again."""
WAITING_AT_MOST = 32
REMEMBERED = 5_000
LONGEST_ANSWER = 4_096


def loopback(address: str) -> str:
    """The address, where it is one of this PC; raise ContentError for any other: what viewers write stays here."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        near = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        near = False
    if not near or parts.scheme != "http":
        raise ContentError("rewording_not_here", found=address)
    return address


class LoopbackRewording:
    """Asks aside and answers from memory: the first time a line comes up it stays as it is, later it may be reworded.

    So a slow or dead model never holds up the room. It is sent ``{"line", "keep", "language"}`` and answers
    ``{"text"}``; ``keep`` are the words of the line that must stay.
    """

    def __init__(self, address: str, language: Language) -> None:
        self._address = loopback(address)
        self._language = language
        self._known: dict[str, str | None] = {}
        self._asked: queue.Queue[Line | None] = queue.Queue(WAITING_AT_MOST)
        self._failures = 0
        # No proxy: an address of this PC is not to leave it by way of one.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._thread = threading.Thread(target=self._work, name="rewording", daemon=True)
        self._thread.start()

    def __call__(self, line: Line) -> str | None:
        """Other words for a line, where they are known already."""
        if line.text in self._known:
            return self._known[line.text]
        if self._failures < GIVES_UP_AFTER and len(self._known) < REMEMBERED:
            try:
                self._asked.put_nowait(line)
            except queue.Full:
                return None  # the room is faster than the model
            self._known[line.text] = None
        return None

    def settle(self) -> None:
        """Wait until all that was asked is answered."""
        self._asked.join()

    def close(self) -> None:
        """Ask nothing more; returns when the thread has ended."""
        self._failures = GIVES_UP_AFTER
        self._asked.put(None)
        self._thread.join()

    def _work(self) -> None:
        while True:
            line = self._asked.get()
            if line is not None and self._failures < GIVES_UP_AFTER:
                text = self._ask(line)
                self._failures = 0 if text is not None else self._failures + 1
                self._known[line.text] = text
            self._asked.task_done()
            if line is None:
                return

    def _ask(self, line: Line) -> str | None:
        body = {"line": line.text, "keep": list(line.fillings), "language": self._language.value}
        request = urllib.request.Request(self._address, json.dumps(body).encode(), {"Content-Type": "application/json"})
        try:
            with self._opener.open(request, timeout=TIME_LIMIT_S) as answer:
                told = json.loads(answer.read(LONGEST_ANSWER))
        except (OSError, ValueError, RecursionError):
            return None
        text = told.get("text") if isinstance(told, dict) else None
        return text if isinstance(text, str) and text.isprintable() else None
