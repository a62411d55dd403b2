"""What a citizen does on the chat page, with and without JavaScript."""

import json
import unittest
import uuid

from browser_case import DESK, QUESTION, BrowserCase


class ConversationTests(BrowserCase):
    def test_a_guide_is_walked_to_its_end_with_javascript(self):
        page = self.visit()
        self.ask(page)
        self.assert_walked_to_the_end(self.walk(page, lambda choice: choice.click()))
        self.assertEqual(page.locator(".choices").count(), 1, "only the newest message may be answered")
        self.assertGreater(page.locator(".past").count(), 1, "old choices stay readable")

    def test_a_guide_is_walked_to_its_end_without_javascript(self):
        page = self.visit(java_script_enabled=False)
        self.ask(page)
        self.assertTrue(page.url.endswith("#cuoi"))
        self.picture(page, "chat-no-javascript")
        self.assert_walked_to_the_end(self.walk(page, lambda choice: choice.click()))
        self.assertEqual(page.locator(".choices").count(), 1)

    def test_a_guide_is_walked_to_its_end_by_keyboard_alone(self):
        page = self.visit(**DESK, is_mobile=False, has_touch=False)
        page.keyboard.press("Tab")
        self.assertEqual(self.focused(page), "skip")
        page.keyboard.press("Enter")
        self.tab_to(page, "cau-hoi")
        page.keyboard.type(QUESTION)
        page.keyboard.press("Shift+Enter")
        self.assertIn("\n", page.locator("#cau-hoi").input_value())
        self.answered(page, lambda: page.keyboard.press("Enter"))
        self.assertEqual(self.focused(page), "cau-hoi", "the focus stays where one writes")

        def press(choice):
            came_from_writing = self.focused(page) == "cau-hoi"
            if not came_from_writing:
                self.assertEqual(self.focused(page), "entry bot", "the answer takes the focus of the pressed choice")
            key = "Shift+Tab" if came_from_writing else "Tab"
            for _ in range(12):
                if choice.evaluate("it => it === document.activeElement"):
                    return page.keyboard.press("Enter")
                page.keyboard.press(key)
            self.fail("the first choice cannot be reached by Tab")

        self.assert_walked_to_the_end(self.walk(page, press))

    def focused(self, page):
        return page.evaluate("document.activeElement.id || document.activeElement.className")

    def tab_to(self, page, name):
        for _ in range(40):
            if self.focused(page) == name:
                return
            page.keyboard.press("Tab")
        self.fail(f"{name} cannot be reached by Tab")

    def test_a_message_sent_twice_is_answered_once(self):
        page = self.visit()
        message = json.dumps({"id": str(uuid.uuid4()), "text": QUESTION, "after": 0})
        send = lambda: page.request.post(self.service.address + "/chat", data=message, headers={"content-type": "application/json"})
        first, second = send(), send()
        self.assertEqual((first.status, second.status), (200, 200))
        self.assertTrue(first.json()["replies"])
        self.assertEqual(second.json()["next"], first.json()["next"], "the second adds nothing")
        page.reload()
        self.assertEqual(page.locator(".person").count(), 1)

    def test_a_reload_shows_the_same_conversation(self):
        page = self.visit()
        self.ask(page)
        before = page.locator(".entry .said").all_inner_texts()
        page.reload()
        self.assertEqual(page.locator(".entry .said").all_inner_texts(), before)

    def test_ending_clears_the_screen_for_the_next_person(self):
        for javascript in (True, False):
            with self.subTest(javascript=javascript):
                page = self.visit(java_script_enabled=javascript)
                self.ask(page)
                page.locator("#end button").click()
                page.wait_for_url(lambda address: "ket-thuc" not in address)
                for again in range(2):
                    self.assertEqual(page.locator(".person").count(), 0)
                    self.assertNotIn(QUESTION, page.content())
                    page.reload()
                page.go_back()
                self.assertNotIn(QUESTION, page.locator("#log").inner_text())

    def test_a_script_typed_as_a_message_stays_text(self):
        script = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> \"\u0301 <\u0301b> '{{last}}"
        for javascript in (True, False):
            with self.subTest(javascript=javascript):
                page = self.visit(java_script_enabled=javascript)
                self.ask(page, script)
                for _ in range(2):
                    self.assertEqual(page.locator(".person .said").inner_text().strip(), script)
                    self.assertEqual(page.locator("#log script, #log img").count(), 0)
                    self.assertNotEqual(page.title(), "run")
                    page.reload()

    def test_a_quotation_mark_in_an_address_opens_no_attribute(self):
        # A quotation mark with a combining accent is one character to Swift and two to a browser.
        page = self.visit()
        self.ask(page, "https://vi-du.vn/a\"\u0301/data-planted=\"\u0301b")
        for _ in range(2):
            self.assertEqual(page.locator("[data-planted]").count(), 0)
            page.reload()

    def test_after_a_broken_connection_the_message_can_be_sent_again(self):
        self.expected_complaint = "Failed to load resource"
        page = self.visit()
        ids = []

        def break_once(route):
            ids.append(route.request.post_data_json["id"])
            if len(ids) == 1:
                route.abort()
            else:
                route.continue_()

        page.route("**/chat", break_once)
        page.locator("#cau-hoi").fill(QUESTION)
        page.locator("#send").click()
        page.locator(".failure").wait_for()
        self.picture(page, "chat-failed")
        self.assertIn(QUESTION, page.locator(".person").inner_text(), "what was typed is kept")
        self.answered(page, page.locator(".failure button").click)
        self.assertEqual(page.locator(".failure").count(), 0)
        self.assertEqual(page.locator(".person").count(), 1)
        self.assertEqual(len(ids), 2)
        self.assertEqual(ids[0], ids[1], "sent again under the same id")

    def test_a_busy_service_is_asked_again_by_itself(self):
        self.expected_complaint = "503"
        page = self.visit()
        ids = []

        def busy_once(route):
            ids.append(route.request.post_data_json["id"])
            if len(ids) == 1:
                route.fulfill(status=503)
            else:
                route.continue_()

        page.route("**/chat", busy_once)
        self.ask(page)
        self.assertEqual(page.locator(".failure").count(), 0)
        self.assertEqual(ids, [ids[0]] * 2)

    def test_a_later_reply_arrives_by_itself_and_idle_pages_end(self):
        page = self.visit()
        page.clock.install()
        page.reload()
        self.ask(page)
        number = int(page.request.get(self.service.address + "/chat?after=0").json()["next"]) + 1
        reply = {"number": number, "text": "Lời của người giúp\n\n- xem https://vi-du.gov.vn.", "choices": []}
        page.route("**/chat?after=*", lambda route: route.fulfill(json={"replies": [reply], "next": number}))
        before = page.locator(".bot").count()
        page.clock.run_for(4_500)
        page.locator(".bot").nth(before).wait_for()
        link = page.locator(".bot").last.locator("li a")
        self.assertEqual(link.get_attribute("href"), "https://vi-du.gov.vn")
        self.assertEqual(link.get_attribute("rel"), "noopener noreferrer")
        self.assertEqual(page.locator(".bot").last.locator(".title").inner_text(), "Lời của người giúp")
        for _ in range(2):  # the page asks a second time only when it is through with the first answer
            with page.expect_response("**/chat?after=*"):
                page.clock.run_for(4_500)
        self.assertEqual(page.locator(".bot").count(), before + 1, "a known reply is not shown again")
        page.unroute("**/chat?after=*")
        page.route("**/chat?after=*", lambda route: route.fulfill(json={"replies": [], "next": number}))
        page.clock.fast_forward(31 * 60_000)
        page.locator("#ended").wait_for()
        self.assertEqual(page.locator(".entry").count(), 0, "nothing is left for the next person")
        self.assertFalse(page.locator("#composer").is_visible())
        page.locator("#ended button").click()
        page.locator("#composer").wait_for()
        self.assertNotIn(QUESTION, page.content())

    def test_a_later_reply_does_not_move_the_page_under_someone_who_writes(self):
        page = self.visit()
        page.clock.install()
        page.reload()
        self.ask(page)
        page.locator("#cau-hoi").fill("đang viết dở")
        page.locator("#larger").focus()
        page.evaluate("scrollTo(0, 0)")
        reply = {"number": 1_000, "text": "Lời đến sau.", "choices": []}
        page.route("**/chat?after=*", lambda route: route.fulfill(json={"replies": [reply], "next": 1_000}))
        page.clock.run_for(4_500)
        page.locator("#new-answer").wait_for()
        self.assertEqual(page.evaluate("scrollY"), 0)
        self.picture(page, "chat-new-answer")
        page.locator("#new-answer").click()
        self.assertFalse(page.locator("#new-answer").is_visible())
        self.assertGreater(page.evaluate("scrollY"), 0)
        self.assertEqual(page.locator("#cau-hoi").input_value(), "đang viết dở")

    def test_a_message_refused_as_too_long_comes_back_to_be_shortened(self):
        self.expected_complaint = "413"
        page = self.visit()
        page.route("**/chat", lambda route: route.fulfill(status=413))
        page.locator("#cau-hoi").fill(QUESTION)
        with page.expect_response("**/chat"):
            page.locator("#send").click()
        page.locator("#status:not(:empty)").wait_for()
        self.assertEqual(page.locator("#cau-hoi").input_value(), QUESTION)
        self.assertEqual(page.locator(".person").count(), 0)
        self.assertEqual(page.locator("#cau-hoi").get_attribute("maxlength"), "2000")

    def test_a_lost_network_is_said_and_taken_back(self):
        self.expected_complaint = "ERR_INTERNET_DISCONNECTED"
        page = self.visit()
        page.context.set_offline(True)
        page.locator("#status:not(:empty)").wait_for()
        page.context.set_offline(False)
        page.locator("#status:empty").wait_for(state="attached")


if __name__ == "__main__":
    unittest.main()
