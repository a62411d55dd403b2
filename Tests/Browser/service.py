"""The real service, started for a test class on a free port with a data folder of its own.

TUNGNGO_BINARY names the binary; TUNGNGO_SERVE_ARGUMENTS may add arguments.
"""

import os
import pathlib
import shlex
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
START_LIMIT = 30  # seconds


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Service:
    def __init__(self, settings=None, prepare=None):
        """`settings` are environment variables of its own; `prepare` is called with the data folder before it starts."""
        binary = os.environ.get("TUNGNGO_BINARY") or str(REPOSITORY / ".build/debug/tungngo")
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.data = tempfile.TemporaryDirectory(prefix="browser-tests-")
        self.log = open(pathlib.Path(self.data.name) / "service.log", "w+b")
        extra = shlex.split(os.environ.get("TUNGNGO_SERVE_ARGUMENTS", ""))
        if prepare:
            prepare(self.data.name + "/data")
        command = [binary, "serve", "--demo", "--port", str(port), "--data", self.data.name + "/data", *extra]
        self.process = subprocess.Popen(command, cwd=REPOSITORY, stdout=self.log, stderr=subprocess.STDOUT, env={**os.environ, **(settings or {})})
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self):
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the service ended with {self.process.returncode}:\n{self._said()}")
            try:
                with urllib.request.urlopen(self.address + "/readyz", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"the service was not ready after {START_LIMIT} seconds:\n{self._said()}")

    def _said(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")[-4000:]

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.data.cleanup()
