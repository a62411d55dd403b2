import Catalogue
import Foundation
import GRDB
import HelpDesk
import Logging
import Matching
import Support
import Testing

@testable import Service
@testable import Storage
@testable import Web

/// From a question without an answer to one that has one, over real HTTP.
struct PhraseTests {
    private static let text = "cái khung zzkhung bóng xoay mà đứng im"

    private static func ask(_ fixture: ManageFixture, _ id: Int, _ text: String, team: String?) async throws {
        try await fixture.execute(
            "INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (?, 'telegram', '', ?, 0, 0, ?)",
            [100 + id, "n\(id)", team])
        try await fixture.execute(
            "INSERT INTO utterance (id, person, afterReply, at, text) VALUES (?, ?, 0, ?, ?)",
            [id, 100 + id, Time.milliseconds(fixture.clock.now), text])
        try await fixture.execute(
            "INSERT INTO question (id, person, utterance, channel, at, day, decision, confidence) VALUES (?, ?, ?, 'telegram', ?, ?, 'unknown', 0.1)",
            [id, 100 + id, id, Time.milliseconds(fixture.clock.now), Time.day(fixture.clock.now)])
    }

    @Test func `A commune proposes, the province publishes, it answers at once and after a start, and is undone`() async throws {
        try await ManageFixture.run { fixture in
            try await Self.ask(fixture, 1, Self.text, team: "A1")
            try await Self.ask(fixture, 2, "cai khung zzkhung bong xoay ma dung im", team: "A1")
            try await Self.ask(fixture, 3, "vừa trồng qqchuối ngoài vườn sau", team: "B1")
            let commune = try await fixture.signedIn("DPA")
            let list = try await commune.get("quan-ly/cau-hoi")
            #expect(list.body.contains("2 lần"))
            #expect(!list.body.contains("qqchuối"))
            #expect(try await commune.get("quan-ly/cau-hoi/3").status == 404)
            let page = try await commune.get("quan-ly/cau-hoi/1")
            #expect(page.status == 200)
            let token = try ManageFixture.formToken(page)
            var fields = ["ma": token, "cau": "1", "loai": "phrase", "van": "gọi tôi số 0912345678 nhé", "y": "kich-hoat-vneid"]
            #expect(try await commune.submit("quan-ly/cau-hoi/xem", fields).status == 422)
            fields["van"] = Self.text
            let effect = try await commune.submit("quan-ly/cau-hoi/xem", fields)
            #expect(effect.status == 200)
            #expect(effect.body.contains("0 câu bị lấy mất"))
            let proposed = try await commune.submit("quan-ly/cau-hoi/them", fields)
            #expect(proposed.body.contains("Chờ tỉnh xem"))
            let before = fixture.web.service.catalogue.current.catalogue.intents
            #expect(try await commune.submit("quan-ly/cau-bo-sung/quyet", ["ma": token, "so": "1", "viec": "accepted"]).status == 403)
            let other = try await fixture.signedIn("DPB")
            let otherToken = try ManageFixture.formToken(try await other.get("quan-ly/cau-bo-sung"))
            #expect(try await other.submit("quan-ly/cau-bo-sung/quyet", ["ma": otherToken, "so": "1", "viec": "undone"]).status == 404)
            #expect(fixture.web.service.catalogue.current.catalogue.intents == before)

            let province = try await fixture.signedIn("DPT")
            let form = try ManageFixture.formToken(try await province.get("quan-ly/cau-bo-sung"))
            #expect(try await province.submit("quan-ly/cau-bo-sung/xem", ["ma": form, "so": "1"]).body.contains("Đăng ngay"))
            #expect(try await province.submit("quan-ly/cau-bo-sung/quyet", ["ma": form, "so": "1", "viec": "accepted"]).body.contains("Đã đăng"))
            let understood = fixture.web.service.catalogue.current.matcher.understand(Self.text)
            #expect(understood.matches.first?.intent == "kich-hoat-vneid")
            #expect(!(try await commune.get("quan-ly/cau-hoi").body.contains("zzkhung")))

            let again = CatalogueInService(CatalogueInService.Snapshot(catalogue: await fixture.web.service.phrases.filed))
            #expect(again.current.catalogue.intents == before)
            try await PhrasesInService(catalogue: again, store: fixture.store, logger: Logger(label: "test")).refresh()
            #expect(again.current.catalogue.intents == fixture.web.service.catalogue.current.catalogue.intents)

            #expect(try await province.submit("quan-ly/cau-bo-sung/quyet", ["ma": form, "so": "1", "viec": "undone"]).body.contains("Đã gỡ"))
            #expect(fixture.web.service.catalogue.current.catalogue.intents == before)
            let actions = try await fixture.store.audit.entries(limit: 50).map(\.action)
            #expect(actions.filter { [.proposePhrase, .acceptPhrase, .undoPhrase].contains($0) } == [.undoPhrase, .acceptPhrase, .proposePhrase])
        }
    }

