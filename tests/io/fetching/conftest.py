"""A web server with TLS on this machine, which misbehaves as its paths say, and fetchers that may talk to it."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from credlens.io.fetching.fetcher import GuardedFetcher

HOST = "issuer.example"
BODY = b'{"id": "https://issuer.example/"}'
SLOW = 0.05  # seconds between two bytes of a server that drips


def answer(status: str, *headers: str, body: bytes = b"") -> bytes:
    """A whole response."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(head).encode() + body


def packed(data: bytes, *, most: int | None = None) -> bytes:
    return answer("200 OK", "Content-Encoding: gzip", body=gzip.compress(data)[:most])


class Server:
    """Answers each connection once and remembers the requests."""

    def __init__(self, certificate: Path) -> None:
        self.certificate = certificate
        self.requests: list[str] = []
        self.connections = 0
        self.ending = threading.Event()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.base = f"https://{HOST}:{self.port}"
        self.plain: list[bytes] = []  # for the next connections: said instead of TLS
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        bomb = zlib.compressobj(wbits=31)
        self.bomb = b"".join([*(bomb.compress(bytes(2**20)) for _ in range(8)), bomb.flush()])

    def close(self) -> None:
        self.ending.set()
        self._socket.shutdown(socket.SHUT_RDWR) if hasattr(socket, "SO_REUSEPORT") else None
        self._socket.close()

    def _accept(self) -> None:
        while not self.ending.is_set():
            try:
                raw, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(raw,), daemon=True).start()

    def _serve(self, raw: socket.socket) -> None:
        try:
            if self.plain:
                said = self.plain.pop()
                if said == b"hang":
                    self.ending.wait(5)
                raw.sendall(said)
                raw.close()
                return
            with self._context.wrap_socket(raw, server_side=True) as connection:
                head = connection.recv(65536).decode()
                self.requests.append(head)
                self._say(connection, head.split()[1])
        except OSError:  # the other side went away, as it should
            raw.close()

    def _say(self, connection: ssl.SSLSocket, path: str) -> None:
        base = self.base
        whole = {
            "/ok": answer("200 OK", "Content-Type: application/ld+json", "Set-Cookie: a=b", body=BODY),
            "/odd-type": answer("200 OK", "Content-Type: image/gif", body=BODY),
            "/empty": answer("200 OK"),
            "/until-closed": b"HTTP/1.1 200 OK\r\n\r\n" + BODY,
            "/chunked": b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n1\r\n}\r\n0\r\n\r\n',
            "/chunks-cut": b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n',
            "/cut": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + BODY,
            "/gzip": packed(BODY),
            "/gzip-cut": packed(BODY, most=20),
            "/gzip-wrong": answer("200 OK", "Content-Encoding: gzip", body=BODY),
            "/gzip-bomb": answer("200 OK", "Content-Encoding: gzip", body=self.bomb),
            "/brotli": answer("200 OK", "Content-Encoding: br", body=BODY),
            "/twice-packed": answer("200 OK", "Content-Encoding: gzip, gzip", body=gzip.compress(gzip.compress(BODY))),
            "/exactly": answer("200 OK", body=b"x" * 1000),
            "/one-more": answer("200 OK", body=b"x" * 1001),
            "/large": answer("200 OK", body=b"x" * 100_000),
            "/partial": answer("206 Partial Content", body=BODY),
            "/401": answer("401 Unauthorized", "WWW-Authenticate: Basic"),
            "/403": answer("403 Forbidden"),
            "/404": answer("404 Not Found", body=BODY),
            "/410": answer("410 Gone"),
            "/418": answer("418 I'm a teapot"),
            "/429": answer("429 Too Many Requests", "Retry-After: 120"),
            "/503": answer("503 Service Unavailable", "Retry-After: <b>soon</b>"),
            "/nothing": b"",
            "/no-http": b"SSH-2.0-OpenSSH_9.0\r\n",
            "/many-headers": b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 2000 + b"\r\n",
            "/long-header": b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
            "/moved": answer("302 Found", "Location: /ok"),
            "/moved-far": answer("308 Permanent Redirect", f"Location: {base}/ok?x=ä"),
            "/moved-3": answer("301 Moved", f"Location: {base}/moved-2"),
            "/moved-2": answer("307 Moved", f"Location: {base}/moved"),
            "/moved-4": answer("303 See Other", f"Location: {base}/moved-3"),
            "/moved-round": answer("302 Found", "Location: /moved-round"),
            "/moved-nowhere": answer("302 Found"),
            "/moved-wrong": answer("302 Found", "Location: https://[oops/"),
            "/moved-http": answer("302 Found", f"Location: http://{HOST}/ok"),
            "/moved-file": answer("302 Found", "Location: file:///etc/passwd"),
            "/moved-inside": answer("302 Found", "Location: https://169.254.169.254/latest/"),
            "/moved-inside-by-name": answer("302 Found", f"Location: https://inside.example:{self.port}/ok"),
            "/moved-user": answer("302 Found", f"Location: https://a:b@{HOST}:{self.port}/ok"),
        }.get(path.partition("?")[0])
        if whole is not None:
            connection.sendall(whole)
        elif path == "/hang-head":
            self.ending.wait(5)
        elif path == "/hang-body":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
            self.ending.wait(5)
        elif path == "/hang-late":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
            self.ending.wait(0.3)
            connection.sendall(b"}")
            self.ending.wait(5)
        else:
            self._drip(
                connection,
                b"HTTP/1.1 200 OK\r\n" + (b"A: b\r\n" * 90 if path == "/drip-head" else b"\r\n" + b"x" * 900),
            )

    def _drip(self, connection: ssl.SSLSocket, data: bytes) -> None:
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(SLOW)


def certificate(folder: Path, name: str, *hosts: str, days: int = 2) -> Path:
    """A self-signed certificate for hosts, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=10))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"), "good", HOST, "inside.example")


@pytest.fixture(scope="module")
def server(certified: Path) -> Iterator[Server]:
    found = Server(certified)
    yield found
    found.close()


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Server]:
    """Another server, with a certificate of its own, and a fetcher's trust in it."""

    def make(name: str, *hosts: str, days: int = 2) -> Server:
        return Server(certificate(tmp_path_factory.mktemp(name), name, *hosts, days=days))

    return make


@pytest.fixture(scope="module")
def fetcher(certified: Path) -> Callable[..., GuardedFetcher]:
    """Makes fetchers that take every machine for public, and find every name on this one."""
    trust = ssl.create_default_context(cafile=str(certified))

    def make(seconds: float = 10.0, **others: object) -> GuardedFetcher:
        given = {"trust": trust, "resolver": lambda _host, _port: ["127.0.0.1"], "refuse": lambda _ip: None, **others}
        return GuardedFetcher(seconds, **given)  # type: ignore[arg-type]

    return make
