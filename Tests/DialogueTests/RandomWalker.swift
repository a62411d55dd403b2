import Dialogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// A person who writes and presses at random, the same for the same seed.
struct RandomWalker {
    /// Texts of all kinds, masked and understood once for all.
    static let texts: [Event.Input] = [
        "nộp hồ sơ qua mạng", "quên mật khẩu vneid", "dang nhap dich vu cong kieu gi", "bị lừa đảo thì làm gì", "hồ sơ", "con gà đẻ trứng",
        "1", "2", "3", "6", "0", "99", "18446744073709551616", "xong", "ok", "vâng", "không", "chưa", "tiếp", "tiếp tục", "quay lại", "xem lại",
        "bị kẹt", "gặp người", "thoát", "menu", "xong tiep", "bắt đầu", "chào", "cảm ơn", "ngu quá", "bạn là ai", "có mất tiền không",
        "xóa dữ liệu của tôi", "họ đang giữ máy", "tôi muốn chết", "cháy nhà", "", "   ", "👍", "\u{0}\u{FFFD}\u{200B}", "{title}", "%@ \\ \" '",
        "otp 123456", "001099000001", String(repeating: "xong ", count: 40), "e\u{301}\u{323}\u{302}", "مرحبا", "d|nop-ho-so|x|y|1",
    ].map { text in
        let masked = MaskedText(masking: text)
        return .text(masked, MadeUpCatalogue.matcher.understand(masked.text))
    }

    private static let attachments: [Event.Attachment] = [.picture, .sticker, .voice, .location, .file, .other]

    private var random: SeededGenerator
    private var now = Date(timeIntervalSince1970: 1_795_500_000)

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The next event, and whether it comes later than it should.
    ///
    /// - Parameter offered: the values of all choices so far, the newest last.
    mutating func next(offered: [String]) -> (event: Event, isLate: Bool) {
        if !offered.isEmpty, Int.random(in: 0..<20, using: &random) == 0 {
            return (Event(at: now - 5, input: Self.texts.randomElement(using: &random) ?? .opened(guide: nil)), true)
        }
        now += Double([1, 1, 1, 3600, 100_000].randomElement(using: &random) ?? 1) + 10
        return (Event(at: now, input: input(offered)), false)
    }

    private mutating func input(_ offered: [String]) -> Event.Input {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<7: .choice(offered.suffix(6).randomElement(using: &random) ?? "")
        case 7..<9: .choice(offered.randomElement(using: &random) ?? "x")
        case 9: .opened(guide: [nil, "nop-ho-so", "khong-co"].randomElement(using: &random) ?? nil)
        case 10: .attachment(Self.attachments.randomElement(using: &random) ?? .other)
        default: Self.texts.randomElement(using: &random) ?? .opened(guide: nil)
        }
    }
}
