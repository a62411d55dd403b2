import Dialogue
import Foundation
import Matching
import Testing

@testable import Channels

struct RenderingTests {
    private static func rendering(limit: Int = 2000, buttons: Int = 0, label: Int = 20) -> Rendering {
        Rendering(
            Capabilities(longestText: limit, buttons: buttons, longestLabel: label, freeWindow: nil, window: nil, rate: 1, ratePerPerson: 1),
            longestValue: 64)
    }

    private static func choices(_ labels: [String]) -> [Choice] {
        labels.map { Choice(label: $0, value: ChoiceValue(.open, guide: "g", turn: 1)) }
    }

    @Test(arguments: [
        ("Một câu. Hai câu. Ba câu.", 18, ["Một câu. Hai câu. ", "Ba câu."]),
        ("Một câu. Hai câu dài hơn nữa", 20, ["Một câu. ", "Hai câu dài hơn nữa"]),
        ("một hai ba bốn năm", 11, ["một hai ba ", "bốn năm"]),
        ("một\nhai ba bốn", 10, ["một\n", "hai ba bốn"]),
        ("1. Cài đặt", 7, ["1. Cài ", "đặt"]),
        ("Hỏi gì? “Được!” Rồi", 16, ["Hỏi gì? “Được!” ", "Rồi"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("xem https://a.vn/b.c?d=1 nhé", 22, ["xem ", "https://a.vn/b.c?d=1 ", "nhé"]),
        ("", 5, []),
    ]) func `A text is cut between sentences, else between words`(_ text: String, _ limit: Int, _ parts: [String]) {
        #expect(TextParts.split(text, limit: limit) == parts)
    }

    @Test func `The parts of any text are the text, none too long, no word and no link cut that fits`() {
        var generator = SeededGenerator(seed: 20_261_125)
        let words = [
            "bác", "đăng nhập", "https://dichvucong.gov.vn/p/home.jsp?a=1&b=2", "https://vi-du.vn/đường/rất-dài/\(String(repeating: "x", count: 90))",
            "Xong.", "Chưa?", "2.", "\n", "\n\n", "  ", "🙏👩‍👩‍👧", "e\u{302}\u{301}", "…", "“Được.”", String(repeating: "a\u{301}", count: 30),
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in words[Int.random(in: words.indices, using: &generator)] }
                .joined(separator: Bool.random(using: &generator) ? " " : "")
            let limit = Int.random(in: 1...200, using: &generator)
            let parts = TextParts.split(text, limit: limit)
            let whole = text.precomposedStringWithCanonicalMapping
            #expect(parts.joined() == whole)
            #expect(parts.allSatisfy { !$0.isEmpty && ($0.utf16.count <= limit || limit == 1 && $0.unicodeScalars.count == 1) })
            let fitting = Set(whole.split(whereSeparator: \.isWhitespace).filter { $0.utf16.count <= limit / 2 }.map(String.init))
            let cut = zip(parts, parts.dropFirst()).filter { $0.last?.isWhitespace == false && $1.first?.isWhitespace == false }
            for (left, right) in cut {
                // A cut inside a word is only there where the word alone is too long for a part.
                let word = String(left.split(whereSeparator: \.isWhitespace).last ?? "") + (right.split(whereSeparator: \.isWhitespace).first ?? "")
                #expect(!fitting.contains(word))
            }
        }
    }

    @Test func `Choices are numbered from 1 in their order where there are no buttons`() {
        let reply = Reply(text: "Chọn:", choices: Self.choices(["Một", "Hai", "Ba"]))
        #expect(Self.rendering().messages(for: reply) == [.init(text: "Chọn:\n\n1. Một\n2. Hai\n3. Ba")])
    }

    @Test func `Labels that fit stand on the buttons alone`() {
        let reply = Reply(text: "Chọn:", choices: Self.choices(["Một", "Hai"]))
        let messages = Self.rendering(buttons: 13).messages(for: reply)
        #expect(messages.map(\.text) == ["Chọn:"])
        #expect(messages.first?.buttons.map(\.label) == ["Một", "Hai"])
    }

    @Test func `Labels that do not fit stand in the list, their beginnings on the buttons`() {
        let reply = Reply(text: "Chọn:", choices: Self.choices(["Một", "Khai thuế hộ kinh doanh của cô bác"]))
        let messages = Self.rendering(buttons: 13).messages(for: reply)
        #expect(messages.map(\.text) == ["Chọn:\n\n1. Một\n2. Khai thuế hộ kinh doanh của cô bác"])
        #expect(messages.first?.buttons.map(\.label) == ["1. Một", "2. Khai thuế hộ kin…"])
        #expect(messages.first?.buttons.allSatisfy { $0.label.utf16.count <= 20 } == true)
    }

    @Test func `More choices than buttons are a list alone`() {
        let reply = Reply(text: "Chọn:", choices: Self.choices((1...14).map { "Mục \($0)" }))
        let messages = Self.rendering(buttons: 13).messages(for: reply)
        #expect(messages.count == 1)
        #expect(messages.first?.buttons.isEmpty == true)
        #expect(messages.first?.text.hasSuffix("14. Mục 14") == true)
    }

    @Test func `A value that no button can carry makes the choices a list`() {
        let long = Choice(label: "Một", value: ChoiceValue(.open, guide: String(repeating: "g", count: 70), turn: 1))
        #expect(Self.rendering(buttons: 13).messages(for: Reply(text: "Chọn:", choices: [long])) == [.init(text: "Chọn:\n\n1. Một")])
    }

    @Test func `Buttons stand below the last part, and what falls back on the list does not repeat the parts before`() {
        let reply = Reply(text: String(repeating: "Một câu dài. ", count: 5), choices: Self.choices(["A", "B"]))
        let rendering = Self.rendering(limit: 30, buttons: 3)
        let messages = rendering.messages(for: reply)
        #expect(messages.map(\.buttons.count) == [0, 0, 2])
        #expect(messages.dropLast() == rendering.plainMessages(for: reply).prefix(2))
        #expect(rendering.plainMessages(for: reply).last?.text.hasSuffix("1. A\n2. B") == true)
    }

    @Test func `Letters are composed before they are counted`() {
        let text = String(repeating: "e\u{302}\u{301}", count: 2000)
        #expect(Self.rendering().messages(for: Reply(text: text)).map(\.text) == [String(repeating: "ế", count: 2000)])
    }
}
