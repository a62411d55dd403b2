"""python-zalo-bot against our stand-in for the Zalo Bot Platform, and its bodies in our tests against the SDK's types."""

import asyncio
import unittest

from zalo_bot import Bot, Update
from zalo_bot.error import BadRequest, InvalidToken, NetworkError

from stand_ins import FIXTURES, SECRET, StandIns, fixture

TOKEN = "1:" + SECRET
QUOTA = 4


class ZaloBotTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stand_ins = StandIns()
        cls.addClassCleanup(cls.stand_ins.stop)

    def bot(self, token=TOKEN, stand_ins=None):
        """A new one for each call: the SDK keeps its connections to an event loop that has ended."""
        return Bot(token, base_url=(stand_ins or self.stand_ins).addresses["ZALO_BOT"])

    def send(self, text, **options):
        return asyncio.run(self.bot(**options).send_message("7", text))

    def test_it_says_who_it_is(self):
        me = asyncio.run(self.bot().get_me())
        self.assertEqual((me.id, me.account_name, me.can_join_groups), ("5000000000000000005", "bot.mau", False))

    def test_a_webhook_is_set_and_shown(self):
        url = "https://hoidap.example.vn/webhooks/zalo-bot"
        self.assertTrue(self.bot().set_webhook(url, "12345678"))
        info = self.bot().get_webhook_info()
        self.assertEqual(info.url, url)
        self.assertIsInstance(info.updated_at, int)
        self.assertTrue(self.bot().delete_webhook())
        self.assertEqual(self.bot().get_webhook_info().url, "")

    def test_a_webhook_that_is_against_the_rules_is_refused(self):
        for url, secret in [("http://hoidap.example.vn", "12345678"), ("https://hoidap.example.vn", "1234567")]:
            with self.subTest(url=url), self.assertRaises(BadRequest):
                self.bot().set_webhook(url, secret)

    def test_a_message_is_taken_and_named(self):
        message = self.send("đ" * 2000)
        self.assertTrue(message.message_id)
        self.assertGreater(message.date.year, 2024)

    def test_what_is_too_long_or_empty_is_refused(self):
        for text in ["đ" * 2001, ""]:
            with self.assertRaises(BadRequest):
                self.send(text)

    def test_past_its_quota_it_takes_nothing(self):
        poor = StandIns(quota=QUOTA)
        self.addCleanup(poor.stop)
        for _ in range(QUOTA):
            self.send("Chào", stand_ins=poor)
        with self.assertRaises(NetworkError) as caught:
            self.send("Chào", stand_ins=poor)
        self.assertIn("429", caught.exception.message)

    def test_a_wrong_token_is_refused(self):
        with self.assertRaises(InvalidToken):
            self.send("Chào", token="1:another")

    def test_who_asks_in_vain_is_told_so_after_a_while(self):
        with self.assertRaises(NetworkError) as caught:
            asyncio.run(self.bot().get_update())
        self.assertIn("408", caught.exception.message)

    def test_what_we_post_by_hand_is_an_update_of_zalos(self):
        update = Update.de_json(self.stand_ins.bodies()[1], self.bot())
        self.assertEqual((update.message.text, update.effective_user.id, update.message.chat.type), ("quên mật khẩu vneid", "7", "PRIVATE"))

    def test_the_updates_in_our_tests_are_zalos(self):
        files = sorted((FIXTURES / "zalo_bot").glob("*.json"))
        self.assertGreater(len(files), 6)
        for file in files:
            with self.subTest(file=file.name):
                body = fixture(f"zalo_bot/{file.name}")
                message = Update.de_json(body.get("result") or body, self.bot()).message
                self.assertTrue(message.message_id and message.chat.id and message.from_user.id)

    def test_the_answers_in_our_tests_are_zalos(self):
        for name, read in [("getMe", "id"), ("sendMessage", "message_id"), ("setWebhook", "url")]:
            self.assertIn(read, fixture(f"zalo_bot_api/{name}.json")["result"])
