"""Every page there is, on a phone and on a desk, light and dark: axe-core, valid HTML, no sideways scrolling, and a picture of each.

The coordinators' pages are found by following their links, so that a new page is looked at as soon as something leads to it. What only a form leads to
stands in a test of its own below. The pictures are in .build/screenshots (or where TUNGNGO_SCREENSHOTS says): look at them.
"""

import collections
import os
import pathlib
import re
import urllib.parse
import unittest

import page_checks
from browser_case import QUESTION
from manage_case import ROSTER, ManageCase
from service import REPOSITORY

PICTURES = pathlib.Path(os.environ.get("TUNGNGO_SCREENSHOTS") or REPOSITORY / ".build/screenshots")
PHONE, SMALL, DESK = {"width": 360, "height": 740}, {"width": 320, "height": 568}, {"width": 1280, "height": 800}
GUIDES = sorted(path.stem for path in (REPOSITORY / "content/guides").glob("*.md"))
GUIDE = "khai-sinh"
CODES = {part for line in ROSTER.splitlines()[1:] for part in (line.split(",")[0], line.split(",")[4])}
MOST_PAGES = 80  # of one walk: more means that addresses which differ only in a name are not told apart
SHEETS = ("/to-roi", "/ap-phich")  # as wide as their paper


class EveryPageTests(ManageCase):
    settings = {"TUNGNGO_PUBLIC_URL": "http://127.0.0.1:8080"}

    def setUp(self):
        super().setUp()
        self.served = {}
        # A page that says what is missing is a page too; the browser reports its status as a complaint.
        self.expected_complaint = "Failed to load resource"

    def tearDown(self):
        self.assertEqual(page_checks.invalid(self.served), [], "invalid HTML")
        super().tearDown()

    def keep(self, page, name):
        """Takes down what the service sends for each page, for the checker of HTML."""
        def take(response):
            if response.request.is_navigation_request() and response.status not in range(300, 400):
                self.served[f"{name} {urllib.parse.urlsplit(response.url).path}"] = response.body()

        page.on("response", take)

    def look(self, page, name, widths=(PHONE, DESK), runs_scripts=True):
        """Measures and pictures the page as it stands, at each width in both schemes; without scripts axe-core would never end."""
        for size in widths:
            page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                with self.subTest(name, width=size["width"], scheme=scheme):
                    PICTURES.mkdir(parents=True, exist_ok=True)
                    page.screenshot(path=PICTURES / f"{name}-{size['width']}-{scheme}.png", full_page=True, animations="disabled")
                    rules = page_checks.RULES if scheme == "light" else page_checks.CONTRAST
                    if runs_scripts:
                        self.assertEqual(page_checks.violations(page, rules), [])
                    if size is PHONE:
                        self.assertEqual(page.evaluate(page_checks.TOO_WIDE), [])
        if PHONE in widths:
            page.set_viewport_size(SMALL)
            with self.subTest(name, width=SMALL["width"]):
                self.assertEqual(page.evaluate(page_checks.TOO_WIDE), [], "at 320 px, as at 400 % on a desk")

    def opened(self, path, name=None, status=200, **options):
        page = self.visit(path="/healthz", is_mobile=False, has_touch=False, **options)
        name = name or path.strip("/").replace("/", "-") or "chat"
        self.keep(page, name)
        answer = page.goto(self.service.address + path)
        self.assertEqual(answer.status, status, path)
        self.look(page, name, (DESK,) if path.endswith(SHEETS) else (PHONE, DESK), options.get("java_script_enabled", True))
        return page

    # The citizens' pages

    def test_the_chat(self):
        for name, javascript in (("chat", True), ("chat-no-javascript", False)):
            page = self.opened("/", name, java_script_enabled=javascript)
            self.ask(page)
            self.look(page, name + "-answered", runs_scripts=javascript)
            self.answered(page, page.locator(".choices button").first.click)
            self.look(page, name + "-guide", runs_scripts=javascript)

    def test_the_handbook_and_its_sheets(self):
        for path in ("/huong-dan", f"/huong-dan/{GUIDE}", f"/huong-dan/{GUIDE}/to-roi", f"/huong-dan/{GUIDE}/ap-phich", "/nhung", "/nhung/huong-dan"):
            self.opened(path)
        page = self.opened(f"/huong-dan/{GUIDE}", "guide-troubles")
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        self.look(page, "guide-troubles")
        page = self.opened("/huong-dan")
        page.locator("#tim").fill(QUESTION)
        page.locator("#search button").click()
        page.locator(".found").wait_for()
        self.look(page, "handbook-found")
        for guide in GUIDES:
            for path in (f"/huong-dan/{guide}", f"/huong-dan/{guide}/to-roi", f"/huong-dan/{guide}/ap-phich"):
                self.served[path] = page.request.get(self.service.address + path).body()

    def test_a_teams_page(self):
        self.opened("/to/A1", "team")
        page = self.opened(f"/to/A1?bai={GUIDE}", "team-guide")
        page.locator("form[action*='/to/'] button").click()
        page.get_by_role("status").wait_for()
        self.look(page, "team-bound")

    def test_pages_that_are_not_there(self):
        self.opened("/khong-co", "not-found", 404)
        self.opened("/huong-dan/khong-co", "guide-not-found", 404)
        self.opened("/quan-ly/khong-co", "manage-not-found", 404)
        page = self.entered("LT")
        self.keep(page, "forbidden")
        self.assertEqual(page.goto(self.service.address + "/quan-ly/cau-hoi").status, 403)
        self.look(page, "forbidden")

    # The coordinators' pages

    def test_the_way_in(self):
        self.opened("/quan-ly/vao", "sign-in-how")
        link = urllib.parse.urlsplit(self.command("login-link", "DP")).path
        page = self.opened(link, "sign-in")
        page.locator("main button").click()
        page.wait_for_url("**/quan-ly")
        self.opened(link, "sign-in-used", 404)

    def test_what_a_coordinator_reaches(self):
        self.walk_links("DP", "coordinator")

    def test_what_a_leader_and_a_member_reach(self):
        for member, name in (("TM", "leader"), ("LT", "member")):
            self.walk_links(member, name, widths=(PHONE,))

    def walk_links(self, member, name, widths=(PHONE, DESK)):
        """Follows every link below /quan-ly; of addresses that differ only in a number, a code or a guide, the first."""
        page = self.entered(member, is_mobile=False, has_touch=False)
        waiting, known = collections.deque(["/quan-ly"]), {"/quan-ly"}
        while waiting:
            path = waiting.popleft()
            answer = page.request.get(self.service.address + path)
            self.assertEqual(answer.status, 200, path)
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            kind = self.kind(path)
            self.served[name + kind] = answer.body()
            page.goto(self.service.address + path)
            self.look(page, name + kind.replace("/", "-"), widths)
            page.set_viewport_size(DESK)
            for link in page.locator("a[href^='/quan-ly']").evaluate_all("links => links.map((link) => link.getAttribute('href'))"):
                if self.kind(link) not in known:
                    known.add(self.kind(link))
                    waiting.append(link.split("#")[0])
            self.assertLess(len(known), MOST_PAGES)

    @staticmethod
    def kind(address):
        """An address without what tells one row from another."""
        parts = urllib.parse.urlsplit(address).path.split("/")
        return "/".join("*" if re.fullmatch(r"\d[\d-]*", part) or part in CODES or part in GUIDES else part for part in parts)

    def test_what_only_a_form_leads_to(self):
        page = self.entered(is_mobile=False, has_touch=False)
        self.keep(page, "after a form:")
        page.goto(self.service.address + "/quan-ly/so")
        page.locator(".filter summary").click()
        self.look(page, "log-filter")
        page.get_by_role("searchbox").fill("nha van hoa")
        page.get_by_role("button", name="Tìm", exact=True).click()
        page.wait_for_url("**/tim")
        self.look(page, "log-found")
        page.get_by_role("searchbox").fill("không có chữ này")
        page.get_by_role("button", name="Tìm", exact=True).click()
        page.wait_for_load_state()
        self.look(page, "log-nothing-found")
        page.goto(self.service.address + "/quan-ly/so")
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Duyệt các ca đã chọn", exact=True).click()
        page.get_by_role("status").wait_for()
        self.look(page, "log-reviewed")


if __name__ == "__main__":
    unittest.main()
