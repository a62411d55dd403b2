"""A made-up province with a filled log, and the way in for its members; what all tests of the coordinators' pages share."""

import datetime
import os
import pathlib
import re
import sqlite3
import subprocess
import time
import unicodedata

from browser_case import BrowserCase
from service import REPOSITORY

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
ROSTER = """mã tổ,tên tổ,tổ cấp trên,họ tên,mã thành viên,vai trò
T,Tổ công nghệ số tỉnh Mẫu,,Điều Phối Mẫu,DP,điều phối
A,Tổ xã Mẫu A,T,Nguyễn Thị Mẫu,NM,thành viên
A1,Tổ thôn mẫu 1,A,Trần Văn Mẫu,TM,tổ trưởng
A2,Tổ thôn mẫu 2,A,Lê Thị Thử,LT,thành viên
A3,Tổ thôn mẫu 3,A,Phạm Văn Thử,PT,thành viên
"""


def folded(text):
    plain = "".join(each for each in unicodedata.normalize("NFD", text or "") if not unicodedata.combining(each))
    return plain.replace("đ", "d").replace("Đ", "D").lower()


class ManageCase(BrowserCase):
    @classmethod
    def prepare(cls, data):
        """A folder that has teams is not filled with those of the trial run."""
        cls.data = data
        roster = pathlib.Path(data).parent / "to.csv"
        roster.write_text(ROSTER, encoding="utf-8")
        cls.command("members", "import", str(roster))
        cls.fill()

    @classmethod
    def command(cls, *arguments):
        binary = os.environ.get("TUNGNGO_BINARY") or str(REPOSITORY / ".build/debug/tungngo")
        done = subprocess.run([binary, *arguments, "--data", cls.data], cwd=REPOSITORY, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    @classmethod
    def fill(cls):
        """Made-up entries, straight into the database, with the one function that its triggers need."""
        now = int(time.time() * 1000)
        with sqlite3.connect(cls.data + "/tungngo.sqlite", timeout=10) as database:
            database.create_function("folded", 1, folded, deterministic=True)
            kinds, outcomes = ["given", "relayed", "handover"], ["solved", "solved", "unsolved", "referred", None]
            for number in range(140):
                at = now - number * 9 * 3600 * 1000
                day = datetime.datetime.fromtimestamp(at / 1000, VIETNAM).date().isoformat()
                outcome = outcomes[number % 5]
                database.execute(
                    """INSERT INTO helpSession (kind, member, team, channel, guide, openedAt, day, lastAt, closedAt, outcome, people, place, note)
                       VALUES (?, (SELECT id FROM member WHERE code = ?), ?, 'telegram', ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    (kinds[number % 3], ["NM", "TM", "LT"][number % 3], ["A", "A1", "A2"][number % 3],
                     ["kich-hoat-vneid", "khai-sinh", None][number % 3], at, day, at, at if outcome else None, outcome, 1 + number % 4,
                     "nhà văn hóa thôn mẫu" if number % 7 == 0 else None, "không nhận được tin nhắn mã xác thực" if number % 5 == 0 else None))
            database.execute(
                """INSERT INTO helpSessionEvent (session, at, kind, step, outcome, entry)
                   SELECT 3, ?, 'opened', NULL, NULL, NULL UNION ALL SELECT 3, ?, 'closed', NULL, 'solved', NULL""", (now, now + 60000))
            database.execute("INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (500, 'telegram', '', 'x', 0, 0, 'A1')")
            database.execute(
                """INSERT INTO handOver (citizen, team, state, rung, guide, question, openedAt)
                   VALUES (500, 'A1', 'open', 3, 'kich-hoat-vneid', 'không vào được VNeID, báo sai mật khẩu', ?)""", (now - 7200000,))
            for number, text in enumerate(["đổi tên trên sổ đỏ ở đâu", "Doi ten tren so do o dau", "làm sao xin giấy phép đánh cá"]):
                database.execute("INSERT INTO utterance (id, person, afterReply, at, text) VALUES (?, 500, 0, ?, ?)", (900 + number, now, text))
                database.execute(
                    """INSERT INTO question (person, utterance, channel, at, day, decision, confidence)
                       VALUES (500, ?, 'telegram', ?, ?, 'unknown', 0)""",
                    (900 + number, now, datetime.datetime.now(VIETNAM).date().isoformat()))
        database.close()

    def entered(self, member="DP", **options):
        """A page on which the member has signed in."""
        link = self.command("login-link", member)
        page = self.visit(path=re.sub(r"^https?://[^/]+", "", link), **options)
        page.locator("main button").click()
        page.wait_for_url("**/quan-ly")
        return page
