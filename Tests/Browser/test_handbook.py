"""The handbook: searching, reading, passing on, and the way into the chat; with JavaScript and without."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from browser_case import DESK, QUESTION, BrowserCase
from service import REPOSITORY
from test_face import CONTRASTS, VISIBLE_CONTROLS

GUIDE = "/huong-dan/khai-sinh"
PAGES = ("/huong-dan", GUIDE, "/nhung", "/nhung/huong-dan")
WIDTH = "document.documentElement.scrollWidth"


class HandbookTests(BrowserCase):
    settings = {"TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn"}

    def test_a_search_finds_the_guide_and_keeps_the_words_out_of_the_address(self):
        for javascript in (True, False):
            with self.subTest(javascript=javascript):
                page = self.visit(path="/huong-dan", java_script_enabled=javascript)
                page.locator("#tim").fill(QUESTION)
                page.locator("#search button").click()
                page.locator(".found").wait_for()
                self.picture(page, f"handbook-found{'' if javascript else '-no-javascript'}")
                self.assertTrue(page.url.endswith("/huong-dan"), page.url)
                page.locator(".found a").first.click()
                page.wait_for_url("**/huong-dan/dang-nhap-dich-vu-cong")
                self.assertIn("Đăng nhập Cổng Dịch vụ công quốc gia", page.locator("h1").inner_text())

    def test_the_embedded_search_opens_its_own_window(self):
        page = self.visit(path="/nhung")
        page.locator("#tim").fill(QUESTION)
        with page.context.expect_page() as opened:
            page.locator(".search button").click()
        opened.value.locator(".found").wait_for()
        self.assertTrue(opened.value.url.endswith("/huong-dan"))

    def test_the_assistant_opens_at_the_guide(self):
        for javascript in (True, False):
            with self.subTest(javascript=javascript):
                page = self.visit(path=GUIDE, java_script_enabled=javascript)
                title = page.locator("h1").inner_text()
                page.locator(".ask button").click()
                page.wait_for_url("**/#cuoi")
                self.assertIn(title, page.locator(".bot").last.inner_text())
                self.assertGreater(page.locator(".choices button").count(), 0)

    def test_troubles_open_by_a_tap_and_all_are_open_on_paper(self):
        for javascript in (True, False):
            with self.subTest(javascript=javascript):
                page = self.visit(path=GUIDE, java_script_enabled=javascript)
                trouble = page.locator(".steps details").first
                self.assertFalse(trouble.locator("p").first.is_visible())
                trouble.locator("summary").click()
                self.assertTrue(trouble.locator("p").first.is_visible())
                page.emulate_media(media="print")
                self.picture(page, "handbook-guide-print", full_page=True)
                self.assertEqual(page.locator("button:visible, input:visible").count(), 0)
                pdf = page.pdf()
                with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
                    file.write(pdf)
                    file.flush()
                    text = subprocess.run(["pdftotext", file.name, "-"], capture_output=True, text=True, check=True).stdout
                remedies = re.findall(r"^### Nếu .*\n(.+)$", (REPOSITORY / "content/guides/khai-sinh.md").read_text("utf-8"), flags=re.MULTILINE)
                flat = re.sub(r"\s+", " ", text)
                for remedy in remedies:
                    self.assertIn(remedy.strip()[:40], flat)

    def test_the_share_text_is_copied_with_the_address(self):
        page = self.visit(path=GUIDE, permissions=["clipboard-read", "clipboard-write"])
        page.locator("#copy").click()
        page.locator("#copied:not(:empty)").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        self.assertTrue(copied.endswith("https://hoidap.example.vn" + GUIDE), copied)
        self.assertGreater(len(copied), 100)

    def test_a_guide_is_read_aloud_and_stopped(self):
        page = self.visit(path=GUIDE, voice=True)
        page.locator("#listen").click()
        spoken = page.evaluate("window.spoken")
        self.assertEqual(spoken[0], page.locator("h1").inner_text())
        self.assertIn(page.locator(".steps .done").last.inner_text(), spoken)
        self.assertNotIn(page.locator(".steps details p").first.text_content(), spoken, "troubles only where they are met")
        label = page.locator("#listen").inner_text()
        page.locator("#listen").click()
        self.assertNotEqual(page.locator("#listen").inner_text(), label)

    def test_without_a_vietnamese_voice_nothing_is_offered(self):
        self.assertFalse(self.visit(path=GUIDE).locator("#listen").is_visible())

    def test_larger_text_is_shared_with_the_chat(self):
        page = self.visit(path=GUIDE)
        size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
        before = page.evaluate(size)
        page.locator("#larger").click()
        self.assertGreater(page.evaluate(size), before)
        page.goto(self.service.address + "/")
        self.assertGreater(page.evaluate(size), before)

    def test_no_page_scrolls_sideways_and_controls_fit_a_thumb(self):
        for path in PAGES:
            for width in (320, 360, 1280):
                with self.subTest(path=path, width=width):
                    page = self.visit(path=path, viewport={"width": width, "height": 700}, is_mobile=width < 1000)
                    self.picture(page, f"handbook{path.replace('/', '-')}-{width}")
                    for size in range(3):
                        self.assertLessEqual(page.evaluate(WIDTH), width)
                        if page.locator("#larger").count():
                            page.locator("#larger").click()
                    if width == 320:
                        for name, wide, high in page.evaluate(VISIBLE_CONTROLS):
                            self.assertGreaterEqual(high, 42, f"“{name}” is too low")

    def test_text_is_legible_in_light_and_dark(self):
        for path in PAGES:
            for scheme in ("light", "dark"):
                with self.subTest(path=path, scheme=scheme):
                    page = self.visit(path=path, color_scheme=scheme)
                    self.picture(page, f"handbook{path.replace('/', '-')}-{scheme}", full_page=True)
                    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
                    page.evaluate("document.getElementById('tim') || document.body.append(Object.assign(document.createElement('input'), { id: 'cau-hoi' }))")
                    for name, ratio in page.evaluate(CONTRASTS.replace("getElementById('cau-hoi')", "querySelector('#tim, #cau-hoi')")):
                        self.assertGreaterEqual(round(ratio, 2), 7, f"“{name}”")

    def test_search_engines_find_the_steps(self):
        page = self.visit(path=GUIDE)
        self.assertEqual(page.locator('[itemtype="https://schema.org/HowTo"] > [itemprop="name"]').count(), 1)
        steps = page.locator('[itemprop="step"][itemtype="https://schema.org/HowToStep"]')
        self.assertEqual(steps.count(), page.locator(".steps > li").count())
        self.assertEqual(steps.locator('[itemprop="name"]').count(), steps.count())
        self.assertEqual(steps.locator('[itemprop="text"]').count(), steps.count())
        self.assertEqual(page.locator('link[rel="canonical"]').get_attribute("href"), "https://hoidap.example.vn" + GUIDE)


class PackTests(BrowserCase):
    """The file with all guides, opened from a disk."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.file = pathlib.Path(folder.name) / "so-tay.html"
        binary = os.environ.get("TUNGNGO_BINARY") or str(REPOSITORY / ".build/debug/tungngo")
        environment = {**os.environ, "TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn"}
        subprocess.run([binary, "pack", "-o", str(cls.file)], cwd=REPOSITORY, env=environment, check=True)

    def opened(self, **options):
        page = self.visit(**options).context.new_page()
        self.asked = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.file.as_uri())
        return page

    def test_it_is_searched_without_diacritics_and_without_a_network(self):
        page = self.opened()
        page.context.set_offline(True)
        page.locator("#tim").fill("ma OTP khong ve")
        page.locator("#found a").first.wait_for()
        self.picture(page, "pack-found")
        self.assertEqual(page.locator("#found a").first.inner_text(), "Không nhận được mã OTP")
        page.locator("#tim").fill("đăng nhập dịch vụ công")
        self.assertEqual(page.locator("#found a").first.inner_text(), "Đăng nhập Cổng Dịch vụ công quốc gia")
        page.locator("#found a").first.click()
        self.assertTrue(page.locator("#dang-nhap-dich-vu-cong .steps").is_visible())
        page.locator("#tim").fill("zzzz")
        self.assertEqual(page.locator("#found a").count(), 0)
        self.assertEqual([each for each in self.asked if not each.startswith(("file:", "data:"))], [])

    def test_it_is_read_in_full_without_javascript(self):
        page = self.opened(java_script_enabled=False)
        self.assertFalse(page.locator("#tim").is_visible())
        guide = page.locator("#khai-sinh")
        guide.locator("summary").first.click()
        self.assertTrue(guide.locator(".steps h3").first.is_visible())
        guide.locator(".steps details summary").first.click()
        self.assertTrue(guide.locator(".steps details p").first.is_visible())
        self.assertLessEqual(page.evaluate(WIDTH), 360)

    def test_its_address_and_dates_come_first(self):
        page = self.opened(**DESK, is_mobile=False)
        cover = page.locator(".cover").inner_text()
        self.assertLess(cover.index("hoidap.example.vn/huong-dan"), cover.index("Làm ngày"))
        self.assertRegex(cover, r"Dùng đến \d+/\d+/20\d\d")
        self.assertGreater(self.file.stat().st_size, 300_000)
        self.assertLess(self.file.stat().st_size, 1_000_000)


if __name__ == "__main__":
    unittest.main()
