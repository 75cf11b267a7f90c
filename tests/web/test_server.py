"""The server listens on this machine alone, on a port that is free, and says where."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from credlens.model.errors import OutsideError
from credlens.web.server import LOOPBACK, bound


def test_a_port_that_is_taken_is_told_or_passed_over() -> None:
    first = bound(0)
    try:
        port = first.getsockname()[1]
        with pytest.raises(OutsideError, match=f"port {port} is taken"):
            bound(port)
    finally:
        first.close()
    two = [bound(None), bound(None)]
    assert {made.getsockname()[0] for made in two} == {LOOPBACK}
    assert len({made.getsockname()[1] for made in two}) == 2
    for made in two:
        made.close()


def test_the_command_serves_until_it_is_stopped(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from credlens.cli.main import main; main()",
        "web",
        "--port",
        "0",
        "--home",
        str(tmp_path / "home"),
    ]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert running.stdout is not None
    try:
        address = re.search(r"http://127\.0\.0\.1:(\d+)(/\?token=\S+)", running.stdout.readline())
        assert address
        connection = HTTPConnection("127.0.0.1", int(address[1]), timeout=30)
        connection.request("GET", address[2])
        assert connection.getresponse().status == 303
        with socket.socket() as other:
            other.settimeout(1)
            assert (
                other.connect_ex((_outside(), int(address[1]))) != 0
            )  # at another address of this machine nobody answers
    finally:
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert "Traceback" not in err
    assert not (tmp_path / "home").exists()  # who only looks leaves nothing


def _outside() -> str:
    """An address of this machine that is not the loopback's; one that nobody has where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing
            return str(probe.getsockname()[0])
        except OSError:
            return "192.0.2.1"
