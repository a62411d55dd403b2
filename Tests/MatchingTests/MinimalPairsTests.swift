import Catalogue
import Testing
import Vietnamese

@testable import Matching

/// Intents that differ in nothing but the diacritics of one word.
@Suite struct MinimalPairsTests {
    struct Pair: Sendable, CustomStringConvertible {
        let word: String
        let other: String
        /// The word with a part of its diacritics, which the other word cannot be.
        let partly: String
        let around: String
        var description: String { "\(word)/\(other) \(around)" }
    }

    static let pairs = [
        ("đá", "dạ", "đa", "bóng"), ("đòi", "dời", "đoi", "mương"), ("đạo", "dao", "đao", "khắc"), ("đưa", "dưa", "đua", "bà"),
        ("đổi", "dồi", "đoi", "tô"), ("đầu", "dầu", "đau", "gội"), ("đèn", "dền", "đen", "canh"), ("đế", "dê", "đe", "giày"),
        ("đường", "dưỡng", "đuong", "sữa"), ("đất", "dắt", "đat", "trâu"), ("đình", "dính", "đinh", "làng"), ("đò", "dò", "đo", "sông"),
        ("đồng", "dòng", "đong", "ruộng"), ("đốt", "dột", "đot", "mái"), ("đùa", "dứa", "đua", "vui"), ("đỡ", "dở", "đo", "tay"),
        ("đuổi", "duỗi", "đuoi", "chân"), ("đập", "dập", "đap", "lửa"), ("đơn", "dồn", "đon", "hàng"), ("mất", "mặt", "mât", "khăn"),
        ("đặt", "đạt", "đăt", "lịch"), ("cấp", "cặp", "câp", "sách"), ("bật", "bắt", "bât", "cua"), ("gặp", "gập", "găp", "ghềnh"),
        ("tất", "tắt", "tât", "bếp"), ("cốc", "cóc", "côc", "chè"), ("hộp", "họp", "hôp", "xóm"), ("một", "mót", "môt", "lúa"),
        ("tốc", "tóc", "tôc", "gió"), ("lột", "lọt", "lôt", "lưới"), ("rớt", "rót", "rơt", "nước"), ("bớt", "bột", "bơt", "gạo"),
        ("thất", "thắt", "thât", "lưng"), ("vật", "vặt", "vât", "lông"), ("chặt", "chật", "chăt", "củi"), ("ốc", "óc", "ôc", "lợn"),
        ("cật", "cắt", "cât", "thịt"), ("quất", "quạt", "quât", "mo"), ("độc", "đọc", "đôc", "truyện"), ("lật", "lạt", "lât", "tre"),
        ("hột", "hót", "hôt", "chim"),
    ].map { Pair(word: $0.0, other: $0.1, partly: $0.2, around: $0.3) }

    /// These differ in their tones only, or sound alike somewhere: nothing in part can tell them apart.
    static let others = [
        ("thuế", "thuê", "nhà"), ("tử", "từ", "bé"), ("bò", "bỏ", "rơm"), ("dừa", "dứa", "vườn"), ("cá", "cả", "ao"), ("mua", "mùa", "quýt"),
        ("bán", "bạn", "gà"), ("hỏi", "hội", "thôn"), ("cưới", "cười", "tiệc"), ("nộp", "nợ", "tiền"), ("sinh", "xin", "giấy"),
        ("lên", "nên", "núi"), ("xôi", "sôi", "nồi"), ("chăn", "trăn", "ấm"),
    ].map { Pair(word: $0.0, other: $0.1, partly: $0.0, around: $0.2) }

    static let matcher = Matcher(
        intents: (pairs + others).enumerated().flatMap { number, pair in
            [(pair.word, "a"), (pair.other, "b")].map { word, side in
                Intent(
                    id: "\(side)\(number)", title: "\(word) \(pair.around)", guide: nil,
                    questions: ["tôi muốn \(word) \(pair.around)", "\(word) \(pair.around) ở đâu", "chỗ nào có \(word) \(pair.around)"])
            }
        }, lexicon: .empty, calibrating: false)

    private func ask(_ text: String) -> Understanding { Self.matcher.understand(text) }

    @Test(arguments: (pairs + others).enumerated().map { ($0, $1) })
    func inFullEachWordIsItself(number: Int, pair: Pair) {
        #expect(ask("giúp tôi \(pair.word) \(pair.around)").matches.first?.intent == "a\(number)")
        #expect(ask("giúp tôi \(pair.other) \(pair.around)").matches.first?.intent == "b\(number)")
    }

    @Test(arguments: pairs.enumerated().map { ($0, $1) })
    func aPartOfTheDiacriticsIsEnough(number: Int, pair: Pair) {
        #expect(ask("giúp tôi \(pair.partly) \(pair.around)").matches.first?.intent == "a\(number)")
    }

    @Test(arguments: pairs.enumerated().map { ($0, $1) })
    func withoutAnyBothArePossible(number: Int, pair: Pair) {
        let understanding = ask(Folding.fold("\(pair.word) \(pair.around)"))
        #expect(Set(understanding.matches.prefix(2).map(\.intent)) == ["a\(number)", "b\(number)"])
        #expect(understanding.decision != .answer)
    }

    @Test(arguments: pairs.enumerated().map { ($0, $1) })
    func wrongOnesSpeakForNeither(number: Int, pair: Pair) throws {
        let wrong = try #require(Self.wrong(pair))
        let understanding = ask("\(wrong) \(pair.around)")
        let right = try #require(ask("\(pair.word) \(pair.around)").matches.first)
        #expect(understanding.decision != .answer)
        #expect(understanding.matches.first?.score ?? 0 < right.score)
    }

    /// The letters of the pair with a tone that neither word has.
    private static func wrong(_ pair: Pair) -> String? {
        func form(_ word: String) -> WrittenForm {
            let text = Folded(word)
            return WrittenForm(text.words[0], of: text)
        }
        return wrongTone(of: Folding.fold(pair.word)) {
            form($0).agrees(withFull: form(pair.word)) || form($0).agrees(withFull: form(pair.other))
        }
    }

    private static func wrongTone(of letters: String, agrees: (String) -> Bool) -> String? {
        guard let vowel = letters.lastIndex(where: { "aeiouy".contains($0) }) else { return nil }
        let head = letters[...vowel]
        let tail = letters[letters.index(after: vowel)...]
        let shapes = ["", "\u{302}", "\u{306}", "\u{31B}"]
        let tones = ["\u{300}", "\u{301}", "\u{323}", "\u{303}"]
        return shapes.flatMap { shape in tones.map { head + shape + $0 + tail } }.first { !agrees($0) }
    }
}
