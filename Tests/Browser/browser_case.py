"""What all browser tests share: one service and one browser a class, a fresh visitor a test, and a page that must not complain."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import sync_playwright

from service import REPOSITORY, Service

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
QUESTION = "dang nhap dich vu cong kieu gi"
GUIDE = (REPOSITORY / "content/guides/dang-nhap-dich-vu-cong.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^## (.+?)\s*\{#", GUIDE, flags=re.MULTILINE)
MESSAGES = (REPOSITORY / "content/messages.yaml").read_text(encoding="utf-8")
# What the last message asks, after the guide's title: “Việc đã xong chưa?”
FINAL_QUESTION = re.search(r'^finished: "?.*\}\S*\s*([^"\n]+)', MESSAGES, flags=re.MULTILINE).group(1)

REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective, event.blockedURI));
"""
WITH_VOICE = """
const voice = { lang: 'vi-VN', name: 'made-up voice' };
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [voice], addEventListener() {}, cancel() {}, speak: (line) => window.spoken.push(line.text),
} });
"""


class BrowserCase(unittest.TestCase):
    settings = {}
    """Environment variables of the service."""

    prepare = None
    """Called with the data folder before the service starts."""

    @classmethod
    def setUpClass(cls):
        cls.service = Service(cls.settings, cls.prepare)
        cls.addClassCleanup(cls.service.stop)
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        executable = os.environ.get("TUNGNGO_CHROMIUM", "/usr/bin/chromium")
        cls.browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.complaints = []
        self.expected_complaint = None

    def tearDown(self):
        unexpected = [each for each in self.complaints if not (self.expected_complaint and self.expected_complaint in each)]
        self.assertEqual(unexpected, [], "the browser complained")

    def visit(self, voice=False, path="/", **options):
        """A fresh visitor's page, opened."""
        context = self.browser.new_context(**{**PHONE, "reduced_motion": "reduce", "locale": "vi-VN", **options})
        self.addCleanup(context.close)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.add_init_script(REPORT_VIOLATIONS)
        if voice:
            page.add_init_script(WITH_VOICE)
        page.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.service.address + path)
        return page

    def answered(self, page, act):
        """Does `act`, waits for the answer to it and returns the newest message of the bot."""
        before = page.locator(".bot").count()
        act()
        page.locator(".bot").nth(before).wait_for()
        page.wait_for_load_state()
        return page.locator(".bot").last

    def ask(self, page, text=QUESTION):
        page.locator("#cau-hoi").fill(text)
        return self.answered(page, page.locator("#send").click)

    def walk(self, page, press):
        """Presses the first choice with `press` until the bot asks whether it worked (at most 20 times); all that was said."""
        said = [page.locator("#log").inner_text()]
        for _ in range(20):
            if FINAL_QUESTION in said[-1]:
                break
            said.append(self.answered(page, lambda: press(page.locator(".choices button").first)).inner_text())
        return said

    def assert_walked_to_the_end(self, said):
        self.assertIn("Cổng Dịch vụ công quốc gia", said[0])
        for number, step in enumerate(STEPS):
            with self.subTest(step=step):
                self.assertTrue(any(step in each for each in said[1:]), f"step {number + 1} was not shown")
        self.assertIn(FINAL_QUESTION, said[-1])

    def picture(self, page, name, **options):
        folder = os.environ.get("TUNGNGO_SCREENSHOTS")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            page.wait_for_timeout(200)  # painting is not awaited by anything else
            page.screenshot(path=f"{folder}/{name}.png", **options)
