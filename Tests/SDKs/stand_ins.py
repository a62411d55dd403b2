"""The stand-ins of `make platforms`, started on free ports for a test class.

TUNGNGO_PLATFORMS names the binary.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "Tests/ChannelsTests/Fixtures"
SECRET = "made-up-secret"
BLOCKED = "8"
"""Who has blocked the bot."""

START_LIMIT = 60  # seconds

# Instead of sending a body, shows it.
NO_CURL = 'curl() { printf "%s\\0" "${@: -1}"; }\n'


def fixture(path):
    return json.loads((FIXTURES / path).read_text(encoding="utf-8"))


class StandIns:
    def __init__(self, quota=1_000_000):
        """`quota` is how many messages Zalo Bot takes."""
        binary = os.environ.get("TUNGNGO_PLATFORMS") or str(REPOSITORY / ".build/debug/RunPlatforms")
        settings = {"TUNGNGO_PLATFORMS_PORT": "0", "TUNGNGO_PLATFORMS_QUOTA": str(quota)}
        self.log = tempfile.TemporaryFile("w+b")
        self.process = subprocess.Popen([binary], stdout=self.log, stderr=subprocess.STDOUT, env={**os.environ, **settings})
        try:
            self.instructions = self._instructions()
        except BaseException:
            self.stop()
            raise
        self.addresses = dict(re.findall(r"TUNGNGO_(TELEGRAM|ZALO_BOT)_API_URL=(\S+)", self.instructions))

    def _instructions(self):
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline and self.process.poll() is None:
            self.log.seek(0)
            said = self.log.read().decode(errors="replace")
            if "Ctrl-C" in said:
                return said
            time.sleep(0.05)
        raise RuntimeError("the stand-ins did not start")

    def bodies(self):
        """What the printed curl lines post to Telegram's webhook and to Zalo Bot's."""
        script = NO_CURL + "n=1; " + self.instructions.split("n=1; ", 1)[1].split("`swift run", 1)[0]
        said = subprocess.run(["bash", "-euc", script], capture_output=True, check=True).stdout.decode()
        telegram, zalo_bot = said.split("\0")[:2]
        return json.loads(telegram), json.loads(zalo_bot)

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.log.close()
