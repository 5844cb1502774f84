"""A language model on this PC that says viewers' lines in other words; off unless the settings name one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http.client import HTTPException
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPHandler, OpenerDirector, Request

from simulator.audience.chat import Line
from simulator.domain.units import Seconds
from simulator.ports import Clock, ContentError

WITHIN: Seconds = 0.3
"""A line that takes longer stays as it is."""
SHARE = 0.25
"""Of the session's time at most this share is spent on waiting for the model."""
REST: Seconds = 10.0
"""After a failure the model is left alone for so long."""
MAX_BYTES = 16_384
MAX_KEPT = 4096
"""Lines whose other words are remembered."""
ASKED = (
    "You rewrite single lines of a live shopping chat. Say the same in other words, in the same language, as short and "
    "as casual. Add no fact, number or name. Keep these words exactly: {kept}. Answer with the new line only."
)


class RewordingEndpoint:
    """Asks a chat completion endpoint (as llama.cpp, Ollama and others offer it) on the loopback address for a line.

    The address may end in ``#`` and the name of the model. Raise ContentError for one that is not on this PC.
    """

    def __init__(self, address: str, clock: Clock) -> None:
        if not on_this_pc(address):
            raise ContentError("rewording_not_local", address=address)
        self._url, _, self._model = address.partition("#")
        self._clock = clock
        self._opener = direct()
        self._kept: dict[tuple[str, tuple[str, ...]], str] = {}
        self._idle_until: Seconds = clock.now()

    def __call__(self, line: Line) -> str | None:
        """The line in other words, the same ones every time; None where the model is slow, silent or at rest."""
        key = (line.text, line.fillings)
        if key in self._kept:
            return self._kept[key]
        began = self._clock.now()
        if began < self._idle_until:
            return None
        said = self._asked(line.text, line.fillings)
        now = self._clock.now()
        if said is None:
            self._idle_until = now + REST
            return None
        self._idle_until = now + (now - began) * (1 / SHARE - 1)
        if len(self._kept) >= MAX_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = said
        return said

    def _asked(self, text: str, fillings: Sequence[str]) -> str | None:
        question = {
            "messages": [
                {"role": "system", "content": ASKED.format(kept=", ".join(fillings) or "-")},
                {"role": "user", "content": text},
            ],
            "temperature": 0.7,
            "max_tokens": 60,
            "stream": False,
        }
        if self._model:
            question["model"] = self._model
        request = Request(
            self._url, json.dumps(question, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=WITHIN) as response:
                return _line_of(json.loads(response.read(MAX_BYTES)))
        except (OSError, HTTPException, ValueError):  # refused, late, broken off, or no JSON
            return None


def on_this_pc(address: str) -> bool:
    """Whether an address is http on a loopback host."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme != "http":
        return False
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def direct() -> OpenerDirector:
    """What opens an http address and nothing else: through no proxy, and where a redirect is but an error."""
    opener = OpenerDirector()
    for handler in (HTTPHandler(), HTTPErrorProcessor(), HTTPDefaultErrorHandler()):
        opener.add_handler(handler)
    return opener


def _line_of(answer: Any) -> str | None:
    """The model's line, out of the quotation marks some put around it."""
    match answer:
        case {"choices": [{"message": {"content": str(said)}}, *_]}:
            return said.strip().strip('"“”「」').strip() or None
    return None
