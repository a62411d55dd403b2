import Catalogue
import HelpDesk
import Matching
import Testing
import Vietnamese

@testable import Dialogue

struct LogLineTests {
    static let today = MadeUpCatalogue.today

    @Test(arguments: LogLineCase.all)
    func `a line is read part by part`(line: LogLineCase) {
        #expect(Self.read(line.text) == line.wanted)
    }

    @Test(arguments: [
        ("ghi giúp 3 bác ở tổ 5 kích hoạt vneid xong", "kich-hoat-vneid"), ("ghi hqua hd 2ng nop ho so khai sinh k dc vi thieu giay", "khai-sinh"),
        ("ghi tổ 3 hôm qua giúp 2 bác gia hạn thẻ bảo hiểm y tế xong", "gia-han-bao-hiem-y-te"),
    ])
    func `the topic is what the matcher makes of the rest`(line: String, guide: String) {
        let read = LogLine(MaskedText(masking: line), today: Self.today) { ShippedCatalogue.matcher.understand($0, explaining: false) }
        #expect(read.topic == .guide(guide))
    }

    @Test func `an unsure matcher gives choices, an intent without a guide none`() {
        func topic(_ decision: Decision, _ guides: [String?]) -> LogLine.Topic {
            let matches = guides.map { Match(intent: $0 ?? "khac", title: "", guide: $0, score: 1) }
            let line = MaskedText(masking: "ghi tưới cây xong")
            return LogLine(line, today: Self.today) { _ in Understanding(decision: decision, matches: matches, confidence: 0.5) }.topic
        }
        #expect(topic(.answer, ["mot", "hai"]) == .guide("mot"))
        #expect(topic(.answer, [nil, "hai"]) == .unknown)
        #expect(topic(.clarify, ["mot", "hai", "mot"]) == .choices(["mot", "hai"]))
        #expect(topic(.clarify, ["mot", nil]) == .guide("mot"))
        #expect(topic(.unknown, ["mot"]) == .unknown)
    }

    @Test func `what is missing is asked for in order`() {
        let nothing = LogLine(MaskedText(masking: "ghi"), today: Self.today) { _ in .nothing }
        #expect(nothing.missing == [.topic, .people, .outcome])
        #expect(nothing.isDayAssumed && nothing.day == Self.today)
        let vague = LogLine(MaskedText(masking: "ghi bữa trước giúp mấy bác cài vneid xong"), today: Self.today) { _ in Self.sure }
        #expect(vague.missing == [.people, .day])
    }

    @Test(arguments: [
        ("ghi giúp 3 bác", true), ("Ghi: 2 người", true), ("ghi", true), ("ghi âm cuộc gọi", false), ("ghi chú thế nào", false),
        ("ghi số nào vào ô này?", false), ("giúp 3 bác", false), ("", false),
    ])
    func `a line that asks to log begins with the word for it`(line: String, isAsked: Bool) {
        #expect(LogLine.isAsked(in: MaskedText(masking: line)) == isAsked)
    }

    @Test func `the latest day of a date may be last year's`() throws {
        let today = try #require(Day(year: 2026, month: 1, day: 5))
        func day(_ text: String) -> Day? { LogLine(MaskedText(masking: "ghi \(text) giúp 1 bác"), today: today) { _ in .nothing }.day }
        #expect(day("28/12") == Day(year: 2025, month: 12, day: 28))
        #expect(day("ngày 6") == Day(year: 2025, month: 12, day: 6))
        #expect(day("5/1") == today)
        #expect(day("29/2") == nil)
        #expect(day("12/11/2019") == nil)
    }

    @Test func `no text makes the reading stop`() {
        var generator = SeededGenerator(seed: 7)
        let lines = LogLineCase.all.map(\.text) + ["••• , \u{301} 🙂 3- / 99999999999999999999 + 3+ ghi:1"]
        let words: [Substring] = lines.flatMap { $0.split(separator: " ") }
        for _ in 0..<1_000 {
            let chosen = (0..<Int.random(in: 0...12, using: &generator)).map { _ in words[Int.random(in: words.indices, using: &generator)] }
            let text = chosen.joined(separator: " ")
            let masked = MaskedText(masking: "ghi " + text)
            let line = LogLine(masked, today: Self.today) { _ in Self.sure }
            #expect(line.people.map { 1...LogLine.mostPeople ~= $0 } ?? true, "\(text)")
            #expect(line.day.map { $0 <= Self.today } ?? true, "\(text)")
            #expect(line.place.map { masked.text.contains($0) } ?? true, "\(text)")
            _ = LogLine.Correction(masked, today: Self.today) { _ in .nothing }
        }
    }

    static let sure = Understanding(
        decision: .answer, matches: [Match(intent: "tuoi-cay", title: "Tưới cây", guide: "tuoi-cay", score: 1)], confidence: 0.9)

    /// The line's parts as the cases write them.
    private static func read(_ text: String) -> String {
        var asked: [String] = []
        let line = LogLine(MaskedText(masking: text), today: today) {
            asked.append($0)
            return .nothing
        }
        func part(_ part: LogLine.Part, _ value: String?) -> String { line.unclear.contains(part) ? "?" : value ?? "" }
        let outcome = line.outcome.flatMap { [.solved: "+", .unsolved: "-", .referred: ">"][$0] }
        let day = line.isDayAssumed ? nil : line.day.map { String($0.description.dropFirst(5)) }
        return [
            asked.joined(separator: "/"), part(.people, line.people.map(String.init)), line.place ?? "", part(.day, day), part(.outcome, outcome),
            line.difficulty ?? "",
        ].joined(separator: "|")
    }
}

extension LogLineCase {
    /// ``expected`` without the spaces that make it readable.
    fileprivate var wanted: String {
        expected.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "|")
    }
}
