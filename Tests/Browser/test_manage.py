"""The coordinators' pages: with a filled log, at phone and desktop width, light and dark, without JavaScript, by keyboard, on paper."""

import datetime
import os
import pathlib
import re
import sqlite3
import subprocess
import time
import unicodedata
import unittest

from browser_case import DESK, PHONE, BrowserCase
from service import REPOSITORY
from test_face import CONTRASTS, VISIBLE_CONTROLS

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
ROSTER = """mã tổ,tên tổ,tổ cấp trên,họ tên,mã thành viên,vai trò
T,Tổ công nghệ số tỉnh Mẫu,,Điều Phối Mẫu,DP,điều phối
A,Tổ xã Mẫu A,T,Nguyễn Thị Mẫu,NM,thành viên
A1,Tổ thôn mẫu 1,A,Trần Văn Mẫu,TM,tổ trưởng
A2,Tổ thôn mẫu 2,A,Lê Thị Thử,LT,thành viên
A3,Tổ thôn mẫu 3,A,Phạm Văn Thử,PT,thành viên
"""
PAGES = ["/quan-ly", "/quan-ly/so", "/quan-ly/so/3", "/quan-ly/yeu-cau", "/quan-ly/cau-hoi", "/quan-ly/phien"]
# The contrast of all pages' text, without the chat page's box.
CONTRASTS_HERE = CONTRASTS.replace("const box = document.getElementById('cau-hoi');", "").replace(
    "found.concat([['placeholder', ratio(getComputedStyle(box, '::placeholder').color, behind(box))]])", "found")


def folded(text):
    plain = "".join(each for each in unicodedata.normalize("NFD", text or "") if not unicodedata.combining(each))
    return plain.replace("đ", "d").replace("Đ", "D").lower()


class ManageTests(BrowserCase):
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

    def test_every_page_fits_a_small_phone_and_a_desk(self):
        for name, options, width in (
            ("phone", {}, 360), ("phone-no-javascript", {"java_script_enabled": False}, 360), ("small", {"viewport": {"width": 320, "height": 568}}, 320),
            ("desk", {**DESK, "is_mobile": False}, 1280),
        ):
            page = self.entered(**options)
            for path in PAGES:
                with self.subTest(name, path=path):
                    page.goto(self.service.address + path)
                    self.picture(page, f"manage-{name}{path.replace('/', '-')}", full_page=True)
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width, "the page scrolls sideways")
                    if name != "desk":
                        for control, wide, high in page.evaluate(VISIBLE_CONTROLS):
                            self.assertGreaterEqual(min(wide, high), 24, f"“{control}” is too small")

    def test_text_is_legible_in_light_and_dark(self):
        for scheme in ("light", "dark"):
            page = self.entered(color_scheme=scheme)
            for path in PAGES:
                with self.subTest(scheme, path=path):
                    page.goto(self.service.address + path)
                    self.picture(page, f"manage-{scheme}{path.replace('/', '-')}")
                    for name, ratio in page.evaluate(CONTRASTS_HERE):
                        self.assertGreaterEqual(round(ratio, 2), 4.5, f"“{name}” in {scheme}")

    def test_the_log_is_filtered_searched_and_reviewed_without_javascript(self):
        page = self.entered(java_script_enabled=False, **{**DESK, "is_mobile": False})
        page.get_by_role("link", name="Sổ hỗ trợ").click()
        page.locator("summary").click()
        page.get_by_label("Loại").select_option("relayed")
        page.get_by_role("button", name="Xem", exact=True).click()
        self.assertIn("loai=relayed", page.url)
        self.assertEqual(set(page.locator("tbody tr .hint:first-of-type").all_inner_texts()) & {"Giúp rồi ghi lại"}, set())
        page.get_by_role("searchbox").fill("NHA VAN HOA")
        page.get_by_role("button", name="Tìm", exact=True).click()
        self.assertGreater(page.locator("tbody tr").count(), 0)
        self.assertNotIn("tim=", page.url)
        for box in page.get_by_role("checkbox").all()[:2]:
            box.check()
        page.get_by_role("button", name="Duyệt các ca đã chọn", exact=True).click()
        self.assertIn("2 ca", page.get_by_role("status").inner_text())
        self.assertEqual(page.get_by_text("Đã duyệt", exact=True).locator("visible=true").count(), 2)
        page.get_by_role("button", name="Hoàn tác").click()
        self.assertEqual(page.get_by_text("Đã duyệt", exact=True).locator("visible=true").count(), 0)

    def test_entries_follow_one_another_by_keyboard(self):
        page = self.entered(**{**DESK, "is_mobile": False})
        page.goto(self.service.address + "/quan-ly/so")
        page.locator("tbody a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/so/*")
        first = page.locator("h1").inner_text()
        page.keyboard.press("j")
        page.wait_for_function("(before) => document.querySelector('h1').innerText !== before", arg=first)
        page.keyboard.press("k")
        page.wait_for_function("(before) => document.querySelector('h1').innerText === before", arg=first)

    def test_on_paper_there_is_the_table_and_no_control(self):
        page = self.entered(**{**DESK, "is_mobile": False})
        page.goto(self.service.address + "/quan-ly/so")
        page.emulate_media(media="print")
        self.picture(page, "manage-print", full_page=True)
        self.assertEqual(page.locator("button:visible, input:visible, select:visible").count(), 0)
        self.assertTrue(page.locator("table").is_visible())

    def test_a_member_sees_the_own_entries_alone(self):
        page = self.entered("LT")
        page.goto(self.service.address + "/quan-ly/so")
        self.picture(page, "manage-member-log", full_page=True)
        self.assertEqual(page.get_by_role("checkbox").count(), 0)
        self.assertEqual(set(page.locator("td[data-label='Người giúp']").all_inner_texts()), {"Lê Thị Thử\nTổ thôn mẫu 2"})


if __name__ == "__main__":
    unittest.main()
