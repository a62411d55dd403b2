#!/usr/bin/env python3
"""What a message costs from the wire to the disk, as ratios within one run, by wrk (Debian's package).

    python3 Tests/TurnBenchmark/turns.py TUNGNGO [MESSAGES]

TUNGNGO is the program in release mode; MESSAGES (500000) are taken in all before the memory is read. The service runs in a folder
of its own with a Telegram channel whose platform cannot be reached, so replies are queued and stay. Asked: whole turns at least
40 % of requests that are proven and read and stored nowhere, p99 under 50 ms at 200 messages a second while an import runs,
under 100 MB in the end. Ends with 1 where one of them is missed.
"""
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS = 64


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Service:
    def __init__(self, program, folder):
        self.port, self.internal = free_port(), free_port()
        self.settings = os.environ | {
            "TUNGNGO_DATA": str(folder / "data"), "TUNGNGO_TELEGRAM_TOKEN": "1:made-up", "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up-secret",
            "TUNGNGO_TELEGRAM_API_URL": "http://127.0.0.1:9", "TUNGNGO_INTERNAL_PORT": str(self.internal), "LOG_LEVEL": "critical",
        }
        self.program = program
        self.process = subprocess.Popen(
            [program, "serve", "--port", str(self.port)], env=self.settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz").read()
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("the service did not begin to answer within 20 seconds")

    def figure(self, name):
        text = urllib.request.urlopen(f"http://127.0.0.1:{self.internal}/metrics").read().decode()
        return sum(float(value) for value in re.findall(rf"^tungngo_{name}(?:{{[^}}]*}})? (\S+)$", text, re.M))

    def wrk(self, path, seconds, *arguments, connections=CONNECTIONS):
        command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "-s", str(HERE / "turns.lua")]
        command += [f"http://127.0.0.1:{self.port}{path}", "--", *map(str, arguments)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        requests, microseconds, errors, median, slow = map(float, re.search(r"figures (.*)", output).group(1).split())
        if errors:
            sys.exit(f"{int(errors)} of {int(requests)} requests failed:\n{output}")
        return requests / microseconds * 1e6, median, slow, int(requests)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def roster(path, turn):
    rows = ["mã tổ;tên tổ;tổ cấp trên;họ tên;mã thành viên;vai trò", "T;Tỉnh mẫu;;;;"]
    rows += [f"V{n % 139};Thôn mẫu {n % 139};T;Người mẫu {n} lần {turn};M{n};thành viên" for n in range(20_000)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program, total = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) == 3 else 500_000
    missed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        service = Service(program, folder)
        try:
            number = 0
            service.wrk("/healthz", 1, "empty")
            rounds = []
            for _ in range(3):
                empty = service.wrk("/healthz", 4, "empty")
                ignored = service.wrk("/webhooks/telegram", 4, "ignored")
                before, start = service.figure("commits_total"), time.monotonic()
                turns = service.wrk("/webhooks/telegram", 8, "turn", number)
                commits = (service.figure("commits_total") - before) / (time.monotonic() - start)
                number += turns[3] + 2 * CONNECTIONS
                rounds.append((turns[0] / ignored[0], empty, ignored, turns, commits))
            ratio, empty, ignored, turns, commits = sorted(rounds)[1]
            print(f"{CONNECTIONS} connections; the middle one of three rounds")
            for title, (speed, median, slow, _) in [("empty route", empty), ("proven and read, stored nowhere", ignored), ("whole durable turn", turns)]:
                print(f"  {title}: {speed:,.0f}/s, {median:.1f} ms in the median, {slow:.1f} ms at p99, {speed / empty[0]:.2f} of the empty route")
            print(f"  turns are {ratio:.2f} of what is read and not stored, in {commits:,.0f} commits a second")
            if ratio < 0.4:
                missed.append("turns under 0.4 of what is read and not stored")

            imports, turn = None, 0
            for title, importing in [("200 messages a second", False), ("the same while 20,000 members are imported over and over", True)]:
                if importing:
                    script = f"while true; do '{program}' members import '{folder}/a.csv' && '{program}' members import '{folder}/b.csv' || exit 1; done"
                    roster(folder / "a.csv", 1)
                    roster(folder / "b.csv", 2)
                    imports = subprocess.Popen(["bash", "-c", script], env=service.settings, stdout=subprocess.DEVNULL, start_new_session=True)
                speed, median, slow, count = service.wrk("/webhooks/telegram", 15, "turn", number, 100, connections=20)
                number += count + 2 * CONNECTIONS
                print(f"  {title}: {speed:,.0f}/s, {median:.1f} ms in the median, {slow:.1f} ms at p99")
                if importing and slow >= 50:
                    missed.append("p99 not under 50 ms beside an import")
            if imports.poll() is not None:
                sys.exit("the import failed")
            os.killpg(imports.pid, 15)

            while number < total:
                number += service.wrk("/webhooks/telegram", 20, "turn", number)[3] + 2 * CONNECTIONS
            resident = service.figure("resident_memory_bytes") / 1e6
            print(f"  after {number:,} messages: {resident:.0f} MB")
            if resident >= 100:
                missed.append("not under 100 MB in the end")
        finally:
            service.stop()
    sys.exit("missed: " + "; ".join(missed) if missed else 0)


main()
