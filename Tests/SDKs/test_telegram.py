"""python-telegram-bot against our stand-in for Telegram, and Telegram's bodies in our tests against its types."""

import asyncio
import unittest

import telegram
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from stand_ins import BLOCKED, FIXTURES, SECRET, StandIns, fixture

TOKEN = "900000009:" + SECRET
KEYBOARD = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Xong bước này", callback_data="đ" * 32)]])


def unknown_members(value):
    """All members in a value of the SDK that it does not know."""
    if isinstance(value, (list, tuple)):
        return [name for each in value for name in unknown_members(each)]
    if not isinstance(value, telegram.TelegramObject):
        return []
    names = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
    parts = [getattr(value, name) for name in names if not name.startswith("_") and name != "api_kwargs" and hasattr(value, name)]
    return list(value.api_kwargs) + unknown_members(parts)


class TelegramTests(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.stand_ins = StandIns()
        cls.addClassCleanup(cls.stand_ins.stop)

    async def asyncSetUp(self):
        self.bot = telegram.Bot(TOKEN, base_url=self.stand_ins.addresses["TELEGRAM"] + "/bot")
        await self.bot.initialize()
        self.addAsyncCleanup(self.bot.shutdown)

    async def test_it_says_who_it_is(self):
        me = await self.bot.get_me()
        self.assertTrue(me.is_bot)
        self.assertEqual(me.username, "to_cnscd_bot")
        self.assertEqual(unknown_members(me), [])

    async def test_a_webhook_is_set_and_shown(self):
        await self.bot.set_webhook(
            "https://hoidap.example.vn/webhooks/telegram", secret_token="a-b_9", max_connections=10,
            allowed_updates=["message", "callback_query", "my_chat_member"])
        info = await self.bot.get_webhook_info()
        self.assertEqual(info.url, "https://hoidap.example.vn/webhooks/telegram")
        self.assertEqual(info.max_connections, 10)
        self.assertEqual(info.allowed_updates, ("message", "callback_query", "my_chat_member"))
        self.assertEqual(unknown_members(info), [])
        await self.bot.delete_webhook()
        self.assertEqual((await self.bot.get_webhook_info()).url, "")

    async def test_a_webhook_that_is_against_the_rules_is_refused(self):
        for url, secret in [("http://hoidap.example.vn", "a"), ("https://hoidap.example.vn:8080", "a"), ("https://hoidap.example.vn", "đ")]:
            with self.subTest(url=url, secret=secret), self.assertRaises(BadRequest):
                await self.bot.set_webhook(url, secret_token=secret)

    async def test_a_message_with_buttons_comes_back_as_it_was_sent(self):
        message = await self.bot.send_message(11, "Chào cô bác", reply_markup=KEYBOARD)
        self.assertEqual((message.text, message.chat.id, message.chat.type), ("Chào cô bác", 11, "private"))
        self.assertEqual(message.from_user.id, self.bot.id)
        self.assertEqual(message.reply_markup, KEYBOARD)
        self.assertEqual(unknown_members(message), [])
        group = await self.bot.send_message(-1001, "Chào cả nhóm")
        self.assertEqual(group.chat.type, "supergroup")

    async def test_what_is_too_long_or_empty_is_refused(self):
        await self.bot.send_message(12, "đ" * 4096)
        for text in ["đ" * 4097, "  "]:
            with self.assertRaises(BadRequest):
                await self.bot.send_message(13, text)
        too_long = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("a", callback_data="đ" * 32 + "d")]])
        with self.assertRaises(BadRequest):
            await self.bot.send_message(13, "Chào", reply_markup=too_long)

    async def test_a_pressed_button_is_answered(self):
        self.assertTrue(await self.bot.answer_callback_query("4382bfdwdsb323b2d9", text="đ" * 200))
        for query, text in [("", None), ("4382bfdwdsb323b2d9", "đ" * 201)]:
            with self.subTest(query=query), self.assertRaises(BadRequest):
                await self.bot.answer_callback_query(query, text=text)

    async def test_too_fast_is_told_with_the_time_to_wait(self):
        answers = await asyncio.gather(*(self.bot.send_message(14, "một") for _ in range(8)), return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, RetryAfter)]
        self.assertTrue(refused)
        self.assertEqual(int(refused[0].retry_after), 1)

    async def test_who_has_blocked_the_bot_gets_nothing(self):
        with self.assertRaises(Forbidden) as caught:
            await self.bot.send_message(BLOCKED, "Chào")
        self.assertIn("blocked by the user", caught.exception.message)

    async def test_a_wrong_token_is_refused(self):
        for token in ["900000009:another", "900000008:" + SECRET]:
            with self.assertRaises(InvalidToken):
                async with telegram.Bot(token, base_url=self.stand_ins.addresses["TELEGRAM"] + "/bot"):
                    self.fail("it was let in")

    async def test_what_we_post_by_hand_is_an_update_of_telegrams(self):
        update = telegram.Update.de_json(self.stand_ins.bodies()[0], self.bot)
        self.assertEqual((update.message.text, update.effective_user.id), ("quên mật khẩu vneid", 7))
        self.assertEqual(unknown_members(update), [])

    async def test_the_updates_in_our_tests_are_telegrams(self):
        files = sorted((FIXTURES / "telegram").glob("*.json"))
        self.assertGreater(len(files), 8)
        for file in files:
            with self.subTest(file=file.name):
                update = telegram.Update.de_json(fixture(f"telegram/{file.name}"), self.bot)
                self.assertIsNotNone(update.effective_chat or update.callback_query)
                self.assertEqual(unknown_members(update), [])

    async def test_the_answers_in_our_tests_are_telegrams(self):
        message = telegram.Message.de_json(fixture("telegram_api/sendMessage.json")["result"], self.bot)
        self.assertEqual(message.chat.type, "private")
        self.assertEqual(unknown_members(message), [])
