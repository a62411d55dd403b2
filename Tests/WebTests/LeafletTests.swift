import Catalogue
import Foundation
import HelpDesk
import Service
import Storage
import Support
import Testing

@testable import Web

struct LeafletTests {
    private static let home = "https://hoidap.example.vn"
    private static let team = Team(code: "MAU1", name: "Tổ mẫu <1>", contact: "0900 000 000", address: "Nhà văn hóa thôn mẫu")

    @Test(arguments: ["to-roi", "ap-phich"])
    func `Nothing is printed while our own address is not known`(kind: String) async throws {
        try await WebFixture.run { fixture in
            let page = try await Browser(fixture.home).get("huong-dan/khai-sinh/\(kind)")
            #expect(page.status == 503)
            #expect(page.body.contains("TUNGNGO_PUBLIC_URL"))
            #expect(page.headers["cache-control"] == "no-store")
        }
    }

    @Test(arguments: ["to-roi", "ap-phich"])
    func `The sheet carries the team and a code that leads to it, else to the guide`(kind: String) async throws {
        try await WebFixture.run(publicURL: Self.home) { fixture in
            _ = try await fixture.service.store.take(Roster(teams: [Self.team]))
            let browser = Browser(fixture.home)
            let plain = try await browser.get("huong-dan/khai-sinh/\(kind)")
            #expect(plain.status == 200)
            let toGuide = try #require(QRCode("\(Self.home)/huong-dan/khai-sinh"))
            #expect(plain.body.contains(toGuide.path))
            let ours = try await browser.get("huong-dan/khai-sinh/\(kind)?to=MAU1")
            #expect(ours.body.contains("Tổ mẫu &lt;1&gt;. 0900 000 000. Nhà văn hóa thôn mẫu"))
            let toTeam = try #require(QRCode("\(Self.home)/to/MAU1?bai=khai-sinh"))
            #expect(ours.body.contains(toTeam.path))
            #expect(try await browser.get("huong-dan/khai-sinh/\(kind)?to=LA").status == 404)
            #expect(try await browser.get("huong-dan/khong-co/\(kind)").status == 404)
        }
    }

    @Test func `A QR code has its three corners and a quiet zone`() throws {
        let code = try #require(QRCode("\(Self.home)/to/MAU1?bai=dang-nhap-dich-vu-cong"))
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
        #expect(code.path.contains("M\(code.size - 11) 4h7v1h-7z"))
        #expect(code.path.contains("M4 \(code.size - 5)h7v1h-7z"))
        #expect((code.size - 8 - 17).isMultiple(of: 4))
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
    }

    @Test func `A team's code cannot change the address`() {
        #expect(Site.team("MAU-1", guide: "khai-sinh") == "/to/MAU-1?bai=khai-sinh")
        #expect(Site.team("a/../b?c=\"ă", guide: "khai-sinh") == "/to/abc?bai=khai-sinh")
    }

    @Test func `Text is split into sentences, a list with what announces it`() {
        let text = "Mở trang vi-du.gov.vn. Bấm Tìm.\nĐọc ba phần:\n- phí;\n- hạn.\nGõ: vi-du.vn"
        #expect(Sentences.of(text) == ["Mở trang vi-du.gov.vn.", "Bấm Tìm.", "Đọc ba phần: phí; hạn.", "Gõ: vi-du.vn."])
    }

    private static func step(_ sentences: Int) -> SheetStep {
        let text = (1...sentences).map { "Đây là câu mẫu thứ \($0), dài vừa phải cho một bước." }.joined(separator: " ")
        return SheetStep(Step(id: "mau", title: "Bước mẫu", text: text, done: "thấy chữ mẫu."))
    }

    @Test func `Few steps are set whole and large, many are shortened evenly`() {
        let few = Sheet.leaflet.setting(for: [Self.step(2), Self.step(3)])
        #expect(few == Sheet.Setting(size: 130, hasDone: true, sentences: [2, 3]))
        let many = Sheet.leaflet.setting(for: Array(repeating: Self.step(8), count: 9))
        #expect(many.size < 130)
        #expect(many.sentences.allSatisfy { (1...7).contains($0) })
        #expect((many.sentences.max() ?? 0) - (many.sentences.min() ?? 0) <= 1)
    }
}
