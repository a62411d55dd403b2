"""How the chat page looks and is read: sizes, names, contrast, schemes, paper."""

import itertools
import re
import unittest

from browser_case import DESK, BrowserCase

VISIBLE_CONTROLS = """() => Array.from(document.querySelectorAll('button, textarea, input, a'))
    .filter((it) => it.offsetParent && !it.classList.contains('skip') && !it.closest('.said'))
    .map((it) => { const box = it.getBoundingClientRect(); return [it.textContent || it.id, box.width, box.height]; })"""

CONTRASTS = """() => {
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => parts(colour).slice(0, 3)
        .map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (it) => {
        for (; it; it = it.parentElement) {
            const colour = getComputedStyle(it).backgroundColor;
            if (parts(colour)[3] !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    const ratio = (one, other) => {
        const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
    };
    const found = Array.from(document.querySelectorAll('body *'))
        .filter((it) => it.offsetParent && Array.from(it.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
        .map((it) => [it.className + ' ' + it.textContent.slice(0, 30), ratio(getComputedStyle(it).color, behind(it))]);
    const box = document.getElementById('cau-hoi');
    return found.concat([['placeholder', ratio(getComputedStyle(box, '::placeholder').color, behind(box))]]);
}"""


class FaceTests(BrowserCase):
    def walked(self, **options):
        """A page in the middle of a guide, with old and new choices on it."""
        page = self.visit(**options)
        self.ask(page)
        self.answered(page, page.locator(".choices button").first.click)
        return page

    def test_nothing_is_wider_than_a_small_phone_and_everything_is_large_enough_for_a_thumb(self):
        for size, javascript in itertools.product(range(3), (True, False)):
            if size and not javascript:
                continue
            with self.subTest(size=size, javascript=javascript):
                page = self.walked(viewport={"width": 320, "height": 568}, voice=javascript, java_script_enabled=javascript)
                for _ in range(size):
                    page.locator("#larger").click()
                self.picture(page, f"chat-320-size-{size}{'' if javascript else '-no-javascript'}")
                width = page.evaluate("document.documentElement.scrollWidth")
                self.assertLessEqual(width, 320, "the page scrolls sideways")
                for name, wide, high in page.evaluate(VISIBLE_CONTROLS):
                    self.assertGreaterEqual(min(wide, high), 44, f"“{name}” is too small")

    def test_a_wide_low_or_zoomed_window_never_scrolls_sideways(self):
        for name, width, height in (("landscape", 740, 360), ("zoom-200", 640, 400), ("zoom-400", 320, 200), ("desk", 1280, 800)):
            with self.subTest(name):
                page = self.walked(viewport={"width": width, "height": height}, is_mobile=False)
                self.picture(page, f"chat-{name}")
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                covered = page.evaluate("""() => {
                    const composer = document.getElementById('composer');
                    return getComputedStyle(composer).position === 'sticky' ? composer.offsetHeight / innerHeight : 0;
                }""")
                self.assertLess(covered, 0.34, "the input hides the conversation")

    def test_text_is_legible_in_light_and_dark(self):
        for scheme in ("light", "dark"):
            with self.subTest(scheme):
                page = self.visit(color_scheme=scheme, voice=True)
                self.picture(page, f"chat-phone-{scheme}-start")
                self.ask(page)
                self.answered(page, page.locator(".choices button").first.click)
                self.picture(page, f"chat-phone-{scheme}")
                for name, ratio in page.evaluate(CONTRASTS):
                    self.assertGreaterEqual(round(ratio, 2), 7, f"“{name}” in {scheme}")
                self.assertGreaterEqual(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.said p')).fontSize)"), 20)

    def test_every_control_has_a_name_and_the_page_says_what_it_is(self):
        page = self.walked(voice=True)
        self.assertEqual(page.locator("html").get_attribute("lang"), "vi")
        self.assertTrue(page.title())
        log = page.get_by_role("log")
        self.assertEqual(log.count(), 1)
        self.assertEqual(log.get_attribute("aria-live"), "polite")
        self.assertTrue(log.get_attribute("aria-label"))
        self.assertEqual(page.get_by_role("heading", level=1).count(), 1)
        self.assertEqual(page.get_by_role("main").count(), 1)
        self.assertTrue(page.get_by_role("textbox").get_attribute("id"))
        for role in ("button", "textbox", "link"):
            controls = page.get_by_role(role)
            self.assertGreater(controls.count(), 0, role)
            self.assertEqual(page.get_by_role(role, name=re.compile(r"\S")).count(), controls.count(), f"a {role} without a name")

    def test_a_message_is_read_aloud_and_stopped(self):
        page = self.visit(voice=True)
        self.ask(page)
        self.assertTrue(page.locator(".bot").last.locator("li").count(), "the overview lists what to prepare")
        button = page.locator(".bot .listen").last
        label = button.inner_text()
        button.click()
        spoken = page.evaluate("window.spoken")
        self.assertEqual(" ".join(spoken), page.locator(".bot .said").last.inner_text().replace("\n\n", "\n").replace("\n", " "))
        self.assertNotEqual(button.inner_text(), label)
        button.click()
        self.assertEqual(button.inner_text(), label)

    def test_without_a_vietnamese_voice_no_listen_button_is_shown(self):
        page = self.walked()
        self.assertEqual(page.locator(".listen").count(), 0)

    def test_larger_text_is_remembered(self):
        page = self.visit()
        size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
        before = page.evaluate(size)
        page.locator("#larger").click()
        self.assertGreater(page.evaluate(size), before)
        page.reload()
        self.assertGreater(page.evaluate(size), before)

    def test_on_paper_only_the_conversation_is_left(self):
        page = self.walked(**DESK, is_mobile=False)
        page.emulate_media(media="print")
        self.picture(page, "chat-print", full_page=True)
        self.assertEqual(page.locator("button:visible, textarea:visible").count(), 0)
        self.assertTrue(page.locator(".bot .said").last.is_visible())

    def test_the_page_loads_nothing_from_elsewhere(self):
        asked = []
        page = self.visit()
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        self.assertTrue(asked)
        for address in asked:
            self.assertTrue(address.startswith(self.service.address), address)


if __name__ == "__main__":
    unittest.main()