    @Test func `A phrase for an intent that was added itself answers too, after a start as well`() async throws {
        try await ManageFixture.run { fixture in
            var generator = SystemRandomNumberGenerator()
            let session = SecretToken(using: &generator)
            #expect(try await fixture.store.signIns.begin(session, with: try await fixture.link(for: "DPT"), device: "", at: fixture.clock.now))
            let province = try #require(try await fixture.store.signIns.member(of: session, at: fixture.clock.now))
            let phrases = fixture.web.service.phrases
            for change in [
                CatalogueChange.intent(id: "khung-bong-mau", title: "Khung bóng mẫu", guide: "kich-hoat-vneid", phrases: [Self.text]),
                .phrase("trồng qqchuối zzkhung", intent: "khung-bong-mau"),
            ] {
                try await fixture.store.phrases.propose(change, by: province, at: fixture.clock.now)
                try await phrases.refresh()
            }
            let added = fixture.web.service.catalogue.current.catalogue.intents.last
            #expect(added?.id == "khung-bong-mau" && added?.questions == [Self.text, "trồng qqchuối zzkhung"])
            #expect(await phrases.standings == [1: .wanted, 2: .wanted])
            let again = CatalogueInService(CatalogueInService.Snapshot(catalogue: await phrases.filed))
            try await PhrasesInService(catalogue: again, store: fixture.store, logger: Logger(label: "test")).refresh()
            #expect(again.current.catalogue.intents.last == added)
            let page = try await fixture.signedIn("DPT").get("quan-ly/cau-bo-sung")
            #expect(page.body.contains("qqchuối") && !page.body.contains("class=\"alarm\""))
        }
    }

    @Test func `A question is set aside with a reason, and brought back`() async throws {
        try await ManageFixture.run { fixture in
            try await Self.ask(fixture, 1, Self.text, team: "A1")
            let browser = try await fixture.signedIn("DPA")
            let token = try ManageFixture.formToken(try await browser.get("quan-ly/cau-hoi/1"))
            #expect(try await browser.submit("quan-ly/cau-hoi/bo", ["ma": token, "cau": "1"]).status == 422)
            _ = try await browser.submit("quan-ly/cau-hoi/bo", ["ma": token, "cau": "1", "loi": "không phải câu hỏi"])
            #expect(!(try await browser.get("quan-ly/cau-hoi").body.contains("zzkhung")))
            #expect(try await browser.get("quan-ly/cau-hoi?xem=bo").body.contains("không phải câu hỏi"))
            #expect(try await fixture.signedIn("DPT").get("quan-ly/cau-hoi").body.contains("zzkhung"))
            _ = try await browser.submit("quan-ly/cau-hoi/bo", ["ma": token, "cau": "1", "viec": "recall"])
            #expect(try await browser.get("quan-ly/cau-hoi").body.contains("zzkhung"))
        }
    }
}
