"""The coordinators' pages with a filled log: without JavaScript, by keyboard, on paper."""

import unittest

from browser_case import DESK
from manage_case import ManageCase


class ManageTests(ManageCase):
    def test_the_log_is_filtered_searched_and_reviewed_without_javascript(self):
        page = self.entered(java_script_enabled=False, **{**DESK, "is_mobile": False})
        page.get_by_role("link", name="Sổ hỗ trợ").click()
        page.locator(".filter summary").click()
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
