"""A web server on 127.0.0.1 that gives files as badly as it is told to."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Web:
    """Files by path; ``cut_after`` bytes each connection ends, ``ranges`` says whether resuming is known."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ranges = True
        self.cut_after: int | None = None
        self.cuts = 0
        """How many more connections are cut."""
        self.status: int | None = None
        self.asked: list[tuple[str, str | None]] = []
        """(path, Range header) of each request."""
        self.url = ""


class _Request(BaseHTTPRequestHandler):
    web: Web

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        web = self.web
        wanted = self.headers.get("Range")
        web.asked.append((self.path, wanted))
        if web.status or self.path not in web.files:
            self.send_error(web.status or 404)
            return
        content = web.files[self.path]
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and web.ranges else 0
        if start >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        body = content[start:]
        if web.cut_after is not None and web.cuts > 0:
            web.cuts -= 1
            body = body[: web.cut_after]
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body)


@contextlib.contextmanager
def serving() -> Iterator[Web]:
    web = Web()
    handler = type("Request", (_Request,), {"web": web})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False
    web.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
