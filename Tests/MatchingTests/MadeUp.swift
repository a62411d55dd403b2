import Catalogue
import Matching
import Vietnamese

/// A made-up village club and what people ask it.
enum MadeUp {
    static let intents = [
        Intent(
            id: "thue-xe-dap", title: "Thuê xe đạp", guide: "thue-xe-dap", keywords: [["thuê", "mướn"], ["xe đạp"]],
            questions: [
                "Thuê xe đạp ở đâu", "Tôi muốn thuê xe đạp một ngày", "Giá thuê xe đạp là bao nhiêu", "Có xe đạp nào cho trẻ em thuê không",
                "Thuê xe rồi trả lại chỗ nào", "Xe đạp thuê bị hỏng thì làm sao",
            ]),
        Intent(
            id: "nop-thue-ao", title: "Nộp thuế ao cá", guide: "nop-thue-ao", keywords: [["nộp", "đóng"], ["thuế"]], not: ["xe đạp"],
            questions: [
                "Nộp thuế ao cá ở đâu", "Tôi muốn nộp thuế", "Hạn nộp thuế là ngày nào", "Đóng thuế ao cá qua điện thoại được không",
                "Thuế năm nay là bao nhiêu", "Quên nộp thuế thì làm sao",
            ]),
        Intent(
            id: "muon-dieu", title: "Mượn diều giấy", guide: "muon-dieu",
            questions: [
                "Mượn diều giấy ở sân đình", "Câu lạc bộ thả diều họp lúc nào", "Muốn học làm diều giấy", "Diều bị rách thì sửa ở đâu",
                "Trả diều cho ai", "Cháu tôi muốn thả diều",
            ]),
        Intent(
            id: "hoc-boi", title: "Học bơi", guide: "hoc-boi",
            questions: [
                "Đăng ký lớp học bơi", "Lớp bơi cho người lớn tuổi", "Học bơi ở hồ nào", "Học bơi buổi tối có không",
                "Cho con đăng ký học bơi thì cần gì", "Hồ bơi mở cửa lúc mấy giờ",
            ]),
        Intent(
            id: "quen-mat-khau", title: "Quên mật khẩu trang câu lạc bộ", guide: "quen-mat-khau",
            questions: [
                "Quên mật khẩu thì làm sao", "Tôi không nhớ mật khẩu trang câu lạc bộ", "Lấy lại mật khẩu", "Đổi mật khẩu ở đâu",
                "Mật khẩu sai hoài không vào được", "Đặt lại mật khẩu trang câu lạc bộ",
            ]),
    ]

    static let lexicon = Lexicon(
        abbreviations: [.init(written: "clb", meaning: "câu lạc bộ")],
        chat: [.init(written: "ko", meaning: "không"), .init(written: "mk", meaning: "mật khẩu"), .init(written: "mk", meaning: "mình")],
        regional: [.init(written: "mô", meaning: "nào")],
        synonyms: [["mượn", "xin mượn", "hỏi mượn"]])

    static let matcher = Matcher(intents: intents, lexicon: lexicon)
}
