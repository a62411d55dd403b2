import Foundation
import HelpDesk
import Service
import Storage
import Support
import Testing

@testable import Web

struct TeamTests {
    private static let roster = Roster(teams: [Team(code: "XM", name: "Tổ xã Mẫu", contact: "tầng 1 trụ sở", address: "1 đường Mẫu")])

    @Test func `The address of a QR code shows the team and the guide, and binds only by POST`() async throws {
        try await WebFixture.run { fixture in
            _ = try await fixture.service.store.take(Self.roster)
            let browser = Browser(fixture.home)
            let page = try await browser.get("to/xm?bai=kich-hoat-vneid")
            #expect(page.status == 200)
            #expect(page.body.contains("Tổ xã Mẫu"))
            #expect(page.body.contains("Kích hoạt tài khoản VNeID"))
            #expect(page.headers["cache-control"] == "no-store")
            let before = try await browser.submit("", ["text": "gặp người thật"])
            #expect(!before.body.contains("tầng 1 trụ sở"))

            let bound = try await browser.submit("to/XM?bai=kich-hoat-vneid", [:])
            #expect(bound.body.contains("Đã chọn tổ này"))
            let after = try await browser.submit("", ["text": "gặp người thật"])
            #expect(after.body.contains("tầng 1 trụ sở"))
        }
    }

    @Test func `A team that is not there is not found, a guide that is not there is left out`() async throws {
        try await WebFixture.run { fixture in
            _ = try await fixture.service.store.take(Self.roster)
            let browser = Browser(fixture.home)
            #expect(try await browser.get("to/KHONG").status == 404)
            #expect(try await browser.get("to/XM?bai=khong-co").status == 200)
        }
    }
}
