"""Viewers' lines reworded by a server on this PC: a real one, on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from simulator.audience.chat import Line
from simulator.devices.rewording import GIVES_UP_AFTER, LoopbackRewording, loopback
from simulator.domain.language import Language
from simulator.ports import ContentError

LINE = Line("脐橙多少钱", "{product}多少钱", ("脐橙",))


class Model(ThreadingHTTPServer):
    """Answers what it is told to, and remembers what it was asked."""

    answer: bytes = json.dumps({"text": "脐橙咋卖"}).encode()
    status: int = 200
    """0 answers what is no http."""
    headers: tuple[tuple[str, str], ...] = ()
    waits: threading.Event | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, object]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/reword"


class Handler(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        if self.server.waits is not None:
            self.server.waits.wait()
        if not self.server.status:
            self.wfile.write(b"this is no http\r\n\r\n")
            return
        self.send_response(self.server.status)
        for name, value in self.server.headers:
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):  # who asked may be gone
            self.wfile.write(self.server.answer)

    def do_GET(self) -> None:
        self.server.asked.append({"path": self.path})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_: object) -> None:
        """Nothing that viewers write goes into a log."""


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def ask_twice(address: str) -> tuple[str | None, str | None]:
    rewording = LoopbackRewording(address, Language.ZH)
    try:
        first = rewording(LINE)
        rewording.settle()
        return first, rewording(LINE)
    finally:
        rewording.close()


def test_a_line_stays_as_it_is_at_first_and_is_reworded_when_it_comes_again(model: Model) -> None:
    assert ask_twice(model.address) == (None, "脐橙咋卖")
    assert model.asked == [{"line": "脐橙多少钱", "keep": ["脐橙"], "language": "zh"}]


@pytest.mark.parametrize(
    "answer", [b"", b"[1]", b'{"text": 3}', b'{"text": "a\\u0000b"}', b"[" * 4000, b'{"text": "' + b"x" * 9000]
)
def test_a_bad_answer_is_none(model: Model, answer: bytes) -> None:
    model.answer = answer
    assert ask_twice(model.address) == (None, None)


def test_nobody_is_followed_to_another_address(model: Model) -> None:
    model.status, model.headers = 302, (("Location", model.address.replace("/reword", "/elsewhere")),)
    assert ask_twice(model.address) == (None, None)
    assert [each for each in model.asked if "path" in each] == []


def test_after_an_answer_that_is_no_http_the_next_line_is_asked(model: Model) -> None:
    model.status = 0
    rewording = LoopbackRewording(model.address, Language.ZH)
    try:
        rewording(LINE)
        rewording.settle()
        model.status = 200
        rewording(Line("橙子多少钱", "{product}多少钱", ("橙子",)))
        rewording.settle()
        assert rewording(LINE) is None
        assert rewording(Line("橙子多少钱", "{product}多少钱", ("橙子",))) == "脐橙咋卖"
    finally:
        rewording.close()


def test_no_proxy_stands_between(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    assert ask_twice(model.address) == (None, "脐橙咋卖")


def test_a_model_that_does_not_answer_in_time_is_not_waited_for(model: Model) -> None:
    model.waits = threading.Event()
    try:
        assert ask_twice(model.address) == (None, None)
    finally:
        model.waits.set()


def test_a_model_that_is_not_there_is_left_alone_after_a_while(model: Model) -> None:
    address = model.address.replace("/reword", "/").replace(str(model.server_address[1]), "1")
    rewording = LoopbackRewording(address, Language.EN)
    try:
        for number in range(GIVES_UP_AFTER + 3):
            rewording(Line(f"line {number}", "line"))
            rewording.settle()
        assert rewording._failures == GIVES_UP_AFTER
    finally:
        rewording.close()


@pytest.mark.parametrize(
    "address",
    ["http://example.org/x", "http://10.0.0.1/", "https://127.0.0.1/", "file:///etc/passwd", "127.0.0.1", "http://[::"],
)
def test_only_this_pc_is_asked(address: str) -> None:
    with pytest.raises(ContentError) as caught:
        LoopbackRewording(address, Language.ZH)
    assert caught.value.code == "rewording_not_here"
    assert caught.value.facts["found"] == address


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/x", "http://[::1]:9/", "http://localhost/"])
def test_an_address_of_this_pc_is_taken(address: str) -> None:
    assert loopback(address) == address
