"""Each document is fetched once in a run: ten thousand badges of one issuer shall not ask its host ten thousand times."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future

from credlens.app.verifying.ports import Fetcher
from credlens.verify.needs import Document, Need, Reply

MOST = 64 * 1024 * 1024
_LITTLE = 256  # bytes that an answer takes beside its document


class RememberingFetcher:
    """A fetcher that remembers what another one found, and what it did not find.

    Args:
        fetcher: asked the first time.
        most: bytes kept; the documents that were not asked for longest are forgotten first.
    """

    def __init__(self, fetcher: Fetcher, most: int = MOST) -> None:
        self._fetcher = fetcher
        self._most = most
        self._kept: OrderedDict[tuple[str, int], Future[Reply]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def fetch(self, need: Need) -> Reply:
        """The document; who asks for one that is being fetched waits for it."""
        key = need.url, need.max_bytes
        with self._lock:
            future = self._kept.get(key)
            mine = future is None
            if future is None:
                future = self._kept[key] = Future()
            self._kept.move_to_end(key)
        if mine:
            self._fetch(need, future)
        return future.result()

    def _fetch(self, need: Need, future: Future[Reply]) -> None:
        try:
            future.set_result(self._fetcher.fetch(need))
        except BaseException as error:
            with self._lock:
                del self._kept[need.url, need.max_bytes]
            future.set_exception(error)
            raise
        with self._lock:
            self._size += _size(future)
            self._forget()

    def _forget(self) -> None:
        while self._size > self._most:
            key = next((key for key, future in self._kept.items() if future.done()), None)
            if key is None:
                return
            self._size -= _size(self._kept.pop(key))


def _size(future: Future[Reply]) -> int:
    reply = future.result()
    return _LITTLE + (len(reply.data) if isinstance(reply, Document) else 0)
