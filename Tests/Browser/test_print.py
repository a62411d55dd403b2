"""Leaflets and posters on paper: every guide on exactly its sheet, with nothing cut off."""

import os
import pathlib
import re
import unittest

from browser_case import BrowserCase
from service import REPOSITORY

GUIDES = sorted(path.stem for path in (REPOSITORY / "content/guides").glob("*.md"))
POINT = 72 / 25.4  # points in a millimetre
LONG_CONTACT = (
    "Cần người giúp: Tổ công nghệ số cộng đồng thôn Mẫu Số Một, xã Mẫu Rất Dài. Bà Người Mẫu, 0900 000 000 "
    "(thứ hai đến thứ sáu, 7 giờ đến 11 giờ). Nhà văn hóa thôn Mẫu Số Một, xã Mẫu Rất Dài, tỉnh Mẫu."
)

OVERFLOWS = """() => Array.from(document.querySelectorAll('.side')).flatMap((side, number) => {
    const [page, style] = [side.getBoundingClientRect(), getComputedStyle(side)];
    const found = [];
    if (side.scrollHeight > side.clientHeight || side.scrollWidth > side.clientWidth) found.push('side ' + (number + 1) + ' is cut off');
    for (const part of side.querySelectorAll('h1, h2, h3, p, li, svg')) {
        const box = part.getBoundingClientRect();
        const name = part.tagName + ' “' + part.textContent.trim().slice(0, 30) + '”';
        if (box.bottom > page.bottom - parseFloat(style.paddingBottom) + 1 || box.right > page.right - parseFloat(style.paddingRight) + 1)
            found.push(name + ' leaves the sheet');
        const size = parseFloat(getComputedStyle(part).fontSize) * 0.75;
        if (part.tagName !== 'svg' && size < 8.99) found.push(name + ' is set in ' + size + ' pt');
    }
    const parts = Array.from(side.children, (part) => part.getBoundingClientRect());
    parts.slice(1).forEach((box, place) => { if (box.top < parts[place].bottom - 1) found.push('parts overlap on side ' + (number + 1)); });
    return found;
})"""


class PrintTests(BrowserCase):
    settings = {"TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn"}

    def print(self, page, path):
        page.goto(self.service.address + path)
        page.emulate_media(media="print")
        return page.evaluate(OVERFLOWS), page.pdf(prefer_css_page_size=True, print_background=True)

    def assert_printed(self, kind, pages, width, height):
        page = self.visit(path="/huong-dan", is_mobile=False, has_touch=False)
        for guide in GUIDES:
            with self.subTest(guide=guide):
                overflows, pdf = self.print(page, f"/huong-dan/{guide}/{kind}")
                self.assertEqual(overflows, [])
                sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
                self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", pdf)), pages)
                for size in sizes:
                    self.assertAlmostEqual(float(size[0]), width * POINT, delta=1)
                    self.assertAlmostEqual(float(size[1]), height * POINT, delta=1)
                page.evaluate("(text) => { document.querySelector('.help').textContent = text; }", LONG_CONTACT)
                self.assertEqual(page.evaluate(OVERFLOWS), [], "with a long contact")
                folder = os.environ.get("TUNGNGO_SCREENSHOTS")
                if folder:
                    (pathlib.Path(folder) / f"{guide}-{kind}.pdf").write_bytes(pdf)

    def test_every_leaflet_is_one_sheet_of_two_a5_sides(self):
        self.assert_printed("to-roi", 2, 148, 210)

    def test_every_poster_is_one_a3_side(self):
        self.assert_printed("ap-phich", 1, 297, 420)


if __name__ == "__main__":
    unittest.main()
