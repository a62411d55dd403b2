import Catalogue
import HelpDesk
import Matching
import Testing
import Vietnamese

@testable import Dialogue

struct LogCorrectionTests {
    private static let line = LogLine(MaskedText(masking: "ghi giúp mấy bác ở tổ 5 tưới cây xong"), today: LogLineTests.today) { _ in
        LogLineTests.sure
    }

    private static func corrected(_ text: String) -> LogLine {
        let correction = LogLine.Correction(MaskedText(masking: text), today: LogLineTests.today) { asked in
            guard asked == "cắt cỏ" else { return .nothing }
            return Understanding(decision: .answer, matches: [Match(intent: "cat-co", title: "", guide: "cat-co", score: 1)], confidence: 0.9)
        }
        return line.applying(correction)
    }

    @Test(arguments: [("2 người", 2), ("2", 2), ("ba", 3), ("không phải, 4 bác", 4), ("vợ chồng chú Sáu", 2), ("12 nguoi a", 12)])
    func `a number corrects the people`(text: String, people: Int) {
        var wanted = Self.line
        wanted.people = people
        wanted.unclear = []
        #expect(Self.corrected(text) == wanted)
    }

    @Test(arguments: [("hôm kia", 22), ("hôm qua", 23), ("thứ 6", 20), ("12/11", 12), ("hom nay", 24)])
    func `a day corrects the day`(text: String, day: Int) {
        var wanted = Self.line
        wanted.day = Day(year: 2026, month: 11, day: day)
        wanted.isDayAssumed = false
        #expect(Self.corrected(text) == wanted)
    }

    @Test(arguments: [("chưa xong", HelpSession.Outcome.unsolved), ("chưa", .unsolved), ("ko được", .unsolved), ("xong rồi", .solved)])
    func `an ending corrects the outcome`(text: String, outcome: HelpSession.Outcome) {
        var wanted = Self.line
        wanted.outcome = outcome
        #expect(Self.corrected(text) == wanted)
    }

    @Test func `a place, a reason and a topic correct theirs`() {
        #expect(Self.corrected("ở thôn 2").place == "thôn 2")
        #expect(Self.corrected("chưa xong vì máy cũ").difficulty == "máy cũ")
        #expect(Self.corrected("cắt cỏ").topic == .guide("cat-co"))
        #expect(Self.corrected("cắt cỏ, 2 người, hôm qua, chưa xong").missing == [])
    }

    @Test(arguments: ["", "alo", "mấy người", "31/2", "9999 người"])
    func `what tells nothing certain corrects nothing`(text: String) {
        #expect(Self.corrected(text) == Self.line)
        #expect(LogLine.Correction(MaskedText(masking: text), today: LogLineTests.today) { _ in .nothing }.isEmpty)
    }
}
