import Matching
import Testing

/// Messages as people send them: with more in them than a question, or with none.
@Suite struct MessageTests {
    private func ask(_ message: String) -> Understanding { MadeUp.matcher.understand(message) }

    @Test(arguments: [
        ("Chào cô chú ạ. Con tên Tý, nhà ở đầu xóm Gáo. Cho con hỏi đăng ký học bơi ở hồ nào ạ? Con cảm ơn nhiều lắm.", "hoc-boi"),
        ("Hôm qua bà tôi đi chợ về mệt quá nằm nghỉ, sáng nay bà dậy, bà dặn hỏi giùm: nộp thuế ao cá ở đâu, rồi bà ngủ tiếp.", "nop-thue-ao"),
        ("dạ em chào anh chị, em loay hoay cả buổi sáng rồi mà chưa ra\nquên mật khẩu trang câu lạc bộ\nmong anh chị giúp em với ạ", "quen-mat-khau"),
        ("Cảm ơn bạn nhiều nha! Giá thuê xe đạp là bao nhiêu? Chúc bạn một ngày vui.", "thue-xe-dap"),
        ("Ảnh chụp: cánh diều giấy bị rách ở sân đình", "muon-dieu"),
        ("Lỗi 403: mật khẩu sai, không vào được trang câu lạc bộ", "quen-mat-khau"),
    ])
    func theQuestionInsideIsHeard(message: String, intent: String) {
        let understanding = ask(message)
        #expect(understanding.matches.first?.intent == intent)
        #expect(understanding.decision != .unknown)
    }

    @Test(arguments: [
        ("Nộp thuế ao cá ở đâu? Đăng ký học bơi thế nào?", ["nop-thue-ao", "hoc-boi"]),
        ("tôi muốn thuê xe đạp một ngày và đăng ký lớp học bơi", ["thue-xe-dap", "hoc-boi"]),
        ("quên mật khẩu thì làm sao, sẵn tiện cho hỏi mượn diều giấy ở đâu", ["quen-mat-khau", "muon-dieu"]),
    ])
    func bothQuestionsAreOffered(message: String, intents: [String]) {
        let understanding = ask(message)
        #expect(understanding.decision == .clarify)
        #expect(Array(understanding.matches.prefix(2).map(\.intent)) == intents)
    }

    @Test func oneQuestionInTwoClausesIsOne() {
        let understanding = ask("Tôi không nhớ mật khẩu, lấy lại mật khẩu trang câu lạc bộ thế nào?")
        #expect(understanding.decision == .answer)
        #expect(understanding.matches.first?.intent == "quen-mat-khau")
    }

    @Test(arguments: ["https://hoc-boi.example/dang-ky?thue=xe-dap", "www.mat-khau.example/quen-mat-khau", "http://x.example/nop/thue/ao/ca  "])
    func aLinkAloneSaysNothing(link: String) {
        #expect(ask(link) == .nothing)
    }

    @Test func aLinkBesideAQuestionDoesNotDisturbIt() {
        let question = "đăng ký lớp học bơi"
        #expect(ask("\(question) https://thue-xe-dap.example/nop-thue").matches == ask(question).matches)
    }

    @Test func aVeryLongTextIsCut() {
        let question = "Đăng ký lớp học bơi"
        let padding = String(repeating: "và rồi hôm ấy trời mưa to gió lớn ", count: 30_000)
        #expect(padding.utf8.count > 1_000_000)
        #expect(ask(question + ". " + padding).matches.first?.intent == "hoc-boi")
    }
}
